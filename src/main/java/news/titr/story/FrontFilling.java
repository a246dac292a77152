package news.titr.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Fills the front page. What an editor has set goes first and, unless a rule says otherwise, no story stands there twice;
 * an advertorial takes a place of weight only when an editor gives it one.
 */
final class FrontFilling {

    /** A lead that nobody has chosen is the newest with a picture, if there is one among this many. */
    private static final int PICTURED_AMONG = 6;

    /** How many of the newest stories the page is made from; opinions and pictures are looked for among them. */
    private static final int NEWEST = 80;

    /** Among how many of a section's newest the weightiest are looked for. */
    private static final int WEIGHED = 40;

    private static final int USUAL_PRIORITY = 3;

    /** Where stories come from: what readers have, or what they will have at a moment to come. */
    interface Source {

        List<Teaser> newest(int count);

        List<Teaser> newest(Section section, int count);

        Map<Long, Teaser> these(List<Long> numbers);

        /** The news priority of stories, 1 for the most urgent; those of the usual one are left out. */
        Map<Long, Integer> priorities(List<Long> numbers);
    }

    private final Front front;
    private final Source source;
    private final Instant at;
    private final List<Teaser> newest;
    private final Map<Long, Teaser> set;
    private final Set<Long> standing = new HashSet<>();

    private FrontFilling(Front front, Source source, Instant at) {
        this.front = front;
        this.source = source;
        this.at = at;
        newest = source.newest(NEWEST);
        set = source.these(front.placements().stream()
                .filter(placement -> placement.holdsAt(at))
                .map(Front.Placement::story)
                .toList());
    }

    static FrontLayout fill(Front front, List<Section> sections, Source source, Instant at) {
        return new FrontFilling(front, source, at).fill(sections);
    }

    private FrontLayout fill(List<Section> sections) {
        var byKey = new HashMap<String, Section>();
        sections.forEach(section -> byKey.put(Front.sectionKey(section.id()), section));
        var areas = front.areas(sections);
        areas.forEach(area -> slots(area).stream()
                .flatMap(slot -> set(slot).stream())
                .forEach(story -> standing.add(story.number())));
        var filled = new HashMap<String, FrontLayout.Filled>();
        // the latest stories come last of the fixed areas: what is weightier has its place first
        for (String key : List.of(Front.LEAD, Front.SECOND, Front.OPINION, Front.PICTURE, Front.LATEST)) {
            filled.put(key, fill(front.area(key), Optional.empty()));
        }
        var all = new ArrayList<FrontLayout.Filled>();
        for (var area : areas) {
            var done = filled.get(area.key());
            all.add(done != null ? done : fill(area, Optional.ofNullable(byKey.get(area.key()))));
        }
        var firstOver = front.placements().stream()
                .flatMap(placement -> placement.until().stream())
                .filter(until -> until.isAfter(at))
                .min(Comparator.naturalOrder());
        return new FrontLayout(all, firstOver);
    }

    private FrontLayout.Filled fill(Front.Area area, Optional<Section> section) {
        var slots = slots(area);
        int missing = (int) slots.stream().filter(slot -> set(slot).isEmpty()).count();
        var rest = candidates(area, section, missing).iterator();
        var filled = slots.stream()
                .map(slot -> {
                    var story = set(slot).or(() -> rest.hasNext() ? Optional.of(rest.next()) : Optional.empty());
                    story.ifPresent(there -> standing.add(there.number()));
                    return new FrontLayout.Slot(slot, story, placement(slot));
                })
                .toList();
        return new FrontLayout.Filled(area, section, filled);
    }

    private static List<String> slots(Front.Area area) {
        var names = new ArrayList<String>();
        for (int place = 1; place <= area.count(); place++) {
            names.add(area.slot(place));
        }
        return names;
    }

    private Optional<Front.Placement> placement(String slot) {
        return front.at(slot).filter(placement -> placement.holdsAt(at));
    }

    private Optional<Teaser> set(String slot) {
        return placement(slot).flatMap(placement -> Optional.ofNullable(set.get(placement.story())));
    }

    private List<Teaser> candidates(Front.Area area, Optional<Section> section, int count) {
        if (count == 0) {
            return List.of();
        }
        return switch (area.order()) {
            case BY_HAND -> List.of();
            case NEWEST -> choose(area, pool(section, count + standing.size()), count);
            case PRIORITY -> choose(area, weightiestFirst(pool(section, WEIGHED + standing.size())), count);
        };
    }

    private List<Teaser> pool(Optional<Section> section, int count) {
        return section.map(its -> source.newest(its, count)).orElse(newest);
    }

    private List<Teaser> weightiestFirst(List<Teaser> stories) {
        var priorities = source.priorities(stories.stream().map(Teaser::number).toList());
        return stories.stream()
                .sorted(Comparator.comparing((Teaser story) -> priorities.getOrDefault(story.number(), USUAL_PRIORITY)))
                .toList();
    }

    private List<Teaser> choose(Front.Area area, List<Teaser> from, int count) {
        return switch (area.key()) {
            case Front.LEAD -> {
                var first = take(
                        area,
                        from.subList(0, Math.min(PICTURED_AMONG, from.size())),
                        1,
                        story -> isNews(story) && story.picture().isPresent());
                if (first.isEmpty()) {
                    first = take(area, from, 1, FrontFilling::isNews);
                }
                yield first.isEmpty() ? take(area, from, 1, _ -> true) : first;
            }
            case Front.SECOND -> take(area, from, count, FrontFilling::isNews);
            case Front.OPINION -> take(area, from, count, story -> story.type() == StoryType.OPINION);
            case Front.PICTURE -> take(area, from, count, FrontFilling::isPictureStory);
            default -> take(area, from, count, _ -> true);
        };
    }

    /** The first that fit and, unless the area repeats, do not stand anywhere yet. */
    private List<Teaser> take(Front.Area area, List<Teaser> from, int count, Predicate<Teaser> fits) {
        var own = slots(area).stream()
                .flatMap(slot -> set(slot).stream())
                .map(Teaser::number)
                .toList();
        return from.stream()
                .filter(story -> area.repeats() ? !own.contains(story.number()) : !standing.contains(story.number()))
                .filter(fits)
                .limit(count)
                .toList();
    }

    private static boolean isNews(Teaser teaser) {
        return switch (teaser.type()) {
            case NEWS, REPORT, INTERVIEW, VIDEO, LIVE, PICTURE -> true;
            case OPINION, ADVERTORIAL -> false;
        };
    }

    private static boolean isPictureStory(Teaser teaser) {
        return (teaser.type() == StoryType.PICTURE || teaser.type() == StoryType.VIDEO)
                && teaser.picture().isPresent();
    }
}
