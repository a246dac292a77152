package news.titr.site;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.titr.doc.Block;
import news.titr.media.Asset;
import news.titr.story.Label;
import news.titr.story.LiveStories;
import news.titr.story.Section;
import news.titr.story.StoryType;
import news.titr.story.Teaser;

/** Makes stories ready to be shown in lists, with the pictures of a whole page fetched at once. */
final class TeaserViews {

    private final Site site;

    TeaserViews(Site site) {
        this.site = site;
    }

    /** The views by story number, in the order given. */
    Map<Long, TeaserView> of(Collection<Teaser> teasers) {
        var assets = site.pictures.find(teasers.stream()
                .flatMap(teaser -> teaser.picture().stream())
                .map(Block.Picture::asset)
                .distinct()
                .toList());
        return teasers.stream()
                .map(teaser -> view(teaser, assets))
                .collect(Collectors.toMap(
                        TeaserView::number, Function.identity(), (first, _) -> first, LinkedHashMap::new));
    }

    /** The newest stories of the newspaper. */
    List<TeaserView> latest(int count) {
        return list(site.stories.list(new LiveStories.Of.Edition(site.edition()), LiveStories.After.START, count));
    }

    List<TeaserView> list(List<Teaser> teasers) {
        return List.copyOf(of(teasers).values());
    }

    private TeaserView view(Teaser teaser, Map<String, Asset> assets) {
        return new TeaserView(
                teaser.number(),
                site.address(teaser),
                teaser.type().id(),
                label(site, teaser.type(), teaser.kicker()),
                teaser.kicker(),
                teaser.headline(),
                teaser.lead(),
                String.join(
                        site.words().word("site.comma"),
                        teaser.authors().stream().map(Label::name).toList()),
                teaser.section().map(Section::name).orElse(""),
                when(teaser.published()),
                teaser.published().isPresent()
                        ? site.dates().time(teaser.firstReleasedAt())
                        : site.words().word("story.date-unknown-short"),
                teaser.published().map(Instant::toString).orElse(""),
                PictureView.of(teaser.picture(), assets));
    }

    private String when(Optional<Instant> published) {
        return published.map(this::when).orElseGet(() -> site.words().word("story.date-unknown-short"));
    }

    /** The time for what is from today and yesterday, the date for all else. */
    private String when(Instant published) {
        var zone = site.masthead.zone();
        LocalDate day = published.atZone(zone).toLocalDate();
        LocalDate today = site.clock.instant().atZone(zone).toLocalDate();
        if (day.equals(today)) {
            return site.dates().time(published);
        }
        if (day.equals(today.minusDays(1))) {
            return site.words().word("story.yesterday", site.dates().time(published));
        }
        return day.isAfter(today.minusDays(180))
                ? site.dates().dayAndMonth(day)
                : site.dates().longDate(day);
    }

    /**
     * What readers are told of a type; empty for plain news and reports, and where the kicker says it already. An advertorial
     * is always told.
     */
    static String label(Site site, StoryType type, String kicker) {
        return switch (type) {
            case NEWS, REPORT -> "";
            case INTERVIEW, OPINION, PICTURE, VIDEO, LIVE -> {
                String label = site.words().word("story.type." + type.id());
                yield kicker.contains(label) ? "" : label;
            }
            case ADVERTORIAL -> site.words().word("story.type." + type.id());
        };
    }
}
