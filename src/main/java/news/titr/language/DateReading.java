package news.titr.language;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import news.titr.language.DateWords.Meaning;
import news.titr.language.DateWords.Part;
import org.jspecify.annotations.Nullable;

/** One attempt to read a typed date from its tokens, left to right; anything that does not fit ends it. */
final class DateReading {
    /** A piece of what was typed. */
    sealed interface Token {
        record Numeric(String first, String second, String third) implements Token {}

        record Time(int hour, int minute, int second) implements Token {}

        record Number(String digits) implements Token {
            int value() {
                return Integer.parseInt(digits);
            }
        }

        record Word(String text) implements Token {}

        record Said(Meaning meaning) implements Token {}
    }

    private final List<Token> tokens;
    private final ZonedDateTime now;
    private final int hijriShift;
    private int next;
    private @Nullable LocalDate date;
    private @Nullable LocalTime time;
    private @Nullable DayOfWeek weekday;

    DateReading(List<Token> tokens, ZonedDateTime now, int hijriShift) {
        this.tokens = meanings(tokens);
        this.now = now;
        this.hijriShift = hijriShift;
    }

    Optional<TypedDate> read() {
        while (next < tokens.size()) {
            if (!step()) {
                return Optional.empty();
            }
        }
        if (date == null || weekday != null && date.getDayOfWeek() != weekday) {
            return Optional.empty();
        }
        return Optional.of(new TypedDate(date, Optional.ofNullable(time)));
    }

    /** Words joined to the longest phrase that means something; words that mean nothing stay, and end the reading. */
    private static List<Token> meanings(List<Token> tokens) {
        var said = new ArrayList<Token>();
        for (int i = 0; i < tokens.size(); ) {
            int length = 0;
            for (int words = DateWords.LONGEST; words > 0 && length == 0; words--) {
                Meaning meaning = DateWords.of(joined(tokens, i, words));
                if (meaning != null) {
                    said.add(new Token.Said(meaning));
                    length = words;
                }
            }
            if (length == 0) {
                said.add(tokens.get(i));
                length = 1;
            }
            i += length;
        }
        return said;
    }

    private static String joined(List<Token> tokens, int from, int count) {
        var text = new StringBuilder();
        for (int i = from; i < from + count; i++) {
            if (i >= tokens.size() || !(tokens.get(i) instanceof Token.Word(String word))) {
                return "";
            }
            text.append(word);
        }
        return text.toString();
    }

    private boolean step() {
        Token token = tokens.get(next++);
        return switch (token) {
            case Token.Numeric numeric -> numericDate(numeric);
            case Token.Time clock -> clock(clock.hour(), clock.minute(), clock.second());
            case Token.Number number -> counted(number.value());
            case Token.Word ignored -> false;
            case Token.Said(Meaning meaning) ->
                switch (meaning) {
                    case Meaning.Filler ignored -> true;
                    case Meaning.Weekday(DayOfWeek day) -> weekday(day);
                    case Meaning.Day(int fromToday) -> date(now.toLocalDate().plusDays(fromToday));
                    case Meaning.Now ignored -> distance(0, ChronoUnit.MINUTES);
                    case Meaning.Month month -> monthFirst(month);
                    case Meaning.Unit(ChronoUnit unit) -> unit == ChronoUnit.DAYS || unit == ChronoUnit.HOURS && hour();
                    case Meaning.Count(int value) -> counted(value);
                    case Meaning.Ordinal(int value) -> dayOfMonth(value);
                    case Meaning.OrdinalEnding ignored -> false;
                    case Meaning.Half ignored -> half();
                    case Meaning.Year ignored -> false;
                    case Meaning.Calendar ignored -> false;
                    case Meaning.Distance ignored -> false;
                    case Meaning.PartOfDay ignored -> false;
                    case Meaning.And ignored -> false;
                };
        };
    }

    /** «1403/9/12», "12/9/1403", "2024-12-02", and the year last only where day and month cannot be confused. */
    private boolean numericDate(Token.Numeric numeric) {
        int first = Integer.parseInt(numeric.first());
        int second = Integer.parseInt(numeric.second());
        int third = Integer.parseInt(numeric.third());
        var named = takeCalendar();
        if (numeric.first().length() == 4 && numeric.third().length() <= 2) {
            var calendar = calendarOf(first, named);
            return calendar != null && date(calendar, first, second, third);
        }
        if (numeric.third().length() != 4 || numeric.first().length() > 2) {
            return false;
        }
        var calendar = calendarOf(third, named);
        if (calendar == null) {
            return false;
        }
        if (calendar == CalendarSystem.GREGORIAN && first <= 12 && second <= 12 && first != second) {
            return false;
        }
        return calendar == CalendarSystem.GREGORIAN && second > 12
                ? date(calendar, third, first, second)
                : date(calendar, third, second, first);
    }

    /** «۱۲ آذر ۱۴۰۳», «۱۲اُم آذر امسال», «۳ روز پیش», «۲ ساعت پیش», «۵ عصر». */
    private boolean counted(int number) {
        if (take(Meaning.OrdinalEnding.class) != null || nextIs(Meaning.Month.class)) {
            return dayOfMonth(number);
        }
        if (nextIs(Meaning.PartOfDay.class)) {
            return clock(number, 0, 0);
        }
        return take(Meaning.Unit.class) instanceof Meaning.Unit(ChronoUnit unit)
                && take(Meaning.Distance.class) instanceof Meaning.Distance(boolean past)
                && distance(past ? -number : number, unit);
    }

    private boolean dayOfMonth(int day) {
        if (take(Meaning.Month.class) instanceof Meaning.Month month) {
            skipFillers();
            return year(month, day);
        }
        return false;
    }

    private boolean half() {
        return take(Meaning.Unit.class) instanceof Meaning.Unit(ChronoUnit unit)
                && unit == ChronoUnit.HOURS
                && take(Meaning.Distance.class) instanceof Meaning.Distance(boolean past)
                && distance(past ? -30 : 30, ChronoUnit.MINUTES);
    }

    private boolean distance(int count, ChronoUnit unit) {
        var then = now.plus(count, unit);
        if (unit.isDateBased()) {
            return date(then.toLocalDate());
        }
        time = then.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        return date(then.toLocalDate());
    }

    /** "December 2, 2024" */
    private boolean monthFirst(Meaning.Month month) {
        if (next < tokens.size()
                && tokens.get(next) instanceof Token.Number day
                && day.digits().length() <= 2) {
            next++;
            return year(month, day.value());
        }
        return false;
    }

    private boolean year(Meaning.Month month, int day) {
        if (take(Meaning.Year.class) instanceof Meaning.Year(int fromThisYear)) {
            var today = month.calendar().day(now.toLocalDate());
            return today.isPresent() && date(month.calendar(), today.get().year() + fromThisYear, month.number(), day);
        }
        if (next < tokens.size()
                && tokens.get(next) instanceof Token.Number year
                && year.digits().length() == 4) {
            next++;
            var named = takeCalendar();
            return calendarOf(year.value(), month.calendar()) != null
                    && (named == null || named == month.calendar())
                    && date(month.calendar(), year.value(), month.number(), day);
        }
        return false;
    }

    /** What follows «ساعت»: "8:30", «۸», «۸ و نیم», «۸ و ۱۵ دقیقه». */
    private boolean hour() {
        if (next >= tokens.size()) {
            return false;
        }
        Token token = tokens.get(next++);
        if (token instanceof Token.Time clock) {
            return clock(clock.hour(), clock.minute(), clock.second());
        }
        int hour;
        if (token instanceof Token.Number number && number.digits().length() <= 2) {
            hour = number.value();
        } else if (token instanceof Token.Said(Meaning.Count(int value))) {
            hour = value;
        } else {
            return false;
        }
        int minute = 0;
        if (take(Meaning.And.class) != null) {
            if (take(Meaning.Half.class) != null) {
                minute = 30;
            } else if (next + 1 < tokens.size()
                    && tokens.get(next) instanceof Token.Number number
                    && tokens.get(next + 1) instanceof Token.Said(Meaning.Unit(ChronoUnit unit))
                    && unit == ChronoUnit.MINUTES) {
                next += 2;
                minute = number.value();
            } else {
                return false;
            }
        }
        return clock(hour, minute, 0);
    }

    private boolean clock(int hour, int minute, int second) {
        OptionalInt said = OptionalInt.of(hour);
        if (take(Meaning.PartOfDay.class) instanceof Meaning.PartOfDay(Part part)) {
            said = part.hour(hour);
        }
        if (time != null || said.isEmpty() || said.getAsInt() > 23 || minute > 59 || second > 59) {
            return false;
        }
        time = LocalTime.of(said.getAsInt(), minute, second);
        return true;
    }

    private boolean weekday(DayOfWeek day) {
        if (weekday != null) {
            return false;
        }
        weekday = day;
        return true;
    }

    private boolean date(CalendarSystem calendar, int year, int month, int day) {
        var found = calendar.date(year, month, day);
        if (found.isEmpty()) {
            return false;
        }
        return date(calendar == CalendarSystem.HIJRI ? found.get().minusDays(hijriShift) : found.get());
    }

    private boolean date(LocalDate found) {
        if (date != null) {
            return false;
        }
        date = found;
        return true;
    }

    private static @Nullable CalendarSystem calendarOf(int year, @Nullable CalendarSystem named) {
        boolean jalali = year >= 1206 && year <= 1498;
        boolean gregorian = year >= 1700 && year <= 2199;
        if (named == null) {
            return jalali ? CalendarSystem.JALALI : gregorian ? CalendarSystem.GREGORIAN : null;
        }
        boolean fits = switch (named) {
            case JALALI -> jalali;
            case GREGORIAN -> gregorian;
            case HIJRI -> year >= 1300 && year <= 1600;
        };
        return fits ? named : null;
    }

    private @Nullable CalendarSystem takeCalendar() {
        return take(Meaning.Calendar.class) instanceof Meaning.Calendar(CalendarSystem calendar) ? calendar : null;
    }

    private void skipFillers() {
        while (take(Meaning.Filler.class) != null) {
            // «ماه» in «۱۲ آذر ماه ۱۴۰۳»
        }
    }

    private boolean nextIs(Class<? extends Meaning> kind) {
        return next < tokens.size()
                && tokens.get(next) instanceof Token.Said(Meaning meaning)
                && kind.isInstance(meaning);
    }

    /** The next token's meaning if it is of that kind, and then the reading moves on; else null. */
    private @Nullable Meaning take(Class<? extends Meaning> kind) {
        if (next < tokens.size()
                && tokens.get(next) instanceof Token.Said(Meaning meaning)
                && kind.isInstance(meaning)) {
            next++;
            return meaning;
        }
        return null;
    }
}
