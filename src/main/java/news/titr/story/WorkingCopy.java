package news.titr.story;

import java.time.Instant;
import news.titr.doc.step.Node;

/**
 * A story as it is being written.
 *
 * @param version one more with every step, never less
 * @param cutVersion the version that the newest revision holds
 * @param touchedBy the id of the actor who typed last, or the empty string
 * @param burstAt when the typing began that no revision holds yet
 */
record WorkingCopy(
        long story,
        long version,
        Node document,
        long cutVersion,
        String touchedBy,
        String touchedAddress,
        Instant touchedAt,
        Instant burstAt) {

    /** True while something was typed that no revision holds. */
    boolean isPending() {
        return cutVersion < version;
    }
}
