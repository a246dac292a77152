package news.titr.wire;

import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import news.titr.World;
import news.titr.story.Content;
import news.titr.story.Published;
import news.titr.story.Publishing;
import news.titr.story.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class PageImportTest {

    private static final String PAGE = """
            پل کهنه باز می‌شود | خبر ساوران

            سه‌شنبه، 2 بهمن 1403 - 9:15

            پل کهنه باز می‌شود

            شماره: ۲۶۸۴۱
            Aa Aa

            مرمت پل کهنه تمام شد و عابران از فردا می‌توانند از روی آن بگذرند.

            به گزارش خبر ساوران، مهندس کار گفت:
            پایه‌ها را از نو ساختیم و نرده‌ها را نگه داشتیم.

            برچسب‌ها: پل کهنه، حمل‌ونقل
            """;

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theNumberIsKeptWhenItIsFree() {
        var story = taken();
        assertEquals(26841, story.number());
        assertEquals("26841", story.sourceNumber());
    }

    @Test
    void aNumberThatIsTakenStaysAsTheSourceNumber() {
        taken();
        var second = taken();
        assertEquals(26842, second.number());
        assertEquals("26841", second.sourceNumber());
        assertEquals(2, world.count("SELECT count(*) FROM story"));
    }

    @Test
    void whatWasReadIsWhatIsStoredAndWhatReadersGet() {
        var story = taken();
        var content = content(story);
        assertEquals("پل کهنه باز می\u200Cشود", content.headline());
        assertEquals(read().body(), content.body());
        assertEquals("خبر ساوران", content.source());
        assertEquals(read().tags(), content.tags());
        done(world.publishing.publish(world.technician, story.number(), Publishing.Seen.of(story)));
        var live = world.live(story.number());
        assertEquals(content.headline(), live.headline());
        assertEquals(content.body(), live.body());
        assertTrue(live.published().isEmpty());
    }

    @Test
    void theDateOfPublicationIsUnknownAndTheNoteSaysWhy() {
        var story = taken();
        assertEquals(new Published.Unknown(), content(story).published());
        String note = world.newsroom.story(story.number()).orElseThrow().note();
        assertEquals(read().note(), note);
        assertTrue(note.contains("2 بهمن 1403 - 9:15"), note);
        assertTrue(note.contains("تاریخ انتشار: نامعلوم"), note);
        assertTrue(note.contains("Aa Aa"), note);
    }

    private Story taken() {
        return done(new PageImport(world.drafting).begin(world.technician, World.EDITION, read()));
    }

    private Content content(Story story) {
        return world.newsroom.open(story.number()).orElseThrow().revision().content();
    }

    private static PageReading.Read read() {
        return assertInstanceOf(PageReading.Read.class, PageReader.read(PAGE.getBytes(StandardCharsets.UTF_8)));
    }
}
