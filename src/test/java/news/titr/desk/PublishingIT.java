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

/** Publishing as an editor does it, beside the editor and on a page of its own, against the built program. */
class PublishingIT {

    private static final Home HOME = Home.fresh();
    private static TitrProcess titr;
    private static Browser browser;
    private static BrowserContext chief;

    @BeforeAll
    static void start() {
        titr = TitrProcess.serve(HOME);
        browser = new Browser();
        chief = signedIn("mina@example.org", "chief-editor");
    }

    @AfterAll
    static void stop() {
        browser.close();
        titr.close();
    }

    @Test
    void a_story_is_scheduled_by_keyboard_alone_and_goes_out_after_a_restart() {
        var page = story("پل کهنه فردا باز می‌شود");
        String number = number(page);
        open(page, number);
        page.locator("summary", new Page.LocatorOptions().setHasText("انتشار در زمانی دیگر"))
                .press("Enter");
        page.focus("#publishing-at");
        page.keyboard().press("ArrowDown");
        page.waitForSelector(".dates:not([hidden])");
        String today = focusedDay(page);
        page.keyboard().press("ArrowLeft");
        page.waitForCondition(() -> focusedDay(page).compareTo(today) > 0);
        page.keyboard().press("Enter");
        page.waitForCondition(() -> "publishing-at-time".equals(page.evaluate("document.activeElement.id")));
        page.keyboard().type("۱۰:۲۰");
        page.keyboard().press("Enter");
        assertTrue(page.inputValue("#publishing-at").endsWith(" - ۱۰:۲۰"), page.inputValue("#publishing-at"));
        page.waitForSelector(".reading:text('به وقت ایران')");
        page.keyboard().press("Enter");
        assertTrue(page.locator("[role=status].notice").textContent().contains("زمان‌بندی شد"));
        assertEquals(404, titr.get("/" + number).statusCode());

        // moved to a moment that comes while nothing runs
        page.locator("summary", new Page.LocatorOptions().setHasText("تغییر زمان"))
                .click();
        page.fill("#publishing-at", java.time.Instant.now().plusSeconds(6).toString());
        page.locator("form[action$=schedule] button.main").click();
        assertTrue(page.locator("[role=status].notice").textContent().contains("زمان‌بندی شد"));
        titr.kill();
        sleep(6500);
        titr = TitrProcess.serve(HOME);
        for (int i = 0; i < 100 && titr.get("/" + number).statusCode() == 404; i++) {
            sleep(50);
        }
        assertTrue(titr.get("/news/" + number).statusCode() < 400);
    }

    @Test
    void an_embargo_keeps_the_chief_from_publishing_and_says_until_when() {
        var page = story("خبری که هنوز نباید گفته شود");
        String number = number(page);
        open(page, number);
        page.locator("summary", new Page.LocatorOptions().setHasText("ممنوعیت")).click();
        page.fill("#publishing-until", "1420/1/2 10:20");
        page.locator("form[action$=embargo] button.main").click();
        assertTrue(page.locator("[role=status].notice").textContent().contains("ممنوعیت گذاشته شد"));
        page.locator("form[action$=publication] button").click();
        assertThat(page.locator("[role=alert]:not(.alarms)")).containsText("۱۴۲۰");
        assertEquals(404, titr.get("/" + number).statusCode());
        assertEquals(List.of(), Browser.violations(page));
    }

    @Test
    void a_story_is_published_corrected_and_withdrawn_in_the_panel_and_the_log_knows() {
        var page = story("پل کهنه باز شد");
        String number = number(page);
        open(page, number);
        page.locator("form[action$=publication] button").click();
        assertTrue(page.locator("[role=status].notice").textContent().contains("منتشر شد"));
        assertEquals("/news/" + number, page.getAttribute(".links a >> nth=0", "href"));
        page.locator("summary", new Page.LocatorOptions().setHasText("اصلاحیه")).click();
        page.fill("[name=correction]", "پل هنوز بسته است.");
        page.locator("form[action$=correction] button").click();
        assertTrue(titr.get("/news/" + number + "/print").body().contains("پل هنوز بسته است."));
        page.locator("summary", new Page.LocatorOptions().setHasText("پس‌گرفتن"))
                .click();
        page.fill("[name=reason]", "نادرست بود.");
        page.check("form[action$=withdrawal] [type=checkbox]");
        page.locator("form[action$=withdrawal] button").click();
        assertEquals(410, titr.get("/" + number).statusCode());

        page.navigate(titr.address + "/desk/audit?story=" + number);
        var words = page.locator(".audit .words").allTextContents();
        assertTrue(words.getFirst().startsWith("آزمایشگر خبر"), words.toString());
        assertEquals(List.of(), Browser.violations(page));
        page.navigate(titr.address + "/desk/numbers");
        assertEquals(List.of(), Browser.violations(page));
        String csrf = page.getAttribute("meta[name=csrf]", "content");
        var cookie = chief.cookies().getFirst();
        var csv =
                titr.post("/desk/audit/export", "format=csv&csrf=" + csrf, "Cookie", cookie.name + "=" + cookie.value);
        assertTrue(csv.body().startsWith("\uFEFF\"time\""), csv.body());
        assertTrue(csv.body().contains("\"withdraw\""));
    }

    /** The editor with a new story in it, saved. */
    private static Page story(String headline) {
        var page = chief.newPage();
        page.navigate(titr.address + "/desk");
        page.locator("[data-command=new-story]").dispatchEvent("click");
        page.waitForURL("**/desk/stories/*");
        Browser.click(page, ".headline");
        page.keyboard().insertText(headline);
        page.waitForCondition(() -> titr.get("/desk/stories/" + number(page) + "/document", "Cookie", cookie())
                .body()
                .contains(headline));
        return page;
    }

    /** The day of the calendar that has the focus, such as {@code 2025-01-20}; empty while none has. */
    private static String focusedDay(Page page) {
        return (String) page.evaluate("document.activeElement.dataset.iso ?? ''");
    }

    private static void open(Page page, String number) {
        page.navigate(titr.address + "/desk/stories/" + number + "/panels/publishing");
    }

    private static String number(Page page) {
        return page.url().replaceAll(".*/desk/stories/([0-9]+).*", "$1");
    }

    private static String cookie() {
        var cookie = chief.cookies().getFirst();
        return cookie.name + "=" + cookie.value;
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BrowserContext signedIn(String email, String role) {
        return browser.signedIn(titr, email, "آزمایشگر", role);
    }
}
