package news.titr.print;

import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.titr.TestDatabase;
import news.titr.World;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.doc.TextRenderer;
import news.titr.media.FolderBlobs;
import news.titr.media.Pictures;
import news.titr.media.Programs;
import news.titr.story.Covering;
import news.titr.story.Edition;
import news.titr.story.Masthead;
import news.titr.story.Publishing;
import news.titr.story.SiteSettings;
import news.titr.story.StoryType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A PDF of a live coverage has the entries up to now. */
@Tag("database")
class PrintedCoverageTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void the_pdf_has_the_entries_up_to_now_and_none_that_was_taken_back() {
        var editor = world.chiefEditor();
        var draft = world.draft(StoryType.LIVE, World.bridgeReopens());
        done(world.publishing.publish(editor, draft.number(), Publishing.Seen.of(draft)));
        world.clock.forward(Duration.ofMinutes(5));
        for (String text : List.of("داور سوت زد.", "شایعه")) {
            var wish = new Covering.Wish(Optional.empty(), "آغاز", Body.of(Block.Paragraph.of(text)), "", false);
            done(world.covering.write(editor, draft.number(), world.ids.next(), wish));
        }
        done(world.covering.remove(editor, draft.number(), 2, "نادرست بود"));

        var masthead = new Masthead(
                "کرانه",
                "",
                World.SITE,
                java.time.ZoneId.of("Asia/Tehran"),
                news.titr.language.Language.PERSIAN,
                List.of());
        Edition edition = SiteSettings.of(masthead).edition(World.EDITION);
        var pictures = new Pictures(
                world.database, new FolderBlobs(TestDatabase.temporaryFolder()), world.clock, Programs.NONE);
        var printed = new PdfEdition(_ -> edition, world.liveStories, pictures)
                .printed(world.live(draft.number()))
                .story();
        var blocks = printed.body().blocks();
        var subhead = (Block.Subhead) blocks.get(blocks.size() - 2);
        assertEquals("دوشنبه، ۱ بهمن ۱۴۰۳ - ۸:۱۵", subhead.kicker());
        assertEquals(Block.Paragraph.of("داور سوت زد."), blocks.getLast());
        assertEquals("دوشنبه، ۱ بهمن ۱۴۰۳ - ۸:۱۵", printed.updatedText());
        assertFalse(TextRenderer.render(printed.body()).contains("شایعه"));
    }
}
