package news.titr.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The tables of who works on what, and of hand-overs. */
final class WorkStore {

    private WorkStore() {}

    static Work work(Handle read, long story) {
        return read.createQuery(
                        "SELECT assignee, claimed_by, claimed_at, priority FROM story_work WHERE story = :story")
                .bind("story", story)
                .map((row, _) -> new Work(
                        Optional.ofNullable(row.getString("assignee")),
                        Optional.ofNullable(row.getString("claimed_by")),
                        Optional.ofNullable(row.getString("claimed_by")).map(_ -> claimedAt(row)),
                        Priority.ofLevel(row.getInt("priority"))))
                .findOne()
                .orElse(Work.NOBODYS);
    }

    private static Instant claimedAt(ResultSet row) {
        try {
            return StoryStore.instant(row, "claimed_at");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps who works on a story; its card follows. */
    static void put(Handle write, long story, Work work) {
        write.createUpdate("INSERT INTO story_work (story, assignee, claimed_by, claimed_at, priority)"
                        + " VALUES (:story, :assignee, :claimedBy, :claimedAt, :priority)"
                        + " ON CONFLICT (story) DO UPDATE SET assignee = excluded.assignee,"
                        + " claimed_by = excluded.claimed_by, claimed_at = excluded.claimed_at,"
                        + " priority = excluded.priority")
                .bind("story", story)
                .bind("assignee", work.assignee().orElse(null))
                .bind("claimedBy", work.claimedBy().orElse(null))
                .bind("claimedAt", work.claimedAt().map(Instant::toEpochMilli).orElse(null))
                .bind("priority", work.priority().level())
                .execute();
        CardStore.refresh(write, story);
    }

    static boolean isAssignedTo(Handle read, long story, String person) {
        return work(read, story).assignee().filter(person::equals).isPresent();
    }

    static void insertMove(Handle write, String id, long story, StageMove move) {
        write.createUpdate("INSERT INTO stage_move (id, story, at, actor, from_stage, to_stage, note)"
                        + " VALUES (:id, :story, :at, :actor, :from, :to, :note)")
                .bind("id", id)
                .bind("story", story)
                .bind("at", move.at().toEpochMilli())
                .bind("actor", move.actor())
                .bind("from", move.from().id())
                .bind("to", move.to().id())
                .bind("note", move.note())
                .execute();
    }

    static Optional<StageMove> lastMove(Handle read, long story) {
        return moves(read, story, 1).stream().findFirst();
    }

    /** Newest first. */
    static List<StageMove> moves(Handle read, long story, int limit) {
        return read.createQuery("SELECT at, actor, from_stage, to_stage, note FROM stage_move WHERE story = :story"
                        + " ORDER BY id DESC LIMIT :limit")
                .bind("story", story)
                .bind("limit", limit)
                .map(WorkStore::move)
                .list();
    }

    private static StageMove move(ResultSet row, StatementContext context) throws SQLException {
        return new StageMove(
                StoryStore.instant(row, "at"),
                row.getString("actor"),
                Stage.of(row.getString("from_stage")).orElse(Stage.DRAFT),
                Stage.of(row.getString("to_stage")).orElse(Stage.DRAFT),
                row.getString("note"));
    }
}
