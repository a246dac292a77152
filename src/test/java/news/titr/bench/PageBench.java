package news.titr.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.titr.Browser;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;

/**
 * What a page costs a reader on a phone: the bytes of its first view as they come over the network, how far anything jumps, and
 * what Lighthouse makes of it on its mobile profile. The pages are the sample newspaper's front and a section, and a reference
 * story of 6,000 characters. Lighthouse comes from npm into target/lighthouse; without npm that part is left out, and said.
 */
public final class PageBench {

    private static final String LIGHTHOUSE = "lighthouse@12.8.2";

    private static final int REFERENCE_CHARACTERS = 6_000;

    private static final List<String> CATEGORIES = List.of("performance", "accessibility", "best-practices", "seo");

    private static final String CHROMIUM =
            Optional.ofNullable(System.getenv("TITR_TEST_CHROMIUM")).orElse("/usr/bin/chromium");

    private PageBench() {}

    public static void main(String[] arguments) throws Exception {
        var home = Home.sample();
        try (var titr = TitrProcess.start(home, "demo");
                var browser = new Browser()) {
            var pages = new LinkedHashMap<String, String>();
            pages.put("front", "/");
            pages.put("section", "/section/city");
            pages.put("story", referenceStory(home));
            System.out.printf(
                    "%-9s %13s %18s %11s %9s%n", "page", "HTML+CSS KB", "without pictures", "scripts KB", "shift");
            pages.forEach((name, path) -> bytes(browser, name, titr.address + path));
            System.out.println(
                    "target    14            75                 5           0       (KB of 1,024 bytes, compressed)\n");
            lighthouse(titr, pages);
        }
    }

    private static String referenceStory(Home home) {
        var paragraph =
                "خانه‌های کنار رود از فردا باز می‌شود و مردم شهر دوباره از روی پل کهنه می‌گذرند، چنان که سال‌ها می‌گذشتند. ";
        var text =
                new StringBuilder("پل کهنه پس از مرمت باز شد\n\nراه از فردا باز است و خودروها از پل تازه می‌گذرند.\n");
        for (int i = 1; text.length() < REFERENCE_CHARACTERS; i++) {
            text.append('\n')
                    .append("روز ")
                    .append(i)
                    .append(": ")
                    .append(paragraph.repeat(4).strip())
                    .append('\n');
        }
        var imported = TitrProcess.run(
                home,
                text.substring(0, REFERENCE_CHARACTERS).getBytes(StandardCharsets.UTF_8),
                "import",
                "page",
                "--publish",
                "-");
        if (imported.exitCode() != 0) {
            throw new IllegalStateException(imported.complaints());
        }
        return "/news/" + imported.out().split("\t", -1)[0];
    }

    private static void bytes(Browser browser, String name, String address) {
        try (var visitor = browser.visitor(new NewContextOptions().setViewportSize(390, 844))) {
            visitor.addInitScript(
                    "window.shift = 0; new PerformanceObserver(list => list.getEntries()"
                            + ".forEach(entry => window.shift += entry.value)).observe({type: 'layout-shift', buffered: true})");
            var page = visitor.newPage();
            Map<String, Long> received = new LinkedHashMap<>();
            page.onRequestFinished(request ->
                    received.merge(request.resourceType(), (long) request.sizes().responseBodySize, Long::sum));
            page.navigate(address);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            long pictures = received.getOrDefault("image", 0L);
            long all = received.values().stream().mapToLong(Long::longValue).sum();
            System.out.printf(
                    "%-9s %13s %18s %11s %9.4f%n",
                    name,
                    kilobytes(received.getOrDefault("document", 0L) + received.getOrDefault("stylesheet", 0L)),
                    kilobytes(all - pictures),
                    kilobytes(received.getOrDefault("script", 0L)),
                    shift(page));
        }
    }

    private static double shift(Page page) {
        return ((Number) page.evaluate("window.shift")).doubleValue();
    }

    private static String kilobytes(long bytes) {
        return "%.1f".formatted(bytes / 1024.0);
    }

    private static void lighthouse(TitrProcess titr, Map<String, String> pages)
            throws IOException, InterruptedException {
        var folder = Path.of("target", "lighthouse").toAbsolutePath();
        var program = folder.resolve(Path.of("node_modules", ".bin", "lighthouse"));
        if (!Files.exists(program)) {
            Files.createDirectories(folder);
            if (run(List.of(
                            "npm",
                            "install",
                            "--prefix",
                            folder.toString(),
                            "--no-audit",
                            "--no-fund",
                            "--ignore-scripts",
                            LIGHTHOUSE))
                    != 0) {
                System.out.println("Lighthouse is left out: npm could not fetch " + LIGHTHOUSE);
                return;
            }
        }
        System.out.printf(
                "%-9s %12s %14s %15s %5s   (Lighthouse, mobile; target 100)%n",
                "page", "performance", "accessibility", "best practices", "SEO");
        var json = new ObjectMapper();
        for (var page : pages.entrySet()) {
            var report = folder.resolve(page.getKey() + ".json");
            int status = run(List.of(
                    program.toString(),
                    titr.address + page.getValue(),
                    "--quiet",
                    "--output=json",
                    "--output-path=" + report,
                    "--only-categories=" + String.join(",", CATEGORIES),
                    "--chrome-flags=--headless=new --no-sandbox --disable-quic --disable-background-networking"));
            if (status != 0) {
                System.out.println(page.getKey() + ": Lighthouse ended with " + status);
                continue;
            }
            var read = json.readTree(report.toFile());
            var scores = new ArrayList<Object>(List.of(page.getKey()));
            CATEGORIES.forEach(category -> scores.add(Math.round(
                    100 * read.path("categories").path(category).path("score").asDouble())));
            System.out.printf("%-9s %12d %14d %15d %5d%n", scores.toArray());
            missed(read).forEach(line -> System.out.println("          " + line));
        }
    }

    /** What a page lost points for: only what counts in its category. */
    private static List<String> missed(JsonNode report) {
        var lines = new ArrayList<String>();
        for (String category : CATEGORIES) {
            for (var audit : report.path("categories").path(category).path("auditRefs")) {
                var found = report.path("audits").path(audit.path("id").asText());
                if (audit.path("weight").asDouble() > 0
                        && found.path("score").isNumber()
                        && found.path("score").asDouble() < 0.995) {
                    lines.add(category + ": " + found.path("title").asText() + " "
                            + found.path("displayValue").asText());
                }
            }
        }
        return lines;
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("CHROME_PATH", CHROMIUM);
        try {
            return builder.start().waitFor();
        } catch (IOException noProgram) {
            return 127;
        }
    }
}
