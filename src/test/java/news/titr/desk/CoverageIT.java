package news.titr.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import news.titr.Browser;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import news.titr.ValidHtml;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A live coverage from the desk to its readers, in several browsers at once: the sample newspaper's, against the built program. */
class CoverageIT {

    private static final Home HOME = Home.sample();
    private static final String DESK = "/desk/stories/1060/coverage";
    private static final String STORY = "/news/1060";

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
    void what_is_written_at_the_desk_reaches_readers_and_colleagues_at_once_and_moves_nothing() {
        try (var editor = signedIn("one@example.org", "chief-editor");
                var colleague = signedIn("two@example.org", "chief-editor");
                var reader = browser.visitor()) {
            var reading = open(reader, STORY);
            var beside = open(colleague, DESK);
            var writing = open(editor, DESK);
            // the reader is told, and nothing moves until they want it
            reading.evaluate("scrollTo(0, document.querySelector('#e5').getBoundingClientRect().top)");
            double before = top(reading, "#e5");
            long next = 1 + Long.parseLong(reading.locator("#coverage").getAttribute("data-newest"));
            String bridge = "#e" + next;
            String snow = "#e" + (next + 1);
            write(writing, "پل باز است.");
            writing.keyboard().press("Control+Enter");
            var bar = reading.locator(".news a");
            PlaywrightAssertions.assertThat(bar).hasText("یک مطلب تازه");
            write(writing, "برف بند آمد.");
            writing.locator("[name=headline]").fill("پایان برف");
            writing.locator(".composer [name=key]").check();
            writing.locator(".composer .go").click();
            PlaywrightAssertions.assertThat(bar).hasText("۲ مطلب تازه");
            assertEquals(before, top(reading, "#e5"), 1);
            assertEquals(0, reading.locator(bridge).count());
            PlaywrightAssertions.assertThat(beside.locator("#entry-" + (next + 1) + " .body"))
                    .hasText("برف بند آمد.");
            bar.click();
            PlaywrightAssertions.assertThat(reading.locator(snow + " h3")).hasText("پایان برف");
            PlaywrightAssertions.assertThat(bar).isHidden();
            assertEquals(
                    List.of(snow, bridge),
                    reading.locator(".flow article").evaluateAll("all => all.slice(0, 2).map(one => '#' + one.id)"));
            PlaywrightAssertions.assertThat(reading.locator(".key-events li").first())
                    .containsText("پایان برف");

            // an edit comes in its place, what is taken back goes at once
            var written = writing.locator("#entry-" + next);
            written.locator(".acts > a").click();
            var text = writing.locator(".composer .body p");
            PlaywrightAssertions.assertThat(text).hasText("پل باز است.");
            write(writing, " با زنجیر چرخ.");
            writing.locator(".composer .go").click();
            PlaywrightAssertions.assertThat(reading.locator(bridge + " .body")).hasText("پل باز است. با زنجیر چرخ.");
            writing.waitForURL("**" + DESK);
            written.locator(".removing summary").click();
            written.locator("[name=reason]").fill("نادرست بود");
            written.locator(".danger").click();
            PlaywrightAssertions.assertThat(reading.locator(bridge)).hasText("این مطلب پس گرفته شد.");
            PlaywrightAssertions.assertThat(beside.locator("#entry-" + next + " .removal"))
                    .containsText("نادرست بود");
            var own = reader.request().get(titr.address + STORY + "?entry=" + next);
            assertEquals(410, own.status());
            assertFalse(own.text().contains("زنجیر چرخ."));
            writing.locator(".heading button").click();
            PlaywrightAssertions.assertThat(reading.locator("#coverage .over")).isVisible();
            writing.locator(".heading button").click();
            writing.waitForSelector(".composer");
        }
    }

    @Test
    void what_is_written_without_a_network_is_sent_once_when_it_is_back() {
        try (var editor = signedIn("train@example.org", "chief-editor")) {
            var page = open(editor, DESK);
            editor.setOffline(true);
            write(page, "در تونل نوشته شد.");
            page.keyboard().press("Control+Enter");
            PlaywrightAssertions.assertThat(page.locator(".waiting li .text")).hasText("در تونل نوشته شد.");
            write(page, "و این ناتمام ماند");
            // the answer to the first attempt is lost as well: it has arrived, and nobody knows
            editor.route("**/coverage/entries", route -> {
                if (route.request().method().equals("POST")) {
                    route.fetch();
                    route.abort();
                } else {
                    route.resume();
                }
            });
            editor.setOffline(false);
            page.waitForCondition(() -> count(editor, "در تونل نوشته شد.") == 1);
            editor.unroute("**/coverage/entries");
            // the browser is closed and opened again
            page.close();
            var again = open(editor, DESK);
            PlaywrightAssertions.assertThat(again.locator(".waiting li")).hasCount(0);
            PlaywrightAssertions.assertThat(again.locator(".composer .body p")).hasText("و این ناتمام ماند");
            assertEquals(1, count(editor, "در تونل نوشته شد."));
        }
    }

    @Test
    void two_who_edit_the_same_entry_are_told_of_each_other() {
        try (var one = signedIn("first@example.org", "chief-editor");
                var two = signedIn("second@example.org", "chief-editor")) {
            var first = open(one, DESK + "?edit=2");
            var second = open(two, DESK + "?edit=2");
            write(first, " نخست");
            first.locator(".composer .go").click();
            first.waitForURL("**" + DESK);
            write(second, " دوم");
            second.locator(".composer .go").click();
            PlaywrightAssertions.assertThat(second.locator(".theirs")).containsText("ایستاده‌اند. نخست");
            PlaywrightAssertions.assertThat(second.locator(".composer .body p")).containsText("ایستاده‌اند. دوم");
            second.locator(".composer .go").click();
            second.waitForURL("**" + DESK);
            PlaywrightAssertions.assertThat(second.locator("#entry-2 .body")).containsText("ایستاده‌اند. دوم");
        }
    }

    @Test
    void everything_can_be_done_without_scripts() throws Exception {
        try (var editor = signedIn(
                        "plain@example.org", "chief-editor", new NewContextOptions().setJavaScriptEnabled(false));
                var reader = browser.visitor(new NewContextOptions().setJavaScriptEnabled(false))) {
            var page = open(editor, DESK);
            page.fill("[name=text]", "بند نخست با [پیوند](https://example.org/).\n\n- یک\n- دو");
            page.locator(".composer .go").click();
            var written = page.locator(".entries > li").first();
            assertEquals(2, written.locator("li").count());
            String number = written.getAttribute("id").replace("entry-", "");
            var reading = open(reader, STORY);
            assertTrue(reading.locator("#e" + number).textContent().contains("بند نخست"));
            page.locator("#entry-" + number + " .acts form")
                    .nth(1)
                    .locator("button")
                    .click();
            reading.locator("a.reload").click();
            assertEquals("e" + number, reading.locator("article.entry").first().getAttribute("id"));
            page.locator("#entry-" + number + " .acts > a").click();
            page.fill("[name=text]", "");
            page.locator(".composer .go").click();
            assertEquals("چیزی بنویسید.", page.locator(".problem li").textContent());
            page.navigate(titr.address + DESK);
            page.locator("#entry-" + number + " .removing summary").click();
            page.fill("#entry-" + number + " [name=reason]", "آزمایش بود");
            page.locator("#entry-" + number + " .danger").click();
            reading.navigate(titr.address + STORY + "?entry=" + number);
            assertEquals("این مطلب پس گرفته شد.", reading.locator(".taken-back").textContent());
            for (var address : List.of(DESK, DESK + "?edit=3")) {
                assertEquals(
                        "",
                        ValidHtml.complaints(
                                editor.request().get(titr.address + address).body()),
                        address);
            }
            assertEquals(
                    "",
                    ValidHtml.complaints(reader.request()
                            .get(titr.address + STORY + "?before=5")
                            .body()));
        }
    }

    @Test
    void everybody_can_use_the_page_at_the_desk() {
        var options = new NewContextOptions().setViewportSize(390, 844).setBypassCSP(true);
        try (var editor = signedIn("eyes@example.org", "chief-editor", options)) {
            var page = open(editor, DESK);
            page.waitForSelector("[data-ready]");
            page.locator(".removing summary").first().click();
            assertEquals(List.of(), Browser.violations(page));
            assertEquals(390, page.evaluate("document.documentElement.scrollWidth"));
        }
    }

    /** How many entries readers have that say this. */
    private static long count(BrowserContext context, String text) {
        return context.request()
                .get(titr.address + STORY)
                .text()
                .lines()
                .filter(line -> line.equals("<p>" + text + "</p>"))
                .count();
    }

    private static double top(Page page, String selector) {
        return ((Number) page.evaluate(
                        "selector => document.querySelector(selector).getBoundingClientRect().top", selector))
                .doubleValue();
    }

    private static void write(Page page, String text) {
        page.waitForSelector("[data-ready]");
        page.locator(".composer .body").click();
        page.keyboard().press("Control+End");
        page.keyboard().insertText(text);
    }

    private static Page open(BrowserContext context, String path) {
        var page = context.newPage();
        page.navigate(titr.address + path);
        page.waitForLoadState();
        return page;
    }

    private static BrowserContext signedIn(String email, String role) {
        return signedIn(email, role, new NewContextOptions());
    }

    private static BrowserContext signedIn(String email, String role, NewContextOptions options) {
        return browser.signedIn(titr, email, "آزمایشگر", role, options);
    }
}
