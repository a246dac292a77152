package news.titr.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The table of redirects. */
final class RedirectStore {

    private static final String SELECT =
            "SELECT path, target, status, hits, hit_at, version, created_at FROM redirect ";

    private RedirectStore() {}

    static Optional<Redirect> find(Handle read, String path) {
        return read.createQuery(SELECT + "WHERE path = :path")
                .bind("path", path)
                .map(RedirectStore::redirect)
                .findOne();
    }

    /** Those of these paths that lead on, by path. */
    static Map<String, Redirect> find(Handle read, List<String> paths) {
        return read
                .createQuery(SELECT + "WHERE path IN (<paths>)")
                .bindList("paths", paths)
                .map(RedirectStore::redirect)
                .list()
                .stream()
                .collect(Collectors.toMap(Redirect::path, redirect -> redirect));
    }

    /** Those whose path or target holds these words, by path, after one. */
    static List<Redirect> list(Handle read, String words, String after, int limit) {
        String pattern = "%" + words.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        return read.createQuery(SELECT + "WHERE path > :after AND (path LIKE :words ESCAPE '!'"
                        + " OR target LIKE :words ESCAPE '!') ORDER BY path LIMIT :limit")
                .bind("after", after)
                .bind("words", pattern)
                .bind("limit", limit)
                .map(RedirectStore::redirect)
                .list();
    }

    static void put(Handle write, Redirect redirect, String actor) {
        write.createUpdate("INSERT INTO redirect (path, target, status, hits, hit_at, version, created_at, actor)"
                        + " VALUES (:path, :target, :status, 0, NULL, :version, :at, :actor)"
                        + " ON CONFLICT (path) DO UPDATE SET target = excluded.target, status = excluded.status,"
                        + " version = excluded.version, actor = excluded.actor")
                .bind("path", redirect.path())
                .bind("target", redirect.target())
                .bind("status", redirect.status())
                .bind("version", redirect.version())
                .bind("at", redirect.createdAt().toEpochMilli())
                .bind("actor", actor)
                .execute();
    }

    static void delete(Handle write, String path) {
        write.createUpdate("DELETE FROM redirect WHERE path = :path")
                .bind("path", path)
                .execute();
    }

    static void addHits(Handle write, String path, long hits, Instant at) {
        write.createUpdate("UPDATE redirect SET hits = hits + :hits, hit_at = :at WHERE path = :path")
                .bind("hits", hits)
                .bind("at", at.toEpochMilli())
                .bind("path", path)
                .execute();
    }

    private static Redirect redirect(ResultSet row, StatementContext context) throws SQLException {
        long hitAt = row.getLong("hit_at");
        Optional<Instant> hit = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(hitAt));
        return new Redirect(
                row.getString("path"),
                row.getString("target"),
                row.getInt("status"),
                row.getLong("hits"),
                hit,
                row.getLong("version"),
                StoryStore.instant(row, "created_at"));
    }
}
