package news.titr.language;

import java.text.BreakIterator;
import java.util.Locale;

/** Makes text shorter without breaking a word, a letter from its mark, or a compound at its half-space. */
public final class Shorten {
    private static final String ELLIPSIS = "…";

    private Shorten() {}

    /**
     * The text if it has at most {@code max} characters, else its first words and «…», together at most {@code max}. Only a
     * first word that is itself too long is cut inside.
     *
     * @param max UTF-16 units, at least 1
     */
    public static String atWord(String text, int max) {
        if (max < 1) {
            throw new IllegalArgumentException("Text cannot be shortened to " + max + " characters");
        }
        String whole = text.strip();
        if (whole.length() <= max) {
            return whole;
        }
        int end = max - ELLIPSIS.length();
        if (!Character.isWhitespace(whole.charAt(end))) {
            int space = end;
            while (space > 0 && !Character.isWhitespace(whole.charAt(space - 1))) {
                space--;
            }
            end = space > 0 ? space : characterBoundary(whole, end);
        }
        return withoutTrailingPunctuation(whole.substring(0, end)) + ELLIPSIS;
    }

    private static int characterBoundary(String text, int end) {
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        return characters.isBoundary(end) ? end : Math.max(0, characters.preceding(end));
    }

    private static String withoutTrailingPunctuation(String text) {
        int end = text.length();
        while (end > 0) {
            char last = text.charAt(end - 1);
            if (Character.isWhitespace(last) || last == Letters.HALF_SPACE || "،,؛;:.-–—«([{…".indexOf(last) >= 0) {
                end--;
            } else {
                break;
            }
        }
        return text.substring(0, end);
    }
}
