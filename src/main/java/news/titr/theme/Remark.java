package news.titr.theme;

/**
 * Something to say about a theme.
 *
 * @param wrong whether it keeps the theme from being worn; if not, it is advice
 * @param file within the theme, such as {@code templates/teaser.html}
 * @param line from 1, or 0 when it is about the whole file
 */
public record Remark(boolean wrong, String file, int line, String text) {

    static Remark wrong(String file, int line, String text) {
        return new Remark(true, file, line, text);
    }

    static Remark advice(String file, int line, String text) {
        return new Remark(false, file, line, text);
    }

    /** {@code templates/teaser.html:7: …} */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + text;
    }
}
