package news.titr.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import news.titr.World;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.language.Language;
import news.titr.media.FolderBlobs;
import news.titr.media.Pictures;
import news.titr.media.Programs;
import news.titr.story.Edition;
import news.titr.story.LiveRanges;
import news.titr.story.Masthead;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What WordPress is given of a newspaper. */
@Tag("database")
final class WxrExportTest {

    private static final String WP = "http://wordpress.org/export/1.2/";

    @TempDir
    Path folder;

    @Test
    void stories_and_pages_are_items_that_an_importer_reads() throws Exception {
        try (var world = new World()) {
            var bridge = world.published(World.bridgeReopens());
            world.clock.forward(Duration.ofMinutes(5));
            world.published(
                    World.bridgeCloses().withText("", "بسته و ]]> باز", "", Body.of(Block.Paragraph.of("یک & دو"))));
            world.draft(World.bridgeCloses());
            var page = World.done(world.staticPages.begin(
                    world.technician, World.EDITION, "about", "دربارهٔ ما", Body.of(Block.Paragraph.of("ما"))));
            World.done(world.staticPages.publish(world.technician, page.id(), page.newest()));
            var file = folder.resolve("out.xml");
            var written = export(world).write(file, false, (_, _, _) -> {});
            assertEquals(new WxrExport.Written(2, 1, 0), written);

            var document = read(file);
            assertEquals("1.2", text(document.getDocumentElement(), "wxr_version"));
            var items = items(document);
            assertEquals(
                    List.of("post", "post", "page"),
                    items.stream().map(item -> text(item, "post_type")).toList());
            var first = items.get(1);
            assertEquals(Long.toString(bridge.number()), text(first, "post_id"));
            assertEquals("2025-01-20 04:40:00", text(first, "post_date_gmt"));
            assertEquals("2025-01-20 08:10:00", text(first, "post_date"));
            assertEquals("publish", text(first, "status"));
            assertEquals(World.bridgeReopens().lead(), plain(first, "excerpt:encoded"));
            String content = plain(first, "content:encoded");
            assertTrue(content.contains("<p>مرمت پل سه سال طول کشید.</p>"), content);
            assertEquals(World.bridgeReopens().headline(), plain(first, "title"));
            assertTrue(text(first, "post_name").contains("پل-کهنه"), text(first, "post_name"));
            var categories = first.getElementsByTagName("category");
            assertEquals(3, categories.getLength());
            assertEquals("city", ((Element) categories.item(0)).getAttribute("nicename"));
            String creator = plain(first, "dc:creator");
            assertTrue(creator.matches("author-[0-9a-f]{12}"), creator);
            assertEquals(creator, text(document.getDocumentElement(), "author_login"));
            assertEquals("سارا نویسنده", text(document.getDocumentElement(), "author_display_name"));
            assertEquals("بسته و ]]> باز", plain(items.get(0), "title"));
            assertFalse(Files.readString(file).contains("بسته شد"), "drafts stay here");
        }
    }

    private WxrExport export(World world) {
        var masthead = new Masthead("روزنامه", "", World.SITE, ZoneId.of("Asia/Tehran"), Language.PERSIAN, List.of());
        return new WxrExport(
                world.liveStories,
                new LiveRanges(world.database),
                world.staticPages,
                new Pictures(world.database, new FolderBlobs(folder), Clock.systemUTC(), Programs.on("")),
                new Edition(masthead, Language.PERSIAN.digits(), Language.PERSIAN.calendar(), true));
    }

    private static Document read(Path file) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(file.toFile());
    }

    private static List<Element> items(Document document) {
        var found = document.getElementsByTagName("item");
        var items = new ArrayList<Element>();
        for (int i = 0; i < found.getLength(); i++) {
            items.add((Element) found.item(i));
        }
        return items;
    }

    private static String text(Element in, String name) {
        return in.getElementsByTagNameNS(WP, name).item(0).getTextContent();
    }

    private static String plain(Element in, String name) {
        return in.getElementsByTagName(name).item(0).getTextContent();
    }
}
