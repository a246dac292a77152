package news.titr.wire.moving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import news.titr.World;
import news.titr.doc.Markup;
import news.titr.media.PictureFiles;
import news.titr.story.LiveStory;
import news.titr.story.Redirect;
import news.titr.wire.moving.ImportReport.Fate;
import news.titr.wire.saved.PageParts;
import news.titr.wire.saved.SavedPagesReader;
import news.titr.wire.table.TableReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saved pages and tables. */
@Tag("database")
class OtherArchivesTest {

    private final World world = new World();
    private final Arrival arrival = new Arrival(world);
    private final OldDates dates = new OldDates(Arrival.TEHRAN, World.MORNING);

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        world.close();
    }

    private LiveStory live(String source, String id) {
        return world.live(world.archiving.there(source, id).orElseThrow());
    }

    @Test
    void saved_pages_are_read_by_what_they_tell_machines_and_by_the_usual_names() throws IOException {
        Files.createDirectories(folder.resolve("a_files"));
        Files.write(folder.resolve("a_files/pol.jpg"), PictureFiles.jpeg(32, 24));
        Files.writeString(folder.resolve("a.html"), """
                <html><head><meta charset="utf-8"><title>پل | روزنامه</title>
                <link rel="canonical" href="https://old.example/fa/news/77/pol">
                <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"پل باز می\u200Cشود",
                "datePublished":"2020-02-03T10:00:00+03:30","articleSection":"شهر","author":{"name":"سارا"}}]}</script></head>
                <body><nav>خانه</nav><div class="rutitr">پس از سه سال</div><h1>پل باز می\u200Cشود</h1><p class="lead">لید</p>
                <div class="item-text"><p>لید</p><img src="a_files/pol.jpg" alt="پل"><p>بند</p><div class="share">اشتراک</div></div>
                <div class="tags"><a>پل</a></div></body></html>
                """);
        Files.writeString(folder.resolve("b.html"), "<p>هیچ</p>");
        var report = arrival.bring(
                new SavedPagesReader(folder, new PageParts(Map.of()), dates, "old.example"),
                Arrival.withUploads(folder));
        assertEquals(1, report.count(Fate.TAKEN), report.lines(false).toString());
        assertEquals(1, report.count(Fate.REFUSED));
        var story = live("html:old.example", "https://old.example/fa/news/77/pol");
        assertEquals("پس از سه سال", story.kicker());
        assertEquals("لید", story.lead());
        assertEquals("city", story.section().orElseThrow().slug());
        assertEquals(Instant.parse("2020-02-03T06:30:00Z"), story.releasedAt());
        assertTrue(Markup.write(story.body()).matches("!\\[پل\\]\\(.*\\)\n\nبند"), Markup.write(story.body()));
        assertEquals(
                "/news/" + story.number() + "/پل-باز-می-شود",
                world.redirects
                        .follow("/fa/news/77/pol", Map.of())
                        .map(Redirect::target)
                        .orElseThrow());
    }

    @Test
    void settings_say_where_the_parts_stand() throws IOException {
        Files.writeString(folder.resolve("a.html"), "<b id=t>تیتر</b><i id=d>۱۳۹۳/۰۱/۰۵ ۱۲:۳۰</i><div id=b>متن</div>");
        var settings = Files.writeString(folder.resolve("site.properties"), "headline=#t\ndate=#d\nbody=#b\n");
        arrival.bring(new SavedPagesReader(folder, SavedPagesReader.settings(settings), dates, "x"));
        var story = live("html:x", "a.html");
        assertEquals("تیتر", story.headline());
        assertEquals(Instant.parse("2014-03-25T08:00:00Z"), story.releasedAt());
        assertThrows(BadArchive.class, () -> new PageParts(Map.of("titel", "h1")));
    }

    @Test
    void pages_of_old_systems_are_read_in_the_encoding_that_they_are_in() throws IOException {
        String page = """
                <html><head><title>روزنامه - پل</title>%s</head><body><div class="news_nav"><div class="rutitr">روتیتر</div>
                <h1 class="title">تلاش\u200Cها بيشتر شد</h1><div class="item-date"><span>%s</span></div>
                <p class="lead">لید خبر</p><div class="item-text"><p>متن خبر که از بیست نویسه درازتر است</p></div></body></html>
                """;
        var arabic = Charset.forName("windows-1256");
        String html5 = "<meta charset=\"utf-8\">";
        String of1256 = "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1256\">";
        String plain = page.replace("ی", "ي").replace("ۀ", "ه");
        Files.write(
                folder.resolve("1.html"),
                plain.formatted(of1256, "1398/02/15 - 10:30").getBytes(arabic));
        Files.write(folder.resolve("2.html"), plain.formatted("", "1398-2-15").getBytes(arabic));
        Files.write(folder.resolve("3.html"), plain.formatted(html5, "").getBytes(arabic));
        Files.writeString(folder.resolve("4.html"), page.formatted("", "تاریخ انتشار: ۱۵ اردیبهشت ۱۳۹۸ - ۱۰:۳۰"));
        Files.writeString(folder.resolve("5.html"), page.formatted(of1256, "یکشنبه ۱۵ ارديبهشت ۱۳۹۸ ساعت ۱۰:۳۰"));
        Files.writeString(
                folder.resolve("6.html"), page.formatted(html5, "کد خبر: ۱۲۳</span><span>۱۰:۳۰ - ۱۳۹۸/۰۲/۱۵"));
        var report = arrival.bring(new SavedPagesReader(folder, new PageParts(Map.of()), dates, "old"));
        assertEquals(6, report.count(Fate.TAKEN), report.lines(false).toString());
        var morning = Instant.parse("2019-05-05T06:00:00Z");
        for (int i = 1; i <= 6; i++) {
            var story = live("html:old", i + ".html");
            assertEquals("تلاش\u200Cها بيشتر شد", story.headline(), "page " + i);
            assertTrue(Markup.write(story.body()).startsWith("متن خبر"), "page " + i);
            switch (i) {
                case 2 -> assertEquals(Instant.parse("2019-05-04T19:30:00Z"), story.releasedAt());
                case 3 -> assertTrue(story.published().isEmpty(), "nobody knows when it was");
                default -> assertEquals(morning, story.releasedAt(), "page " + i);
            }
        }
    }

    private TableReader table(byte[] bytes, String encoding) throws IOException {
        var file = Files.write(folder.resolve("t.csv"), bytes);
        return new TableReader(
                ArchiveFiles.of(List.of(file), ".csv"),
                "t",
                Charset.forName(encoding),
                Map.of("Titel", "headline"),
                dates);
    }

    @Test
    void a_table_gives_a_story_a_line() throws IOException {
        String table = "\uFEFFشماره;Titel;متن;سرویس;برچسب‌ها;تاریخ;وضعیت;نشانی\n"
                + "70;پل باز می\u200Cشود;\"بند یکم\n\nبند; دوم\";شهر;پل|رود;۵ فروردین ۱۳۹۳;;/archive.php?id=70\n"
                + "71;دوم;<p>متن</p>;;;2020-01-02T03:04:05Z;draft;\n"
                + ";بی‌شماره;متن;;;;;\n";
        var report = arrival.bring(table(table.getBytes(StandardCharsets.UTF_8), "UTF-8"));
        assertEquals(2, report.count(Fate.TAKEN), report.lines(false).toString());
        assertEquals(1, report.count(Fate.REFUSED));
        assertEquals(
                6,
                arrival.lines.stream()
                        .filter(line -> line.fate() == Fate.REFUSED)
                        .findFirst()
                        .orElseThrow()
                        .where()
                        .line());
        var story = world.live(70);
        assertEquals("پل باز می\u200Cشود", story.headline());
        assertEquals("بند یکم\n\nبند; دوم", Markup.write(story.body()));
        assertEquals("city", story.section().orElseThrow().slug());
        assertEquals(Instant.parse("2014-03-24T20:30:00Z").minusSeconds(3600), story.releasedAt());
        assertEquals(
                "/news/70/پل-باز-می-شود",
                world.redirects
                        .follow("/archive.php", Map.of("id", List.of("70")))
                        .map(Redirect::target)
                        .orElseThrow());
    }

    @Test
    void tables_that_cannot_be_read_say_why() throws IOException {
        byte[] arabic = "id,title\n1,سلام\n".getBytes(Charset.forName("windows-1256"));
        assertTrue(message(table(arabic, "UTF-8")).contains("windows-1256"));
        assertEquals(1, arrival.bring(table(arabic, "windows-1256")).count(Fate.TAKEN));
        assertTrue(message(table("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), "UTF-8"))
                .contains("--column"));
        String endless = "id,title\n1,\"" + "a".repeat(21_000_000);
        assertTrue(message(table(endless.getBytes(StandardCharsets.UTF_8), "UTF-8"))
                .contains("longer than"));
    }

    private static String message(TableReader reader) {
        String message = String.valueOf(
                assertThrows(BadArchive.class, () -> reader.survey(_ -> {})).getMessage());
        assertTrue(!message.contains("\n"), message);
        return message;
    }
}
