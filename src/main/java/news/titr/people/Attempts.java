package news.titr.people;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Slows down whoever guesses: after some failures each further one makes an account, or a network, wait twice as long.
 * Counted in the database, so that a restart or a second process forgets nothing.
 */
final class Attempts {

    private static final int FREE_FOR_ACCOUNT = 5;
    /** Several people may sit behind one address. */
    private static final int FREE_FOR_NETWORK = 25;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    private Attempts() {}

    /** An account by the address that was typed, whether there is one or not. */
    static String account(String email) {
        return "account:" + Secret.hash(email.strip().toLowerCase(Locale.ROOT));
    }

    /** The codes of a person, which only who knows the password can guess at. */
    static String codes(String person) {
        return "code:" + person;
    }

    /** Asking for letters to an address, whether there is an account or not. */
    static String letters(String email) {
        return "letter:" + Secret.hash(email.strip().toLowerCase(Locale.ROOT));
    }

    /** A single address of the old kind; of the new kind the network of 64 bits that one household or server has. */
    static String network(String address) {
        try {
            // a literal: nothing is looked up
            var bytes = address.matches("[0-9a-fA-F:.]+(%.*)?")
                    ? InetAddress.getByName(address.replaceFirst("%.*", "")).getAddress()
                    : new byte[0];
            return "network:" + HexFormat.of().formatHex(bytes, 0, bytes.length == 16 ? 8 : bytes.length);
        } catch (UnknownHostException e) {
            return "network:";
        }
    }

    /**
     * Counts an attempt as failed before it is looked at, so that a hundred at once are a hundred; who succeeds takes it
     * back with {@link #forgive}. Answers until when to wait, and counts nothing, when it is too early for another.
     */
    static Optional<Instant> begin(Handle write, Instant now, List<String> subjects) {
        var until = subjects.stream()
                .flatMap(subject -> AttemptStore.tally(write, subject).stream())
                .map(AttemptStore.Tally::lockedUntil)
                .filter(now::isBefore)
                .max(Instant::compareTo);
        if (until.isEmpty()) {
            subjects.forEach(subject -> count(write, now, subject));
        }
        return until;
    }

    private static void count(Handle write, Instant now, String subject) {
        int failures = AttemptStore.tally(write, subject)
                        .filter(tally -> tally.lastAt().plus(FORGOTTEN_AFTER).isAfter(now))
                        .map(AttemptStore.Tally::failures)
                        .orElse(0)
                + 1;
        int free = subject.startsWith("network:") ? FREE_FOR_NETWORK : FREE_FOR_ACCOUNT;
        Instant until = failures < free ? Instant.EPOCH : now.plus(waitAfter(failures - free));
        AttemptStore.put(write, subject, failures, now, until);
    }

    static Duration waitAfter(int tooMany) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(tooMany, 20));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** Takes one attempt back. */
    static void forgive(Handle write, String subject) {
        AttemptStore.tally(write, subject)
                .ifPresent(tally -> AttemptStore.put(
                        write, subject, Math.max(0, tally.failures() - 1), tally.lastAt(), Instant.EPOCH));
    }

    /** Lets an account begin anew. */
    static void forget(Handle write, String subject) {
        AttemptStore.delete(write, subject);
    }

    /** Until when an account must wait, if it must. */
    static Optional<Instant> lockedUntil(Handle read, String subject, Instant now) {
        return AttemptStore.tally(read, subject)
                .map(AttemptStore.Tally::lockedUntil)
                .filter(now::isBefore);
    }
}
