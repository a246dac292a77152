package news.titr.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.titr.World;
import news.titr.people.Actor;
import news.titr.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class NotesTest {

    private final World world = new World();
    private final long story = world.draft(World.bridgeReopens()).number();
    private final long opened =
            world.drafting.open(world.chiefEditor(), story).orElseThrow().version();

    /** «پل کهنه» in the headline: behind the kicker and the headline's own beginning. */
    private final int start = World.bridgeReopens().kicker().length() + 3;

    private final Note.Passage bridge = new Note.Passage(start, start + "پل کهنه".length());

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_note_keeps_what_its_passage_says() {
        var note = add("این نام درست است؟");
        assertEquals("پل کهنه", note.quote());
        assertEquals(Optional.of(bridge), note.passage());
        assertEquals("این نام درست است؟", note.sayings().getFirst().text());
        assertEquals("مینا", note.sayings().getFirst().byName());
    }

    @Test
    void a_note_follows_its_passage_through_what_is_typed_before_it() {
        add("یادداشت");
        Typing.at(world, story, opened, "خبر ");
        var note = only();
        assertEquals(Optional.of(new Note.Passage(bridge.from() + 4, bridge.to() + 4)), note.passage());
        assertEquals(opened + 1, note.version());
    }

    @Test
    void a_note_made_on_an_older_version_is_put_where_the_passage_is_now() {
        Typing.at(world, story, opened, "خبر ");
        var note = add("یادداشت");
        assertEquals(bridge.from() + 4, note.passage().orElseThrow().from());
        assertEquals("پل کهنه", note.quote());
    }

    @Test
    void a_note_whose_passage_was_deleted_stays_with_its_quote() {
        add("یادداشت");
        delete(bridge, opened);
        var note = only();
        assertTrue(note.passage().isEmpty());
        assertEquals("پل کهنه", note.quote());
        assertTrue(note.isOpen());
    }

    @Test
    void a_passage_that_comes_back_gets_its_note_back() {
        add("یادداشت");
        delete(bridge, opened);
        world.notes.keepUp();
        Typing.at(world, story, opened + 1, bridge.from(), "پل کهنه");
        assertEquals(Optional.of(bridge), only().passage());
    }

    @Test
    void a_note_outlives_the_steps_that_it_was_followed_through() {
        add("یادداشت");
        Typing.at(world, story, opened, "خبر ");
        world.notes.keepUp();
        world.clock.forward(Duration.ofDays(40));
        World.done(world.drafting.cut(world.chiefEditor(), story, java.util.OptionalLong.empty(), Cause.PAUSE));
        assertTrue(world.drafting.forgetOldSteps() > 0);
        assertEquals(bridge.from() + 4, only().passage().orElseThrow().from());
    }

    @Test
    void a_note_is_answered_settled_and_opened_again() {
        var note = add("یادداشت");
        world.clock.forward(Duration.ofMinutes(5));
        World.done(world.notes.answer(world.reporter(), story, note.id(), "درست است"));
        World.done(world.notes.resolve(world.reporter(), story, note.id()));
        var settled = only();
        assertEquals(
                List.of("یادداشت", "درست است"),
                settled.sayings().stream().map(Note.Saying::text).toList());
        assertEquals("سارا", settled.resolved().orElseThrow().byName());
        assertEquals(Map.of(), world.notes.open(List.of(story)));
        World.done(world.notes.reopen(world.chiefEditor(), story, note.id()));
        assertTrue(only().isOpen());
        assertEquals(Map.of(story, 1), world.notes.open(List.of(story)));
    }

    @Test
    void who_is_called_by_name_hears_of_it_until_they_have_looked() {
        var sara = (Actor.AtDesk) world.reporter();
        add("@سارا این را ببین");
        var note = add("@سارا و این را");
        var calls = waiting(sara);
        assertEquals(
                List.of("@سارا این را ببین", "@سارا و این را"),
                calls.stream().map(Notes.Call::text).toList());
        // what is settled waits for nobody
        World.done(world.notes.resolve(world.chiefEditor(), story, note.id()));
        calls = waiting(sara);
        assertEquals(
                List.of("@سارا این را ببین"),
                calls.stream().map(Notes.Call::text).toList());
        world.notes.seen(sara, story);
        assertEquals(List.of(), waiting(sara));
    }

    @Test
    void the_longer_of_two_names_is_meant_and_nobody_calls_themselves() {
        var people = Map.of("1", "سارا", "2", "سارا رضایی");
        assertEquals(List.of("2"), Mentions.in("به @سارا رضایی بگو", people));
        assertEquals(List.of("1"), Mentions.in("@سارا، ببین", people));
        assertEquals(List.of(), Mentions.in("سارا@example.org", Map.of("1", "سارا")));
        add("@مینا خودم");
        assertEquals(
                List.of(),
                world.notes.calls(((Actor.AtDesk) world.chiefEditor()).person().id()));
    }

    @Test
    void any_role_may_note_but_not_who_has_left() {
        for (var role : Role.values()) {
            var actor = world.actor(role.id() + "@example.org", "کس", role);
            World.done(world.notes.add(actor, story, opened, bridge, "", "یادداشت"));
        }
        assertEquals(Role.values().length, world.notes.of(story).size());
    }

    @Test
    void a_note_without_words_or_without_a_passage_is_refused() {
        assertRefused(Problem.Kind.NO_NOTE_TEXT, world.notes.add(world.reporter(), story, opened, bridge, "", "  "));
        assertRefused(
                Problem.Kind.NO_PASSAGE,
                world.notes.add(world.reporter(), story, opened, new Note.Passage(5, 5), "", "یادداشت"));
        assertRefused(
                Problem.Kind.NO_PASSAGE, world.notes.add(world.reporter(), story, opened + 9, bridge, "", "یادداشت"));
        assertRefused(Problem.Kind.NO_SUCH_NOTE, world.notes.answer(world.reporter(), story, "x", "پاسخ"));
    }

    @Test
    void the_board_says_how_many_notes_are_open() {
        var board = new Board(world.database, world.clock, Board.LiveWords.NONE);
        board.complete();
        var note = add("یادداشت");
        add("دیگر");
        World.done(world.notes.resolve(world.reporter(), story, note.id()));
        assertEquals(1, board.card(story).orElseThrow().openNotes());
    }

    @Test
    void readers_get_nothing_of_it() {
        add("محرمانه");
        var current = world.newsroom.story(story).orElseThrow();
        World.done(world.publishing.publish(world.technician, story, Publishing.Seen.of(current)));
        assertFalse(world.live(story).toString().contains("محرمانه"));
    }

    private List<Notes.Call> waiting(Actor.AtDesk actor) {
        return new Numbers(world.database, world.clock)
                .waiting(actor.person().id(), Optional.empty())
                .calls();
    }

    private Note add(String text) {
        return World.done(world.notes.add(world.chiefEditor(), story, opened, bridge, "پل کهنه", text));
    }

    private Note only() {
        var notes = world.notes.of(story);
        assertEquals(1, notes.size());
        return notes.getFirst();
    }

    private void delete(Note.Passage passage, long version) {
        var step = JsonNodeFactory.instance.objectNode();
        step.put("stepType", "replace").put("from", passage.from()).put("to", passage.to());
        assertInstanceOf(
                Typed.Accepted.class,
                world.drafting.type(world.chiefEditor(), story, version, "window", List.of(step)));
    }

    private static void assertRefused(Problem.Kind kind, Outcome<Note> outcome) {
        assertEquals(
                List.of(kind),
                assertInstanceOf(Outcome.Refused.class, outcome).problems().stream()
                        .map(problem -> ((Problem) problem).kind())
                        .toList());
    }
}
