package news.titr.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tables of sign-in links, steps and sessions. */
final class SessionStore {

    private SessionStore() {}

    // ---- links

    static void insertLink(Handle write, String tokenHash, String person, SignIn.Purpose purpose, Instant expiresAt) {
        write.createUpdate("INSERT INTO sign_in_link (token_hash, person, purpose, expires_at)"
                        + " VALUES (:hash, :person, :purpose, :expires)")
                .bind("hash", tokenHash)
                .bind("person", person)
                .bind("purpose", purpose.name().toLowerCase(Locale.ROOT))
                .bind("expires", expiresAt.toEpochMilli())
                .execute();
    }

    static Optional<SignIn.Link> link(Handle read, String tokenHash, Instant now) {
        return read.createQuery("SELECT person, purpose FROM sign_in_link"
                        + " WHERE token_hash = :hash AND used_at IS NULL AND expires_at > :now")
                .bind("hash", tokenHash)
                .bind("now", now.toEpochMilli())
                .map((row, _) -> PersonStore.byId(read, row.getString("person"))
                        .map(person -> new SignIn.Link(person, purpose(row))))
                .findOne()
                .flatMap(found -> found);
    }

    /** Whether somebody has a link of that purpose that is still good. */
    static boolean hasLink(Handle read, String person, SignIn.Purpose purpose, Instant now) {
        return read.createQuery("SELECT COUNT(*) FROM sign_in_link WHERE person = :person AND purpose = :purpose"
                                + " AND used_at IS NULL AND expires_at > :now")
                        .bind("person", person)
                        .bind("purpose", purpose.name().toLowerCase(Locale.ROOT))
                        .bind("now", now.toEpochMilli())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    private static SignIn.Purpose purpose(ResultSet row) {
        try {
            return SignIn.Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** False when somebody else was faster. */
    static boolean useLink(Handle write, String tokenHash, Instant now) {
        return write.createUpdate("UPDATE sign_in_link SET used_at = :now WHERE token_hash = :hash AND used_at IS NULL")
                        .bind("hash", tokenHash)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    static void deleteLinks(Handle write, String person) {
        write.createUpdate("DELETE FROM sign_in_link WHERE person = :person")
                .bind("person", person)
                .execute();
    }

    // ---- the link of the first start

    static void insertFirstLink(Handle write, String tokenHash, Instant now) {
        write.createUpdate("INSERT INTO first_link (token_hash, created_at) VALUES (:hash, :now)")
                .bind("hash", tokenHash)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    static boolean isFirstLink(Handle read, String tokenHash) {
        return read.createQuery("SELECT COUNT(*) FROM first_link WHERE token_hash = :hash")
                        .bind("hash", tokenHash)
                        .mapTo(Long.class)
                        .one()
                == 1;
    }

    static void deleteFirstLinks(Handle write) {
        write.execute("DELETE FROM first_link");
    }

    // ---- steps

    static void insertStep(Handle write, String tokenHash, String kind, Optional<String> person, Instant expiresAt) {
        write.createUpdate("INSERT INTO sign_in_step (token_hash, kind, person, expires_at)"
                        + " VALUES (:hash, :kind, :person, :expires)")
                .bind("hash", tokenHash)
                .bind("kind", kind)
                .bind("person", person.orElse(null))
                .bind("expires", expiresAt.toEpochMilli())
                .execute();
    }

    static Optional<Person> stepOwner(Handle read, String tokenHash, String kind, Instant now) {
        return read.createQuery("SELECT person FROM sign_in_step"
                        + " WHERE token_hash = :hash AND kind = :kind AND expires_at > :now AND person IS NOT NULL")
                .bind("hash", tokenHash)
                .bind("kind", kind)
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .findOne()
                .flatMap(person -> PersonStore.byId(read, person));
    }

    /** False when there is no such step, or it was used. */
    static boolean useStep(Handle write, String tokenHash, String kind, Instant now) {
        return write.createUpdate("DELETE FROM sign_in_step WHERE token_hash = :hash AND kind = :kind"
                                + " AND expires_at > :now")
                        .bind("hash", tokenHash)
                        .bind("kind", kind)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    // ---- sessions

    static void insert(Handle write, String tokenHash, String person, Instant now, Instant expiresAt, Visit visit) {
        write.createUpdate("INSERT INTO session (token_hash, person, created_at, seen_at, proved_at, expires_at,"
                        + " address, agent) VALUES (:hash, :person, :now, :now, :now, :expires, :address, :agent)")
                .bind("hash", tokenHash)
                .bind("person", person)
                .bind("now", now.toEpochMilli())
                .bind("expires", expiresAt.toEpochMilli())
                .bind("address", visit.address())
                .bind("agent", visit.agent())
                .execute();
    }

    /** A session as it is stored, with its owner. */
    record Row(Person person, Instant seenAt, Instant provedAt) {}

    static Optional<Row> session(Handle read, String tokenHash, Instant now, Instant idleSince) {
        return read.createQuery("SELECT person, seen_at, proved_at FROM session"
                        + " WHERE token_hash = :hash AND expires_at > :now AND seen_at > :idle")
                .bind("hash", tokenHash)
                .bind("now", now.toEpochMilli())
                .bind("idle", idleSince.toEpochMilli())
                .map((row, _) -> new Row(
                        PersonStore.byId(read, row.getString("person")).orElseThrow(),
                        Instant.ofEpochMilli(row.getLong("seen_at")),
                        Instant.ofEpochMilli(row.getLong("proved_at"))))
                .findOne();
    }

    static List<Sessions.Open> all(Handle read, String person, Instant now, Instant idleSince) {
        return read.createQuery("SELECT token_hash, created_at, seen_at, address, agent FROM session"
                        + " WHERE person = :person AND expires_at > :now AND seen_at > :idle"
                        + " ORDER BY seen_at DESC, token_hash")
                .bind("person", person)
                .bind("now", now.toEpochMilli())
                .bind("idle", idleSince.toEpochMilli())
                .map((row, _) -> new Sessions.Open(
                        row.getString("token_hash"),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        Instant.ofEpochMilli(row.getLong("seen_at")),
                        row.getString("address"),
                        row.getString("agent")))
                .list();
    }

    static Optional<Instant> lastSeen(Handle read, String person) {
        return read.createQuery("SELECT MAX(seen_at) FROM session WHERE person = :person")
                .bind("person", person)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    static void see(Handle write, String tokenHash, Instant now, String address) {
        write.createUpdate("UPDATE session SET seen_at = :now, address = :address WHERE token_hash = :hash")
                .bind("now", now.toEpochMilli())
                .bind("address", address)
                .bind("hash", tokenHash)
                .execute();
    }

    static void prove(Handle write, String tokenHash, Instant now) {
        write.createUpdate("UPDATE session SET proved_at = :now WHERE token_hash = :hash")
                .bind("now", now.toEpochMilli())
                .bind("hash", tokenHash)
                .execute();
    }

    static void delete(Handle write, String tokenHash) {
        write.createUpdate("DELETE FROM session WHERE token_hash = :hash")
                .bind("hash", tokenHash)
                .execute();
    }

    /** Ends one session of this person; false when it is not theirs. */
    static boolean delete(Handle write, String person, String tokenHash) {
        return write.createUpdate("DELETE FROM session WHERE token_hash = :hash AND person = :person")
                        .bind("hash", tokenHash)
                        .bind("person", person)
                        .execute()
                == 1;
    }

    static int deleteAll(Handle write, String person, String butTokenHash) {
        return write.createUpdate("DELETE FROM session WHERE person = :person AND token_hash <> :but")
                .bind("person", person)
                .bind("but", butTokenHash)
                .execute();
    }

    /** Throws away what is over. */
    static void sweep(Handle write, Instant now, Instant idleSince) {
        for (String table : List.of("session", "sign_in_link", "sign_in_step")) {
            write.createUpdate("DELETE FROM " + table + " WHERE expires_at <= :now")
                    .bind("now", now.toEpochMilli())
                    .execute();
        }
        write.createUpdate("DELETE FROM session WHERE seen_at <= :idle")
                .bind("idle", idleSince.toEpochMilli())
                .execute();
    }
}
