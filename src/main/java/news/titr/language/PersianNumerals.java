package news.titr.language;

import java.util.ArrayList;

/** Numbers in Persian words. */
final class PersianNumerals {
    private static final String[] UNITS = {
        "صفر", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده", "یازده", "دوازده", "سیزده", "چهارده",
        "پانزده", "شانزده", "هفده", "هجده", "نوزده"
    };
    private static final String[] TENS = {"", "", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"};
    private static final String[] HUNDREDS = {
        "", "صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"
    };
    private static final String[] SCALES = {"", "هزار", "میلیون", "میلیارد", "تریلیون", "کوادریلیون", "کوینتیلیون"};
    private static final String AND = " و ";
    private static final String JOINED_AND = "\u200Cو";

    private PersianNumerals() {}

    /** «بیست‌وسه», «هزار و دویست و سی‌وچهار». */
    static String words(long number) {
        if (number == 0) {
            return UNITS[0];
        }
        var groups = new ArrayList<String>();
        // the sign of Long.MIN_VALUE cannot be turned, those of its groups can
        long rest = number;
        for (int scale = 0; rest != 0; scale++) {
            int group = (int) Math.abs(rest % 1000);
            if (group > 0) {
                groups.addFirst(group(group, scale));
            }
            rest /= 1000;
        }
        return (number < 0 ? "منفی " : "") + String.join(AND, groups);
    }

    /** «اول», «دوم», «بیست‌وسوم», «سی‌ام», «صد و یکم». */
    static String ordinal(long number) {
        if (number == 1) {
            return "اول";
        }
        String words = words(number);
        if (words.endsWith("سه")) {
            return words.substring(0, words.length() - 2) + "سوم";
        }
        return words.endsWith("ی") ? words + "\u200Cام" : words + "م";
    }

    private static String group(int group, int scale) {
        if (scale == 1 && group == 1) {
            return SCALES[1];
        }
        String words = underThousand(group);
        return scale == 0 ? words : words + " " + SCALES[scale];
    }

    private static String underThousand(int number) {
        String hundreds = HUNDREDS[number / 100];
        int rest = number % 100;
        if (rest == 0) {
            return hundreds;
        }
        return hundreds.isEmpty() ? underHundred(rest) : hundreds + AND + underHundred(rest);
    }

    private static String underHundred(int number) {
        if (number < UNITS.length) {
            return UNITS[number];
        }
        String tens = TENS[number / 10];
        return number % 10 == 0 ? tens : tens + JOINED_AND + UNITS[number % 10];
    }
}
