package news.titr.story;

import java.time.Instant;
import java.util.Optional;

/**
 * A story that could stand on the front page.
 *
 * @param column where it stands on the board: {@code live}, {@code scheduled}, {@code ready} …
 * @param at when it came there
 * @param goesOutAt for a scheduled one
 */
public record FrontCandidate(
        long number, String headline, String section, String column, Instant at, Optional<Instant> goesOutAt) {}
