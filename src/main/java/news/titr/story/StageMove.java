package news.titr.story;

import java.time.Instant;

/**
 * A hand-over.
 *
 * @param actor who did it, as in the audit log
 * @param note what they said, or the empty string
 */
public record StageMove(Instant at, String actor, Stage from, Stage to, String note) {

    /** Sent back to whoever writes it. */
    public boolean isReturn() {
        return to == Stage.DRAFT && (from == Stage.REVIEW || from == Stage.READY);
    }
}
