package news.titr.language;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A stretch of time, for selecting what was published in it.
 *
 * @param from the first instant that belongs to it
 * @param to the first instant that no longer does
 */
public record TimeRange(Instant from, Instant to) {
    public TimeRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A range cannot end (" + to + ") before it begins (" + from + ")");
        }
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    /** One day as the clocks of the zone count it: 23 to 25 hours where summer time begins or ends. */
    public static TimeRange day(LocalDate date, ZoneId zone) {
        return between(date, date.plusDays(1), zone);
    }

    public static TimeRange jalaliDay(JalaliDate date, ZoneId zone) {
        return day(date.toLocalDate(), zone);
    }

    /** @throws DateTimeException if there is no such month */
    public static TimeRange jalaliMonth(int year, int month, ZoneId zone) {
        var first = new JalaliDate(year, month, 1).toLocalDate();
        return between(first, first.plusDays(JalaliDate.lengthOfMonth(year, month)), zone);
    }

    /** @throws DateTimeException if there is no such year */
    public static TimeRange jalaliYear(int year, ZoneId zone) {
        var first = new JalaliDate(year, 1, 1).toLocalDate();
        return between(first, first.plusDays(JalaliDate.isLeapYear(year) ? 366 : 365), zone);
    }

    /** From the beginning of one day to the beginning of another. */
    public static TimeRange between(LocalDate from, LocalDate to, ZoneId zone) {
        return new TimeRange(
                from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant());
    }
}
