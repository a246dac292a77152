package news.titr.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import news.titr.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a writer looks for while writing: stories to point to, names that are in use. */
@Tag("database")
class WritersSearchTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void storiesAreFoundByWordsOfTheirHeadlinesInWhateverSpelling() {
        long first = draft("کتاب‌های تازه می‌رسند");
        long second = draft("باز هم کتابهای تازه");
        draft("پل بسته می‌ماند");
        assertEquals(List.of(second, first), found("كتاب هاي تازه"));
        assertEquals(List.of(second, first), found("کتاب‌های"));
        assertEquals(List.of(first), found("رسند کتاب"));
        assertEquals(List.of(), found("کتاب پل"));
    }

    @Test
    void storiesAreFoundByTheirNumberInAnyDigits() {
        draft("۱۰۰۲ روز گذشت");
        long second = draft("دیگر");
        assertEquals(1002, second);
        // a headline with the same number comes after the story that has it
        assertEquals(List.of(second, 1001L), found("۱۰۰۲"));
        assertEquals(List.of(second, 1001L), found("1002"));
    }

    @Test
    void nothingAskedForIsEverythingNewestFirstUpToTheLimit() {
        for (int i = 0; i < 5; i++) {
            draft("خبر");
        }
        assertEquals(List.of(1005L, 1004L, 1003L), found("", 3));
    }

    @Test
    void namesThatAreInUseAreOfferedInWhateverSpelling() {
        var bridge = World.bridgeReopens();
        world.draft(new Content(
                bridge.kicker(),
                bridge.headline(),
                bridge.subheadlines(),
                bridge.lead(),
                bridge.body(),
                bridge.section(),
                List.of("حمل‌ونقل", "هوای پاک"),
                List.of("سارا نوری"),
                "",
                "",
                "",
                bridge.published(),
                bridge.picture()));
        var bylines = new Bylines(world.database);
        assertEquals(List.of("حمل‌ونقل"), bylines.known(Label.Kind.TAG, World.EDITION, "حمل", 12));
        assertEquals(List.of("هوای پاک"), bylines.known(Label.Kind.TAG, World.EDITION, "هواي پاك", 12));
        assertEquals(List.of("سارا نوری"), bylines.known(Label.Kind.AUTHOR, World.EDITION, "نوری", 12));
        assertEquals(List.of(), bylines.known(Label.Kind.AUTHOR, World.EDITION, "هیچ‌کس", 12));
        assertEquals(List.of(), bylines.known(Label.Kind.AUTHOR, World.EDITION, "%", 12));
    }

    private long draft(String headline) {
        var bridge = World.bridgeReopens();
        return world.draft(bridge.withText("", headline, bridge.lead(), bridge.body()))
                .number();
    }

    private List<Long> found(String words) {
        return found(words, 12);
    }

    private List<Long> found(String words, int limit) {
        return world.newsroom.search(words, limit).stream()
                .map(line -> line.story().number())
                .toList();
    }
}
