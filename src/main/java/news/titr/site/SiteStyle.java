package news.titr.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.titr.http.StaticFiles;
import news.titr.story.Colours;
import news.titr.theme.Css;
import news.titr.theme.Theme;

/**
 * The style sheets as they stand inside pages, and their hashes for the Content-Security-Policy. They are sent with the page
 * because a second request would cost a reader on a slow network more than their few kilobytes. {@code site.css} stands in
 * every page; beside it stands what only some need, each such sheet in a {@code style} element of its own.
 */
final class SiteStyle {

    /** Beside {@code site.css}. A template names those that it needs. */
    private static final List<String> SHEETS =
            List.of("live", "front", "list", "archive", "search", "story", "stage", "send", "imprint");

    /** One of them, ready to stand in a page. */
    record Sheet(String css) {}

    private final String css;
    private final List<Sheet> last;
    private final Map<String, Sheet> sheets = new LinkedHashMap<>();
    private final String sources;

    SiteStyle(StaticFiles files, Theme theme, Colours colours) {
        css = Css.minify(files.text("site/site.css"));
        for (String name : SHEETS) {
            sheets.put(name, new Sheet(Css.minify(files.text("site/" + name + ".css")) + theme.sheet(name)));
        }
        last = Stream.of(theme.sheet("theme") + colours.css())
                .filter(rules -> !rules.isEmpty())
                .map(Sheet::new)
                .toList();
        sources = sources(Stream.concat(sheets.values().stream(), last.stream()));
    }

    private SiteStyle(String css, String day) {
        this.css = css;
        last = List.of();
        sheets.put("day", new Sheet(day));
        sources = sources(sheets.values().stream());
    }

    private String sources(Stream<Sheet> others) {
        return Stream.concat(Stream.of(css), others.map(Sheet::css))
                .map(sheet -> "'sha256-" + sha256(sheet) + "'")
                .collect(Collectors.joining(" "));
    }

    /** Those of the light edition, which has of a theme its colours alone. */
    static SiteStyle lite(StaticFiles files, Theme theme, Colours colours) {
        return new SiteStyle(
                Css.minify(files.text("site/lite.css")) + theme.colourRule() + colours.css(),
                Css.minify(files.text("site/day.css")));
    }

    /** What stands in every page. */
    public String css() {
        return css;
    }

    /** What stands behind all other sheets, so that it has the last word: the theme's rules and the desk's colours. */
    public List<Sheet> last() {
        return last;
    }

    /** What only some pages need. */
    public Sheet sheet(String name) {
        Sheet sheet = sheets.get(name);
        if (sheet == null) {
            throw new IllegalArgumentException("There is no style sheet " + name + ", only " + SHEETS);
        }
        return sheet;
    }

    /** Such as {@code 'sha256-…=' 'sha256-…='}. */
    String sources() {
        return sources;
    }

    /** In Base64. */
    static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
