package news.titr.wire.wordpress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import news.titr.World;
import news.titr.archive.WxrExport;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.doc.Markup;
import news.titr.language.Language;
import news.titr.media.FolderBlobs;
import news.titr.media.Pictures;
import news.titr.media.Programs;
import news.titr.story.Content;
import news.titr.story.Edition;
import news.titr.story.LiveRanges;
import news.titr.story.LiveStory;
import news.titr.story.Masthead;
import news.titr.story.Published;
import news.titr.wire.moving.Arrival;
import news.titr.wire.moving.ImportReport.Fate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this program writes for WordPress, it reads. */
@Tag("database")
class OwnExportTest {

    @TempDir
    Path folder;

    private static final String BODY = """
            بند یکم با **پررنگ** و *کج* و [پیوند](https://example.org/a?b=1&c=2).

            ## میان\u200Cتیتر

            > نقل قول
            >
            > — مهندس پل

            - یک
            - دو

            1. اول
            2. دوم

            •

            <<aparat:abc12>>
            """;

    @Test
    void a_story_comes_back_as_it_went() {
        try (var world = new World();
                var other = new World()) {
            var plain = World.bridgeReopens();
            var content = new Content(
                    "روتیتر",
                    plain.headline(),
                    List.of("زیرتیتر یک", "زیرتیتر دو"),
                    plain.lead(),
                    withTable(Markup.read(BODY)),
                    plain.section(),
                    List.of("پل", "رود و دریا"),
                    List.of("سارا نویسنده", "علی عکاس"),
                    "تهران",
                    "خبرگزاری",
                    "",
                    new Published.OnRelease(),
                    Optional.empty());
            var went = world.published(content);
            var page = World.done(world.staticPages.begin(
                    world.technician, World.EDITION, "about", "دربارهٔ ما", Body.of(Block.Paragraph.of("ما"))));
            World.done(world.staticPages.publish(world.technician, page.id(), page.newest()));
            var file = folder.resolve("own.xml");
            export(world).write(file, false, (_, _, _) -> {});
            var arrival = new Arrival(other);
            var report = arrival.bring(Wxr.reader(file));
            assertEquals(2, report.count(Fate.TAKEN), report.lines(false).toString());
            var came = other.live(went.number());
            assertEquals(told(world.live(went.number())), told(came));
            assertEquals(Markup.write(content.body()), Markup.write(came.body()));
            assertEquals(
                    "about",
                    other.staticPages.all(World.EDITION).getFirst().page().slug());
            assertTrue(other.staticPages.all(World.EDITION).getFirst().isLive());
            assertEquals(2, arrival.bring(Wxr.reader(file)).count(Fate.THERE));
        }
    }

    private static Body withTable(Body body) {
        var blocks = new java.util.ArrayList<>(body.blocks());
        blocks.add(new Block.Table(
                "جدول",
                List.of(new Block.Table.Row(List.of(
                        new Block.Table.Cell(true, 1, 1, news.titr.doc.Inline.plain("سال")),
                        new Block.Table.Cell(false, 1, 1, news.titr.doc.Inline.plain("۱۴۰۳")))))));
        return new Body(blocks);
    }

    private static List<Object> told(LiveStory story) {
        return List.of(
                story.kicker(),
                story.headline(),
                story.subheadlines(),
                story.lead(),
                story.section().orElseThrow().slug(),
                story.tags().stream().map(tag -> tag.name()).toList(),
                story.authors().stream().map(author -> author.name()).toList(),
                story.dateline(),
                story.source(),
                story.type(),
                story.releasedAt());
    }

    private WxrExport export(World world) {
        var masthead = new Masthead("روزنامه", "", World.SITE, Arrival.TEHRAN, Language.PERSIAN, List.of());
        return new WxrExport(
                world.liveStories,
                new LiveRanges(world.database),
                world.staticPages,
                new Pictures(world.database, new FolderBlobs(folder), Clock.systemUTC(), Programs.on("")),
                new Edition(masthead, Language.PERSIAN.digits(), Language.PERSIAN.calendar(), true));
    }
}
