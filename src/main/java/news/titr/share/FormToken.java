package news.titr.share;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.titr.db.Ids;

/**
 * What a form carries to show that it is ours, for this story, and neither filled in by a machine in no time nor left over
 * from yesterday.
 *
 * @param nonce what tells it from every other form, so that each is taken once
 */
record FormToken(Instant issuedAt, String nonce) {

    /** Nobody types two addresses faster. */
    private static final Duration FASTEST = Duration.ofSeconds(2);

    /** Long enough to be called away from; short enough that a harvest of forms is of no use tomorrow. */
    private static final Duration OLDEST = Duration.ofHours(2);

    private static final int NONCE_LENGTH = 32;

    static String issue(ShareKey key, long story, Instant now) {
        return key.seal(
                purpose(story),
                Long.toString(now.toEpochMilli(), 36) + "-" + Ids.secret().substring(0, NONCE_LENGTH));
    }

    /** The token, unless it is forged or another story's. */
    static Optional<FormToken> read(ShareKey key, long story, String token) {
        return key.open(purpose(story), token).map(value -> {
            int dash = value.indexOf('-');
            return new FormToken(
                    Instant.ofEpochMilli(Long.parseLong(value.substring(0, dash), 36)), value.substring(dash + 1));
        });
    }

    boolean isTooFast(Instant now) {
        return now.isBefore(issuedAt.plus(FASTEST));
    }

    boolean isTooOld(Instant now) {
        return now.isAfter(issuedAt.plus(OLDEST));
    }

    private static String purpose(long story) {
        return "form:" + story;
    }
}
