package news.titr.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import net.time4j.PlainDate;
import net.time4j.calendar.PersianCalendar;
import org.junit.jupiter.api.Test;

class JalaliDateTest {
    private static final Path OFFICIAL = Path.of("corpus/language/jalali-leap-years.txt");

    @Test
    void agreesWithTheOfficialBeginningAndLengthOfAll293Years() throws IOException {
        int years = 0;
        for (String line : Files.readAllLines(OFFICIAL)) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] columns = line.split(" ");
            for (int i = 1; i < columns.length; i++) {
                int year = Integer.parseInt(columns[0]) + i - 1;
                int day = Integer.parseInt(columns[i].replace("*", ""));
                assertEquals(LocalDate.of(year + 621, 3, day), new JalaliDate(year, 1, 1).toLocalDate());
                assertEquals(columns[i].endsWith("*"), JalaliDate.isLeapYear(year), "leap year " + year);
                years++;
            }
        }
        assertEquals(293, years);
    }

    @Test
    void everyDayOf1206To1498ComesBackAndFollowsTheDayBefore() {
        LocalDate day = new JalaliDate(1206, 1, 1).toLocalDate();
        LocalDate end = new JalaliDate(1499, 1, 1).toLocalDate();
        JalaliDate before = JalaliDate.of(day.minusDays(1));
        int days = 0;
        for (; day.isBefore(end); day = day.plusDays(1)) {
            JalaliDate jalali = JalaliDate.of(day);
            assertEquals(day, jalali.toLocalDate());
            assertTrue(before.compareTo(jalali) < 0, jalali.toString());
            before = jalali;
            days++;
        }
        assertEquals(107_016, days);
    }

    @Test
    void agreesWithAnIndependentCalendarOnEveryDayOf1300To1500() {
        LocalDate end = new JalaliDate(1501, 1, 1).toLocalDate();
        for (LocalDate day = new JalaliDate(1300, 1, 1).toLocalDate(); day.isBefore(end); day = day.plusDays(1)) {
            var other = PlainDate.from(day).transform(PersianCalendar.axis());
            assertEquals(
                    new JalaliDate(other.getYear(), other.getMonth().getValue(), other.getDayOfMonth()),
                    JalaliDate.of(day));
        }
    }

    @Test
    void knownDaysOfHistory() {
        assertEquals(new JalaliDate(1357, 11, 22), JalaliDate.of(LocalDate.of(1979, 2, 11)));
        assertEquals(new JalaliDate(1403, 12, 30), JalaliDate.of(LocalDate.of(2025, 3, 20)));
        assertEquals(new JalaliDate(1348, 10, 11), JalaliDate.of(LocalDate.EPOCH));
        assertEquals("1403/11/01", JalaliDate.of(LocalDate.of(2025, 1, 20)).toString());
    }

    @Test
    void refusesDaysThatDoNotExist() {
        assertFalse(JalaliDate.exists(1404, 12, 30));
        assertFalse(JalaliDate.exists(1404, 7, 31));
        assertThrows(DateTimeException.class, () -> new JalaliDate(1404, 13, 1));
        assertThrows(DateTimeException.class, () -> new JalaliDate(0, 1, 1));
        assertThrows(DateTimeException.class, () -> JalaliDate.of(LocalDate.of(600, 1, 1)));
        assertThrows(DateTimeException.class, () -> JalaliDate.of(LocalDate.MAX));
    }
}
