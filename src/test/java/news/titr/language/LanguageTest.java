package news.titr.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanguageTest {
    @Test
    void tagsNameTheirLanguageWithOrWithoutACountry() {
        for (var language : Language.all()) {
            assertEquals(language, Language.of(language.tag()));
        }
        assertEquals(Language.PERSIAN, Language.of("fa-IR"));
        assertEquals(Language.DARI, Language.of("fa_AF"));
        assertEquals(Language.ENGLISH, Language.of("en-GB"));
        var problem = assertThrows(IllegalArgumentException.class, () -> Language.of("de"));
        assertEquals("No edition can be written in \"de\"; known are fa, fa-AF, ar, en, eo", problem.getMessage());
    }

    @Test
    void everyMonthAndWeekdayHasItsOwnName() {
        for (var language : Language.all()) {
            for (var calendar : CalendarSystem.values()) {
                assertEquals(12, new HashSet<>(CalendarNames.months(calendar, language)).size());
            }
            var weekdays = new HashSet<String>();
            for (var day : DayOfWeek.values()) {
                weekdays.add(CalendarNames.weekday(day, language));
                assertEquals(1, CalendarNames.weekdayInitial(day, language).length());
            }
            assertEquals(7, weekdays.size());
        }
        assertEquals("شنبه", CalendarNames.weekday(DayOfWeek.SATURDAY, Language.PERSIAN));
        assertEquals("ش", CalendarNames.weekdayInitial(DayOfWeek.SATURDAY, Language.PERSIAN));
    }

    @Test
    void everyCalendarFindsItsOwnDaysAgain() {
        for (var calendar : CalendarSystem.values()) {
            for (LocalDate date = LocalDate.of(2020, 1, 1);
                    date.isBefore(LocalDate.of(2031, 1, 1));
                    date = date.plusDays(1)) {
                var day = calendar.day(date).orElseThrow();
                assertEquals(Optional.of(date), calendar.date(day.year(), day.month(), day.day()));
                int length = calendar.lengthOfMonth(day.year(), day.month()).orElseThrow();
                assertEquals(Optional.empty(), calendar.date(day.year(), day.month(), length + 1));
            }
        }
        assertEquals(Optional.empty(), CalendarSystem.HIJRI.day(LocalDate.of(1800, 1, 1)));
        assertEquals(Optional.empty(), CalendarSystem.JALALI.lengthOfMonth(1403, 13));
    }
}
