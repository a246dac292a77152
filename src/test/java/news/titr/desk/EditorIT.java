package news.titr.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.BooleanSupplier;
import news.titr.Browser;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The editor as people write in it, in a browser, against the built program. */
class EditorIT {

    private static final Home HOME = Home.fresh();
    private static TitrProcess titr;
    private static Browser browser;
    private static BrowserContext mina;
    private static BrowserContext sara;

    @BeforeAll
    static void start() {
        titr = TitrProcess.serve(HOME);
        browser = new Browser();
        mina = signedIn(titr, "mina@example.org", "مینا");
        sara = signedIn(titr, "sara@example.org", "سارا");
    }

    @AfterAll
    static void stop() {
        browser.close();
        titr.close();
    }

    @Test
    void aStoryIsWrittenInPlaceAndEverythingIsSavedWithoutAsking() {
        var page = newStory(mina);
        page.keyboard().type("پل کهنه باز شد");
        page.keyboard().press("Enter");
        page.keyboard().type("راه از فردا باز است.");
        page.keyboard().press("Enter");
        page.keyboard().type("مرمت تمام شد.");
        page.keyboard().press("Enter");
        page.keyboard().type("## چه شد");
        saved(page);
        var other = open(sara, page);
        assertEquals("پل کهنه باز شد", other.textContent(".headline"));
        assertEquals("راه از فردا باز است.", other.textContent(".lead"));
        assertEquals("چه شد", other.textContent(".body h2"));
        other.close();
        page.close();
    }

    @Test
    void theHalfSpaceDigitsAndQuotationMarksAreTypedAsInPersian() {
        var page = newStory(mina);
        page.keyboard().type("می");
        page.keyboard().press("Shift+Space");
        page.keyboard().type("شود");
        page.keyboard().press("Control+Shift+Digit2");
        page.keyboard().type("ها");
        assertEquals("می\u200cشود\u200cها", page.textContent(".headline"));
        page.close();
    }

    @Test
    void theKindOfPieceIsChosenBesideTheTextAndTheOtherWindowFollows() {
        var page = newStory(mina);
        page.keyboard().type("گفت‌وگو با مهندس پل");
        saved(page);
        var other = open(sara, page);
        for (var window : List.of(page, other)) {
            window.keyboard().press("Alt+1");
        }
        page.locator(".details-panel [name=type]").selectOption("interview");
        until(() -> other.locator(".details-panel [name=type]").inputValue().equals("interview"));
        other.reload();
        other.waitForSelector(".saving[data-state=saved]");
        other.keyboard().press("Alt+1");
        assertEquals("interview", other.locator(".details-panel [name=type]").inputValue());
        other.close();
        page.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1366})
    void twoWhoTypeAtOnceBothKeepTheirWordsAndUndoOnlyTheirOwn(int width) {
        var first = newStory(mina);
        first.setViewportSize(width, 820);
        first.keyboard().type("تیتر");
        saved(first);
        var second = open(sara, first);
        Browser.click(second, ".lead");
        Browser.click(first, ".headline");
        first.keyboard().press("End");
        for (int i = 0; i < 12; i++) {
            first.keyboard().type("آ");
            second.keyboard().type("ب");
        }
        until(() -> first.textContent(".lead").equals("ب".repeat(12)));
        until(() -> second.textContent(".headline").equals("تیتر" + "آ".repeat(12)));
        until(() -> first.textContent(".people").contains("سارا"));
        // typed slowly enough, it is taken back in several goes
        until(() -> {
            second.keyboard().press("Control+z");
            return second.textContent(".lead").isEmpty();
        });
        until(() -> first.textContent(".lead").isEmpty());
        assertEquals("تیتر" + "آ".repeat(12), second.textContent(".headline"));
        second.close();
        first.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1366})
    void whatIsTypedOfflineIsKeptHereAndSentLater(int width) {
        var page = newStory(mina);
        page.setViewportSize(width, 820);
        page.keyboard().type("پیش از قطع");
        saved(page);
        mina.setOffline(true);
        page.keyboard().type(" و پس از آن");
        until(() -> page.getAttribute(".saving", "data-state").equals("offline"));
        mina.setOffline(false);
        saved(page);
        var other = open(sara, page);
        assertEquals("پیش از قطع و پس از آن", other.textContent(".headline"));
        other.close();
        page.close();
    }

    @Test
    void aWindowThatDiesOfflineLosesNothing() {
        var page = newStory(mina);
        String address = page.url();
        page.keyboard().type("آغاز");
        saved(page);
        mina.setOffline(true);
        page.keyboard().type(" و ادامه");
        page.waitForTimeout(400);
        page.close();
        mina.setOffline(false);
        var again = mina.newPage();
        again.navigate(address);
        until(() -> "آغاز و ادامه".equals(again.textContent(".headline")));
        saved(again);
        var other = open(sara, again);
        assertEquals("آغاز و ادامه", other.textContent(".headline"));
        other.close();
        again.close();
    }

    @Test
    void wordsThatOthersDeletedTheGroundOfStandBesideTheirsUntilSomebodyDecides() {
        var page = newStory(mina);
        page.keyboard().type("تیتر");
        Browser.click(page, ".body p");
        page.keyboard().type("بند نخست");
        page.keyboard().press("Enter");
        page.keyboard().type("بند دوم");
        saved(page);
        var other = open(sara, page);
        mina.setOffline(true);
        page.keyboard().type(" با واژه‌های من");
        page.waitForTimeout(300);
        Browser.click(other, ".body p >> nth=1");
        other.keyboard().press("Control+Shift+Backspace");
        saved(other);
        mina.setOffline(false);
        page.waitForSelector("dialog.merge");
        assertTrue(page.textContent("dialog.merge").contains("بند دوم با واژه‌های من"));
        page.keyboard().press("b");
        saved(page);
        until(() -> other.textContent(".body").contains("بند دوم با واژه‌های من"));
        other.close();
        page.close();
    }

    @Test
    void whoseSessionHasEndedKeepsEverythingAndGoesOnAfterSigningIn() {
        var context = signedIn(titr, "nima@example.org", "نیما");
        var page = newStory(context);
        page.keyboard().type("یک");
        saved(page);
        context.clearCookies();
        page.keyboard().type(" دو");
        until(() -> page.getAttribute(".saving", "data-state").equals("signed-out"));
        Browser.signIn(context, titr, titr.link("nima@example.org"));
        page.bringToFront();
        page.evaluate("() => dispatchEvent(new Event('focus'))");
        saved(page);
        var other = open(sara, page);
        assertEquals("یک دو", other.textContent(".headline"));
        other.close();
        context.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1366})
    void theServerMayBeKilledWhileSomebodyTypes(int width) {
        var home = Home.fresh();
        int port;
        String address;
        try (var server = TitrProcess.serve(home)) {
            address = server.address;
            port = java.net.URI.create(address).getPort();
            var context = signedIn(server, "x@example.org", "ایکس");
            var page = context.newPage();
            page.setViewportSize(width, 820);
            page.navigate(server.address + "/desk");
            page.locator("[data-command=new-story]").dispatchEvent("click");
            page.waitForSelector("#story-text");
            page.keyboard().type("پیش از مرگ سرور");
            page.waitForTimeout(600);
            server.kill();
            page.keyboard().type(" و پس از آن");
            until(() -> page.getAttribute(".saving", "data-state").equals("offline"));
            try (var _ = TitrProcess.serve(home, port)) {
                page.evaluate("() => dispatchEvent(new Event('online'))");
                until(() -> page.getAttribute(".saving", "data-state").equals("saved"));
                var again = context.newPage();
                again.navigate(page.url());
                again.waitForSelector("#story-text");
                assertEquals("پیش از مرگ سرور و پس از آن", again.textContent(".headline"));
                context.close();
            }
        }
    }

    @Test
    void pastedPagesBecomeCleanBlocksAndWhatStayedBehindIsSaid() {
        var page = newStory(mina);
        Browser.click(page, ".body p");
        paste(
                page,
                "<h2>میان‌تیتر</h2><p>متن <b>پررنگ</b><span style='display:none'>پنهان</span></p>"
                        + "<ul><li>یک</li><li>دو</li></ul><img src='https://example.org/a.jpg' alt='پل'>",
                "متن");
        assertEquals("میان‌تیتر", page.textContent(".body h2"));
        assertEquals("پررنگ", page.textContent(".body strong"));
        assertEquals(2, page.locator(".body li").count());
        assertTrue(page.textContent(".status-bar .note").contains("پل"), page.textContent(".status-bar .note"));
        assertTrue(!page.textContent(".body").contains("پنهان"));
        page.close();
    }

    @Test
    void theSlashMenuBringsEveryBlock() {
        var page = newStory(mina);
        Browser.click(page, ".body p");
        page.keyboard().type("/جدول");
        page.waitForSelector(".slash-menu [aria-selected=true]");
        page.keyboard().press("Enter");
        page.keyboard().type("الف");
        page.keyboard().press("Tab");
        page.keyboard().type("ب");
        assertEquals(9, page.locator(".body :is(td, th)").count());
        assertEquals("ب", page.textContent(".body th >> nth=1"));
        page.close();
    }

    @Test
    void mendsAreShownInPlaceAndTakenOneByOne() {
        var page = newStory(mina);
        page.keyboard().type("کتابها");
        Browser.click(page, ".lead");
        page.keyboard().type("این خبر می شود.");
        page.keyboard().press("Alt+2");
        page.waitForSelector(".tidy-panel .offers li");
        assertTrue(page.locator(".story .mend").count() >= 2);
        page.locator(".tidy-panel li:has-text('می شود') .acts button >> nth=0").click();
        assertEquals("این خبر می\u200cشود.", page.textContent(".lead"));
        page.locator(".tidy-panel li:has-text('کتابها') .acts button >> nth=1").click();
        assertEquals(0, page.locator(".tidy-panel .offers li").count());
        assertEquals("کتابها", page.textContent(".headline"));
        page.close();
    }

    @Test
    void detailsAreStepsLikeTheTextAndCanBeTakenBack() {
        var page = newStory(mina);
        page.keyboard().press("Alt+1");
        page.selectOption(".details-panel [name=section]", "city");
        page.fill(".details-panel [list=known-tags]", "پل، حمل‌ونقل");
        page.keyboard().press("Enter");
        saved(page);
        var other = open(sara, page);
        other.keyboard().press("Alt+1");
        assertEquals("city", other.inputValue(".details-panel [name=section]"));
        assertEquals(2, other.locator(".names button").count());
        Browser.click(page, ".headline");
        page.keyboard().press("Control+z");
        until(() -> other.locator(".names button").count() == 0);
        other.close();
        page.close();
    }

    @Test
    void everySpellingIsFoundAndReplaced() {
        var page = newStory(mina);
        Browser.click(page, ".body p");
        page.keyboard().type("این می شود و آن می");
        page.keyboard().press("Shift+Space");
        page.keyboard().type("شود.");
        page.keyboard().press("Control+f");
        page.keyboard().type("می\u200cشود");
        until(() -> page.locator(".story .found").count() == 2);
        page.locator(".find-bar input").nth(1).fill("شد");
        page.locator(".find-bar .buttons button").nth(3).click();
        assertEquals("این شد و آن شد.", page.textContent(".body"));
        page.close();
    }

    @Test
    void theEditorIsForEverybody() {
        for (int width : List.of(390, 1366)) {
            var page = newStory(mina);
            page.setViewportSize(width, 800);
            page.keyboard().type("خبری برای همه");
            Browser.click(page, ".body p");
            page.keyboard().type("> گفته");
            page.keyboard().press("Enter");
            page.keyboard().press("Enter");
            page.keyboard().type("/جدول");
            page.keyboard().press("Enter");
            for (String cell : List.of("الف", "ب", "پ")) {
                page.keyboard().type(cell);
                page.keyboard().press("Tab");
            }
            for (String panel : List.of("Alt+1", "Alt+2")) {
                page.keyboard().press(panel);
                page.waitForTimeout(150);
                assertEquals(List.of(), Browser.violations(page), width + " " + panel);
            }
            assertTrue((boolean) page.evaluate(
                    "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
            page.close();
        }
    }

    // ---- what the tests say

    private static Page newStory(BrowserContext who) {
        var page = who.newPage();
        page.navigate(titr.address + "/desk");
        page.locator("[data-command=new-story]").dispatchEvent("click");
        page.waitForSelector("#story-text");
        page.waitForSelector(".saving[data-state=saved]");
        return page;
    }

    private static Page open(BrowserContext who, Page same) {
        var page = who.newPage();
        page.navigate(same.url());
        page.waitForSelector(".saving[data-state=saved]");
        return page;
    }

    private static void saved(Page page) {
        page.waitForSelector(".saving[data-state=saved]", new Page.WaitForSelectorOptions().setTimeout(25_000));
    }

    private static void until(BooleanSupplier holds) {
        for (int i = 0; i < 250; i++) {
            if (holds.getAsBoolean()) {
                return;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertTrue(holds.getAsBoolean());
    }

    private static void paste(Page page, String html, String text) {
        page.evaluate("""
                ([html, text]) => {
                  const data = new DataTransfer();
                  data.setData("text/html", html);
                  data.setData("text/plain", text);
                  const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
                  document.getElementById("story-text").dispatchEvent(event);
                }""", List.of(html, text));
    }

    private static BrowserContext signedIn(TitrProcess server, String email, String name) {
        var context = browser.signedIn(server, email, name, "chief-editor");
        context.setDefaultTimeout(15_000);
        return context;
    }
}
