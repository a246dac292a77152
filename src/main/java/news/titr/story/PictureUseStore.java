package news.titr.story;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import news.titr.db.Counters;
import news.titr.doc.Block;
import news.titr.doc.Body;
import org.jdbi.v3.core.Handle;

/** The table that says which stories use which pictures. */
final class PictureUseStore {

    private static final String FILLED = "picture-uses-filled";

    private static final String INSERT = "INSERT INTO picture_use (asset, story, live) VALUES (:asset, :story, :live)";

    private record Row(long story, String headline, boolean live) {}

    private PictureUseStore() {}

    /** Looks at a story's newest and live revision again, in the transaction that moved them. */
    static void refresh(Handle write, long number) {
        write.createUpdate("DELETE FROM picture_use WHERE story = :story")
                .bind("story", number)
                .execute();
        StoryStore.story(write, number).ifPresent(story -> {
            insert(write, number, story.newestRevision(), false);
            if (story.release() instanceof Release.Live live) {
                insert(write, number, live.revision(), true);
            }
            if (story.type() == StoryType.LIVE) {
                CoverageStore.bodies(write, number).forEach(body -> add(write, story, body));
            }
        });
    }

    /** The pictures of an entry of a live coverage, beside those of the story. */
    static void add(Handle write, Story story, Body entry) {
        var rows = write.prepareBatch(INSERT + " ON CONFLICT DO NOTHING");
        for (var picture : entry.all(Block.Picture.class)) {
            rows.bind("asset", picture.asset())
                    .bind("story", story.number())
                    .bind("live", story.release() instanceof Release.Live ? 1 : 0)
                    .add();
        }
        if (rows.size() > 0) {
            rows.execute();
        }
    }

    /** The live stories that show a picture. */
    static List<Long> live(Handle read, String asset) {
        return read.createQuery("SELECT u.story FROM picture_use u JOIN story st ON st.number = u.story"
                        + " AND st.release = 'live' WHERE u.asset = :asset AND u.live = 1 ORDER BY u.story")
                .bind("asset", asset)
                .mapTo(Long.class)
                .list();
    }

    private static void insert(Handle write, long story, String revision, boolean live) {
        var assets = StoryStore.revision(write, revision)
                .map(found -> assets(found.content()))
                .orElse(Set.of());
        for (var asset : assets) {
            write.createUpdate(INSERT)
                    .bind("asset", asset)
                    .bind("story", story)
                    .bind("live", live ? 1 : 0)
                    .execute();
        }
    }

    /** The pictures of stories that are new, by story; {@code live} are those that readers have. */
    static void insert(Handle write, Map<Long, Content> stories, Set<Long> live) {
        var rows = write.prepareBatch(INSERT);
        stories.forEach((story, content) -> assets(content).forEach(asset -> {
            rows.bind("asset", asset).bind("story", story).bind("live", 0).add();
            if (live.contains(story)) {
                rows.bind("asset", asset).bind("story", story).bind("live", 1).add();
            }
        }));
        if (rows.size() > 0) {
            rows.execute();
        }
    }

    private static Set<String> assets(Content content) {
        var assets = new TreeSet<String>();
        content.picture().map(Block.Picture::asset).ifPresent(assets::add);
        content.body().all(Block.Picture.class).forEach(picture -> assets.add(picture.asset()));
        return assets;
    }

    static List<PictureUses.Use> of(Handle read, String asset) {
        var rows = read.createQuery("SELECT u.story, u.live, r.headline FROM picture_use u"
                        + " JOIN story s ON s.number = u.story JOIN revision r ON r.id = s.newest_revision"
                        + " WHERE u.asset = :asset")
                .bind("asset", asset)
                .map((row, _) -> new Row(row.getLong("story"), row.getString("headline"), row.getInt("live") == 1))
                .list();
        return rows.stream().collect(Collectors.groupingBy(Row::story)).values().stream()
                .map(found -> new PictureUses.Use(
                        found.getFirst().story(),
                        found.getFirst().headline(),
                        found.size() > 1
                                ? PictureUses.Where.BOTH
                                : found.getFirst().live() ? PictureUses.Where.LIVE : PictureUses.Where.DRAFT))
                .sorted(Comparator.comparingLong(PictureUses.Use::story).reversed())
                .toList();
    }

    static boolean filled(Handle read) {
        return Counters.current(read, FILLED) > 0;
    }

    /** Looks at every story that can have a picture: those whose text names one, in whatever revision, and coverages. */
    static void rebuild(Handle write) {
        write.execute("DELETE FROM picture_use");
        write.createQuery("SELECT s.number FROM story s WHERE s.type = :coverage OR EXISTS (SELECT 1 FROM revision r"
                        + " WHERE r.id IN (s.newest_revision, s.live_revision)"
                        + " AND (r.picture IS NOT NULL OR r.body LIKE :mark))")
                .bind("coverage", StoryType.LIVE.id())
                .bind("mark", "%\"asset\"%")
                .mapTo(Long.class)
                .list()
                .forEach(number -> refresh(write, number));
        Counters.raise(write, FILLED, 1);
    }
}
