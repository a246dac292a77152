package news.titr.site;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import news.titr.http.Parameters;
import news.titr.language.CalendarSystem;
import news.titr.language.Digits;
import news.titr.story.Addresses;

/**
 * A year, a month or a day as it stands in an address of the archive: {@code 1403}, {@code 1403/11}, {@code 1403/11/01}.
 *
 * @param month 1 to 12, or 0 for the whole year
 * @param day 1 to 31, or 0 for the whole month
 */
record ArchiveDate(CalendarSystem calendar, int year, int month, int day) {

    /** Of the address of the whole archive. */
    static final String ROOT = Addresses.ARCHIVE;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    /** What a route's year, month and day say in any digits, with or without zeros before them; empty if there is no such date. */
    static Optional<ArchiveDate> of(CalendarSystem calendar, Parameters route) {
        var year = number(route, "year");
        var month = number(route, "month");
        var day = number(route, "day");
        if (year.isEmpty() || year.getAsInt() < 100 || month.isEmpty() || day.isEmpty()) {
            return Optional.empty();
        }
        if (calendar == CalendarSystem.JALALI && year.getAsInt() > 1800) {
            // somebody has typed a Gregorian date
            return CalendarSystem.GREGORIAN
                    .date(year.getAsInt(), month.getAsInt(), day.getAsInt())
                    .flatMap(date -> of(calendar, date));
        }
        var date = new ArchiveDate(calendar, year.getAsInt(), month.getAsInt(), day.getAsInt());
        boolean whole = date.month != 0 || route.text("month").isEmpty();
        boolean exists = whole
                && (date.day != 0 || route.text("day").isEmpty())
                && calendar.date(date.year, Math.max(1, date.month), Math.max(1, date.day))
                        .isPresent();
        return exists ? Optional.of(date) : Optional.empty();
    }

    static Optional<ArchiveDate> of(CalendarSystem calendar, LocalDate date) {
        return calendar.day(date).map(day -> new ArchiveDate(calendar, day.year(), day.month(), day.day()));
    }

    /** 0 for what the route does not have, or has as something that is no number. */
    private static OptionalInt number(Parameters route, String name) {
        var text = route.first(name);
        if (text.isEmpty() || text.get().isEmpty()) {
            return OptionalInt.of(0);
        }
        String digits = Digits.ascii(text.get());
        return NUMBER.matcher(digits).matches() ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }

    boolean isYear() {
        return month == 0;
    }

    boolean isMonth() {
        return month != 0 && day == 0;
    }

    /** The one form of its address. */
    String path() {
        return Addresses.archive(year, month, day);
    }

    LocalDate from() {
        return calendar.date(year, Math.max(1, month), Math.max(1, day)).orElseThrow();
    }

    /** The day after its last. */
    LocalDate until() {
        if (day != 0) {
            return from().plusDays(1);
        }
        return (month == 0 || month == 12 ? calendar.date(year + 1, 1, 1) : calendar.date(year, month + 1, 1))
                .orElseThrow();
    }

    ArchiveDate ofYear() {
        return new ArchiveDate(calendar, year, 0, 0);
    }

    ArchiveDate ofMonth() {
        return new ArchiveDate(calendar, year, month, 0);
    }

    ArchiveDate inMonth(int other) {
        return new ArchiveDate(calendar, year, other, 0);
    }
}
