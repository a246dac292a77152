package news.titr.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import news.titr.doc.step.DocumentJson;
import news.titr.doc.step.StorySchema;
import org.jdbi.v3.core.Handle;

/** The table of items that came from feeds and agencies. */
final class ArrivalStore {

    private ArrivalStore() {}

    /** How an item belongs to a story. */
    enum Standing {
        OWN,
        SAME,
        NONE;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was asked for about readers by a source's rule, and how far it has come. */
    enum Wanted {
        NOTHING(""),
        RELEASE("wanted"),
        WITHDRAWAL("withdrawal-wanted"),
        DONE("done"),
        REFUSED("refused");

        private final String id;

        Wanted(String id) {
            this.id = id;
        }

        static Wanted of(String id) {
            return Arrays.stream(values())
                    .filter(each -> each.id.equals(id))
                    .findFirst()
                    .orElse(NOTHING);
        }
    }

    /** A row; see the migration for what its fields say. */
    record Row(
            String origin,
            String item,
            OptionalLong story,
            Standing standing,
            String source,
            String rights,
            String link,
            String said,
            String fingerprint,
            long version,
            long changedAt,
            Instant cameAt,
            String revision,
            Optional<Instant> newerAt,
            String newer,
            Arrival.Status status,
            Wanted wanted,
            String detail) {

        Row with(Wanted other, String why) {
            return new Row(
                    origin,
                    item,
                    story,
                    standing,
                    source,
                    rights,
                    link,
                    said,
                    fingerprint,
                    version,
                    changedAt,
                    cameAt,
                    revision,
                    newerAt,
                    newer,
                    status,
                    other,
                    why);
        }

        Row withRevision(String other) {
            return new Row(
                    origin,
                    item,
                    story,
                    standing,
                    source,
                    rights,
                    link,
                    said,
                    fingerprint,
                    version,
                    changedAt,
                    cameAt,
                    other,
                    Optional.empty(),
                    "",
                    status,
                    wanted,
                    detail);
        }

        Row withNewer(Optional<Instant> since, String document) {
            return new Row(
                    origin,
                    item,
                    story,
                    standing,
                    source,
                    rights,
                    link,
                    said,
                    fingerprint,
                    version,
                    changedAt,
                    cameAt,
                    revision,
                    since,
                    document,
                    status,
                    wanted,
                    detail);
        }
    }

    static Optional<Row> find(Handle read, String origin, String item) {
        return read.createQuery("SELECT * FROM wire_item WHERE origin = :origin AND item = :item")
                .bind("origin", origin)
                .bind("item", item)
                .map((row, _) -> row(row))
                .findOne();
    }

    /** The hashes of those of these items that are there. */
    static Map<String, String> said(Handle read, String origin, Collection<String> items) {
        var found = new HashMap<String, String>();
        if (!items.isEmpty()) {
            read.createQuery("SELECT item, said FROM wire_item WHERE origin = :origin AND item IN (<items>)")
                    .bind("origin", origin)
                    .bindList("items", List.copyOf(items))
                    .map((row, _) -> Map.entry(row.getString("item"), row.getString("said")))
                    .forEach(row -> found.put(row.getKey(), row.getValue()));
        }
        return found;
    }

    /** The story that says this already. */
    static OptionalLong saying(Handle read, String fingerprint) {
        return fingerprint.isEmpty()
                ? OptionalLong.empty()
                : read.createQuery("SELECT story FROM wire_item WHERE fingerprint = :fingerprint AND story IS NOT NULL"
                                + " ORDER BY came_at LIMIT 1")
                        .bind("fingerprint", fingerprint)
                        .mapTo(Long.class)
                        .findOne()
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty());
    }

    /** Every item of a story, what it is made of first. */
    static List<Row> of(Handle read, long story) {
        return read.createQuery("SELECT * FROM wire_item WHERE story = :story ORDER BY standing, came_at, item")
                .bind("story", story)
                .map((row, _) -> row(row))
                .list();
    }

    /** Those of which a rule wants something that has not been done yet. */
    static List<Row> wanted(Handle read, String origin) {
        return read.createQuery("SELECT * FROM wire_item WHERE origin = :origin"
                        + " AND release IN ('wanted', 'withdrawal-wanted') ORDER BY came_at, item")
                .bind("origin", origin)
                .map((row, _) -> row(row))
                .list();
    }

    /** Items that came before a moment, whose stories are drafts still. */
    static List<Row> draftsBefore(Handle read, String origin, Instant before, int limit) {
        return read.createQuery("SELECT w.* FROM wire_item w JOIN story s ON s.number = w.story"
                        + " WHERE w.origin = :origin AND w.came_at < :before AND w.standing = 'own'"
                        + " AND s.stage = 'draft' AND s.release = 'unreleased' AND s.newest_revision = w.revision"
                        + " ORDER BY w.came_at LIMIT :limit")
                .bind("origin", origin)
                .bind("before", before.toEpochMilli())
                .bind("limit", limit)
                .map((row, _) -> row(row))
                .list();
    }

    static void put(Handle write, Row row) {
        write.createUpdate("INSERT INTO wire_item (origin, item, story, standing, source_name, rights, link, said,"
                        + " fingerprint, version, changed_at, came_at, revision, newer_at, newer, status, release, detail)"
                        + " VALUES (:origin, :item, :story, :standing, :source, :rights, :link, :said, :fingerprint,"
                        + " :version, :changedAt, :cameAt, :revision, :newerAt, :newer, :status, :wanted, :detail)"
                        + " ON CONFLICT (origin, item) DO UPDATE SET story = excluded.story,"
                        + " standing = excluded.standing, source_name = excluded.source_name,"
                        + " rights = excluded.rights, link = excluded.link, said = excluded.said,"
                        + " fingerprint = excluded.fingerprint, version = excluded.version,"
                        + " changed_at = excluded.changed_at, revision = excluded.revision,"
                        + " newer_at = excluded.newer_at, newer = excluded.newer, status = excluded.status,"
                        + " release = excluded.release, detail = excluded.detail")
                .bind("origin", row.origin())
                .bind("item", row.item())
                .bind("story", row.story().isPresent() ? (Long) row.story().getAsLong() : null)
                .bind("standing", row.standing().id())
                .bind("source", row.source())
                .bind("rights", row.rights())
                .bind("link", row.link())
                .bind("said", row.said())
                .bind("fingerprint", row.fingerprint())
                .bind("version", row.version())
                .bind("changedAt", row.changedAt())
                .bind("cameAt", row.cameAt().toEpochMilli())
                .bind("revision", row.revision())
                .bind("newerAt", row.newerAt().map(Instant::toEpochMilli).orElse(null))
                .bind("newer", row.newer())
                .bind("status", row.status().id())
                .bind("wanted", row.wanted().id)
                .bind("detail", row.detail())
                .execute();
    }

    private static Row row(ResultSet row) throws SQLException {
        long story = row.getLong("story");
        var known = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(story);
        return new Row(
                row.getString("origin"),
                row.getString("item"),
                known,
                Standing.valueOf(row.getString("standing").toUpperCase(Locale.ROOT)),
                row.getString("source_name"),
                row.getString("rights"),
                row.getString("link"),
                row.getString("said"),
                row.getString("fingerprint"),
                row.getLong("version"),
                row.getLong("changed_at"),
                StoryStore.instant(row, "came_at"),
                row.getString("revision"),
                StoryStore.instantIfAny(row, "newer_at"),
                row.getString("newer"),
                Arrival.Status.of(row.getString("status")),
                Wanted.of(row.getString("release")),
                row.getString("detail"));
    }

    static String written(Content content) {
        return StoryDocument.of(content).json().toString();
    }

    static Content content(String document) {
        return StoryDocument.content(StorySchema.SCHEMA.node(DocumentJson.read(document)));
    }
}
