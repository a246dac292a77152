package news.titr.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonthGridTest {
    @Test
    void bahman1403BeginsOnAMondayInAWeekFromSaturday() {
        var grid = MonthGrid.jalali(1403, 11);
        assertEquals(DayOfWeek.SATURDAY, grid.weekdays().getFirst());
        assertEquals(DayOfWeek.FRIDAY, grid.weekdays().getLast());
        assertEquals(List.of(29, 30, 1, 2, 3, 4, 5), days(grid, 0));
        assertEquals(List.of(27, 28, 29, 30, 1, 2, 3), days(grid, 4));
        assertEquals(
                new MonthGrid.Cell(LocalDate.of(2025, 1, 20), 1, true),
                grid.weeks().getFirst().get(2));
        assertEquals(5, grid.weeks().size());
    }

    @Test
    void everyMonthHasItsDaysOnceAndWholeWeeks() {
        for (int year = 1395; year <= 1410; year++) {
            for (int month = 1; month <= 12; month++) {
                var cells = MonthGrid.jalali(year, month).weeks().stream()
                        .flatMap(List::stream)
                        .toList();
                var own = cells.stream().filter(MonthGrid.Cell::inMonth).toList();
                assertEquals(JalaliDate.lengthOfMonth(year, month), own.size());
                assertEquals(1, own.getFirst().day());
                assertEquals(0, cells.size() % 7);
                assertEquals(DayOfWeek.SATURDAY, cells.getFirst().date().getDayOfWeek());
                for (int i = 1; i < cells.size(); i++) {
                    assertEquals(
                            cells.get(i - 1).date().plusDays(1), cells.get(i).date());
                }
            }
        }
    }

    @Test
    void otherCalendarsHaveGridsAsWell() {
        var january = MonthGrid.of(CalendarSystem.GREGORIAN, 2025, 1, DayOfWeek.MONDAY);
        assertEquals(List.of(30, 31, 1, 2, 3, 4, 5), days(january, 0));
        var rajab = MonthGrid.of(CalendarSystem.HIJRI, 1446, 7, DayOfWeek.SATURDAY);
        assertEquals(LocalDate.of(2025, 1, 1), rajab.weeks().getFirst().get(4).date());
    }

    @Test
    void thereIsNoThirteenthMonth() {
        assertThrows(DateTimeException.class, () -> MonthGrid.jalali(1403, 13));
    }

    private static List<Integer> days(MonthGrid grid, int week) {
        return grid.weeks().get(week).stream().map(MonthGrid.Cell::day).toList();
    }
}
