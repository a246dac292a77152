package news.titr.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Lists of live stories. They are cut by key, so that page 5,000 costs what page 1 costs: each goes along one index from the
 * place where it begins.
 */
final class LiveListStore {

    private LiveListStore() {}

    /** Which way a list is read from its place. */
    private enum Way {
        OLDER("(%1$s.first_released_at, %2$s) < (:at, :number)", "DESC"),
        NEWER("(%1$s.first_released_at, %2$s) > (:at, :number)", "ASC");

        private final String condition;
        private final String order;

        Way(String condition, String order) {
            this.condition = condition;
            this.order = order;
        }

        /** @param table of the moment, {@code number} the column of the story's number */
        String cut(String table, String number) {
            return condition.formatted(table, number) + " ORDER BY " + table + ".first_released_at " + order + ", "
                    + number + " " + order + " LIMIT :limit";
        }
    }

    /** Newest first. */
    static List<Teaser> list(Handle read, LiveStories.Of of, LiveStories.After after, int limit) {
        return LiveStore.teasers(read, rows(read, of, within(of, after), limit, Way.OLDER));
    }

    /** The places of the stories that are newer than one, the nearest first. */
    static List<LiveStories.After> newer(Handle read, LiveStories.Of of, LiveStories.After than, int limit) {
        return rows(read, of, than, limit, Way.NEWER).stream()
                .map(row -> new LiveStories.After(row.firstReleasedAt(), row.number()))
                .toList();
    }

    private static List<LiveStore.Row> rows(
            Handle read, LiveStories.Of of, LiveStories.After place, int limit, Way way) {
        return query(read, of, way)
                .bind("at", place.firstReleasedAt().toEpochMilli())
                .bind("number", place.number())
                .bind("limit", limit)
                .map((row, _) -> LiveStore.Row.of(row))
                .list();
    }

    private static Query query(Handle read, LiveStories.Of of, Way way) {
        return switch (of) {
            // index story_live
            case LiveStories.Of.Edition(var edition) ->
                read.createQuery(LiveStore.TEASER + "WHERE st.edition = :edition AND st.release = 'live' AND "
                                + way.cut("st", "st.number"))
                        .bind("edition", edition);
            // index story_live_section
            case LiveStories.Of.InSection(var section) -> inFamily(read, family(read, section), way);
            // the primary key of live_tag, live_author
            case LiveStories.Of.Labelled(var label) ->
                read.createQuery(LiveStore.TEASER + "JOIN " + label.kind().liveTable()
                                + " l ON l.story = st.number WHERE l."
                                + label.kind().table() + " = :label AND "
                                + way.cut("l", "l.story"))
                        .bind("label", label.id());
            // the primary key of live_place
            case LiveStories.Of.About(var place) ->
                read.createQuery(LiveStore.TEASER + "JOIN live_place l ON l.story = st.number"
                                + " WHERE l.edition = :edition AND l.place = :place AND " + way.cut("l", "l.story"))
                        .bind("edition", place.edition())
                        .bind("place", place.slug());
            case LiveStories.Of.Released released -> released(read, released, way);
        };
    }

    /** Index story_live, or story_live_type for one type. */
    private static Query released(Handle read, LiveStories.Of.Released released, Way way) {
        String type = released.type().map(_ -> " AND st.type = :type").orElse("");
        String end = switch (way) {
            case OLDER -> "st.first_released_at >= :end";
            case NEWER -> "st.first_released_at < :end";
        };
        Instant moment = switch (way) {
            case OLDER -> released.from();
            case NEWER -> released.until();
        };
        var query = read.createQuery(LiveStore.TEASER + "WHERE st.edition = :edition AND st.release = 'live'" + type
                        + " AND " + end + " AND " + way.cut("st", "st.number"))
                .bind("edition", released.edition())
                .bind("end", moment.toEpochMilli());
        released.type().ifPresent(its -> query.bind("type", its.id()));
        return query;
    }

    /** A list that ends at a moment begins there, and not at the newest story of all. */
    private static LiveStories.After within(LiveStories.Of of, LiveStories.After after) {
        return of instanceof LiveStories.Of.Released released
                        && after.firstReleasedAt().compareTo(released.until()) >= 0
                ? new LiveStories.After(released.until(), 0)
                : after;
    }

    /** The stories of several sections, each by its own index. */
    private static Query inFamily(Handle read, List<String> family, Way way) {
        String each = IntStream.range(0, family.size())
                .mapToObj(i -> "SELECT * FROM (" + LiveStore.TEASER + "WHERE st.live_section = :section" + i + " AND "
                        + way.cut("st", "st.number") + ") AS its" + i)
                .collect(Collectors.joining(" UNION ALL "));
        var query = read.createQuery("SELECT * FROM (" + each + ") AS family ORDER BY first_released_at " + way.order
                + ", number " + way.order + " LIMIT :limit");
        for (int i = 0; i < family.size(); i++) {
            query.bind("section" + i, family.get(i));
        }
        return query;
    }

    /** The ids of a section and of all that stand below it. */
    private static List<String> family(Handle read, Section section) {
        var all = SectionStore.all(read, section.edition());
        var family = new ArrayList<String>(List.of(section.id()));
        for (int i = 0; i < family.size(); i++) {
            String parent = family.get(i);
            all.stream()
                    .filter(other -> other.parent().equals(Optional.of(parent)) && !family.contains(other.id()))
                    .forEach(child -> family.add(child.id()));
        }
        return family;
    }
}
