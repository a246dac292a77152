package news.titr.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import news.titr.story.LiveStories;
import news.titr.story.Section;
import news.titr.story.StoryType;
import news.titr.story.Teaser;

/**
 * Decides what stands where on the front page. No story stands there twice; what an editor has placed goes first, and an
 * advertorial takes a place of weight only when an editor gives it one.
 */
final class FrontComposition {

    private static final int SECONDS = 3;
    private static final int OPINIONS = 3;
    private static final int PICTURES = 4;
    private static final int LATEST = 8;
    private static final int IN_BAND = 4;

    /** A lead that nobody has chosen is the newest with a picture, if there is one among this many. */
    private static final int PICTURED_AMONG = 6;

    /** How many of the newest stories the page is made from; opinions and pictures are looked for among them. */
    private static final int NEWEST = 80;

    private final Site site;
    private final Set<Long> placed = new HashSet<>();

    FrontComposition(Site site) {
        this.site = site;
    }

    FrontPage.View compose(List<Section> sections) {
        var slots = site.stories.front(site.edition());
        var newest = site.stories.list(new LiveStories.Of.Edition(site.edition()), LiveStories.After.START, NEWEST);
        slots.values().forEach(teaser -> placed.add(teaser.number()));

        var lead = Optional.ofNullable(slots.get("lead"))
                .or(() ->
                        take(newest.subList(0, Math.min(PICTURED_AMONG, newest.size())), 1, FrontComposition::canLead)
                                .stream()
                                .findFirst())
                .or(() -> take(newest, 1, FrontComposition::isNews).stream().findFirst())
                .or(() -> take(newest, 1, _ -> true).stream().findFirst())
                .stream()
                .toList();
        var seconds = slot(slots, "second", SECONDS, newest, FrontComposition::isNews);
        var opinions = slot(slots, "opinion", OPINIONS, newest, teaser -> teaser.type() == StoryType.OPINION);
        var pictures = take(newest, PICTURES, FrontComposition::isPictureStory);
        var latest = take(newest, LATEST, _ -> true);
        var bands = new LinkedHashMap<Section, List<Teaser>>();
        for (var section : sections) {
            var stories = take(
                    site.stories.list(
                            new LiveStories.Of.InSection(section), LiveStories.After.START, IN_BAND + placed.size()),
                    IN_BAND,
                    _ -> true);
            if (!stories.isEmpty()) {
                bands.put(section, stories);
            }
        }
        return view(lead, seconds, latest, opinions, pictures, bands);
    }

    private FrontPage.View view(
            List<Teaser> lead,
            List<Teaser> seconds,
            List<Teaser> latest,
            List<Teaser> opinions,
            List<Teaser> pictures,
            Map<Section, List<Teaser>> bands) {
        var all = new ArrayList<Teaser>();
        List.of(lead, seconds, latest, opinions, pictures).forEach(all::addAll);
        bands.values().forEach(all::addAll);
        var views = site.teasers().of(all);
        return new FrontPage.View(
                views(lead, views),
                views(seconds, views),
                views(latest, views),
                views(opinions, views),
                views(pictures, views),
                bands(bands, views));
    }

    private static List<TeaserView> views(List<Teaser> teasers, Map<Long, TeaserView> views) {
        return teasers.stream()
                .flatMap(teaser -> Optional.ofNullable(views.get(teaser.number())).stream())
                .toList();
    }

    /** One band over the whole width, then two beside each other, and so on; the last is never left with an empty half. */
    private static List<FrontPage.Band> bands(Map<Section, List<Teaser>> stories, Map<Long, TeaserView> views) {
        var bands = new ArrayList<FrontPage.Band>();
        for (var entry : stories.entrySet()) {
            var all = views(entry.getValue(), views);
            var feature = all.stream()
                    .filter(story -> story.pictured() && !story.picture().portrait())
                    .findFirst();
            int position = bands.size();
            boolean alone = position == stories.size() - 1 && position % 3 == 1;
            bands.add(new FrontPage.Band(
                    entry.getKey().name(),
                    Site.address(entry.getKey()),
                    position % 3 == 0 || alone,
                    feature.stream().toList(),
                    all.stream()
                            .filter(story -> feature.isEmpty()
                                    || story.number() != feature.get().number())
                            .toList()));
        }
        return List.copyOf(bands);
    }

    private List<Teaser> slot(
            Map<String, Teaser> slots, String name, int count, List<Teaser> newest, Predicate<Teaser> fits) {
        var stories = new ArrayList<Teaser>();
        for (int i = 1; i <= count; i++) {
            Optional.ofNullable(slots.get(name + "-" + i)).ifPresent(stories::add);
        }
        stories.addAll(take(newest, count - stories.size(), fits));
        return stories;
    }

    /** The first that fit and do not stand anywhere yet. */
    private List<Teaser> take(List<Teaser> from, int count, Predicate<Teaser> fits) {
        var taken = from.stream()
                .filter(teaser -> !placed.contains(teaser.number()) && fits.test(teaser))
                .limit(count)
                .toList();
        taken.forEach(teaser -> placed.add(teaser.number()));
        return taken;
    }

    private static boolean isNews(Teaser teaser) {
        return switch (teaser.type()) {
            case NEWS, REPORT, INTERVIEW, VIDEO, LIVE, PICTURE -> true;
            case OPINION, ADVERTORIAL -> false;
        };
    }

    private static boolean canLead(Teaser teaser) {
        return isNews(teaser) && teaser.picture().isPresent();
    }

    private static boolean isPictureStory(Teaser teaser) {
        return (teaser.type() == StoryType.PICTURE || teaser.type() == StoryType.VIDEO)
                && teaser.picture().isPresent();
    }
}
