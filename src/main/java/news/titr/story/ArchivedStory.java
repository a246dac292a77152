package news.titr.story;

import java.time.Instant;

/**
 * A story as another system hands it over.
 *
 * @param source names that system, as long as stories come from it: {@code wordpress:example.org}
 * @param sourceId what the story is called there; the same source and id are the same story
 * @param content tags and authors by their names, the section by its slug here
 * @param revisedAt when its text was last changed there
 */
public record ArchivedStory(
        String source,
        String sourceId,
        Drafting.Beginning beginning,
        Content content,
        Instant revisedAt,
        Standing standing) {

    /** The same with another content. */
    public ArchivedStory with(Content other) {
        return new ArchivedStory(source, sourceId, beginning, other, revisedAt, standing);
    }

    /** How far it had come there. */
    public sealed interface Standing {

        /** Readers had it. */
        record Live(Instant firstReleasedAt, Instant releasedAt) implements Standing {}

        /** It was to go out at a moment that is still to come. */
        record Scheduled(Instant at) implements Standing {}

        /** It was being written. */
        record Draft() implements Standing {}
    }
}
