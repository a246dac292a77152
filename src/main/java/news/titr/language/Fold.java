package news.titr.language;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Brings together what readers take for the same: ی and ي, ک and ك, ه and ة, ا and آ, with and without hamza, vowel signs,
 * tatweel and half-space, in any digits. For comparing and finding, never for showing.
 */
public final class Fold {
    private Fold() {}

    /**
     * The letters and digits of the text, folded, without anything between them: «کتاب‌ها», «کتاب ها», «کتابها» and their
     * Arabic spellings all give "کتابها". For single words and for telling duplicates, such as two headlines.
     */
    public static String fold(String text) {
        String plain = Normalizer.isNormalized(text, Normalizer.Form.NFKD)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKD);
        plain = plain.toLowerCase(Locale.ROOT);
        var letters = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); ) {
            int codePoint = plain.codePointAt(i);
            i += Character.charCount(codePoint);
            if (Character.isLetterOrDigit(codePoint) && codePoint != Letters.TATWEEL) {
                letters.appendCodePoint(letter(codePoint));
            }
        }
        return letters.toString();
    }

    private static int letter(int codePoint) {
        int digit = Digits.value(codePoint);
        if (digit >= 0) {
            return '0' + digit;
        }
        return switch (Letters.persianTwin(codePoint)) {
            case 'آ', 0x0623, 0x0625, 0x0671 -> 'ا';
            case 0x0629, 0x06C0, 0x06C3 -> 'ه';
            case 0x0624 -> 'و';
            case 0x0626 -> 'ی';
            default -> Letters.persianTwin(codePoint);
        };
    }
}
