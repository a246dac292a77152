package news.titr.wire.wordpress;

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
import news.titr.doc.Block;
import news.titr.doc.Markup;
import news.titr.media.Asset;
import news.titr.media.MediaOutcome;
import news.titr.media.MediaProblem;
import news.titr.media.PictureFiles;
import news.titr.story.ArchivedComment;
import news.titr.story.ArchivedPage;
import news.titr.story.Outcome;
import news.titr.story.Problem;
import news.titr.story.Redirect;
import news.titr.story.Release;
import news.titr.wire.moving.ArchiveImport;
import news.titr.wire.moving.Arrival;
import news.titr.wire.moving.ImportReport.Fate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class WordPressImportTest {

    private final World world = new World();
    private final Arrival arrival = new Arrival(world);

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        world.close();
    }

    private static final String CATEGORIES = """
            <category domain="category" nicename="transport"><![CDATA[حمل‌ونقل]]></category>
            <category domain="category" nicename="world"><![CDATA[جهان]]></category>
            <category domain="post_tag" nicename="old-bridge"><![CDATA[پل کهنه]]></category>
            """;

    private static final String COMMENT = """
            <wp:comment><wp:comment_id>%d</wp:comment_id><wp:comment_author><![CDATA[خواننده]]></wp:comment_author>
            <wp:comment_author_email>x@example.org</wp:comment_author_email><wp:comment_date_gmt>2014-03-26 08:00:00</wp:comment_date_gmt>
            <wp:comment_content><![CDATA[می‌پسندم]]></wp:comment_content><wp:comment_approved>%s</wp:comment_approved>
            <wp:comment_type></wp:comment_type><wp:comment_parent>0</wp:comment_parent></wp:comment>
            """;

    private Path export() {
        return Wxr.write(
                folder,
                "a.xml",
                Wxr.post(
                        501,
                        "پل <i>کهنه</i> باز می\u200Cشود",
                        "بند یکم\nخط دوم\n\nبند دوم",
                        CATEGORIES
                                + Wxr.meta("rotitr", "پس از سه سال")
                                + COMMENT.formatted(11, "1")
                                + COMMENT.formatted(12, "spam")
                                + COMMENT.formatted(13, "0")),
                Wxr.item("post", "draft", 502, "پیش‌نویس", "<p>متن</p>", ""),
                Wxr.item("page", "publish", 503, "درباره ما", "<p>ما</p>", ""),
                Wxr.item("nav_menu_item", "publish", 504, "", "", ""),
                Wxr.item(
                        "attachment",
                        "inherit",
                        505,
                        "عکس",
                        "",
                        "<wp:attachment_url>https://khabar.example/wp-content/uploads/2014/03/pol.jpg</wp:attachment_url>"
                                + Wxr.meta("_wp_attachment_image_alt", "پل از دور")));
    }

    @Test
    void a_story_comes_with_section_tags_byline_date_and_comments() {
        var report = arrival.bring(Wxr.reader(export()));
        assertEquals(5, report.records());
        assertEquals(3, report.count(Fate.TAKEN));
        assertEquals(2, report.count(Fate.SKIPPED));
        var story = world.live(501);
        assertEquals("پل کهنه باز می\u200Cشود", story.headline());
        assertEquals("پس از سه سال", story.kicker());
        assertEquals("بند یکم\\\nخط دوم\n\nبند دوم", Markup.write(story.body()));
        assertEquals("transport", story.section().orElseThrow().slug());
        assertEquals(
                List.of("جهان", "پل کهنه"),
                story.tags().stream().map(tag -> tag.name()).toList());
        assertEquals(
                List.of("سارا کاظمی"),
                story.authors().stream().map(author -> author.name()).toList());
        assertEquals(Instant.parse("2014-03-25T08:00:00Z"), story.releasedAt());
        assertEquals(
                new Release.Unreleased(),
                world.newsroom.story(502).orElseThrow().release());
        assertEquals(2, arrival.movingIn.comments(501), "spam stays outside");
        // the section above it is the one that was here, found by its name
        assertEquals(
                "city",
                world.sections
                        .find(world.sections.all("fa").stream()
                                .filter(section -> section.slug().equals("transport"))
                                .findFirst()
                                .orElseThrow()
                                .parent()
                                .orElseThrow())
                        .orElseThrow()
                        .slug());
        assertTrue(world.staticPages.all("fa").getFirst().isLive());
    }

    @Test
    void old_addresses_lead_on() {
        arrival.bring(Wxr.reader(export()));
        String story = "/news/501/پل-کهنه-باز-می-شود";
        assertEquals(story, target("/1393/01/05/khabar-501/"));
        assertEquals(story, target("/1393/1/5/khabar-501"), "as another version of the plug-in wrote it");
        assertEquals(story, target("/", Map.of("p", List.of("501"))));
        assertEquals("/khabar-503", target("/", Map.of("page_id", List.of("503"))));
        assertEquals("/section/transport", target("/category/شهر/transport/"));
        assertEquals("/section/city", target("/category/%D8%B4%D9%87%D8%B1/".replace("%D8%B4%D9%87%D8%B1", "شهر")));
        assertEquals("/tag/جهان", target("/category/world"), "a second category is a tag");
        assertEquals("/tag/پل-کهنه", target("/tag/old-bridge/"));
        assertEquals("/author/سارا-کاظمی", target("/author/sara-k/"));
        assertEquals("/archive/1393/01/05", target("/1393/01/05/"));
        assertEquals("/rss.xml", target("/feed/"));
    }

    private String target(String path) {
        return target(path, Map.of());
    }

    private String target(String path, Map<String, List<String>> query) {
        return world.redirects.follow(path, query).map(Redirect::target).orElse("nowhere");
    }

    @Test
    void an_archive_that_is_handed_over_again_changes_nothing() {
        var file = export();
        arrival.bring(Wxr.reader(file));
        var before = arrival.whole();
        var report = arrival.bring(Wxr.reader(file));
        assertEquals(before, arrival.whole());
        assertEquals(0, report.count(Fate.TAKEN));
        assertEquals(3, report.count(Fate.THERE));
    }

    @Test
    void an_archive_that_was_cut_off_anywhere_becomes_the_same() {
        var items = new String[520];
        for (int i = 0; i < items.length; i++) {
            items[i] = Wxr.post(i + 1, "خبر " + i, "<p>متن " + i + "</p>", CATEGORIES + COMMENT.formatted(i + 1, "1"));
        }
        var file = Wxr.write(folder, "many.xml", items);
        arrival.bring(Wxr.reader(file));
        var whole = arrival.whole();
        try (var other = new World()) {
            var again = new Arrival(other);
            // the stories of a batch are stored, what comes with them is not yet
            for (int end : List.of(3, 510)) {
                assertThrows(Arrival.CutOff.class, () -> again.cutOff(Wxr.reader(file), end));
            }
            again.bring(Wxr.reader(file));
            assertEquals(whole, again.whole());
        }
    }

    @Test
    void a_dry_run_says_the_same_and_stores_nothing() {
        var options = ArchiveImport.Options.in(World.EDITION);
        var looked = arrival.bring(Wxr.reader(export()), options.onlyLooking());
        assertEquals(0, world.count("SELECT COUNT(*) FROM story"));
        assertEquals(2, world.sections.all("fa").size());
        var taken = arrival.bring(Wxr.reader(export()), options);
        assertEquals(looked.fates(), taken.fates());
        assertEquals(looked.sums().get("sections"), taken.sums().get("sections"));
    }

    @Test
    void persian_dates_and_missing_ones_are_understood() {
        String jalali = Wxr.post(1, "جلالی", "متن", "")
                .replace("2014-03-25 12:30:00", "1393-01-05 12:30:00")
                .replace("2014-03-25 08:00:00", "0000-00-00 00:00:00");
        String digits = Wxr.post(2, "رقم", "متن", "").replace("2014-03-25 08:00:00", "۱۳۹۳-۰۱-۰۵ ۰۸:۰۰:۰۰");
        String none = Wxr.post(3, "هیچ", "متن", "")
                .replaceAll("2014-03-25 \\d\\d:\\d\\d:00", "0000-00-00 00:00:00")
                .replace("25 Mar 2014", "30 Nov -0001");
        arrival.bring(Wxr.reader(Wxr.write(folder, "d.xml", jalali, digits, none)));
        assertEquals(Instant.parse("2014-03-25T08:00:00Z"), world.live(1).releasedAt());
        assertEquals(Instant.parse("2014-03-25T08:00:00Z"), world.live(2).releasedAt());
        assertTrue(world.live(3).published().isEmpty(), "nobody knows, and nobody is told");
    }

    @Test
    void pictures_come_from_the_folder_of_uploads_and_from_nowhere_else() throws IOException {
        var uploads = Files.createDirectories(folder.resolve("uploads/2014/03"));
        Files.write(uploads.resolve("pol.jpg"), PictureFiles.jpeg(64, 48));
        Files.write(folder.resolve("secret.jpg"), PictureFiles.jpeg(64, 48));
        String html =
                "<p>پیش</p><img src=\"https://khabar.example/wp-content/uploads/2014/03/pol-300x200.jpg\" alt=\"پل\">"
                        + "<img src=\"https://khabar.example/wp-content/uploads/../../secret.jpg\">"
                        + "[gallery ids=\"505\"][caption id=\"a\" width=\"300\"]<img class=\"wp-image-505\" src=\"x.jpg\" /> شرح[/caption]";
        var file = Wxr.write(
                folder,
                "p.xml",
                Wxr.post(506, "با عکس", html, Wxr.meta("_thumbnail_id", "505")),
                Wxr.item(
                        "attachment",
                        "inherit",
                        505,
                        "عکس",
                        "",
                        "<wp:attachment_url>https://khabar.example/wp-content/uploads/2014/03/pol.jpg</wp:attachment_url>"
                                + Wxr.meta("_wp_attachment_image_alt", "پل از دور")));
        var report = arrival.bring(Wxr.reader(file), Arrival.withUploads(folder.resolve("uploads")));
        assertEquals(2, report.count(Fate.TAKEN), report.lines(false).toString());
        assertEquals(1, world.count("SELECT COUNT(*) FROM asset"));
        var story = world.live(506);
        String asset = story.picture().orElseThrow().asset();
        assertEquals(
                List.of(
                        new Block.Picture(asset, "پل", "", ""),
                        new Block.Picture(asset, "پل از دور", "", ""),
                        new Block.Picture(asset, "", "شرح", "")),
                story.body().all(Block.Picture.class));
        assertTrue(
                report.remarks().containsKey("path leads out of the folder of uploads"),
                report.remarks().toString());
    }

    @Test
    void blocks_and_shortcodes_become_ours() {
        String html = """
                <!-- wp:paragraph --><p>یک [1] متن […]</p><!-- /wp:paragraph -->
                <!-- wp:heading --><h2>میان‌تیتر</h2><!-- /wp:heading -->
                <!-- wp:embed {"url":"https://www.aparat.com/v/abc12","type":"video"} -->
                <figure class="wp-block-embed"><div class="wp-block-embed__wrapper">
                https://www.aparat.com/v/abc12
                </div></figure><!-- /wp:embed -->
                <!-- wp:separator --><hr class="wp-block-separator"/><!-- /wp:separator -->
                <!-- wp:block {"ref":9} /-->
                <!-- wp:latest-posts {"postsToShow":3} /-->
                <!-- wp:shortcode -->[vc_row][vc_column width="1/2"]درون[/vc_column][/vc_row][contact-form-7 id="4"]<!-- /wp:shortcode -->
                """;
        var file = Wxr.write(
                folder,
                "b.xml",
                Wxr.post(1, "بلوک", html, ""),
                Wxr.item("wp_block", "publish", 9, "b", "<!-- wp:paragraph --><p>مشترک</p><!-- /wp:paragraph -->", ""));
        arrival.bring(Wxr.reader(file));
        var blocks = world.live(1).body().blocks();
        assertEquals(
                List.of(
                        Block.Paragraph.of("یک [1] متن […]"),
                        Block.Subhead.of("میان‌تیتر"),
                        new Block.Embed("aparat", "abc12", ""),
                        new Block.Separator(),
                        Block.Paragraph.of("مشترک")),
                blocks.subList(0, 5));
        assertEquals(
                "wordpress-block",
                ((Block.Unknown) blocks.get(5)).json().path("type").asText());
        assertEquals(Block.Paragraph.of("درون"), blocks.get(6));
        assertEquals(
                "[contact-form-7 id=\"4\"]",
                ((Block.Unknown) blocks.get(7))
                        .json()
                        .path("attrs")
                        .path("source")
                        .asText());
    }

    @Test
    void what_cannot_be_shown_comes_to_the_desk() {
        var file = Wxr.write(
                folder,
                "c.xml",
                Wxr.post(1, "", "<p>بی‌تیتر</p>", ""),
                Wxr.post(2, "رمزدار", "<p>متن</p>", "<wp:post_password>x</wp:post_password>"),
                Wxr.item("post", "private", 3, "خصوصی", "<p>متن</p>", ""),
                Wxr.item("post", "trash", 4, "دورریخته", "<p>متن</p>", ""),
                Wxr.item("event", "publish", 5, "نوع دیگر", "<p>متن</p>", ""),
                Wxr.item("post", "future", 6, "آینده", "<p>متن</p>", "")
                        .replace("2014-03-25 08:00:00", "2026-03-25 08:00:00"));
        var report = arrival.bring(Wxr.reader(file));
        for (long number : List.of(1L, 2L, 3L)) {
            assertEquals(
                    new Release.Unreleased(),
                    world.newsroom.story(number).orElseThrow().release());
        }
        assertTrue(world.newsroom.story(6).orElseThrow().release() instanceof Release.Scheduled);
        assertEquals(2, report.count(Fate.SKIPPED));
        assertTrue(report.reasons(Fate.SKIPPED).keySet().toString().contains("--type event=story"));
    }

    @Test
    void sections_may_be_named_and_text_tidied() {
        var file = Wxr.write(folder, "e.xml", Wxr.post(1, "تلاشها بیشتر میشود", "<p>میشود</p>", CATEGORIES));
        arrival.bring(Wxr.reader(file), Arrival.withSections(Map.of("حمل‌ونقل", "culture")));
        assertEquals("culture", world.live(1).section().orElseThrow().slug());
        var other = Wxr.write(folder, "f.xml", Wxr.post(2, "تلاشها بیشتر میشود", "<p>میشود</p>", CATEGORIES));
        var report = arrival.bring(Wxr.reader(other), Arrival.tidied());
        assertEquals("تلاش\u200Cها بیشتر می\u200Cشود", world.live(2).headline());
        assertTrue(report.sums().get("half-spaces and spelling mended") >= 3);
    }

    @Test
    void only_who_runs_the_newspaper_brings_an_archive_in() throws IOException {
        var reporter = world.reporter();
        assertEquals(Outcome.refused(Problem.Kind.NOT_ALLOWED), arrival.movingIn.addresses(reporter, List.of()));
        assertEquals(
                Outcome.refused(Problem.Kind.NOT_ALLOWED),
                arrival.movingIn.comments(reporter, List.<ArchivedComment>of()));
        assertEquals(
                Outcome.refused(Problem.Kind.NOT_ALLOWED),
                arrival.movingIn.page(
                        reporter, new ArchivedPage("s", "1", "fa", "a", "b", news.titr.doc.Body.EMPTY, true)));
        var file = Files.write(folder.resolve("a.jpg"), PictureFiles.jpeg(8, 8));
        assertEquals(
                MediaOutcome.refused(MediaProblem.Kind.NOT_ALLOWED),
                arrival.library.takeInFrom(new news.titr.people.Actor.Timer(), "s", "1", file, Asset.Description.NONE));
    }
}
