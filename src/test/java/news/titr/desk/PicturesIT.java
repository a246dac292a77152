package news.titr.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import news.titr.Browser;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import news.titr.media.PictureFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The library of pictures in a browser, against the built program. */
class PicturesIT {

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
    void pictures_come_in_with_their_captions_and_a_broken_one_says_why() {
        try (var editor = signedIn("sara-pictures@example.org", "picture-editor")) {
            var page = editor.newPage();
            page.navigate(titr.address + "/desk/pictures");
            page.setInputFiles("#files", new FilePayload[] {
                new FilePayload("bridge.jpg", "image/jpeg", PictureFiles.fromPhotographer(900, 600)),
                new FilePayload("broken.jpg", "image/jpeg", new byte[] {1, 2, 3})
            });
            assertThat(page.locator("#uploads .finished")).hasCount(1);
            assertThat(page.locator("#uploads .failed .says")).containsText("پذیرفته می‌شوند");
            page.click("#show-new");
            var card = page.locator("#grid .card").first();
            assertThat(card).containsText("عابران از روی پل کهنه می‌گذرند");
            assertThat(card).containsText("بی‌متن جایگزین");
            assertEquals(List.of(), Browser.violations(page));

            card.locator("a").click();
            page.fill("[name=alt]", "چند نفر روی پلی سنگی");
            page.fill("[name=usable-until]", "۱۲ آذر ۱۴۹۰");
            page.click(".saying button.main");
            assertThat(page.locator("[role=status].notice")).containsText("ذخیره شد");
            assertThat(page.locator("[name=usable-until]")).hasValue(Pattern.compile("۱۲ آذر ۱۴۹۰.*"));
            assertEquals(List.of(), Browser.violations(page));
        }
    }

    @Test
    void a_crop_is_made_by_keys_and_readers_get_it() {
        try (var editor = signedIn("crop@example.org", "picture-editor")) {
            var page = editor.newPage();
            open(page, "wide.jpg", PictureFiles.jpeg(1200, 400));
            String before = page.locator("[data-slot=square] img").getAttribute("src");
            page.check("[name=tool][value=square]");
            page.locator(".crop").focus();
            for (int i = 0; i < 3; i++) {
                page.keyboard().press("Shift+ArrowRight");
            }
            page.keyboard().press("-");
            assertTrue(page.locator("[name=crop-square]").inputValue().matches("[0-9. ]+"));
            page.click("#cutting button.main");
            assertThat(page.locator("[role=status].notice")).containsText("برش‌ها ثبت شد");
            assertThat(page.locator("[data-slot=square]")).containsText("با دست");
            assertTrue(Integer.parseInt(
                            page.locator("[name=crop-square]").inputValue().replaceAll("\\..*", ""))
                    > 50);
            assertTrue(!before.equals(page.locator("[data-slot=square] img").getAttribute("src")));
            // the focal point, by pointer
            page.check("[name=tool][value=focus]");
            page.locator("#stage").click(new com.microsoft.playwright.Locator.ClickOptions().setPosition(20, 20));
            assertTrue(page.locator("[name=focus]").inputValue().matches("[0-9]\\.[0-9] [0-9]+\\.[0-9]"));
        }
    }

    @Test
    void an_upload_that_was_cut_goes_on_when_the_page_is_opened_again() {
        try (var editor = signedIn("cut@example.org", "reporter")) {
            var page = editor.newPage();
            page.navigate(titr.address + "/desk/pictures");
            var random = new java.util.Random(7);
            var image = PictureFiles.image(1500, 1200);
            for (int x = 0; x < 1500; x++) {
                for (int y = 0; y < 1200; y++) {
                    image.setRGB(x, y, random.nextInt(1 << 24));
                }
            }
            byte[] large = PictureFiles.written(image, "png");
            assertTrue(large.length > 3 << 20);
            // after the first piece, the network is gone
            var pieces = new java.util.concurrent.atomic.AtomicInteger();
            page.route(Pattern.compile(".*/uploads/.*offset=.*"), route -> {
                if (pieces.incrementAndGet() > 2) {
                    route.abort();
                } else {
                    route.resume();
                }
            });
            page.setInputFiles("#files", new FilePayload("large.png", "image/png", large));
            assertThat(page.locator("#uploads .says")).containsText("ارتباط قطع است");
            page.close();

            var again = editor.newPage();
            var offsets = new java.util.concurrent.ConcurrentLinkedQueue<String>();
            again.onRequest(request -> {
                if (request.url().contains("offset=")) {
                    offsets.add(request.url().replaceAll(".*offset=", ""));
                }
            });
            again.navigate(titr.address + "/desk/pictures");
            assertThat(again.locator("#uploads .finished")).hasCount(1);
            assertEquals("2097152", offsets.peek(), "what had arrived was not sent again");
        }
    }

    @Test
    void without_scripts_the_form_sends_the_files() {
        try (var editor = signedIn("plain@example.org", "reporter", false)) {
            var page = editor.newPage();
            page.navigate(titr.address + "/desk/pictures");
            page.setInputFiles("#files", new FilePayload("plain.png", "image/png", PictureFiles.png(64, 48)));
            page.click(".bring-in button");
            assertThat(page.locator("[role=status].notice")).containsText("افزوده شد");
        }
    }

    @Test
    void a_reporter_reads_what_others_say_of_their_picture_and_downloads_the_original() {
        try (var editor = signedIn("owner@example.org", "picture-editor");
                var reporter = signedIn("reader@example.org", "reporter")) {
            var page = editor.newPage();
            byte[] file = PictureFiles.jpeg(333, 222);
            open(page, "original.jpg", file);
            var others = reporter.newPage();
            others.navigate(page.url());
            assertThat(others.locator("[name=alt]")).isDisabled();
            assertEquals(0, others.locator("#cutting").count());
            var answer = reporter.request().get(page.url().replaceAll("\\?.*", "") + "/original");
            assertEquals(200, answer.status());
            assertTrue(answer.headers().get("content-disposition").contains("original.jpg"));
            assertEquals(file.length, answer.body().length);
            assertEquals(
                    401,
                    titr.get(page.url().replace(titr.address, "") + "/original").statusCode());
        }
    }

    @Test
    void in_a_story_a_picture_is_chosen_brought_in_and_pasted_and_a_broken_one_says_why() {
        try (var editor = signedIn("story@example.org", "chief-editor")) {
            var page = editor.newPage();
            open(page, "library.jpg", PictureFiles.jpeg(480, 320));
            page.fill("[name=caption]", "انبار کتاب‌های کهنه");
            page.click(".saying button.main");
            assertThat(page.locator("[role=status].notice")).containsText("ذخیره شد");

            page.navigate(titr.address + "/desk");
            page.locator("[data-command=new-story]").dispatchEvent("click");
            page.waitForSelector(".saving[data-state=saved]");
            Browser.click(page, ".headline");
            page.keyboard().insertText("پل کهنه");
            Browser.click(page, ".body p");
            page.keyboard().press("Control+Alt+p");
            page.fill(".picker [type=search]", "كتابهای");
            assertThat(page.locator(".picker .card")).hasCount(1);
            assertEquals(List.of(), Browser.violations(page));
            page.click(".picker .card button");
            assertShown(page, 1);
            assertThat(page.locator(".body .picture textarea").first()).hasValue("انبار کتاب‌های کهنه");

            page.keyboard().press("Control+Alt+p");
            page.setInputFiles(
                    ".picker [type=file]", new FilePayload("new.png", "image/png", PictureFiles.png(64, 48)));
            assertThat(page.locator(".picker")).hasCount(0);
            assertShown(page, 2);

            paste(page, ".body p", PictureFiles.png(48, 64));
            assertShown(page, 3);
            paste(page, ".body p", new byte[] {1, 2, 3});
            assertThat(page.locator(".status-bar .note")).containsText("پذیرفته می‌شوند");
            paste(page, ".headline", PictureFiles.png(30, 40));
            assertShown(page, 4);
            assertThat(page.locator(".headline")).hasText("پل کهنه");

            page.waitForSelector(".saving[data-state=saved]");
            page.reload();
            assertShown(page, 4);
        }
    }

    @Test
    void a_film_has_the_picture_that_somebody_chose_for_it() throws IOException {
        try (var editor = signedIn("film@example.org", "picture-editor");
                var film = PicturesIT.class.getResourceAsStream("/media/film.mp4")) {
            var page = editor.newPage();
            open(page, "film.mp4", film.readAllBytes());
            page.locator("summary", new Page.LocatorOptions().setHasText("تصویر نماینده"))
                    .click();
            page.setInputFiles(
                    "form[action$=poster] [type=file]",
                    new FilePayload("poster.jpg", "image/jpeg", PictureFiles.jpeg(320, 200)));
            page.click("form[action$=poster] button");
            assertThat(page.locator("[role=status].notice")).containsText("تصویر نماینده عوض شد");
            assertThat(page.locator("#stage img")).hasJSProperty("naturalWidth", 320);
            assertEquals(List.of(), Browser.violations(page));
        }
    }

    /** So many pictures stand in the story, and each of them can be seen. */
    private static void assertShown(Page page, int count) {
        var images = page.locator(".body .picture img");
        assertThat(images).hasCount(count);
        page.waitForCondition(() ->
                (boolean) images.evaluateAll("all => all.every(image => image.complete && image.naturalWidth > 0)"));
    }

    /** Pastes a file that a screenshot might have left in the clipboard. */
    private static void paste(Page page, String place, byte[] file) {
        page.locator(place).last().click();
        page.evaluate("""
                file => {
                  const data = new DataTransfer();
                  const bytes = Uint8Array.from(atob(file), letter => letter.charCodeAt(0));
                  data.items.add(new File([bytes], "pasted.png", { type: "image/png" }));
                  const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
                  document.getElementById("story-text").dispatchEvent(event);
                }""", Base64.getEncoder().encodeToString(file));
    }

    private static void open(Page page, String name, byte[] file) {
        page.navigate(titr.address + "/desk/pictures");
        page.setInputFiles("#files", new FilePayload(name, "image/jpeg", file));
        page.click("#uploads .finished a");
    }

    private static BrowserContext signedIn(String email, String role) {
        return signedIn(email, role, true);
    }

    private static BrowserContext signedIn(String email, String role, boolean scripts) {
        return browser.signedIn(
                titr,
                email,
                "سارا",
                role,
                new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(scripts));
    }
}
