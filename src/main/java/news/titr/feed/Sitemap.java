package news.titr.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
import news.titr.story.Edition;
import news.titr.story.LiveRanges;
import news.titr.story.LiveStories;
import news.titr.story.SiteSettings;
import news.titr.story.StoryType;
import news.titr.story.Teaser;

/**
 * What search engines are told of an edition, in parts: the pages that stay, the news of the last two days, and every live story with its
 * pictures, in ranges of story numbers.
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

    boolean isOpen() {
        return edition().open();
    }

    List<Part> parts() {
        return Stream.concat(
                        Stream.of(part("pages", Optional.empty()), part("news", Optional.empty())),
                        ranges.all(edition, RANGE).stream()
                                .map(range -> part("stories-" + range.from() / RANGE, Optional.of(range.changedAt()))))
                .toList();
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
        return switch (name) {
            case "pages" -> Optional.of(pages());
            case "news" -> Optional.of(news());
            default -> Optional.empty();
        };
    }

    private byte[] pages() {
        var addresses = edition().masthead().addresses();
        var around = stories.around(edition, clock.instant());
        var all = new ArrayList<>(List.of(addresses.in(edition, "/"), addresses.page(edition, "imprint")));
        around.sections().forEach(section -> all.add(addresses.section(section)));
        around.pages().forEach(page -> all.add(addresses.page(edition, page.slug())));
        return XmlDocument.of("urlset", PLAIN, Map.of(), urls -> {
            for (String address : all.stream().distinct().toList()) {
                urls.element("url", url -> url.text("loc", absolute(address)));
            }
        });
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
    private Map<String, Asset> assets(List<LiveRanges.Place> places) {
        var assets = new HashMap<String, Asset>();
        places.stream()
                .flatMap(place -> place.pictures().stream())
                .distinct()
                .gather(Gatherers.windowFixed(AT_A_TIME))
                .forEach(ids -> assets.putAll(pictures.find(ids)));
        return assets;
    }

    private List<String> pictures(LiveRanges.Place place, Map<String, Asset> assets) {
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
