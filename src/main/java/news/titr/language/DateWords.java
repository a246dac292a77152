package news.titr.language;

import java.time.DayOfWeek;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What the words in a typed date mean, by their folded form. */
final class DateWords {
    /** The most words that one entry has, such as «ربیع الاول». */
    static final int LONGEST = 3;

    private static final Map<String, Meaning> MEANINGS = meanings();

    private DateWords() {}

    sealed interface Meaning {
        record Weekday(DayOfWeek day) implements Meaning {}

        record Month(CalendarSystem calendar, int number) implements Meaning {}

        record Day(int fromToday) implements Meaning {}

        record Now() implements Meaning {}

        record Year(int fromThisYear) implements Meaning {}

        record Calendar(CalendarSystem calendar) implements Meaning {}

        record Unit(ChronoUnit unit) implements Meaning {}

        record Distance(boolean past) implements Meaning {}

        record Count(int value) implements Meaning {}

        record PartOfDay(Part part) implements Meaning {}

        /** «دوازدهم» */
        record Ordinal(int value) implements Meaning {}

        /** «اُم» behind digits. */
        record OrdinalEnding() implements Meaning {}

        record Half() implements Meaning {}

        record And() implements Meaning {}

        record Filler() implements Meaning {}
    }

    /** The parts of the day that tell which of two hours a number means. */
    enum Part {
        MORNING(0, 11),
        NOON(11, 15),
        AFTERNOON(12, 23),
        EVENING(18, 23);

        private final int first;
        private final int last;

        Part(int first, int last) {
            this.first = first;
            this.last = last;
        }

        /** The hour of 24 that an hour of 12 or 24 is in this part; empty where people would not agree («۲ شب»). */
        OptionalInt hour(int said) {
            if (said >= first && said <= last) {
                return OptionalInt.of(said);
            }
            int other = (said + 12) % 24;
            return said >= 1 && said <= 12 && other >= first && other <= last
                    ? OptionalInt.of(other)
                    : OptionalInt.empty();
        }
    }

    /** The meaning of words written together or apart, or null. */
    static @Nullable Meaning of(String words) {
        return MEANINGS.get(Fold.fold(words));
    }

    private static Map<String, Meaning> meanings() {
        var all = new HashMap<String, Meaning>();
        for (var language : List.of(Language.PERSIAN, Language.DARI, Language.ARABIC, Language.ENGLISH)) {
            for (var day : DayOfWeek.values()) {
                put(all, new Meaning.Weekday(day), CalendarNames.weekday(day, language));
            }
            for (var calendar : CalendarSystem.values()) {
                for (int month = 1; month <= 12; month++) {
                    put(all, new Meaning.Month(calendar, month), CalendarNames.month(calendar, month, language));
                }
            }
        }
        months(all);
        put(all, new Meaning.Weekday(DayOfWeek.FRIDAY), "آدینه");
        put(all, new Meaning.Day(0), "امروز", "today", "ال\u064Aوم");
        put(all, new Meaning.Now(), "اکنون", "هم‌اکنون", "الان", "now");
        put(all, new Meaning.Day(-1), "دیروز", "yesterday", "أمس");
        put(all, new Meaning.Day(-2), "پریروز");
        put(all, new Meaning.Day(1), "فردا", "tomorrow", "غدا");
        put(all, new Meaning.Day(2), "پس‌فردا");
        put(all, new Meaning.Year(0), "امسال");
        put(all, new Meaning.Year(-1), "پارسال", "سال گذشته");
        put(all, new Meaning.Year(1), "سال آینده");
        put(all, new Meaning.Calendar(CalendarSystem.JALALI), "شمسی", "خورشیدی", "هجری شمسی", "هجری خورشیدی", "ه ش");
        put(all, new Meaning.Calendar(CalendarSystem.HIJRI), "قمری", "هجری قمری", "ه ق", "ق");
        put(all, new Meaning.Calendar(CalendarSystem.GREGORIAN), "میلادی", "ce", "ad");
        put(all, new Meaning.Unit(ChronoUnit.MINUTES), "دقیقه", "minute", "minutes");
        put(all, new Meaning.Unit(ChronoUnit.HOURS), "ساعت", "hour", "hours");
        put(all, new Meaning.Unit(ChronoUnit.DAYS), "روز", "day", "days");
        put(all, new Meaning.Unit(ChronoUnit.WEEKS), "هفته", "week", "weeks");
        put(all, new Meaning.Distance(true), "پیش", "قبل", "ago");
        put(all, new Meaning.Distance(false), "دیگر", "بعد");
        put(all, new Meaning.PartOfDay(Part.MORNING), "صبح", "بامداد", "قبل از ظهر", "پیش از ظهر", "ق ظ", "am");
        put(all, new Meaning.PartOfDay(Part.NOON), "ظهر");
        put(all, new Meaning.PartOfDay(Part.AFTERNOON), "عصر", "بعد از ظهر", "ب ظ", "pm");
        put(all, new Meaning.PartOfDay(Part.EVENING), "شب");
        put(all, new Meaning.Half(), "نیم");
        put(all, new Meaning.And(), "و");
        put(
                all,
                new Meaning.Filler(),
                "در",
                "مورخ",
                "مورخه",
                "تاریخ",
                "ماه",
                "سال",
                "به تاریخ",
                "on",
                "at",
                "of",
                "the");
        String[] counts = {"یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده"};
        for (int i = 0; i < counts.length; i++) {
            put(all, new Meaning.Count(i + 1), counts[i]);
        }
        put(all, new Meaning.Ordinal(1), "یکم", "نخست");
        for (int day = 1; day <= 31; day++) {
            put(all, new Meaning.Ordinal(day), PersianNumerals.ordinal(day));
        }
        put(all, new Meaning.OrdinalEnding(), "اُم");
        return Map.copyOf(all);
    }

    private static void months(Map<String, Meaning> all) {
        put(all, new Meaning.Month(CalendarSystem.JALALI, 5), "امرداد");
        for (int month = 1; month <= 12; month++) {
            // «آذرماه»
            var meaning = new Meaning.Month(CalendarSystem.JALALI, month);
            put(all, meaning, CalendarNames.month(CalendarSystem.JALALI, month, Language.PERSIAN) + "ماه");
        }
        String[][] gregorian = {
            {"jan", "\u0643انون الثان\u064A"},
            {"feb", "شباط"},
            {"mar", "آذار"},
            {"apr", "ن\u064Aسان"},
            {"می", "أ\u064Aار"},
            {"jun", "حز\u064Aران"},
            {"jul", "جولای", "ژوئیهٔ", "تموز"},
            {"aug", "آگوست", "اگوست"},
            {"sep", "sept", "أ\u064Aلول"},
            {"oct", "تشر\u064Aن الأول"},
            {"nov", "تشر\u064Aن الثان\u064A"},
            {"dec", "\u0643انون الأول"},
        };
        String[][] hijri = {
            {"محرم الحرام"},
            {"صفر المظفر"},
            {},
            {"ربیع الآخر"},
            {"جمادی الاولی"},
            {"جمادی الثانیه", "جمادی الآخر", "جمادی الآخره"},
            {"رجب المرجب"},
            {"شعبان المعظم"},
            {"رمضان المبارک"},
            {"شوال المکرم"},
            {"ذی‌القعده", "ذیقعده", "ذوالقعده"},
            {"ذی‌الحجه", "ذیحجه", "ذوالحجه"},
        };
        for (int i = 0; i < 12; i++) {
            put(all, new Meaning.Month(CalendarSystem.GREGORIAN, i + 1), gregorian[i]);
            put(all, new Meaning.Month(CalendarSystem.HIJRI, i + 1), hijri[i]);
        }
    }

    private static void put(Map<String, Meaning> all, Meaning meaning, String... names) {
        for (String name : names) {
            all.put(Fold.fold(name), meaning);
        }
    }
}
