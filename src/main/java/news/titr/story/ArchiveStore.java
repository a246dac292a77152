package news.titr.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The table of how many live stories a day has. */
final class ArchiveStore {

    /** In which days are counted as long as nobody has said. */
    private static final ZoneId USUAL = ZoneId.of("Asia/Tehran");

    private ArchiveStore() {}

    static List<Archive.Count> days(Handle read, String edition, LocalDate from, LocalDate until) {
        return read.createQuery("SELECT day, type, stories FROM archive_day WHERE edition = :edition"
                        + " AND day >= :from AND day < :until ORDER BY day, type")
                .bind("edition", edition)
                .bind("from", from.toString())
                .bind("until", until.toString())
                .map(ArchiveStore::counted)
                .list();
    }

    static List<Archive.Count> types(Handle read, String edition, LocalDate from, LocalDate until) {
        return read.createQuery("SELECT :from AS day, type, SUM(stories) AS stories FROM archive_day"
                        + " WHERE edition = :edition AND day >= :from AND day < :until"
                        + " GROUP BY type ORDER BY SUM(stories) DESC, type")
                .bind("edition", edition)
                .bind("from", from.toString())
                .bind("until", until.toString())
                .map(ArchiveStore::counted)
                .list();
    }

    private static Archive.Count counted(ResultSet row, StatementContext context) throws SQLException {
        return new Archive.Count(
                LocalDate.parse(row.getString("day")),
                StoryType.of(row.getString("type")).orElse(StoryType.NEWS),
                row.getLong("stories"));
    }

    static List<LocalDate> all(Handle read, String edition) {
        return read.createQuery("SELECT DISTINCT day FROM archive_day WHERE edition = :edition ORDER BY day")
                .bind("edition", edition)
                .mapTo(String.class)
                .map(LocalDate::parse)
                .list();
    }

    static Optional<Archive.Span> span(Handle read, String edition) {
        return day(read, "SELECT MIN(day) FROM archive_day WHERE edition = :edition", edition, "")
                .flatMap(first -> day(read, "SELECT MAX(day) FROM archive_day WHERE edition = :edition", edition, "")
                        .map(last -> new Archive.Span(first, last)));
    }

    static Optional<LocalDate> dayBefore(Handle read, String edition, LocalDate day) {
        return day(
                read,
                "SELECT MAX(day) FROM archive_day WHERE edition = :edition AND day < :day",
                edition,
                day.toString());
    }

    static Optional<LocalDate> dayAfter(Handle read, String edition, LocalDate day) {
        return day(
                read,
                "SELECT MIN(day) FROM archive_day WHERE edition = :edition AND day > :day",
                edition,
                day.toString());
    }

    private static Optional<LocalDate> day(Handle read, String query, String edition, String day) {
        var bound = read.createQuery(query).bind("edition", edition);
        if (!day.isEmpty()) {
            bound.bind("day", day);
        }
        return bound.mapTo(String.class).findOne().map(LocalDate::parse);
    }

    static Optional<ZoneId> countedIn(Handle read, String edition) {
        return read.createQuery("SELECT zone FROM archive_zone WHERE edition = :edition")
                .bind("edition", edition)
                .mapTo(String.class)
                .findOne()
                .map(ZoneId::of);
    }

    static ZoneId zone(Handle read, String edition) {
        return countedIn(read, edition).orElse(USUAL);
    }

    /** The day that a live story counts on; empty for one that is not live. */
    static Optional<LocalDate> dayOf(Handle read, long number) {
        return read.createQuery(
                        "SELECT edition, first_released_at FROM story WHERE number = :number" + " AND release = 'live'")
                .bind("number", number)
                .map((row, _) -> LocalDate.ofInstant(
                        StoryStore.instant(row, "first_released_at"), zone(read, row.getString("edition"))))
                .findOne();
    }

    /** Counts the stories of a day again, in the transaction that changed them. */
    static void count(Handle write, long number, LocalDate day) {
        String edition = write.createQuery("SELECT edition FROM story WHERE number = :number")
                .bind("number", number)
                .mapTo(String.class)
                .one();
        var zone = zone(write, edition);
        write.createUpdate("DELETE FROM archive_day WHERE edition = :edition AND day = :day")
                .bind("edition", edition)
                .bind("day", day.toString())
                .execute();
        write.createUpdate("INSERT INTO archive_day (edition, day, type, stories)"
                        + " SELECT edition, :day, type, COUNT(*) FROM story WHERE edition = :edition AND release = 'live'"
                        + " AND first_released_at >= :from AND first_released_at < :until GROUP BY edition, type")
                .bind("edition", edition)
                .bind("day", day.toString())
                .bind("from", day.atStartOfDay(zone).toInstant().toEpochMilli())
                .bind("until", day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli())
                .execute();
    }

    /** Counts every day of an edition anew, in one pass over its live stories. */
    static void rebuild(Handle write, String edition, ZoneId zone) {
        write.createUpdate("DELETE FROM archive_day WHERE edition = :edition")
                .bind("edition", edition)
                .execute();
        write.createUpdate("INSERT INTO archive_zone (edition, zone) VALUES (:edition, :zone)"
                        + " ON CONFLICT (edition) DO UPDATE SET zone = excluded.zone")
                .bind("edition", edition)
                .bind("zone", zone.getId())
                .execute();
        var counts = new HashMap<Map.Entry<LocalDate, String>, Long>();
        write.createQuery("SELECT type, first_released_at FROM story WHERE edition = :edition AND release = 'live'")
                .bind("edition", edition)
                .map((row, _) -> Map.entry(
                        LocalDate.ofInstant(Instant.ofEpochMilli(row.getLong("first_released_at")), zone),
                        row.getString("type")))
                .forEach(dayAndType -> counts.merge(dayAndType, 1L, Long::sum));
        add(write, edition, counts);
    }

    /** Adds so many stories, by day and type, to those that are counted. */
    static void add(Handle write, String edition, Map<Map.Entry<LocalDate, String>, Long> counts) {
        if (counts.isEmpty()) {
            return;
        }
        var batch = write.prepareBatch("INSERT INTO archive_day (edition, day, type, stories)"
                + " VALUES (:edition, :day, :type, :stories) ON CONFLICT (edition, day, type) DO UPDATE SET"
                + " stories = archive_day.stories + excluded.stories");
        counts.forEach((dayAndType, stories) -> batch.bind("edition", edition)
                .bind("day", dayAndType.getKey().toString())
                .bind("type", dayAndType.getValue())
                .bind("stories", stories)
                .add());
        batch.execute();
    }
}
