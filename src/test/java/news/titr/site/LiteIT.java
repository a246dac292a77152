package news.titr.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import news.titr.Browser;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The newspaper for slow networks and for none: the light edition, against the built program. */
class LiteIT {

    private static final int FOURTEEN_KILOBYTES = 14 * 1024;

    private static TitrProcess titr;
    private static Browser browser;

    @BeforeAll
    static void start() {
        titr = TitrProcess.start(Home.sample(), "demo");
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
            assertTrue(pages.stream().filter(page -> page.contains("/news/")).count() >= 60, pages.toString());
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
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (var visitor = browser.visitor(new NewContextOptions()
                    .setViewportSize(390, 844)
                    .setColorScheme(scheme)
                    .setBypassCSP(true))) {
                var page = visitor.newPage();
                for (String path :
                        List.of("/lite", "/lite/section/city", "/lite/news/1057", "/lite/news/1059", "/lite/x")) {
                    page.navigate(titr.address + path);
                    assertEquals(List.of(), Browser.violations(page), path + ", " + scheme);
                    int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
                    assertEquals(390, wide, path);
                }
            }
        }
        for (String path : List.of(
                "/lite", "/lite/latest", "/lite/section/city", "/lite/news/1057", "/lite/news/1059", "/lite/news/9")) {
            var validator = new EmbeddedValidator();
            validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
            var html = titr.get(path).body().getBytes(StandardCharsets.UTF_8);
            assertEquals("", validator.validate(new ByteArrayInputStream(html)), path);
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
}
