package news.titr.story;

import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import news.titr.World;
import news.titr.audit.Action;
import news.titr.audit.AuditQuery;
import news.titr.audit.Entry;
import news.titr.audit.Subject;
import news.titr.db.Outbox;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.doc.TextRenderer;
import news.titr.people.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The entries of a live coverage, through their door. */
@Tag("database")
class CoveringTest {

    private final World world = new World();
    private final Covering covering = world.covering;
    private final Actor editor = world.chiefEditor();

    @AfterEach
    void close() {
        world.close();
    }

    private static final LiveCoverage.From NEWEST = new LiveCoverage.From.Newest();

    private Story live() {
        var story = world.draft(StoryType.LIVE, World.bridgeReopens());
        return done(world.publishing.publish(editor, story.number(), Publishing.Seen.of(story)));
    }

    private static Covering.Wish says(String text) {
        return Covering.Wish.of(Body.of(Block.Paragraph.of(text)));
    }

    private CoverageEntry write(Story story, String text) {
        world.clock.forward(Duration.ofMinutes(1));
        return done(covering.write(editor, story.number(), world.ids.next(), says(text)));
    }

    private CoverageEntry change(CoverageEntry entry, String text) {
        return done(covering.change(editor, entry.story(), entry.number(), entry.version(), says(text)));
    }

    private LiveCoverage page(Story story, LiveCoverage.From from, int limit) {
        return world.liveStories.coverage(story.number(), from, limit).orElseThrow();
    }

    private List<String> readersHave(Story story) {
        return texts(page(story, NEWEST, 100).entries());
    }

    private static List<String> texts(List<CoverageEntry> entries) {
        return entries.stream().map(entry -> TextRenderer.render(entry.body())).toList();
    }

    private static List<Problem.Kind> refusal(Outcome<?> outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome, outcome.toString()).problems().stream()
                .map(problem -> ((Problem) problem).kind())
                .toList();
    }

    // ---- writing

    @Test
    void an_entry_of_a_live_story_is_with_readers_at_once_and_told_to_all() {
        var story = live();
        long before = world.database.read(Outbox::newest);
        var entry = write(story, "داور سوت آغاز را زد.");
        assertEquals(List.of("داور سوت آغاز را زد."), readersHave(story));
        assertEquals(1, entry.number());
        assertEquals(world.clock.instant(), entry.at());
        assertEquals(
                List.of(Covering.EVENT),
                world.database.read(read -> Outbox.after(read, before, 10)).stream()
                        .map(Outbox.Entry::event)
                        .toList());
        assertEquals(List.of(Action.WRITE_ENTRY), acts(story, Action.WRITE_ENTRY));
    }

    private List<Action> acts(Story story, Action first, Action... rest) {
        return world
                .database
                .read(read -> AuditQuery.about(Subject.story(story.number()), java.util.EnumSet.of(first, rest))
                        .read(read, AuditQuery.After.START, 50))
                .stream()
                .map(Entry::action)
                .toList();
    }

    @Test
    void the_entries_of_a_story_that_is_not_live_wait_with_it() {
        var story = world.draft(StoryType.LIVE, World.bridgeReopens());
        write(story, "پیش از آغاز");
        assertEquals(List.of(), readersHave(story));
        assertTrue(world.liveStories.changes(story.number(), 0).isEmpty());
        var published = done(world.publishing.publish(editor, story.number(), Publishing.Seen.of(story)));
        assertEquals(List.of("پیش از آغاز"), readersHave(published));
        done(world.publishing.withdraw(editor, story.number(), Publishing.Seen.of(published), "نادرست"));
        assertEquals(List.of(), readersHave(story));
        assertEquals(List.of(), world.liveStories.entries(story.number(), List.of(1L)));
    }

    @Test
    void entries_stand_by_their_time_and_not_by_when_they_came() {
        var story = live();
        write(story, "دقیقهٔ ۱۰");
        write(story, "دقیقهٔ ۲۰");
        Instant between = world.clock.instant().minusSeconds(30);
        var late = new Covering.Wish(Optional.of(between), "", Body.of(Block.Paragraph.of("دقیقهٔ ۱۵")), "", false);
        done(covering.write(editor, story.number(), world.ids.next(), late));
        assertEquals(List.of("دقیقهٔ ۲۰", "دقیقهٔ ۱۵", "دقیقهٔ ۱۰"), readersHave(story));
    }

    @Test
    void what_is_sent_twice_is_written_once() {
        var story = live();
        String id = world.ids.next();
        var first = done(covering.write(editor, story.number(), id, says("گل!")));
        var again = done(covering.write(editor, story.number(), id, says("گل!")));
        assertEquals(first, again);
        assertEquals(List.of("گل!"), readersHave(story));
        assertEquals(List.of(Action.WRITE_ENTRY), acts(story, Action.WRITE_ENTRY));
        var other = live();
        assertEquals(
                List.of(Problem.Kind.NO_SUCH_ENTRY), refusal(covering.write(editor, other.number(), id, says("گل!"))));
        assertEquals(
                List.of(Problem.Kind.NO_SUCH_ENTRY), refusal(covering.write(editor, story.number(), "1", says("گل!"))));
    }

    @Test
    void what_says_nothing_or_breaks_the_checks_of_publishing_is_refused_with_every_reason() {
        var story = live();
        assertEquals(
                List.of(Problem.Kind.NO_ENTRY_TEXT),
                refusal(covering.write(editor, story.number(), world.ids.next(), Covering.Wish.of(Body.EMPTY))));
        var wish = new Covering.Wish(
                Optional.of(world.clock.instant().plusSeconds(60)),
                "آ".repeat(201),
                Body.of(new Block.Picture("goal", "", "", "")),
                "",
                false);
        var problems = refusal(covering.write(editor, story.number(), world.ids.next(), wish));
        assertTrue(
                problems.containsAll(List.of(
                        Problem.Kind.TIME_IS_AHEAD,
                        Problem.Kind.TOO_LONG,
                        Problem.Kind.NO_ALTERNATIVE_TEXT,
                        Problem.Kind.NO_CREDIT)),
                problems.toString());
        assertEquals(List.of(), readersHave(story));
    }

    @Test
    void a_plain_story_has_no_entries() {
        var story = world.published(World.bridgeReopens());
        assertEquals(
                List.of(Problem.Kind.NO_COVERAGE),
                refusal(covering.write(editor, story.number(), world.ids.next(), says("متن"))));
    }

    // ---- changing

    @Test
    void an_edit_keeps_every_earlier_text() {
        var story = live();
        var entry = write(story, "نتیجه: ۱ بر ۰");
        var second = change(entry, "نتیجه: ۲ بر ۰");
        change(second, "نتیجه: ۳ بر ۰");
        assertEquals(List.of("نتیجه: ۳ بر ۰"), readersHave(story));
        var texts = covering.texts(entry);
        assertEquals(
                List.of(3, 2, 1), texts.stream().map(Covering.Text::version).toList());
        assertEquals("نتیجه: ۱ بر ۰", TextRenderer.render(texts.getLast().body()));
        assertEquals(entry.at(), covering.entry(story.number(), 1).orElseThrow().at());
    }

    @Test
    void whoever_edits_what_another_has_edited_meanwhile_is_told_so_and_changes_nothing() {
        var story = live();
        var seen = write(story, "متن نخست");
        change(seen, "متن سارا");
        var answer = covering.change(
                world.actor("ali@example.org", "علی", news.titr.people.Role.CHIEF_EDITOR),
                story.number(),
                seen.number(),
                seen.version(),
                says("متن علی"));
        var conflict = assertInstanceOf(Outcome.Conflict.class, answer);
        assertEquals("متن سارا", TextRenderer.render(((CoverageEntry) conflict.current()).body()));
        assertEquals(List.of("متن سارا"), readersHave(story));
        assertEquals(2, covering.texts(seen).size());
    }

    @Test
    void marks_are_set_without_a_new_text() {
        var story = live();
        var first = write(story, "گل نخست");
        write(story, "کرنر");
        done(covering.mark(editor, story.number(), first.number(), true, true));
        var page = page(story, NEWEST, 10);
        assertEquals(List.of("گل نخست"), texts(page.keyEvents()));
        assertEquals(List.of("گل نخست"), texts(page.pinned()));
        assertEquals(List.of("کرنر"), texts(page.entries()));
        assertEquals(1, covering.entry(story.number(), 1).orElseThrow().version());
    }

    // ---- removing

    @Test
    void what_is_removed_stays_removed_and_its_number_is_never_given_again() {
        var story = live();
        String id = world.ids.next();
        var first = done(covering.write(editor, story.number(), id, says("شایعه")));
        done(covering.mark(editor, story.number(), first.number(), true, true));
        assertEquals(
                List.of(Problem.Kind.NO_REASON), refusal(covering.remove(editor, story.number(), first.number(), " ")));
        done(covering.remove(editor, story.number(), first.number(), "نادرست بود"));

        var page = page(story, NEWEST, 10);
        assertEquals(List.of(), texts(page.entries()));
        assertEquals(List.of(), texts(page.pinned()));
        assertEquals(List.of(), texts(page.keyEvents()));
        assertTrue(world.liveStories.wasTakenBack(story.number(), first.number()));
        assertEquals(
                List.of(new LiveCoverage.Changed(first.number(), true)),
                world.liveStories
                        .changes(story.number(), first.change())
                        .orElseThrow()
                        .entries());

        // no verb brings it back, not even the one that wrote it
        var kept = done(covering.write(editor, story.number(), id, says("شایعه")));
        assertTrue(kept.isRemoved());
        assertEquals("نادرست بود", kept.removal().orElseThrow().reason());
        for (var outcome : List.<Outcome<?>>of(
                covering.change(editor, story.number(), first.number(), first.version(), says("باز هم")),
                covering.mark(editor, story.number(), first.number(), true, true),
                covering.remove(editor, story.number(), first.number(), "دوباره"))) {
            assertEquals(List.of(Problem.Kind.ENTRY_REMOVED), refusal(outcome));
        }
        assertEquals(List.of(), readersHave(story));
        assertEquals(2, write(story, "درست").number());
        assertEquals(
                List.of(2L, 1L),
                covering.entries(story.number(), OptionalLong.empty(), 10).stream()
                        .map(CoverageEntry::number)
                        .toList());
        assertEquals(1, covering.texts(first).size());
    }

    // ---- pages and changes

    @Test
    void pages_are_cut_by_entries_also_by_one_that_was_removed() {
        var story = live();
        for (int i = 1; i <= 7; i++) {
            write(story, "مطلب " + i);
        }
        var first = page(story, NEWEST, 3);
        assertEquals(List.of("مطلب 7", "مطلب 6", "مطلب 5"), texts(first.entries()));
        assertEquals(OptionalLong.of(5), first.older());
        done(covering.remove(editor, story.number(), 5, "نادرست"));
        var second = page(story, new LiveCoverage.From.Before(5), 3);
        assertEquals(List.of("مطلب 4", "مطلب 3", "مطلب 2"), texts(second.entries()));
        assertEquals(OptionalLong.of(2), second.older());
        var last = page(story, new LiveCoverage.From.Before(2), 3);
        assertEquals(List.of("مطلب 1"), texts(last.entries()));
        assertEquals(OptionalLong.empty(), last.older());
        assertEquals(
                List.of("مطلب 3", "مطلب 2"),
                texts(page(story, new LiveCoverage.From.Entry(3), 2).entries()));
        assertEquals(
                List.of("مطلب 4"),
                texts(page(story, new LiveCoverage.From.Entry(5), 1).entries()));
        assertTrue(world.liveStories
                .coverage(story.number(), new LiveCoverage.From.Entry(99), 3)
                .isEmpty());
    }

    @Test
    void whoever_knows_one_change_is_told_all_that_came_after_it() {
        var story = live();
        var first = write(story, "یک");
        write(story, "دو");
        long seen = world.liveStories.changes(story.number(), 0).orElseThrow().change();
        change(first, "یک، ویراسته");
        write(story, "سه");
        var changes = world.liveStories.changes(story.number(), seen).orElseThrow();
        assertEquals(
                List.of(new LiveCoverage.Changed(1, false), new LiveCoverage.Changed(3, false)), changes.entries());
        assertEquals(
                List.of(),
                world.liveStories
                        .changes(story.number(), changes.change())
                        .orElseThrow()
                        .entries());
    }

    @Test
    void a_finished_coverage_takes_nothing_new_but_may_be_mended() {
        var story = live();
        var entry = write(story, "سوت پایان");
        assertTrue(done(covering.finish(editor, story.number())).isFinished());
        assertEquals(
                List.of(Problem.Kind.COVERAGE_FINISHED),
                refusal(covering.write(editor, story.number(), world.ids.next(), says("وقت اضافه"))));
        change(entry, "سوت پایان بازی");
        assertTrue(page(story, NEWEST, 10).coverage().orElseThrow().isFinished());
        done(covering.reopen(editor, story.number()));
        write(story, "وقت اضافه");
        assertEquals(List.of("وقت اضافه", "سوت پایان بازی"), readersHave(story));
        assertEquals(
                List.of(Action.REOPEN_COVERAGE, Action.FINISH_COVERAGE),
                acts(story, Action.FINISH_COVERAGE, Action.REOPEN_COVERAGE));
    }

    @Test
    void ten_people_who_write_at_once_get_ten_numbers_and_nothing_is_lost() throws Exception {
        var story = live();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<CoverageEntry>>();
            for (int i = 0; i < 10; i++) {
                String text = "از نفر " + i;
                tasks.add(() -> done(covering.write(editor, story.number(), world.ids.next(), says(text))));
            }
            var numbers = new HashSet<Long>();
            var changes = new HashSet<Long>();
            for (var written : people.invokeAll(tasks)) {
                numbers.add(written.get().number());
                changes.add(written.get().change());
            }
            assertEquals(10, numbers.size());
            assertEquals(10, changes.size());
        }
        assertEquals(10, readersHave(story).size());
    }

    @Test
    void the_tables_themselves_never_give_a_number_twice() {
        var story = live();
        write(story, "یک");
        assertThrows(
                RuntimeException.class,
                () -> world.database.write(write -> write.execute(
                        "INSERT INTO coverage_entry (id, story, number, version, change, at, key_event, pinned,"
                                + " written_by, written_at) VALUES (?, ?, 1, 1, 9, 0, 0, 0, 'technician', 0)",
                        world.ids.next(),
                        story.number())));
    }
}
