package news.titr.story;

import java.time.Instant;
import java.util.Optional;

/** The date that readers are told a story is from: the editor's word, not the system's. */
public sealed interface Published {

    /** The moment of its first release here. */
    record OnRelease() implements Published {}

    /** A moment that an editor, or the system it came from, has named. */
    record At(Instant instant) implements Published {}

    /** Nobody knows, and the page says so. */
    record Unknown() implements Published {}

    /** The moment to show; empty when it is not known, or not yet. */
    default Optional<Instant> instant(Optional<Instant> firstReleasedAt) {
        return switch (this) {
            case OnRelease() -> firstReleasedAt;
            case At(var instant) -> Optional.of(instant);
            case Unknown() -> Optional.empty();
        };
    }
}
