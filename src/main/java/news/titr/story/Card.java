package news.titr.story;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A story as it stands on the board.
 *
 * @param position ascending is the order of its column
 * @param section the name of its section, or the empty string
 * @param byline its first public author, or the empty string
 * @param writer the person who began it
 * @param words how long it is: lead and body
 * @param openNotes how many notes of the newsroom are not settled yet
 * @param embargo before this moment nobody releases it
 * @param returned why it was sent back, while it is a draft again, or the empty string
 * @param wire where it came from, when it came by itself
 * @param movedAt when it came to its column; for a scheduled story, when it goes out
 * @param changedAt when its text was last changed
 */
public record Card(
        long number,
        BoardColumn column,
        long position,
        Stage stage,
        boolean live,
        String edition,
        StoryType type,
        String section,
        String headline,
        String byline,
        Optional<Holder> writer,
        Optional<Holder> assignee,
        Optional<Holder> claimedBy,
        Priority priority,
        int words,
        Set<Missing> missing,
        int openNotes,
        Mark mark,
        Optional<Instant> embargo,
        String returned,
        Optional<Wire> wire,
        Instant movedAt,
        Instant changedAt) {

    public Card {
        missing = Set.copyOf(missing);
    }

    /**
     * The source that a story came from.
     *
     * @param newer a newer version waits
     * @param takenBack the source has taken it back, or asked to hold it
     * @param refused its rule would have published it, and something spoke against that
     */
    public record Wire(String source, boolean newer, boolean takenBack, boolean refused) {}

    /** A person of the desk. */
    public record Holder(String id, String name) {}

    /** What is particular about a story that readers have. */
    public enum Mark {
        NONE,
        NEWER_DRAFT,
        CORRECTED;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Mark of(String id) {
            return Arrays.stream(values())
                    .filter(mark -> mark.id().equals(id))
                    .findFirst()
                    .orElse(NONE);
        }
    }
}
