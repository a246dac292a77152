package news.titr.story;

import java.time.Instant;

/**
 * What a reader wrote below a story elsewhere.
 *
 * @param source and {@code sourceId} as of an {@link ArchivedStory}
 * @param replyTo the source id of the comment that it answers, or empty
 * @param site the writer's own page, or empty
 * @param shown true when readers had it; else it waited for somebody to look at it
 */
public record ArchivedComment(
        String source,
        String sourceId,
        long story,
        String replyTo,
        String name,
        String site,
        String text,
        boolean shown,
        Instant at) {}
