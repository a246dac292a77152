package news.titr.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import news.titr.doc.step.DocumentJson;
import news.titr.doc.step.StorySchema;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The tables of working copies and their steps. */
final class WorkingCopyStore {

    private WorkingCopyStore() {}

    static Optional<WorkingCopy> find(Handle read, long story) {
        return read.createQuery("SELECT * FROM working_copy WHERE story = :story")
                .bind("story", story)
                .map(WorkingCopyStore::workingCopy)
                .findOne();
    }

    static OptionalLong version(Handle read, long story) {
        return read.createQuery("SELECT version FROM working_copy WHERE story = :story")
                .bind("story", story)
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    static void insert(Handle write, WorkingCopy copy, String document) {
        bound(
                write,
                "INSERT INTO working_copy (story, version, document, cut_version, touched_by, touched_address,"
                        + " touched_at, burst_at) VALUES (:story, :version, :document, :cutVersion, :touchedBy,"
                        + " :touchedAddress, :touchedAt, :burstAt)",
                copy,
                document);
    }

    static void update(Handle write, WorkingCopy copy, String document) {
        bound(
                write,
                "UPDATE working_copy SET version = :version, document = :document, cut_version = :cutVersion,"
                        + " touched_by = :touchedBy, touched_address = :touchedAddress, touched_at = :touchedAt,"
                        + " burst_at = :burstAt WHERE story = :story",
                copy,
                document);
    }

    private static void bound(Handle write, String statement, WorkingCopy copy, String document) {
        write.createUpdate(statement)
                .bind("story", copy.story())
                .bind("version", copy.version())
                .bind("document", document)
                .bind("cutVersion", copy.cutVersion())
                .bind("touchedBy", copy.touchedBy())
                .bind("touchedAddress", copy.touchedAddress())
                .bind("touchedAt", copy.touchedAt().toEpochMilli())
                .bind("burstAt", copy.burstAt().toEpochMilli())
                .execute();
    }

    /** Says that the newest revision holds this version. */
    static void setCut(Handle write, long story, long version) {
        write.createUpdate("UPDATE working_copy SET cut_version = :version WHERE story = :story")
                .bind("story", story)
                .bind("version", version)
                .execute();
    }

    /** Stories in which something was typed that no revision holds, and nothing since a moment. */
    static List<Long> pausedSince(Handle read, Instant moment) {
        return read.createQuery("SELECT story FROM working_copy WHERE touched_at <= :moment AND cut_version < version"
                        + " ORDER BY touched_at")
                .bind("moment", moment.toEpochMilli())
                .mapTo(Long.class)
                .list();
    }

    static void append(Handle write, long story, LoggedStep step) {
        write.createUpdate("INSERT INTO step (story, version, client, actor, at, json)"
                        + " VALUES (:story, :version, :client, :actor, :at, :json)")
                .bind("story", story)
                .bind("version", step.version())
                .bind("client", step.client())
                .bind("actor", step.actor())
                .bind("at", step.at().toEpochMilli())
                .bind("json", step.json())
                .execute();
    }

    static List<LoggedStep> stepsAfter(Handle read, long story, long version) {
        return read.createQuery("SELECT version, client, actor, at, json FROM step"
                        + " WHERE story = :story AND version > :version ORDER BY version")
                .bind("story", story)
                .bind("version", version)
                .map((row, _) -> new LoggedStep(
                        row.getLong("version"),
                        row.getString("client"),
                        row.getString("actor"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("json")))
                .list();
    }

    /** Deletes steps from before a moment, all but those that no revision holds yet; answers how many. */
    static int trim(Handle write, Instant moment) {
        return write.createUpdate("DELETE FROM step WHERE at < :moment AND version <="
                        + " (SELECT cut_version FROM working_copy w WHERE w.story = step.story)")
                .bind("moment", moment.toEpochMilli())
                .execute();
    }

    private static WorkingCopy workingCopy(ResultSet row, StatementContext context) throws SQLException {
        return new WorkingCopy(
                row.getLong("story"),
                row.getLong("version"),
                StorySchema.SCHEMA.node(DocumentJson.read(row.getString("document"))),
                row.getLong("cut_version"),
                row.getString("touched_by"),
                row.getString("touched_address"),
                Instant.ofEpochMilli(row.getLong("touched_at")),
                Instant.ofEpochMilli(row.getLong("burst_at")));
    }
}
