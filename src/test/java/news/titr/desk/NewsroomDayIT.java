package news.titr.desk;

import static news.titr.Until.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import news.titr.Browser;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One story's day: written, returned, mended, scheduled, out, corrected, withdrawn, on a phone and on a laptop, on both databases. */
@Tag("database")
class NewsroomDayIT {

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

    @ParameterizedTest
    @ValueSource(ints = {390, 1366})
    void a_story_goes_its_whole_way(int width) {
        var reporter = signedIn(width, "reporter" + width + "@example.org", "سارا امینی", "reporter");
        var editor = signedIn(width, "desk" + width + "@example.org", "نیما راد", "desk-editor");
        var chief = signedIn(width, "chief" + width + "@example.org", "مینا کیان", "chief-editor");

        // the reporter writes and pastes
        var writing = reporter.newPage();
        writing.navigate(titr.address + "/desk");
        writing.locator("[data-command=new-story]").dispatchEvent("click");
        writing.waitForSelector(".saving[data-state=saved]");
        Browser.click(writing, ".headline");
        writing.keyboard().insertText("پل کهنه");
        Browser.click(writing, ".lead");
        writing.keyboard().insertText("پل کهنهٔ شهر پس از دو سال مرمت به روی پیاده‌ها باز می‌شود.");
        Browser.click(writing, ".body p");
        paste(writing, "<p class=MsoNormal>مرمت دو سال طول کشید.<span style='display:none'>پنهان</span></p>");
        writing.keyboard().press("Alt+1");
        writing.selectOption(".details-panel [name=section]", "city");
        saved(writing);
        String number = writing.url().replaceAll(".*/", "");

        // hands it in; the editor returns it and says why
        panel(writing, "workflow");
        writing.click("#panel button[value=review]");
        writing.waitForSelector("#panel button[value=draft], #panel .moves li");
        var desk = open(editor, number);
        panel(desk, "workflow");
        desk.fill("#panel [name=note]", "تیتر بگوید چه شده است.");
        desk.click("#panel button[value=draft]");
        desk.waitForSelector("#panel button[value=review]");

        // the reporter reads why, mends it and hands it in again
        panel(writing, "workflow");
        writing.waitForSelector("#panel .returned:has-text('تیتر بگوید چه شده است.')");
        close(writing);
        Browser.click(writing, ".headline");
        writing.keyboard().press("End");
        writing.keyboard().insertText(" باز می‌شود");
        saved(writing);
        panel(writing, "workflow");
        writing.click("#panel button[value=review]");
        writing.waitForSelector("#panel .moves li:has-text('بازبینی')");
        assertEquals(404, titr.get("/" + number).statusCode(), "readers see nothing of it yet");

        // the chief schedules it, and it goes out at its time
        var leading = open(chief, number);
        assertEquals("پل کهنه باز می‌شود", leading.textContent(".headline"));
        panel(leading, "publishing");
        leading.locator("#panel form[action$=schedule]")
                .locator("xpath=..")
                .locator("summary")
                .click();
        var at = Instant.now().plusSeconds(3);
        leading.fill("#publishing-at", at.toString());
        leading.click("#panel form[action$=schedule] button.main");
        leading.waitForSelector("#panel [role=status]");
        until(() -> titr.get("/news/" + number).statusCode() < 400);
        assertTrue(!Instant.now().isBefore(at), "not before its time");
        until(() -> titr.get("/").body().contains("/news/" + number));

        // it is corrected, with words for readers
        close(leading);
        Browser.click(leading, ".body p");
        leading.keyboard().press("End");
        leading.keyboard().insertText(" هزینهٔ آن را شهرداری داد.");
        saved(leading);
        panel(leading, "publishing");
        open(leading.locator("#panel form[action$=correction]"));
        leading.fill("#panel [name=correction]", "هزینهٔ مرمت در متن نخست نیامده بود.");
        leading.click("#panel form[action$=correction] button");
        leading.waitForSelector("#panel [role=status]");
        String corrected = titr.get("/news/" + number + "/print").body();
        assertTrue(corrected.contains("هزینهٔ مرمت در متن نخست نیامده بود."), corrected);
        assertTrue(corrected.contains("شهرداری داد"), "what was typed last is what readers get");

        // and withdrawn, with a reason; it is gone everywhere at once
        open(leading.locator("#panel form[action$=withdrawal]"));
        leading.fill("#panel [name=reason]", "پل هنوز بسته است.");
        leading.check("#panel form[action$=withdrawal] [type=checkbox]");
        leading.click("#panel form[action$=withdrawal] button");
        leading.waitForSelector("#panel .state.withdrawn");
        for (String path : List.of("/news/" + number, "/news/" + number + "/print", "/news/" + number + ".pdf")) {
            assertEquals(410, titr.get(path).statusCode(), path);
        }
        assertTrue(!titr.get("/").body().contains("/news/" + number), "the front page still shows it");

        // the log knows the whole day
        leading.navigate(titr.address + "/desk/audit?story=" + number);
        String log = String.join("\n", leading.locator(".audit .words").allTextContents());
        for (String name : List.of("سارا امینی", "نیما راد", "مینا کیان")) {
            assertTrue(log.contains(name), log);
        }
        assertEquals(List.of(), Browser.violations(leading));
        assertTrue(
                (boolean) leading.evaluate(
                        "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                "no sideways scrolling");
        List.of(reporter, editor, chief).forEach(BrowserContext::close);
    }

    // ---- what the test says

    private static Page open(BrowserContext who, String number) {
        var page = who.newPage();
        page.navigate(titr.address + "/desk/stories/" + number);
        page.waitForSelector(".saving[data-state=saved]");
        return page;
    }

    /** Opens the fold that a form stands in. */
    private static void open(Locator form) {
        form.locator("xpath=ancestor::details").locator("summary").click();
    }

    /** Shows a panel, drawn anew. */
    private static void panel(Page page, String name) {
        if (!page.isVisible("#panel")) {
            page.keyboard().press("Alt+1");
        }
        if ("true".equals(page.getAttribute("#tab-" + name, "aria-selected"))) {
            page.click("#tab-" + (name.equals("workflow") ? "details" : "workflow"));
        }
        page.locator("#tab-" + name).click();
        page.waitForSelector("[data-panel=" + name + "]");
    }

    private static void close(Page page) {
        page.click(".side-panel .close");
    }

    private static void saved(Page page) {
        page.waitForSelector(".saving[data-state=saved]");
    }

    private static void paste(Page page, String html) {
        page.evaluate("""
                html => {
                  const data = new DataTransfer();
                  data.setData("text/html", html);
                  const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
                  document.getElementById("story-text").dispatchEvent(event);
                }""", html);
    }

    private static BrowserContext signedIn(int width, String email, String name, String role) {
        var context = browser.signedIn(titr, email, name, role, new NewContextOptions().setViewportSize(width, 820));
        context.setDefaultTimeout(20_000);
        return context;
    }
}
