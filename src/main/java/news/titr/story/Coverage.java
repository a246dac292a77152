package news.titr.story;

import java.time.Instant;
import java.util.Optional;

/**
 * A live coverage as a whole.
 *
 * @param change counts every act on it; an entry remembers the one that touched it last
 * @param lastNumber the highest that an entry was given, zero before the first
 * @param finishedAt empty while it goes on
 */
public record Coverage(long story, long change, long lastNumber, Instant changedAt, Optional<Instant> finishedAt) {

    public boolean isFinished() {
        return finishedAt.isPresent();
    }
}
