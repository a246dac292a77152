package news.titr.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The tables of the front page. */
final class FrontStore {

    private FrontStore() {}

    /** What readers have: the newest revision, or what stood there before there were revisions. */
    static FrontRevision live(Handle read, String edition) {
        return history(read, edition, Long.MAX_VALUE, 1).stream()
                .findFirst()
                .orElseGet(() -> new FrontRevision(edition, 0, Instant.EPOCH, "", "place", before(read, edition)));
    }

    private static Front before(Handle read, String edition) {
        return new Front(
                read.createQuery("SELECT slot, story FROM front_slot WHERE edition = :edition ORDER BY slot")
                        .bind("edition", edition)
                        .map((row, _) ->
                                new Front.Placement(row.getString("slot"), row.getLong("story"), Optional.empty()))
                        .list(),
                List.of());
    }

    static Optional<FrontRevision> revision(Handle read, String edition, long ordinal) {
        return history(read, edition, ordinal + 1, 1).stream()
                .filter(revision -> revision.ordinal() == ordinal)
                .findFirst();
    }

    /** Revisions below an ordinal, newest first. */
    static List<FrontRevision> history(Handle read, String edition, long below, int limit) {
        return read.createQuery("SELECT edition, ordinal, at, actor, reason, front FROM front_revision"
                        + " WHERE edition = :edition AND ordinal < :below ORDER BY ordinal DESC LIMIT :limit")
                .bind("edition", edition)
                .bind("below", below)
                .bind("limit", limit)
                .map(FrontStore::fromRow)
                .list();
    }

    private static FrontRevision fromRow(ResultSet row, StatementContext context) throws SQLException {
        return new FrontRevision(
                row.getString("edition"),
                row.getLong("ordinal"),
                StoryStore.instant(row, "at"),
                row.getString("actor"),
                row.getString("reason"),
                FrontJson.read(row.getString("front")));
    }

    static void insert(Handle write, FrontRevision revision) {
        write.createUpdate("INSERT INTO front_revision (edition, ordinal, at, actor, reason, front)"
                        + " VALUES (:edition, :ordinal, :at, :actor, :reason, :front)")
                .bind("edition", revision.edition())
                .bind("ordinal", revision.ordinal())
                .bind("at", revision.at().toEpochMilli())
                .bind("actor", revision.actor())
                .bind("reason", revision.reason())
                .bind("front", FrontJson.write(revision.front()))
                .execute();
    }

    /** The newest version of the draft, empty before anybody has changed anything. */
    static Optional<FrontDraft> draft(Handle read, String edition) {
        return draft(read, edition, Long.MAX_VALUE);
    }

    /** The newest version of the draft up to one. */
    static Optional<FrontDraft> draft(Handle read, String edition, long upTo) {
        return read.createQuery("SELECT edition, version, undo_to, at, actor, front FROM front_draft"
                        + " WHERE edition = :edition AND version <= :upTo ORDER BY version DESC LIMIT 1")
                .bind("edition", edition)
                .bind("upTo", upTo)
                .map((row, _) -> new FrontDraft(
                        row.getString("edition"),
                        row.getLong("version"),
                        row.getLong("undo_to"),
                        StoryStore.instant(row, "at"),
                        row.getString("actor"),
                        FrontJson.read(row.getString("front"))))
                .findOne();
    }

    static void insert(Handle write, FrontDraft draft) {
        write.createUpdate("INSERT INTO front_draft (edition, version, undo_to, at, actor, front)"
                        + " VALUES (:edition, :version, :undoTo, :at, :actor, :front)")
                .bind("edition", draft.edition())
                .bind("version", draft.version())
                .bind("undoTo", draft.undoTo())
                .bind("at", draft.at().toEpochMilli())
                .bind("actor", draft.actor())
                .bind("front", FrontJson.write(draft.front()))
                .execute();
    }

    /** Acts that nobody will take back any more are forgotten. */
    static void forgetDrafts(Handle write, String edition, long before) {
        write.createUpdate("DELETE FROM front_draft WHERE edition = :edition AND version < :before")
                .bind("edition", edition)
                .bind("before", before)
                .execute();
    }
}
