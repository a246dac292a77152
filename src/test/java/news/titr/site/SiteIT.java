package news.titr.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import news.titr.Browser;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import news.titr.ValidHtml;
import news.titr.language.CalendarSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The site as readers have it: the sample newspaper in a real browser, against the built program. */
class SiteIT {

    private static final Home HOME = Home.sample();

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tehran"));
    private static final String DAY =
            ArchiveDate.of(CalendarSystem.JALALI, TODAY).orElseThrow().path();

    /**
     * One of each kind of page. The numbers are the sample's: a report, a table, a correction, an interview, a picture story,
     * a live coverage, a video.
     */
    private static final List<String> PAGES = List.of(
            "/",
            "/news/1057",
            "/news/1059",
            "/news/1053",
            "/news/1038",
            "/news/1060",
            "/news/1039",
            "/news/1018",
            "/news/1057/print",
            "/news/1057/send",
            "/section/city",
            "/tag/رود-نیلاب",
            "/author/سارا-ایزدمهر",
            "/topic/رود-نیلاب",
            "/place/مهرکوه",
            "/places",
            "/latest",
            "/archive",
            DAY.substring(0, 13),
            DAY.substring(0, 16),
            DAY,
            "/corrections",
            "/search",
            "/search?q=%D8%A2%D8%A8",
            "/most-read",
            "/imprint",
            "/privacy",
            "/nowhere");

    /** Further kinds, which share their parts with those above: of these only the HTML is looked at. */
    private static final List<String> MORE_PAGES = List.of(
            "/section/weather",
            "/news/1050",
            "/news/1056",
            "/most-read/week",
            "/offline",
            "/latest",
            "/most-read",
            "/archive",
            "/corrections",
            "/places",
            "/lite",
            "/lite/latest",
            "/lite/section/city",
            "/lite/news/1057",
            "/lite/news/1059");

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

    @ParameterizedTest
    @ValueSource(ints = {390, 1366})
    void everyReaderCanUseEveryPage(int width) {
        try (var visitor = browser.visitor(options(width).setBypassCSP(true))) {
            var page = visitor.newPage();
            for (String path : PAGES) {
                page.navigate(titr.address + path);
                assertEquals(List.of(), Browser.violations(page), path + " at " + width + " px");
            }
        }
    }

    @Test
    void everyPageIsValidHtml() throws Exception {
        try (var visitor = browser.visitor(new NewContextOptions().setJavaScriptEnabled(false))) {
            for (String path : Stream.concat(PAGES.stream(), MORE_PAGES.stream())
                    .distinct()
                    .toList()) {
                var html = visitor.request().get(titr.address + path).body();
                String complaints = ValidHtml.complaints(html);
                assertEquals("", complaints, path);
            }
            // the same validator still sees what is wrong
            var wrong = "<!doctype html><title>t</title><div><p></div></p>".getBytes(StandardCharsets.UTF_8);
            assertNotEquals("", ValidHtml.complaints(wrong));
        }
    }

    @ParameterizedTest
    // a small phone; a laptop at 200 % and at its usual size; a wide screen
    @ValueSource(ints = {320, 683, 1366, 1920})
    void nothingJumpsAndNothingIsWiderThanTheScreen(int width) {
        try (var visitor = browser.visitor(options(width))) {
            watchShifts(visitor);
            var page = visitor.newPage();
            for (String path : PAGES) {
                open(page, path);
                // a font that comes late, on a busy machine, moves lines a little; below 0.1 is called good
                assertTrue(shift(page) < 0.03, path + " shifts by " + shift(page));
                int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
                assertEquals(width, wide, path);
            }
        }
    }

    /** A slow phone paints a page before it has read it whole: pictures before their texts, one column before the next. */
    @ParameterizedTest
    @ValueSource(ints = {390, 683, 1366})
    void nothingJumpsOnASlowPhone(int width) {
        try (var visitor = browser.visitor(options(width))) {
            watchShifts(visitor);
            var page = visitor.newPage();
            page.navigate(titr.address); // the font is there from here on
            var slowly = new JsonObject();
            slowly.addProperty("rate", 4);
            visitor.newCDPSession(page).send("Emulation.setCPUThrottlingRate", slowly);
            for (String path : List.of("/", "/tag/رود-نیلاب", "/most-read")) {
                open(page, path);
                assertTrue(shift(page) < 0.015, path + " shifts by " + shift(page));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1366})
    void aHeadlineThatNeverEndsBreaksNoPage(int width) {
        try (var visitor = browser.visitor(options(width))) {
            var page = visitor.newPage();
            for (String path : List.of("/", "/news/1057", "/section/city")) {
                open(page, path);
                page.evaluate("document.querySelectorAll('main :is(h1, h2 a, h3 a, .latest a, .kicker)')"
                        + ".forEach(text => text.textContent = 'https://example.org/' + 'abcdefgh'.repeat(30))");
                int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
                assertEquals(width, wide, path);
            }
        }
    }

    @Test
    void whatMachinesReadIsSentOnce() {
        String card = titr.get(URI.create(titr.get("/1057")
                                .headers()
                                .firstValue("Location")
                                .orElseThrow())
                        .getRawPath())
                .body()
                .replaceFirst("(?s).*property=\"og:image\" content=\"[a-z]+://[^/]*([^\"]*)\".*", "$1");
        for (String path : List.of(
                "/rss.xml",
                "/atom.xml",
                "/feed.json",
                "/section/city/rss.xml",
                "/sitemap.xml",
                "/sitemap/pages.xml",
                "/sitemap/news.xml",
                "/sitemap/stories-0.xml",
                "/robots.txt",
                card)) {
            var first = titr.getBytes(path);
            assertEquals(200, first.statusCode(), path);
            String tag = first.headers().firstValue("ETag").orElseThrow(() -> new AssertionError(path));
            assertEquals(304, titr.get(path, "If-None-Match", tag).statusCode(), path);
        }
        var feed = titr.get("/rss.xml");
        String changed = feed.headers().firstValue("Last-Modified").orElseThrow();
        assertEquals(304, titr.get("/rss.xml", "If-Modified-Since", changed).statusCode());
        String before = "Mon, 20 Jan 2020 04:40:00 GMT";
        assertEquals(200, titr.get("/rss.xml", "If-Modified-Since", before).statusCode());
        // whoever has a tag is told by the tag
        assertEquals(
                200,
                titr.get("/rss.xml", "If-None-Match", "\"other\"", "If-Modified-Since", changed)
                        .statusCode());
        assertEquals(200, titr.get("/rss.xml", "If-Modified-Since", "yesterday").statusCode());
        assertEquals(
                "gzip",
                titr.getBytes("/atom.xml", "Accept-Encoding", "gzip")
                        .headers()
                        .firstValue("Content-Encoding")
                        .orElse(""));
        assertEquals(404, titr.get("/.well-known/security.txt").statusCode());
        assertEquals(404, titr.get("/sitemap/stories-9.xml").statusCode());
        assertEquals(404, titr.get("/section/nowhere/rss.xml").statusCode());
        assertEquals(
                404, titr.get("/oembed?url=https%3A%2F%2Fexample.org%2F1057").statusCode());
    }

    @Test
    void noPageAsksAnybodyElseForAnythingOrBreaksItsOwnPolicy() {
        var strangers = new ArrayList<String>();
        var errors = new ArrayList<String>();
        try (var visitor = browser.visitor(options(1366))) {
            visitor.onRequest(request -> {
                if (!request.url().startsWith(titr.address)) {
                    strangers.add(request.url());
                }
            });
            visitor.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("404 (Not Found)")) {
                    errors.add(message.text());
                }
            });
            var page = visitor.newPage();
            PAGES.forEach(path -> open(page, path));
        }
        assertEquals(List.of(), strangers);
        assertEquals(List.of(), errors);
    }

    @Test
    void textSizeNeedsNoScriptAndAScriptRemembersIt() {
        try (var visitor = browser.visitor(options(390).setJavaScriptEnabled(false))) {
            var page = visitor.newPage();
            open(page, "/news/1057");
            double usual = bodySize(page);
            page.locator("label:has(#text-larger)").click();
            assertTrue(bodySize(page) > usual * 1.3);
        }
        try (var visitor = browser.visitor(options(390))) {
            var page = visitor.newPage();
            open(page, "/news/1057");
            double usual = bodySize(page);
            page.locator("label:has(#text-large)").click();
            open(page, "/news/1053");
            assertTrue(bodySize(page) > usual * 1.1);
        }
    }

    @Test
    void aReaderWhoWantsItDarkHasItDarkWithoutAScriptAndAScriptRemembersIt() {
        try (var visitor = browser.visitor(options(390).setJavaScriptEnabled(false))) {
            var page = visitor.newPage();
            open(page, "/latest");
            page.locator("label:has(#theme-dark)").click();
            assertEquals("rgb(20, 20, 19)", paper(page));
        }
        try (var visitor = browser.visitor(options(390).setColorScheme(ColorScheme.DARK))) {
            var page = visitor.newPage();
            open(page, "/latest");
            page.locator("label:has(#theme-light)").click();
            assertEquals("rgb(255, 255, 255)", paper(page));
            open(page, "/news/1057");
            assertEquals("rgb(255, 255, 255)", paper(page));
        }
    }

    private static Object paper(Page page) {
        return page.locator("html").evaluate("root => getComputedStyle(root).backgroundColor");
    }

    @Test
    void aReaderWhoWantsLatinDigitsHasThemOnEveryPage() {
        try (var visitor = browser.visitor(options(390))) {
            var page = visitor.newPage();
            open(page, "/news/1057");
            page.waitForNavigation(() -> page.locator(".digits label").last().click());
            open(page, "/news/1053");
            assertTrue(page.locator("dl.facts").textContent().contains("1053"));
            assertFalse(page.locator("main").textContent().matches("(?s).*[۰-۹].*"));
            assertTrue(page.locator(".clock").textContent().matches("[0-9]{1,2}:[0-9]{2}"));
        }
        try (var visitor = browser.visitor(options(390).setJavaScriptEnabled(false))) {
            var page = visitor.newPage();
            open(page, "/news/1057");
            assertTrue(page.locator(".digits").isHidden());
        }
    }

    @Test
    void aGalleryIsTurnedByLinksWithoutAScriptAndByKeys() {
        try (var visitor = browser.visitor(options(390).setJavaScriptEnabled(false))) {
            var page = visitor.newPage();
            open(page, "/news/1039");
            assertTrue(page.locator("#picture-1 figcaption").textContent().startsWith("۱ از ۵"));
            page.locator("#picture-1 .following").click();
            seen(page, "picture-2");
            page.locator(".thumbs a").last().click();
            seen(page, "picture-5");
        }
        try (var visitor = browser.visitor(options(1366))) {
            var page = visitor.newPage();
            open(page, "/news/1039");
            page.locator(".slides").focus();
            page.keyboard().press("ArrowLeft");
            seen(page, "picture-2");
            page.locator("#picture-2 .following").click();
            seen(page, "picture-3");
            assertFalse(page.url().contains("#"), "pictures fill the history: " + page.url());
        }
    }

    /** Waits until a picture stands in the middle of the gallery. */
    private static void seen(Page page, String id) {
        for (int i = 0; i < 100; i++) {
            double off = ((Number) page.locator("#" + id)
                            .evaluate("slide => Math.abs(slide.getBoundingClientRect().left"
                                    + " - slide.parentElement.getBoundingClientRect().left)"))
                    .doubleValue();
            if (off < 2) {
                return;
            }
            page.waitForTimeout(100);
        }
        throw new AssertionError(id + " is not seen");
    }

    private static double bodySize(Page page) {
        String size = page.locator(".body p").first().evaluate("element => getComputedStyle(element).fontSize") + "";
        return Double.parseDouble(size.replace("px", ""));
    }

    @Test
    void theShortLinkIsCopiedWithOneTouch() {
        try (var visitor = browser.visitor(options(390).setPermissions(List.of("clipboard-read", "clipboard-write")))) {
            var page = visitor.newPage();
            open(page, "/news/1057");
            page.locator("[data-copy]").click();
            assertEquals(titr.address + "/1057", page.evaluate("navigator.clipboard.readText()"));
            assertEquals("پیوند رونوشت شد", page.locator("[data-copy]").textContent());
        }
    }

    @Test
    void theMastheadTellsTheTimeOnlyWhereAScriptCan() {
        try (var visitor = browser.visitor(options(390))) {
            var page = visitor.newPage();
            open(page, "/");
            assertTrue(page.locator(".clock").textContent().matches("[۰-۹]{1,2}:[۰-۹]{2}"));
        }
        assertTrue(titr.get("/")
                .body()
                .contains("<span class=\"clock\" data-zone=\"Asia/Tehran\" data-numbers=\"arabext\"></span>"));
    }

    @Test
    void aFingerFindsEveryLink() {
        try (var visitor = browser.visitor(options(390))) {
            var page = visitor.newPage();
            for (String path : PAGES) {
                page.navigate(titr.address + path);
                assertEquals(List.of(), page.evaluate("""
                                [...document.querySelectorAll('nav a, .tools a, .tools button, .tools label, .action')]
                                  .filter(target => target.offsetWidth > 1
                                    && (target.offsetHeight < 43.5 || target.offsetWidth < 24))
                                  .map(target => target.outerHTML)
                                """), path);
            }
        }
    }

    @Test
    void theFirstAnswerFitsTheFirstBreath() {
        for (String path : List.of("/", "/section/city", "/latest", DAY, "/imprint", "/news/1057/print")) {
            assertTrue(compressed(path) < 14 * 1024, path + " has " + compressed(path) + " bytes");
        }
        String story = titr.get("/1057").headers().firstValue("Location").orElseThrow();
        assertTrue(compressed(story) < 14 * 1024, story + " has " + compressed(story) + " bytes");
    }

    private static int compressed(String path) {
        var answer = titr.getBytes(path, "Accept-Encoding", "gzip");
        assertEquals(200, answer.statusCode(), path);
        assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElse(""), path);
        return answer.body().length;
    }

    @Test
    void theScriptIsSmall() {
        String page = titr.get("/").body();
        String script = page.replaceFirst("(?s).*<script src=\"([^\"]+)\".*", "$1");
        assertTrue(titr.getBytes(script).body().length < 5 * 1024);
    }

    @Test
    void aStoryIsPrintedWithItsLinkAndWithoutFurniture() {
        try (var visitor = browser.visitor(options(1366))) {
            var page = visitor.newPage();
            open(page, "/news/1057");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertTrue(page.locator(".printed .qr").isVisible());
            for (String furniture : List.of(".sections", ".tools", ".next", ".foot", ".tags")) {
                assertTrue(page.locator(furniture).first().isHidden(), furniture);
            }
        }
    }

    private static NewContextOptions options(int width) {
        return new NewContextOptions().setViewportSize(width, width < 500 ? 844 : 900);
    }

    private static void watchShifts(BrowserContext visitor) {
        visitor.addInitScript("window.shift = 0; new PerformanceObserver(list => list.getEntries()"
                + ".forEach(entry => window.shift += entry.value)).observe({type: 'layout-shift', buffered: true})");
    }

    private static double shift(Page page) {
        return ((Number) page.evaluate("window.shift")).doubleValue();
    }

    private static void open(Page page, String path) {
        page.navigate(titr.address + path);
        // what comes late may move what is there: fonts, and what scripts put in
        Browser.pause(page);
    }
}
