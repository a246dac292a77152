package news.titr.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import news.titr.Browser;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The board and the planning list as a newsroom uses them, in two browsers at once, against the built program. */
class BoardIT {

    private static final Home HOME = Home.fresh();
    private static TitrProcess titr;
    private static Browser browser;

    @BeforeAll
    static void start() {
        titr = TitrProcess.serve(HOME);
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
        titr.close();
    }

    @Test
    void whatOneMovesTheOtherSeesWithoutReloadingAndKeepsTheirPlace() {
        try (var mina = signedIn("mina@example.org");
                var reza = signedIn("reza@example.org")) {
            var one = mina.newPage();
            one.navigate(titr.address + "/desk");
            String number = plannedStory(one, "پل باز می‌شود");
            String other = plannedStory(one, "بازار نان");
            one.navigate(titr.address + "/desk");
            var two = reza.newPage();
            two.navigate(titr.address + "/desk");
            two.locator("#card-" + other + " h3 a").focus();
            two.evaluate("window.notReloaded = true");

            one.locator("#card-" + number + " h3 a").focus();
            one.keyboard().press("Shift+ArrowLeft");

            assertThat(two.locator("#column-review #card-" + number)).isVisible();
            assertThat(two.locator("[data-count=review]").first()).hasText("۱");
            assertThat(two.locator("#said")).containsText("پل باز می‌شود");
            assertThat(two.locator("#card-" + other + " h3 a")).isFocused();
            assertEquals(true, two.evaluate("window.notReloaded"));

            assertThat(one.locator("#column-review #card-" + number + " h3 a")).isFocused();
            // what cannot be done without a reason asks for it in the card's panel
            one.keyboard().press("Shift+ArrowRight");
            assertThat(one.locator("#workflow [role=alert]")).isVisible();
            one.fill("#workflow [name=note]", "منبع ندارد");
            one.click("#workflow button[value=draft]");
            assertThat(two.locator("#column-draft #card-" + number + " .returned"))
                    .containsText("منبع ندارد");

            // and it stands over the story for whoever writes on it, until it is handed in again
            one.navigate(titr.address + "/desk/stories/" + number);
            assertThat(one.locator(".editor-facts .returned")).containsText("منبع ندارد");
            assertThat(one.locator(".editor-facts .returned")).containsText("mina");
            assertEquals(List.of(), Browser.violations(one));
            one.keyboard().press("Alt+3");
            one.click(".workflow button[value=review]");
            assertThat(one.locator(".editor-facts .returned")).hasCount(0);
            one.navigate(titr.address + "/desk");

            two.keyboard().press("1");
            assertThat(one.locator("#card-" + other + ".p1")).isVisible();
            two.keyboard().press("t");
            assertThat(one.locator("#card-" + other + " .claimer")).containsText("reza");
        }
    }

    @Test
    void whatOneSetsOnTheFrontPageTheOtherSeesAndIsNotDisturbed() {
        var stories = List.of("پل کهنه باز شد", "بازار نان آرام است").stream()
                .map(headline -> TitrProcess.run(
                                HOME,
                                (headline + "\n\nراه از فردا باز است و مردم می‌گذرند.\n")
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                "import",
                                "page",
                                "--publish",
                                "-")
                        .out()
                        .split("\t", -1)[0])
                .toList();
        try (var mina = signedIn("front-mina@example.org");
                var reza = signedIn("front-reza@example.org")) {
            var two = reza.newPage();
            two.navigate(titr.address + "/desk/front?slot=lead");
            two.evaluate("window.notReloaded = true");
            two.locator("#find").pressSequentially("ناتما");
            assertThat(two.locator(".candidates")).hasCount(0);

            var one = mina.newPage();
            one.navigate(titr.address + "/desk/front?slot=lead");
            one.click(".candidates button[value='" + stories.getFirst() + "']");
            assertThat(two.locator("#place-lead")).containsText("پل کهنه باز شد");
            assertThat(two.locator("#find")).isFocused();
            assertThat(two.locator("#find")).hasValue("ناتما");

            // who is in the small page stays on the place, and goes on from what the other has made
            two.locator("#place-lead").focus();
            two.locator("#find").evaluate("field => field.value = field.defaultValue");
            one.locator("#find").fill("");
            one.click(".candidates button[value='" + stories.getLast() + "']");
            assertThat(two.locator("#place-lead")).containsText("بازار نان");
            assertThat(two.locator("#place-lead")).isFocused();
            two.keyboard().press("Delete");
            assertThat(one.locator("#place-lead")).containsText("خودکار");
            assertThat(two.locator(".conflict")).hasCount(0);
            assertEquals(true, two.evaluate("window.notReloaded"));
        }
    }

    @Test
    void aFilterStandsInTheAddressAndIsKeptUnderAName() {
        try (var mina = signedIn("view@example.org")) {
            var page = mina.newPage();
            page.navigate(titr.address + "/desk");
            String number = plannedStory(page, "کتابخانه‌های شهر");
            page.navigate(titr.address + "/desk");
            page.keyboard().press("/");
            page.keyboard().type("كتابخانه هاي");
            page.keyboard().press("Enter");
            assertThat(page.locator(".card")).hasCount(1);
            assertThat(page.locator("#card-" + number)).isVisible();
            page.click(".keep summary");
            page.fill(".keep [name=name]", "کتابخانه");
            page.check(".keep [name=opens]");
            page.click(".keep button");
            page.navigate(titr.address + "/desk");
            assertTrue(page.url().contains("q="), page.url());
            assertThat(page.locator(".views [aria-current]")).hasText("کتابخانه");
        }
    }

    @Test
    void everyPageIsForEverybody() {
        try (var mina = signedIn("axe-board@example.org")) {
            var page = mina.newPage();
            page.navigate(titr.address + "/desk");
            plannedStory(page, "خبری برای همه");
            for (String path : List.of(
                    "/desk?view=board",
                    "/desk?view=list",
                    "/desk?priority=urgent",
                    "/desk/planning",
                    "/desk/planning/new")) {
                page.navigate(titr.address + path);
                assertEquals(List.of(), Browser.violations(page), path);
            }
            page.navigate(titr.address + "/desk");
            page.locator(".open-panel").first().click();
            page.waitForSelector("#workflow[open] .workflow");
            assertEquals(List.of(), Browser.violations(page), "the panel");
        }
    }

    /** Plans something and makes a story of it, as the planning list does; answers the story's number. */
    private static String plannedStory(Page page, String title) {
        page.navigate(titr.address + "/desk/planning/new");
        page.fill("[name=title]", title);
        page.click(".plan-sheet form button.main");
        page.locator(".plan", new Page.LocatorOptions().setHasText(title))
                .locator("button[data-act=story]")
                .click();
        page.waitForURL("**/desk/stories/*");
        return page.url().replaceAll(".*/", "");
    }

    private static BrowserContext signedIn(String email) {
        var context = browser.signedIn(titr, email, email.replaceAll("@.*", ""), "chief-editor");
        context.setDefaultTimeout(15_000);
        return context;
    }
}
