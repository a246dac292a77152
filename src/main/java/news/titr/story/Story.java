package news.titr.story;

import java.time.Instant;
import java.util.Optional;

/**
 * A story as the newsroom sees it: what never changes about it, how far it has come, and what readers have of it.
 *
 * @param newestRevision id of the revision that the next editor starts from
 * @param sourceNumber its number in the system that it came from, or the empty string
 * @param begunBy the actor who began it, as in the audit log
 * @param note for the desk alone: what an import was not sure of
 * @param embargo before this moment nobody releases it
 * @param update what takes the place of what readers have, at a moment to come; a story that they never had is {@link
 *     Release.Scheduled} instead
 */
public record Story(
        long number,
        String edition,
        StoryType type,
        Stage stage,
        Release release,
        String newestRevision,
        String sourceNumber,
        String begunBy,
        String note,
        Instant createdAt,
        Optional<Instant> embargo,
        Optional<PlannedUpdate> update) {

    public boolean isLive() {
        return release instanceof Release.Live;
    }
}
