package news.titr.share;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import news.titr.db.Ids;
import org.jdbi.v3.core.Handle;

/**
 * How much is sent at most. Each is counted in a window that slides, inside the transaction that uses it, so that a
 * thousand requests at once get no more through than a thousand one after another.
 */
final class SendLimits {

    /** What is counted, and for whom. */
    enum Tally {
        /** Forms from one network. */
        FORM,
        /** Confirmation mails asked for under one sender's address. */
        CONFIRMATION,
        /** Stories sent on by one sender. */
        SEND,
        /** Stories sent on to one recipient. */
        RECEIPT,
        /** Mails of the whole newspaper. */
        MAIL
    }

    /** At most so many in any stretch of time that is so long. */
    private record Limit(Tally tally, int most, Duration window) {}

    /** A classroom behind one address can still send; a script gets nowhere. */
    static final int FORMS_PER_NETWORK_AN_HOUR = 20;

    /** One, and two for typing errors: whoever types a stranger's address here cannot fill their mailbox. */
    static final int CONFIRMATIONS_PER_SENDER_AN_HOUR = 3;

    /** The same, for somebody who patiently comes back every hour. */
    static final int CONFIRMATIONS_PER_SENDER_A_DAY = 10;

    /** Nobody reads and recommends more in a day. */
    static final int SENDS_PER_SENDER_A_DAY = 10;

    /** More from one newspaper in a day is a nuisance, from however many friends. */
    static final int RECEIPTS_PER_RECIPIENT_A_DAY = 3;

    /** If all else fails: what a small mail server may send without losing its good name. */
    static final int MAILS_AN_HOUR = 500;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private static final List<Limit> LIMITS = List.of(
            new Limit(Tally.FORM, FORMS_PER_NETWORK_AN_HOUR, HOUR),
            new Limit(Tally.CONFIRMATION, CONFIRMATIONS_PER_SENDER_AN_HOUR, HOUR),
            new Limit(Tally.CONFIRMATION, CONFIRMATIONS_PER_SENDER_A_DAY, DAY),
            new Limit(Tally.SEND, SENDS_PER_SENDER_A_DAY, DAY),
            new Limit(Tally.RECEIPT, RECEIPTS_PER_RECIPIENT_A_DAY, DAY),
            new Limit(Tally.MAIL, MAILS_AN_HOUR, HOUR));

    /** When the oldest row that any limit still counts was written. */
    static Instant oldestThatCounts(Instant now) {
        return now.minus(DAY);
    }

    /** The whole newspaper, as a subject. */
    static final String EVERYBODY = "";

    private final Ids ids;

    SendLimits(Ids ids) {
        this.ids = ids;
    }

    /** Whether this many more are within every limit. */
    boolean allows(Handle read, Tally tally, String subject, int more, Instant now) {
        return LIMITS.stream()
                .filter(limit -> limit.tally() == tally)
                .allMatch(limit ->
                        SendStore.tallied(read, tally, subject, now.minus(limit.window())) + more <= limit.most());
    }

    void count(Handle write, Tally tally, String subject, Instant now) {
        SendStore.tally(write, ids.next(), tally, subject, now);
    }
}
