package news.titr.language;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Changes digits, and only digits, between the Persian, Arabic and Latin sets. */
public final class Digits {
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(?:[٬,،]\\d{3})+");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,19}");

    private Digits() {}

    /** «۱۲۳» from "123", "١٢٣" or «۱۲۳». */
    public static String persian(String text) {
        return with(text, '۰');
    }

    /** The number in Persian digits, ungrouped: «۲۶۸۴۱». */
    public static String persian(long number) {
        return persian(Long.toString(number));
    }

    /** Arabic-Indic digits, U+0660 to U+0669. */
    public static String arabic(String text) {
        return with(text, '\u0660');
    }

    /** The number in Arabic-Indic digits, ungrouped. */
    public static String arabic(long number) {
        return arabic(Long.toString(number));
    }

    /** "123" from any of the three sets: what machines, URLs and parsers read. */
    public static String ascii(String text) {
        return with(text, '0');
    }

    /** The value 0 to 9 of a Persian, Arabic or Latin digit, or -1 if the code point is none of these. */
    public static int value(int codePoint) {
        if (codePoint >= '0' && codePoint <= '9') {
            return codePoint - '0';
        }
        if (codePoint >= '۰' && codePoint <= '۹') {
            return codePoint - '۰';
        }
        if (codePoint >= '\u0660' && codePoint <= '\u0669') {
            return codePoint - '\u0660';
        }
        return -1;
    }

    /**
     * The whole number that somebody typed, in any digits, grouped («۲۶٬۸۴۱», "26,841") or not; empty for anything else and
     * for what does not fit a long.
     */
    public static OptionalLong parse(String text) {
        String plain = ascii(text.strip()).replace('\u2212', '-').replace("\u200E", "");
        if (GROUPED.matcher(plain).matches()) {
            plain = plain.replaceAll("[٬,،]", "");
        }
        if (!WHOLE.matcher(plain).matches()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(plain));
        } catch (NumberFormatException tooLong) {
            return OptionalLong.empty();
        }
    }

    static String with(String text, char zero) {
        for (int i = 0; i < text.length(); i++) {
            int value = value(text.charAt(i));
            if (value >= 0 && text.charAt(i) != zero + value) {
                return replaceFrom(text, i, zero);
            }
        }
        return text;
    }

    private static String replaceFrom(String text, int first, char zero) {
        char[] chars = text.toCharArray();
        for (int i = first; i < chars.length; i++) {
            int value = value(chars[i]);
            if (value >= 0) {
                chars[i] = (char) (zero + value);
            }
        }
        return new String(chars);
    }
}
