package news.titr.language;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Brings together what readers take for the same: ی and ي, ک and ك, ه and ة, ا and آ, with and without hamza, vowel signs,
 * tatweel and half-space, in any digits. For comparing and finding, never for showing.
 *
 * <p>The rules look at letters only, never at what stands between them, so that mending half-spaces does not change a fold.
 */
public final class Fold {
    private static final char HAMZA = 'ء';
    private static final char HAMZA_ABOVE = '\u0654';
    private static final char WAW_HAMZA = 'ؤ';
    private static final char YEH_HAMZA = 'ئ';

    private Fold() {}

    /**
     * The letters and digits of the text, folded, without anything between them: «کتاب‌ها», «کتاب ها», «کتابها» and their
     * Arabic spellings all give "کتابها". For single words, and for telling duplicates such as two headlines; what finds
     * words within a text is {@link FoldedWords}.
     *
     * <p>Idempotent; "" for a text without letters and digits.
     */
    public static String fold(String text) {
        String plain = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
        var letters = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); ) {
            int codePoint = plain.codePointAt(i);
            i += Character.charCount(codePoint);
            if (codePoint >= 0x0620 && codePoint < 0x0700) {
                boolean hamzaAbove = i < plain.length() && plain.charAt(i) == HAMZA_ABOVE;
                boolean yeh = Letters.persianTwin(codePoint) == 'ی';
                arabic(yeh && hamzaAbove ? YEH_HAMZA : codePoint, letters);
            } else if (codePoint < 0x80) {
                ascii(codePoint, letters);
            } else if (Character.isLetterOrDigit(codePoint)) {
                foreign(codePoint, letters);
            }
        }
        return settle(letters);
    }

    private static void ascii(int codePoint, StringBuilder letters) {
        if (codePoint >= 'A' && codePoint <= 'Z') {
            letters.append((char) (codePoint + 32));
        } else if (codePoint >= 'a' && codePoint <= 'z' || codePoint >= '0' && codePoint <= '9') {
            letters.append((char) codePoint);
        }
    }

    private static void arabic(int codePoint, StringBuilder letters) {
        int digit = Digits.value(codePoint);
        if (digit >= 0) {
            letters.append((char) ('0' + digit));
        } else if (codePoint != Letters.TATWEEL && Character.isLetter(codePoint)) {
            int twin = Letters.persianTwin(codePoint);
            switch (twin) {
                case 'آ', 'أ', 0x0625, 0x0671, 0x0672, 0x0673, 0x0675 -> letters.append('ا');
                case 0x0629, 0x06C0, 0x06C3 -> letters.append('ه');
                case 0x0676, 0x0677 -> letters.append(WAW_HAMZA);
                case 0x0678 -> letters.append(YEH_HAMZA);
                case HAMZA, 0x0674 -> hamza(letters);
                default -> letters.append((char) twin);
            }
        }
    }

    /** Silent after a long vowel: «املاء» is «املا», «شیء» is «شی», «سوءاستفاده» is «سواستفاده». */
    private static void hamza(StringBuilder letters) {
        int last = letters.isEmpty() ? 0 : letters.charAt(letters.length() - 1);
        if ("اویؤئ".indexOf(last) < 0) {
            letters.append(HAMZA);
        }
    }

    /** Letters of other scripts, without accents and in lower case; digits of other scripts by their value. */
    private static void foreign(int codePoint, StringBuilder letters) {
        if (Character.isDigit(codePoint)) {
            letters.append((char) ('0' + Character.digit(codePoint, 10)));
            return;
        }
        String bare = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT);
        Normalizer.normalize(bare, Normalizer.Form.NFKD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
    }

    /** The rules that look at neighbours: the seats of hamza, doubled waw, and compounds written with and without «و». */
    private static String settle(StringBuilder letters) {
        var settled = new StringBuilder(letters.length());
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            boolean beforeWaw = i + 1 < letters.length() && letters.charAt(i + 1) == 'و';
            switch (letter) {
                case WAW_HAMZA, YEH_HAMZA -> {
                    if (!beforeWaw) {
                        add(letter == WAW_HAMZA ? 'و' : 'ی', settled);
                    } else if (i + 2 >= letters.length() || letters.charAt(i + 2) != 'ا') {
                        // «مسؤول» and «مسئول» meet and «تئوری» stays apart from «توری»; the hamza of «سئوال» goes
                        settled.append(YEH_HAMZA);
                    }
                }
                default -> add(letter, settled);
            }
        }
        return settled.toString();
    }

    private static void add(char letter, StringBuilder settled) {
        if (letter == 'و' && endsWith(settled, "او")) {
            return;
        }
        settled.append(letter);
        if (letter == 'ل' && endsWith(settled, "مسوول")) {
            settled.setCharAt(settled.length() - 3, YEH_HAMZA);
        } else if (letter == 'و'
                && (endsWith(settled, "گفتوگو") || endsWith(settled, "جستوجو") || endsWith(settled, "شستوشو"))) {
            settled.deleteCharAt(settled.length() - 3);
        }
    }

    private static boolean endsWith(StringBuilder text, String end) {
        int from = text.length() - end.length();
        return from >= 0 && text.indexOf(end, from) == from;
    }
}
