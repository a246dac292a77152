package news.titr.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimeRangeTest {
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    @Test
    void aJalaliDayBeginsAtMidnightInTehran() {
        var day = TimeRange.jalaliDay(new JalaliDate(1403, 11, 1), TEHRAN);
        assertEquals(Instant.parse("2025-01-19T20:30:00Z"), day.from());
        assertEquals(Instant.parse("2025-01-20T20:30:00Z"), day.to());
        assertTrue(day.contains(day.from()));
        assertFalse(day.contains(day.to()));
    }

    @Test
    void monthsFollowOneAnotherAndFillTheYear() {
        for (int year : new int[] {1399, 1400, 1403, 1404}) {
            var whole = TimeRange.jalaliYear(year, TEHRAN);
            Instant end = whole.from();
            for (int month = 1; month <= 12; month++) {
                var range = TimeRange.jalaliMonth(year, month, TEHRAN);
                assertEquals(end, range.from());
                end = range.to();
            }
            assertEquals(whole.to(), end);
            assertEquals(TimeRange.jalaliYear(year + 1, TEHRAN).from(), end);
        }
    }

    @Test
    void theDayThatIranSetItsClocksForwardHad23Hours() {
        var day = TimeRange.jalaliDay(new JalaliDate(1400, 1, 2), TEHRAN);
        assertEquals(Duration.ofHours(23), Duration.between(day.from(), day.to()));
    }

    @Test
    void thereIsNoRangeOfAMonthThatDoesNotExistNorOneThatEndsBeforeItBegins() {
        assertThrows(DateTimeException.class, () -> TimeRange.jalaliMonth(1403, 0, TEHRAN));
        assertThrows(IllegalArgumentException.class, () -> new TimeRange(Instant.EPOCH, Instant.EPOCH.minusMillis(1)));
    }
}
