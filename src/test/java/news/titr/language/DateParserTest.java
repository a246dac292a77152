package news.titr.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DateParserTest {
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    /** Monday, 1 Bahman 1403, 10:15 in Tehran. */
    private static final Instant NOW = Instant.parse("2025-01-20T06:45:00Z");

    private final DateParser parser = new DateParser(TEHRAN);

    @Test
    void readsEveryLineOfTheCorpusAsItSays() throws IOException {
        var lines = Corpus.lines("typed-dates.tsv");
        assertTrue(lines.size() > 100);
        var wrong = new ArrayList<String>();
        for (String[] columns : lines) {
            String read = parser.parse(columns[1], NOW)
                    .map(typed ->
                            typed.date() + typed.time().map(time -> " " + time).orElse(""))
                    .orElse("none");
            if (!read.equals(columns[0])) {
                wrong.add(columns[1] + " was read as " + read + " and not as " + columns[0]);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void readsBackWhatDateTextWrites() {
        for (var language : List.of(Language.PERSIAN, Language.DARI, Language.ARABIC, Language.ENGLISH)) {
            for (var calendar : CalendarSystem.values()) {
                var text = DateText.of(language, TEHRAN).withCalendar(calendar);
                for (LocalDate date = LocalDate.of(2024, 3, 20);
                        date.isBefore(LocalDate.of(2026, 3, 22));
                        date = date.plusDays(1)) {
                    var expected = Optional.of(new TypedDate(date, Optional.empty()));
                    assertEquals(expected, parser.parse(text.longDate(date), NOW), text.longDate(date));
                    assertEquals(expected, parser.parse(text.fullDate(date), NOW), text.fullDate(date));
                    if (calendar != CalendarSystem.HIJRI) {
                        assertEquals(expected, parser.parse(text.shortDate(date), NOW), text.shortDate(date));
                    }
                }
                assertEquals(
                        Optional.of(new TypedDate(LocalDate.of(2025, 1, 20), Optional.of(LocalTime.of(10, 15)))),
                        parser.parse(text.full(NOW), NOW),
                        text.full(NOW));
            }
        }
    }

    @Test
    void todayIsTheReadersDay() {
        Instant lateEvening = Instant.parse("2025-01-20T21:00:00Z");
        assertEquals(
                Optional.of(LocalDate.of(2025, 1, 21)),
                parser.parse("امروز", lateEvening).map(TypedDate::date));
    }

    @Test
    void aLunarDateFollowsTheShift() {
        var shifted = new DateParser(TEHRAN, -1);
        var text = DateText.of(Language.PERSIAN, TEHRAN)
                .withCalendar(CalendarSystem.HIJRI)
                .withHijriShift(-1);
        LocalDate date = LocalDate.of(2025, 1, 20);
        assertEquals(Optional.of(date), shifted.parse(text.longDate(date), NOW).map(TypedDate::date));
    }

    @Test
    void aTypedDateBecomesAnInstant() {
        var typed = parser.parse("۱ بهمن ۱۴۰۳ - ۸:۱۰", NOW).orElseThrow();
        assertEquals(Instant.parse("2025-01-20T04:40:00Z"), typed.at(TEHRAN, LocalTime.NOON));
        var day = parser.parse("۱ بهمن ۱۴۰۳", NOW).orElseThrow();
        assertEquals(Instant.parse("2025-01-20T08:30:00Z"), day.at(TEHRAN, LocalTime.NOON));
    }
}
