package news.titr.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A note on a passage of a story, with what was answered to it.
 *
 * @param passage where the passage stands in the document of that version; empty when it is gone
 * @param version the version of the working copy that the passage is told for
 * @param quote what the passage said when the note was made
 * @param sayings the note itself, then the answers, oldest first
 * @param resolved when and by whom it was settled; empty while it is open
 */
public record Note(
        String id,
        long story,
        long version,
        Optional<Passage> passage,
        String quote,
        List<Saying> sayings,
        Optional<Resolved> resolved) {

    public Note {
        sayings = List.copyOf(sayings);
    }

    /** Positions of the document, as ProseMirror counts them. */
    public record Passage(int from, int to) {}

    /**
     * What somebody said.
     *
     * @param by the actor's id, as in the audit log; {@code byName} is what the person is called now, or empty
     */
    public record Saying(String id, String by, String byName, Instant at, String text) {}

    public record Resolved(Instant at, String by, String byName) {}

    public boolean isOpen() {
        return resolved.isEmpty();
    }

    Note at(long otherVersion, Optional<Passage> otherPassage) {
        return new Note(id, story, otherVersion, otherPassage, quote, sayings, resolved);
    }
}
