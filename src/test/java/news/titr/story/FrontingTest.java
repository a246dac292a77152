package news.titr.story;

import static news.titr.World.EDITION;
import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.titr.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The front page: set by hand, filled by rules, published as revisions. */
@Tag("database")
class FrontingTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void what_editors_set_is_seen_by_readers_only_when_it_is_published() {
        long old = story("پل بسته شد");
        long fresh = story("پل باز شد");
        assertEquals(fresh, lead());
        change(place("lead", old));
        assertEquals(fresh, lead());
        publish();
        assertEquals(old, lead());
    }

    @Test
    void no_story_stands_twice_and_the_slot_that_was_left_fills_itself() {
        long first = story("خبر نخست");
        long second = story("خبر دوم");
        change(place("lead", first));
        change(place("second-2", first));
        publish();
        assertEquals(second, lead());
        assertEquals(Optional.of(first), numberAt(layout(), "second-2"));
        assertEquals(
                1,
                layout().areas().stream()
                        .flatMap(area -> area.stories().stream())
                        .filter(teaser -> teaser.number() == first)
                        .count());
    }

    @Test
    void stories_that_are_moved_onto_each_other_change_places() {
        long first = story("خبر نخست");
        long second = story("خبر دوم");
        change(place("lead", first));
        change(place("second-1", second));
        change(new FrontChange.Move("second-1", "lead", second));
        var front = world.fronting.draft(EDITION).front();
        assertEquals(Optional.of(second), front.at("lead").map(Front.Placement::story));
        assertEquals(Optional.of(first), front.at("second-1").map(Front.Placement::story));
    }

    @Test
    void a_story_that_filled_a_slot_by_itself_stays_where_an_editor_moves_it() {
        long first = story("خبر نخست");
        long second = story("خبر دوم");
        assertEquals(second, lead());
        change(new FrontChange.Move("second-1", "lead", first));
        publish();
        assertEquals(first, lead());
    }

    @Test
    void a_pin_that_is_over_gives_the_slot_back_and_the_page_says_until_when_it_is_valid() {
        long old = story("خبر کهنه");
        long fresh = story("خبر تازه");
        Instant end = world.clock.instant().plus(Duration.ofHours(2));
        change(new FrontChange.Place("lead", old, Optional.of(end)));
        publish();
        assertEquals(old, lead());
        assertEquals(Optional.of(end), layout().validUntil());
        world.clock.forward(Duration.ofHours(2));
        assertEquals(fresh, lead());
        assertEquals(Optional.empty(), layout().validUntil());
    }

    @Test
    void a_pin_cannot_end_in_the_past() {
        long story = story("خبر");
        var refused = assertInstanceOf(
                Outcome.Refused.class,
                attempt(new FrontChange.Place("lead", story, Optional.of(world.clock.instant()))));
        assertEquals(List.of(Problem.of(Problem.Kind.TIME_IS_PAST)), refused.problems());
    }

    @Test
    void two_editors_at_once_are_told_and_nothing_is_lost() {
        long first = story("خبر نخست");
        long second = story("خبر دوم");
        long seen = world.fronting.draft(EDITION).version();
        done(world.fronting.change(world.chiefEditor(), EDITION, seen, place("lead", first)));
        var late = world.fronting.change(world.chiefEditor(), EDITION, seen, place("second-1", second));
        var conflict = assertInstanceOf(Outcome.Conflict.class, late);
        var current = (FrontDraft) conflict.current();
        assertEquals(Optional.of(first), current.front().at("lead").map(Front.Placement::story));
        done(world.fronting.change(world.chiefEditor(), EDITION, current.version(), place("second-1", second)));
        assertEquals(2, world.fronting.draft(EDITION).front().placements().size());
    }

    @Test
    void publishing_what_has_changed_meanwhile_is_a_conflict() {
        long story = story("خبر");
        var draft = change(place("lead", story));
        change(new FrontChange.Remove("lead"));
        change(place("second-1", story));
        assertInstanceOf(
                Outcome.Conflict.class, world.fronting.publish(world.chiefEditor(), EDITION, draft.version(), 0));
        publish();
        var now = world.fronting.draft(EDITION);
        assertInstanceOf(
                Outcome.Conflict.class, world.fronting.publish(world.chiefEditor(), EDITION, now.version(), 0));
    }

    @Test
    void acts_are_taken_back_one_by_one_and_then_there_is_nothing_to_take_back() {
        long first = story("خبر نخست");
        long second = story("خبر دوم");
        change(place("lead", first));
        change(place("second-1", second));
        change(new FrontChange.Undo());
        assertEquals(
                List.of("lead"),
                world.fronting.draft(EDITION).front().placements().stream()
                        .map(Front.Placement::slot)
                        .toList());
        var empty = change(new FrontChange.Undo());
        assertEquals(Front.AUTOMATIC, empty.front());
        assertEquals(empty.version(), change(new FrontChange.Undo()).version());
    }

    @Test
    void an_earlier_front_page_comes_back_as_a_new_revision() {
        long first = story("خبر نخست");
        long second = story("خبر دوم");
        change(place("lead", first));
        publish();
        change(place("lead", second));
        publish();
        change(new FrontChange.Restore(1));
        publish();
        assertEquals(first, lead());
        var history = world.fronting.history(EDITION, Long.MAX_VALUE, 10);
        assertEquals(
                List.of(3L, 2L, 1L),
                history.stream().map(FrontRevision::ordinal).toList());
        var difference =
                FrontDifference.between(history.get(1).front(), history.get(0).front());
        assertEquals("lead " + second + " → " + first, difference.summary());
    }

    @Test
    void a_withdrawn_story_leaves_the_front_page_and_the_draft_of_the_next_at_once() {
        long first = story("خبر نخست");
        long second = story("خبر دوم");
        change(place("lead", first));
        publish();
        change(place("second-1", second));
        var story = world.newsroom.story(first).orElseThrow();
        done(world.publishing.withdraw(world.chiefEditor(), first, Publishing.Seen.of(story), "نادرست بود"));
        assertEquals(second, lead());
        assertTrue(world.fronting.live(EDITION).front().placements().isEmpty());
        assertEquals("withdraw", world.fronting.live(EDITION).reason());
        var draft = world.fronting.draft(EDITION).front();
        assertEquals(
                List.of("second-1"),
                draft.placements().stream().map(Front.Placement::slot).toList());
        // and does not come back by itself when it is published again
        var again = world.newsroom.story(first).orElseThrow();
        done(world.publishing.publish(world.chiefEditor(), first, Publishing.Seen.of(again)));
        assertFalse(world.fronting.live(EDITION).front().of(first).isPresent());
    }

    @Test
    void a_scheduled_story_may_be_set_and_takes_its_place_when_it_goes_out() {
        long live = story("خبر روز");
        var draft = world.draft(World.bridgeReopens());
        Instant at = world.clock.instant().plus(Duration.ofHours(1));
        done(world.publishing.schedule(world.chiefEditor(), draft.number(), Publishing.Seen.of(draft), at));
        change(place("lead", draft.number()));
        publish();
        assertEquals(live, lead());
        var front = world.fronting.live(EDITION).front();
        assertEquals(Optional.of(live), numberAt(world.fronting.preview(EDITION, front, at.minusSeconds(1)), "lead"));
        assertEquals(Optional.of(draft.number()), numberAt(world.fronting.preview(EDITION, front, at), "lead"));
        world.clock.forward(Duration.ofHours(1));
        world.due.publish();
        assertEquals(draft.number(), lead());
    }

    @Test
    void a_band_is_as_long_as_its_rule_says_and_stands_where_it_is_put() {
        for (int i = 0; i < 20; i++) {
            story("خبر شمارهٔ " + i);
        }
        var city = world.sections.all(EDITION).getFirst();
        var culture = world.sections.all(EDITION).getLast();
        String key = Front.sectionKey(city.id());
        change(new FrontChange.Fill(new Front.Area(key, Front.Order.NEWEST, 2, false)));
        publish();
        assertEquals(2, layout().area(key).stories().size());
        change(new FrontChange.MoveBand(Front.sectionKey(culture.id()), -1));
        publish();
        var bands = layout().areas().stream()
                .flatMap(area -> area.section().stream())
                .toList();
        assertEquals(List.of(culture, city), bands);
        change(new FrontChange.Fill(new Front.Area(key, Front.Order.BY_HAND, 3, false)));
        publish();
        assertEquals(List.of(), layout().area(key).stories());
    }

    @Test
    void by_priority_the_most_urgent_come_first_and_among_equals_the_newest() {
        long first = story("خبر نخست");
        long urgent = story("خبر مهم");
        long third = story("خبر سوم");
        world.database.write(write -> write.execute(
                "INSERT INTO story_work (story, priority) VALUES (" + urgent + ", 1), (" + third + ", 5)"));
        String key = Front.sectionKey(world.sections.all(EDITION).getFirst().id());
        change(new FrontChange.Fill(new Front.Area(key, Front.Order.PRIORITY, 3, true)));
        publish();
        assertEquals(
                List.of(urgent, first, third),
                layout().area(key).stories().stream().map(Teaser::number).toList());
    }

    @Test
    void stories_to_set_are_found_by_number_and_by_words_however_they_are_typed() {
        long first = story("کتاب‌های تازه");
        story("پل باز شد");
        assertEquals(List.of(first), numbers(world.fronting.candidates(EDITION, "كتابها تازه", 5)));
        assertEquals(List.of(first), numbers(world.fronting.candidates(EDITION, " ۱۰۰۱ ", 5)));
        assertEquals(List.of(), numbers(world.fronting.candidates(EDITION, "هیچ‌جا", 5)));
        world.draft(World.bridgeReopens());
        assertEquals(2, world.fronting.candidates(EDITION, "", 5).size());
    }

    private static List<Long> numbers(List<FrontCandidate> candidates) {
        return candidates.stream().map(FrontCandidate::number).toList();
    }

    @Test
    void a_slot_that_there_is_not_and_a_rule_that_cannot_be_are_refused() {
        long story = story("خبر");
        assertInstanceOf(Outcome.Refused.class, attempt(place("second-9", story)));
        assertInstanceOf(Outcome.Refused.class, attempt(place("latest-1", story)));
        assertInstanceOf(Outcome.Refused.class, attempt(place("lead", 999_999)));
        assertInstanceOf(
                Outcome.Refused.class,
                attempt(new FrontChange.Fill(new Front.Area("second", Front.Order.NEWEST, 7, false))));
        assertInstanceOf(
                Outcome.Refused.class,
                attempt(new FrontChange.Fill(new Front.Area("section:none", Front.Order.NEWEST, 3, false))));
    }

    @Test
    void only_those_who_edit_the_front_page_change_it() {
        long story = story("خبر");
        assertInstanceOf(
                Outcome.Refused.class, world.fronting.change(world.reporter(), EDITION, 0, place("lead", story)));
        assertInstanceOf(Outcome.Refused.class, world.fronting.publish(world.reporter(), EDITION, 0, 0));
        assertInstanceOf(Outcome.Refused.class, world.fronting.place(world.reporter(), "lead", story));
    }

    @Test
    void what_was_set_before_there_were_revisions_is_kept() {
        long first = story("خبر نخست");
        story("خبر دوم");
        world.database.write(write ->
                write.execute("INSERT INTO front_slot (edition, slot, story) VALUES ('fa', 'lead', " + first + ")"));
        assertEquals(first, lead());
        change(new FrontChange.Pin("lead", Optional.of(world.clock.instant().plusSeconds(60))));
        publish();
        assertEquals(first, lead());
        world.clock.forward(Duration.ofMinutes(2));
        assertFalse(lead() == first);
    }

    private long story(String headline) {
        world.clock.forward(Duration.ofMinutes(1));
        var bridge = World.bridgeReopens();
        return world.published(bridge.withText("", headline, bridge.lead(), bridge.body()))
                .number();
    }

    private static FrontChange place(String slot, long story) {
        return new FrontChange.Place(slot, story, Optional.empty());
    }

    private Outcome<FrontDraft> attempt(FrontChange change) {
        return world.fronting.change(
                world.chiefEditor(), EDITION, world.fronting.draft(EDITION).version(), change);
    }

    private FrontDraft change(FrontChange change) {
        return done(attempt(change));
    }

    private void publish() {
        done(world.fronting.publish(
                world.chiefEditor(),
                EDITION,
                world.fronting.draft(EDITION).version(),
                world.fronting.live(EDITION).ordinal()));
    }

    private FrontLayout layout() {
        return world.liveStories.front(EDITION, world.clock.instant());
    }

    private long lead() {
        return numberAt(layout(), "lead").orElseThrow();
    }

    private static Optional<Long> numberAt(FrontLayout layout, String slot) {
        return layout.areas().stream()
                .flatMap(area -> area.slots().stream())
                .filter(there -> there.name().equals(slot))
                .flatMap(there -> there.story().stream())
                .map(Teaser::number)
                .findFirst();
    }
}
