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
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Gatherers;
import javax.xml.stream.XMLStreamException;
import news.titr.http.Address;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.media.Asset;
import news.titr.media.Pictures;
import news.titr.media.Slot;
import news.titr.story.LiveRanges;
import news.titr.story.LiveStories;
import news.titr.story.Masthead;
import news.titr.story.SiteSettings;
import news.titr.story.StoryAddress;
import news.titr.story.StoryType;
import news.titr.story.Teaser;

/**
 * {@code /sitemap.xml} and what it names: the pages that stay, every live story with its pictures in ranges of story numbers, and the news
 * of the last two days.
 */
public final class SitemapPages {

    /** Numbers in a range: a tenth of what a sitemap may hold, so that a range is made and fetched quickly. */
    static final int RANGE = 5_000;

    /** What the news sitemap may hold, and for how long. */
    static final int NEWS = 1_000;

    static final Duration NEWS_FOR = Duration.ofDays(2);

    /** Pictures that a sitemap may name for one address. */
    private static final int PICTURES = 1_000;

    private static final int PICTURE_WIDTH = 1_600;

    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final Map<String, String> PLAIN = Map.of("", SITEMAP);
    private static final Map<String, String> WITH_PICTURES =
            new TreeMap<>(Map.of("", SITEMAP, "image", "http://www.google.com/schemas/sitemap-image/1.1"));
    private static final Map<String, String> WITH_NEWS =
            new TreeMap<>(Map.of("", SITEMAP, "news", "http://www.google.com/schemas/sitemap-news/0.9"));

    private static final Pattern STORIES = Pattern.compile("stories-(0|[1-9][0-9]{0,14})");

    private final Supplier<SiteSettings> settings;
    private final LiveStories stories;
    private final LiveRanges ranges;
    private final Pictures pictures;
    private final InstantSource clock;
    private final Function<Request, Response> missing;

    public SitemapPages(
            Supplier<SiteSettings> settings,
            LiveStories stories,
            LiveRanges ranges,
            Pictures pictures,
            InstantSource clock,
            Function<Request, Response> missing) {
        this.settings = settings;
        this.stories = stories;
        this.ranges = ranges;
        this.pictures = pictures;
        this.clock = clock;
        this.missing = missing;
    }

    /** {@code /sitemap.xml}. */
    public Response index(Request request) {
        var all = ranges.all(edition(), RANGE);
        return xml(XmlDocument.of("sitemapindex", PLAIN, Map.of(), index -> {
            sitemap(index, "pages", Optional.empty());
            sitemap(index, "news", Optional.empty());
            for (var range : all) {
                sitemap(index, "stories-" + range.from() / RANGE, Optional.of(range.changedAt()));
            }
        }));
    }

    private void sitemap(XmlDocument xml, String name, Optional<Instant> changed) throws XMLStreamException {
        xml.element("sitemap", sitemap -> {
            sitemap.text("loc", absolute("/sitemap/" + name + ".xml"));
            sitemap.text("lastmod", changed);
        });
    }

    /** {@code /sitemap/NAME.xml}. */
    public Response one(Request request) {
        String name = request.route().text("name");
        var range = STORIES.matcher(name);
        if (range.matches()) {
            return stories(Long.parseLong(range.group(1)) * RANGE).orElseGet(() -> missing.apply(request));
        }
        return switch (name) {
            case "pages" -> pages();
            case "news" -> news();
            default -> missing.apply(request);
        };
    }

    private Response pages() {
        var addresses = new ArrayList<>(List.of("/", "/imprint"));
        var around = stories.around(edition(), clock.instant());
        around.sections().forEach(section -> addresses.add("/section/" + section.slug()));
        around.pages().stream()
                .map(page -> "/" + page.slug())
                .filter(address -> !addresses.contains(address))
                .forEach(addresses::add);
        return xml(XmlDocument.of("urlset", PLAIN, Map.of(), urls -> {
            for (String address : addresses) {
                urls.element("url", url -> url.text("loc", absolute(address)));
            }
        }));
    }

    /** Empty for a range without a story. */
    private Optional<Response> stories(long from) {
        var places = ranges.in(edition(), from, RANGE);
        if (places.isEmpty()) {
            return Optional.empty();
        }
        var assets = assets(places);
        return Optional.of(xml(XmlDocument.of("urlset", WITH_PICTURES, Map.of(), urls -> {
            for (var place : places) {
                urls.element("url", url -> {
                    url.text("loc", absolute(StoryAddress.page(place.number(), place.headline())));
                    url.text("lastmod", place.changedAt().toString());
                    for (String address : pictures(place, assets)) {
                        url.element("image:image", image -> image.text("image:loc", address));
                    }
                });
            }
        })));
    }

    /** Asked for in parts: a database takes so many values at once, and no more. */
    private Map<String, Asset> assets(List<LiveRanges.Place> places) {
        var assets = new HashMap<String, Asset>();
        places.stream()
                .flatMap(place -> place.pictures().stream())
                .distinct()
                .gather(Gatherers.windowFixed(1_000))
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

    /** What is no news is left out: what was bought, what is older than its release here, and what nobody knows the date of. */
    private Response news() {
        Instant since = clock.instant().minus(NEWS_FOR);
        var newest =
                stories
                        .list(new LiveStories.Of.Edition(edition()), LiveStories.After.START, NEWS)
                        .stream()
                        .takeWhile(story -> story.firstReleasedAt().isAfter(since))
                        .filter(story -> story.type() != StoryType.ADVERTORIAL)
                        .filter(story -> story.published().filter(since::isBefore).isPresent())
                        .toList();
        return xml(XmlDocument.of("urlset", WITH_NEWS, Map.of(), urls -> {
            for (var story : newest) {
                urls.element("url", url -> news(url, story));
            }
        }));
    }

    private void news(XmlDocument xml, Teaser story) throws XMLStreamException {
        xml.text("loc", absolute(StoryAddress.page(story.number(), story.headline())));
        xml.element("news:news", news -> {
            news.element("news:publication", publication -> {
                publication.text("news:name", masthead().name());
                publication.text("news:language", masthead().language().tag().substring(0, 2));
            });
            news.text("news:publication_date", story.published());
            news.text("news:title", story.headline());
        });
    }

    private Response xml(byte[] document) {
        return Response.of(200, "application/xml; charset=utf-8", document)
                .with("X-Content-Type-Options", "nosniff")
                // robots read it; nobody is to find it by searching
                .with("X-Robots-Tag", "noindex");
    }

    private Masthead masthead() {
        return settings.get().masthead();
    }

    private String edition() {
        return masthead().language().tag();
    }

    private String absolute(String path) {
        return Address.encode(masthead().absolute(path));
    }
}
