package news.titr.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** When stories go out, in the table of stories. */
final class ReleaseStore {

    private ReleaseStore() {}

    /** Numbers of the stories whose moment has come, the longest due first. */
    static List<Long> dueUntil(Handle read, Instant now) {
        return read.createQuery("SELECT number FROM story WHERE scheduled_at <= :now ORDER BY scheduled_at, number")
                .bind("now", now.toEpochMilli())
                .mapTo(Long.class)
                .list();
    }

    static Optional<Instant> nextAfter(Handle read, Instant now) {
        return read.createQuery(
                        "SELECT scheduled_at FROM story WHERE scheduled_at > :now ORDER BY scheduled_at LIMIT 1")
                .bind("now", now.toEpochMilli())
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    static void setEmbargo(Handle write, long number, Optional<Instant> until) {
        write.createUpdate("UPDATE story SET embargo_until = :until WHERE number = :number")
                .bind("until", until.map(Instant::toEpochMilli).orElse(null))
                .bind("number", number)
                .execute();
    }
}
