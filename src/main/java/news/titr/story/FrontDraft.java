package news.titr.story;

import java.time.Instant;

/**
 * The front page that editors work on.
 *
 * @param version each act makes a new one; 0 when nobody has changed anything yet
 * @param undoTo the version that undo leads back to, or 0
 */
public record FrontDraft(String edition, long version, long undoTo, Instant at, String actor, Front front) {}
