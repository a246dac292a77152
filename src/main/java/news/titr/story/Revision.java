package news.titr.story;

import java.time.Instant;

/**
 * One state of a story's content. Never changed once made.
 *
 * @param ordinal 1 for the first of its story
 * @param createdBy the actor's id, as in the audit log
 */
public record Revision(String id, long story, int ordinal, Instant createdAt, String createdBy, Content content) {}
