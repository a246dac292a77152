package news.titr.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import news.titr.http.Address;
import news.titr.media.Asset;
import news.titr.media.Pictures;
import news.titr.media.Slot;
import news.titr.story.Addresses;
import news.titr.story.Edition;
import news.titr.story.Label;
import news.titr.story.LiveRanges;
import news.titr.story.LiveStories;
import news.titr.story.SiteSettings;
import news.titr.story.StoryType;
import news.titr.story.Teaser;

/**
 * What search engines are told of an edition, in parts: the pages that stay, the news of the last two days, every live story with its
 * pictures, in ranges of story numbers, and what gathers stories: tags, topics, authors, places, the days of the archive.
 */
public final class Sitemap {

    static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /** Numbers in a range: a tenth of what a sitemap may hold, so that one is made and fetched quickly. */
    static final int RANGE = 5_000;

    /** How much news a part may hold, and for how long. */
    static final int NEWS = 1_000;

    static final Duration NEWS_FOR = Duration.ofDays(2);

    /** Pictures that may be named for one address. */
    private static final int PICTURES = 1_000;

    private static final int PICTURE_WIDTH = 1_600;

    /** Values that are asked for at once. */
    private static final int AT_A_TIME = 1_000;

    /** Addresses in a part of lists: below the 50,000 that a sitemap may hold. */
    static final int LISTS = 40_000;

    private static final Pattern LABELS = Pattern.compile("(tags|topics|authors)-(0|[1-9][0-9]{0,8})");
    private static final Pattern STORIES = Pattern.compile("stories-(0|[1-9][0-9]{0,14})");

    private static final Map<String, String> PLAIN = Map.of("", NAMESPACE);
    private static final Map<String, String> WITH_PICTURES =
            new TreeMap<>(Map.of("", NAMESPACE, "image", "http://www.google.com/schemas/sitemap-image/1.1"));
    private static final Map<String, String> WITH_NEWS =
            new TreeMap<>(Map.of("", NAMESPACE, "news", "http://www.google.com/schemas/sitemap-news/0.9"));

    private final Supplier<SiteSettings> settings;
    private final String edition;
    private final LiveStories stories;
    private final LiveRanges ranges;
    private final Pictures pictures;
    private final InstantSource clock;

    public Sitemap(
            Supplier<SiteSettings> settings,
            String edition,
            LiveStories stories,
            LiveRanges ranges,
            Pictures pictures,
            InstantSource clock) {
        this.settings = settings;
        this.edition = edition;
        this.stories = stories;
        this.ranges = ranges;
        this.pictures = pictures;
        this.clock = clock;
    }

    /** @param changed when it did last, where that is known without making it */
    record Part(String address, Optional<Instant> changed) {}

    /** What gathers stories by a name. */
    private enum Lists {
        TAGS(Label.Kind.TAG, false),
        TOPICS(Label.Kind.TAG, true),
        AUTHORS(Label.Kind.AUTHOR, false);

        private final Label.Kind kind;
        private final boolean topics;

        Lists(Label.Kind kind, boolean topics) {
            this.kind = kind;
            this.topics = topics;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isOpen() {
        return edition().open();
    }

    List<Part> parts() {
        return Stream.of(
                        Stream.of(part("pages", Optional.empty()), part("news", Optional.empty())),
                        lists(),
                        ranges.all(edition, RANGE).stream()
                                .map(range -> part("stories-" + range.from() / RANGE, Optional.of(range.changedAt()))))
                .flatMap(parts -> parts)
                .toList();
    }

    /** Parts of what gathers stories; none of what nothing is gathered in. */
    private Stream<Part> lists() {
        var names = new ArrayList<String>();
        for (var lists : Lists.values()) {
            long parts = Math.ceilDiv(ranges.labels(lists.kind, lists.topics, edition), (long) LISTS);
            for (long number = 0; number < parts; number++) {
                names.add(lists.word() + "-" + number);
            }
        }
        if (!ranges.places(edition).isEmpty()) {
            names.add("places");
        }
        if (!ranges.days(edition).isEmpty()) {
            names.add("archive");
        }
        return names.stream().map(name -> part(name, Optional.empty()));
    }

    /** The address of a part, which is there whatever it holds. */
    String address(String name) {
        return absolute(edition().masthead().addresses().in(edition, "/sitemap/" + name + ".xml"));
    }

    private Part part(String name, Optional<Instant> changed) {
        return new Part(address(name), changed);
    }

    /** The document of a part; empty for a name that is none, and for a range without a story. */
    Optional<byte[]> document(String name) {
        var range = STORIES.matcher(name);
        if (range.matches()) {
            return stories(Long.parseLong(range.group(1)) * RANGE);
        }
        var labels = LABELS.matcher(name);
        if (labels.matches()) {
            return labels(
                    Lists.valueOf(labels.group(1).toUpperCase(Locale.ROOT)), Long.parseLong(labels.group(2)) * LISTS);
        }
        return switch (name) {
            case "pages" -> Optional.of(pages());
            case "news" -> Optional.of(news());
            case "places" -> some(places());
            case "archive" -> some(archive());
            default -> Optional.empty();
        };
    }

    private Optional<byte[]> labels(Lists lists, long from) {
        var addresses = edition().masthead().addresses();
        return some(ranges.labels(lists.kind, lists.topics, edition, from, LISTS).stream()
                .map(label -> addresses.label(edition, label))
                .toList());
    }

    private List<String> places() {
        var addresses = edition().masthead().addresses();
        return ranges.places(edition).stream().map(addresses::place).toList();
    }

    /** Every day with stories, its month and its year, by the calendar that they stand in the address with. */
    private List<String> archive() {
        var addresses = edition().masthead().addresses();
        var calendar = edition().dates().calendar();
        var paths = new LinkedHashSet<String>();
        for (var date : ranges.days(edition)) {
            calendar.day(date).ifPresent(day -> {
                paths.add(Addresses.archive(day.year(), 0, 0));
                paths.add(Addresses.archive(day.year(), day.month(), 0));
                paths.add(Addresses.archive(day.year(), day.month(), day.day()));
            });
        }
        return paths.stream().map(path -> addresses.in(edition, path)).toList();
    }

    /** A part with these addresses; none without any. */
    private Optional<byte[]> some(List<String> addresses) {
        return addresses.isEmpty() ? Optional.empty() : Optional.of(plain(addresses));
    }

    private byte[] plain(List<String> addresses) {
        return XmlDocument.of("urlset", PLAIN, Map.of(), urls -> {
            for (String address : addresses) {
                urls.element("url", url -> url.text("loc", absolute(address)));
            }
        });
    }

    private byte[] pages() {
        var addresses = edition().masthead().addresses();
        var around = stories.around(edition, clock.instant());
        var all = new ArrayList<>(List.of(
                addresses.in(edition, "/"),
                addresses.page(edition, "latest"),
                addresses.in(edition, Addresses.ARCHIVE),
                addresses.page(edition, "places"),
                addresses.page(edition, "corrections"),
                addresses.page(edition, "imprint")));
        around.sections().forEach(section -> all.add(addresses.section(section)));
        around.pages().forEach(page -> all.add(addresses.page(edition, page.slug())));
        return plain(all.stream().distinct().toList());
    }

    private Optional<byte[]> stories(long from) {
        var places = ranges.in(edition, from, RANGE);
        if (places.isEmpty()) {
            return Optional.empty();
        }
        var addresses = edition().masthead().addresses();
        var assets = assets(places);
        return Optional.of(XmlDocument.of("urlset", WITH_PICTURES, Map.of(), urls -> {
            for (var place : places) {
                urls.element("url", url -> {
                    url.text("loc", absolute(addresses.story(edition, place.number(), place.headline())));
                    url.text("lastmod", place.changedAt().toString());
                    for (String address : pictures(place, assets)) {
                        url.element("image:image", image -> image.text("image:loc", address));
                    }
                });
            }
        }));
    }

    /** Asked for in parts: a database takes so many values at once, and no more. */
    private Map<String, Asset> assets(List<LiveRanges.Line> places) {
        var assets = new HashMap<String, Asset>();
        places.stream()
                .flatMap(place -> place.pictures().stream())
                .distinct()
                .gather(Gatherers.windowFixed(AT_A_TIME))
                .forEach(ids -> assets.putAll(pictures.find(ids)));
        return assets;
    }

    private List<String> pictures(LiveRanges.Line place, Map<String, Asset> assets) {
        return place.pictures().stream()
                .flatMap(id -> Optional.ofNullable(assets.get(id)).stream())
                .flatMap(asset -> asset.atLeast(Slot.WHOLE, PICTURE_WIDTH).stream())
                .map(rendition -> absolute(rendition.address()))
                .distinct()
                .limit(PICTURES)
                .toList();
    }

    /** Not what was bought, what is older than its release here, or what nobody knows the date of: none of it is news. */
    private byte[] news() {
        Instant since = clock.instant().minus(NEWS_FOR);
        var news = stories.list(new LiveStories.Of.Edition(edition), LiveStories.After.START, NEWS).stream()
                .takeWhile(story -> story.firstReleasedAt().isAfter(since))
                .filter(story -> story.type() != StoryType.ADVERTORIAL)
                .filter(story -> story.published().filter(since::isBefore).isPresent())
                .toList();
        return XmlDocument.of("urlset", WITH_NEWS, Map.of(), urls -> {
            for (var story : news) {
                urls.element("url", url -> news(url, story));
            }
        });
    }

    private void news(XmlDocument xml, Teaser story) throws XMLStreamException {
        var masthead = edition().masthead();
        xml.text("loc", absolute(masthead.addresses().story(story)));
        xml.element("news:news", news -> {
            news.element("news:publication", publication -> {
                publication.text("news:name", masthead.name());
                // without a region: ISO 639
                publication.text("news:language", edition.replaceFirst("-.*", ""));
            });
            news.text("news:publication_date", story.published());
            news.text("news:title", story.headline());
        });
    }

    private Edition edition() {
        return settings.get().edition(edition);
    }

    private String absolute(String path) {
        return Address.encode(edition().masthead().absolute(path));
    }
}
