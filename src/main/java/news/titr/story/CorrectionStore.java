package news.titr.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The table of corrections, for readers. */
final class CorrectionStore {

    private record Row(String id, long story, LiveStory.Correction correction) {}

    private CorrectionStore() {}

    /** Those of one story, oldest first. */
    static List<LiveStory.Correction> of(Handle read, long story) {
        return read.createQuery("SELECT text, created_at FROM correction WHERE story = :story ORDER BY created_at, id")
                .bind("story", story)
                .map((row, _) -> new LiveStory.Correction(row.getString("text"), StoryStore.instant(row, "created_at")))
                .list();
    }

    /** Those of live stories, newest first; index correction_newest. */
    static List<LiveStories.Corrected> newest(
            Handle read, String edition, LiveStories.CorrectedAfter after, int limit) {
        var rows = read.createQuery("SELECT c.id, c.story, c.text, c.created_at FROM correction c"
                        + " JOIN story st ON st.number = c.story WHERE c.edition = :edition AND st.release = 'live'"
                        + " AND (c.created_at, c.id) < (:at, :id) ORDER BY c.created_at DESC, c.id DESC LIMIT :limit")
                .bind("edition", edition)
                .bind("at", after.at().toEpochMilli())
                .bind("id", after.id())
                .bind("limit", limit)
                .map((row, _) -> new Row(
                        row.getString("id"),
                        row.getLong("story"),
                        new LiveStory.Correction(row.getString("text"), StoryStore.instant(row, "created_at"))))
                .list();
        var numbers = rows.stream().map(Row::story).distinct().toList();
        Map<Long, Teaser> stories = numbers.isEmpty()
                ? Map.of()
                : LiveStore.teasers(read, numbers).stream()
                        .collect(Collectors.toMap(Teaser::number, Function.identity()));
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(stories.get(row.story()))
                        .map(story -> new LiveStories.Corrected(row.id(), story, row.correction()))
                        .stream())
                .toList();
    }

    /** The keys of those that are newer than one, the nearest first. */
    static List<LiveStories.CorrectedAfter> newer(
            Handle read, String edition, LiveStories.CorrectedAfter than, int limit) {
        return read.createQuery("SELECT c.id, c.created_at FROM correction c JOIN story st ON st.number = c.story"
                        + " WHERE c.edition = :edition AND st.release = 'live' AND (c.created_at, c.id) > (:at, :id)"
                        + " ORDER BY c.created_at, c.id LIMIT :limit")
                .bind("edition", edition)
                .bind("at", than.at().toEpochMilli())
                .bind("id", than.id())
                .bind("limit", limit)
                .map((row, _) ->
                        new LiveStories.CorrectedAfter(StoryStore.instant(row, "created_at"), row.getString("id")))
                .list();
    }
}
