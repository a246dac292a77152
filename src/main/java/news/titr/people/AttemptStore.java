package news.titr.people;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of failures to sign in. */
final class AttemptStore {

    private AttemptStore() {}

    record Tally(int failures, Instant lastAt, Instant lockedUntil) {}

    static Optional<Tally> tally(Handle read, String subject) {
        return read.createQuery("SELECT failures, last_at, locked_until FROM sign_in_tally WHERE subject = :subject")
                .bind("subject", subject)
                .map((row, _) -> new Tally(
                        row.getInt("failures"),
                        Instant.ofEpochMilli(row.getLong("last_at")),
                        Instant.ofEpochMilli(row.getLong("locked_until"))))
                .findOne();
    }

    static void put(Handle write, String subject, int failures, Instant lastAt, Instant lockedUntil) {
        write.createUpdate("INSERT INTO sign_in_tally (subject, failures, last_at, locked_until)"
                        + " VALUES (:subject, :failures, :last, :until) ON CONFLICT (subject) DO UPDATE SET"
                        + " failures = excluded.failures, last_at = excluded.last_at,"
                        + " locked_until = excluded.locked_until")
                .bind("subject", subject)
                .bind("failures", failures)
                .bind("last", lastAt.toEpochMilli())
                .bind("until", lockedUntil.toEpochMilli())
                .execute();
    }

    static void delete(Handle write, String subject) {
        write.createUpdate("DELETE FROM sign_in_tally WHERE subject = :subject")
                .bind("subject", subject)
                .execute();
    }

    static void deleteBefore(Handle write, Instant moment) {
        write.createUpdate("DELETE FROM sign_in_tally WHERE last_at < :moment")
                .bind("moment", moment.toEpochMilli())
                .execute();
    }
}
