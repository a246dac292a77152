package news.titr.story;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.titr.audit.Action;
import news.titr.db.Database;
import news.titr.db.Outbox;
import news.titr.media.Pictures;
import org.jdbi.v3.core.Handle;

/**
 * The keys under which pages depend on what they show ({@link news.titr.db.Dependencies}), and which of them a change of the
 * newspaper touches. {@link LiveStories} says which keys it has read.
 */
public final class ReaderChanges {

    /** Of a story: these keys and no others. */
    private static final Set<String> OF_STORIES = Set.of(
            Action.PUBLISH.id(),
            Action.UPDATE.id(),
            Action.CORRECT.id(),
            Action.WITHDRAW.id(),
            Action.SCHEDULE.id(),
            Action.UNSCHEDULE.id(),
            Action.EMBARGO.id(),
            Action.LIFT_EMBARGO.id(),
            Action.MISS.id(),
            "retyped",
            Pictures.EVENT,
            Covering.EVENT);

    /** What touches more stories at once is told as a change of everything. */
    private static final int MOST = 50;

    private ReaderChanges() {}

    /**
     * What entries of the outbox have touched.
     *
     * @param keys empty where nothing that readers see has changed
     * @param everything true where it can be anything
     */
    public record Touched(Set<String> keys, boolean everything) {

        static final Touched EVERYTHING = new Touched(Set.of(), true);
    }

    /** What these entries have touched: what their stories were filed under before as well as what they are now. */
    public static Touched by(Database database, List<Outbox.Entry> entries) {
        var seen = entries.stream()
                .filter(entry -> LiveStories.concernsReaders(entry.event()))
                .toList();
        if (seen.isEmpty()) {
            return new Touched(Set.of(), false);
        }
        if (seen.stream().anyMatch(entry -> entry.story().isEmpty() || !OF_STORIES.contains(entry.event()))) {
            return Touched.EVERYTHING;
        }
        var stories = new HashSet<Long>();
        seen.forEach(entry -> entry.story().ifPresent(stories::add));
        if (stories.size() > MOST) {
            return Touched.EVERYTHING;
        }
        return database.read(read -> {
            var keys = new HashSet<String>();
            stories.forEach(story -> keys.addAll(keys(read, story)));
            return new Touched(keys, false);
        });
    }

    /** All that a story is or ever was filed under. */
    private static Set<String> keys(Handle read, long number) {
        var keys = new HashSet<String>();
        keys.add(story(number));
        var edition = StoryStore.story(read, number).map(Story::edition);
        edition.ifPresent(id -> keys.add(edition(id)));
        FiledStore.of(read, number).forEach(filed -> {
            filed.section().flatMap(id -> SectionStore.byId(read, id)).ifPresent(section -> {
                keys.add(section(section.id()));
                SectionStore.above(read, section.id()).forEach(above -> keys.add(section(above)));
            });
            LabelStore.byIds(read, Label.Kind.TAG, filed.tags()).values().forEach(tag -> keys.add(label(tag)));
            LabelStore.byIds(read, Label.Kind.AUTHOR, filed.authors())
                    .values()
                    .forEach(author -> keys.add(label(author)));
            edition.ifPresent(id -> Place.named(id, filed.place()).forEach(place -> keys.add(place(place))));
        });
        return keys;
    }

    static String story(long number) {
        return "story:" + number;
    }

    /** All stories of an edition, in any order. */
    static String edition(String edition) {
        return "edition:" + edition;
    }

    static String section(String id) {
        return "section:" + id;
    }

    static String label(Label label) {
        return label.kind().table() + ":" + label.id();
    }

    static String place(Place place) {
        return "place:" + place.edition() + "/" + place.slug();
    }

    static String of(LiveStories.Of of) {
        return switch (of) {
            case LiveStories.Of.Edition(var id) -> edition(id);
            case LiveStories.Of.InSection(var section) -> section(section.id());
            case LiveStories.Of.Labelled(var label) -> label(label);
            case LiveStories.Of.About(var place) -> place(place);
            case LiveStories.Of.Released released -> edition(released.edition());
        };
    }
}
