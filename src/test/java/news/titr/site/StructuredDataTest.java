package news.titr.site;

import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import news.titr.TestDatabase;
import news.titr.TestTemplates;
import news.titr.World;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.http.StaticFiles;
import news.titr.language.Language;
import news.titr.media.Asset;
import news.titr.media.FolderBlobs;
import news.titr.media.PictureFiles;
import news.titr.media.Pictures;
import news.titr.media.Programs;
import news.titr.story.Bylines;
import news.titr.story.Content;
import news.titr.story.Covering;
import news.titr.story.Masthead;
import news.titr.story.Published;
import news.titr.story.Publishing;
import news.titr.story.Story;
import news.titr.story.StoryType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What pages tell search engines: JSON-LD with the properties that schema.org and Google's articles ask for. */
@Tag("database")
class StructuredDataTest {

    private static final String SITE = "https://news.example.org";
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

    private final World world = new World();
    private final Pictures pictures =
            new Pictures(world.database, new FolderBlobs(TestDatabase.temporaryFolder()), world.clock, Programs.NONE);
    private final Site site = new Site(
            TestTemplates.engine(),
            new Masthead(
                    "کرانه",
                    "روزنامهٔ صبح",
                    URI.create(SITE),
                    ZoneId.of("Asia/Tehran"),
                    Language.PERSIAN,
                    List.of(new Masthead.ImprintLine("سردبیر", "مینا رودباری"))),
            world.liveStories,
            new Bylines(world.database),
            pictures,
            world.clock,
            new StaticFiles());
    private final MissingPage missing = new MissingPage(site);
    private final StoryPage storyPage = new StoryPage(site, missing, new WithdrawnPage(site));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_story_says_who_wrote_what_when_and_for_whom() throws Exception {
        var story = world.published(pictured());
        var article = article(story);
        assertEquals("https://schema.org", article.path("@context").asText());
        assertEquals(List.of("NewsArticle"), types(article));
        assertEquals(
                "پل کهنه پس از سه سال باز می\u200cشود", article.path("headline").asText());
        assertEquals(
                "شهرداری می‌گوید مرمت پل تمام شده است و راه از فردا باز است.",
                article.path("description").asText());
        assertEquals("2025-01-20T04:40:00Z", article.path("datePublished").asText());
        assertEquals("2025-01-20T04:40:00Z", article.path("dateModified").asText());
        assertEquals("fa", article.path("inLanguage").asText());
        assertEquals("شهر", article.path("articleSection").asText());
        assertEquals("ساوران", article.path("locationCreated").path("name").asText());
        assertTrue(article.path("isAccessibleForFree").asBoolean());
        assertTrue(article.path("mainEntityOfPage").asText().startsWith(SITE + "/news/1001/%D9%BE"));
        assertEquals("Person", article.path("author").path(0).path("@type").asText());
        assertEquals("سارا نویسنده", article.path("author").path(0).path("name").asText());
        assertTrue(article.path("author").path(0).path("url").asText().startsWith(SITE + "/author/"));
        assertEquals(
                "NewsMediaOrganization", article.path("publisher").path("@type").asText());
        assertEquals("کرانه", article.path("publisher").path("name").asText());
        var image = article.path("image").path(0);
        assertTrue(image.path("url").asText().startsWith(SITE + "/media/"), image.toString());
        assertEquals(1280, image.path("width").asInt());
        assertEquals(720, image.path("height").asInt());
        assertEquals("عکس: نیما", image.path("creditText").asText());
        assertEquals(
                ".story h1",
                article.path("speakable").path("cssSelector").path(0).asText());
        // what it points at is on the page
        String page = text(story(story));
        assertTrue(
                page.contains("<article class=\"story ") && page.contains("<h1>") && page.contains("class=\"lead\""));
    }

    @Test
    void what_is_written_can_not_break_out_of_the_data() throws Exception {
        String wicked = "</script><script>alert(1)</script><!-- & \u2028 \" می\u200cشود";
        var story = world.published(World.bridgeReopens().withText("", wicked, wicked, Body.EMPTY));
        String page = text(story(story));
        assertFalse(page.contains("<script>alert"), "a script got in");
        assertEquals(wicked, article(story).path("headline").asText());
        assertEquals(wicked, article(story).path("description").asText());
    }

    @Test
    void an_advertorial_is_no_news() throws Exception {
        assertEquals(List.of("AdvertiserContentArticle"), types(article(published(StoryType.ADVERTORIAL))));
        assertEquals(List.of("OpinionNewsArticle", "NewsArticle"), types(article(published(StoryType.OPINION))));
        assertEquals(List.of("ReportageNewsArticle", "NewsArticle"), types(article(published(StoryType.REPORT))));
    }

    @Test
    void a_live_coverage_tells_its_entries_until_it_ends() throws Exception {
        var story = published(StoryType.LIVE);
        world.clock.forward(Duration.ofMinutes(10));
        done(world.covering.write(
                world.chiefEditor(),
                story.number(),
                world.ids.next(),
                new Covering.Wish(
                        Optional.empty(), "گل اول", Body.of(Block.Paragraph.of("توپ از خط گذشت.")), "", true)));
        var blog = article(story);
        assertEquals(List.of("LiveBlogPosting", "NewsArticle"), types(blog));
        assertEquals("2025-01-20T04:40:00Z", blog.path("coverageStartTime").asText());
        assertFalse(blog.has("coverageEndTime"));
        assertEquals("2025-01-20T04:50:00Z", blog.path("dateModified").asText());
        var update = blog.path("liveBlogUpdate").path(0);
        assertEquals("گل اول", update.path("headline").asText());
        assertEquals("توپ از خط گذشت.", update.path("articleBody").asText().strip());
        assertEquals("2025-01-20T04:50:00Z", update.path("datePublished").asText());
        assertTrue(update.path("url").asText().startsWith(SITE + "/news/1001/"), update.toString());
        world.clock.forward(Duration.ofHours(1));
        done(world.covering.finish(world.chiefEditor(), story.number()));
        assertEquals(
                "2025-01-20T05:50:00Z", article(story).path("coverageEndTime").asText());
    }

    @Test
    void a_correction_is_told_with_its_date() throws Exception {
        var story = world.published(World.bridgeReopens());
        world.clock.forward(Duration.ofHours(2));
        var revised = done(world.drafting.revise(
                world.chiefEditor(), story.number(), story.newestRevision(), World.bridgeReopens()));
        done(world.publishing.correct(
                world.chiefEditor(), story.number(), Publishing.Seen.of(revised), "مرمت سه سال طول کشید، نه دو سال."));
        var article = article(story);
        var correction = article.path("correction").path(0);
        assertEquals("CorrectionComment", correction.path("@type").asText());
        assertEquals("مرمت سه سال طول کشید، نه دو سال.", correction.path("text").asText());
        assertEquals("2025-01-20T06:40:00Z", correction.path("datePublished").asText());
        assertEquals("2025-01-20T04:40:00Z", article.path("datePublished").asText());
        assertEquals("2025-01-20T06:40:00Z", article.path("dateModified").asText());
    }

    @Test
    void what_is_not_known_is_not_made_up() throws Exception {
        var content = World.bridgeReopens();
        var story = world.published(new Content(
                "",
                content.headline(),
                List.of(),
                "",
                content.body(),
                "",
                List.of(),
                List.of(),
                "",
                "خبرگزاری ساحل",
                "",
                new Published.Unknown(),
                Optional.empty()));
        var article = article(story);
        assertFalse(article.has("datePublished") || article.has("dateModified"), article.toString());
        assertFalse(article.has("description") || article.has("keywords") || article.has("articleSection"));
        assertEquals(
                "NewsMediaOrganization",
                article.path("author").path(0).path("@type").asText());
        assertEquals(
                "خبرگزاری ساحل",
                article.path("isBasedOn").path("provider").path("name").asText());
    }

    @Test
    void the_way_to_a_story_is_told_from_the_top() throws Exception {
        var path = data(story(world.published(World.bridgeReopens())), "BreadcrumbList");
        var steps = path.path("itemListElement");
        assertEquals(2, steps.size());
        assertEquals(1, steps.path(0).path("position").asInt());
        assertEquals(SITE + "/", steps.path(0).path("item").asText());
        assertEquals("شهر", steps.path(1).path("name").asText());
        assertEquals(SITE + "/section/city", steps.path(1).path("item").asText());
    }

    @Test
    void the_front_page_and_the_imprint_say_what_newspaper_this_is() throws Exception {
        for (var page : List.of(
                new FrontPage(site).answer(get("/", Map.of())),
                new ImprintPage(site).answer(get("/imprint", Map.of())))) {
            var newspaper = data(page, "NewsMediaOrganization");
            assertEquals(SITE + "/#newspaper", newspaper.path("@id").asText());
            assertEquals("کرانه", newspaper.path("name").asText());
            assertEquals(SITE + "/imprint", newspaper.path("masthead").asText());
            assertEquals(
                    SITE + "/corrections", newspaper.path("correctionsPolicy").asText());
            assertFalse(newspaper.has("ethicsPolicy"), "nobody has written one");
        }
        assertEquals(
                "fa",
                data(new FrontPage(site).answer(get("/", Map.of())), "WebSite")
                        .path("inLanguage")
                        .asText());
    }

    @Test
    void an_author_is_a_person_with_a_page() throws Exception {
        world.published(World.bridgeReopens());
        new Bylines(world.database).describe(World.EDITION, "سارا نویسنده", "خبرنگار شهری", Optional.empty());
        var page = new AuthorPage(site, missing)
                .answer(get("/author/سارا-نویسنده", Map.of("slug", List.of("سارا-نویسنده"))));
        var person = data(page, "ProfilePage").path("mainEntity");
        assertEquals("Person", person.path("@type").asText());
        assertEquals("سارا نویسنده", person.path("name").asText());
        assertEquals("خبرنگار شهری", person.path("description").asText());
    }

    @Test
    void every_page_names_its_feeds_and_a_list_its_own_first() {
        world.published(World.bridgeReopens());
        String front = text(new FrontPage(site).answer(get("/", Map.of())));
        assertTrue(front.contains(
                "<link rel=\"alternate\" type=\"application/rss+xml\" title=\"کرانه\" href=\"/rss.xml\">"));
        assertTrue(front.contains("<a href=\"/rss.xml\" type=\"application/rss+xml\">خوراک RSS</a>"));
        assertTrue(front.contains("<meta name=\"robots\" content=\"max-image-preview:large\">"));
        String list =
                text(new SectionPage(site, missing).answer(get("/section/city", Map.of("slug", List.of("city")))));
        String own = "type=\"application/atom+xml\" title=\"شهر | کرانه\" href=\"/section/city/atom.xml\">";
        assertTrue(list.contains(own), list);
        assertTrue(list.indexOf(own) < list.indexOf("href=\"/atom.xml\""));
        assertTrue(list.contains("<a href=\"/section/city/rss.xml\" type=\"application/rss+xml\">"));
    }

    @Test
    void messengers_are_told_the_picture_with_its_size_and_who_wrote() {
        String page = text(story(world.published(pictured())));
        for (String part : List.of(
                "<meta property=\"og:locale\" content=\"fa_IR\">",
                "<meta property=\"og:image\" content=\"" + SITE + "/media/",
                "<meta property=\"og:image:type\" content=\"image/jpeg\">",
                "<meta property=\"og:image:width\" content=\"1",
                "<meta property=\"og:image:alt\" content=\"پل سنگی\">",
                "<meta name=\"twitter:card\" content=\"summary_large_image\">",
                "<meta property=\"article:author\" content=\"" + SITE + "/author/%D8%B3",
                "<meta property=\"article:tag\" content=\"حمل‌ونقل\">")) {
            assertTrue(page.contains(part), part);
        }
    }

    // ---- steps

    private Content pictured() {
        var asset = pictures.addDrawn("asset-bridge", PictureFiles.jpeg(1280, 720), Asset.Description.NONE);
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
                Optional.of(new Block.Picture(asset.id(), "پل سنگی", "پل پس از مرمت", "عکس: نیما")));
    }

    private Story published(StoryType type) {
        var draft = world.draft(type, World.bridgeReopens());
        return done(world.publishing.publish(world.technician, draft.number(), Publishing.Seen.of(draft)));
    }

    private Response story(Story story) {
        return storyPage.show(world.live(story.number()));
    }

    private JsonNode article(Story story) throws Exception {
        var article = data(story(story), "Article");
        // what Google's documentation of articles recommends, where it is known
        for (String property : List.of("headline", "author", "publisher")) {
            assertTrue(article.has(property), property);
        }
        for (String date : List.of("datePublished", "dateModified")) {
            if (article.has(date)) {
                Instant.parse(article.path(date).asText());
            }
        }
        return article;
    }

    /** The data of the type, or of one whose name ends so. */
    private static JsonNode data(Response page, String type) throws Exception {
        var all = new ArrayList<JsonNode>();
        var found = DATA.matcher(text(page));
        while (found.find()) {
            all.add(new ObjectMapper().readTree(found.group(1)));
        }
        return all.stream()
                .filter(data -> types(data).stream().anyMatch(name -> name.endsWith(type)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + type + " among " + all));
    }

    private static List<String> types(JsonNode data) {
        var type = data.path("@type");
        return type.isTextual()
                ? List.of(type.asText())
                : StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
    }

    private static Request get(String path, Map<String, List<String>> route) {
        return new Request(
                "GET",
                path,
                new Parameters(route),
                new Parameters(Map.of()),
                new Parameters(Map.of()),
                new Parameters(Map.of()),
                new Parameters(Map.of()),
                new byte[0],
                List.of(),
                "192.0.2.1",
                true);
    }

    private static String text(Response page) {
        return new String(page.body(), StandardCharsets.UTF_8);
    }
}
