package news.titr.language;

/** Counts words as a Persian reader does: «می‌شود» and «گفت‌وگو» are one each. */
public final class WordCount {
    /** Words that a reader of news takes in per minute. */
    public static final int WORDS_PER_MINUTE = 200;

    private WordCount() {}

    /** Runs of letters and digits; half-spaces, marks, apostrophes and decimal points do not end a word, nor do the signs in «۱۴۰۳/۱۱/۰۱» and «۸:۱۰». */
    public static int of(String text) {
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (Character.isLetterOrDigit(codePoint)) {
                if (!inWord) {
                    words++;
                    inWord = true;
                }
            } else if (!joins(text, i, codePoint)) {
                inWord = false;
            }
            i += Character.charCount(codePoint);
        }
        return words;
    }

    /** Whole minutes to read that many words, at least 1 unless there is nothing to read. */
    public static int minutes(int words) {
        return (words + WORDS_PER_MINUTE - 1) / WORDS_PER_MINUTE;
    }

    /** Marks and half-spaces anywhere, apostrophes between letters, decimal points and slashes between digits. */
    private static boolean joins(String text, int i, int codePoint) {
        int type = Character.getType(codePoint);
        if (codePoint == Letters.HALF_SPACE
                || codePoint == Letters.TATWEEL
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT) {
            return true;
        }
        if (i == 0 || i + 1 >= text.length()) {
            return false;
        }
        char before = text.charAt(i - 1);
        char after = text.charAt(i + 1);
        return switch (codePoint) {
            case '\'', '’' -> Character.isLetter(before) && Character.isLetter(after);
            case '.', ',', '٫', '٬', '/', ':' -> Character.isDigit(before) && Character.isDigit(after);
            default -> false;
        };
    }
}
