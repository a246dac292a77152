package news.titr.push;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The table of webhooks. */
final class WebhookStore {

    private static final String SELECT = "SELECT id, name, address, events, edition, section, created_at,"
            + " failing_since, disabled_at, disabled_why FROM webhook ";

    private WebhookStore() {}

    static void insert(Handle write, Webhook hook, String secret) {
        write.createUpdate("INSERT INTO webhook (id, name, address, secret, events, edition, section, created_at)"
                        + " VALUES (:id, :name, :address, :secret, :events, :edition, :section, :created)")
                .bind("id", hook.id())
                .bind("name", hook.name())
                .bind("address", hook.address().toString())
                .bind("secret", secret)
                .bind("events", Webhook.Event.text(hook.events()))
                .bind("edition", hook.edition())
                .bind("section", hook.section())
                .bind("created", hook.createdAt().toEpochMilli())
                .execute();
    }

    static void update(Handle write, Webhook hook) {
        write.createUpdate("UPDATE webhook SET name = :name, address = :address, events = :events,"
                        + " edition = :edition, section = :section WHERE id = :id")
                .bind("id", hook.id())
                .bind("name", hook.name())
                .bind("address", hook.address().toString())
                .bind("events", Webhook.Event.text(hook.events()))
                .bind("edition", hook.edition())
                .bind("section", hook.section())
                .execute();
    }

    static void delete(Handle write, String id) {
        write.createUpdate("DELETE FROM webhook WHERE id = :id").bind("id", id).execute();
    }

    static List<Webhook> all(Handle read) {
        return read.createQuery(SELECT + "ORDER BY created_at, id")
                .map((row, _) -> webhook(row))
                .list();
    }

    static Optional<Webhook> find(Handle read, String id) {
        return read.createQuery(SELECT + "WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> webhook(row))
                .findOne();
    }

    static String secret(Handle read, String id) {
        return read.createQuery("SELECT secret FROM webhook WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .orElse("");
    }

    static void setSecret(Handle write, String id, String secret) {
        write.createUpdate("UPDATE webhook SET secret = :secret WHERE id = :id")
                .bind("secret", secret)
                .bind("id", id)
                .execute();
    }

    static void setFailing(Handle write, String id, Optional<Instant> since) {
        write.createUpdate("UPDATE webhook SET failing_since = :since WHERE id = :id")
                .bind("since", since.map(Instant::toEpochMilli).orElse(null))
                .bind("id", id)
                .execute();
    }

    static void setDisabled(Handle write, String id, Optional<Instant> at, String why) {
        write.createUpdate("UPDATE webhook SET disabled_at = :at, disabled_why = :why WHERE id = :id")
                .bind("at", at.map(Instant::toEpochMilli).orElse(null))
                .bind("why", why)
                .bind("id", id)
                .execute();
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        return new Webhook(
                row.getString("id"),
                row.getString("name"),
                URI.create(row.getString("address")),
                Arrays.stream(row.getString("events").split(" ", -1))
                        .flatMap(id -> Webhook.Event.of(id).stream())
                        .collect(Collectors.toSet()),
                row.getString("edition"),
                row.getString("section"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                moment(row, "failing_since"),
                moment(row, "disabled_at"),
                row.getString("disabled_why"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        long at = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }
}
