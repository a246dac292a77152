package news.titr.screenshots;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.titr.Browser;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import news.titr.app.Newspaper;
import news.titr.app.Settings;
import news.titr.app.sample.SampleLoader;
import news.titr.language.JalaliDate;

/** Takes pictures of every kind of page of the sample newspaper into a folder; {@code bin/screenshots} runs it. */
final class Screenshots {

    private static final List<Integer> WIDTHS = List.of(390, 1366, 1920);
    /** Where the command was called: folders are meant from there. */
    private static final Path FROM =
            Path.of(System.getProperty("titr.from", "")).toAbsolutePath();

    private static final int TALLEST = 12_000;

    /** What was asked for. */
    private record Asked(Path folder, String theme, List<Integer> widths, List<String> editions, List<String> pages) {

        static Asked of(String... arguments) {
            var folder = Path.of("target/screenshots").toAbsolutePath();
            String theme = "newspaper";
            var widths = WIDTHS;
            var editions = List.of("fa", "en");
            var pages = List.<String>of();
            for (Iterator<String> words = Arrays.asList(arguments).iterator(); words.hasNext(); ) {
                String word = words.next();
                switch (word) {
                    case "--theme" -> theme = value(word, words);
                    case "--widths" ->
                        widths = Stream.of(value(word, words).split(",", -1))
                                .map(Integer::valueOf)
                                .toList();
                    case "--editions" -> editions = List.of(value(word, words).split(",", -1));
                    case "--pages" -> pages = List.of(value(word, words).split(",", -1));
                    default -> {
                        if (word.startsWith("-")) {
                            throw new IllegalArgumentException("There is no " + word);
                        }
                        folder = FROM.resolve(word);
                    }
                }
            }
            return new Asked(folder, theme, widths, editions, pages);
        }

        private static String value(String option, Iterator<String> words) {
            if (!words.hasNext()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            return words.next();
        }

        List<PageType> types() {
            var names = PageType.ALL.stream().map(PageType::name).toList();
            pages.stream().filter(page -> !names.contains(page)).findFirst().ifPresent(unknown -> {
                throw new IllegalArgumentException(
                        "There is no page " + unknown + ", only " + String.join(", ", names));
            });
            return PageType.ALL.stream()
                    .filter(type -> pages.isEmpty() || pages.contains(type.name()))
                    .toList();
        }
    }

    private final Asked asked;
    private final PrintStream out;
    private final List<Shot> shots = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private Screenshots(Asked asked, PrintStream out) {
        this.asked = asked;
        this.out = out;
    }

    public static void main(String... arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            new Screenshots(Asked.of(arguments), out).take();
        } catch (IllegalArgumentException e) {
            out.println("screenshots: " + e.getMessage());
            out.println(
                    "usage: bin/screenshots [FOLDER] [--theme NAME] [--widths 390,1366] [--editions fa,en] [--pages front,story]");
            System.exit(2);
        } catch (IllegalStateException | PlaywrightException | IOException e) {
            out.println("screenshots: " + e.getMessage());
            System.exit(1);
        }
    }

    private void take() throws IOException {
        var types = asked.types();
        Files.createDirectories(asked.folder());
        var home = Home.fresh().with("TITR_SITE_THEME", theme(asked.theme())).with("TITR_SITE_EDITIONS", "en");
        out.println("Setting up the sample newspaper …");
        fill(home);
        try (var titr = TitrProcess.serve(home);
                var browser = new Browser()) {
            for (String edition : asked.editions()) {
                for (int width : asked.widths()) {
                    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                        series(titr, browser, types, edition, width, scheme);
                    }
                }
            }
        }
        var sheet = ContactSheet.write(asked.folder(), "Titr: " + asked.theme(), inOrder(types));
        complaints.stream().distinct().forEach(out::println);
        out.println(shots.size() + " pictures; all on one page: " + sheet.toAbsolutePath());
    }

    private static String theme(String asked) {
        return asked.contains("/") ? FROM.resolve(asked).toString() : asked;
    }

    private List<Shot> inOrder(List<PageType> types) {
        return types.stream()
                .flatMap(type -> asked.editions().stream()
                        .flatMap(edition -> shots.stream()
                                .filter(shot -> shot.page().equals(type.name())
                                        && shot.edition().equals(edition))))
                .toList();
    }

    private void fill(Home home) {
        SampleLoader.writeSettings(home.data());
        try (var newspaper = Newspaper.open(Settings.load(home.data(), home.environment()), Clock.systemUTC())) {
            new SampleLoader(newspaper).load(new PrintWriter(out, true));
            new EnglishSample(newspaper).load();
        }
        TitrProcess.run(
                home,
                "withdraw",
                Long.toString(PageType.WITHDRAWN),
                "--reason",
                "به درخواست کسی که در خبر از او نام برده شده بود");
    }

    private void series(
            TitrProcess titr, Browser browser, List<PageType> types, String edition, int width, ColorScheme scheme) {
        String light = scheme == ColorScheme.LIGHT ? "light" : "dark";
        out.printf("%s, %d px, %s ", edition, width, light);
        var options = new NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme);
        try (var visitor = browser.visitor(options)) {
            var page = visitor.newPage();
            for (var type : types) {
                var shot = new Shot(type.name(), edition, width, light);
                out.print(taken(titr, page, type, shot) ? "." : "-");
                out.flush();
            }
        }
        out.println();
    }

    /** Today in the archive: Jalali in the main edition, Gregorian in the English one. */
    private static String dated(String path, String edition) {
        var today = LocalDate.now(ZoneId.of("Asia/Tehran"));
        String day =
                edition.equals("en") ? today.toString() : JalaliDate.of(today).toString();
        return path.replace("{day}", day.replace('-', '/'))
                .replace("{month}", day.substring(0, 7).replace('-', '/'))
                .replace("{year}", day.substring(0, 4));
    }

    private boolean taken(TitrProcess titr, Page page, PageType type, Shot shot) {
        String path = dated(type.in(shot.edition()), shot.edition());
        page.setViewportSize(shot.width(), 900);
        var answer = page.navigate(titr.address + path);
        boolean elsewhere = shot.edition().equals("en") && !page.url().startsWith(titr.address + "/en");
        if (answer == null || answer.status() != type.status() || elsewhere) {
            complaints.add(shot.row() + ": left out, " + path
                    + (elsewhere
                            ? " leads to another edition"
                            : " answers "
                                    + Optional.ofNullable(answer)
                                            .map(one -> one.status())
                                            .orElse(0)));
            return false;
        }
        // as high as the page, so that pictures further down are fetched as well
        int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
        page.setViewportSize(shot.width(), Math.min(Math.max(height, 900), TALLEST));
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        if (wide > shot.width()) {
            complaints.add("%s: %d px wide at %d px".formatted(shot.row(), wide, shot.width()));
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(asked.folder().resolve(shot.file()))
                .setFullPage(true));
        shots.add(shot);
        return true;
    }
}
