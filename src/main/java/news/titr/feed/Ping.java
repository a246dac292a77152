package news.titr.feed;

import java.net.URI;
import java.time.Instant;

/**
 * Somebody is to be told that an address has changed.
 *
 * @param target whom
 * @param about the address, absolute and encoded
 * @param story zero where it is about no single story
 * @param tries how often it was tried, this time included
 */
record Ping(String id, Kind kind, URI target, String about, long story, Instant createdAt, int tries) {

    enum Kind {
        WEBSUB,
        INDEXNOW
    }
}
