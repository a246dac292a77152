package news.titr.story;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A scheduled story that did not go out as it should, or one before readers that its source has taken back.
 *
 * @param id empty for one that is late this very moment, of which nobody has taken note yet
 * @param headline of the revision that was to go out
 * @param problems why it was refused
 * @param failure what failed, for the technician, or the empty string
 * @param acknowledgedAt when somebody said that they have seen it
 */
public record Alarm(
        String id,
        long story,
        String headline,
        Instant dueAt,
        Kind kind,
        List<Problem> problems,
        String failure,
        Instant raisedAt,
        Optional<Instant> acknowledgedAt) {

    public Alarm {
        problems = List.copyOf(problems);
    }

    public enum Kind {
        /** The checks or an embargo kept it back; it waits for somebody. */
        REFUSED,
        /** It went out later than five seconds after its time, or is late now. */
        LATE,
        /** Something broke; it is tried again. */
        FAILED,
        /** Whoever it came from has taken it back; {@code failure} is what they are called. */
        CANCELED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }
}
