package news.titr.wire.ghost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import news.titr.World;
import news.titr.doc.Markup;
import news.titr.story.Redirect;
import news.titr.story.Release;
import news.titr.wire.moving.ArchiveFiles;
import news.titr.wire.moving.Arrival;
import news.titr.wire.moving.BadArchive;
import news.titr.wire.moving.ImportReport.Fate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class GhostImportTest {

    private final World world = new World();
    private final Arrival arrival = new Arrival(world);

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        world.close();
    }

    private static final String EXPORT = """
            {"db":[{"meta":{"version":"5.80.0"},"data":{
              "posts":[
                {"id":"a1","uuid":"u1","title":"پل باز می\u200Cشود","slug":"pol","type":"post","status":"published",
                 "visibility":"public","html":"<p>بند <a href=\\"__GHOST_URL__/pol-2/\\">پیوند</a></p>",
                 "published_at":"2021-05-01T10:00:00.000Z","updated_at":"2021-05-02 10:00:00","custom_excerpt":"لید",
                 "feature_image":"__GHOST_URL__/content/images/2021/a.jpg"},
                {"id":"a2","title":"لکسیکال","slug":"lex","type":"post","status":"published","html":null,
                 "published_at":1619863200000,
                 "lexical":"{\\"root\\":{\\"type\\":\\"root\\",\\"children\\":[{\\"type\\":\\"paragraph\\",\\"children\\":[{\\"type\\":\\"extended-text\\",\\"text\\":\\"یک\\",\\"format\\":1}]},{\\"type\\":\\"horizontalrule\\"},{\\"type\\":\\"embed\\",\\"url\\":\\"https://www.aparat.com/v/abc12\\"},{\\"type\\":\\"strange\\",\\"value\\":7}]}}"},
                {"id":"a3","title":"موبایل","slug":"mob","status":"draft","html":"",
                 "mobiledoc":"{\\"version\\":\\"0.3.1\\",\\"atoms\\":[],\\"cards\\":[[\\"hr\\",{}]],\\"markups\\":[[\\"em\\"]],\\"sections\\":[[1,\\"p\\",[[0,[],0,\\"یک \\"],[0,[0],1,\\"دو\\"]]],[10,0],[3,\\"ul\\",[[[0,[],0,\\"سه\\"]]]]]}"},
                {"id":"a4","title":"درباره","slug":"about","type":"page","status":"published","html":"<p>ما</p>"},
                {"id":"a5","title":"پولی","slug":"paid","type":"post","status":"published","visibility":"paid","html":"<p>x</p>"}
              ],
              "users":[{"id":"p1","name":"سارا","slug":"sara"}],
              "tags":[{"id":"t1","name":"شهر","slug":"shahr"},{"id":"t2","name":"پل","slug":"bridge"},
                      {"id":"t3","name":"#internal","slug":"hash-internal","visibility":"internal"}],
              "posts_tags":[{"post_id":"a1","tag_id":"t2","sort_order":2},{"post_id":"a1","tag_id":"t1","sort_order":1},
                            {"post_id":"a1","tag_id":"t3","sort_order":0}],
              "posts_authors":[{"post_id":"a1","author_id":"p1","sort_order":0}]
            }}]}
            """;

    private GhostReader reader(String json) throws IOException {
        var file = Files.writeString(folder.resolve("ghost.json"), json);
        return new GhostReader(ArchiveFiles.of(List.of(file), ".json"), "https://khabar.example", Arrival.ADDRESSES);
    }

    private long number(String id) {
        return world.archiving.there("ghost:khabar.example", id).orElseThrow();
    }

    @Test
    void posts_of_every_age_come_with_tags_authors_and_addresses() throws IOException {
        var report = arrival.bring(reader(EXPORT));
        assertEquals(5, report.count(Fate.TAKEN), report.lines(false).toString());
        var story = world.live(number("a1"));
        assertEquals("پل باز می\u200Cشود", story.headline());
        assertEquals("لید", story.lead());
        assertEquals("city", story.section().orElseThrow().slug(), "the first public tag, found by its name");
        assertEquals(List.of("پل"), story.tags().stream().map(tag -> tag.name()).toList());
        assertEquals(
                List.of("سارا"),
                story.authors().stream().map(author -> author.name()).toList());
        assertEquals(Instant.parse("2021-05-01T10:00:00Z"), story.releasedAt());
        assertEquals("بند\\ [پیوند](/pol-2/)", Markup.write(story.body()));
        String lexical = Markup.write(world.live(number("a2")).body());
        assertTrue(lexical.startsWith("**یک**\n\n•\n\n<<aparat:abc12>>\n\n```unknown"), lexical);
        var draft = world.newsroom.story(number("a3")).orElseThrow();
        assertEquals(new Release.Unreleased(), draft.release());
        assertEquals(
                new Release.Unreleased(),
                world.newsroom.story(number("a5")).orElseThrow().release());
        assertEquals(
                "/news/" + number("a1") + "/پل-باز-می-شود",
                world.redirects.follow("/pol/", Map.of()).map(Redirect::target).orElseThrow());
        assertEquals(
                "/tag/پل",
                world.redirects
                        .follow("/tag/bridge/", Map.of())
                        .map(Redirect::target)
                        .orElseThrow());
        var before = arrival.whole();
        assertEquals(5, arrival.bring(reader(EXPORT)).count(Fate.THERE));
        assertEquals(before, arrival.whole());
    }

    @Test
    void what_is_no_export_says_so_in_one_line() {
        for (String file : List.of(EXPORT.substring(0, 900), "{\"a\":1}", "nothing", "[".repeat(5000), "")) {
            var refused = assertThrows(BadArchive.class, () -> reader(file).survey(_ -> {}), file);
            assertTrue(!String.valueOf(refused.getMessage()).contains("\n"), refused.getMessage());
        }
    }
}
