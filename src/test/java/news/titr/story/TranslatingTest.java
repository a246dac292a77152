package news.titr.story;

import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import news.titr.World;
import news.titr.audit.Action;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.people.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Versions of a story in several languages. */
@Tag("database")
class TranslatingTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whoeverTiesAStoryToAnotherTiesBoth() {
        var persian = world.published(World.bridgeReopens());
        var english = world.published("en", bridge());
        done(world.translating.join(world.chiefEditor(), english.number(), persian.number()));
        assertEquals(
                List.of(new Translation(english.number(), "en", "The old bridge opens", true)),
                world.translating.others(persian.number()));
        assertEquals(List.of("fa"), editions(english.number()));
        assertEquals(
                List.of(english.number()),
                world.liveStories.translations(persian.number()).stream()
                        .map(Teaser::number)
                        .toList());
    }

    @Test
    void readersAreLedToLiveVersionsOnly() {
        var persian = world.published(World.bridgeReopens());
        world.sections.keep("en", List.of());
        var english = done(world.translating.begin(world.technician, persian.number(), "en"));
        assertEquals(List.of(), world.liveStories.translations(persian.number()));
        var live = done(world.publishing.publish(world.technician, english.number(), Publishing.Seen.of(english)));
        assertEquals(1, world.liveStories.translations(persian.number()).size());
        done(world.publishing.withdraw(world.technician, english.number(), Publishing.Seen.of(live), "خطا"));
        assertEquals(List.of(), world.liveStories.translations(persian.number()));
    }

    @Test
    void aTranslationBeginsWithTheTextOfTheOriginalAndWithoutItsSection() {
        var persian = world.published(World.bridgeReopens());
        world.sections.keep("en", List.of());
        var english = done(world.translating.begin(world.reporter(), persian.number(), "en"));
        var content =
                world.newsroom.open(english.number()).orElseThrow().revision().content();
        assertEquals(World.bridgeReopens().headline(), content.headline());
        assertEquals(World.bridgeReopens().body(), content.body());
        assertEquals("", content.section());
        assertEquals(List.of(), content.tags());
        assertEquals("en", english.edition());
        assertRefused(
                Problem.Kind.TRANSLATED_ALREADY, world.translating.begin(world.reporter(), persian.number(), "en"));
        assertRefused(Problem.Kind.NO_SUCH_EDITION, world.translating.begin(world.reporter(), persian.number(), "ar"));
    }

    @Test
    void eachLanguageHasOneVersion() {
        var persian = world.published(World.bridgeReopens());
        var other = world.published(World.bridgeCloses());
        var english = world.published("en", bridge());
        var second = world.published("en", bridge());
        var arabic = world.published("ar", bridge());
        var editor = world.chiefEditor();
        done(world.translating.join(editor, english.number(), persian.number()));
        assertRefused(Problem.Kind.SAME_EDITION, world.translating.join(editor, other.number(), persian.number()));
        assertRefused(Problem.Kind.SAME_EDITION, world.translating.join(editor, persian.number(), persian.number()));
        assertRefused(
                Problem.Kind.TRANSLATED_ALREADY, world.translating.join(editor, second.number(), persian.number()));
        assertRefused(Problem.Kind.NO_SUCH_STORY, world.translating.join(editor, second.number(), 99_999));
        done(world.translating.join(editor, arabic.number(), english.number()));
        assertEquals(List.of("ar", "en"), editions(persian.number()));
    }

    @Test
    void aStoryThatIsUntiedLeavesTheOthersTied() {
        var persian = world.published(World.bridgeReopens());
        var english = world.published("en", bridge());
        var arabic = world.published("ar", bridge());
        var editor = world.chiefEditor();
        done(world.translating.join(editor, english.number(), persian.number()));
        done(world.translating.join(editor, arabic.number(), persian.number()));
        done(world.translating.leave(editor, persian.number()));
        assertEquals(List.of(), editions(persian.number()));
        assertEquals(List.of("ar"), editions(english.number()));
        // tied to another, it leaves those that it was tied to before
        var other = world.published(World.bridgeCloses());
        done(world.translating.join(editor, english.number(), other.number()));
        assertEquals(List.of(), editions(arabic.number()));
        assertEquals(List.of("en"), editions(other.number()));
    }

    @Test
    void aDraftIsTiedByItsWriterALiveStoryByWhoMayPublishIt() {
        var persian = world.published(World.bridgeReopens());
        Actor reporter = world.reporter();
        world.sections.keep("en", List.of());
        var draft = done(world.drafting.begin(reporter, Drafting.Beginning.in("en"), Content.EMPTY));
        done(world.translating.join(reporter, draft.number(), persian.number()));
        done(world.translating.leave(reporter, draft.number()));
        var live = world.published("en", bridge());
        assertRefused(Problem.Kind.NOT_ALLOWED, world.translating.join(reporter, live.number(), persian.number()));
        assertRefused(Problem.Kind.NOT_ALLOWED, world.translating.leave(reporter, live.number()));
    }

    @Test
    void theAuditLogKnowsWhoTiedAndUntied() {
        var persian = world.published(World.bridgeReopens());
        var english = world.published("en", bridge());
        done(world.translating.join(world.chiefEditor(), english.number(), persian.number()));
        done(world.translating.leave(world.chiefEditor(), english.number()));
        assertEquals(1, world.count("SELECT COUNT(*) FROM audit WHERE action = '" + Action.TRANSLATE.id() + "'"));
        assertEquals(1, world.count("SELECT COUNT(*) FROM audit WHERE action = '" + Action.UNTIE.id() + "'"));
    }

    private List<String> editions(long story) {
        return world.translating.others(story).stream()
                .map(Translation::edition)
                .toList();
    }

    private static Content bridge() {
        return World.bridgeReopens()
                .withText("", "The old bridge opens", "It does.", Body.of(Block.Paragraph.of("Text.")));
    }

    private static void assertRefused(Problem.Kind kind, Outcome<Story> outcome) {
        var refused = assertInstanceOf(Outcome.Refused.class, outcome);
        assertEquals(kind, ((Problem) refused.problems().getFirst()).kind());
    }
}
