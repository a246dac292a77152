package news.titr.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.titr.doc.BodyJson;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The queries behind {@link LiveStories}. Each goes through the live pointer: what is not live cannot be selected. */
final class LiveStore {

    static final String TEASER = "SELECT st.number, st.type, st.first_released_at, st.edition, r.kicker,"
            + " r.headline, r.lead, r.section, r.authors, r.published, r.published_at, r.picture"
            + " FROM story st JOIN revision r ON r.id = st.live_revision ";

    private LiveStore() {}

    static LiveStories.Found find(Handle read, long number) {
        return read.createQuery(
                        "SELECT st.number, st.edition, st.type, st.release, st.first_released_at, st.released_at,"
                                + " st.withdrawn_at, st.withdrawn_reason, st.source_number, r.id AS revision, r.kicker,"
                                + " r.headline, r.subheadlines, r.lead, r.body, r.section, r.tags, r.authors, r.dateline,"
                                + " r.source, r.place, r.published, r.published_at, r.picture"
                                + " FROM story st LEFT JOIN revision r ON r.id = st.live_revision WHERE st.number = :number")
                .bind("number", number)
                .map((row, _) -> found(read, row))
                .findOne()
                .orElse(new LiveStories.Found.Absent());
    }

    private static LiveStories.Found found(Handle read, ResultSet row) throws SQLException {
        return switch (row.getString("release")) {
            case "live" -> new LiveStories.Found.Live(story(read, row));
            case "withdrawn" ->
                new LiveStories.Found.Withdrawn(
                        row.getLong("number"),
                        StoryStore.instant(row, "withdrawn_at"),
                        row.getString("withdrawn_reason"));
            default -> new LiveStories.Found.Absent();
        };
    }

    private static LiveStory story(Handle read, ResultSet row) throws SQLException {
        long number = row.getLong("number");
        Instant first = StoryStore.instant(row, "first_released_at");
        Instant released = StoryStore.instant(row, "released_at");
        return new LiveStory(
                number,
                row.getString("edition"),
                StoryType.of(row.getString("type")).orElse(StoryType.NEWS),
                section(read, row.getString("section")),
                StoryStore.labels(read, Label.Kind.TAG, row.getString("tags")),
                StoryStore.labels(read, Label.Kind.AUTHOR, row.getString("authors")),
                row.getString("kicker"),
                row.getString("headline"),
                StoredLists.read(row.getString("subheadlines")),
                row.getString("lead"),
                BodyJson.read(row.getString("body")),
                row.getString("dateline"),
                row.getString("source"),
                row.getString("place"),
                StoryStore.published(row).instant(Optional.of(first)),
                released.isAfter(first) ? Optional.of(released) : Optional.empty(),
                released,
                StoredLists.readPicture(row.getString("picture")),
                CorrectionStore.of(read, number),
                row.getString("source_number"),
                row.getString("revision"));
    }

    private static Optional<Section> section(Handle read, @Nullable String id) {
        return id == null ? Optional.empty() : SectionStore.byId(read, id);
    }

    /** For the desk alone: what will be out by a moment and is not yet, as readers will have it then. */
    static List<Teaser> scheduled(Handle read, String edition, Instant until) {
        var rows = read.createQuery(
                        "SELECT st.number, st.type, st.scheduled_at AS first_released_at, st.edition, r.kicker,"
                                + " r.headline, r.lead, r.section, r.authors, r.published, r.published_at, r.picture"
                                + " FROM story st JOIN revision r ON r.id = st.scheduled_revision"
                                + " WHERE st.edition = :edition AND st.release = 'scheduled' AND st.scheduled_at <= :until"
                                + " ORDER BY st.scheduled_at DESC, st.number DESC")
                .bind("edition", edition)
                .bind("until", until.toEpochMilli())
                .map((row, _) -> Row.of(row))
                .list();
        return teasers(read, rows);
    }

    /** The priorities that somebody has given, 1 to 5. */
    static Map<Long, Integer> priorities(Handle read, Collection<Long> numbers) {
        var priorities = new HashMap<Long, Integer>();
        if (!numbers.isEmpty()) {
            read.createQuery("SELECT story, priority FROM story_work WHERE story IN (<numbers>)")
                    .bindList("numbers", List.copyOf(numbers))
                    .map((row, _) -> Map.entry(row.getLong("story"), row.getInt("priority")))
                    .forEach(priority -> priorities.put(priority.getKey(), priority.getValue()));
        }
        return priorities;
    }

    static List<Teaser> teasers(Handle read, Collection<Long> numbers) {
        var rows = read.createQuery(TEASER + "WHERE st.number IN (<numbers>)")
                .bindList("numbers", List.copyOf(numbers))
                .map((row, _) -> Row.of(row))
                .list();
        return teasers(read, rows);
    }

    /** Sections and authors of the whole list in one query each. */
    static List<Teaser> teasers(Handle read, List<Row> rows) {
        Map<String, Section> sections = new HashMap<>();
        rows.stream()
                .map(Row::edition)
                .distinct()
                .forEach(edition -> sections.putAll(SectionStore.byIds(read, edition)));
        var authorIds =
                rows.stream().flatMap(row -> row.authors().stream()).distinct().toList();
        var authors = LabelStore.byIds(read, Label.Kind.AUTHOR, authorIds);
        var teasers = new ArrayList<Teaser>();
        for (var row : rows) {
            teasers.add(new Teaser(
                    row.number(),
                    row.edition(),
                    row.type(),
                    row.section().flatMap(id -> Optional.ofNullable(sections.get(id))),
                    row.authors().stream()
                            .flatMap(id -> Optional.ofNullable(authors.get(id)).stream())
                            .distinct()
                            .toList(),
                    row.kicker(),
                    row.headline(),
                    row.lead(),
                    row.published().instant(Optional.of(row.firstReleasedAt())),
                    row.firstReleasedAt(),
                    StoredLists.readPicture(row.picture())));
        }
        return teasers;
    }

    record Row(
            long number,
            String edition,
            StoryType type,
            Instant firstReleasedAt,
            String kicker,
            String headline,
            String lead,
            Optional<String> section,
            List<String> authors,
            Published published,
            @Nullable String picture) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong("number"),
                    row.getString("edition"),
                    StoryType.of(row.getString("type")).orElse(StoryType.NEWS),
                    StoryStore.instant(row, "first_released_at"),
                    row.getString("kicker"),
                    row.getString("headline"),
                    row.getString("lead"),
                    Optional.ofNullable(row.getString("section")),
                    StoredLists.read(row.getString("authors")),
                    StoryStore.published(row),
                    row.getString("picture"));
        }
    }
}
