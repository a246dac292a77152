package news.titr.feed;

import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.modules.content.ContentModule;
import com.rometools.modules.mediarss.MediaEntryModule;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import news.titr.TestDatabase;
import news.titr.World;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.doc.Inline;
import news.titr.doc.Mark;
import news.titr.http.HttpDate;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.Language;
import news.titr.media.Asset;
import news.titr.media.FolderBlobs;
import news.titr.media.MediaOutcome;
import news.titr.media.PictureFiles;
import news.titr.media.PictureLibrary;
import news.titr.media.Pictures;
import news.titr.media.Programs;
import news.titr.search.Indexing;
import news.titr.story.Content;
import news.titr.story.Covering;
import news.titr.story.Label;
import news.titr.story.Masthead;
import news.titr.story.PictureUses;
import news.titr.story.Published;
import news.titr.story.Publishing;
import news.titr.story.SiteSettings;
import news.titr.story.StoryType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The feeds as feed readers read them: RSS and Atom by Rome, JSON Feed by its rules. */
@Tag("database")
class FeedsTest {

    private static final String SITE = "https://news.example.org";

    private final World world = new World();
    private final FolderBlobs blobs = new FolderBlobs(TestDatabase.temporaryFolder());
    private final Pictures pictures =
            new Pictures(world.database, blobs, world.clock, Programs.NONE, PictureUses::shown);
    private final SiteSettings settings = SiteSettings.of(new Masthead(
            "کرانه", "روزنامهٔ صبح", URI.create(SITE), ZoneId.of("Asia/Tehran"), Language.PERSIAN, List.of()));
    private final Indexing indexing =
            new Indexing(world.database, world.liveStories, TestDatabase.temporaryFolder(), _ -> {});
    private final FeedPage page = new FeedPage(
            new Feeds(
                    () -> settings, "fa", world.liveStories, pictures, world.clock, PingSettings.NONE, indexing::index),
            _ -> Response.text(404, "missing"));

    @AfterEach
    void close() {
        indexing.close();
        world.close();
    }

    // ---- what is in them

    @Test
    void a_story_is_whole_in_rss() throws Exception {
        world.published(pictured());
        var feed = read("rss.xml");
        assertEquals("rss_2.0", feed.getFeedType());
        assertEquals("کرانه", feed.getTitle());
        assertEquals("fa", feed.getLanguage());
        assertEquals(SITE + "/", feed.getLink());
        var entry = feed.getEntries().getFirst();
        assertEquals("پل کهنه پس از سه سال باز می‌شود", entry.getTitle());
        assertEquals(SITE + "/1001", entry.getUri());
        assertTrue(entry.getLink().startsWith(SITE + "/news/1001/%D9%BE%D9%84-"), entry.getLink());
        assertEquals(Date.from(World.MORNING), entry.getPublishedDate());
        assertEquals(
                "شهرداری می‌گوید مرمت پل تمام شده است و راه از فردا باز است.",
                entry.getDescription().getValue());
        assertEquals(List.of("سارا نویسنده"), ((DCModule) entry.getModule(DCModule.URI)).getCreators());
        assertEquals(
                List.of("شهر", "پل کهنه", "حمل‌ونقل"),
                entry.getCategories().stream()
                        .map(category -> category.getName())
                        .toList());

        String text = ((ContentModule) entry.getModule(ContentModule.URI))
                .getEncodeds()
                .getFirst();
        assertTrue(text.startsWith("<div lang=\"fa\" dir=\"rtl\">"), text);
        assertTrue(text.contains("<p>پایان مرمت</p>"), text);
        assertTrue(text.contains("<p>مرمت پل سه سال طول کشید.</p>"), text);
        assertTrue(text.contains("<figcaption>مهندس کار</figcaption>"), text);
        assertTrue(text.contains("<img src=\"" + SITE + "/media/"), text);

        var media = ((MediaEntryModule) entry.getModule(MediaEntryModule.URI)).getMediaContents()[0];
        assertTrue(media.getReference().toString().startsWith(SITE + "/media/"), media.toString());
        assertEquals("image/jpeg", media.getType());
        assertEquals("پل پس از مرمت", media.getMetadata().getTitle());
        assertEquals("پل سنگی", media.getMetadata().getDescription());
        assertEquals("image/jpeg", entry.getEnclosures().getFirst().getType());
        assertTrue(entry.getEnclosures().getFirst().getLength() > 1_000);
    }

    @Test
    void the_same_story_is_whole_in_atom() throws Exception {
        world.published(pictured());
        var feed = read("atom.xml");
        assertEquals("atom_1.0", feed.getFeedType());
        assertEquals(SITE + "/atom.xml", feed.getUri());
        var entry = feed.getEntries().getFirst();
        assertEquals(SITE + "/1001", entry.getUri());
        assertEquals("پل کهنه پس از سه سال باز می‌شود", entry.getTitle());
        assertEquals(Date.from(World.MORNING), entry.getPublishedDate());
        assertEquals(Date.from(World.MORNING), entry.getUpdatedDate());
        assertEquals("سارا نویسنده", entry.getAuthors().getFirst().getName());
        assertTrue(text(entry).contains("<p>مرمت پل سه سال طول کشید.</p>"), text(entry));
    }

    @Test
    void the_same_story_is_whole_in_json() throws Exception {
        world.published(pictured());
        var feed = json();
        JsonFeedRules.check(feed);
        var item = feed.path("items").path(0);
        assertEquals(SITE + "/1001", item.path("id").asText());
        assertEquals("2025-01-20T04:40:00Z", item.path("date_published").asText());
        assertEquals("سارا نویسنده", item.path("authors").path(0).path("name").asText());
        assertTrue(item.path("image").asText().startsWith(SITE + "/media/"));
        assertTrue(item.path("content_html").asText().contains("<p>مرمت پل سه سال طول کشید.</p>"));
    }

    @Test
    void atom_is_as_its_schema_says_with_and_without_stories() throws Exception {
        assertEquals(List.of(), Schemas.byRelaxNg(answer("atom.xml").body(), "atom.rnc"));
        world.published(pictured());
        world.published(World.bridgeReopens().withPublished(new Published.Unknown()));
        assertEquals(List.of(), Schemas.byRelaxNg(answer("atom.xml").body(), "atom.rnc"));
        // and the schema does refuse
        String broken = new String(answer("atom.xml").body(), StandardCharsets.UTF_8)
                .replace("<updated>2025-01-20T", "<updated>1403-");
        assertFalse(Schemas.byRelaxNg(broken.getBytes(StandardCharsets.UTF_8), "atom.rnc")
                .isEmpty());
    }

    @Test
    void sections_tags_and_authors_have_feeds_of_their_own() throws Exception {
        world.published(World.bridgeReopens());
        world.published(World.bridgeCloses().withSection("culture"));
        assertEquals(List.of("پل کهنه پس از سه سال باز می‌شود"), titles(read(page::section, "city", "rss.xml")));
        var section = read(page::section, "culture", "atom.xml");
        assertEquals(List.of("پل کهنه بسته شد"), titles(section));
        assertEquals("فرهنگ | کرانه", section.getTitle());
        assertEquals(SITE + "/section/culture/atom.xml", section.getUri());
        assertEquals(2, titles(read(page::tag, "حمل-ونقل", "rss.xml")).size());
        assertEquals(2, titles(read(page::author, "سارا-نویسنده", "rss.xml")).size());
        assertEquals(404, answer(page::tag, "nothing", "rss.xml").status());
    }

    @Test
    void what_is_looked_for_has_a_feed_of_its_own() throws Exception {
        world.published(World.bridgeReopens());
        world.published(World.bridgeCloses());
        assertEquals(404, searched("rss.xml", "مهندس").status(), "as long as there is no index");
        indexing.run();
        for (String file : List.of("rss.xml", "atom.xml")) {
            var feed = new SyndFeedInput()
                    .build(new XmlReader(
                            new ByteArrayInputStream(searched(file, "مهندس کار").body())));
            assertEquals(List.of("پل کهنه پس از سه سال باز می‌شود"), titles(feed));
        }
        String rss = new String(searched("rss.xml", "هیچ").body(), StandardCharsets.UTF_8);
        assertFalse(rss.contains("<item>"));
        assertTrue(rss.contains("href=\"" + SITE + "/search/rss.xml?q=%D9%87%DB%8C%DA%86\""), rss);
        assertEquals(404, searched("rss.xml", "").status());
    }

    @Test
    void the_feed_of_a_tag_that_was_renamed_is_found_at_its_new_address() {
        world.published(World.bridgeReopens());
        var tag = world.liveStories
                .label(Label.Kind.TAG, World.EDITION, "پل-کهنه")
                .orElseThrow();
        var line = world.labels.find(Label.Kind.TAG, tag.id()).orElseThrow();
        done(world.labelling.rename(world.chiefEditor(), Label.Kind.TAG, tag.id(), line.version(), "پل سنگی", ""));
        var moved = answer(page::tag, "پل-کهنه", "feed.json");
        assertEquals(301, moved.status());
        assertTrue(moved.header("Location").startsWith("/tag/%D9%BE%D9%84-"), moved.header("Location"));
        assertTrue(moved.header("Location").endsWith("/feed.json"), moved.header("Location"));
    }

    @Test
    void topics_and_places_have_feeds_and_a_tag_that_becomes_a_topic_takes_its_feed_along() throws Exception {
        world.published(World.bridgeReopens());
        world.published(World.bridgeCloses().withPlace("مهرکوه/ساوران"));
        assertEquals(List.of("پل کهنه بسته شد"), titles(read(page::place, "مهرکوه", "rss.xml")));
        assertEquals(
                "ساوران | کرانه", read(page::place, "مهرکوه-ساوران", "atom.xml").getTitle());
        assertEquals(404, answer(page::place, "nowhere", "rss.xml").status());

        var before = answer(page::topic, "پل-کهنه", "rss.xml");
        assertEquals(302, before.status());
        assertTrue(before.header("Location").startsWith("/tag/"), before.header("Location"));
        var tag = world.liveStories
                .label(Label.Kind.TAG, World.EDITION, "پل-کهنه")
                .orElseThrow();
        var line = world.labels.find(Label.Kind.TAG, tag.id()).orElseThrow();
        done(world.labelling.introduce(
                world.chiefEditor(), tag.id(), line.version(), tag.name(), tag.slug(), "پلی که شهر را دو نیم می‌کند."));
        var topic = read(page::topic, "پل-کهنه", "atom.xml");
        assertEquals(2, titles(topic).size());
        assertEquals("پلی که شهر را دو نیم می‌کند.", topic.getDescription());
        assertTrue(topic.getUri().startsWith(SITE + "/topic/"), topic.getUri());
        var after = answer(page::tag, "پل-کهنه", "rss.xml");
        assertEquals(302, after.status());
        assertTrue(after.header("Location").startsWith("/topic/"), after.header("Location"));
    }

    @Test
    void half_spaces_survive_and_what_no_XML_may_contain_does_not() throws Exception {
        world.published(World.bridgeReopens()
                .withText("", "می‌شود\u0007 & <آزمون>", "", Body.of(Block.Paragraph.of("نمی‌رسد"))));
        for (String file : List.of("rss.xml", "atom.xml")) {
            var entry = read(file).getEntries().getFirst();
            assertEquals("می\u200cشود & <آزمون>", entry.getTitle(), file);
            assertTrue(whole(entry).contains("نمی\u200cرسد"), file);
        }
        assertTrue(json().path("items").path(0).path("content_html").asText().contains("نمی\u200cرسد"));
    }

    @Test
    void every_address_works_outside_the_site() throws Exception {
        var other = world.published(World.bridgeCloses());
        world.published(World.bridgeReopens()
                .withText(
                        "",
                        "باز شد",
                        "",
                        Body.of(
                                new Block.Paragraph(List.of(new Inline("پیوند", List.of(new Mark.Link("/tag/پل"))))),
                                new Block.ReadAlso(other.number(), "پل کهنه بسته شد"))));
        String html = text(read("atom.xml").getEntries().getFirst());
        assertTrue(html.contains("<a href=\"" + SITE + "/tag/%D9%BE%D9%84\""), html);
        assertTrue(html.contains("<a href=\"" + SITE + "/news/1001/"), html);
        assertFalse(html.contains("=\"/"), html);
    }

    @Test
    void an_advertorial_says_so_in_its_title_and_in_its_text() throws Exception {
        var draft = world.draft(StoryType.ADVERTORIAL, World.bridgeReopens());
        done(world.publishing.publish(world.technician, draft.number(), Publishing.Seen.of(draft)));
        var entry = read("rss.xml").getEntries().getFirst();
        assertEquals("رپورتاژ آگهی: پل کهنه پس از سه سال باز می‌شود", entry.getTitle());
        assertTrue(whole(entry).contains("<strong>رپورتاژ آگهی</strong>"));
    }

    @Test
    void a_live_coverage_comes_with_its_entries_and_is_newer_with_each() throws Exception {
        var draft = world.draft(StoryType.LIVE, World.bridgeReopens());
        var story = done(world.publishing.publish(world.technician, draft.number(), Publishing.Seen.of(draft)));
        world.clock.forward(Duration.ofMinutes(10));
        done(world.covering.write(
                world.chiefEditor(),
                story.number(),
                world.ids.next(),
                new Covering.Wish(
                        Optional.empty(), "نخستین عابر گذشت", Body.of(Block.Paragraph.of("پل باز شد.")), "", false)));
        var entry = read("atom.xml").getEntries().getFirst();
        assertTrue(text(entry).contains("نخستین عابر گذشت"), text(entry));
        assertTrue(text(entry).contains("<p>پل باز شد.</p>"), text(entry));
        assertEquals(Date.from(World.MORNING.plus(Duration.ofMinutes(10))), entry.getUpdatedDate());
    }

    @Test
    void a_date_that_nobody_knows_is_not_made_up() throws Exception {
        world.published(World.bridgeReopens().withPublished(new Published.Unknown()));
        assertEquals(null, read("rss.xml").getEntries().getFirst().getPublishedDate());
        assertEquals(null, read("atom.xml").getEntries().getFirst().getPublishedDate());
        assertTrue(json().path("items").path(0).path("date_published").isMissingNode());
    }

    @Test
    void a_correction_stands_before_the_text() throws Exception {
        var story = world.published(World.bridgeReopens());
        world.clock.forward(Duration.ofHours(2));
        var revised = done(world.drafting.revise(
                world.chiefEditor(), story.number(), story.newestRevision(), World.bridgeReopens()));
        done(world.publishing.correct(
                world.chiefEditor(), story.number(), Publishing.Seen.of(revised), "مرمت سه سال طول کشید، نه دو سال."));
        var entry = read("atom.xml").getEntries().getFirst();
        String html = text(entry);
        assertTrue(html.contains("اصلاحیه"), html);
        assertTrue(html.indexOf("نه دو سال") < html.indexOf("مرمت پل سه سال"), html);
        assertEquals(Date.from(World.MORNING.plus(Duration.ofHours(2))), entry.getUpdatedDate());
        assertEquals(Date.from(World.MORNING), entry.getPublishedDate());
    }

    @Test
    void a_withdrawn_story_is_in_none_of_them() throws Exception {
        var story = world.published(World.bridgeReopens());
        world.published(World.bridgeCloses());
        done(world.publishing.withdraw(world.chiefEditor(), story.number(), Publishing.Seen.of(story), "نادرست بود"));
        assertEquals(List.of("پل کهنه بسته شد"), titles(read("rss.xml")));
        assertEquals(List.of("پل کهنه بسته شد"), titles(read("atom.xml")));
        assertEquals(1, json().path("items").size());
    }

    @Test
    void a_newspaper_without_a_story_has_feeds_without_entries() throws Exception {
        assertEquals(List.of(), titles(read("rss.xml")));
        assertEquals(List.of(), titles(read("atom.xml")));
        JsonFeedRules.check(json());
    }

    @Test
    void only_the_newest_are_in_it_newest_first() throws Exception {
        for (int i = 0; i < Feeds.STORIES + 2; i++) {
            world.published(World.bridgeReopens().withText("", "خبر " + i, "", Body.EMPTY));
            world.clock.forward(Duration.ofMinutes(1));
        }
        var titles = titles(read("rss.xml"));
        assertEquals(Feeds.STORIES, titles.size());
        assertEquals("خبر " + (Feeds.STORIES + 1), titles.getFirst());
    }

    // ---- how they are asked for

    @Test
    void they_say_when_they_changed_but_not_within_the_second_of_the_change() {
        world.published(World.bridgeReopens());
        assertFalse(answer("rss.xml").has("Last-Modified"));
        world.clock.forward(Duration.ofMinutes(5));
        assertEquals(HttpDate.of(World.MORNING), answer("rss.xml").header("Last-Modified"));
        // what happens at the desk is no change
        world.draft(World.bridgeCloses());
        assertEquals(HttpDate.of(World.MORNING), answer("rss.xml").header("Last-Modified"));
    }

    @Test
    void a_feed_that_was_asked_for_before_shows_every_change_at_once() throws Exception {
        var story = world.published(World.bridgeReopens());
        var other = world.published(World.bridgeCloses());
        assertEquals(2, titles(read("rss.xml")).size());
        assertSame(answer("rss.xml").body(), answer("rss.xml").body(), "made once");
        // without a tick of the clock
        done(world.publishing.withdraw(world.chiefEditor(), story.number(), Publishing.Seen.of(story), "نادرست بود"));
        assertEquals(List.of("پل کهنه بسته شد"), titles(read("rss.xml")));
        var revised = done(world.drafting.revise(
                world.chiefEditor(),
                other.number(),
                other.newestRevision(),
                World.bridgeCloses().withText("", "پل بسته ماند", "", Body.EMPTY)));
        assertEquals(List.of("پل کهنه بسته شد"), titles(read("rss.xml")));
        done(world.publishing.publish(world.chiefEditor(), other.number(), Publishing.Seen.of(revised)));
        assertEquals(List.of("پل بسته ماند"), titles(read("rss.xml")));
        var tag = world.liveStories
                .label(Label.Kind.TAG, World.EDITION, "پل-کهنه")
                .orElseThrow();
        done(world.labelling.rename(
                world.chiefEditor(),
                Label.Kind.TAG,
                tag.id(),
                world.labels.find(Label.Kind.TAG, tag.id()).orElseThrow().version(),
                "پل سنگی",
                ""));
        assertTrue(read("rss.xml").getEntries().getFirst().getCategories().stream()
                .anyMatch(category -> category.getName().equals("پل سنگی")));
    }

    @Test
    void a_feed_that_was_made_before_shows_what_is_said_of_a_picture_now() {
        world.published(pictured());
        assertTrue(text(answer("rss.xml")).contains("عکس: نیما"));
        var library =
                new PictureLibrary(world.database, pictures, blobs, world.ids, world.clock, ZoneId.of("Asia/Tehran"));
        var asset = library.find("asset-bridge").orElseThrow();
        assertInstanceOf(
                MediaOutcome.Done.class,
                library.describe(
                        world.technician,
                        asset.id(),
                        asset.version(),
                        asset.description().withCredit("عکس: لیلا")));
        for (String file : List.of("rss.xml", "atom.xml", "feed.json")) {
            assertFalse(text(answer(file)).contains("عکس: نیما"), file);
        }
        assertTrue(text(answer("rss.xml")).contains("عکس: لیلا"));
    }

    private static String text(Response answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void they_say_what_they_are() {
        assertEquals("application/rss+xml; charset=utf-8", answer("rss.xml").header("Content-Type"));
        assertEquals("application/atom+xml; charset=utf-8", answer("atom.xml").header("Content-Type"));
        assertEquals("application/feed+json; charset=utf-8", answer("feed.json").header("Content-Type"));
    }

    // ---- steps

    private Content pictured() {
        var asset = pictures.addDrawn(
                "asset-bridge", PictureFiles.jpeg(1280, 720), Asset.Description.NONE.withCredit("عکس: نیما"));
        var content = World.bridgeReopens();
        return new Content(
                content.kicker(),
                content.headline(),
                content.subheadlines(),
                content.lead(),
                content.body(),
                content.section(),
                content.tags(),
                content.authors(),
                content.dateline(),
                content.source(),
                content.place(),
                content.published(),
                Optional.of(new Block.Picture(asset.id(), "پل سنگی", "پل پس از مرمت", "")));
    }

    private Response answer(String file) {
        return answer(page::site, "", file);
    }

    private static Response answer(Function<Request, Response> page, String slug, String file) {
        return answer(page, slug, file, Parameters.NONE);
    }

    private static Response answer(Function<Request, Response> page, String slug, String file, Parameters query) {
        return page.apply(new Request(
                "GET",
                "/" + file,
                new Parameters(Map.of("file", List.of(file), "slug", List.of(slug))),
                query,
                new Parameters(Map.of()),
                new Parameters(Map.of()),
                new Parameters(Map.of()),
                new byte[0],
                List.of(),
                "192.0.2.1",
                true));
    }

    private Response searched(String file, String words) {
        return answer(page::search, "", file, new Parameters(Map.of("q", List.of(words))));
    }

    private SyndFeed read(String file) throws Exception {
        return read(page::site, "", file);
    }

    private static SyndFeed read(Function<Request, Response> page, String slug, String file) throws Exception {
        return new SyndFeedInput()
                .build(new XmlReader(
                        new ByteArrayInputStream(answer(page, slug, file).body())));
    }

    private JsonNode json() throws Exception {
        return new ObjectMapper().readTree(new String(answer("feed.json").body(), StandardCharsets.UTF_8));
    }

    private static List<String> titles(SyndFeed feed) {
        return feed.getEntries().stream().map(SyndEntry::getTitle).toList();
    }

    private static String text(SyndEntry entry) {
        return entry.getContents().getFirst().getValue();
    }

    /** The whole text, whichever format. */
    private static String whole(SyndEntry entry) {
        return entry.getModule(ContentModule.URI) instanceof ContentModule content
                        && !content.getEncodeds().isEmpty()
                ? content.getEncodeds().getFirst()
                : text(entry);
    }
}
