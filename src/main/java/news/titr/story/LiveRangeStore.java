package news.titr.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** The queries behind {@link LiveRanges}. All but {@code places} are answered by the index {@code story_ranges} alone. */
final class LiveRangeStore {

    private LiveRangeStore() {}

    static OptionalLong firstFrom(Handle read, String edition, long from) {
        return read.createQuery("SELECT number FROM story WHERE edition = :edition AND release = 'live'"
                        + " AND number >= :from ORDER BY number LIMIT 1")
                .bind("edition", edition)
                .bind("from", from)
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    static Instant changedAt(Handle read, String edition, long from, long before) {
        return read.createQuery(
                        "SELECT MAX(CASE WHEN release = 'live' THEN released_at ELSE withdrawn_at END) AS changed"
                                + " FROM story WHERE edition = :edition AND release IN ('live', 'withdrawn')"
                                + " AND number >= :from AND number < :before")
                .bind("edition", edition)
                .bind("from", from)
                .bind("before", before)
                .map((row, _) -> StoryStore.instant(row, "changed"))
                .one();
    }

    static List<LiveRanges.Line> places(Handle read, String edition, long from, long before, int limit) {
        record Row(long number, String headline, Instant changedAt) {}
        var rows = read.createQuery("SELECT st.number, st.released_at, r.headline FROM story st"
                        + " JOIN revision r ON r.id = st.live_revision"
                        + " WHERE st.edition = :edition AND st.release = 'live' AND st.number >= :from"
                        + " AND st.number < :before ORDER BY st.number LIMIT :limit")
                .bind("edition", edition)
                .bind("from", from)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, _) -> new Row(
                        row.getLong("number"), row.getString("headline"), StoryStore.instant(row, "released_at")))
                .list();
        var pictures = pictures(read, rows.stream().map(Row::number).toList());
        return rows.stream()
                .map(row -> new LiveRanges.Line(
                        row.number(), row.headline(), row.changedAt(), pictures.getOrDefault(row.number(), List.of())))
                .toList();
    }

    static long countLabels(Handle read, Label.Kind kind, boolean topics, String edition) {
        // with an order of their ids, however little it asks for, the index of the living alone is read
        return read.createQuery("SELECT COUNT(*) FROM " + kind.table() + live(kind, topics) + " AND id > ''")
                .bind("edition", edition)
                .mapTo(Long.class)
                .one();
    }

    /** In the order of their ids, which is that of their age. */
    static List<Label> labels(Handle read, Label.Kind kind, boolean topics, String edition, String after, int limit) {
        return read.createQuery("SELECT id, slug, name FROM " + kind.table() + live(kind, topics)
                        + " AND id > :after ORDER BY id LIMIT :limit")
                .bind("edition", edition)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) ->
                        new Label(row.getString("id"), kind, row.getString("slug"), row.getString("name"), topics))
                .list();
    }

    private static String live(Label.Kind kind, boolean topics) {
        return " WHERE edition = :edition AND merged_into IS NULL AND stories > 0"
                + switch (kind) {
                    case TAG -> topics ? " AND introduction <> ''" : " AND introduction = ''";
                    case AUTHOR -> "";
                };
    }

    private static Map<Long, List<String>> pictures(Handle read, List<Long> numbers) {
        var pictures = new HashMap<Long, List<String>>();
        if (!numbers.isEmpty()) {
            read.createQuery("SELECT story, asset FROM picture_use WHERE live = 1 AND story IN (<numbers>)"
                            + " ORDER BY story, asset")
                    .bindList("numbers", numbers)
                    .map((row, _) -> Map.entry(row.getLong("story"), row.getString("asset")))
                    .forEach(use -> pictures.computeIfAbsent(use.getKey(), _ -> new ArrayList<>())
                            .add(use.getValue()));
        }
        return pictures;
    }
}
