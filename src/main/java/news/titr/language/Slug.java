package news.titr.language;

import java.text.Normalizer;
import java.util.Locale;

/** The readable tail of an address: {@code /news/26841/گفت-وگو-با-نویسنده}. */
public final class Slug {
    /** The most characters a slug has. */
    public static final int MAX_LENGTH = 80;

    private Slug() {}

    /**
     * The words of a headline, or of the name of a section or tag, joined by hyphens: letters and digits only, Latin in
     * lower case, Arabic letters and digits as Persian readers type them, half-spaces as hyphens, marks and tatweel dropped,
     * at most {@value #MAX_LENGTH} characters, cut after a word.
     *
     * @return "" if the text has no letter or digit; the address then ends in the number
     */
    public static String of(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var slug = new StringBuilder(Math.min(composed.length(), MAX_LENGTH * 2));
        boolean gap = false;
        for (int i = 0; i < composed.length() && slug.length() <= MAX_LENGTH; ) {
            int codePoint = composed.codePointAt(i);
            i += Character.charCount(codePoint);
            if (Character.isLetterOrDigit(codePoint) && codePoint != Letters.TATWEEL) {
                if (gap && !slug.isEmpty()) {
                    slug.append('-');
                }
                gap = false;
                slug.appendCodePoint(letter(codePoint));
            } else if (!vanishes(codePoint)) {
                gap = true;
            }
        }
        return slug.length() <= MAX_LENGTH ? slug.toString() : cut(slug);
    }

    private static int letter(int codePoint) {
        int digit = Digits.value(codePoint);
        return digit >= 0 ? '0' + digit : plainHeh(Letters.persianTwin(codePoint));
    }

    private static int plainHeh(int codePoint) {
        return codePoint == 0x06C0 ? 'ه' : codePoint;
    }

    private static boolean vanishes(int codePoint) {
        int type = Character.getType(codePoint);
        return codePoint != Letters.HALF_SPACE
                && (codePoint == Letters.TATWEEL
                        || type == Character.NON_SPACING_MARK
                        || type == Character.ENCLOSING_MARK
                        || codePoint == '\''
                        || codePoint == '’'
                        || Letters.isInvisible(codePoint));
    }

    private static String cut(StringBuilder slug) {
        int end = slug.lastIndexOf("-", MAX_LENGTH);
        if (end <= 0) {
            end = Character.isHighSurrogate(slug.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        }
        return slug.substring(0, end);
    }
}
