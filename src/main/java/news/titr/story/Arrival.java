package news.titr.story;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An item of a feed or an agency, on its way to the desk.
 *
 * @param origin names its source for ever: the same origin and item are the same story
 * @param item what it is called there
 * @param version as its source counts; 0 where it does not
 * @param changed when its source changed it last
 * @param edition which it is a draft of
 * @param content its section is one of that edition, or none
 * @param said a hash of the whole item: where it is the same, nothing has changed
 * @param note for the desk alone, or the empty string
 * @param rights what may be done with it, for the desk, or the empty string
 * @param link where it stands there, or the empty string
 * @param embargo before this moment nobody releases it
 * @param rule what its source asks for
 */
public record Arrival(
        String origin,
        String item,
        long version,
        Optional<Instant> changed,
        String edition,
        Content content,
        String said,
        String note,
        String rights,
        String link,
        Optional<Instant> embargo,
        Status status,
        Rule rule) {

    /** What its source says of it. */
    public enum Status {
        USABLE,
        WITHHELD,
        CANCELED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /** What becomes of what a source sends, without anybody looking. */
    public enum Rule {
        /** Nothing: it waits at the desk. */
        DRAFT,
        /** It is published, and so is each newer version, until somebody at the desk touches it. */
        PUBLISH,
        /** The same, and what its source takes back is withdrawn. */
        FOLLOW;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Rule> of(String id) {
            for (var rule : values()) {
                if (rule.id().equals(id)) {
                    return Optional.of(rule);
                }
            }
            return Optional.empty();
        }

        public boolean publishes() {
            return this != DRAFT;
        }
    }

    /** What has become of an item. */
    public enum Fate {
        /** A draft. */
        BEGUN,
        /** Its draft says what it says now. */
        REVISED,
        /** Somebody at the desk has touched its draft, which is marked: a newer version waits. */
        WAITS,
        /** Another item said the same before. */
        SAME,
        /** Nothing about it is new. */
        THERE,
        /** Its source has taken it back, and so its draft is on the spike, or the desk is told. */
        TAKEN_BACK,
        /** It can be no draft: there is no such edition. */
        REFUSED
    }
}
