package news.titr.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.CalendarSystem;
import news.titr.language.DateParser;
import news.titr.language.MonthGrid;
import news.titr.language.TypedDate;

/**
 * What {@code web/desk/date-picker.js} asks for: one month as a table of buttons, in the calendar that the desk keeps, and
 * what a typed date means.
 */
public final class CalendarPage {

    /** Where a day was picked and no time yet. */
    private static final LocalTime START_OF_WORK = LocalTime.of(8, 0);

    private final DeskFrame frame;

    public CalendarPage(DeskFrame frame) {
        this.frame = frame;
    }

    /**
     * A month to show; {@code previous} and {@code next} are where the arrows lead.
     *
     * @param time the time of day that is offered first
     */
    public record View(
            String title,
            int year,
            int month,
            String previous,
            String next,
            String time,
            List<String> weekdays,
            List<List<Day>> weeks) {}

    /**
     * A day: what the field gets when it is chosen, what the button shows, what a screen reader says.
     *
     * @param gone true when it cannot be chosen any more
     */
    public record Day(
            String iso,
            String value,
            String shown,
            String spoken,
            boolean inMonth,
            boolean today,
            boolean selected,
            boolean gone) {}

    /**
     * {@code GET /desk/calendar}: the month of the date that {@code text} says, of {@code date} (ISO 8601), or the one that
     * {@code year} and {@code month} name; else this month.
     */
    public Response show(Request request, DeskAccess.Visitor visitor) {
        var query = request.query();
        var now = frame.now().atZone(frame.masthead().zone());
        var typed = parse(query.text("text"));
        var date =
                typed.map(TypedDate::date).or(() -> isoDate(query.text("date"))).orElse(now.toLocalDate());
        var calendar = frame.dates().calendar();
        var shown = calendar.day(date).or(() -> calendar.day(now.toLocalDate())).orElseThrow();
        int year = number(query.text("year"), shown.year());
        int month = number(query.text("month"), shown.month());
        MonthGrid grid;
        try {
            grid = grid(calendar, year, month);
        } catch (DateTimeException outside) {
            grid = grid(calendar, shown.year(), shown.month());
        }
        boolean onlyAhead = !query.text("after").isEmpty();
        return frame.page(
                200,
                DeskTemplates.calendar(
                        frame.forVisitor("", visitor), view(grid, now, typed.map(TypedDate::date), onlyAhead)));
    }

    /** {@code GET /desk/calendar/reading?text=…}: whether a typed date is understood, and what it says, in whole words. */
    public Response read(Request request, DeskAccess.Visitor visitor) {
        boolean withTime = !request.query().text("time").isEmpty();
        var typed = parse(request.query().text("text"));
        boolean understood =
                typed.isPresent() && (!withTime || typed.get().time().isPresent());
        String words = typed.map(date -> words(date, withTime)).orElseGet(() -> frame.word("desk.calendar.not-read"));
        return Response.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("understood", understood)
                        .put("words", words)
                        .toString());
    }

    private String words(TypedDate typed, boolean withTime) {
        if (typed.time().isEmpty()) {
            return withTime
                    ? frame.word("desk.calendar.no-time")
                    : frame.dates().fullDate(typed.date());
        }
        Instant instant = typed.at(frame.masthead().zone(), LocalTime.MIDNIGHT);
        return frame.word("desk.calendar.reading", frame.dates().full(instant), zone());
    }

    /** The zone as people say it: «وقت ایران». */
    private String zone() {
        return frame.masthead()
                .zone()
                .getDisplayName(
                        TextStyle.FULL_STANDALONE,
                        Locale.forLanguageTag(frame.dates().language().tag()));
    }

    private Optional<TypedDate> parse(String text) {
        return new DateParser(frame.masthead().zone()).parse(text, frame.now());
    }

    private static MonthGrid grid(CalendarSystem calendar, int year, int month) {
        return MonthGrid.of(
                calendar, year, month, calendar == CalendarSystem.GREGORIAN ? DayOfWeek.MONDAY : DayOfWeek.SATURDAY);
    }

    private View view(MonthGrid grid, ZonedDateTime now, Optional<LocalDate> selected, boolean onlyAhead) {
        var middle = grid.weeks().get(1).getFirst().date();
        var month = YearMonth.of(grid.year(), grid.month());
        return new View(
                frame.dates().monthAndYear(middle),
                grid.year(),
                grid.month(),
                query(month.minusMonths(1)),
                query(month.plusMonths(1)),
                frame.dates().time(offered(now, onlyAhead)),
                grid.weekdays().stream()
                        .map(day -> frame.word("desk.weekday." + day.getValue()))
                        .toList(),
                grid.weeks().stream()
                        .map(week -> IntStream.range(0, week.size())
                                .mapToObj(i -> day(week.get(i), now.toLocalDate(), selected, onlyAhead))
                                .toList())
                        .toList());
    }

    /** For what is still to come: the next full hour, so that a day that is picked is ahead whichever it is. */
    private static LocalTime offered(ZonedDateTime now, boolean onlyAhead) {
        return onlyAhead ? now.plusHours(1).truncatedTo(ChronoUnit.HOURS).toLocalTime() : START_OF_WORK;
    }

    private Day day(MonthGrid.Cell cell, LocalDate today, Optional<LocalDate> selected, boolean onlyAhead) {
        return new Day(
                cell.date().toString(),
                frame.dates().longDate(cell.date()),
                frame.dates().digits().apply(Integer.toString(cell.day())),
                frame.dates().fullDate(cell.date()),
                cell.inMonth(),
                cell.date().equals(today),
                selected.filter(cell.date()::equals).isPresent(),
                onlyAhead && cell.date().isBefore(today));
    }

    /** Months are counted from 1 to 12 in every calendar that the desk shows, so turning the page is the same in all. */
    private static String query(YearMonth month) {
        return "/desk/calendar?year=" + month.getYear() + "&month=" + month.getMonthValue();
    }

    private static Optional<LocalDate> isoDate(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String text, int otherwise) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
