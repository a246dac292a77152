package news.titr.story;

import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import news.titr.World;
import news.titr.db.Signals;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What goes out at a moment to come, and what is said when it does not. */
@Tag("database")
class ScheduledReleaseTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant LATER = World.MORNING.plus(HOUR);

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_planned_update_changes_nothing_for_readers_until_its_moment() {
        var live = world.published(World.bridgeReopens());
        var newer = revised(live);
        var planned =
                done(world.publishing.schedule(world.chiefEditor(), live.number(), Publishing.Seen.of(newer), LATER));
        assertTrue(planned.isLive());
        assertEquals(Optional.of(new PlannedUpdate(LATER, newer.newestRevision(), Weight.MAJOR)), planned.update());
        assertEquals(live.newestRevision(), world.live(live.number()).revision());

        world.clock.forward(HOUR);
        assertEquals(1, world.due.publish().size());
        assertEquals(newer.newestRevision(), world.live(live.number()).revision());
        assertEquals(Optional.of(LATER), world.live(live.number()).updated());
        assertEquals(Optional.empty(), story(live.number()).update());
        assertEquals(List.of(), world.due.publish());
    }

    @Test
    void a_planned_minor_update_leaves_the_date() {
        var live = world.published(World.bridgeReopens());
        var newer = revised(live);
        done(world.publishing.schedule(
                world.chiefEditor(), live.number(), Publishing.Seen.of(newer), LATER, Weight.MINOR));
        world.clock.forward(HOUR);
        world.due.publish();
        assertEquals(newer.newestRevision(), world.live(live.number()).revision());
        assertEquals(Optional.empty(), world.live(live.number()).updated());
    }

    @Test
    void what_readers_have_already_cannot_be_planned() {
        var live = world.published(World.bridgeReopens());
        var outcome = world.publishing.schedule(world.chiefEditor(), live.number(), Publishing.Seen.of(live), LATER);
        assertTrue(assertInstanceOf(Outcome.Refused.class, outcome)
                .problems()
                .contains(Problem.of(Problem.Kind.NOTHING_NEW)));
    }

    @Test
    void a_withdrawn_story_stays_withdrawn_until_it_comes_back_at_its_moment() {
        var live = world.published(World.bridgeReopens());
        var gone = done(world.publishing.withdraw(world.technician, live.number(), Publishing.Seen.of(live), "نادرست"));
        done(world.publishing.schedule(world.chiefEditor(), gone.number(), Publishing.Seen.of(gone), LATER));
        assertInstanceOf(LiveStories.Found.Withdrawn.class, world.liveStories.find(gone.number()));
        world.clock.forward(HOUR);
        world.due.publish();
        assertEquals(Optional.of(World.MORNING), world.live(gone.number()).published());
        assertEquals(Optional.of(LATER), world.live(gone.number()).updated());
    }

    @Test
    void what_is_unscheduled_withdrawn_or_published_meanwhile_does_not_go_out_again() {
        var live = world.published(World.bridgeReopens());
        var newer = revised(live);
        var planned =
                done(world.publishing.schedule(world.chiefEditor(), live.number(), Publishing.Seen.of(newer), LATER));
        var free = done(world.publishing.unschedule(world.chiefEditor(), live.number(), Publishing.Seen.of(planned)));
        assertTrue(free.isLive());
        assertEquals(Optional.empty(), free.update());

        done(world.publishing.schedule(world.chiefEditor(), live.number(), Publishing.Seen.of(newer), LATER));
        done(world.publishing.withdraw(world.technician, live.number(), Publishing.Seen.of(newer), "نادرست"));
        world.clock.forward(HOUR);
        assertEquals(List.of(), world.due.publish());
        assertInstanceOf(LiveStories.Found.Withdrawn.class, world.liveStories.find(live.number()));
    }

    @Test
    void several_processes_release_a_story_once() throws Exception {
        var story = world.draft(World.bridgeReopens());
        done(world.publishing.schedule(world.chiefEditor(), story.number(), Publishing.Seen.of(story), LATER));
        world.clock.forward(HOUR);
        var attempts = new ArrayList<Callable<List<Outcome<Story>>>>();
        for (int i = 0; i < 6; i++) {
            var other = new DueReleases(world.database, world.ids, world.clock, World.SITE);
            attempts.add(other::publish);
        }
        int done = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var attempt : threads.invokeAll(attempts)) {
                done += (int) attempt.get().stream()
                        .filter(outcome -> outcome instanceof Outcome.Done)
                        .count();
            }
        }
        assertEquals(1, done);
        assertEquals(1, world.count("SELECT COUNT(*) FROM audit WHERE action = 'publish'"));
    }

    @Test
    void a_story_that_is_refused_at_its_time_raises_one_alarm_which_ends_when_something_is_done() {
        var story = scheduledAndSpiked();
        world.clock.forward(HOUR);
        var raised = new ArrayList<Alarm>();
        world.due.publish(raised::add);
        world.clock.forward(Duration.ofMinutes(1));
        world.due.publish(raised::add);

        assertEquals(1, raised.size());
        var alarm = world.alarms.open().getFirst();
        assertEquals(Alarm.Kind.REFUSED, alarm.kind());
        assertEquals(List.of(Problem.of(Problem.Kind.SPIKED)), alarm.problems());
        assertEquals(LATER, alarm.dueAt());
        assertEquals(1, world.count("SELECT COUNT(*) FROM audit WHERE action = 'miss'"));
        assertFalse(world.alarms.unseen(world.chiefEditor()).isEmpty());
        assertEquals(List.of(), world.alarms.unseen(world.actor("new@example.org", "نو", Role.PICTURE_EDITOR)));

        done(world.alarms.acknowledge(world.chiefEditor(), story.number()));
        assertEquals(List.of(), world.alarms.unseen(world.chiefEditor()));
        assertEquals(1, world.alarms.open().size());

        var current = story(story.number());
        done(world.publishing.unschedule(world.chiefEditor(), story.number(), Publishing.Seen.of(current)));
        assertEquals(List.of(), world.alarms.open());
    }

    @Test
    void one_that_is_refused_keeps_no_other_waiting_and_goes_out_when_nothing_is_in_its_way() {
        var spiked = scheduledAndSpiked();
        var other = world.draft(World.bridgeCloses());
        done(world.publishing.schedule(world.technician, other.number(), Publishing.Seen.of(other), LATER));
        world.clock.forward(HOUR);
        world.due.publish();
        assertEquals("پل کهنه بسته شد", world.live(other.number()).headline());

        putOn(Stage.READY, spiked.number());
        world.due.publish();
        assertEquals(LATER, world.live(spiked.number()).releasedAt());
        assertEquals(List.of(), world.alarms.open());
    }

    @Test
    void what_goes_out_late_says_so_until_somebody_has_seen_it() {
        var story = world.draft(World.bridgeReopens());
        done(world.publishing.schedule(world.technician, story.number(), Publishing.Seen.of(story), LATER));
        world.clock.forward(HOUR.plusSeconds(30));
        // nothing has run, and it is known all the same
        assertEquals(Alarm.Kind.LATE, world.alarms.open().getFirst().kind());

        world.due.publish();
        var alarm = world.alarms.open().getFirst();
        assertEquals(Alarm.Kind.LATE, alarm.kind());
        assertEquals(LATER.plusSeconds(30), alarm.raisedAt());
        done(world.alarms.acknowledge(world.chiefEditor(), story.number()));
        assertEquals(List.of(), world.alarms.open());
    }

    @Test
    void five_seconds_are_not_late() {
        var story = world.draft(World.bridgeReopens());
        done(world.publishing.schedule(world.technician, story.number(), Publishing.Seen.of(story), LATER));
        world.clock.forward(HOUR.plusSeconds(5));
        world.due.publish();
        assertEquals(List.of(), world.alarms.open());
    }

    /** With the real clock, and a timer that sleeps: each goes out when its moment has come, none before. */
    @Test
    void the_timer_is_woken_by_a_new_plan_and_keeps_to_the_moment() throws InterruptedException {
        var clock = Clock.systemUTC();
        var publishing = new Publishing(world.database, world.ids, clock, World.SITE);
        var troubles = new CopyOnWriteArrayList<RuntimeException>();
        try (var signals = new Signals(world.database, troubles::add);
                var timer = new ReleaseTimer(
                        new DueReleases(world.database, world.ids, clock, World.SITE),
                        clock,
                        signals,
                        _ -> {},
                        troubles::add)) {
            var overdue = world.draft(World.bridgeReopens());
            done(publishing.schedule(
                    world.technician,
                    overdue.number(),
                    Publishing.Seen.of(overdue),
                    clock.instant().plusMillis(300)));
            Thread.sleep(310);
            signals.start();
            timer.start();
            waitUntilLive(overdue.number());

            var story = world.draft(World.bridgeCloses());
            Instant at = clock.instant().plusMillis(700);
            done(publishing.schedule(world.technician, story.number(), Publishing.Seen.of(story), at));
            waitUntilLive(story.number());
            assertFalse(clock.instant().isBefore(at));
            assertEquals(
                    at.toEpochMilli(), world.live(story.number()).releasedAt().toEpochMilli());
        }
        assertEquals(List.of(), troubles);
    }

    private void waitUntilLive(long number) throws InterruptedException {
        for (int i = 0; i < 600 && world.liveStories.story(number).isEmpty(); i++) {
            Thread.sleep(20);
        }
        assertTrue(world.liveStories.story(number).isPresent());
    }

    private Story scheduledAndSpiked() {
        var story = world.draft(World.bridgeReopens());
        done(world.publishing.schedule(world.chiefEditor(), story.number(), Publishing.Seen.of(story), LATER));
        putOn(Stage.SPIKED, story.number());
        return story;
    }

    /** No door spikes what is scheduled: this stands for whatever else may have come between. */
    private void putOn(Stage stage, long number) {
        world.database.write(
                write -> write.execute("UPDATE story SET stage = '" + stage.id() + "' WHERE number = " + number));
    }

    private Story revised(Story story) {
        var content = World.bridgeReopens()
                .withText("", "پل کهنه باز شد", "پل باز است.", Body.of(Block.Paragraph.of("متن.")));
        return done(world.drafting.revise(world.technician, story.number(), story.newestRevision(), content));
    }

    private Story story(long number) {
        return world.newsroom.story(number).orElseThrow();
    }
}
