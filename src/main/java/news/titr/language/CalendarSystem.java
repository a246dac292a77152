package news.titr.language;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.HijrahChronology;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.util.Optional;

/** A calendar that dates are shown and typed in. */
public enum CalendarSystem {
    /** Solar Hijri, of Iran and Afghanistan. */
    JALALI,
    GREGORIAN,
    /**
     * Lunar Hijri by the Umm al-Qura tables of the JDK, years 1300 to 1600. Iran announces months by sighting, and may be a
     * day behind or ahead: see {@link DateText#withHijriShift}.
     */
    HIJRI;

    /**
     * A day in one calendar.
     *
     * @param month 1 to 12
     * @param day 1 to 31
     */
    public record Day(int year, int month, int day) {}

    /** The day's year, month and day; empty if the calendar does not reach it. */
    public Optional<Day> day(LocalDate date) {
        try {
            return Optional.of(
                    switch (this) {
                        case JALALI -> {
                            var jalali = JalaliDate.of(date);
                            yield new Day(jalali.year(), jalali.month(), jalali.day());
                        }
                        case GREGORIAN -> new Day(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
                        case HIJRI -> {
                            var hijri = HijrahDate.from(date);
                            yield new Day(
                                    hijri.get(ChronoField.YEAR),
                                    hijri.get(ChronoField.MONTH_OF_YEAR),
                                    hijri.get(ChronoField.DAY_OF_MONTH));
                        }
                    });
        } catch (DateTimeException outside) {
            return Optional.empty();
        }
    }

    /** The date of a day in this calendar; empty if there is no such day. */
    public Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(
                    switch (this) {
                        case JALALI -> new JalaliDate(year, month, day).toLocalDate();
                        case GREGORIAN -> LocalDate.of(year, month, day);
                        case HIJRI -> LocalDate.from(HijrahDate.of(year, month, day));
                    });
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Days in the month: 28 to 31. Empty if the calendar has no such month. */
    public Optional<Integer> lengthOfMonth(int year, int month) {
        if (date(year, month, 1).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (this) {
                    case JALALI -> JalaliDate.lengthOfMonth(year, month);
                    case GREGORIAN -> YearMonth.of(year, month).lengthOfMonth();
                    case HIJRI -> HijrahChronology.INSTANCE.date(year, month, 1).lengthOfMonth();
                });
    }
}
