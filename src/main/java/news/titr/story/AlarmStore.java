package news.titr.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of alarms. */
final class AlarmStore {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AlarmStore() {}

    /** False when there is one of this kind for this story and moment already. */
    static boolean insert(Handle write, Alarm alarm) {
        return write.createUpdate("INSERT INTO alarm (id, story, due_at, kind, detail, raised_at)"
                                + " VALUES (:id, :story, :dueAt, :kind, :detail, :raisedAt)"
                                + " ON CONFLICT (story, due_at, kind) DO NOTHING")
                        .bind("id", alarm.id())
                        .bind("story", alarm.story())
                        .bind("dueAt", alarm.dueAt().toEpochMilli())
                        .bind("kind", alarm.kind().id())
                        .bind("detail", json(alarm))
                        .bind("raisedAt", alarm.raisedAt().toEpochMilli())
                        .execute()
                > 0;
    }

    /** What was done about a story solves the alarms about what is no longer due. */
    static void solve(Handle write, Story story, Instant now) {
        write.createUpdate(
                        "UPDATE alarm SET solved_at = :now WHERE story = :story AND solved_at IS NULL"
                                + " AND NOT EXISTS (SELECT 1 FROM story s WHERE s.number = :story AND s.scheduled_at = alarm.due_at)")
                .bind("now", now.toEpochMilli())
                .bind("story", story.number())
                .execute();
    }

    /** Whether there was anything to see. */
    static boolean acknowledge(Handle write, long story, String actor, Instant now) {
        int late = write.createUpdate("UPDATE alarm SET acknowledged_at = :now, acknowledged_by = :actor, solved_at ="
                        + " CASE WHEN kind IN ('late', 'canceled') THEN :now ELSE solved_at END"
                        + " WHERE story = :story AND solved_at IS NULL AND acknowledged_at IS NULL")
                .bind("now", now.toEpochMilli())
                .bind("actor", actor)
                .bind("story", story)
                .execute();
        return late > 0;
    }

    /** Those that were noted, and those that are late this moment though nobody has noted it: the timer may be dead. */
    static List<Alarm> open(Handle read, Instant now) {
        var alarms = new ArrayList<>(read.createQuery("SELECT a.*, r.headline AS headline FROM alarm a"
                        + " JOIN story s ON s.number = a.story JOIN revision r ON r.id ="
                        + " COALESCE(s.scheduled_revision, s.live_revision, s.newest_revision)"
                        + " WHERE a.solved_at IS NULL ORDER BY a.raised_at DESC LIMIT 200")
                .map((row, _) -> alarm(row))
                .list());
        read.createQuery("SELECT s.number AS story, s.scheduled_at AS due_at, r.headline AS headline FROM story s"
                        + " JOIN revision r ON r.id = s.scheduled_revision WHERE s.scheduled_at < :late AND NOT EXISTS"
                        + " (SELECT 1 FROM alarm a WHERE a.story = s.number AND a.due_at = s.scheduled_at)"
                        + " ORDER BY s.scheduled_at DESC LIMIT 200")
                .bind("late", now.minus(DueReleases.LATE).toEpochMilli())
                .map((row, _) -> new Alarm(
                        "",
                        row.getLong("story"),
                        row.getString("headline"),
                        StoryStore.instant(row, "due_at"),
                        Alarm.Kind.LATE,
                        List.of(),
                        "",
                        now,
                        Optional.empty()))
                .forEach(alarms::add);
        alarms.sort(Comparator.comparing(Alarm::dueAt).reversed());
        return alarms;
    }

    private static Alarm alarm(ResultSet row) throws SQLException {
        long acknowledged = row.getLong("acknowledged_at");
        var acknowledgedAt =
                row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(acknowledged));
        var detail = read(row.getString("detail"));
        var problems = new ArrayList<Problem>();
        for (var problem : detail.path("problems")) {
            problems.add(new Problem(
                    Problem.Kind.valueOf(problem.path("kind").asText()),
                    problem.path("detail").asText()));
        }
        return new Alarm(
                row.getString("id"),
                row.getLong("story"),
                row.getString("headline"),
                StoryStore.instant(row, "due_at"),
                Alarm.Kind.of(row.getString("kind")),
                problems,
                detail.path("failure").asText(),
                StoryStore.instant(row, "raised_at"),
                acknowledgedAt);
    }

    private static String json(Alarm alarm) {
        var detail = JSON.createObjectNode().put("failure", alarm.failure());
        var problems = detail.putArray("problems");
        alarm.problems()
                .forEach(problem ->
                        problems.addObject().put("kind", problem.kind().name()).put("detail", problem.detail()));
        return detail.toString();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An alarm in the database is damaged: " + json, e);
        }
    }
}
