package news.titr.people;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tables of sign-in links and sessions. */
final class SessionStore {

    private SessionStore() {}

    static void insertLink(Handle write, String tokenHash, String person, Instant expiresAt) {
        write.createUpdate(
                        "INSERT INTO sign_in_link (token_hash, person, expires_at) VALUES (:hash, :person, :expires)")
                .bind("hash", tokenHash)
                .bind("person", person)
                .bind("expires", expiresAt.toEpochMilli())
                .execute();
    }

    static Optional<Person> linkOwner(Handle read, String tokenHash, Instant now) {
        return read.createQuery("SELECT person FROM sign_in_link"
                        + " WHERE token_hash = :hash AND used_at IS NULL AND expires_at > :now")
                .bind("hash", tokenHash)
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .findOne()
                .flatMap(person -> PersonStore.byId(read, person));
    }

    /** False when somebody else was faster. */
    static boolean useLink(Handle write, String tokenHash, Instant now) {
        return write.createUpdate("UPDATE sign_in_link SET used_at = :now WHERE token_hash = :hash AND used_at IS NULL")
                        .bind("hash", tokenHash)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    static void insert(
            Handle write,
            String tokenHash,
            String person,
            Instant now,
            Instant expiresAt,
            String address,
            String agent) {
        write.createUpdate("INSERT INTO session (token_hash, person, created_at, seen_at, expires_at, address, agent)"
                        + " VALUES (:hash, :person, :now, :now, :expires, :address, :agent)")
                .bind("hash", tokenHash)
                .bind("person", person)
                .bind("now", now.toEpochMilli())
                .bind("expires", expiresAt.toEpochMilli())
                .bind("address", address)
                .bind("agent", agent)
                .execute();
    }

    static Optional<Person> owner(Handle read, String tokenHash, Instant now) {
        return read.createQuery("SELECT person FROM session WHERE token_hash = :hash AND expires_at > :now")
                .bind("hash", tokenHash)
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .findOne()
                .flatMap(person -> PersonStore.byId(read, person));
    }

    static void delete(Handle write, String tokenHash) {
        write.createUpdate("DELETE FROM session WHERE token_hash = :hash")
                .bind("hash", tokenHash)
                .execute();
    }
}
