package news.titr.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import news.titr.http.StaticFiles;
import news.titr.story.Colours;

/**
 * The style sheet as it stands inside every page, and its hash for the Content-Security-Policy. It is sent with the page
 * because a second request would cost a reader on a slow network more than its five kilobytes.
 */
final class SiteStyle {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    private final String css;
    private final String hash;

    SiteStyle(StaticFiles files, Colours colours) {
        this(files, "site/site.css", colours);
    }

    SiteStyle(StaticFiles files, String sheet, Colours colours) {
        css = minify(files.text(sheet)) + colours.css();
        hash = sha256(css);
    }

    String css() {
        return css;
    }

    /** Such as {@code 'sha256-…='}. */
    String source() {
        return "'sha256-" + hash + "'";
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
