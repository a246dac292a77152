package news.titr.story;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The counts behind {@link Numbers}. */
final class NumbersStore {

    private NumbersStore() {}

    record Released(Instant begunAt, Instant releasedAt) {}

    static List<Released> releasedSince(Handle read, String edition, Instant from) {
        return read.createQuery("SELECT created_at, first_released_at FROM story"
                        + " WHERE first_released_at >= :from AND edition = :edition")
                .bind("from", from.toEpochMilli())
                .bind("edition", edition)
                .map((row, _) -> new Released(
                        StoryStore.instant(row, "created_at"), StoryStore.instant(row, "first_released_at")))
                .list();
    }

    static List<Numbers.Next> next(Handle read, int limit) {
        return read.createQuery("SELECT s.number, s.scheduled_at, r.headline FROM story s"
                        + " JOIN revision r ON r.id = s.scheduled_revision WHERE s.scheduled_at IS NOT NULL"
                        + " ORDER BY s.scheduled_at, s.number LIMIT :limit")
                .bind("limit", limit)
                .map((row, _) -> new Numbers.Next(
                        row.getLong("number"), row.getString("headline"), StoryStore.instant(row, "scheduled_at")))
                .list();
    }

    static long inReview(Handle read, List<String> sections) {
        if (sections.isEmpty()) {
            return count(read, "SELECT COUNT(*) FROM story_card WHERE board_column = 'review'", "");
        }
        return read.createQuery(
                        "SELECT COUNT(*) FROM story_card WHERE board_column = 'review' AND section IN (<sections>)")
                .bindList("sections", SectionStore.withThoseBelow(read, sections))
                .mapTo(Long.class)
                .one();
    }

    static long returned(Handle read, String person) {
        return count(
                read,
                "SELECT COUNT(*) FROM story_card WHERE board_column = 'draft' AND returned <> ''"
                        + " AND (writer = :person OR assignee = :person)",
                person);
    }

    static long assigned(Handle read, String person) {
        return count(
                read,
                "SELECT COUNT(*) FROM story_card WHERE assignee = :person"
                        + " AND board_column IN ('draft', 'review', 'ready')",
                person);
    }

    private static long count(Handle read, String query, String person) {
        var counting = read.createQuery(query);
        return (person.isEmpty() ? counting : counting.bind("person", person))
                .mapTo(Long.class)
                .one();
    }
}
