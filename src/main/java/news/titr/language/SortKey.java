package news.titr.language;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A stored key that puts names in Persian order by comparing bytes, so that SQLite and PostgreSQL agree.
 * Digits and the letters a to f stand in that order in every collation, so the column needs none of its own.
 *
 * <p>Digits by their value, then آ ا ء ب پ ت … و ه ی, then a to z, then other scripts. Half-spaces, marks and punctuation do
 * not count; a space comes before every letter. Only where all that is equal do hamza, marks and capitals decide.
 */
public final class SortKey {
    private static final String PERSIAN = "آاءبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی";
    private static final int MAX_LENGTH = 300;
    private static final int MAX_DIGITS = 20;
    /** Below every weight, so that a name comes before its continuations. */
    private static final String SEPARATOR = "00";

    private static final int SPACE = 0x02;
    private static final int NUMBER = 0x08;
    private static final int FIRST_PERSIAN = 0x20;
    private static final int FIRST_LATIN = 0x60;
    private static final int OTHER = 0xA0;

    private SortKey() {}

    /**
     * Lower-case hexadecimal digits and nothing else, some 600 characters at the most (the first 150 letters decide);
     * "" for a text without letters and digits.
     */
    public static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var primary = new StringBuilder();
        var secondary = new StringBuilder();
        boolean gap = false;
        for (int i = 0; i < plain.length() && primary.length() < MAX_LENGTH; ) {
            int codePoint = plain.codePointAt(i);
            int width = Character.charCount(codePoint);
            int digit = Digits.value(codePoint);
            if (digit >= 0 || Character.isLetterOrDigit(codePoint) && codePoint != Letters.TATWEEL) {
                if (gap && !primary.isEmpty()) {
                    hex(primary, SPACE);
                    hex(secondary, 1);
                }
                gap = false;
            }
            if (digit >= 0) {
                i = number(plain, i, primary, secondary);
                continue;
            }
            i += width;
            if (Character.isLetterOrDigit(codePoint) && codePoint != Letters.TATWEEL) {
                letter(codePoint, primary, secondary);
            } else if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == '-') {
                gap = true;
            } else if (Character.getType(codePoint) == Character.NON_SPACING_MARK || codePoint == Letters.HALF_SPACE) {
                hex(secondary, codePoint == Letters.HALF_SPACE ? 2 : 3);
            }
        }
        int end = Math.min(secondary.length(), MAX_LENGTH);
        while (end >= 2 && secondary.charAt(end - 1) == '1' && secondary.charAt(end - 2) == '0') {
            end -= 2;
        }
        return end == 0 ? primary.toString() : primary + SEPARATOR + secondary.substring(0, end);
    }

    private static void letter(int codePoint, StringBuilder primary, StringBuilder secondary) {
        int twin = Letters.persianTwin(codePoint);
        int base = switch (twin) {
            case 0x0623, 0x0625, 0x0671 -> 'ا';
            case 0x0624, 0x0626, 0x0674 -> 'ء';
            case 0x06C0, 0x0629, 0x06C3 -> 'ه';
            default -> twin;
        };
        int place = PERSIAN.indexOf(base);
        if (place >= 0) {
            hex(primary, FIRST_PERSIAN + place);
            hex(secondary, base == codePoint ? 1 : 4);
            return;
        }
        String decomposed = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFD);
        String lower = decomposed.toLowerCase(Locale.ROOT);
        char first = lower.charAt(0);
        if (first >= 'a' && first <= 'z') {
            hex(primary, FIRST_LATIN + first - 'a');
            hex(secondary, (decomposed.length() > 1 ? 4 : 1) + (Character.isUpperCase(codePoint) ? 1 : 0));
            return;
        }
        int other = Character.toLowerCase(codePoint);
        hex(primary, OTHER);
        hex(primary, other >> 16);
        hex(primary, other >> 8 & 0xFF);
        hex(primary, other & 0xFF);
        hex(secondary, other == codePoint ? 1 : 4);
    }

    /** A run of digits sorts by its value: first how many digits it has, then the digits. */
    private static int number(String text, int start, StringBuilder primary, StringBuilder secondary) {
        var digits = new StringBuilder();
        int i = start;
        while (i < text.length() && Digits.value(text.charAt(i)) >= 0) {
            int digit = Digits.value(text.charAt(i));
            if (!(digit == 0 && digits.isEmpty())) {
                digits.append((char) ('0' + digit));
            }
            i++;
        }
        hex(primary, NUMBER);
        hex(primary, Math.min(digits.length(), 0xFF));
        primary.append(digits, 0, Math.min(digits.length(), MAX_DIGITS));
        hex(secondary, 1);
        return i;
    }

    private static void hex(StringBuilder key, int value) {
        key.append(Character.forDigit(value >> 4 & 0xF, 16)).append(Character.forDigit(value & 0xF, 16));
    }
}
