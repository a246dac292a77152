package news.titr.language;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Dates and times as readers of an edition see them. Machines get ISO 8601 instead.
 *
 * <p>In Persian: «دوشنبه، ۱ بهمن ۱۴۰۳ - ۸:۱۰» ({@link #full}), «۱ بهمن ۱۴۰۳» ({@link #longDate}), «۱۴۰۳/۱۱/۰۱» ({@link
 * #shortDate}), «۸:۱۰» ({@link #time}), «۲ ساعت پیش» ({@link #relative}). A date that the chosen calendar does not reach is
 * shown in the Gregorian one.
 *
 * @param zone where the reader's clock stands
 * @param hijriShift days added to the lunar calendar's tables, -2 to 2, where months are announced by sighting
 */
public record DateText(Language language, ZoneId zone, CalendarSystem calendar, DigitPolicy digits, int hijriShift) {
    public DateText {
        if (hijriShift < -2 || hijriShift > 2) {
            throw new IllegalArgumentException(
                    "The lunar calendar can be shifted by -2 to 2 days, not by " + hijriShift);
        }
    }

    /** Dates in the language's own calendar and digits. */
    public static DateText of(Language language, ZoneId zone) {
        return new DateText(language, zone, language.calendar(), language.digits(), 0);
    }

    public DateText withCalendar(CalendarSystem calendar) {
        return new DateText(language, zone, calendar, digits, hijriShift);
    }

    public DateText withDigits(DigitPolicy digits) {
        return new DateText(language, zone, calendar, digits, hijriShift);
    }

    public DateText withHijriShift(int days) {
        return new DateText(language, zone, calendar, digits, days);
    }

    /** «دوشنبه، ۱ بهمن ۱۴۰۳ - ۸:۱۰» */
    public String full(Instant instant) {
        return fullDate(localDate(instant)) + " - " + time(instant);
    }

    /** «دوشنبه، ۱ بهمن ۱۴۰۳» */
    public String fullDate(Instant instant) {
        return fullDate(localDate(instant));
    }

    /** «دوشنبه، ۱ بهمن ۱۴۰۳» */
    public String fullDate(LocalDate date) {
        String comma = language.direction() == Direction.RIGHT_TO_LEFT ? "، " : ", ";
        return CalendarNames.weekday(date.getDayOfWeek(), language) + comma + longDate(date);
    }

    /** «۱ بهمن ۱۴۰۳ - ۸:۱۰» */
    public String medium(Instant instant) {
        return longDate(instant) + " - " + time(instant);
    }

    /** «۱ بهمن ۱۴۰۳» */
    public String longDate(Instant instant) {
        return longDate(localDate(instant));
    }

    /** «۱ بهمن ۱۴۰۳» */
    public String longDate(LocalDate date) {
        var shown = shown(date);
        var day = shown.day();
        return digits.number(day.day()) + " " + CalendarNames.month(shown.calendar(), day.month(), language) + " "
                + digits.number(day.year());
    }

    /** «۱ بهمن», for lists within one year. */
    public String dayAndMonth(LocalDate date) {
        var shown = shown(date);
        return digits.number(shown.day().day()) + " "
                + CalendarNames.month(shown.calendar(), shown.day().month(), language);
    }

    /** «بهمن ۱۴۰۳» */
    public String monthAndYear(LocalDate date) {
        var shown = shown(date);
        return CalendarNames.month(shown.calendar(), shown.day().month(), language) + " "
                + digits.number(shown.day().year());
    }

    /** «۱۴۰۳/۱۱/۰۱»; with hyphens, as ISO 8601, for a Gregorian date in English. */
    public String shortDate(Instant instant) {
        return shortDate(localDate(instant));
    }

    /** «۱۴۰۳/۱۱/۰۱»; with hyphens, as ISO 8601, for a Gregorian date in English. */
    public String shortDate(LocalDate date) {
        var shown = shown(date);
        var day = shown.day();
        boolean iso = language == Language.ENGLISH && shown.calendar() == CalendarSystem.GREGORIAN;
        String mark = iso ? "-" : "/";
        return digits.apply("%04d%s%02d%s%02d".formatted(day.year(), mark, day.month(), mark, day.day()));
    }

    /** «۸:۱۰», 24 hours; in English with a leading zero. */
    public String time(Instant instant) {
        return time(instant.atZone(zone).toLocalTime());
    }

    /** «۸:۱۰», 24 hours; in English with a leading zero. */
    public String time(LocalTime time) {
        String pattern = language == Language.ENGLISH ? "%02d:%02d" : "%d:%02d";
        return digits.apply(pattern.formatted(time.getHour(), time.getMinute()));
    }

    /**
     * How long ago or ahead: «لحظاتی پیش», «۵ دقیقه پیش», «۲ ساعت پیش», «دیروز», «۳ روز پیش», and from the seventh day on the
     * {@link #longDate}.
     */
    public String relative(Instant instant, Instant now) {
        return RelativeTime.of(language, digits, zone, instant, now).orElseGet(() -> longDate(instant));
    }

    private LocalDate localDate(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    private record Shown(CalendarSystem calendar, CalendarSystem.Day day) {}

    private Shown shown(LocalDate date) {
        LocalDate shifted = calendar == CalendarSystem.HIJRI ? date.plusDays(hijriShift) : date;
        return calendar.day(shifted)
                .map(day -> new Shown(calendar, day))
                .orElseGet(() -> new Shown(
                        CalendarSystem.GREGORIAN,
                        new CalendarSystem.Day(date.getYear(), date.getMonthValue(), date.getDayOfMonth())));
    }
}
