package news.titr.story;

import java.time.Instant;

/**
 * A story as the newsroom sees it: what never changes about it, how far it has come, and what readers have of it.
 *
 * @param newestRevision id of the revision that the next editor starts from
 * @param sourceNumber its number in the system that it came from, or the empty string
 * @param begunBy the actor who began it, as in the audit log
 * @param note for the desk alone: what an import was not sure of
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
        Instant createdAt) {

    public boolean isLive() {
        return release instanceof Release.Live;
    }
}
