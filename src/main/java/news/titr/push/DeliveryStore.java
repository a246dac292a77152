package news.titr.push;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of messages to other systems. */
final class DeliveryStore {

    private static final String COLUMNS = "SELECT d.id, d.kind, d.owner, d.lane, d.address, d.event, d.story, d.body,"
            + " d.created_at, d.due_at, d.tries, d.ended_at, d.status, d.answer, d.failure FROM delivery d ";

    /** Nobody else is sending anything to where it leads. */
    private static final String FREE =
            "NOT EXISTS (SELECT 1 FROM delivery o WHERE o.lane = d.lane AND o.leased_until > :now)";

    private DeliveryStore() {}

    static void insert(Handle write, List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        var rows = write.prepareBatch("INSERT INTO delivery (id, kind, owner, lane, address, event, story, body,"
                + " created_at, due_at, leased_until, tries, status, answer, failure) VALUES (:id, :kind, :owner,"
                + " :lane, :address, :event, :story, :body, :created, :created, 0, 0, 0, '', '')");
        for (var delivery : deliveries) {
            rows.bind("id", delivery.id())
                    .bind("kind", delivery.kind().id())
                    .bind("owner", delivery.owner())
                    .bind("lane", delivery.lane())
                    .bind("address", delivery.address().toString())
                    .bind("event", delivery.event())
                    .bind("story", delivery.story())
                    .bind("body", delivery.body())
                    .bind("created", delivery.createdAt().toEpochMilli())
                    .add();
        }
        rows.execute();
    }

    /** Those that have been due longest, of lanes where nobody is under way. */
    static List<Delivery> due(Handle read, Set<Delivery.Kind> kinds, Instant now, int limit) {
        return read.createQuery(COLUMNS + "WHERE d.due_at <= :now AND d.kind IN (<kinds>) AND " + FREE
                        + " ORDER BY d.due_at, d.id LIMIT :limit")
                .bind("now", now.toEpochMilli())
                .bindList("kinds", kinds.stream().map(Delivery.Kind::id).toList())
                .bind("limit", limit)
                .map((row, _) -> delivery(row))
                .list();
    }

    /** The next of one lane, if nobody is under way there. */
    static Optional<Delivery> due(Handle read, String lane, Instant now) {
        return read.createQuery(COLUMNS + "WHERE d.lane = :lane AND d.due_at <= :now AND " + FREE
                        + " ORDER BY d.due_at, d.id LIMIT 1")
                .bind("lane", lane)
                .bind("now", now.toEpochMilli())
                .map((row, _) -> delivery(row))
                .findOne();
    }

    static void lease(Handle write, String id, Instant until) {
        write.createUpdate(
                        "UPDATE delivery SET leased_until = :until, due_at = :until, tries = tries + 1 WHERE id = :id")
                .bind("until", until.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    /** How a try went; without a next one it is the last. */
    static void tried(
            Handle write, String id, int status, String answer, String failure, Optional<Instant> next, Instant now) {
        write.createUpdate("UPDATE delivery SET status = :status, answer = :answer, failure = :failure, due_at = :next,"
                        + " leased_until = 0, ended_at = :ended WHERE id = :id")
                .bind("status", status)
                .bind("answer", answer)
                .bind("failure", failure)
                .bind("next", millis(next))
                .bind("ended", next.isPresent() ? null : (Long) now.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    /** Where nobody answers, others need not wait for an answer one after the other; and they keep their order. */
    static void hold(Handle write, String lane, Instant until) {
        write.createUpdate("UPDATE delivery SET due_at = :until WHERE lane = :lane AND due_at < :until")
                .bind("until", until.toEpochMilli())
                .bind("lane", lane)
                .execute();
    }

    private static @Nullable Long millis(Optional<Instant> at) {
        return at.map(Instant::toEpochMilli).orElse(null);
    }

    /** To be tried again at once, from the beginning. */
    static boolean again(Handle write, String id, Instant now) {
        return write.createUpdate("UPDATE delivery SET due_at = :now, created_at = :now, tries = 0, ended_at = NULL"
                                + " WHERE id = :id AND leased_until <= :now")
                        .bind("now", now.toEpochMilli())
                        .bind("id", id)
                        .execute()
                > 0;
    }

    static Optional<Delivery> find(Handle read, String id) {
        return read.createQuery(COLUMNS + "WHERE d.id = :id")
                .bind("id", id)
                .map((row, _) -> delivery(row))
                .findOne();
    }

    /** The newest first. */
    static List<Delivery> of(Handle read, String owner, int limit) {
        return read.createQuery(COLUMNS + "WHERE d.owner = :owner ORDER BY d.id DESC LIMIT :limit")
                .bind("owner", owner)
                .bind("limit", limit)
                .map((row, _) -> delivery(row))
                .list();
    }

    static void endAll(Handle write, String owner, String failure, Instant now) {
        write.createUpdate("UPDATE delivery SET due_at = NULL, ended_at = :now, failure = :failure"
                        + " WHERE owner = :owner AND due_at IS NOT NULL")
                .bind("owner", owner)
                .bind("failure", failure)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** Those to an address, or to where a lane leads, that nobody wants any more. */
    static void deleteTo(Handle write, Delivery.Kind kind, String address) {
        write.createUpdate("DELETE FROM delivery WHERE kind = :kind AND address = :address AND due_at IS NOT NULL")
                .bind("kind", kind.id())
                .bind("address", address)
                .execute();
    }

    static void delete(Handle write, String owner) {
        write.createUpdate("DELETE FROM delivery WHERE owner = :owner")
                .bind("owner", owner)
                .execute();
    }

    static void forget(Handle write, Instant before) {
        write.createUpdate("DELETE FROM delivery WHERE ended_at < :before OR created_at < :before")
                .bind("before", before.toEpochMilli())
                .execute();
    }

    /** How many are tried again, or were given up and are still shown. */
    static long failing(Handle read) {
        return read.createQuery("SELECT COUNT(*) FROM delivery WHERE failure <> '' AND ended_at IS NULL")
                .mapTo(Long.class)
                .one();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getString("id"),
                Delivery.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("owner"),
                row.getString("lane"),
                URI.create(row.getString("address")),
                row.getString("event"),
                row.getLong("story"),
                row.getString("body"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                moment(row, "due_at"),
                row.getInt("tries"),
                moment(row, "ended_at"),
                row.getInt("status"),
                row.getString("answer"),
                row.getString("failure"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        long at = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }
}
