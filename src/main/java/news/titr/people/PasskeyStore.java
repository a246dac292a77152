package news.titr.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of passkeys. */
final class PasskeyStore {

    private static final String SELECT =
            "SELECT id, person, name, credential, counter, created_at, used_at FROM passkey ";

    private PasskeyStore() {}

    static List<Passkeys.Passkey> all(Handle read, String person) {
        return read.createQuery(SELECT + "WHERE person = :person ORDER BY created_at, id")
                .bind("person", person)
                .map((row, _) -> passkey(row))
                .list();
    }

    static Optional<Passkeys.Passkey> byId(Handle read, String id) {
        return read.createQuery(SELECT + "WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> passkey(row))
                .findOne();
    }

    private static Passkeys.Passkey passkey(java.sql.ResultSet row) throws java.sql.SQLException {
        long used = row.getLong("used_at");
        var usedAt = row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(used));
        return new Passkeys.Passkey(
                row.getString("id"),
                row.getString("person"),
                row.getString("name"),
                row.getString("credential"),
                row.getLong("counter"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                usedAt);
    }

    static void insert(Handle write, Passkeys.Passkey passkey) {
        write.createUpdate("INSERT INTO passkey (id, person, name, credential, counter, created_at)"
                        + " VALUES (:id, :person, :name, :credential, :counter, :at)")
                .bind("id", passkey.id())
                .bind("person", passkey.person())
                .bind("name", passkey.name())
                .bind("credential", passkey.credential())
                .bind("counter", passkey.counter())
                .bind("at", passkey.createdAt().toEpochMilli())
                .execute();
    }

    /** False when another sign-in with this passkey came further meanwhile. */
    static boolean use(Handle write, String id, long before, long counter, Instant now) {
        return write.createUpdate("UPDATE passkey SET counter = :counter, used_at = :now"
                                + " WHERE id = :id AND counter = :before")
                        .bind("counter", counter)
                        .bind("now", now.toEpochMilli())
                        .bind("id", id)
                        .bind("before", before)
                        .execute()
                == 1;
    }

    static boolean rename(Handle write, String person, String id, String name) {
        return write.createUpdate("UPDATE passkey SET name = :name WHERE id = :id AND person = :person")
                        .bind("name", name)
                        .bind("id", id)
                        .bind("person", person)
                        .execute()
                == 1;
    }

    static boolean delete(Handle write, String person, String id) {
        return write.createUpdate("DELETE FROM passkey WHERE id = :id AND person = :person")
                        .bind("id", id)
                        .bind("person", person)
                        .execute()
                == 1;
    }
}
