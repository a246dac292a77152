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

    private static String post(String id, String more) {
        return """
                {"id":"%s","title":"%s","slug":"%s","type":"post","status":"published","visibility":"public",
                 "published_at":"2024-05-01T10:00:00.000Z",%s}""".formatted(id, id, id, more);
    }

    private static String posts(String... posts) {
        return "{\"db\":[{\"meta\":{\"version\":\"6.0.0\"},\"data\":{\"posts\":[" + String.join(",", posts)
                + "],\"users\":[{\"id\":\"p1\",\"name\":\"سارا\",\"slug\":\"sara\"},{\"id\":\"p2\",\"name\":\"علی\",\"slug\":\"ali\"}],"
                + "\"tags\":[{\"id\":\"t\",\"name\":\"#in\",\"slug\":\"hash-in\",\"visibility\":\"internal\"}],"
                + "\"posts_tags\":[{\"post_id\":\"two\",\"tag_id\":\"t\",\"sort_order\":0}],"
                + "\"posts_authors\":[{\"post_id\":\"two\",\"author_id\":\"p2\",\"sort_order\":1},"
                + "{\"post_id\":\"two\",\"author_id\":\"p1\",\"sort_order\":0}]}}]}";
    }

    @Test
    void what_was_for_members_or_only_sent_by_mail_does_not_come_before_readers() throws IOException {
        var items = new java.util.ArrayList<String>();
        items.add(post("open", "\"html\":\"<p>x</p>\""));
        for (String visibility : List.of("members", "paid", "tiers")) {
            items.add(post(visibility, "\"html\":\"<p>x</p>\"").replace("\"public\"", "\"" + visibility + "\""));
            items.add(post("page-" + visibility, "\"html\":\"<p>x</p>\"")
                    .replace("\"public\"", "\"" + visibility + "\"")
                    .replace("\"type\":\"post\"", "\"type\":\"page\""));
        }
        items.add(post("sent", "\"html\":\"<p>x</p>\"").replace("\"published\"", "\"sent\""));
        items.add(post("draft", "\"html\":\"<p>x</p>\"").replace("\"published\"", "\"draft\""));
        var report = arrival.bring(reader(posts(items.toArray(String[]::new))));
        assertEquals(items.size(), report.count(Fate.TAKEN), report.lines(false).toString());
        assertEquals(1, world.count("SELECT COUNT(*) FROM story WHERE release = 'live'"));
        assertEquals(0, world.count("SELECT COUNT(*) FROM static_page WHERE live IS NOT NULL"));
    }

    @Test
    void cards_of_every_age_become_blocks() throws IOException {
        String html = "<!--kg-card-begin: html--><p>الف</p><!--kg-card-end: html-->"
                + "<figure class='kg-card kg-gallery-card kg-width-wide'><div class='kg-gallery-container'><div class='kg-gallery-row'>"
                + "<div class='kg-gallery-image'><img src='__GHOST_URL__/content/images/2024/a.jpg' alt='یک'></div>"
                + "<div class='kg-gallery-image'><img src='__GHOST_URL__/content/images/2024/b.jpg' alt='دو'></div></div></div></figure>"
                + "<figure class='kg-card kg-bookmark-card'><a class='kg-bookmark-container' href='https://example.org/x'>"
                + "<div class='kg-bookmark-content'><div class='kg-bookmark-title'>نشان</div></div></a></figure>"
                + "<div class='kg-card kg-audio-card'><audio src='__GHOST_URL__/content/media/s.mp3' title='صدا'></audio>"
                + "<div class='kg-audio-player'><button>پخش</button><span>0:00</span></div></div>"
                + "<figure class='kg-card kg-embed-card'><iframe src='https://www.youtube.com/embed/dQw4w9WgXcQ'></iframe></figure>"
                + "<div class='kg-card kg-callout-card'><div class='kg-callout-text'>هشدار</div></div>";
        String lexical = "{\"root\":{\"children\":["
                + "{\"type\":\"extended-heading\",\"tag\":\"h2\",\"children\":[{\"type\":\"extended-text\",\"text\":\"سر\"}]},"
                + "{\"type\":\"gallery\",\"images\":[{\"src\":\"__GHOST_URL__/content/images/a.jpg\",\"alt\":\"یک\"}],\"caption\":\"شرح\"},"
                + "{\"type\":\"list\",\"listType\":\"number\",\"children\":[{\"type\":\"listitem\",\"children\":[{\"type\":\"text\",\"text\":\"یک\"}]}]},"
                + "{\"type\":\"callout\",\"calloutText\":\"<b>هشدار</b>\"},{\"type\":\"paywall\"},"
                + "{\"type\":\"html\",\"html\":\"<p>خام</p><script>x()</script>\"}]}}";
        var report = arrival.bring(reader(posts(
                post("one", "\"html\":" + quoted(html)), post("two", "\"html\":null,\"lexical\":" + quoted(lexical)))));
        assertEquals(2, report.count(Fate.TAKEN), report.lines(false).toString());
        String one = Markup.write(world.live(number("one")).body());
        assertEquals(
                "الف\n\n[یک](https://khabar.example/content/images/2024/a.jpg)\n\n"
                        + "[دو](https://khabar.example/content/images/2024/b.jpg)\n\n[نشان](https://example.org/x)\n\n"
                        + "[صدا](https://khabar.example/content/media/s.mp3)\n\n<<youtube:dQw4w9WgXcQ>>\n\nهشدار",
                one);
        var two = world.live(number("two"));
        assertEquals(
                "## سر\n\n[یک](https://khabar.example/content/images/a.jpg)\n\nشرح\n\n1. یک\n\n**هشدار**\n\nخام",
                Markup.write(two.body()));
        assertEquals(
                List.of("سارا", "علی"),
                two.authors().stream().map(author -> author.name()).toList());
        assertEquals(List.of(), two.tags());
        assertEquals(0, two.section().stream().count());
    }

    private static String quoted(String text) {
        return com.fasterxml.jackson.databind.node.TextNode.valueOf(text).toString();
    }

    @Test
    void what_is_no_export_says_so_in_one_line() {
        for (String file : List.of(EXPORT.substring(0, 900), "{\"a\":1}", "nothing", "[".repeat(5000), "")) {
            var refused = assertThrows(BadArchive.class, () -> reader(file).survey(_ -> {}), file);
            assertTrue(!String.valueOf(refused.getMessage()).contains("\n"), refused.getMessage());
        }
    }
}
