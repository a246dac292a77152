package news.titr.share;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of mails that are still to be sent. */
final class OutgoingMailStore {

    private OutgoingMailStore() {}

    /** How many could not be sent so far, and are tried again. */
    static long failing(Handle read) {
        return read.createQuery("SELECT COUNT(*) FROM outgoing_mail WHERE tries > 0")
                .mapTo(Long.class)
                .one();
    }

    static void insert(Handle write, OutgoingMail mail) {
        write.createUpdate("INSERT INTO outgoing_mail (id, kind, story, request, recipient, sender, created_at, due_at,"
                        + " tries) VALUES (:id, :kind, :story, :request, :recipient, :sender, :created, :created, 0)")
                .bind("id", mail.id())
                .bind("kind", mail.kind().name().toLowerCase(Locale.ROOT))
                .bind("story", mail.story())
                .bind("request", mail.request())
                .bind("recipient", mail.recipient())
                .bind("sender", mail.sender())
                .bind("created", mail.createdAt().toEpochMilli())
                .execute();
    }

    /** Takes the mail that has been due longest, and keeps it from others until a moment. */
    static Optional<OutgoingMail> take(Handle write, Instant now, Instant mineUntil) {
        var mail = write.createQuery(
                        "SELECT id, kind, story, request, recipient, sender, created_at, tries + 1 AS tries"
                                + " FROM outgoing_mail WHERE due_at <= :now ORDER BY due_at, id LIMIT 1")
                .bind("now", now.toEpochMilli())
                .map((row, _) -> mail(row))
                .findOne();
        mail.ifPresent(
                taken -> write.createUpdate("UPDATE outgoing_mail SET due_at = :until, tries = :tries WHERE id = :id")
                        .bind("until", mineUntil.toEpochMilli())
                        .bind("tries", taken.tries())
                        .bind("id", taken.id())
                        .execute());
        return mail;
    }

    private static OutgoingMail mail(ResultSet row) throws SQLException {
        return new OutgoingMail(
                row.getString("id"),
                OutgoingMail.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getLong("story"),
                row.getString("request"),
                row.getString("recipient"),
                row.getString("sender"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                row.getInt("tries"));
    }

    static void postpone(Handle write, String id, Instant until) {
        write.createUpdate("UPDATE outgoing_mail SET due_at = :until WHERE id = :id")
                .bind("until", until.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    static void delete(Handle write, String id) {
        write.createUpdate("DELETE FROM outgoing_mail WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    /** How many were deleted. */
    static int deleteOlder(Handle write, Instant createdBefore) {
        return write.createUpdate("DELETE FROM outgoing_mail WHERE created_at < :before")
                .bind("before", createdBefore.toEpochMilli())
                .execute();
    }
}
