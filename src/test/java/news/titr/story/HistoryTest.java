package news.titr.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import news.titr.World;
import news.titr.audit.Action;
import news.titr.doc.diff.BlockChange;
import news.titr.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class HistoryTest {

    private final World world = new World();
    private final Story story = world.draft(World.bridgeReopens());

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void every_revision_says_who_when_and_why() {
        revise(headline("دوم"));
        var lines = page().lines();
        assertEquals(List.of(2, 1), lines.stream().map(History.Line::ordinal).toList());
        assertEquals(
                List.of(Cause.SAVED, Cause.BEGUN),
                lines.stream().map(History.Line::cause).toList());
        assertEquals("مینا", lines.getFirst().byName());
        assertEquals("technician", lines.getLast().by());
    }

    @Test
    void what_was_done_with_a_revision_stands_beside_it() {
        World.done(world.publishing.publish(world.technician, story.number(), Publishing.Seen.of(story)));
        revise(headline("دوم"));
        var current = world.newsroom.story(story.number()).orElseThrow();
        World.done(world.publishing.correct(
                world.technician, story.number(), Publishing.Seen.of(current), "نام درست شد."));
        var lines = page().lines();
        assertEquals(Set.of(Action.CORRECT), lines.get(0).acts());
        assertEquals(Set.of(Action.PUBLISH), lines.get(1).acts());
    }

    @Test
    void a_long_history_comes_page_by_page() {
        IntStream.range(0, 5).forEach(i -> revise(headline("نوبت " + i)));
        var first = world.history
                .page(world.technician, story.number(), Integer.MAX_VALUE, 4)
                .orElseThrow();
        assertEquals(
                List.of(6, 5, 4, 3),
                first.lines().stream().map(History.Line::ordinal).toList());
        assertEquals(OptionalInt.of(3), first.next());
        var second = world.history.page(world.technician, story.number(), 3, 4).orElseThrow();
        assertEquals(
                List.of(2, 1),
                second.lines().stream().map(History.Line::ordinal).toList());
        assertEquals(OptionalInt.empty(), second.next());
    }

    @Test
    void restoring_makes_a_new_revision_and_keeps_what_was_there() {
        revise(headline("دوم"));
        world.clock.forward(Duration.ofHours(1));
        World.done(world.drafting.restore(world.chiefEditor(), story.number(), story.newestRevision()));
        var lines = page().lines();
        assertEquals(
                List.of(Cause.RESTORED, Cause.SAVED, Cause.BEGUN),
                lines.stream().map(History.Line::cause).toList());
        assertEquals(World.bridgeReopens(), newest().content());
        assertEquals(
                "دوم",
                world.history
                        .revision(story.number(), lines.get(1).id())
                        .orElseThrow()
                        .content()
                        .headline());
    }

    @Test
    void restoring_what_is_there_already_makes_nothing() {
        World.done(world.drafting.restore(world.chiefEditor(), story.number(), story.newestRevision()));
        assertEquals(1, page().lines().size());
    }

    @Test
    void restoring_while_somebody_types_loses_none_of_their_words() {
        revise(headline("دوم"));
        var open = world.drafting.open(world.chiefEditor(), story.number()).orElseThrow();
        Typing.at(world, story.number(), open.version(), "نوشتهٔ تازه ");
        World.done(world.drafting.restore(world.technician, story.number(), story.newestRevision()));
        var lines = page().lines();
        assertEquals(Cause.RESTORED, lines.get(0).cause());
        assertEquals(Cause.HAND_OVER, lines.get(1).cause());
        var typed = world.history.revision(story.number(), lines.get(1).id()).orElseThrow();
        assertTrue(
                typed.content().kicker().startsWith("نوشتهٔ تازه"),
                typed.content().kicker());
        // and whoever has it open goes on from what was restored, by steps
        var after = world.drafting.open(world.chiefEditor(), story.number()).orElseThrow();
        assertEquals(World.bridgeReopens(), StoryDocument.content(after.document()));
        assertTrue(after.version() > open.version() + 1);
    }

    @Test
    void a_revision_of_another_story_cannot_be_restored() {
        var other = world.draft(World.bridgeCloses());
        var outcome = world.drafting.restore(world.technician, story.number(), other.newestRevision());
        assertEquals(
                List.of(Problem.of(Problem.Kind.NO_SUCH_REVISION)),
                assertInstanceOf(Outcome.Refused.class, outcome).problems());
        assertTrue(
                world.history.revision(story.number(), other.newestRevision()).isEmpty());
    }

    @Test
    void a_revision_gets_a_name_and_loses_it_again() {
        World.done(world.history.name(world.chiefEditor(), story.number(), story.newestRevision(), "  پیش از\nجلسه "));
        assertEquals("پیش از جلسه", page().lines().getFirst().name());
        World.done(world.history.name(world.chiefEditor(), story.number(), story.newestRevision(), ""));
        assertEquals("", page().lines().getFirst().name());
    }

    @Test
    void who_may_not_write_may_neither_restore_nor_name() {
        var stranger = world.actor("ali@example.org", "علی", Role.REPORTER);
        assertFalse(world.history
                .page(stranger, story.number(), 99, 9)
                .orElseThrow()
                .mayWrite());
        assertInstanceOf(
                Outcome.Refused.class, world.history.name(stranger, story.number(), story.newestRevision(), "نام"));
        assertInstanceOf(
                Outcome.Refused.class, world.drafting.restore(stranger, story.number(), story.newestRevision()));
    }

    @Test
    void two_contents_are_compared_field_by_field() {
        var difference = StoryDifference.of(
                World.bridgeReopens(),
                World.bridgeReopens().withSection("culture").withPublished(new Published.Unknown()));
        assertEquals(
                List.of("section", "published"),
                difference.fields().stream().map(StoryDifference.Field::name).toList());
        assertFalse(difference.bodyChanged());
        assertTrue(
                StoryDifference.of(World.bridgeReopens(), World.bridgeReopens()).isEmpty());
        assertTrue(BlockChange.none(difference.body()));
    }

    @Test
    void a_draft_is_rehearsed_as_readers_would_have_it() {
        var live = world.history.rehearsal(story, World.bridgeReopens(), story.newestRevision());
        assertEquals("شهر", live.section().orElseThrow().name());
        assertEquals(
                World.bridgeReopens().tags(),
                live.tags().stream().map(Label::name).toList());
        assertEquals(World.MORNING, live.published().orElseThrow());
        assertTrue(world.liveStories.story(story.number()).isEmpty(), "nobody else sees it");
    }

    private History.Page page() {
        return world.history
                .page(world.technician, story.number(), Integer.MAX_VALUE, 60)
                .orElseThrow();
    }

    private Revision newest() {
        return world.newsroom.open(story.number()).orElseThrow().revision();
    }

    private void revise(Content content) {
        var current = world.newsroom.story(story.number()).orElseThrow();
        World.done(world.drafting.revise(world.chiefEditor(), story.number(), current.newestRevision(), content));
    }

    private static Content headline(String headline) {
        return World.bridgeReopens()
                .withText("روتیتر", headline, "لید", World.bridgeReopens().body());
    }
}
