package news.titr.people;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of mails to people of the newsroom that are still to be sent. */
final class LetterStore {

    private LetterStore() {}

    static void insert(Handle write, Letters.Letter letter) {
        write.createUpdate("INSERT INTO letter (id, person, kind, created_at, due_at, tries)"
                        + " VALUES (:id, :person, :kind, :created, :created, 0)")
                .bind("id", letter.id())
                .bind("person", letter.person().id())
                .bind("kind", letter.purpose().name().toLowerCase(Locale.ROOT))
                .bind("created", letter.createdAt().toEpochMilli())
                .execute();
    }

    /** Whether such a letter to somebody is still to be sent. */
    static boolean isWaiting(Handle read, String person, SignIn.Purpose purpose) {
        return read.createQuery("SELECT COUNT(*) FROM letter WHERE person = :person AND kind = :kind")
                        .bind("person", person)
                        .bind("kind", purpose.name().toLowerCase(Locale.ROOT))
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** Takes the letter that has been due longest, and keeps it from others until a moment. */
    static Optional<Letters.Letter> take(Handle write, Instant now, Instant mineUntil) {
        var taken = write.createQuery("SELECT id, person, kind, created_at, tries + 1 AS tries FROM letter"
                        + " WHERE due_at <= :now ORDER BY due_at, id LIMIT 1")
                .bind("now", now.toEpochMilli())
                .map((row, _) -> new Letters.Letter(
                        row.getString("id"),
                        PersonStore.byId(write, row.getString("person")).orElseThrow(),
                        SignIn.Purpose.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        row.getInt("tries")))
                .findOne();
        taken.ifPresent(letter -> write.createUpdate("UPDATE letter SET due_at = :until, tries = :tries WHERE id = :id")
                .bind("until", mineUntil.toEpochMilli())
                .bind("tries", letter.tries())
                .bind("id", letter.id())
                .execute());
        return taken;
    }

    /** How many could not be sent so far, and are tried again. */
    static long failing(Handle read) {
        return read.createQuery("SELECT COUNT(*) FROM letter WHERE tries > 0")
                .mapTo(Long.class)
                .one();
    }

    static void postpone(Handle write, String id, Instant until) {
        write.createUpdate("UPDATE letter SET due_at = :until WHERE id = :id")
                .bind("until", until.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    static void delete(Handle write, String id) {
        write.createUpdate("DELETE FROM letter WHERE id = :id").bind("id", id).execute();
    }
}
