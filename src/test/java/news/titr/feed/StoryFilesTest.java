package news.titr.feed;

import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import news.titr.TestDatabase;
import news.titr.World;
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

/** A story in the formats of agencies. */
@Tag("database")
class StoryFilesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADLINE = "پل کهنه پس از سه سال باز می\u200cشود";

    private final World world = new World();
    private final SiteSettings settings = SiteSettings.of(new Masthead(
            "کرانه",
            "",
            URI.create("https://news.example.org"),
            ZoneId.of("Asia/Tehran"),
            Language.PERSIAN,
            List.of()));
    private final StoryFiles files = new StoryFiles(
            new Feeds(
                    () -> settings,
                    "fa",
                    world.liveStories,
                    new Pictures(
                            world.database,
                            new FolderBlobs(TestDatabase.temporaryFolder()),
                            world.clock,
                            Programs.NONE),
                    world.clock,
                    PingSettings.NONE,
                    Optional::empty),
            world.liveStories,
            _ -> Response.text(404, "missing"),
            (_, gone) -> Response.text(410, gone.reason()));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void ninjs_is_what_its_schema_says() throws Exception {
        world.published(World.bridgeReopens());
        var story = JSON.readTree(answer("ninjs.json").body());
        assertEquals(
                List.of(),
                List.copyOf(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema())
                        .validate(story)));
        assertEquals(HEADLINE, story.at("/headlines/0/value").asText());
        assertEquals("https://news.example.org/1001", story.path("uri").asText());
        assertEquals("سارا نویسنده", story.path("by").asText());
    }

    @Test
    void newsml_is_what_its_schema_says() throws Exception {
        world.published(World.bridgeReopens());
        byte[] story = answer("newsml.xml").body();
        assertEquals(List.of(), Schemas.byXsd(story, "iptc/xml.xsd", "iptc/newsml-g2-2.35.xsd"));
        assertTrue(new String(story, StandardCharsets.UTF_8).contains("<headline>" + HEADLINE + "</headline>"));
    }

    @Test
    void nitf_says_headline_writer_and_text() throws Exception {
        world.published(World.bridgeReopens());
        var parsers = DocumentBuilderFactory.newDefaultInstance();
        parsers.setNamespaceAware(true);
        var story = parsers.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer("nitf.xml").body()));
        assertEquals(HEADLINE, story.getElementsByTagName("hl1").item(0).getTextContent());
        assertEquals(
                "سارا نویسنده", story.getElementsByTagName("byline").item(0).getTextContent());
        assertTrue(story.getElementsByTagName("p").getLength() > 1);
    }

    @Test
    void text_and_markdown_keep_the_half_space() {
        world.published(World.bridgeReopens());
        assertTrue(text("txt").contains(HEADLINE + "\n"), text("txt"));
        assertTrue(text("md").contains("# " + HEADLINE + "\n"), text("md"));
    }

    @Test
    void withdrawn_story_is_gone_in_every_format() {
        var story = world.published(World.bridgeReopens());
        done(world.publishing.withdraw(world.chiefEditor(), story.number(), Publishing.Seen.of(story), "نادرست بود"));
        for (String ending : List.of("ninjs.json", "newsml.xml", "nitf.xml", "txt", "md")) {
            assertEquals(410, answer(ending).status());
        }
    }

    private String text(String ending) {
        return new String(answer(ending).body(), StandardCharsets.UTF_8);
    }

    /** Without the schema of GeoJSON, which it points to on the web and which nothing of ours needs. */
    private static JsonNode schema() throws Exception {
        var schema =
                JSON.readTree(Objects.requireNonNull(StoryFilesTest.class.getResource("/schemas/iptc/ninjs-3.0.json")));
        schema.findParents("geoJSON").forEach(parent -> ((ObjectNode) parent).putObject("geoJSON"));
        return schema;
    }

    private Response answer(String ending) {
        return files.answer(new Request(
                "GET",
                "/news/1001." + ending,
                new Parameters(Map.of("number", List.of("1001"), "ending", List.of(ending))),
                new Parameters(Map.of()),
                new Parameters(Map.of()),
                new Parameters(Map.of()),
                new Parameters(Map.of()),
                new byte[0],
                List.of(),
                "192.0.2.1",
                true));
    }
}
