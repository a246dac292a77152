package news.titr.sources;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.titr.story.Arrival;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The tables of sources, and of the files that were read from folders. */
final class WireSourceStore {

    private WireSourceStore() {}

    static void insert(Handle write, WireSource source) {
        bound(
                        write.createUpdate(
                                "INSERT INTO wire_source (id, name, origin, address, format, minutes, edition,"
                                        + " section, mapping, credit, rights, authors, tags, rule, set_up_by, most, kept_days,"
                                        + " created_at, paused, due_at, leased_until, taken, failures, failure, etag, modified)"
                                        + " VALUES (:id, :name, :origin, :address, :format, :minutes, :edition, :section,"
                                        + " :mapping, :credit, :rights, :authors, :tags, :rule, :setUpBy, :most, :keptDays,"
                                        + " :createdAt, 0, :createdAt, 0, 0, 0, '', '', '')"),
                        source)
                .bind("origin", source.origin())
                .bind("createdAt", source.createdAt().toEpochMilli())
                .execute();
    }

    /**
     * Also lets it be asked at once, and for all it has.
     *
     * @param elsewhere true when it is another place, of which nothing is known yet
     */
    static void update(Handle write, WireSource source, boolean elsewhere, Instant now) {
        bound(
                        write.createUpdate("UPDATE wire_source SET name = :name, address = :address, format = :format,"
                                + " minutes = :minutes, edition = :edition, section = :section, mapping = :mapping,"
                                + " credit = :credit, rights = :rights, authors = :authors, tags = :tags, rule = :rule,"
                                + " set_up_by = :setUpBy, most = :most, kept_days = :keptDays, due_at = :now, etag = '',"
                                + " modified = '', failures = 0, failing_since = NULL, failure = '' WHERE id = :id"),
                        source)
                .bind("now", now.toEpochMilli())
                .execute();
        if (elsewhere) {
            forgetFiles(write, source.id());
            write.createUpdate("UPDATE wire_source SET fetched_at = NULL WHERE id = :id")
                    .bind("id", source.id())
                    .execute();
        }
    }

    private static Update bound(Update statement, WireSource source) {
        var wish = source.wish();
        return statement
                .bind("id", source.id())
                .bind("name", wish.name())
                .bind("address", wish.address())
                .bind("format", wish.format().id())
                .bind("minutes", wish.minutes())
                .bind("edition", wish.edition())
                .bind("section", wish.section())
                .bind("mapping", wish.mapping())
                .bind("credit", wish.credit())
                .bind("rights", wish.rights())
                .bind("authors", wish.authors() ? 1 : 0)
                .bind("tags", wish.tags() ? 1 : 0)
                .bind("rule", wish.rule().id())
                .bind("setUpBy", source.setUpBy())
                .bind("most", wish.most())
                .bind("keptDays", wish.keptDays());
    }

    static void delete(Handle write, String id) {
        forgetFiles(write, id);
        write.createUpdate("DELETE FROM wire_source WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    static void setPaused(Handle write, String id, boolean paused, Instant now) {
        write.createUpdate("UPDATE wire_source SET paused = :paused, due_at = :now WHERE id = :id")
                .bind("paused", paused ? 1 : 0)
                .bind("now", now.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    static void setDue(Handle write, String id, Instant now) {
        write.createUpdate("UPDATE wire_source SET due_at = :now WHERE id = :id")
                .bind("now", now.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    static List<WireSource> all(Handle read) {
        return read.createQuery("SELECT * FROM wire_source ORDER BY name, id")
                .map((row, _) -> source(row))
                .list();
    }

    static Optional<WireSource> find(Handle read, String id) {
        return read.createQuery("SELECT * FROM wire_source WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> source(row))
                .findOne();
    }

    /** Those that are to be asked now and that nobody is asking, the longest due first. */
    static List<WireSource> due(Handle read, Instant now) {
        return read.createQuery("SELECT * FROM wire_source WHERE due_at <= :now AND leased_until <= :now AND paused = 0"
                        + " ORDER BY due_at, id LIMIT 1")
                .bind("now", now.toEpochMilli())
                .map((row, _) -> source(row))
                .list();
    }

    static boolean lease(Handle write, String id, Instant now, Instant until) {
        return write.createUpdate(
                                "UPDATE wire_source SET leased_until = :until WHERE id = :id AND leased_until <= :now")
                        .bind("id", id)
                        .bind("now", now.toEpochMilli())
                        .bind("until", until.toEpochMilli())
                        .execute()
                > 0;
    }

    /** How a fetch went; nothing is written where another process has the source by now, or it was changed meanwhile. */
    static void fetched(Handle write, WireSource before, Instant lease, WireSource.State state) {
        write.createUpdate("UPDATE wire_source SET leased_until = 0, due_at = :due, fetched_at = :fetched,"
                        + " new_at = :new, taken = :taken, failures = :failures, failing_since = :failing,"
                        + " failure = :failure, etag = :etag, modified = :modified"
                        + " WHERE id = :id AND leased_until = :lease AND due_at = :dueBefore")
                .bind("due", state.dueAt().toEpochMilli())
                .bind("fetched", state.fetchedAt().map(Instant::toEpochMilli).orElse(null))
                .bind("new", state.newAt().map(Instant::toEpochMilli).orElse(null))
                .bind("taken", state.taken())
                .bind("failures", state.failures())
                .bind("failing", state.failingSince().map(Instant::toEpochMilli).orElse(null))
                .bind("failure", state.failure())
                .bind("etag", state.etag())
                .bind("modified", state.modified())
                .bind("id", before.id())
                .bind("lease", lease.toEpochMilli())
                .bind("dueBefore", before.state().dueAt().toEpochMilli())
                .execute();
        write.createUpdate("UPDATE wire_source SET leased_until = 0 WHERE id = :id AND leased_until = :lease")
                .bind("id", before.id())
                .bind("lease", lease.toEpochMilli())
                .execute();
    }

    // ---- files of folders

    /** The files that were read, with their size and time then. */
    static Map<String, WireSources.Seen> files(Handle read, String source) {
        var files = new HashMap<String, WireSources.Seen>();
        read.createQuery("SELECT name, size, modified_at FROM wire_file WHERE source = :source")
                .bind("source", source)
                .map((row, _) -> Map.entry(
                        row.getString("name"),
                        new WireSources.Seen(row.getLong("size"), Instant.ofEpochMilli(row.getLong("modified_at")))))
                .forEach(row -> files.put(row.getKey(), row.getValue()));
        return files;
    }

    static void putFiles(Handle write, String source, Map<String, WireSources.Seen> files) {
        if (files.isEmpty()) {
            return;
        }
        var rows = write.prepareBatch("INSERT INTO wire_file (source, name, size, modified_at)"
                + " VALUES (:source, :name, :size, :modified) ON CONFLICT (source, name)"
                + " DO UPDATE SET size = excluded.size, modified_at = excluded.modified_at");
        files.forEach((name, seen) -> rows.bind("source", source)
                .bind("name", name)
                .bind("size", seen.size())
                .bind("modified", seen.modifiedAt().toEpochMilli())
                .add());
        rows.execute();
    }

    static void forgetFiles(Handle write, String source, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        var rows = write.prepareBatch("DELETE FROM wire_file WHERE source = :source AND name = :name");
        names.forEach(name -> rows.bind("source", source).bind("name", name).add());
        rows.execute();
    }

    private static void forgetFiles(Handle write, String source) {
        write.createUpdate("DELETE FROM wire_file WHERE source = :source")
                .bind("source", source)
                .execute();
    }

    private static WireSource source(ResultSet row) throws SQLException {
        return new WireSource(
                row.getString("id"),
                row.getString("origin"),
                new WireSource.Wish(
                        row.getString("name"),
                        row.getString("address"),
                        WireSource.Format.of(row.getString("format")).orElse(WireSource.Format.AUTOMATIC),
                        row.getInt("minutes"),
                        row.getString("edition"),
                        row.getString("section"),
                        row.getString("mapping"),
                        row.getString("credit"),
                        row.getString("rights"),
                        row.getInt("authors") == 1,
                        row.getInt("tags") == 1,
                        Arrival.Rule.of(row.getString("rule")).orElse(Arrival.Rule.DRAFT),
                        row.getInt("most"),
                        row.getInt("kept_days")),
                row.getString("set_up_by"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                row.getInt("paused") == 1,
                new WireSource.State(
                        Instant.ofEpochMilli(row.getLong("due_at")),
                        moment(row, "fetched_at"),
                        moment(row, "new_at"),
                        row.getLong("taken"),
                        row.getInt("failures"),
                        moment(row, "failing_since"),
                        row.getString("failure"),
                        row.getString("etag"),
                        row.getString("modified")));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        long at = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }
}
