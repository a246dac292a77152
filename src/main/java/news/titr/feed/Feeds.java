package news.titr.feed;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import news.titr.doc.Block;
import news.titr.doc.BlockWords;
import news.titr.doc.Body;
import news.titr.doc.Html;
import news.titr.doc.HtmlRenderer;
import news.titr.doc.Inline;
import news.titr.doc.Mark;
import news.titr.doc.Surroundings;
import news.titr.doc.TextRenderer;
import news.titr.http.Address;
import news.titr.language.Messages;
import news.titr.language.Shorten;
import news.titr.media.Asset;
import news.titr.media.Pictures;
import news.titr.media.Slot;
import news.titr.search.SearchIndex;
import news.titr.search.SearchQuery;
import news.titr.search.SearchRequest;
import news.titr.search.SearchResult;
import news.titr.story.Addresses;
import news.titr.story.Coverage;
import news.titr.story.FeedFormat;
import news.titr.story.Label;
import news.titr.story.LiveCoverage;
import news.titr.story.LiveStories;
import news.titr.story.LiveStory;
import news.titr.story.Masthead;
import news.titr.story.OutsideSurroundings;
import news.titr.story.Section;
import news.titr.story.SiteSettings;
import news.titr.story.StoryType;

/** Makes feeds of the lists of live stories. */
public final class Feeds {

    /** Stories in a feed: a day's worth for most newspapers, and no more than feed readers like to fetch. */
    static final int STORIES = 30;

    /** Of a summary, where a story has no lead. */
    private static final int SUMMARY = 300;

    private static final int PICTURE = 960;

    /** Of a live coverage. */
    private static final int ENTRIES = 20;

    private final Supplier<SiteSettings> settings;
    private final String edition;
    private final LiveStories stories;
    private final Pictures pictures;
    private final InstantSource clock;
    private final List<String> hubs;
    private final Supplier<Optional<SearchIndex>> index;

    /**
     * @param edition the id of the one whose stories these are
     * @param index empty as long as it is being made
     * @param pings whoever is told of changes: feed readers may ask them, rather than us
     */
    public Feeds(
            Supplier<SiteSettings> settings,
            String edition,
            LiveStories stories,
            Pictures pictures,
            InstantSource clock,
            PingSettings pings,
            Supplier<Optional<SearchIndex>> index) {
        this.settings = settings;
        this.edition = edition;
        this.stories = stories;
        this.pictures = pictures;
        this.clock = clock;
        this.index = index;
        hubs = pings.hubs().stream().map(URI::toString).toList();
    }

    /**
     * A list that there is a feed of.
     *
     * @param slug as it stands in its address
     * @param page the address of the page that shows the same list
     * @param told true for one whose changes the hubs are told of
     */
    record Listed(
            Supplier<List<LiveStory>> newest,
            String slug,
            String title,
            String description,
            String page,
            boolean told) {

        /** The address of its feed in a format; a question mark stays at the end. */
        String beside(FeedFormat format) {
            int question = page.indexOf('?');
            return question < 0
                    ? format.beside(page)
                    : format.beside(page.substring(0, question)) + page.substring(question);
        }
    }

    private Supplier<List<LiveStory>> newest(LiveStories.Of of) {
        return () -> stories.stories(of, LiveStories.After.START, STORIES);
    }

    /** The newest stories of the whole edition. */
    Listed ofEdition() {
        return new Listed(
                newest(new LiveStories.Of.Edition(edition)),
                "",
                masthead().name(),
                masthead().motto(),
                masthead().addresses().in(edition, "/"),
                true);
    }

    Optional<Listed> section(String slug) {
        return stories.section(edition, slug)
                .map(section -> new Listed(
                        newest(new LiveStories.Of.InSection(section)),
                        section.slug(),
                        title(section.name()),
                        section.description(),
                        masthead().addresses().section(section),
                        true));
    }

    Optional<Listed> label(Label.Kind kind, String slug) {
        return stories.label(kind, edition, slug)
                .map(label -> new Listed(
                        newest(new LiveStories.Of.Labelled(label)),
                        label.slug(),
                        title(label.name()),
                        stories.introduction(label).orElse(""),
                        masthead().addresses().label(edition, label),
                        false));
    }

    /** What a search finds, the newest first; empty where nothing is looked for, or the index is being made. */
    Optional<Listed> search(SearchRequest asked) {
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        String page = masthead().addresses().in(edition, "/search") + "?" + asked.query();
        return index.get()
                .map(searched -> new Listed(
                        () -> found(searched, asked),
                        "",
                        title(words().word("search.title", asked.text("q"))),
                        "",
                        page,
                        false));
    }

    private List<LiveStory> found(SearchIndex searched, SearchRequest asked) {
        return asked
                .understood(stories, edition, masthead().zone(), clock.instant(), STORIES)
                .query()
                .map(query -> searched.search(query.ordered(SearchQuery.Order.NEWEST)))
                .filter(result -> !result.partial())
                .map(SearchResult::stories)
                .orElse(List.of())
                .stream()
                .flatMap(number -> stories.story(number).stream())
                .toList();
    }

    /** Whether the tag with this slug is introduced to readers. */
    boolean isTopic(String slug) {
        return stories.label(Label.Kind.TAG, edition, slug).map(Label::topic).orElse(false);
    }

    Optional<Listed> place(String slug) {
        return stories.place(edition, slug)
                .map(place -> new Listed(
                        newest(new LiveStories.Of.About(place)),
                        place.slug(),
                        title(place.name()),
                        "",
                        masthead().addresses().place(place),
                        false));
    }

    String edition() {
        return edition;
    }

    private String title(String name) {
        return words().word("feed.title", name, masthead().name());
    }

    private Messages words() {
        return settings.get().edition(edition).words();
    }

    private Masthead masthead() {
        return settings.get().edition(edition).masthead();
    }

    /** @param changed when anything changed last */
    Feed of(Listed list, Instant changed) {
        var newest = list.newest().get().stream().map(this::told).toList();
        var surroundings = surroundings(newest);
        var words = words();
        return new Feed(
                list.title(),
                list.description(),
                absolute(list.page()),
                edition,
                masthead().name(),
                settings.get().logo().map(logo -> absolute(logo.address())).orElse(""),
                list.told() ? hubs : List.of(),
                changed,
                newest.stream().map(told -> entry(told, surroundings, words)).toList());
    }

    /**
     * A story as it is told here.
     *
     * @param body with the newest entries, for one that is covered live
     * @param updated when it or its coverage changed last
     */
    private record Told(LiveStory story, Body body, Instant updated) {}

    /** A story for files of its own, with the pictures that the site has. */
    WholeStory whole(LiveStory story) {
        return whole(
                story,
                around -> around,
                asset -> asset.stills(Slot.WHOLE).stream()
                        .map(still -> new WholeStory.Still(
                                absolute(still.address()), still.mediaType(), still.width(), still.height()))
                        .toList());
    }

    /**
     * The same with other pictures.
     *
     * @param pictured the surroundings that show them
     * @param stills the files that there are of each, narrowest first
     */
    WholeStory whole(
            LiveStory story,
            Function<OutsideSurroundings, Surroundings> pictured,
            Function<Asset, List<WholeStory.Still>> stills) {
        var told = told(story);
        var surroundings = surroundings(List.of(told));
        return new WholeStory(
                story,
                told.body(),
                entry(told, surroundings, words()),
                pictured.apply(surroundings),
                surroundings.assets(),
                stills,
                words(),
                masthead().name());
    }

    /** Where a story's file is, whichever edition it is asked for in. */
    String file(LiveStory story, String ending) {
        return masthead().addresses().in(story.edition(), "/news/" + story.number() + "." + ending);
    }

    private Told told(LiveStory story) {
        return (story.type() == StoryType.LIVE
                        ? stories.coverage(story.number(), new LiveCoverage.From.Newest(), ENTRIES)
                        : Optional.<LiveCoverage>empty())
                .map(live -> covered(story, live))
                .orElseGet(() -> new Told(story, story.body(), story.releasedAt()));
    }

    private Told covered(LiveStory story, LiveCoverage live) {
        var dates = settings.get().edition(edition).dates();
        var changed = live.coverage().map(Coverage::changedAt).filter(story.releasedAt()::isBefore);
        return new Told(story, live.below(story.body(), dates::full), changed.orElse(story.releasedAt()));
    }

    String absolute(String path) {
        return Address.encode(masthead().absolute(path));
    }

    private OutsideSurroundings surroundings(List<Told> newest) {
        var assets = new ArrayList<String>();
        var pointed = new ArrayList<Long>();
        for (var told : newest) {
            told.story().picture().map(Block.Picture::asset).ifPresent(assets::add);
            told.body().all(Block.Picture.class).forEach(picture -> assets.add(picture.asset()));
            told.body().all(Block.ReadAlso.class).forEach(readAlso -> pointed.add(readAlso.story()));
        }
        return new OutsideSurroundings(
                this::absolute,
                masthead().addresses(),
                pictures.find(assets.stream().distinct().toList()),
                stories.teasers(pointed.stream().distinct().toList()).entrySet().stream()
                        .filter(named -> settings.get()
                                .edition(named.getValue().edition())
                                .open())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private Feed.Entry entry(Told told, OutsideSurroundings surroundings, Messages words) {
        var story = told.story();
        var asset = story.picture()
                .flatMap(use -> Optional.ofNullable(surroundings.assets().get(use.asset())));
        String label = story.type() == StoryType.ADVERTORIAL ? words.word("story.type.advertorial") : "";
        return new Feed.Entry(
                absolute(Addresses.shortLink(story.number())),
                absolute(masthead().addresses().story(story)),
                label.isEmpty() ? story.headline() : words.word("feed.labelled", label, story.headline()),
                story.lead().isEmpty() ? Shorten.atWord(TextRenderer.render(story.body()), SUMMARY) : story.lead(),
                html(told, label, surroundings, words),
                story.published(),
                told.updated(),
                story.authors().stream().map(this::name).toList(),
                story.section().map(this::name),
                story.tags().stream().map(this::name).toList(),
                story.source(),
                story.place(),
                story.picture().flatMap(use -> asset.flatMap(found -> picture(use, found))),
                asset.flatMap(Asset::played)
                        .map(played -> new Feed.Played(
                                absolute(played.address()), played.mediaType(), pictures.bytes(played))));
    }

    private Feed.Name name(Label label) {
        return new Feed.Name(label.name(), absolute(masthead().addresses().label(edition, label)));
    }

    private Feed.Name name(Section section) {
        return new Feed.Name(section.name(), absolute(masthead().addresses().section(section)));
    }

    private Optional<Feed.Picture> picture(Block.Picture use, Asset asset) {
        return asset.atLeast(Slot.WHOLE, PICTURE)
                .map(rendition -> new Feed.Picture(
                        absolute(rendition.address()),
                        rendition.mediaType(),
                        pictures.bytes(rendition),
                        rendition.width(),
                        rendition.height(),
                        use.alt(),
                        use.caption(),
                        use.credit().isEmpty() ? asset.credit() : use.credit()));
    }

    /** All of the story but its headline, which every feed reader shows above it. */
    private static String html(Told told, String label, OutsideSurroundings surroundings, Messages words) {
        var story = told.story();
        var blocks = new ArrayList<Block>();
        strong(label).ifPresent(blocks::add);
        plain(story.kicker()).ifPresent(blocks::add);
        story.subheadlines().forEach(line -> plain(line).ifPresent(blocks::add));
        strong(story.lead()).ifPresent(blocks::add);
        story.picture().ifPresent(blocks::add);
        for (var correction : story.corrections()) {
            blocks.add(new Block.Quote(words.word("story.correction"), List.of(Block.Paragraph.of(correction.text()))));
        }
        blocks.addAll(told.body().blocks());
        // feed readers are left-to-right, whatever the feed says
        return "<div lang=\"%s\" dir=\"%s\">\n%s</div>"
                .formatted(
                        Html.escape(words.language().tag()),
                        words.language().direction().html(),
                        HtmlRenderer.render(new Body(blocks), surroundings, BlockWords.of(words)));
    }

    private static Optional<Block> plain(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Block.Paragraph.of(text));
    }

    private static Optional<Block> strong(String text) {
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Paragraph(List.of(new Inline(text, List.of(new Mark.Strong())))));
    }

    LiveStories.Change newestChange() {
        return stories.newestChange();
    }

    /**
     * What HTTP may be told of a change: nothing within its own second, for HTTP's dates could not tell what was fetched before it from
     * what was fetched after.
     */
    Optional<Instant> datable(LiveStories.Change change) {
        return change.position() > 0
                        && change.at().getEpochSecond() < clock.instant().getEpochSecond()
                ? Optional.of(change.at())
                : Optional.empty();
    }
}
