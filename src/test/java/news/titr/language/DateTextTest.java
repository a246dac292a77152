package news.titr.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DateTextTest {
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    private static final Instant MORNING = Instant.parse("2025-01-20T04:40:00Z");

    private final DateText persian = DateText.of(Language.PERSIAN, TEHRAN);

    @Test
    void aPersianReaderSeesTheJalaliDateInPersianDigits() {
        assertEquals("دوشنبه، ۱ بهمن ۱۴۰۳ - ۸:۱۰", persian.full(MORNING));
        assertEquals("دوشنبه، ۱ بهمن ۱۴۰۳", persian.fullDate(MORNING));
        assertEquals("۱ بهمن ۱۴۰۳ - ۸:۱۰", persian.medium(MORNING));
        assertEquals("۱ بهمن ۱۴۰۳", persian.longDate(MORNING));
        assertEquals("۱۴۰۳/۱۱/۰۱", persian.shortDate(MORNING));
        assertEquals("۱ بهمن", persian.dayAndMonth(LocalDate.of(2025, 1, 20)));
        assertEquals("بهمن ۱۴۰۳", persian.monthAndYear(LocalDate.of(2025, 1, 20)));
        assertEquals("۸:۱۰", persian.time(MORNING));
    }

    @Test
    void theSameMomentInOtherCalendars() {
        assertEquals(
                "۲۰ ژانویه ۲۰۲۵", persian.withCalendar(CalendarSystem.GREGORIAN).longDate(MORNING));
        assertEquals("۲۰ رجب ۱۴۴۶", persian.withCalendar(CalendarSystem.HIJRI).longDate(MORNING));
        assertEquals(
                "۱۹ رجب ۱۴۴۶",
                persian.withCalendar(CalendarSystem.HIJRI).withHijriShift(-1).longDate(MORNING));
    }

    @Test
    void theSameMomentForOtherReaders() {
        var kabul = DateText.of(Language.DARI, ZoneId.of("Asia/Kabul"));
        assertEquals("دوشنبه، ۱ دلو ۱۴۰۳ - ۹:۱۰", kabul.full(MORNING));
        assertEquals(
                "۲۰ جنوری ۲۰۲۵", kabul.withCalendar(CalendarSystem.GREGORIAN).longDate(MORNING));
        var english = DateText.of(Language.ENGLISH, TEHRAN);
        assertEquals("Monday, 20 January 2025 - 08:10", english.full(MORNING));
        assertEquals("2025-01-20", english.shortDate(MORNING));
        assertEquals(
                "1 Bahman 1403", english.withCalendar(CalendarSystem.JALALI).longDate(MORNING));
        var arabic = DateText.of(Language.ARABIC, TEHRAN);
        assertEquals("الاثن\u064Aن، ٢٠ \u064Aنا\u064Aر ٢٠٢٥ - ٨:١٠", arabic.full(MORNING));
        assertEquals("1403/11/01", persian.withDigits(DigitPolicy.LATIN).shortDate(MORNING));
    }

    @Test
    void theDayIsTheReadersAndNotGreenwichs() {
        assertEquals("۲ بهمن ۱۴۰۳", persian.longDate(Instant.parse("2025-01-20T20:30:00Z")));
        assertEquals("۱ بهمن ۱۴۰۳", persian.longDate(Instant.parse("2025-01-20T20:29:59Z")));
    }

    @Test
    void whatTheCalendarDoesNotReachIsShownInTheGregorianOne() {
        assertEquals("۱ ژانویه ۰", persian.longDate(LocalDate.of(0, 1, 1)));
        assertEquals("۱ ژانویه ۱۸۰۰", persian.withCalendar(CalendarSystem.HIJRI).longDate(LocalDate.of(1800, 1, 1)));
    }

    @Test
    void howLongAgo() {
        assertRelative("لحظاتی پیش", "2025-01-20T04:39:30Z");
        assertRelative("۵ دقیقه پیش", "2025-01-20T04:34:10Z");
        assertRelative("۲ ساعت پیش", "2025-01-20T02:10:00Z");
        assertRelative("۸ ساعت پیش", "2025-01-19T20:35:00Z");
        assertRelative("دیروز", "2025-01-19T14:00:00Z");
        assertRelative("۲ روز پیش", "2025-01-18T14:00:00Z");
        assertRelative("۶ روز پیش", "2025-01-14T14:00:00Z");
        assertRelative("۲۴ دی ۱۴۰۳", "2025-01-13T14:00:00Z");
    }

    @Test
    void hoursCountAcrossMidnightWhileTheyAreFew() {
        Instant afterMidnight = Instant.parse("2025-01-19T21:00:00Z");
        assertEquals("۲ ساعت پیش", persian.relative(Instant.parse("2025-01-19T19:00:00Z"), afterMidnight));
        assertEquals("دیروز", persian.relative(Instant.parse("2025-01-19T12:00:00Z"), afterMidnight));
    }

    @Test
    void howLongUntil() {
        assertRelative("لحظاتی دیگر", "2025-01-20T04:40:20Z");
        assertRelative("۲ ساعت دیگر", "2025-01-20T06:45:00Z");
        assertRelative("فردا", "2025-01-21T08:00:00Z");
        assertRelative("۳ روز دیگر", "2025-01-23T08:00:00Z");
        assertRelative("۱۱ بهمن ۱۴۰۳", "2025-01-30T08:00:00Z");
    }

    @Test
    void howLongAgoInOtherLanguages() {
        var english = DateText.of(Language.ENGLISH, TEHRAN);
        assertEquals("1 hour ago", english.relative(Instant.parse("2025-01-20T03:40:00Z"), MORNING));
        assertEquals("in 2 hours", english.relative(Instant.parse("2025-01-20T06:40:00Z"), MORNING));
        assertEquals("yesterday", english.relative(Instant.parse("2025-01-19T08:00:00Z"), MORNING));
        var arabic = DateText.of(Language.ARABIC, TEHRAN);
        assertEquals("قبل ساعت\u064Aن", arabic.relative(Instant.parse("2025-01-20T02:40:00Z"), MORNING));
        assertEquals("قبل ٣ ساعات", arabic.relative(Instant.parse("2025-01-20T01:40:00Z"), MORNING));
        assertEquals("قبل ٢٠ دق\u064Aقة", arabic.relative(Instant.parse("2025-01-20T04:20:00Z"), MORNING));
    }

    private void assertRelative(String expected, String then) {
        assertEquals(expected, persian.relative(Instant.parse(then), MORNING));
    }
}
