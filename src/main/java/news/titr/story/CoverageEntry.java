package news.titr.story;

import java.time.Instant;
import java.util.Optional;
import news.titr.doc.Body;

/**
 * One entry of a live coverage.
 *
 * @param number within the story; never given to another, also when this one is removed
 * @param version of its text, from one
 * @param change the coverage's, when this entry was touched last
 * @param at the time that readers are told, and by which entries are ordered
 * @param headline may be empty
 * @param author as readers are told; may be empty
 * @param writtenBy the actor, as in the audit log
 * @param removal of an entry that was taken back: it stays so
 */
public record CoverageEntry(
        String id,
        long story,
        long number,
        int version,
        long change,
        Instant at,
        String headline,
        Body body,
        String author,
        boolean keyEvent,
        boolean pinned,
        String writtenBy,
        Instant writtenAt,
        Optional<Removal> removal) {

    /** Taken back, by whom and why. Readers are told that, not why. */
    public record Removal(Instant at, String by, String reason) {}

    public boolean isRemoved() {
        return removal.isPresent();
    }
}
