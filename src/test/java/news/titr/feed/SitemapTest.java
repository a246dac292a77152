package news.titr.feed;

import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import news.titr.TestDatabase;
import news.titr.World;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.language.Language;
import news.titr.media.Asset;
import news.titr.media.FolderBlobs;
import news.titr.media.PictureFiles;
import news.titr.media.Pictures;
import news.titr.media.Programs;
import news.titr.story.Content;
import news.titr.story.Label;
import news.titr.story.LiveRanges;
import news.titr.story.Masthead;
import news.titr.story.Published;
import news.titr.story.Publishing;
import news.titr.story.SiteSettings;
import news.titr.story.Story;
import news.titr.story.StoryType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What search engines are told, by the schemas of sitemaps. */
@Tag("database")
class SitemapTest {

    private static final String SITE = "https://news.example.org";
    private static final Pattern ADDRESS = Pattern.compile("<loc>([^<]*)</loc>");

    private final World world = new World();
    private final Pictures pictures =
            new Pictures(world.database, new FolderBlobs(TestDatabase.temporaryFolder()), world.clock, Programs.NONE);
    private final SiteSettings settings = SiteSettings.of(new Masthead(
            "کرانه", "روزنامهٔ صبح", URI.create(SITE), ZoneId.of("Asia/Tehran"), Language.PERSIAN, List.of()));
    private final LiveRanges ranges = new LiveRanges(world.database);
    private final Sitemap sitemap =
            new Sitemap(() -> settings, World.EDITION, world.liveStories, ranges, pictures, world.clock);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void the_index_names_the_ranges_that_hold_stories_and_when_they_changed() throws Exception {
        world.published(World.bridgeReopens());
        world.sections.firstNumber(3 * Sitemap.RANGE - 1);
        world.clock.forward(Duration.ofHours(1));
        var last = List.of(world.published(World.bridgeCloses()), world.published(World.bridgeCloses()));
        assertEquals(List.of(3L * Sitemap.RANGE - 1, 3L * Sitemap.RANGE), numbers(last));

        byte[] index = SitemapPage.index(List.of(sitemap)).body();
        assertEquals(List.of(), Schemas.byXsd(index, "sitemap.xsd"));
        assertEquals(
                List.of(
                        SITE + "/sitemap/pages.xml",
                        SITE + "/sitemap/news.xml",
                        SITE + "/sitemap/tags-0.xml",
                        SITE + "/sitemap/authors-0.xml",
                        SITE + "/sitemap/archive.xml",
                        SITE + "/sitemap/stories-0.xml",
                        SITE + "/sitemap/stories-2.xml",
                        SITE + "/sitemap/stories-3.xml"),
                addresses(index));
        String text = new String(index, StandardCharsets.UTF_8);
        assertTrue(text.contains("stories-0.xml</loc><lastmod>2025-01-20T04:40:00Z</lastmod>"), text);
        assertTrue(text.contains("stories-3.xml</loc><lastmod>2025-01-20T05:40:00Z</lastmod>"), text);
    }

    @Test
    void the_index_follows_what_has_happened_since_it_was_asked_for() {
        var first = world.published(World.bridgeReopens());
        world.sections.firstNumber(2 * Sitemap.RANGE);
        var second = world.published(World.bridgeReopens());
        assertRangesAre(new LiveRanges(world.database).all(World.EDITION, Sitemap.RANGE));
        world.clock.forward(Duration.ofHours(1));
        done(world.publishing.withdraw(world.technician, first.number(), Publishing.Seen.of(first), "اشتباه بود"));
        assertRangesAre(new LiveRanges(world.database).all(World.EDITION, Sitemap.RANGE));
        world.clock.forward(Duration.ofHours(1));
        world.published(World.bridgeCloses());
        world.sections.firstNumber(4 * Sitemap.RANGE);
        var third = world.published(World.bridgeCloses());
        assertRangesAre(new LiveRanges(world.database).all(World.EDITION, Sitemap.RANGE));
        assertEquals(
                List.of(second.number(), third.number()),
                ranges.all(World.EDITION, Sitemap.RANGE).stream()
                        .map(LiveRanges.Range::from)
                        .toList());
    }

    private void assertRangesAre(List<LiveRanges.Range> seenForTheFirstTime) {
        assertEquals(seenForTheFirstTime, ranges.all(World.EDITION, Sitemap.RANGE));
    }

    @Test
    void every_live_story_stands_in_exactly_one_range() throws Exception {
        world.sections.firstNumber(Sitemap.RANGE - 2);
        var stories = new ArrayList<Story>();
        for (int i = 0; i < 4; i++) {
            stories.add(world.published(World.bridgeReopens()));
        }
        world.draft(World.bridgeCloses());
        var found = new ArrayList<String>();
        for (String range : List.of("0", "1")) {
            byte[] document = sitemap.document("stories-" + range).orElseThrow();
            assertEquals(List.of(), Schemas.byXsd(document, "sitemap.xsd", "sitemap-image.xsd"));
            addresses(document).stream()
                    .map(address -> address.replaceFirst(SITE + "/news/([0-9]+)/.*", range + ":$1"))
                    .forEach(found::add);
        }
        assertEquals(List.of("0:4998", "0:4999", "1:5000", "1:5001"), found);
        assertEquals(Optional.empty(), sitemap.document("stories-2"));
        assertEquals(Optional.empty(), sitemap.document("stories-01"));
        assertEquals(Optional.empty(), sitemap.document("stories-999999999999999"));
    }

    @Test
    void a_range_is_read_in_parts_that_leave_nothing_out() {
        world.sections.firstNumber(1);
        int many = 501;
        for (int i = 0; i < many; i++) {
            world.published(World.bridgeReopens().withText("", "خبر", "", Body.EMPTY));
        }
        var numbers = ranges.in(World.EDITION, 0, Sitemap.RANGE).stream()
                .map(LiveRanges.Line::number)
                .toList();
        assertEquals(many, numbers.size());
        assertEquals(many, numbers.stream().distinct().count());
        assertEquals(numbers.stream().sorted().toList(), numbers);
    }

    @Test
    void a_story_is_named_with_all_its_pictures() throws Exception {
        var main = pictures.addDrawn("main", PictureFiles.jpeg(1280, 720), Asset.Description.NONE);
        var inside = pictures.addDrawn("inside", PictureFiles.jpeg(800, 600), Asset.Description.NONE);
        var content = World.bridgeReopens();
        world.published(new Content(
                content.kicker(),
                content.headline(),
                content.subheadlines(),
                content.lead(),
                Body.of(new Block.Picture(inside.id(), "پل", "", "عکس: نیما")),
                content.section(),
                content.tags(),
                content.authors(),
                content.dateline(),
                content.source(),
                content.place(),
                content.published(),
                Optional.of(new Block.Picture(main.id(), "پل", "", "عکس: نیما"))));
        byte[] document = sitemap.document("stories-0").orElseThrow();
        assertEquals(List.of(), Schemas.byXsd(document, "sitemap.xsd", "sitemap-image.xsd"));
        String text = new String(document, StandardCharsets.UTF_8);
        assertEquals(2, text.split("<image:loc>" + SITE + "/media/", -1).length - 1, text);
    }

    @Test
    void a_withdrawn_story_leaves_and_its_range_says_that_it_changed() throws Exception {
        var story = world.published(World.bridgeReopens());
        world.published(World.bridgeCloses());
        world.clock.forward(Duration.ofHours(3));
        done(world.publishing.withdraw(world.chiefEditor(), story.number(), Publishing.Seen.of(story), "نادرست بود"));
        String stories = new String(sitemap.document("stories-0").orElseThrow(), StandardCharsets.UTF_8);
        assertFalse(stories.contains("/news/" + story.number() + "/"), stories);
        assertFalse(new String(sitemap.document("news").orElseThrow(), StandardCharsets.UTF_8)
                .contains("/news/" + story.number() + "/"));
        assertEquals(
                World.MORNING.plus(Duration.ofHours(3)),
                ranges.all(World.EDITION, Sitemap.RANGE).getFirst().changedAt());
    }

    @Test
    void news_is_of_the_last_two_days_dated_and_not_bought() throws Exception {
        world.published(World.bridgeCloses());
        world.clock.forward(Duration.ofHours(47));
        world.published(World.bridgeReopens());
        var advertorial = world.draft(StoryType.ADVERTORIAL, World.bridgeReopens());
        done(world.publishing.publish(world.technician, advertorial.number(), Publishing.Seen.of(advertorial)));
        world.published(World.bridgeReopens().withPublished(new Published.Unknown()));
        world.published(
                World.bridgeReopens().withPublished(new Published.At(World.MORNING.minus(Duration.ofDays(400)))));
        byte[] news = sitemap.document("news").orElseThrow();
        assertEquals(List.of(), Schemas.byXsd(news, "sitemap.xsd", "sitemap-news.xsd"));
        assertEquals(2, addresses(news).size(), new String(news, StandardCharsets.UTF_8));
        assertTrue(new String(news, StandardCharsets.UTF_8).contains("<news:title>پل کهنه پس از سه سال باز می‌شود<"));

        world.clock.forward(Duration.ofHours(2));
        assertEquals(1, addresses(sitemap.document("news").orElseThrow()).size());
        world.clock.forward(Duration.ofDays(3));
        byte[] none = sitemap.document("news").orElseThrow();
        assertEquals(List.of(), addresses(none));
        assertEquals(List.of(), Schemas.byXsd(none, "sitemap.xsd", "sitemap-news.xsd"));
    }

    @Test
    void the_pages_that_stay_are_named_once() throws Exception {
        byte[] pages = sitemap.document("pages").orElseThrow();
        assertEquals(List.of(), Schemas.byXsd(pages, "sitemap.xsd"));
        assertEquals(
                List.of(
                        SITE + "/",
                        SITE + "/latest",
                        SITE + "/archive",
                        SITE + "/places",
                        SITE + "/corrections",
                        SITE + "/imprint",
                        SITE + "/section/city",
                        SITE + "/section/culture"),
                addresses(pages));
    }

    @Test
    void what_gathers_live_stories_is_named_where_it_stands() throws Exception {
        var story = world.published(World.bridgeReopens().withPlace("مهرکوه/ساوران"));
        var tag = world.liveStories
                .label(Label.Kind.TAG, World.EDITION, "پل-کهنه")
                .orElseThrow();
        var line = world.labels.find(Label.Kind.TAG, tag.id()).orElseThrow();
        done(world.labelling.introduce(
                world.chiefEditor(), tag.id(), line.version(), tag.name(), tag.slug(), "پلی در شهر."));
        assertEquals(List.of("/tag/حمل-ونقل"), paths("tags-0"));
        assertEquals(List.of("/topic/پل-کهنه"), paths("topics-0"));
        assertEquals(List.of("/author/سارا-نویسنده"), paths("authors-0"));
        assertEquals(List.of("/place/مهرکوه", "/place/مهرکوه-ساوران"), paths("places"));
        assertEquals(List.of("/archive/1403", "/archive/1403/11", "/archive/1403/11/01"), paths("archive"));
        assertEquals(Optional.empty(), sitemap.document("tags-1"));

        done(world.publishing.withdraw(world.chiefEditor(), story.number(), Publishing.Seen.of(story), "نادرست بود"));
        for (String name : List.of("tags-0", "topics-0", "authors-0", "places", "archive")) {
            assertEquals(Optional.empty(), sitemap.document(name), name);
        }
    }

    private List<String> paths(String name) throws Exception {
        byte[] document = sitemap.document(name).orElseThrow(() -> new AssertionError(name));
        assertEquals(List.of(), Schemas.byXsd(document, "sitemap.xsd"));
        return addresses(document).stream()
                .map(address -> URI.create(address).getPath())
                .toList();
    }

    private static List<String> addresses(byte[] document) {
        return ADDRESS.matcher(new String(document, StandardCharsets.UTF_8))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<Long> numbers(List<Story> stories) {
        return stories.stream().map(Story::number).toList();
    }
}
