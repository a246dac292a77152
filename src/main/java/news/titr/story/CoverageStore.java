package news.titr.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import news.titr.doc.Body;
import news.titr.doc.BodyJson;
import org.jdbi.v3.core.Handle;

/** The tables of live coverage. A row of an entry is never deleted, one of its texts never changed. */
final class CoverageStore {

    private static final String ENTRY = "SELECT e.*, t.headline, t.body, t.author FROM coverage_entry e"
            + " JOIN coverage_text t ON t.entry = e.id AND t.version = e.version ";

    /** What readers have: entries of a live story that were not taken back. */
    private static final String FOR_READERS = ENTRY + "JOIN story st ON st.number = e.story AND st.release = 'live'"
            + " AND st.type = 'live' WHERE e.story = :story AND e.removed_at IS NULL ";

    private CoverageStore() {}

    // ---- the coverage as a whole

    static Optional<Coverage> find(Handle read, long story) {
        return read.createQuery("SELECT * FROM coverage WHERE story = :story")
                .bind("story", story)
                .map((row, _) -> coverage(row))
                .findOne();
    }

    /** Of a live story of this type: before its first entry as well. */
    static Optional<Coverage> forReaders(Handle read, long story) {
        return read.createQuery("SELECT st.number AS story, COALESCE(c.change, 0) AS change,"
                        + " COALESCE(c.last_number, 0) AS last_number,"
                        + " COALESCE(c.changed_at, st.released_at) AS changed_at, c.finished_at FROM story st"
                        + " LEFT JOIN coverage c ON c.story = st.number"
                        + " WHERE st.number = :story AND st.release = 'live' AND st.type = 'live'")
                .bind("story", story)
                .map((row, _) -> coverage(row))
                .findOne();
    }

    private static Coverage coverage(ResultSet row) throws SQLException {
        long finishedAt = row.getLong("finished_at");
        return new Coverage(
                row.getLong("story"),
                row.getLong("change"),
                row.getLong("last_number"),
                StoryStore.instant(row, "changed_at"),
                finishedAt == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(finishedAt)));
    }

    static void begin(Handle write, long story, Instant at) {
        write.createUpdate("INSERT INTO coverage (story, change, last_number, changed_at) VALUES (:story, 0, 0, :at)"
                        + " ON CONFLICT (story) DO NOTHING")
                .bind("story", story)
                .bind("at", at.toEpochMilli())
                .execute();
    }

    /** The number of the next change; whoever takes it keeps others away from this coverage until they are done. */
    static long nextChange(Handle write, long story) {
        return write.createQuery("UPDATE coverage SET change = change + 1 WHERE story = :story RETURNING change")
                .bind("story", story)
                .mapTo(Long.class)
                .one();
    }

    static void setChanged(Handle write, long story, Instant at) {
        write.createUpdate("UPDATE coverage SET changed_at = :at WHERE story = :story")
                .bind("at", at.toEpochMilli())
                .bind("story", story)
                .execute();
    }

    static long nextNumber(Handle write, long story) {
        return write.createQuery("UPDATE coverage SET last_number = last_number + 1 WHERE story = :story"
                        + " RETURNING last_number")
                .bind("story", story)
                .mapTo(Long.class)
                .one();
    }

    static void setFinished(Handle write, long story, Optional<Instant> at) {
        write.createUpdate("UPDATE coverage SET finished_at = :at WHERE story = :story")
                .bind("at", at.map(Instant::toEpochMilli).orElse(null))
                .bind("story", story)
                .execute();
    }

    // ---- entries at the desk

    static Optional<CoverageEntry> entry(Handle read, long story, long number) {
        return read.createQuery(ENTRY + "WHERE e.story = :story AND e.number = :number")
                .bind("story", story)
                .bind("number", number)
                .map((row, _) -> entry(row))
                .findOne();
    }

    static Optional<CoverageEntry> entry(Handle read, String id) {
        return read.createQuery(ENTRY + "WHERE e.id = :id")
                .bind("id", id)
                .map((row, _) -> entry(row))
                .findOne();
    }

    /** Also those that were removed, newest first, behind one of them. */
    static List<CoverageEntry> all(Handle read, long story, Place before, int limit) {
        return read.createQuery(ENTRY + "WHERE e.story = :story AND " + BEHIND)
                .bind("story", story)
                .bind("at", before.at())
                .bind("number", before.number())
                .bind("limit", limit)
                .map((row, _) -> entry(row))
                .list();
    }

    /** What is written in those that were not taken back. */
    static List<Body> bodies(Handle read, long story) {
        return read.createQuery("SELECT t.body FROM coverage_entry e JOIN coverage_text t ON t.entry = e.id"
                        + " AND t.version = e.version WHERE e.story = :story AND e.removed_at IS NULL")
                .bind("story", story)
                .mapTo(String.class)
                .map(BodyJson::read)
                .list();
    }

    /** Every text that an entry has had, the newest first. */
    static List<Covering.Text> texts(Handle read, String entry) {
        return read.createQuery("SELECT * FROM coverage_text WHERE entry = :entry ORDER BY version DESC")
                .bind("entry", entry)
                .map((row, _) -> new Covering.Text(
                        row.getInt("version"),
                        StoryStore.instant(row, "at"),
                        row.getString("headline"),
                        BodyJson.read(row.getString("body")),
                        row.getString("author"),
                        row.getString("made_by"),
                        StoryStore.instant(row, "made_at")))
                .list();
    }

    static void insert(Handle write, CoverageEntry entry) {
        write.createUpdate("INSERT INTO coverage_entry (id, story, number, version, change, at, key_event, pinned,"
                        + " written_by, written_at) VALUES (:id, :story, :number, :version, :change, :at, :keyEvent,"
                        + " :pinned, :writtenBy, :writtenAt)")
                .bind("id", entry.id())
                .bind("story", entry.story())
                .bind("number", entry.number())
                .bind("version", entry.version())
                .bind("change", entry.change())
                .bind("at", entry.at().toEpochMilli())
                .bind("keyEvent", entry.keyEvent() ? 1 : 0)
                .bind("pinned", entry.pinned() ? 1 : 0)
                .bind("writtenBy", entry.writtenBy())
                .bind("writtenAt", entry.writtenAt().toEpochMilli())
                .execute();
    }

    static void insertText(Handle write, CoverageEntry entry, String by, Instant madeAt) {
        write.createUpdate("INSERT INTO coverage_text (entry, version, at, headline, body, author, made_by, made_at)"
                        + " VALUES (:entry, :version, :at, :headline, :body, :author, :by, :madeAt)")
                .bind("entry", entry.id())
                .bind("version", entry.version())
                .bind("at", entry.at().toEpochMilli())
                .bind("headline", entry.headline())
                .bind("body", BodyJson.write(entry.body()))
                .bind("author", entry.author())
                .bind("by", by)
                .bind("madeAt", madeAt.toEpochMilli())
                .execute();
    }

    static void setText(Handle write, String id, int version, Instant at, boolean keyEvent, long change) {
        write.createUpdate("UPDATE coverage_entry SET version = :version, at = :at, key_event = :keyEvent,"
                        + " change = :change WHERE id = :id")
                .bind("version", version)
                .bind("at", at.toEpochMilli())
                .bind("keyEvent", keyEvent ? 1 : 0)
                .bind("change", change)
                .bind("id", id)
                .execute();
    }

    static void setMarks(Handle write, String id, boolean keyEvent, boolean pinned, long change) {
        write.createUpdate("UPDATE coverage_entry SET key_event = :keyEvent, pinned = :pinned, change = :change"
                        + " WHERE id = :id")
                .bind("keyEvent", keyEvent ? 1 : 0)
                .bind("pinned", pinned ? 1 : 0)
                .bind("change", change)
                .bind("id", id)
                .execute();
    }

    static void setRemoved(Handle write, String id, CoverageEntry.Removal removal, long change) {
        write.createUpdate("UPDATE coverage_entry SET removed_at = :at, removed_by = :by, removed_reason = :reason,"
                        + " pinned = 0, key_event = 0, change = :change WHERE id = :id AND removed_at IS NULL")
                .bind("at", removal.at().toEpochMilli())
                .bind("by", removal.by())
                .bind("reason", removal.reason())
                .bind("change", change)
                .bind("id", id)
                .execute();
    }

    // ---- entries before readers

    /** A place in the order of entries. */
    record Place(long at, long number) {

        static final Place TOP = new Place(Long.MAX_VALUE, Long.MAX_VALUE);

        /** Where a list begins that has this entry as its first. */
        Place including() {
            return new Place(at, number + 1);
        }
    }

    private static final String BEHIND =
            "(e.at < :at OR (e.at = :at AND e.number < :number))" + " ORDER BY e.at DESC, e.number DESC LIMIT :limit";

    static Optional<Place> place(Handle read, long story, long number) {
        return read.createQuery("SELECT at, number FROM coverage_entry WHERE story = :story AND number = :number")
                .bind("story", story)
                .bind("number", number)
                .map((row, _) -> new Place(row.getLong("at"), row.getLong("number")))
                .findOne();
    }

    static List<CoverageEntry> behind(Handle read, long story, Place place, boolean withPinned, int limit) {
        return read.createQuery(FOR_READERS + (withPinned ? "AND " : "AND e.pinned = 0 AND ") + BEHIND)
                .bind("story", story)
                .bind("at", place.at())
                .bind("number", place.number())
                .bind("limit", limit)
                .map((row, _) -> entry(row))
                .list();
    }

    static List<CoverageEntry> pinned(Handle read, long story) {
        return marked(read, story, "e.pinned = 1");
    }

    static List<CoverageEntry> keyEvents(Handle read, long story) {
        return marked(read, story, "e.key_event = 1");
    }

    private static List<CoverageEntry> marked(Handle read, long story, String mark) {
        return read.createQuery(FOR_READERS + "AND " + mark + " ORDER BY e.at DESC, e.number DESC")
                .bind("story", story)
                .map((row, _) -> entry(row))
                .list();
    }

    static List<CoverageEntry> numbered(Handle read, long story, Collection<Long> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : read.createQuery(FOR_READERS + "AND e.number IN (<numbers>) ORDER BY e.at DESC, e.number DESC")
                        .bind("story", story)
                        .bindList("numbers", List.copyOf(numbers))
                        .map((row, _) -> entry(row))
                        .list();
    }

    static List<LiveCoverage.Changed> changedAfter(Handle read, long story, long change, int limit) {
        return read.createQuery("SELECT number, removed_at FROM coverage_entry"
                        + " WHERE story = :story AND change > :change ORDER BY change, number LIMIT :limit")
                .bind("story", story)
                .bind("change", change)
                .bind("limit", limit)
                .map((row, _) -> {
                    long number = row.getLong("number");
                    boolean removed = row.getLong("removed_at") != 0;
                    return new LiveCoverage.Changed(number, removed);
                })
                .list();
    }

    private static CoverageEntry entry(ResultSet row) throws SQLException {
        long removedAt = row.getLong("removed_at");
        return new CoverageEntry(
                row.getString("id"),
                row.getLong("story"),
                row.getLong("number"),
                row.getInt("version"),
                row.getLong("change"),
                StoryStore.instant(row, "at"),
                row.getString("headline"),
                BodyJson.read(row.getString("body")),
                row.getString("author"),
                row.getInt("key_event") != 0,
                row.getInt("pinned") != 0,
                row.getString("written_by"),
                StoryStore.instant(row, "written_at"),
                removedAt == 0
                        ? Optional.empty()
                        : Optional.of(new CoverageEntry.Removal(
                                Instant.ofEpochMilli(removedAt),
                                row.getString("removed_by"),
                                row.getString("removed_reason"))));
    }
}
