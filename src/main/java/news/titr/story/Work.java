package news.titr.story;

import java.time.Instant;
import java.util.Optional;

/**
 * Who works on a story, and how urgent it is.
 *
 * @param assignee the person it was given to
 * @param claimedBy the person who says «I have this»
 */
public record Work(
        Optional<String> assignee, Optional<String> claimedBy, Optional<Instant> claimedAt, Priority priority) {

    static final Work NOBODYS = new Work(Optional.empty(), Optional.empty(), Optional.empty(), Priority.NORMAL);

    Work withAssignee(Optional<String> person) {
        return new Work(person, claimedBy, claimedAt, priority);
    }

    Work withClaim(String person, Instant at) {
        return new Work(assignee, Optional.of(person), Optional.of(at), priority);
    }

    Work withoutClaim() {
        return new Work(assignee, Optional.empty(), Optional.empty(), priority);
    }

    Work withPriority(Priority other) {
        return new Work(assignee, claimedBy, claimedAt, other);
    }
}
