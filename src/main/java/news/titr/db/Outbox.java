package news.titr.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * What happened, in the order in which it was committed. The doors append to it inside their own transaction; everything
 * that is derived reads it afterwards, each consumer from the position that it has reached.
 */
public final class Outbox {

    private static final String INSERT =
            "INSERT INTO outbox (position, at, event, story) VALUES (:position, :at, :event, :story)";

    private Outbox() {}

    /** An entry: what happened (such as {@code published}), and to which story, if to one. */
    public record Entry(long position, Instant at, String event, OptionalLong story) {}

    public static void append(Handle write, Instant at, String event, OptionalLong story) {
        long position = Counters.next(write, "outbox");
        bind(write.createUpdate(INSERT), position, at, event, story.isPresent() ? (Long) story.getAsLong() : null)
                .execute();
    }

    /** The same of many stories. */
    public static void append(Handle write, Instant at, String event, List<Long> stories) {
        if (stories.isEmpty()) {
            return;
        }
        long position = Counters.next(write, "outbox", stories.size());
        var rows = write.prepareBatch(INSERT);
        for (long story : stories) {
            bind(rows, position++, at, event, story).add();
        }
        rows.execute();
    }

    private static <S extends SqlStatement<S>> S bind(
            S row, long position, Instant at, String event, @Nullable Long story) {
        return row.bind("position", position)
                .bind("at", at.toEpochMilli())
                .bind("event", event)
                .bind("story", story);
    }

    /** The entries after a position, oldest first. */
    public static List<Entry> after(Handle read, long position, int limit) {
        return read.createQuery(
                        "SELECT position, at, event, story FROM outbox WHERE position > :position ORDER BY position LIMIT :limit")
                .bind("position", position)
                .bind("limit", limit)
                .map((row, _) -> entry(row))
                .list();
    }

    /** How many entries after a position say this of a story. */
    public static long count(Handle read, long position, String event, long story) {
        return read.createQuery("SELECT COUNT(*) FROM outbox WHERE position > :position AND event = :event"
                        + " AND story = :story")
                .bind("position", position)
                .bind("event", event)
                .bind("story", story)
                .mapTo(Long.class)
                .one();
    }

    /** The newest entry that is about something else than these events. */
    public static Optional<Entry> newestBut(Handle read, Collection<String> otherThan) {
        return read.createQuery("SELECT position, at, event, story FROM outbox WHERE event NOT IN (<events>)"
                        + " ORDER BY position DESC LIMIT 1")
                .bindList("events", List.copyOf(otherThan))
                .map((row, _) -> entry(row))
                .findOne();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        long story = row.getLong("story");
        return new Entry(
                row.getLong("position"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("event"),
                row.wasNull() ? OptionalLong.empty() : OptionalLong.of(story));
    }

    /** The newest position, zero when nothing has happened yet. */
    public static long newest(Handle read) {
        return Counters.current(read, "outbox");
    }

    /** How far a consumer has come, zero for one that has never run. */
    public static long cursor(Handle read, String consumer) {
        return read.createQuery("SELECT position FROM outbox_cursor WHERE consumer = :consumer")
                .bind("consumer", consumer)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /** True for a consumer that has ever said how far it has come. */
    public static boolean isRead(Handle read, String consumer) {
        return read.createQuery("SELECT COUNT(*) FROM outbox_cursor WHERE consumer = :consumer")
                        .bind("consumer", consumer)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    public static void advance(Handle write, String consumer, long position) {
        write.createUpdate("INSERT INTO outbox_cursor (consumer, position) VALUES (:consumer, :position)"
                        + " ON CONFLICT (consumer) DO UPDATE SET position = excluded.position")
                .bind("consumer", consumer)
                .bind("position", position)
                .execute();
    }
}
