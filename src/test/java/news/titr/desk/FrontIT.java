package news.titr.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import news.titr.Browser;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The front page and the rooms of the site in a browser, on the sample newspaper, against the built program. */
class FrontIT {

    private static final Home HOME = Home.sample();
    private static final List<String> ROOMS = List.of(
            "/desk/front",
            "/desk/front?area=second",
            "/desk/front/history",
            "/desk/site/sections",
            "/desk/site/tags",
            "/desk/site/tags/duplicates",
            "/desk/site/authors",
            "/desk/site/pages",
            "/desk/site/pages/one",
            "/desk/site/redirects",
            "/desk/site/breaking",
            "/desk/site/settings");

    private static TitrProcess titr;
    private static Browser browser;

    @BeforeAll
    static void start() {
        titr = TitrProcess.start(HOME, "demo");
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
        titr.close();
    }

    @Test
    void aStoryIsDraggedToTheLeadAndReadersHaveItWhenThePageIsPublished() {
        try (var chief = signedIn("drag@example.org", "chief-editor", 1366)) {
            var page = chief.newPage();
            open(page, "/desk/front");
            String before = lead();
            var story = page.locator(".candidates li").nth(9);
            String headline = story.locator(".headline").textContent().strip();
            story.dragTo(page.locator("[data-slot=lead]"));
            page.waitForCondition(() -> headlineAt(page, "lead").equals(headline));
            assertEquals(before, lead());
            page.click("[formaction$=publication]");
            page.waitForSelector(".notice");
            assertEquals(headline, lead());
        }
    }

    @Test
    void everythingIsDoneByKeysAndUndone() {
        try (var chief = signedIn("keys@example.org", "chief-editor", 1366)) {
            var page = chief.newPage();
            open(page, "/desk/front");
            String first = headlineAt(page, "lead");
            page.focus("[data-slot=lead]");
            page.keyboard().press("ArrowLeft");
            String neighbour = (String) page.evaluate("document.activeElement.dataset.slot");
            assertTrue(neighbour.startsWith("second-"), neighbour);
            String second = headlineAt(page, neighbour);
            page.keyboard().press("Alt+ArrowRight");
            page.waitForCondition(() -> headlineAt(page, "lead").equals(second));
            assertEquals("lead", page.evaluate("document.activeElement.dataset.slot"));
            page.keyboard().press("u");
            page.waitForCondition(() -> headlineAt(page, "lead").equals(first));

            // choose a place, find a story for it, and put it there
            page.focus("[data-slot=second-1]");
            page.keyboard().press("Enter");
            page.waitForCondition(() -> "find".equals(page.evaluate("document.activeElement.id")));
            page.keyboard().type("۱۰۵۸");
            page.waitForCondition(() -> page.locator(".candidates li").count() == 1);
            String found = page.locator(".candidates .headline").textContent().strip();
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForCondition(() -> headlineAt(page, "second-1").equals(found));
            page.keyboard().press("Delete");
            page.waitForCondition(() ->
                    !page.locator("[data-slot=second-1]").getAttribute("class").contains("by-hand"));
        }
    }

    @Test
    void thePreviewShowsThePageOfAMomentToComeAndThePinIsOverByThen() {
        try (var chief = signedIn("preview@example.org", "chief-editor", 1366)) {
            var page = chief.newPage();
            open(page, "/desk/front?slot=second-2&q=1050");
            String headline = placeFirst(page);
            page.waitForCondition(() -> headlineAt(page, "second-2").equals(headline));
            page.fill("#until", "فردا ۱۰:۰۰");
            page.locator("button[value=pin]").click();
            page.waitForCondition(
                    () -> page.locator("[data-slot=second-2].pinned").count() == 1);
            var now = chief.request().get(titr.address + "/desk/front/preview").text();
            assertTrue(now.contains(headline));
            assertTrue(now.contains("noindex"));
            var later = chief.request()
                    .get(titr.address + "/desk/front/preview?at=" + "1450/1/1".replace("/", "%2F"))
                    .text();
            String seconds =
                    later.replaceFirst("(?s).*<section class=\"seconds\"", "").replaceFirst("(?s)</section>.*", "");
            assertFalse(seconds.contains(headline), seconds);
            assertTrue(later.contains("۱ فروردین ۱۴۵۰"));
            page.locator("button[value=discard]").click();
            page.waitForCondition(() -> page.locator("button[value=discard]").count() == 0);
        }
    }

    @Test
    void twoEditorsAtOnceAreShownToEachOtherAndNothingIsLost() {
        try (var chief = signedIn("two@example.org", "chief-editor", 1366)) {
            var one = chief.newPage();
            var other = chief.newPage();
            // one whom no event reaches: what the other did is learnt when they act themselves
            other.route("**/desk/front/events", Route::abort);
            open(one, "/desk/front?slot=second-3&q=1040");
            open(other, "/desk/front?slot=second-1&q=1041");
            String theirs = placeFirst(one);
            one.waitForCondition(() -> headlineAt(one, "second-3").equals(theirs));
            String ours = placeFirst(other);
            other.waitForSelector(".conflict");
            assertTrue(other.locator(".conflict").textContent().contains(theirs));
            other.click(".conflict button");
            other.waitForCondition(() -> headlineAt(other, "second-1").equals(ours));
            assertEquals(theirs, headlineAt(other, "second-3"));
            other.locator("button[value=discard]").click();
            other.waitForCondition(() -> other.locator("button[value=discard]").count() == 0);
        }
    }

    @Test
    void whoIsFasterThanTheNetworkConflictsWithNobodyAndKeepsWhatTheyWrite() {
        try (var chief = signedIn("fast@example.org", "chief-editor", 1366)) {
            var page = chief.newPage();
            open(page, "/desk/front?slot=second-2&q=1050");
            var held = new ArrayList<Route>();
            page.route("**/desk/front/draft", held::add);
            placeFirst(page);
            page.waitForCondition(() -> held.size() == 1);
            page.focus("[data-slot=second-2]");
            page.keyboard().press("Delete");
            page.fill("#find", "۱۰۵۸");
            page.unroute("**/desk/front/draft");
            held.getFirst().resume();
            assertThat(page.locator("[data-slot=second-2]")).not().hasClass(Pattern.compile("by-hand"));
            assertThat(page.locator(".candidates li")).hasCount(1);
            assertThat(page.locator("#find")).hasValue("۱۰۵۸");
            assertThat(page.locator("#find")).isFocused();
            assertThat(page.locator("[role=alert]")).hasCount(0);
            page.locator("button[value=discard]").click();
            assertThat(page.locator("button[value=discard]")).hasCount(0);
        }
    }

    @Test
    void theFrontPageWorksWithoutScripts() {
        try (var chief = signedIn("plain@example.org", "chief-editor", 390);
                var plain = browser.visitor(new NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setViewportSize(390, 844)
                        .setStorageState(chief.storageState()))) {
            var page = plain.newPage();
            page.navigate(titr.address + "/desk/front?slot=opinion-1&q=1042");
            String headline =
                    page.locator(".candidates .headline").textContent().strip();
            page.locator(".candidates button").first().click();
            assertEquals(headline, headlineAt(page, "opinion-1"));
            page.locator("button[value=undo]").click();
            assertFalse(headlineAt(page, "opinion-1").equals(headline));
        }
    }

    @Test
    void breakingNewsIsSwitchedOnAndOffWithOneButton() {
        try (var chief = signedIn("breaking@example.org", "chief-editor", 1366)) {
            var page = chief.newPage();
            open(page, "/desk/site/breaking");
            page.fill("[name=text]", "پل نه‌دهنه باز شد");
            page.fill("[name=story]", "1057");
            page.click("[value=on]");
            page.waitForSelector(".notice");
            assertTrue(titr.get("/section/city").body().contains("پل نه‌دهنه باز شد"));
            try (var visitor = browser.visitor(new NewContextOptions().setViewportSize(390, 844))) {
                var reader = visitor.newPage();
                reader.navigate(titr.address + "/");
                assertEquals(List.of(), Browser.violations(reader));
                assertEquals(390, reader.evaluate("document.documentElement.scrollWidth"));
            }
            page.click("[value=off]");
            page.waitForSelector(".notice");
            assertFalse(titr.get("/section/city").body().contains("پل نه‌دهنه باز شد"));
        }
    }

    @Test
    void settingsHoldAtOnceAndALogoTakesThePlaceOfTheName() throws Exception {
        try (var chief = signedIn("settings@example.org", "chief-editor", 1366)) {
            var page = chief.newPage();
            open(page, "/desk/site/settings");
            page.fill("#style-example", "كتابها");
            page.waitForCondition(
                    () -> page.locator("#style-result").textContent().equals("کتاب\u200cها"));
            page.fill("[name='accent.light']", "#0b4f9c");
            page.fill("[name='accent.dark']", "#8fc2ff");
            page.click("[data-command=settings-save]");
            page.waitForSelector(".notice");
            assertTrue(titr.get("/").body().contains("--accent:light-dark(#0b4f9c,#8fc2ff)"));
            page.fill("[name='accent.light']", "#ffd54d");
            page.click("[data-command=settings-save]");
            assertTrue(page.locator("[role=alert]").first().textContent().contains("خوانده نمی‌شوند"));

            open(page, "/desk/site/settings");
            var drawing = java.nio.file.Files.createTempFile("logo", ".svg");
            java.nio.file.Files.writeString(
                    drawing,
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 240 60\"><script>alert(1)</script>"
                            + "<rect width=\"240\" height=\"60\" fill=\"#0b4f9c\"/></svg>");
            page.setInputFiles("[name=logo]", drawing);
            page.click(".logo-form button:not([value])");
            page.waitForSelector(".logo-shown img");
            String address = page.locator(".logo-shown img").getAttribute("src");
            var logo = titr.get(address);
            assertEquals(200, logo.statusCode());
            assertFalse(logo.body().contains("alert"));
            assertTrue(titr.get("/").body().contains("<img class=\"logo\" src=\"" + address + "\""));
            page.click(".logo-form [value=remove]");
            page.waitForCondition(() -> page.locator(".logo-shown").count() == 0);
        }
    }

    @Test
    void aPageIsWrittenPreviewedAndPublished() {
        try (var chief = signedIn("pages@example.org", "chief-editor", 1366)) {
            var page = chief.newPage();
            open(page, "/desk/site/pages/one");
            page.fill("[name=title]", "تماس با ما");
            page.fill("[name=slug]", "contact");
            page.fill("[name=body]", "## نشانی\n\nکوچهٔ چاپخانه");
            var preview = chief.waitForPage(() -> page.click("[formaction$=preview]"));
            preview.waitForLoadState();
            assertEquals("تماس با ما", preview.locator("h1").textContent().strip());
            assertEquals(404, titr.get("/contact").statusCode());
            page.click("[value=publish]");
            page.waitForSelector(".notice");
            assertTrue(titr.get("/contact").body().contains("<h2>نشانی</h2>"));
            assertTrue(titr.get("/").body().contains("<a href=\"/contact\">تماس با ما</a>"));
        }
    }

    @Test
    void aReporterIsToldThatThisIsNotTheirs() {
        try (var reporter = signedIn("rooms@example.org", "reporter", 1366)) {
            for (String room : ROOMS) {
                assertEquals(403, reporter.request().get(titr.address + room).status(), room);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1366})
    void everyRoomIsForEverybody(int width) {
        try (var chief = signedIn("axe" + width + "@example.org", "administrator", width)) {
            var page = chief.newPage();
            for (String room : ROOMS) {
                open(page, room);
                assertEquals(List.of(), Browser.violations(page), room + " " + width);
                int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
                assertEquals(width, wide, room);
            }
        }
    }

    private static void open(Page page, String path) {
        page.navigate(titr.address + path);
        page.waitForLoadState();
    }

    /** Puts the first story that was found in the chosen place, and answers its headline. */
    private static String placeFirst(Page page) {
        var story = page.locator(".candidates button").first();
        String headline = story.locator(".headline").textContent().strip();
        story.click();
        return headline;
    }

    private static String headlineAt(Page page, String slot) {
        var places = page.locator("[data-slot='" + slot + "'] .headline");
        return places.count() == 0 ? "" : places.first().textContent().strip();
    }

    /** The lead as readers have it. */
    private static String lead() {
        return titr.get("/")
                .body()
                .replaceFirst("(?s).*<h2 id=\"lead-story\"><a href=\"[^\"]*\">([^<]*)</a>.*", "$1")
                .strip();
    }

    private static BrowserContext signedIn(String email, String role, int width) {
        return browser.signedIn(titr, email, "آزمایشگر", role, new NewContextOptions().setViewportSize(width, 900));
    }
}
