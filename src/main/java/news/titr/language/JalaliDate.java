package news.titr.language;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A day of the Solar Hijri (Jalali) calendar of Iran and Afghanistan.
 *
 * <p>Leap years follow the 33-year cycle, which gives exactly the official years 1206 to 1498 of the Calendar Center of
 * the Institute of Geophysics, University of Tehran (a test holds all 293). Outside them it is arithmetic.
 *
 * @param year 1 to 3000
 * @param month 1 (Farvardin, or Hamal) to 12
 * @param day 1 to {@link #lengthOfMonth}
 */
public record JalaliDate(int year, int month, int day) implements Comparable<JalaliDate> {
    /** The last year that the calendar can hold. */
    public static final int MAX_YEAR = 3000;

    private static final int DAYS_TO_EPOCH = -492_633;

    /** @throws DateTimeException if there is no such day */
    public JalaliDate {
        if (!exists(year, month, day)) {
            throw new DateTimeException(
                    "There is no day " + year + "/" + month + "/" + day + " in the Jalali calendar");
        }
    }

    /** True if the year is 1 to 3000 and has this month and day. */
    public static boolean exists(int year, int month, int day) {
        return year >= 1
                && year <= MAX_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= lengthOfMonth(year, month);
    }

    /** @throws DateTimeException before year 1 and after year 3000 */
    public static JalaliDate of(LocalDate date) {
        long days = date.toEpochDay();
        int year = date.getYear() - 621;
        if (year < 1 || year > MAX_YEAR + 1) {
            throw new DateTimeException(date + " is outside the Jalali calendar's years 1 to " + MAX_YEAR);
        }
        if (days < firstDay(year)) {
            year--;
        }
        int dayOfYear = (int) (days - firstDay(year));
        int month = dayOfYear < 186 ? dayOfYear / 31 + 1 : (dayOfYear - 186) / 30 + 7;
        int day = dayOfYear < 186 ? dayOfYear % 31 + 1 : (dayOfYear - 186) % 30 + 1;
        return new JalaliDate(year, month, day);
    }

    public LocalDate toLocalDate() {
        int dayOfYear = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
        return LocalDate.ofEpochDay(firstDay(year) + dayOfYear + day - 1);
    }

    /** True if Esfand has 30 days in that year. */
    public static boolean isLeapYear(int year) {
        return Math.floorMod(25L * year + 11, 33) < 8;
    }

    /** 31, 30 or 29 days. */
    public static int lengthOfMonth(int year, int month) {
        if (month <= 6) {
            return 31;
        }
        return month <= 11 || isLeapYear(year) ? 30 : 29;
    }

    /** Machine-readable, ASCII, zero-padded: "1403/11/01", as in the archive's URLs. */
    @Override
    public String toString() {
        return "%04d/%02d/%02d".formatted(year, month, day);
    }

    @Override
    public int compareTo(JalaliDate other) {
        return Integer.compare(year * 512 + month * 32 + day, other.year * 512 + other.month * 32 + other.day);
    }

    /** Days from 1970-01-01 to 1 Farvardin of the year. */
    private static long firstDay(int year) {
        return 365L * year + Math.floorDiv(8 * year + 21, 33) + DAYS_TO_EPOCH;
    }
}
