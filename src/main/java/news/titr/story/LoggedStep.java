package news.titr.story;

import java.time.Instant;

/**
 * A step in the log of a story.
 *
 * @param version of the document after it
 * @param client the editor window that sent it; the empty string for what came another way
 * @param actor as in the audit log
 */
public record LoggedStep(long version, String client, String actor, Instant at, String json) {}
