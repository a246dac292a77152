package news.titr;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A real browser: the machine's own Chromium, with an empty profile. */
public final class Browser implements AutoCloseable {

    private static final List<String> COLOUR_RULES = List.of("color-contrast", "link-in-text-block");

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright = Playwright.create(
            new Playwright.CreateOptions().setEnv(java.util.Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser chromium = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(Optional.ofNullable(System.getenv("TITR_TEST_CHROMIUM"))
                            .orElse("/usr/bin/chromium")))
                    .setArgs(QUIET));

    public Browser() {
        // a busy machine is not a wrong page
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    }

    public BrowserContext visitor() {
        return chromium.newContext();
    }

    public BrowserContext visitor(com.microsoft.playwright.Browser.NewContextOptions options) {
        return chromium.newContext(options);
    }

    /** The browser of somebody new of the newsroom, who is signed in. */
    public BrowserContext signedIn(TitrProcess titr, String email, String name, String role) {
        return signedIn(titr, email, name, role, new com.microsoft.playwright.Browser.NewContextOptions());
    }

    public BrowserContext signedIn(
            TitrProcess titr,
            String email,
            String name,
            String role,
            com.microsoft.playwright.Browser.NewContextOptions options) {
        var context = chromium.newContext(options);
        signIn(context, titr, titr.invite(email, name, role));
        return context;
    }

    /**
     * Signs in with the link of an invitation. No page is opened for it: one that is closed while it still goes somewhere may
     * keep the browser waiting for ever.
     */
    public static void signIn(BrowserContext context, TitrProcess titr, String link) {
        var answer = context.request().post(titr.address + link);
        if (!answer.ok()) {
            throw new IllegalStateException(answer.status() + " for " + link);
        }
    }

    /** As long as a hand takes between two things. */
    public static void pause(Page page) {
        page.waitForTimeout(200);
    }

    /**
     * Puts the caret where a hand would, as slowly as a hand: the editor takes back a caret that comes within a moment of its own
     * taking the focus, and whoever sees that clicks again.
     */
    public static void click(Page page, String place) {
        for (int i = 0; i < 10; i++) {
            page.click(place);
            pause(page);
            if ((boolean) page.locator(place).first().evaluate("""
                    (element) => {
                      const { view } = window.titrEditor;
                      return element.contains(view.domAtPos(view.state.selection.head).node);
                    }""")) {
                return;
            }
        }
        throw new AssertionError("The caret does not stay in " + place);
    }

    /**
     * What axe-core has against a page, one line for each rule that it breaks: against all of it in light, and against its
     * colours in the dark, as nothing else differs there. Leaves the page in light.
     */
    public static List<String> violations(Page page) {
        var found = new ArrayList<String>();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        found.addAll(broken("in the dark, ", axe(page).withRules(COLOUR_RULES)));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        found.addAll(broken("", axe(page)));
        return found;
    }

    /** Titr's pages hold no frames of others, so nothing needs the page of its own that axe-core would open for them. */
    private static AxeBuilder axe(Page page) {
        return new AxeBuilder(page).setLegacyMode(true);
    }

    private static List<String> broken(String where, AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .map(rule -> where + rule.getId() + ": "
                        + rule.getNodes().stream()
                                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                .toList())
                .toList();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
