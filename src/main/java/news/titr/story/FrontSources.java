package news.titr.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The stories that the front page is filled from: those that are live, and for a preview those that will be by then. */
final class FrontSources implements FrontFilling.Source {

    private static final Comparator<Teaser> NEWEST_FIRST = Comparator.comparing(Teaser::firstReleasedAt)
            .thenComparing(Teaser::number)
            .reversed();

    private final Handle read;
    private final String edition;
    private final List<Teaser> scheduled;

    private FrontSources(Handle read, String edition, List<Teaser> scheduled) {
        this.read = read;
        this.edition = edition;
        this.scheduled = scheduled;
    }

    static FrontSources live(Handle read, String edition) {
        return new FrontSources(read, edition, List.of());
    }

    /** As it will be at a moment, if nobody changes anything until then. */
    static FrontSources at(Handle read, String edition, Instant moment) {
        return new FrontSources(read, edition, LiveStore.scheduled(read, edition, moment));
    }

    FrontLayout layout(Front front, Instant at) {
        return FrontFilling.fill(front, offered(read, edition), this, at);
    }

    /** Sections that may have a band. */
    static List<Section> offered(Handle read, String edition) {
        return SectionStore.all(read, edition).stream()
                .filter(section -> !section.hidden())
                .toList();
    }

    @Override
    public List<Teaser> newest(int count) {
        return together(
                LiveListStore.list(read, new LiveStories.Of.Edition(edition), LiveStories.After.START, count),
                scheduled,
                count);
    }

    @Override
    public List<Teaser> newest(Section section, int count) {
        var its = scheduled.stream()
                .filter(story -> story.section().map(Section::id).equals(Optional.of(section.id())))
                .toList();
        return together(
                LiveListStore.list(read, new LiveStories.Of.InSection(section), LiveStories.After.START, count),
                its,
                count);
    }

    private static List<Teaser> together(List<Teaser> live, List<Teaser> coming, int count) {
        if (coming.isEmpty()) {
            return live;
        }
        var all = new ArrayList<>(coming);
        all.addAll(live);
        return all.stream().sorted(NEWEST_FIRST).limit(count).toList();
    }

    @Override
    public Map<Long, Teaser> these(List<Long> numbers) {
        var found = new HashMap<Long, Teaser>();
        if (!numbers.isEmpty()) {
            LiveStore.teasers(read, numbers).forEach(story -> found.put(story.number(), story));
        }
        scheduled.stream()
                .filter(story -> numbers.contains(story.number()))
                .forEach(story -> found.put(story.number(), story));
        return found;
    }

    @Override
    public Map<Long, Integer> priorities(List<Long> numbers) {
        return LiveStore.priorities(read, numbers);
    }
}
