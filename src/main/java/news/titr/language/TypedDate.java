package news.titr.language;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A date as somebody typed it, with the time of day if they gave one.
 *
 * @param date in the ISO calendar, whatever calendar it was typed in
 */
public record TypedDate(LocalDate date, Optional<LocalTime> time) {
    /** The instant in that zone; without a typed time, the given one. */
    public Instant at(ZoneId zone, LocalTime otherwise) {
        return date.atTime(time.orElse(otherwise)).atZone(zone).toInstant();
    }
}
