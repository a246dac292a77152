package news.titr.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import news.titr.db.Database;
import news.titr.db.Ids;

/** One-time sign-in links and the sessions they open. The database holds hashes of tokens only. */
public final class SignIn {

    private static final Duration LINK_LIFE = Duration.ofHours(24);
    private static final Duration SESSION_LIFE = Duration.ofDays(14);

    private final Database database;
    private final InstantSource clock;

    public SignIn(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Somebody who is signed in.
     *
     * @param csrfToken what every form of this session must carry
     */
    public record Session(String token, Person person, String csrfToken) {}

    /** A new token that signs this person in once, within a day. */
    public String link(Person person) {
        String token = Ids.secret();
        database.write(write -> {
            SessionStore.insertLink(
                    write, hash(token), person.id(), clock.instant().plus(LINK_LIFE));
            return null;
        });
        return token;
    }

    /** Whose link this is, while it can still be used; looking does not use it up. */
    public Optional<Person> owner(String token) {
        return database.read(read -> SessionStore.linkOwner(read, hash(token), clock.instant()))
                .filter(person -> !person.disabled());
    }

    /** Opens a session and uses the link up; empty when it was used, is too old, or never existed. */
    public Optional<Session> redeem(String token, String address, String agent) {
        return database.write(write -> {
            Instant now = clock.instant();
            var person = SessionStore.linkOwner(write, hash(token), now).filter(owner -> !owner.disabled());
            if (person.isEmpty() || !SessionStore.useLink(write, hash(token), now)) {
                return Optional.empty();
            }
            String session = Ids.secret();
            SessionStore.insert(write, hash(session), person.get().id(), now, now.plus(SESSION_LIFE), address, agent);
            return Optional.of(new Session(session, person.get(), csrfToken(session)));
        });
    }

    /** The session that a cookie names, if it is still open. */
    public Optional<Session> session(String token) {
        return database.read(read -> SessionStore.owner(read, hash(token), clock.instant()))
                .filter(person -> !person.disabled())
                .map(person -> new Session(token, person, csrfToken(token)));
    }

    public void signOut(String token) {
        database.write(write -> {
            SessionStore.delete(write, hash(token));
            return null;
        });
    }

    /** Compares two tokens without telling by its duration where they differ. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String csrfToken(String session) {
        return hash("csrf:" + session);
    }

    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
