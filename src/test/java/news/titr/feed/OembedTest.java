package news.titr.feed;

import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import news.titr.TestDatabase;
import news.titr.World;
import news.titr.doc.Body;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.Language;
import news.titr.media.FolderBlobs;
import news.titr.media.Pictures;
import news.titr.media.Programs;
import news.titr.story.Masthead;
import news.titr.story.Publishing;
import news.titr.story.SiteSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How another site shows a story that is linked to there (https://oembed.com). */
@Tag("database")
class OembedTest {

    private static final String SITE = "https://news.example.org";

    private final World world = new World();
    private final SiteSettings settings = SiteSettings.of(
            new Masthead("کرانه", "", URI.create(SITE), ZoneId.of("Asia/Tehran"), Language.PERSIAN, List.of()));
    private final OembedPage page = new OembedPage(
            () -> settings,
            world.liveStories,
            new Pictures(world.database, new FolderBlobs(TestDatabase.temporaryFolder()), world.clock, Programs.NONE));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_story_is_shown_as_a_quotation_with_a_link() throws Exception {
        world.published(World.bridgeReopens());
        for (String address : List.of(
                SITE + "/1001", SITE + "/news/1001", SITE + "/news/1001/پل-کهنه", SITE + "/news/1001/x?y=1#z")) {
            var said = new ObjectMapper().readTree(answer(address, "json").body());
            assertEquals("rich", said.path("type").asText());
            assertEquals("1.0", said.path("version").asText());
            assertEquals(
                    "پل کهنه پس از سه سال باز می\u200cشود", said.path("title").asText());
            assertEquals("سارا نویسنده", said.path("author_name").asText());
            assertEquals("کرانه", said.path("provider_name").asText());
            assertTrue(said.path("width").isInt());
            assertTrue(said.has("height") && said.path("height").isNull());
            String html = said.path("html").asText();
            assertTrue(html.contains("<blockquote>") && html.contains("<a href=\"" + SITE + "/news/1001/%D9%BE"), html);
            assertTrue(html.startsWith("<div lang=\"fa\" dir=\"rtl\">"), html);
            assertTrue(html.contains("کرانه، ۱ بهمن ۱۴۰۳"), html);
        }
    }

    @Test
    void xml_says_the_same() throws Exception {
        world.published(World.bridgeReopens());
        var answer = answer(SITE + "/1001", "xml");
        assertEquals("text/xml; charset=utf-8", answer.header("Content-Type"));
        var root = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body()))
                .getDocumentElement();
        assertEquals("oembed", root.getTagName());
        assertEquals("rich", root.getElementsByTagName("type").item(0).getTextContent());
        assertEquals(
                "پل کهنه پس از سه سال باز می\u200cشود",
                root.getElementsByTagName("title").item(0).getTextContent());
        assertTrue(root.getElementsByTagName("html").item(0).getTextContent().contains("<blockquote>"));
    }

    @Test
    void what_is_written_can_not_run_on_the_other_site() throws Exception {
        world.published(World.bridgeReopens()
                .withText("", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", Body.EMPTY));
        String html = new ObjectMapper()
                .readTree(answer(SITE + "/1001", "json").body())
                .path("html")
                .asText();
        assertFalse(html.contains("<script") || html.contains("<img"), html);
    }

    @Test
    void what_readers_do_not_have_is_not_found() {
        var story = world.published(World.bridgeReopens());
        world.draft(World.bridgeCloses());
        for (String address : List.of(
                "",
                "nonsense:[",
                SITE + "/1002",
                SITE + "/desk",
                SITE + "/news/1001/print/more",
                "https://elsewhere.example.org/1001",
                "https://news.example.org.evil.example/1001",
                "/1001")) {
            assertEquals(404, answer(address, "json").status(), address);
        }
        done(world.publishing.withdraw(world.chiefEditor(), story.number(), Publishing.Seen.of(story), "نادرست بود"));
        assertEquals(404, answer(SITE + "/1001", "json").status());
        assertEquals(501, answer(SITE + "/1001", "yaml").status());
    }

    private Response answer(String address, String format) {
        var query = new HashMap<String, List<String>>();
        query.put("url", List.of(address));
        query.put("format", List.of(format));
        return page.answer(new Request(
                "GET",
                "/oembed",
                new Parameters(Map.of()),
                new Parameters(query),
                new Parameters(Map.of()),
                new Parameters(Map.of()),
                new Parameters(Map.of()),
                new byte[0],
                List.of(),
                "192.0.2.1",
                true));
    }
}
