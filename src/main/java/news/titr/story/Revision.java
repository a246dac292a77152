package news.titr.story;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * One state of a story's content. Its content is never changed once made.
 *
 * @param ordinal 1 for the first of its story
 * @param createdAt when the last word of it was typed
 * @param createdBy the actor's id, as in the audit log
 * @param name given by an editor, or the empty string
 * @param kept false when a later revision of the same burst of typing may stand for it in the history
 * @param version the version of the working copy that it holds, for one that was cut from typing
 * @param begunAt when the typing began that led to it
 */
public record Revision(
        String id,
        long story,
        int ordinal,
        Instant createdAt,
        String createdBy,
        Content content,
        Cause cause,
        String name,
        boolean kept,
        OptionalLong version,
        Instant begunAt) {}
