package news.titr.app;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A content delivery network in front of the server, if there is one.
 *
 * @param keeping how long it may keep a page that nobody tells it to drop; zero where there is no such network
 * @param purge where it is told which pages to drop, by a POST with their {@code Surrogate-Key}
 * @param credentials the header, at most one, by which it knows who tells it
 */
record CdnSettings(Duration keeping, Optional<URI> purge, Map<String, String> credentials) {

    static final int LONGEST_SECONDS = 30 * 24 * 3600;

    /** How long a page may still be handed out while it is asked for again behind the reader's back. */
    private static final int WHILE_ASKING_SECONDS = 30;

    /** For pages that change of themselves, when something on them ends: nobody would tell the network. */
    static final String HARDLY = "max-age=5";

    boolean isThere() {
        return !keeping.isZero();
    }

    /** What only such a network reads (RFC 9213); browsers go by {@code Cache-Control}. */
    String cacheControl() {
        return "max-age=%d, stale-while-revalidate=%d".formatted(keeping.toSeconds(), WHILE_ASKING_SECONDS);
    }
}
