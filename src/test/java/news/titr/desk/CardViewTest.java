package news.titr.desk;

import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import news.titr.World;
import news.titr.http.StaticFiles;
import news.titr.language.Language;
import news.titr.story.Drafting;
import news.titr.story.Masthead;
import news.titr.story.SiteSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the board shows of a story. */
@Tag("database")
class CardViewTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_story_in_a_language_whose_words_the_program_has_no_more_still_has_its_card() {
        world.sections.keep("sv", List.of(Map.entry("stad", "Stad")));
        var story = done(world.drafting.begin(
                world.technician,
                Drafting.Beginning.in("sv"),
                World.bridgeCloses().withSection("stad")));
        var settings = SiteSettings.of(new Masthead(
                "کرانه",
                "",
                URI.create("https://news.example.org"),
                ZoneId.of("Asia/Tehran"),
                Language.PERSIAN,
                List.of()));
        var frame = new DeskFrame(() -> settings, world.clock, new StaticFiles(), world.alarms);
        var card = CardView.of(world.board.card(story.number()).orElseThrow(), frame, "");
        assertEquals("پل کهنه بسته شد", card.headline());
        assertEquals("fa", card.language());
        assertEquals("rtl", card.direction());
    }
}
