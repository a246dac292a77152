package news.titr.story;

import java.time.Instant;

/**
 * A front page that readers have, or had. It never changes.
 *
 * @param ordinal 1, 2, 3 …; 0 for what stood there before the first
 * @param reason why it was made: {@code publish}, {@code place}, {@code withdraw}
 */
public record FrontRevision(String edition, long ordinal, Instant at, String actor, String reason, Front front) {}
