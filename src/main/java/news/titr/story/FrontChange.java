package news.titr.story;

import java.time.Instant;
import java.util.Optional;

/** What an editor does to the front page that they work on. */
public sealed interface FrontChange {

    /** Puts a story into a slot, in place of what stood there. */
    record Place(String slot, long story, Optional<Instant> until) implements FrontChange {}

    /** Moves a story to another slot; what was set there by hand changes places with it. */
    record Move(String from, String to, long story) implements FrontChange {}

    /** Lets a slot fill itself again. */
    record Remove(String slot) implements FrontChange {}

    /** Says until when the story that stands there stays; empty for as long as nobody changes it. */
    record Pin(String slot, Optional<Instant> until) implements FrontChange {}

    /** Gives an area another rule. */
    record Fill(Front.Area area) implements FrontChange {}

    /** Moves the band of a section up (−1) or down (+1). */
    record MoveBand(String key, int by) implements FrontChange {}

    /** Takes the last act back. */
    record Undo() implements FrontChange {}

    /** Goes back to what readers have. */
    record Discard() implements FrontChange {}

    /** Takes an earlier front page up again. */
    record Restore(long ordinal) implements FrontChange {}
}
