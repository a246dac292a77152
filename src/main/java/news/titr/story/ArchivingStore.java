package news.titr.story;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Many new stories at once, in the tables of stories and revisions and in those derived from live ones. */
final class ArchivingStore {

    private ArchivingStore() {}

    /** Those of these numbers that stories have. */
    static Set<Long> numbersAmong(Handle read, Collection<Long> numbers) {
        return numbers.isEmpty()
                ? Set.of()
                : Set.copyOf(read.createQuery("SELECT number FROM story WHERE number IN (<numbers>)")
                        .bindList("numbers", List.copyOf(numbers))
                        .mapTo(Long.class)
                        .list());
    }

    /**
     * @param named what each revision names
     * @param translationGroups a new id for each
     */
    static void insert(
            Handle write, List<CardStore.New> added, List<StoryStore.Named> named, List<String> translationGroups) {
        var stories = write.prepareBatch(
                "INSERT INTO story (number, edition, translation_group, type, stage,"
                        + " newest_revision, release, live_revision, first_released_at, released_at, live_section,"
                        + " source_number, begun_by, note, created_at) VALUES (:number, :edition, :group, :type, :stage,"
                        + " :revision, :release, :live, :first, :released, :section, :sourceNumber, :begunBy, :note, :createdAt)");
        var revisions = write.prepareBatch(StoryStore.INSERT_REVISION);
        for (int i = 0; i < added.size(); i++) {
            var story = added.get(i).story();
            var live = story.release() instanceof Release.Live release ? release : null;
            stories.bind("number", story.number())
                    .bind("edition", story.edition())
                    .bind("group", translationGroups.get(i))
                    .bind("type", story.type().id())
                    .bind("stage", story.stage().id())
                    .bind("revision", story.newestRevision())
                    .bind("release", live == null ? "unreleased" : "live")
                    .bind("live", live == null ? null : live.revision())
                    .bind(
                            "first",
                            live == null ? null : (Long) live.firstReleasedAt().toEpochMilli())
                    .bind(
                            "released",
                            live == null ? null : (Long) live.releasedAt().toEpochMilli())
                    .bind("section", live == null ? null : added.get(i).section())
                    .bind("sourceNumber", story.sourceNumber())
                    .bind("begunBy", story.begunBy())
                    .bind("note", story.note())
                    .bind("createdAt", story.createdAt().toEpochMilli())
                    .add();
            StoryStore.bind(revisions, added.get(i).revision(), named.get(i)).add();
        }
        stories.execute();
        revisions.execute();
    }

    /** The places that live stories are about, and the days that they count on. */
    static void gather(Handle write, List<CardStore.New> live) {
        var places = new ArrayList<PlaceStore.Row>();
        var days = new HashMap<String, Map<Map.Entry<LocalDate, String>, Long>>();
        var zones = new HashMap<String, ZoneId>();
        for (var row : live) {
            if (row.story().release() instanceof Release.Live release) {
                var story = row.story();
                String place = row.revision().content().place();
                if (!place.isEmpty()) {
                    places.add(new PlaceStore.Row(
                            story.edition(),
                            story.number(),
                            release.firstReleasedAt().toEpochMilli(),
                            place));
                }
                var zone = zones.computeIfAbsent(story.edition(), edition -> ArchiveStore.zone(write, edition));
                days.computeIfAbsent(story.edition(), _ -> new HashMap<>())
                        .merge(
                                Map.entry(
                                        LocalDate.ofInstant(release.firstReleasedAt(), zone),
                                        story.type().id()),
                                1L,
                                Long::sum);
            }
        }
        PlaceStore.add(write, places);
        days.forEach((edition, counts) -> ArchiveStore.add(write, edition, counts));
    }
}
