package news.titr.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.titr.db.Counters;
import news.titr.language.SortKey;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The tables of places, derived from what live revisions say of where they are about. */
final class PlaceStore {

    private static final int BATCH = 1_000;
    private static final String GATHERED = "places-gathered";
    private static final String SELECT = "SELECT edition, slug, name, parent, stories FROM place ";

    private PlaceStore() {}

    static Optional<Place> bySlug(Handle read, String edition, String slug) {
        return read.createQuery(SELECT + "WHERE edition = :edition AND slug = :slug AND stories > 0")
                .bind("edition", edition)
                .bind("slug", slug)
                .map(PlaceStore::place)
                .findOne();
    }

    /** What lies directly below a place; with the empty string, the provinces. */
    static List<Place> below(Handle read, String edition, String parent) {
        return read.createQuery(SELECT + "WHERE edition = :edition AND parent = :parent AND stories > 0"
                        + " ORDER BY sort_key, slug")
                .bind("edition", edition)
                .bind("parent", parent)
                .map(PlaceStore::place)
                .list();
    }

    static List<Place> all(Handle read, String edition) {
        return read.createQuery(SELECT + "WHERE edition = :edition AND stories > 0 ORDER BY slug")
                .bind("edition", edition)
                .map(PlaceStore::place)
                .list();
    }

    private static Place place(ResultSet row, StatementContext context) throws SQLException {
        return new Place(
                row.getString("edition"),
                row.getString("slug"),
                row.getString("name"),
                row.getString("parent"),
                row.getLong("stories"));
    }

    /** Looks at a story's live revision again, in the transaction that moved it. */
    static void refresh(Handle write, long number) {
        write.createUpdate("UPDATE place SET stories = stories - 1 WHERE (edition, slug) IN"
                        + " (SELECT edition, place FROM live_place WHERE story = :story)")
                .bind("story", number)
                .execute();
        write.createUpdate("DELETE FROM live_place WHERE story = :story")
                .bind("story", number)
                .execute();
        write.createQuery("SELECT st.edition, st.first_released_at, r.place FROM story st"
                        + " JOIN revision r ON r.id = st.live_revision WHERE st.number = :story AND r.place <> ''")
                .bind("story", number)
                .map((row, _) -> Map.entry(
                        Place.named(row.getString("edition"), row.getString("place")),
                        row.getLong("first_released_at")))
                .list()
                .forEach(found -> found.getKey().forEach(place -> tie(write, place, number, found.getValue())));
    }

    private static void tie(Handle write, Place place, long story, long firstReleasedAt) {
        insert(write, place, 1);
        write.createUpdate("INSERT INTO live_place (edition, place, first_released_at, story)"
                        + " VALUES (:edition, :place, :at, :story)")
                .bind("edition", place.edition())
                .bind("place", place.slug())
                .bind("at", firstReleasedAt)
                .bind("story", story)
                .execute();
    }

    /** Adds a place with so many stories, or so many to those that it has. */
    private static void insert(Handle write, Place place, long stories) {
        write.createUpdate("INSERT INTO place (edition, slug, name, parent, sort_key, stories)"
                        + " VALUES (:edition, :slug, :name, :parent, :sortKey, :stories)"
                        + " ON CONFLICT (edition, slug) DO UPDATE SET stories = place.stories + excluded.stories")
                .bind("edition", place.edition())
                .bind("slug", place.slug())
                .bind("name", place.name())
                .bind("parent", place.parent())
                .bind("sortKey", SortKey.of(place.name()))
                .bind("stories", stories)
                .execute();
    }

    static boolean gathered(Handle read) {
        return Counters.current(read, GATHERED) > 0;
    }

    static void rebuild(Handle write) {
        write.execute("DELETE FROM live_place");
        write.execute("DELETE FROM place");
        var rows = new ArrayList<Row>();
        write.createQuery("SELECT st.edition, st.number, st.first_released_at, r.place FROM story st"
                        + " JOIN revision r ON r.id = st.live_revision WHERE r.place <> ''")
                .map((row, _) -> new Row(
                        row.getString("edition"),
                        row.getLong("number"),
                        row.getLong("first_released_at"),
                        row.getString("place")))
                .forEach(rows::add);
        add(write, rows);
        Counters.raise(write, GATHERED, 1);
    }

    /** A live story that names a place. */
    record Row(String edition, long story, long firstReleasedAt, String place) {}

    /** Adds stories that are tied to no place yet. */
    static void add(Handle write, List<Row> rows) {
        var counts = new LinkedHashMap<Place, Long>();
        var ties = write.prepareBatch("INSERT INTO live_place (edition, place, first_released_at, story)"
                + " VALUES (:edition, :place, :at, :story)");
        for (var row : rows) {
            for (var place : Place.named(row.edition(), row.place())) {
                counts.merge(place, 1L, Long::sum);
                ties.bind("edition", place.edition())
                        .bind("place", place.slug())
                        .bind("at", row.firstReleasedAt())
                        .bind("story", row.story())
                        .add();
            }
            if (ties.size() >= BATCH) {
                ties.execute();
            }
        }
        if (ties.size() > 0) {
            ties.execute();
        }
        counts.forEach((place, stories) -> insert(write, place, stories));
    }
}
