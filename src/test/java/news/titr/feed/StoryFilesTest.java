package news.titr.feed;

import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import news.titr.TestDatabase;
import news.titr.World;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.doc.BodyJson;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.Language;
import news.titr.media.Asset;
import news.titr.media.FolderBlobs;
import news.titr.media.PictureFiles;
import news.titr.media.Pictures;
import news.titr.media.Programs;
import news.titr.people.Role;
import news.titr.people.Scope;
import news.titr.people.Tokens;
import news.titr.people.Verdict;
import news.titr.story.Content;
import news.titr.story.Covering;
import news.titr.story.Masthead;
import news.titr.story.OutsideSurroundings;
import news.titr.story.Publishing;
import news.titr.story.SiteSettings;
import news.titr.story.StoryFormat;
import news.titr.story.StoryFormats;
import news.titr.story.StoryType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

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
    private final Pictures pictures =
            new Pictures(world.database, new FolderBlobs(TestDatabase.temporaryFolder()), world.clock, Programs.NONE);
    private final Feeds feeds = new Feeds(
            () -> settings, "fa", world.liveStories, pictures, world.clock, PingSettings.NONE, Optional::empty);
    private StoryFormats formats = StoryFormats.USUAL;
    private final Tokens tokens = new Tokens(world.database, world.ids, world.clock);
    private final StoryFiles files = new StoryFiles(
            feeds,
            world.liveStories,
            () -> formats,
            request -> request.header("Authorization")
                    .flatMap(Tokens::bearer)
                    .flatMap(secret -> tokens.enter(secret, request.address())),
            _ -> Response.text(404, "missing"),
            (_, gone) -> Response.text(410, gone.reason()));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_story_is_what_the_schemas_say_and_says_who_wrote_it() throws Exception {
        world.published(World.bridgeReopens());
        assertValid("a story");
        var ninjs = JSON.readTree(answer("ninjs.json").body());
        assertEquals(HEADLINE, ninjs.at("/headlines/0/value").asText());
        assertEquals("https://news.example.org/1001", ninjs.path("uri").asText());
        assertEquals("سارا نویسنده", ninjs.path("by").asText());
        assertTrue(text("newsml.xml").contains("<headline>" + HEADLINE + "</headline>"));
        var nitf = xml(answer("nitf.xml").body());
        assertEquals(HEADLINE, nitf.getElementsByTagName("hl1").item(0).getTextContent());
        assertEquals("سارا نویسنده", nitf.getElementsByTagName("byline").item(0).getTextContent());
        assertTrue(nitf.getElementsByTagName("p").getLength() > 1);
    }

    @Test
    void a_live_coverage_with_pictures_and_a_correction_is_what_the_schemas_say() throws Exception {
        var bridge = pictures.addDrawn(
                "known-bridge", PictureFiles.jpeg(1280, 720), Asset.Description.NONE.withCredit("عکس: نیما"));
        var content = World.bridgeReopens();
        var draft = world.draft(
                StoryType.LIVE,
                new Content(
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
                        Optional.of(new Block.Picture(bridge.id(), "پل سنگی", "پل پس از مرمت", ""))));
        var story = done(world.publishing.publish(world.technician, draft.number(), Publishing.Seen.of(draft)));
        done(world.covering.write(
                world.chiefEditor(),
                story.number(),
                world.ids.next(),
                new Covering.Wish(
                        Optional.empty(), "نخستین عابر گذشت", Body.of(Block.Paragraph.of("پل باز شد.")), "", false)));
        world.clock.forward(Duration.ofHours(2));
        done(world.publishing.correct(
                world.chiefEditor(), story.number(), Publishing.Seen.of(story), "سه سال، نه دو سال."));
        assertValid("a live coverage");
        for (String ending : List.of("ninjs.json", "newsml.xml", "nitf.xml", "txt", "md")) {
            assertTrue(text(ending).contains("نخستین عابر گذشت"), ending);
            assertTrue(text(ending).contains("نه دو سال"), ending);
        }
        for (String ending : List.of("ninjs.json", "nitf.xml")) {
            assertTrue(text(ending).contains("عکس: نیما"), ending);
        }
    }

    /** Every kind of block, those that nobody understands as well. */
    @Test
    void every_body_of_the_corpus_is_what_the_schemas_say() throws Exception {
        world.published(World.bridgeReopens());
        for (String known : List.of("known-bridge", "known-river")) {
            pictures.addDrawn(known, PictureFiles.jpeg(1280, 720), Asset.Description.NONE);
        }
        var whole = feeds.whole(world.live(1001));
        var surroundings = new OutsideSurroundings(
                feeds::absolute,
                settings.masthead().addresses(),
                pictures.find(List.of("known-bridge", "known-river")),
                world.liveStories.teasers(List.of(1001L)));
        try (var bodies = Files.list(Path.of("corpus", "bodies"))) {
            for (var file : bodies.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                var story = new WholeStory(
                        whole.story(),
                        BodyJson.read(Files.readString(file)),
                        whole.entry(),
                        surroundings,
                        surroundings.assets(),
                        whole.stills(),
                        whole.words(),
                        whole.publisher());
                assertValid(
                        file.getFileName().toString(),
                        NinjsFile.write(story),
                        NewsmlFile.write(story),
                        NitfFile.write(story));
            }
        }
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

    @Test
    void a_format_is_for_whom_the_settings_name() {
        world.published(World.bridgeReopens());
        assertEquals("*", answer("nitf.xml").header("Access-Control-Allow-Origin"));
        formats = new StoryFormats(
                Map.of(StoryFormat.NITF, StoryFormats.Audience.TOKEN, StoryFormat.TEXT, StoryFormats.Audience.NOBODY));
        assertEquals(404, answer("txt").status());
        assertEquals(200, answer("md").status());
        var closed = answer("nitf.xml");
        assertEquals(401, closed.status());
        assertEquals("Bearer", closed.header("WWW-Authenticate"));
        assertEquals(401, answer("nitf.xml", "Bearer titr_nothing").status());
        assertEquals(401, answer("nitf.xml", token(Scope.WRITE_DRAFTS)).status());
        var opened = answer("nitf.xml", token(Scope.READ));
        assertEquals(200, opened.status());
        assertEquals("private, no-cache", opened.header("Cache-Control"));
        assertEquals("Authorization", opened.header("Vary"));
        assertEquals("", opened.header("Access-Control-Allow-Origin"));
        assertEquals(404, answer("txt", token(Scope.READ)).status());
    }

    private String token(Scope scope) {
        var person = world.people
                .withEmail("sara@example.org")
                .orElseGet(() -> world.people.add("sara@example.org", "سارا", Role.REPORTER));
        if (tokens.issue(world.technician, "شریک", person.id(), Set.of(scope), Optional.empty())
                instanceof Verdict.Done<Tokens.Issued>(var issued)) {
            return "Bearer " + issued.secret();
        }
        throw new AssertionError("no token");
    }

    private String text(String ending) {
        return new String(answer(ending).body(), StandardCharsets.UTF_8);
    }

    private void assertValid(String what) throws Exception {
        assertValid(
                what,
                answer("ninjs.json").body(),
                answer("newsml.xml").body(),
                answer("nitf.xml").body());
    }

    private static void assertValid(String what, byte[] ninjs, byte[] newsml, byte[] nitf) throws Exception {
        assertEquals(List.of(), Schemas.ninjs(ninjs), what + " as ninjs");
        assertEquals(
                List.of(), Schemas.byXsd(newsml, "iptc/xml.xsd", "iptc/newsml-g2-2.35.xsd"), what + " as NewsML-G2");
        assertEquals(List.of(), Schemas.byRelaxNg(nitf, "nitf.rnc"), what + " as NITF");
    }

    private static Document xml(byte[] document) throws Exception {
        var parsers = DocumentBuilderFactory.newDefaultInstance();
        parsers.setNamespaceAware(true);
        return parsers.newDocumentBuilder().parse(new ByteArrayInputStream(document));
    }

    private Response answer(String ending) {
        return answer(ending, "");
    }

    private Response answer(String ending, String authorization) {
        return files.answer(new Request(
                "GET",
                "/news/1001." + ending,
                new Parameters(Map.of("number", List.of("1001"), "ending", List.of(ending))),
                Parameters.NONE,
                Parameters.NONE,
                new Parameters(authorization.isEmpty() ? Map.of() : Map.of("authorization", List.of(authorization))),
                Parameters.NONE,
                new byte[0],
                List.of(),
                "192.0.2.1",
                true));
    }
}
