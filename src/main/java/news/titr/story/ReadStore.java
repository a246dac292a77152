package news.titr.story;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The tables of how often stories were opened. */
final class ReadStore {

    /** Where reads are added up: by hour or by day. */
    record Spans(String table, String span) {}

    static final Spans HOURS = new Spans("hourly_reads", "hour");
    static final Spans DAYS = new Spans("daily_reads", "day");

    private ReadStore() {}

    static void add(Handle write, Map<MostRead.Key, Long> counted) {
        var batch = write.prepareBatch("INSERT INTO hourly_reads (edition, hour, story, reads)"
                + " VALUES (:edition, :hour, :story, :reads) ON CONFLICT (edition, hour, story)"
                + " DO UPDATE SET reads = hourly_reads.reads + excluded.reads");
        counted.forEach((key, reads) -> batch.bind("edition", key.edition())
                .bind("hour", key.hour())
                .bind("story", key.story())
                .bind("reads", reads)
                .add());
        batch.execute();
    }

    /** Adds what was counted in the hours before one, the first of a day, to its days. */
    static void fold(Handle write, long beforeHour) {
        write.createUpdate("INSERT INTO daily_reads (edition, day, story, reads)"
                        + " SELECT edition, hour / 24, story, SUM(reads) FROM hourly_reads WHERE hour < :hour"
                        + " GROUP BY edition, hour / 24, story ON CONFLICT (edition, day, story)"
                        + " DO UPDATE SET reads = daily_reads.reads + excluded.reads")
                .bind("hour", beforeHour)
                .execute();
        write.createUpdate("DELETE FROM hourly_reads WHERE hour < :hour")
                .bind("hour", beforeHour)
                .execute();
    }

    /** Leaves so many stories, the most opened ones, of every hour or day before one. */
    static void prune(Handle write, Spans spans, long before, int kept) {
        record Crowded(String edition, long span) {}
        record Last(long reads, long story) {}
        var crowded = write.createQuery("SELECT edition, " + spans.span() + " AS span FROM " + spans.table() + " WHERE "
                        + spans.span() + " < :before GROUP BY edition, " + spans.span() + " HAVING COUNT(*) > :kept")
                .bind("before", before)
                .bind("kept", kept)
                .map((row, _) -> new Crowded(row.getString("edition"), row.getLong("span")))
                .list();
        for (var one : crowded) {
            var last = write.createQuery("SELECT reads, story FROM " + spans.table() + " WHERE edition = :edition AND "
                            + spans.span() + " = :span ORDER BY reads DESC, story DESC LIMIT :kept")
                    .bind("edition", one.edition())
                    .bind("span", one.span())
                    .bind("kept", kept)
                    .map((row, _) -> new Last(row.getLong("reads"), row.getLong("story")))
                    .list()
                    .getLast();
            write.createUpdate("DELETE FROM " + spans.table() + " WHERE edition = :edition AND " + spans.span()
                            + " = :span AND (reads < :reads OR (reads = :reads AND story < :story))")
                    .bind("edition", one.edition())
                    .bind("span", one.span())
                    .bind("reads", last.reads())
                    .bind("story", last.story())
                    .execute();
        }
    }

    static void forget(Handle write, long beforeDay) {
        write.createUpdate("DELETE FROM daily_reads WHERE day < :day")
                .bind("day", beforeDay)
                .execute();
    }

    /** Numbers of the stories that were opened most since an hour, the most opened first; of a day that has been folded, all of it. */
    static List<Long> most(Handle read, String edition, long sinceHour, int limit) {
        return read.createQuery("SELECT story FROM (SELECT story, reads FROM hourly_reads"
                        + " WHERE edition = :edition AND hour >= :hour UNION ALL SELECT story, reads FROM daily_reads"
                        + " WHERE edition = :edition AND day >= :day) AS opened"
                        + " GROUP BY story ORDER BY SUM(reads) DESC, story DESC LIMIT :limit")
                .bind("edition", edition)
                .bind("hour", sinceHour)
                .bind("day", sinceHour / 24)
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
    }
}
