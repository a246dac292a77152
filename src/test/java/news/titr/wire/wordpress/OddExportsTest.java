package news.titr.wire.wordpress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import news.titr.World;
import news.titr.doc.Block;
import news.titr.doc.Markup;
import news.titr.media.PictureFiles;
import news.titr.story.Redirect;
import news.titr.wire.moving.Arrival;
import news.titr.wire.moving.ImportReport.Fate;
import news.titr.wire.moving.UploadedFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports as twenty years of versions, plug-ins and servers have left them. */
@Tag("database")
class OddExportsTest {

    private final World world = new World();
    private final Arrival arrival = new Arrival(world);

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        world.close();
    }

    private static String locked(String item) {
        return item.replace("<wp:post_parent>", "<wp:post_password>x</wp:post_password><wp:post_parent>");
    }

    @Test
    void every_item_is_accounted_for_and_nothing_private_comes_before_readers() {
        var items = new ArrayList<String>();
        items.add(Wxr.post(1, "یک", "<p>متن</p>", ""));
        int id = 2;
        for (String status : List.of("private", "pending", "draft", "inherit", "archived", "request-pending")) {
            items.add(Wxr.item("post", status, id++, status, "<p>متن</p>", ""));
        }
        items.add(locked(Wxr.post(id++, "رمزدار", "<p>متن</p>", "")));
        for (String status : List.of("trash", "auto-draft")) {
            items.add(Wxr.item("post", status, id++, status, "<p>متن</p>", ""));
        }
        for (String type : List.of("revision", "nav_menu_item", "custom_css", "wp_navigation", "tribe_events")) {
            items.add(Wxr.item(type, "publish", id++, type, "<p>متن</p>", ""));
        }
        items.add(Wxr.item("page", "private", id++, "صفحهٔ خصوصی", "<p>متن</p>", ""));
        items.add(locked(Wxr.item("page", "publish", id++, "صفحهٔ رمزدار", "<p>متن</p>", "")));
        items.add(Wxr.post(1, "همان شماره", "<p>دیگر</p>", ""));
        items.add(Wxr.post(50, "همان نشانی", "<p>متن</p>", "").replace("khabar-50/", "khabar-1/"));
        items.add(Wxr.post(51, "", "<p>بی\u200Cتیتر</p>", "").replace("<title></title>", ""));
        items.add(Wxr.post(52, "دراز", "<p>" + "واژه ".repeat(1_000_000) + "</p>", ""));
        items.add(Wxr.post(53, "سی\u200Cدیتا", "پیش ]]]]><![CDATA[> پس\u0008", ""));
        var report = arrival.bring(Wxr.reader(Wxr.write(folder, "odd.xml", items.toArray(String[]::new))));
        assertEquals(items.size(), report.records(), report.lines(false).toString());
        assertEquals(8, report.count(Fate.SKIPPED), report.lines(false).toString());
        assertEquals(0, report.count(Fate.REFUSED));
        assertEquals(
                Set.of(1L, 50L, 52L, 53L),
                Set.copyOf(
                        world.database.read(read -> read.createQuery("SELECT number FROM story WHERE release = 'live'")
                                .mapTo(Long.class)
                                .list())));
        assertEquals(0, world.count("SELECT COUNT(*) FROM static_page WHERE live IS NOT NULL"));
        assertEquals("متن", Markup.write(world.live(1).body()), "the first of a number stays");
        assertEquals("/news/1/یک", target("/1393/01/05/khabar-1"), "the first of an address keeps it");
        assertEquals("/news/50/همان-نشانی", target("/", Map.of("p", List.of("50"))));
        assertEquals("پیش ]]> پس", Markup.write(world.live(53).body()).replace("\\", ""));
    }

    private String target(String path) {
        return target(path, Map.of());
    }

    private String target(String path, Map<String, List<String>> query) {
        return world.redirects.follow(path, query).map(Redirect::target).orElse("nowhere");
    }

    private static String export(int id) {
        return Wxr.HEAD + Wxr.post(id, "تیتر " + id, "بند یکم\n\nبند دوم", "") + Wxr.FOOT;
    }

    private void write(String name, String text, Charset charset) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(charset));
    }

    @Test
    void a_folder_of_files_is_read_however_each_was_written() throws IOException {
        write("01.xml", "\uFEFF" + export(1), StandardCharsets.UTF_8);
        write("02.xml", "\uFEFF" + export(2).replace("UTF-8", "UTF-16"), StandardCharsets.UTF_16LE);
        write("03.xml", export(3).replace("UTF-8", "UTF-16"), StandardCharsets.UTF_16BE);
        write("04.xml", export(4).replace("\n", "\r\n"), StandardCharsets.UTF_8);
        write("05.xml", export(5).replace("/export/1.2/", "/export/1.0/"), StandardCharsets.UTF_8);
        write("06.xml", "\n\n<br />\n<b>Warning</b>: Undefined in <b>x.php</b>\n" + export(6), StandardCharsets.UTF_8);
        Files.createDirectories(folder.resolve("more"));
        try (var packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("more/07.xml.gz")))) {
            packed.write(export(7).getBytes(StandardCharsets.UTF_8));
        }
        var report = arrival.bring(Wxr.reader(folder));
        assertEquals(7, report.count(Fate.TAKEN), report.lines(false).toString());
        for (long number = 1; number <= 7; number++) {
            assertEquals("بند یکم\n\nبند دوم", Markup.write(world.live(number).body()), "file " + number);
        }
    }

    @Test
    void a_zip_brings_its_pictures_along() throws IOException {
        var zip = folder.resolve("site.zip");
        String text = "<ul class=\"blocks-gallery-grid\"><li><figure>"
                + "<img src=\"https://khabar.example/wp-content/uploads/2014/03/pol-300x200.jpg\" alt=\"پل\">"
                + "<figcaption>شرح</figcaption></figure></li></ul>";
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("backup/export.xml"));
            out.write((Wxr.HEAD + Wxr.post(7, "با عکس", text, "") + Wxr.FOOT).getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("backup/wp-content/uploads/2014/03/pol.jpg"));
            out.write(PictureFiles.jpeg(64, 48));
        }
        assertTrue(UploadedFiles.areIn(zip));
        var report = arrival.bring(Wxr.reader(zip), Arrival.withUploads(zip));
        assertEquals(
                1,
                report.sums().get("pictures and other files"),
                report.lines(false).toString());
        var blocks = world.live(7).body().blocks();
        assertEquals(1, blocks.size(), blocks.toString());
        assertEquals("شرح", ((Block.Picture) blocks.getFirst()).caption());
    }

    @Test
    void a_newspaper_that_stood_in_a_folder_is_found_with_it_and_without() {
        var file = Wxr.write(
                folder,
                "f.xml",
                Wxr.post(7, "هفت", "<p><a href=\"https://khabar.example/1393/01/05/khabar-8/\">هشت</a></p>", ""));
        try {
            String moved = Files.readString(file).replace("https://khabar.example", "https://khabar.example/blog");
            Files.writeString(file, moved);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        arrival.bring(Wxr.reader(file));
        assertEquals("/news/7/هفت", target("/blog/1393/01/05/khabar-7/"));
        assertEquals("/news/7/هفت", target("/1393/1/5/khabar-7/"));
        assertEquals("/news/7/هفت", target("/blog/", Map.of("p", List.of("7"))));
        assertEquals("/rss.xml", target("/blog/feed/"));
        assertEquals("[هشت](/1393/01/05/khabar-8)", Markup.write(world.live(7).body()));
    }
}
