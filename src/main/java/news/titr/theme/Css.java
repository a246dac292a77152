package news.titr.theme;

import java.util.regex.Pattern;

/** Style sheets on their way to readers. */
public final class Css {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    private Css() {}

    /** Takes out comments and the white space that no browser needs; around + and - in calc() it stays. */
    public static String minify(String css) {
        return COMMENT.matcher(css)
                .replaceAll("")
                .replaceAll("\\s+", " ")
                .replaceAll(" ?([{};,>]) ?", "$1")
                .replaceAll("(?<=[\\w-]): ", ":")
                .replace(";}", "}")
                .strip();
    }
}
