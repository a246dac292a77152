package news.titr.language;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A month laid out in weeks, for date pickers and archives.
 *
 * @param month 1 to 12
 * @param weekdays the seven days of the week in the order of the columns
 * @param weeks four to six rows of seven days; the first and last are filled with days of the neighbouring months
 */
public record MonthGrid(
        CalendarSystem calendar, int year, int month, List<DayOfWeek> weekdays, List<List<Cell>> weeks) {
    /**
     * One day of the grid.
     *
     * @param day its number in its own month, 1 to 31
     * @param inMonth false for the days of the neighbouring months
     */
    public record Cell(LocalDate date, int day, boolean inMonth) {}

    /** A Jalali month with weeks from Saturday to Friday. */
    public static MonthGrid jalali(int year, int month) {
        return of(CalendarSystem.JALALI, year, month, DayOfWeek.SATURDAY);
    }

    /** @throws DateTimeException if the calendar has no such month, or ends within a week of it */
    public static MonthGrid of(CalendarSystem calendar, int year, int month, DayOfWeek firstColumn) {
        LocalDate first = calendar.date(year, month, 1)
                .orElseThrow(
                        () -> new DateTimeException("There is no month " + year + "/" + month + " in " + calendar));
        LocalDate last = first.plusDays(calendar.lengthOfMonth(year, month).orElseThrow() - 1L);
        LocalDate date = first.minusDays(Math.floorMod(first.getDayOfWeek().getValue() - firstColumn.getValue(), 7));
        var weeks = new ArrayList<List<Cell>>();
        while (!date.isAfter(last)) {
            var week = new ArrayList<Cell>(7);
            for (int column = 0; column < 7; column++) {
                LocalDate cell = date.plusDays(column);
                int day = calendar.day(cell)
                        .orElseThrow(() -> new DateTimeException(calendar + " does not reach " + cell))
                        .day();
                week.add(new Cell(cell, day, !cell.isBefore(first) && !cell.isAfter(last)));
            }
            weeks.add(List.copyOf(week));
            date = date.plusDays(7);
        }
        var weekdays = new ArrayList<DayOfWeek>(7);
        for (int column = 0; column < 7; column++) {
            weekdays.add(firstColumn.plus(column));
        }
        return new MonthGrid(calendar, year, month, List.copyOf(weekdays), List.copyOf(weeks));
    }
}
