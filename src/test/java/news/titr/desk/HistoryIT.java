package news.titr.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Map;
import news.titr.Browser;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a story was, what is noted on it, what speaks against it and how readers would see it: in a browser, on the demo. */
class HistoryIT {

    private static final Home HOME = Home.sample();
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
    void what_is_typed_is_compared_word_by_word_and_an_earlier_text_is_brought_back() {
        try (var editor = signedIn("mina@example.org", 1366)) {
            var page = editor.newPage();
            String story = titr.address + "/desk/stories/1057";
            type(page, story, "واژهٔ‌تازه ");
            page.navigate(story + "/history/comparison?from=newest&to=working");
            assertEquals(
                    "افزوده: واژهٔ‌تازه",
                    page.locator(".difference ins").first().textContent().strip());
            assertEquals(List.of(), Browser.violations(page));

            // a second text, saved by restoring the first: what was typed stays in the history
            page.navigate(story + "/history");
            int before = page.locator(".revision").count();
            page.navigate(story + "/history/comparison?from=newest&to=working");
            page.click(".restoring button");
            assertTrue(page.locator("[role=status]").textContent().contains("بازگردانده شد"));
            assertTrue(page.locator(".revision").count() > before, "both texts are there");

            page.navigate(story + "/history/comparison?from=newest&to=working");
            assertTrue(page.locator(".difference").textContent().contains("هیچ تفاوتی ندارند"));
        }
    }

    @Test
    void a_revision_is_named_and_any_two_are_compared_beside_each_other() {
        try (var editor = signedIn("sara@example.org", 1366)) {
            var page = editor.newPage();
            String story = titr.address + "/desk/stories/1053";
            page.navigate(story + "/history");
            page.locator(".naming summary").first().click();
            page.locator(".naming input[name=name]").first().fill("پیش از جلسه");
            page.locator(".naming button").first().click();
            assertEquals("پیش از جلسه", page.locator(".revision .name").first().textContent());

            type(page, story, "تازه ");
            page.navigate(story + "/history/comparison?from=newest&to=working&view=sides");
            assertEquals(0, page.locator(".was ins").count());
            assertEquals(1, page.locator(".is ins").count());
            assertEquals(List.of(), Browser.violations(page));
        }
    }

    @Test
    void a_draft_is_seen_in_every_shape_and_by_nobody_outside() {
        try (var editor = signedIn("reza@example.org", 1366)) {
            var page = editor.newPage();
            String preview = titr.address + "/desk/stories/1057/preview";
            page.navigate(preview);
            var headline = page.frameLocator("iframe").locator("h1");
            headline.waitFor();
            assertTrue(headline.textContent().contains("پل"), headline.textContent());
            for (String as : List.of("desktop", "print", "feed", "social")) {
                page.navigate(preview + "?as=" + as);
                page.waitForLoadState();
            }
            assertTrue(page.locator(".card .headline").textContent().contains("پل"));
            String cookie = editor.cookies().stream()
                    .map(one -> one.name + "=" + one.value)
                    .findFirst()
                    .orElseThrow();
            var pdf = titr.getBytes("/desk/stories/1057/preview/pdf", "Cookie", cookie);
            assertEquals("%PDF", new String(pdf.body(), 0, 4, java.nio.charset.StandardCharsets.US_ASCII));
            var framed = titr.get("/desk/stories/1057/preview/page", "Cookie", cookie);
            assertTrue(framed.headers()
                    .firstValue("Content-Security-Policy")
                    .orElse("")
                    .contains("frame-ancestors 'self'"));
            assertEquals("noindex", framed.headers().firstValue("X-Robots-Tag").orElse(""));
        }
        for (String path : List.of("", "/page", "/print", "/pdf")) {
            assertEquals(401, titr.get("/desk/stories/1057/preview" + path).statusCode(), path);
        }
    }

    @Test
    void the_panels_say_what_speaks_against_a_story_and_what_was_noted() {
        try (var editor = signedIn("ali@example.org", 1366)) {
            var page = editor.newPage();
            page.navigate(titr.address + "/desk/stories/1057/panels/checks");
            assertTrue(page.locator(".checks-panel").count() == 1);
            page.navigate(titr.address + "/desk/stories/1057/panels/notes");
            var form = page.locator("[data-add-note]");
            form.evaluate(
                    "form => { for (const [name, value] of Object.entries({from: 1, to: 4, version: 0, quote: 'پای'}))"
                            + " form.elements[name].value = value }");
            form.locator("textarea").fill("@مینا این را ببین");
            form.locator("button").click();
            assertTrue(page.locator(".notes .said").textContent().contains("این را ببین"));
            page.locator("button[value=resolve]").click();
            assertEquals(0, page.locator(".notes-panel > .notes").count());
        }
    }

    @Test
    void a_note_is_written_on_what_is_selected_and_marked_in_the_text() {
        try (var editor = signedIn("nima@example.org", 1366)) {
            var page = editor.newPage();
            page.navigate(titr.address + "/desk/stories/1050");
            Browser.click(page, ".story .headline");
            page.keyboard().press("Home");
            page.keyboard().press("Shift+End");
            Browser.pause(page);
            page.keyboard().press("Control+Alt+m");
            var text = page.locator("[data-add-note] textarea");
            text.fill("این تیتر درست است؟");
            String quote = page.locator("[data-passage]").textContent();
            assertTrue(page.locator(".story .headline").textContent().contains(quote), quote);
            page.locator("[data-add-note] button").click();
            page.locator(".story .noted").first().waitFor();
            assertEquals(quote, page.locator(".story .noted").first().textContent());
            assertEquals("«" + quote + "»", page.locator("[data-note]").first().textContent());
            page.locator("button[value=resolve]").first().click();
            page.locator(".story .noted").first().waitFor(gone());
        }
    }

    @Test
    void a_problem_leads_to_its_place_in_the_text() {
        try (var editor = signedIn("hoda@example.org", 1366)) {
            var page = editor.newPage();
            page.navigate(titr.address + "/desk");
            page.locator(".new-story button").click();
            page.locator(".story .headline").waitFor();
            page.keyboard().press("Alt+0");
            page.locator("#tab-checks").click();
            page.locator(".checks-panel [data-place=headline]").first().click();
            page.keyboard().insertText("پل باز شد");
            assertEquals("پل باز شد", page.locator(".story .headline").textContent());
        }
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    }

    @Test
    void every_page_is_for_everybody_also_on_a_phone() {
        for (int width : new int[] {390, 1366}) {
            try (var editor = signedIn("axe" + width + "@example.org", width)) {
                var page = editor.newPage();
                for (String path : List.of(
                        "/history", "/history/comparison?to=newest", "/preview?as=feed", "/preview?as=social")) {
                    page.navigate(titr.address + "/desk/stories/1050" + path);
                    assertEquals(List.of(), Browser.violations(page), path + " " + width);
                    assertTrue(
                            (Boolean) page.evaluate(
                                    "document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                            path + " is wider than " + width);
                }
            }
        }
    }

    /** Types at the beginning of the kicker, as an editor window does. */
    private static void type(Page page, String story, String text) {
        page.navigate(story + "/history");
        page.evaluate("""
                async ({ story, text }) => {
                  const { version } = await (await fetch(`${story}/document`)).json();
                  const slice = { content: [{ type: "text", text }] };
                  const answer = await fetch(`${story}/steps`, {
                    method: "POST",
                    headers: { "Content-Type": "application/json", "X-CSRF": document.querySelector("meta[name=csrf]").content },
                    body: JSON.stringify({ version, client: "it", steps: [{ stepType: "replace", from: 1, to: 1, slice }] }),
                  });
                  if (!answer.ok) throw new Error(await answer.text());
                }
                """, Map.of("story", story, "text", text));
    }

    private static BrowserContext signedIn(String email, int width) {
        var context = browser.signedIn(
                titr, email, "آزمایشگر", "chief-editor", new NewContextOptions().setViewportSize(width, 800));
        context.setDefaultTimeout(15_000);
        return context;
    }
}
