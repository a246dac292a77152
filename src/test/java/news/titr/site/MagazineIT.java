package news.titr.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.titr.Browser;
import news.titr.TestDatabase;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import news.titr.ValidHtml;
import news.titr.app.Newspaper;
import news.titr.app.Settings;
import news.titr.http.Address;
import news.titr.screenshots.EnglishSample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sample newspaper in its other look and in two languages: for every reader, with the keyboard, and without a dead link. */
class MagazineIT {

    /** One of each kind that this look changes; the numbers are the sample's: a report, a picture story, a story in English. */
    private static final List<String> PAGES =
            List.of("/", "/section/city", "/news/1057", "/news/1039", "/en/", "/en/section/city", "/en/news/1061");

    private static final List<String> MORE_PAGES = List.of(
            "/news/1050",
            "/news/1060",
            "/topic/رود-نیلاب",
            "/place/مهرکوه",
            "/archive",
            "/imprint",
            "/nowhere",
            "/en/archive",
            "/en/imprint",
            "/en/lite",
            "/en/lite/news/1061",
            "/en/news/1061/print",
            "/en/news/1061/send",
            "/en/nowhere");

    private static final Pattern ADDRESS = Pattern.compile("(?:href|src|action)=\"(/[^\"#]*)");

    private static TitrProcess titr;
    private static Browser browser;

    @BeforeAll
    static void start() {
        var home = Home.sample().with("TITR_SITE_THEME", "magazine").with("TITR_SITE_EDITIONS", "en");
        if (TestDatabase.isPostgresql()) {
            // there the sample is written by the server itself, and has to come first
            TitrProcess.start(home, "demo").close();
        }
        try (var newspaper = Newspaper.open(Settings.load(home.data(), home.environment()), Clock.systemUTC())) {
            new EnglishSample(newspaper).load();
        }
        titr = TitrProcess.serve(home);
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
        titr.close();
    }

    @Test
    void everyReaderCanUseTheMagazineInBothDirections() {
        try (var visitor = browser.visitor(options(1366).setBypassCSP(true))) {
            var page = visitor.newPage();
            for (String path : PAGES) {
                page.navigate(titr.address + path);
                assertEquals(List.of(), Browser.violations(page), path);
            }
        }
    }

    @Test
    void nothingIsWiderThanASmallPhoneAndTheHeadOfThePageTakesFewRows() {
        try (var visitor = browser.visitor(options(320))) {
            var page = visitor.newPage();
            for (String path : all()) {
                page.navigate(titr.address + path);
                assertEquals(320, page.evaluate("document.documentElement.scrollWidth"), path);
            }
            page.setViewportSize(360, 740);
            page.navigate(titr.address + "/");
            assertEquals(top(page, ".today"), top(page, ".editions"), 8, "the other languages stand beside the date");
        }
    }

    @Test
    void everyPageIsValidHtml() throws Exception {
        for (String path : all()) {
            var answer = titr.getBytes(Address.encode(path));
            if (answer.statusCode() == 301) {
                answer = titr.getBytes(answer.headers().firstValue("Location").orElseThrow());
            }
            assertEquals("", ValidHtml.complaints(answer.body()), path);
        }
    }

    private static List<String> all() {
        return Stream.concat(PAGES.stream(), MORE_PAGES.stream()).toList();
    }

    private static double top(Page page, String part) {
        return page.locator(part).first().boundingBox().y;
    }

    @Test
    void theKeyboardLeadsThroughThePageAndItIsSeenWhereItIs() {
        try (var visitor = browser.visitor(options(1366))) {
            var page = visitor.newPage();
            for (String path : List.of("/", "/news/1057", "/en/section/city")) {
                page.navigate(titr.address + path);
                page.keyboard().press("Tab");
                assertEquals("skip", page.evaluate("document.activeElement.className"), path);
                var stops = new ArrayList<Object>();
                for (int i = 0; i < 300 && !"end".equals(stops.isEmpty() ? "" : stops.getLast()); i++) {
                    page.keyboard().press("Tab");
                    stops.add(page.evaluate("""
                            () => {
                              const at = document.activeElement;
                              if (at === document.body) return "end";
                              const seen = at.closest("label") ?? at;
                              const box = seen.getBoundingClientRect();
                              const outlined = [at, seen].some(one => getComputedStyle(one).outlineStyle !== "none");
                              const beside = box.bottom < 0 || box.top > innerHeight || box.width < 2;
                              return outlined && !beside ? "" : at.outerHTML;
                            }"""));
                }
                assertEquals("end", stops.getLast(), path + " never ends");
                assertTrue(stops.size() > 20, path);
                assertEquals(
                        List.of(),
                        stops.stream()
                                .filter(stop -> !stop.equals("") && !stop.equals("end"))
                                .toList(),
                        path);
            }
        }
    }

    @Test
    void noLinkIsDead() {
        var waiting = new ArrayDeque<>(List.of("/", "/en/", "/lite", "/en/lite", "/sitemap.xml"));
        var from = new LinkedHashMap<String, String>();
        waiting.forEach(address -> from.put(address, ""));
        var dead = new ArrayList<String>();
        while (!waiting.isEmpty()) {
            String address = waiting.poll();
            var answer = titr.get(address);
            String type = answer.headers().firstValue("Content-Type").orElse("");
            var next = new ArrayList<String>();
            if (answer.statusCode() / 100 == 3) {
                answer.headers().firstValue("Location").ifPresent(next::add);
            } else if (answer.statusCode() != 200) {
                dead.add(answer.statusCode() + " " + address + " on " + from.get(address));
            } else if (type.startsWith("text/html")) {
                ADDRESS.matcher(answer.body()).results().forEach(found -> next.add(found.group(1)));
            } else if (type.startsWith("application/xml") && address.startsWith("/sitemap")) {
                Pattern.compile("<loc>([^<]*)")
                        .matcher(answer.body())
                        .results()
                        .forEach(found -> next.add(URI.create(found.group(1)).getRawPath()));
            }
            for (String one : next) {
                String plain = one.replace("&amp;", "&");
                if (isOurs(plain) && from.putIfAbsent(plain, address) == null) {
                    waiting.add(plain);
                }
            }
        }
        assertEquals(List.of(), dead);
        assertTrue(from.size() > 500, from.size() + " addresses");
    }

    /** Pages and files once each; PDFs are made by hand-work, and tried elsewhere; the desk lets nobody in. */
    private static boolean isOurs(String address) {
        return address.startsWith("/")
                && !address.startsWith("//")
                && !address.startsWith("/desk")
                && !address.endsWith(".pdf");
    }

    private static NewContextOptions options(int width) {
        return new NewContextOptions().setViewportSize(width, width < 500 ? 740 : 900);
    }
}
