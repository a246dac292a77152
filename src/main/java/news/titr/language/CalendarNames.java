package news.titr.language;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Names of months and days of the week. Source: Unicode CLDR, with the spelling that newspapers use where it differs («۲۰
 * ژانویه ۲۰۲۵», «سنبله», «ذی‌قعده»). Arabic letters that no Persian word has are written as escapes.
 */
public final class CalendarNames {
    private static final List<String> JALALI_IRAN = List.of(
            "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند");
    private static final List<String> JALALI_AFGHANISTAN =
            List.of("حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله", "میزان", "عقرب", "قوس", "جدی", "دلو", "حوت");
    private static final List<String> JALALI_ARABIC = List.of(
            "فروردین",
            "أرد\u064Aبهشت",
            "خرداد",
            "ت\u064Aر",
            "مرداد",
            "شهر\u064Aور",
            "مهر",
            "آبان",
            "آذر",
            "د\u064A",
            "بهمن",
            "إسفند");
    private static final List<String> JALALI_ENGLISH = List.of(
            "Farvardin",
            "Ordibehesht",
            "Khordad",
            "Tir",
            "Mordad",
            "Shahrivar",
            "Mehr",
            "Aban",
            "Azar",
            "Dey",
            "Bahman",
            "Esfand");

    private static final List<String> GREGORIAN_IRAN = List.of(
            "ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر");
    private static final List<String> GREGORIAN_AFGHANISTAN = List.of(
            "جنوری", "فبروری", "مارچ", "اپریل", "می", "جون", "جولای", "اگست", "سپتمبر", "اکتوبر", "نومبر", "دسمبر");
    private static final List<String> GREGORIAN_ARABIC = List.of(
            "\u064Aنا\u064Aر",
            "فبرا\u064Aر",
            "مارس",
            "أبر\u064Aل",
            "ما\u064Aو",
            "\u064Aون\u064Aو",
            "\u064Aول\u064Aو",
            "أغسطس",
            "سبتمبر",
            "أ\u0643توبر",
            "نوفمبر",
            "د\u064Aسمبر");
    private static final List<String> GREGORIAN_ENGLISH = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private static final List<String> HIJRI_PERSIAN = List.of(
            "محرم",
            "صفر",
            "ربیع‌الاول",
            "ربیع‌الثانی",
            "جمادی‌الاول",
            "جمادی‌الثانی",
            "رجب",
            "شعبان",
            "رمضان",
            "شوال",
            "ذی‌قعده",
            "ذی‌حجه");
    private static final List<String> HIJRI_ARABIC = List.of(
            "محرم",
            "صفر",
            "رب\u064Aع الأول",
            "رب\u064Aع الآخر",
            "جماد\u0649 الأول\u0649",
            "جماد\u0649 الآخرة",
            "رجب",
            "شعبان",
            "رمضان",
            "شوال",
            "ذو القعدة",
            "ذو الحجة");
    private static final List<String> HIJRI_ENGLISH = List.of(
            "Muharram",
            "Safar",
            "Rabi I",
            "Rabi II",
            "Jumada I",
            "Jumada II",
            "Rajab",
            "Shaban",
            "Ramadan",
            "Shawwal",
            "Dhu al-Qadah",
            "Dhu al-Hijjah");

    private static final List<String> WEEKDAYS_PERSIAN =
            List.of("دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه");
    private static final List<String> WEEKDAYS_ARABIC =
            List.of("الاثن\u064Aن", "الثلاثاء", "الأربعاء", "الخم\u064Aس", "الجمعة", "السبت", "الأحد");
    private static final List<String> WEEKDAYS_ENGLISH =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final List<String> INITIALS_PERSIAN = List.of("د", "س", "چ", "پ", "ج", "ش", "ی");
    private static final List<String> INITIALS_ARABIC = List.of("ن", "ث", "ر", "خ", "ج", "س", "ح");
    private static final List<String> INITIALS_ENGLISH = List.of("M", "T", "W", "T", "F", "S", "S");

    private CalendarNames() {}

    /** The twelve names of a calendar's months, the first month first. */
    public static List<String> months(CalendarSystem calendar, Language language) {
        if (calendar == CalendarSystem.GREGORIAN && !language.hasMannerOfItsOwn()) {
            return Arrays.stream(Month.values())
                    .map(month -> month.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language.tag())))
                    .toList();
        }
        return switch (calendar) {
            case JALALI ->
                switch (language.manner()) {
                    case PERSIAN -> JALALI_IRAN;
                    case DARI -> JALALI_AFGHANISTAN;
                    case ARABIC -> JALALI_ARABIC;
                    case ENGLISH -> JALALI_ENGLISH;
                };
            case GREGORIAN ->
                switch (language.manner()) {
                    case PERSIAN -> GREGORIAN_IRAN;
                    case DARI -> GREGORIAN_AFGHANISTAN;
                    case ARABIC -> GREGORIAN_ARABIC;
                    case ENGLISH -> GREGORIAN_ENGLISH;
                };
            case HIJRI ->
                switch (language.manner()) {
                    case PERSIAN, DARI -> HIJRI_PERSIAN;
                    case ARABIC -> HIJRI_ARABIC;
                    case ENGLISH -> HIJRI_ENGLISH;
                };
        };
    }

    /** The name of a month, 1 to 12. */
    public static String month(CalendarSystem calendar, int month, Language language) {
        return months(calendar, language).get(month - 1);
    }

    public static String weekday(DayOfWeek day, Language language) {
        if (!language.hasMannerOfItsOwn()) {
            return day.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language.tag()));
        }
        var names = switch (language.manner()) {
            case PERSIAN, DARI -> WEEKDAYS_PERSIAN;
            case ARABIC -> WEEKDAYS_ARABIC;
            case ENGLISH -> WEEKDAYS_ENGLISH;
        };
        return names.get(day.getValue() - 1);
    }

    /** One letter, for the head of a month grid. */
    public static String weekdayInitial(DayOfWeek day, Language language) {
        var initials = switch (language.manner()) {
            case PERSIAN, DARI -> INITIALS_PERSIAN;
            case ARABIC -> INITIALS_ARABIC;
            case ENGLISH -> INITIALS_ENGLISH;
        };
        return initials.get(day.getValue() - 1);
    }
}
