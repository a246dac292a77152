package news.titr.api;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of answers that are given again. */
final class AnswerStore {

    /** @param status zero while the first request is still being answered */
    record Row(String fingerprint, Instant begunAt, int status, String headers, String body) {}

    private AnswerStore() {}

    static Optional<Row> find(Handle read, String token, String key) {
        return read.createQuery("SELECT fingerprint, begun_at, status, headers, body FROM api_answer"
                        + " WHERE token = :token AND request_key = :key")
                .bind("token", token)
                .bind("key", key)
                .map((row, _) -> new Row(
                        row.getString("fingerprint"),
                        Instant.ofEpochMilli(row.getLong("begun_at")),
                        row.getInt("status"),
                        row.getString("headers"),
                        row.getString("body")))
                .findOne();
    }

    static void begin(Handle write, String token, String key, String fingerprint, Instant at) {
        write.createUpdate("INSERT INTO api_answer (token, request_key, fingerprint, begun_at, status, headers, body)"
                        + " VALUES (:token, :key, :fingerprint, :at, 0, '', '')"
                        + " ON CONFLICT (token, request_key) DO UPDATE SET fingerprint = excluded.fingerprint,"
                        + " begun_at = excluded.begun_at, status = 0, headers = '', body = ''")
                .bind("token", token)
                .bind("key", key)
                .bind("fingerprint", fingerprint)
                .bind("at", at.toEpochMilli())
                .execute();
    }

    /** Only of the request that began then: another one may have its place by now. */
    static void end(Handle write, String token, String key, Instant begun, int status, String headers, String body) {
        write.createUpdate("UPDATE api_answer SET status = :status, headers = :headers, body = :body"
                        + " WHERE token = :token AND request_key = :key AND begun_at = :begun AND status = 0")
                .bind("token", token)
                .bind("key", key)
                .bind("begun", begun.toEpochMilli())
                .bind("status", status)
                .bind("headers", headers)
                .bind("body", body)
                .execute();
    }

    static void forget(Handle write, String token, String key, Instant begun) {
        write.createUpdate("DELETE FROM api_answer WHERE token = :token AND request_key = :key AND begun_at = :begun"
                        + " AND status = 0")
                .bind("token", token)
                .bind("key", key)
                .bind("begun", begun.toEpochMilli())
                .execute();
    }

    static void forgetBefore(Handle write, Instant before) {
        write.createUpdate("DELETE FROM api_answer WHERE begun_at < :before")
                .bind("before", before.toEpochMilli())
                .execute();
    }
}
