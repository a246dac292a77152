package news.titr.desk;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.CalendarSystem;
import news.titr.language.JalaliDate;
import news.titr.language.MonthGrid;

/** {@code GET /desk/calendar}: one month as a table of buttons, which the date field's picker puts into the page. */
public final class CalendarPage {

    private final DeskFrame frame;

    public CalendarPage(DeskFrame frame) {
        this.frame = frame;
    }

    /** A month to show; {@code previous} and {@code next} are where the arrows lead. */
    public record View(String title, String previous, String next, List<String> weekdays, List<List<Day>> weeks) {}

    /** A day: what the field gets when it is chosen, what the button shows, what a screen reader says. */
    public record Day(String value, String shown, String spoken, boolean inMonth, boolean today) {}

    public Response show(Request request, DeskAccess.Visitor visitor) {
        var today = LocalDate.ofInstant(frame.now(), frame.masthead().zone());
        boolean jalali = frame.dates().calendar() == CalendarSystem.JALALI;
        int defaultYear = jalali ? JalaliDate.of(today).year() : today.getYear();
        int defaultMonth = jalali ? JalaliDate.of(today).month() : today.getMonthValue();
        int year = within(request.query().text("year"), defaultYear, jalali ? 1200 : 1800, jalali ? 1500 : 2120);
        int month = within(request.query().text("month"), defaultMonth, 1, 12);
        var grid = MonthGrid.of(
                frame.dates().calendar(),
                year,
                month,
                jalali ? java.time.DayOfWeek.SATURDAY : java.time.DayOfWeek.MONDAY);
        return frame.page(
                200,
                DeskTemplates.calendar(frame.forVisitor("", visitor), view(grid, YearMonth.of(year, month), today)));
    }

    private View view(MonthGrid grid, YearMonth month, LocalDate today) {
        var middle = grid.weeks().get(1).getFirst().date();
        return new View(
                frame.dates().monthAndYear(middle),
                query(month.minusMonths(1)),
                query(month.plusMonths(1)),
                grid.weeks().getFirst().stream()
                        .map(cell -> frame.word(
                                "desk.weekday." + cell.date().getDayOfWeek().getValue()))
                        .toList(),
                grid.weeks().stream()
                        .map(week -> IntStream.range(0, week.size())
                                .mapToObj(i -> day(week.get(i), today))
                                .toList())
                        .toList());
    }

    private Day day(MonthGrid.Cell cell, LocalDate today) {
        return new Day(
                frame.dates().longDate(cell.date()),
                frame.dates().digits().apply(Integer.toString(cell.day())),
                frame.dates().fullDate(cell.date()),
                cell.inMonth(),
                cell.date().equals(today));
    }

    /** Months are counted from 1 to 12 in every calendar that the desk shows, so turning the page is the same in all. */
    private static String query(YearMonth month) {
        return "/desk/calendar?year=" + month.getYear() + "&month=" + month.getMonthValue();
    }

    private static int within(String text, int otherwise, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            return number >= least && number <= most ? number : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
