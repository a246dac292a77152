package news.titr.feed;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The table of pings. A row that is due is still to be told; one that is not was told, or given up. Addresses that search engines were
 * told stay, so that they can be told when a story moves or is withdrawn.
 */
final class PingStore {

    private static final String COLUMNS =
            "SELECT id, kind, target, about, story, created_at, tries + 1 AS tries FROM ping ";

    private PingStore() {}

    /**
     * To be told at once, or as long after the change before as there is to be a pause; a row that is there already begins anew.
     */
    static void put(
            Handle write,
            String id,
            Ping.Kind kind,
            URI target,
            String about,
            long story,
            Instant now,
            Duration pause) {
        write.createUpdate(
                        "INSERT INTO ping (id, kind, target, about, story, created_at, changed_at, due_at, tries, failure)"
                                + " VALUES (:id, :kind, :target, :about, :story, :now, :now, :now, 0, '')"
                                + " ON CONFLICT (target, about) DO UPDATE SET changed_at = excluded.changed_at,"
                                + " created_at = CASE WHEN ping.due_at IS NULL THEN excluded.created_at ELSE ping.created_at END,"
                                + " tries = CASE WHEN ping.due_at IS NULL THEN 0 ELSE ping.tries END,"
                                + " due_at = CASE"
                                + " WHEN ping.due_at IS NULL AND ping.changed_at + :pause > :now THEN ping.changed_at + :pause"
                                + " WHEN ping.due_at IS NULL THEN :now"
                                // waits for the end of a pause that is over now
                                + " WHEN :pause = 0 AND ping.tries = 0 AND ping.due_at > :now THEN :now"
                                + " ELSE ping.due_at END")
                .bind("id", id)
                .bind("kind", kind.name().toLowerCase(Locale.ROOT))
                .bind("target", target.toString())
                .bind("about", about)
                .bind("story", story)
                .bind("now", now.toEpochMilli())
                .bind("pause", pause.toMillis())
                .execute();
    }

    /** The addresses of a story that a target was told before. */
    static List<String> told(Handle read, URI target, long story) {
        return read.createQuery("SELECT about FROM ping WHERE target = :target AND story = :story")
                .bind("target", target.toString())
                .bind("story", story)
                .mapTo(String.class)
                .list();
    }

    /**
     * Takes the ping that has been due longest, and keeps it from others until a moment; with it, where one message may hold many, all
     * others that are due to the same target.
     */
    static List<Ping> take(Handle write, Instant now, Instant mineUntil, int most) {
        var first = write.createQuery(COLUMNS + "WHERE due_at <= :now ORDER BY due_at, id LIMIT 1")
                .bind("now", now.toEpochMilli())
                .map((row, _) -> ping(row))
                .findOne();
        var taken = first.stream()
                .flatMap(ping -> ping.kind() == Ping.Kind.WEBSUB
                        ? Stream.of(ping)
                        : write
                                .createQuery(COLUMNS
                                        + "WHERE target = :target AND due_at <= :now ORDER BY due_at, id LIMIT :most")
                                .bind("target", ping.target().toString())
                                .bind("now", now.toEpochMilli())
                                .bind("most", most)
                                .map((row, _) -> ping(row))
                                .list()
                                .stream())
                .toList();
        if (!taken.isEmpty()) {
            write.createUpdate("UPDATE ping SET due_at = :until, tries = tries + 1 WHERE id IN (<ids>)")
                    .bind("until", mineUntil.toEpochMilli())
                    .bindList("ids", ids(taken))
                    .execute();
        }
        return taken;
    }

    /** They were told what held at a moment; what changed after it is to be told again. */
    static void told(Handle write, Collection<Ping> pings, Instant at, Instant now) {
        write.createUpdate("DELETE FROM ping WHERE id IN (<ids>) AND changed_at <= :at AND kind = 'websub'")
                .bindList("ids", ids(pings))
                .bind("at", at.toEpochMilli())
                .execute();
        write.createUpdate("UPDATE ping SET failure = '', tries = 0,"
                        + " due_at = CASE WHEN changed_at <= :at THEN NULL ELSE :now END WHERE id IN (<ids>)")
                .bindList("ids", ids(pings))
                .bind("at", at.toEpochMilli())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    static void failed(Handle write, Collection<Ping> pings, String failure, Instant next) {
        write.createUpdate("UPDATE ping SET failure = :failure, due_at = :next WHERE id IN (<ids>)")
                .bindList("ids", ids(pings))
                .bind("failure", failure)
                .bind("next", next.toEpochMilli())
                .execute();
    }

    static void givenUp(Handle write, Collection<Ping> pings, String failure) {
        write.createUpdate("UPDATE ping SET failure = :failure, due_at = NULL WHERE id IN (<ids>)")
                .bindList("ids", ids(pings))
                .bind("failure", failure)
                .execute();
    }

    static List<Pings.Trouble> troubles(Handle read, int limit) {
        return read.createQuery("SELECT target, failure, COUNT(*) AS pings, MAX(changed_at) AS at,"
                        + " SUM(CASE WHEN due_at IS NULL THEN 1 ELSE 0 END) AS given_up FROM ping"
                        + " WHERE failure <> '' GROUP BY target, failure ORDER BY at DESC LIMIT :limit")
                .bind("limit", limit)
                .map((row, _) -> new Pings.Trouble(
                        row.getString("target"),
                        row.getString("failure"),
                        row.getLong("pings"),
                        row.getLong("given_up"),
                        Instant.ofEpochMilli(row.getLong("at"))))
                .list();
    }

    static long failing(Handle read) {
        return read.createQuery("SELECT COUNT(*) FROM ping WHERE failure <> ''")
                .mapTo(Long.class)
                .one();
    }

    /** Forgets what was given up long ago, and whoever is told no more. */
    static void forget(Handle write, Instant before, Collection<URI> targets) {
        write.createUpdate("DELETE FROM ping WHERE due_at IS NULL AND failure <> '' AND changed_at < :before")
                .bind("before", before.toEpochMilli())
                .execute();
        write.createUpdate("DELETE FROM ping WHERE target NOT IN (<targets>)")
                .bindList("targets", targets.stream().map(URI::toString).toList())
                .execute();
    }

    private static List<String> ids(Collection<Ping> pings) {
        return pings.stream().map(Ping::id).toList();
    }

    private static Ping ping(ResultSet row) throws SQLException {
        return new Ping(
                row.getString("id"),
                Ping.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                URI.create(row.getString("target")),
                row.getString("about"),
                row.getLong("story"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                row.getInt("tries"));
    }
}
