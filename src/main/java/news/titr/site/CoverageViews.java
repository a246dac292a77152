package news.titr.site;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.titr.doc.Block;
import news.titr.doc.TextRenderer;
import news.titr.http.Address;
import news.titr.language.Shorten;
import news.titr.media.Asset;
import news.titr.story.Coverage;
import news.titr.story.CoverageEntry;
import news.titr.story.LiveCoverage;
import news.titr.story.LiveStory;
import news.titr.story.StoryType;

/** Makes the entries of a live coverage ready to be shown. */
final class CoverageViews {

    /** What a list shows of an entry without a headline, in characters. */
    private static final int FIRST_WORDS = 80;

    /** The level of an entry's heading. */
    private static final int ENTRY_HEADING = 3;

    private final Site site;
    private final StoryViews texts;

    CoverageViews(Site site) {
        this.site = site;
        texts = new StoryViews(site);
    }

    CoverageView of(LiveStory story, LiveCoverage live, boolean first, boolean takenBack) {
        String page = site.address(story);
        var changedAt = live.coverage().filter(its -> its.change() > 0).map(Coverage::changedAt);
        return new CoverageView(
                live.coverage().map(Coverage::isFinished).orElse(false),
                changedAt.map(site.dates()::medium).orElse(""),
                changedAt.map(Instant::toString).orElse(""),
                live.coverage().map(Coverage::change).orElse(0L),
                live.coverage().map(Coverage::lastNumber).orElse(0L),
                first,
                takenBack,
                new CoverageView.Addresses(
                        page,
                        site.address("/news/" + story.number() + "/entries"),
                        site.script("site/live.js"),
                        live.older().isPresent()
                                ? page + "?before=" + live.older().getAsLong()
                                : ""),
                keyEvents(page, live.keyEvents()),
                entries(page, live.pinned()),
                entries(page, live.entries()));
    }

    List<CoverageView.KeyEvent> keyEvents(String page, List<CoverageEntry> events) {
        return events.stream()
                .map(event -> new CoverageView.KeyEvent(
                        event.number(),
                        own(page, event.number()),
                        site.dates().time(event.at()),
                        site.dates().longDate(event.at()),
                        event.at().toString(),
                        event.headline().isEmpty()
                                ? Shorten.atWord(TextRenderer.render(event.body()), FIRST_WORDS)
                                : event.headline()))
                .toList();
    }

    /** @param page the address of the story */
    List<CoverageView.Entry> entries(String page, List<CoverageEntry> entries) {
        var assets = site.pictures.find(entries.stream()
                .flatMap(entry -> entry.body().all(Block.Picture.class).stream())
                .map(Block.Picture::asset)
                .distinct()
                .toList());
        return entries.stream().map(entry -> entry(page, entry, assets)).toList();
    }

    private CoverageView.Entry entry(String page, CoverageEntry entry, Map<String, Asset> assets) {
        String own = own(page, entry.number());
        return new CoverageView.Entry(
                entry.number(),
                own,
                Address.encode(site.masthead.absolute(own)),
                site.dates().time(entry.at()),
                site.dates().longDate(entry.at()),
                entry.at().toString(),
                entry.headline(),
                texts.body(entry.body(), assets, ENTRY_HEADING),
                entry.author(),
                entry.keyEvent(),
                entry.pinned());
    }

    /** Works without a script, and when the entry stands on an older page by now. */
    static String own(String page, long number) {
        return page + "?entry=" + number + "#e" + number;
    }

    /** The newest entries; none of a story that is no coverage. */
    static Optional<LiveCoverage> live(Site site, LiveStory story, int most) {
        return story.type() == StoryType.LIVE
                ? site.stories.coverage(story.number(), new LiveCoverage.From.Newest(), most)
                : Optional.empty();
    }

    /** The story with so many of its newest entries below its text, for what shows them as one text. */
    static LiveStory asOneText(Site site, LiveStory story, int most) {
        return live(site, story, most)
                .map(live -> story.withBody(live.below(story.body(), site.dates()::full)))
                .orElse(story);
    }
}
