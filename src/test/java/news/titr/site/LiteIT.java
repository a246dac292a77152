package news.titr.site;

import static news.titr.Until.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import news.titr.Browser;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import news.titr.ValidHtml;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The newspaper for slow networks and for none: the light edition, against the built program. */
class LiteIT {

    private static final int FOURTEEN_KILOBYTES = 14 * 1024;

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

    /** Every page that a reader comes to from the light front without leaving it. */
    private static TreeSet<String> pages(Page page) {
        var known = new TreeSet<String>(List.of("/lite"));
        var waiting = new ArrayList<String>(known);
        while (!waiting.isEmpty()) {
            var answer = page.request().get(titr.address + waiting.removeFirst());
            assertEquals(200, answer.status(), answer.url());
            page.setContent(answer.text());
            for (var link : page.locator("a").all()) {
                String address = link.getAttribute("href");
                if (address.matches("/lite(/(?!.*\\.).*)?") && known.add(address)) {
                    waiting.add(address);
                }
            }
        }
        return known;
    }

    @Test
    void theWholeNewspaperIsReadInPagesOfFourteenKilobytes() {
        try (var visitor = browser.visitor(new NewContextOptions().setJavaScriptEnabled(false))) {
            var pages = pages(visitor.newPage());
            assertTrue(pages.stream().filter(page -> page.contains("/news/")).count() > 50, pages.toString());
            for (String path : pages) {
                var page = titr.get(path);
                int bytes = page.body().getBytes(StandardCharsets.UTF_8).length;
                assertTrue(bytes <= FOURTEEN_KILOBYTES, path + " has " + bytes + " bytes");
                assertFalse(page.body().contains("<script"), path);
                assertFalse(page.body().contains("<img"), path);
                assertTrue(page.body().contains("<meta name=\"robots\" content=\"noindex\">"), path);
            }
        }
    }

    @Test
    void aLightPageAsksForNothingButItself() {
        try (var visitor = browser.visitor()) {
            var page = visitor.newPage();
            var asked = new ArrayList<String>();
            page.onRequest(request -> asked.add(request.url().substring(titr.address.length())));
            page.navigate(titr.address + "/lite/news/1057");
            page.navigate(titr.address + "/lite");
            asked.removeIf(address -> address.endsWith("/site/icon.svg"));
            assertEquals(List.of("/lite/news/1057", "/lite"), asked);
        }
    }

    @Test
    void everyReaderCanUseEveryLightPage() throws Exception {
        try (var visitor = browser.visitor(
                new NewContextOptions().setViewportSize(390, 844).setBypassCSP(true))) {
            var page = visitor.newPage();
            for (String path :
                    List.of("/lite", "/lite/section/city", "/lite/news/1057", "/lite/news/1059", "/lite/x")) {
                page.navigate(titr.address + path);
                assertEquals(List.of(), Browser.violations(page), path);
                int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
                assertEquals(390, wide, path);
            }
        }
        for (String path : List.of(
                "/lite", "/lite/latest", "/lite/section/city", "/lite/news/1057", "/lite/news/1059", "/lite/news/9")) {
            var html = titr.get(path).body().getBytes(StandardCharsets.UTF_8);
            assertEquals("", ValidHtml.complaints(html), path);
        }
    }

    @Test
    void theFullPageAndTheLightOneLeadToEachOther() {
        try (var visitor = browser.visitor(new NewContextOptions().setJavaScriptEnabled(false))) {
            var page = visitor.newPage();
            page.navigate(titr.address + "/1057");
            String full = page.url();
            page.locator(".foot a[href*=lite]").click();
            assertEquals(titr.address + "/lite/news/1057", page.url());
            assertEquals(full, page.locator("link[rel=canonical]").getAttribute("href"));
            page.locator("figure a").first().click();
            assertTrue(page.url().matches(".*/media/.*\\.jpg"), page.url());
            page.goBack();
            page.locator("footer a").last().click();
            assertEquals(full, page.url());
        }
    }

    // ---- a day in one file

    @Test
    void aDayInOneFileIsReadFromAStick(@TempDir Path stick) throws Exception {
        // in the small hours today's paper has hardly begun
        var day = LocalDateTime.now(ZoneId.of("Asia/Tehran")).minusHours(12).toLocalDate();
        var answer = titr.getBytes("/lite/" + day + ".html");
        assertTrue(answer.body().length < 1_000_000, answer.body().length + " bytes");
        assertEquals("", ValidHtml.complaints(answer.body()));
        var file = Files.write(stick.resolve("today.html"), answer.body());
        try (var visitor = browser.visitor(new NewContextOptions().setViewportSize(390, 844))) {
            visitor.setOffline(true);
            var page = visitor.newPage();
            var asked = new ArrayList<String>();
            page.onRequest(request -> asked.add(request.url().replaceFirst("(?s)^data:.*", "data:")));
            page.navigate(file.toUri().toString());
            asked.removeIf(address -> address.equals("data:"));
            assertEquals(1, asked.size(), asked.toString());
            assertEquals(List.of(), Browser.violations(page));
            assertEquals(390, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
            assertEquals(
                    List.of(),
                    page.evaluate("[...document.querySelectorAll('a[href^=\"#\"]')].map(link => link.hash.slice(1))"
                            + ".filter(id => !document.getElementById(id))"));
            assertTrue(page.locator("img").count() > 3);
            assertEquals(
                    List.of(),
                    page.evaluate("[...document.images].filter(image => !image.naturalWidth).map(image => image.alt)"));
            page.locator(".contents a").first().click();
            assertTrue(page.locator("article").first().isVisible());
            assertTrue(page.locator("main").textContent().contains("\u200c"));
        }
    }

    // ---- on the home screen, and without a connection

    @Test
    void aPhoneIsToldHowToPutTheNewspaperOnItsHomeScreen() throws Exception {
        var manifest =
                new ObjectMapper().readTree(titr.get("/manifest.webmanifest").body());
        assertEquals("fa", manifest.path("lang").textValue());
        assertEquals("rtl", manifest.path("dir").textValue());
        assertEquals("/", manifest.path("scope").textValue());
        for (var icon : manifest.path("icons")) {
            var picture = ImageIO.read(new ByteArrayInputStream(
                    titr.getBytes(icon.path("src").textValue()).body()));
            assertEquals(icon.path("sizes").textValue(), picture.getWidth() + "x" + picture.getHeight());
        }
        assertEquals(3, manifest.path("icons").size());
    }

    @Test
    void theWorkerIsSmall() {
        assertTrue(titr.getBytes("/sw.js").body().length < 4 * 1024);
        assertTrue(titr.getBytes("/sw.js", "Accept-Encoding", "gzip").body().length < 2 * 1024);
    }

    @Test
    void aSavedStoryIsReadWithoutAConnection() {
        try (var visitor = browser.visitor(new NewContextOptions().setViewportSize(390, 844))) {
            var errors = new ArrayList<String>();
            visitor.onWebError(error -> errors.add(error.error()));
            var page = visitor.newPage();
            page.navigate(titr.address + "/1057");
            String saved = page.url();
            awaitWorker(page);
            page.locator("[data-save]").click();
            page.locator("[data-save][aria-pressed=true]").waitFor();
            page.navigate(titr.address + "/1053");
            String read = page.url();
            until(() -> kept(page, "read:/").stream().anyMatch(address -> address.contains("/news/1053/")));

            visitor.setOffline(true);
            page.navigate(saved);
            assertEquals("پل نه‌دهنه دوباره زیر پای شهر", page.locator("h1").textContent());
            assertTrue(page.locator(".stored").textContent().startsWith("نسخهٔ ذخیره‌شده"));
            assertTrue(page.locator(".stored").isVisible());
            assertTrue(page.locator(".today").isHidden(), "a stored page must not say what day it is");
            assertTrue(((Number) page.locator(".story img")
                                    .first()
                                    .evaluate("image => image.decode().then(() => image.naturalWidth)"))
                            .intValue()
                    > 0);
            page.navigate(read);
            assertTrue(page.locator(".stored").isVisible());

            page.navigate(titr.address + "/section/city");
            assertEquals("خبرهای ذخیره‌شده", page.locator("h1").textContent());
            assertTrue(page.locator("[data-stored]").isVisible());
            page.locator("[data-store='saved:/'] h3 a").click();
            assertEquals(saved, page.url());
            visitor.setOffline(false);
            page.reload();
            assertTrue(page.locator(".stored").isHidden());
            page.locator("[data-save]").click();
            page.locator("[data-save][aria-pressed=false]").waitFor();
            assertEquals(List.of(), kept(page, "saved:/"));
            assertEquals(List.of(), errors);
        }
    }

    @Test
    void aWithdrawnStoryLeavesTheDevice() {
        try (var visitor = browser.visitor()) {
            var page = visitor.newPage();
            page.navigate(titr.address + "/1031");
            String address = page.url();
            awaitWorker(page);
            page.locator("[data-save]").click();
            page.locator("[data-save][aria-pressed=true]").waitFor();
            TitrProcess.run(HOME, "withdraw", "1031", "--reason", "نادرست بود.");
            // the command is another process, and the server hears of it within a second
            until(() -> titr.get(address).statusCode() == 410);
            assertEquals(410, page.navigate(address).status());
            until(() -> kept(page, "saved:/").stream().noneMatch(kept -> kept.contains("/news/1031/")));
            assertEquals(List.of(), kept(page, "read:/"));
            visitor.setOffline(true);
            page.navigate(address);
            assertEquals("خبرهای ذخیره‌شده", page.locator("h1").textContent());
        }
    }

    @Test
    void theWorkerNeverTouchesTheDesk() {
        try (var visitor = browser.visitor()) {
            var page = visitor.newPage();
            page.navigate(titr.address + "/1057");
            awaitWorker(page);
            var desk = page.navigate(titr.address + "/desk");
            assertFalse(desk.fromServiceWorker());
            assertTrue(page.navigate(titr.address + "/1057").fromServiceWorker());
            visitor.setOffline(true);
            assertThrows(PlaywrightException.class, () -> page.navigate(titr.address + "/desk"));
        }
    }

    @Test
    void anOldWorkersFilesGoWhenANewOneComes() {
        try (var visitor = browser.visitor()) {
            var page = visitor.newPage();
            // a page without a worker
            page.navigate(titr.address + "/robots.txt");
            page.evaluate("caches.open('files-old:/').then(() => caches.open('files-old:/en/'))");
            page.navigate(titr.address + "/1057");
            awaitWorker(page);
            until(() -> !names(page).contains("files-old:/"));
            assertTrue(names(page).contains("files-old:/en/"), "another edition's are its own");
        }
    }

    @Test
    void withoutJavaScriptNothingOfItIsOffered() {
        try (var visitor = browser.visitor(new NewContextOptions().setJavaScriptEnabled(false))) {
            var page = visitor.newPage();
            page.navigate(titr.address + "/1057");
            assertTrue(page.locator("[data-save]").isHidden());
            assertTrue(page.locator(".stored").isHidden());
            page.navigate(titr.address + "/offline");
            assertTrue(page.locator("#needs-script").isVisible());
        }
    }

    @Test
    void everyReaderCanUseWhatIsKept() throws Exception {
        try (var visitor = browser.visitor(
                new NewContextOptions().setViewportSize(390, 844).setBypassCSP(true))) {
            var page = visitor.newPage();
            page.navigate(titr.address + "/1057");
            awaitWorker(page);
            page.navigate(titr.address + "/offline");
            page.locator("[data-store='read:/'] h3 a").waitFor();
            assertEquals(List.of(), Browser.violations(page));
            assertEquals(390, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
        }
        var html = titr.get("/offline").body().getBytes(StandardCharsets.UTF_8);
        assertEquals("", ValidHtml.complaints(html));
    }

    /** Until a worker has taken over the page, and has kept the story that it shows. */
    private static void awaitWorker(Page page) {
        until(() -> page.evaluate("navigator.serviceWorker.controller !== null").equals(true)
                && kept(page, "read:/").stream().anyMatch(address -> address.contains("/news/")));
    }

    private static List<?> names(Page page) {
        return (List<?>) page.evaluate("caches.keys()");
    }

    private static List<String> kept(Page page, String store) {
        var keys = (List<?>) page.evaluate(
                "store => caches.open(store).then(it => it.keys()).then(keys => keys.map(key => key.url))", store);
        return keys.stream().map(String::valueOf).toList();
    }
}
