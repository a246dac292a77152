package news.titr.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.titr.http.StaticFiles;
import news.titr.story.Colours;

/**
 * The style sheets as they stand inside pages, and their hashes for the Content-Security-Policy. They are sent with the page
 * because a second request would cost a reader on a slow network more than their few kilobytes. {@code site.css} stands in
 * every page; beside it stands what only some need, each such sheet in a {@code style} element of its own.
 */
final class SiteStyle {

    /** Beside {@code site.css}. A template names those that it needs. */
    private static final List<String> SHEETS =
            List.of("live", "front", "list", "archive", "story", "stage", "send", "imprint");

    /** One of them, ready to stand in a page. */
    record Sheet(String css) {}

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    private final String css;
    private final Map<String, Sheet> sheets = new LinkedHashMap<>();
    private final String sources;

    SiteStyle(StaticFiles files, Colours colours) {
        this(files, "site/site.css", SHEETS, colours);
    }

    private SiteStyle(StaticFiles files, String everywhere, List<String> beside, Colours colours) {
        css = minify(files.text(everywhere)) + colours.css();
        for (String name : beside) {
            sheets.put(name, new Sheet(minify(files.text("site/" + name + ".css"))));
        }
        sources = Stream.concat(Stream.of(css), sheets.values().stream().map(Sheet::css))
                .map(sheet -> "'sha256-" + sha256(sheet) + "'")
                .collect(Collectors.joining(" "));
    }

    /** That of the light edition, which has but one. */
    static SiteStyle lite(StaticFiles files, Colours colours) {
        return new SiteStyle(files, "site/lite.css", List.of(), colours);
    }

    /** What stands in every page. */
    public String css() {
        return css;
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

    /** Takes out comments and the white space that no browser needs; around + and - in calc() it stays. */
    static String minify(String css) {
        return COMMENT.matcher(css)
                .replaceAll("")
                .replaceAll("\\s+", " ")
                .replaceAll(" ?([{};,>]) ?", "$1")
                .replaceAll("(?<=[\\w-]): ", ":")
                .replace(";}", "}")
                .strip();
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
