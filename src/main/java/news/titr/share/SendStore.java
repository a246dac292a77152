package news.titr.share;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tables of sending to friends: the key, requests, tallies, and who wants no mail ever again. */
final class SendStore {

    private static final String KEY = "send";

    private SendStore() {}

    /**
     * What a reader asked for.
     *
     * @param sender empty once it was confirmed, as are the recipients
     */
    record Request(
            String id,
            String form,
            long story,
            String sender,
            List<String> recipients,
            Instant expiresAt,
            boolean used) {}

    static Optional<String> key(Handle read) {
        return read.createQuery("SELECT value FROM share_key WHERE name = :name")
                .bind("name", KEY)
                .mapTo(String.class)
                .findOne();
    }

    /** Keeps a key unless there is one; gives the one that is kept. */
    static String keepKey(Handle write, String key) {
        write.createUpdate("INSERT INTO share_key (name, value) VALUES (:name, :value) ON CONFLICT (name) DO NOTHING")
                .bind("name", KEY)
                .bind("value", key)
                .execute();
        return key(write).orElseThrow();
    }

    static boolean formWasUsed(Handle read, String form) {
        return read.createQuery("SELECT COUNT(*) FROM send_request WHERE form = :form")
                        .bind("form", form)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    static void insert(Handle write, Request request) {
        write.createUpdate("INSERT INTO send_request (id, form, story, sender, recipients, expires_at)"
                        + " VALUES (:id, :form, :story, :sender, :recipients, :expires)")
                .bind("id", request.id())
                .bind("form", request.form())
                .bind("story", request.story())
                .bind("sender", request.sender())
                .bind("recipients", String.join("\n", request.recipients()))
                .bind("expires", request.expiresAt().toEpochMilli())
                .execute();
    }

    static Optional<Request> request(Handle read, String id) {
        return read.createQuery("SELECT id, form, story, sender, recipients, expires_at, confirmed_at FROM send_request"
                        + " WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> request(row))
                .findOne();
    }

    private static Request request(ResultSet row) throws SQLException {
        row.getLong("confirmed_at");
        boolean used = !row.wasNull();
        return new Request(
                row.getString("id"),
                row.getString("form"),
                row.getLong("story"),
                row.getString("sender"),
                row.getString("recipients").lines().toList(),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                used);
    }

    /** Marks a request as used and forgets whom it named. */
    static void use(Handle write, String id, Instant now) {
        write.createUpdate("UPDATE send_request SET confirmed_at = :now, sender = '', recipients = '' WHERE id = :id")
                .bind("now", now.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    static int tallied(Handle read, SendLimits.Tally tally, String subject, Instant since) {
        return read.createQuery(
                        "SELECT COUNT(*) FROM send_tally WHERE kind = :kind AND subject = :subject AND at > :since")
                .bind("kind", id(tally))
                .bind("subject", subject)
                .bind("since", since.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    static void tally(Handle write, String id, SendLimits.Tally tally, String subject, Instant now) {
        write.createUpdate("INSERT INTO send_tally (id, kind, subject, at) VALUES (:id, :kind, :subject, :at)")
                .bind("id", id)
                .bind("kind", id(tally))
                .bind("subject", subject)
                .bind("at", now.toEpochMilli())
                .execute();
    }

    private static String id(SendLimits.Tally tally) {
        return switch (tally) {
            case FORM -> "form";
            case CONFIRMATION -> "confirmation";
            case SEND -> "send";
            case RECEIPT -> "receipt";
            case MAIL -> "mail";
        };
    }

    static void neverAgain(Handle write, String addressHash, Instant now) {
        write.createUpdate(
                        "INSERT INTO never_again (address, at) VALUES (:address, :at) ON CONFLICT (address) DO NOTHING")
                .bind("address", addressHash)
                .bind("at", now.toEpochMilli())
                .execute();
    }

    static boolean wantsNoMail(Handle read, String addressHash) {
        return read.createQuery("SELECT COUNT(*) FROM never_again WHERE address = :address")
                        .bind("address", addressHash)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    static void forget(Handle write, Instant expiredBefore, Instant talliedBefore) {
        write.createUpdate("DELETE FROM send_request WHERE expires_at <= :now")
                .bind("now", expiredBefore.toEpochMilli())
                .execute();
        write.createUpdate("DELETE FROM send_tally WHERE at <= :before")
                .bind("before", talliedBefore.toEpochMilli())
                .execute();
    }
}
