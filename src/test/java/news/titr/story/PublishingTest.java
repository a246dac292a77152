package news.titr.story;

import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import news.titr.World;
import news.titr.audit.Action;
import news.titr.audit.AuditQuery;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.doc.Block;
import news.titr.doc.Body;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class PublishingTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aDraftIsInvisibleAndAPublishedStoryIsThereAtOnce() {
        var story = world.draft(World.bridgeReopens());
        assertInstanceOf(LiveStories.Found.Absent.class, world.liveStories.find(story.number()));

        done(world.publishing.publish(world.chiefEditor(), story.number(), Publishing.Seen.of(story)));

        var live = world.live(story.number());
        assertEquals("پل کهنه پس از سه سال باز می‌شود", live.headline());
        assertEquals(Optional.of(World.MORNING), live.published());
        assertEquals(Optional.empty(), live.updated());
        assertEquals("شهر", live.section().orElseThrow().name());
        assertEquals(
                List.of("پل کهنه", "حمل‌ونقل"),
                live.tags().stream().map(Label::name).toList());
        assertEquals(World.bridgeReopens().body(), live.body());
    }

    @Test
    void readersKeepTheLiveRevisionWhileANewerOneIsWritten() {
        var story = world.published(World.bridgeReopens());
        var newer = done(world.drafting.revise(
                world.chiefEditor(), story.number(), story.newestRevision(), World.bridgeCloses()));

        assertEquals(
                "پل کهنه پس از سه سال باز می‌شود", world.live(story.number()).headline());

        world.clock.forward(Duration.ofHours(2));
        done(world.publishing.publish(world.chiefEditor(), story.number(), Publishing.Seen.of(newer)));
        var live = world.live(story.number());
        assertEquals("پل کهنه بسته شد", live.headline());
        assertEquals(Optional.of(World.MORNING), live.published());
        assertEquals(Optional.of(World.MORNING.plus(Duration.ofHours(2))), live.updated());
    }

    @Test
    void aReporterMayNotPublishAndNothingChanges() {
        var story = world.draft(World.bridgeReopens());
        var reporter = world.reporter();
        var audited = world.count("SELECT COUNT(*) FROM audit");

        var outcome = world.publishing.publish(reporter, story.number(), Publishing.Seen.of(story));

        var refused = assertInstanceOf(Outcome.Refused.class, outcome);
        assertEquals(List.of(new Problem(Problem.Kind.NOT_ALLOWED, "")), refused.problems());
        assertEquals(audited, world.count("SELECT COUNT(*) FROM audit"));
        assertInstanceOf(LiveStories.Found.Absent.class, world.liveStories.find(story.number()));
    }

    @Test
    void everyProblemIsToldAtOnce() {
        var unknown = new Block.Unknown(JsonNodeFactory.instance.objectNode().put("type", "hologram"));
        var story = world.draft(
                World.bridgeReopens().withText("", " ", "", Body.of(unknown)).withSection(""));

        var outcome = world.publishing.publish(world.technician, story.number(), Publishing.Seen.of(story));

        var kinds = assertInstanceOf(Outcome.Refused.class, outcome).problems();
        assertTrue(kinds.contains(new Problem(Problem.Kind.NO_HEADLINE, "", "headline")), kinds.toString());
        assertTrue(kinds.contains(new Problem(Problem.Kind.UNKNOWN_BLOCK, "hologram", "body.0")), kinds.toString());
        assertTrue(kinds.contains(new Problem(Problem.Kind.NO_SECTION, "", "section")), kinds.toString());
    }

    @Test
    void whoeverSawAnOlderRevisionPublishesNothing() {
        var seen = Publishing.Seen.of(world.draft(World.bridgeReopens()));
        done(world.drafting.revise(world.chiefEditor(), 1001, seen.revision(), World.bridgeCloses()));

        assertInstanceOf(Outcome.Conflict.class, world.publishing.publish(world.chiefEditor(), 1001, seen));
        assertInstanceOf(LiveStories.Found.Absent.class, world.liveStories.find(1001));
    }

    @Test
    void ofTwoWhoPublishAtTheSameMomentOneWins() throws Exception {
        var seen = Publishing.Seen.of(world.draft(World.bridgeReopens()));
        var actor = world.chiefEditor();
        var attempts = new ArrayList<Callable<Outcome<Story>>>();
        for (int i = 0; i < 12; i++) {
            attempts.add(() -> world.publishing.publish(actor, 1001, seen));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int won = 0;
            for (var attempt : threads.invokeAll(attempts)) {
                won += attempt.get() instanceof Outcome.Done ? 1 : 0;
            }
            assertEquals(1, won);
        }
        assertEquals(1, world.count("SELECT COUNT(*) FROM audit WHERE action = 'publish'"));
        assertEquals(1, world.count("SELECT COUNT(*) FROM outbox WHERE event = 'publish'"));
    }

    @Test
    void aWithdrawnStorySaysWhyAndLeavesEveryList() {
        var story = world.published(World.bridgeReopens());
        done(world.fronting.place(world.chiefEditor(), "lead", story.number()));

        done(world.publishing.withdraw(
                world.chiefEditor(), story.number(), Publishing.Seen.of(story), "به درخواست گوینده"));

        var withdrawn = assertInstanceOf(LiveStories.Found.Withdrawn.class, world.liveStories.find(story.number()));
        assertEquals("به درخواست گوینده", withdrawn.reason());
        assertEquals(List.of(), list(new LiveStories.Of.Edition(World.EDITION)));
        var section = world.liveStories.section(World.EDITION, "city").orElseThrow();
        assertEquals(List.of(), list(new LiveStories.Of.InSection(section)));
        var tag = world.liveStories
                .label(Label.Kind.TAG, World.EDITION, "پل-کهنه")
                .orElseThrow();
        assertEquals(List.of(), list(new LiveStories.Of.Labelled(tag)));
        assertTrue(world.fronting.live(World.EDITION).front().placements().isEmpty());
    }

    @Test
    void aWithdrawalNeedsAReason() {
        var story = world.published(World.bridgeReopens());
        var outcome = world.publishing.withdraw(world.chiefEditor(), story.number(), Publishing.Seen.of(story), " ");
        assertEquals(
                List.of(new Problem(Problem.Kind.NO_REASON, "")),
                assertInstanceOf(Outcome.Refused.class, outcome).problems());
        assertEquals(
                "پل کهنه پس از سه سال باز می‌شود", world.live(story.number()).headline());
    }

    @Test
    void aStoryThatComesBackIsAsOldAsItWas() {
        var story = world.published(World.bridgeReopens());
        var withdrawn = done(world.publishing.withdraw(
                world.technician, story.number(), Publishing.Seen.of(story), "اشتباه در نام"));
        world.clock.forward(Duration.ofDays(3));
        done(world.publishing.publish(world.technician, story.number(), Publishing.Seen.of(withdrawn)));
        assertEquals(Optional.of(World.MORNING), world.live(story.number()).published());
    }

    @Test
    void aCorrectionIsSeenOnTheStoryItCorrects() {
        var story = world.published(World.bridgeReopens());
        var mended = done(world.drafting.revise(
                world.chiefEditor(), story.number(), story.newestRevision(), World.bridgeCloses()));
        world.clock.forward(Duration.ofMinutes(5));

        done(world.publishing.correct(
                world.chiefEditor(), story.number(), Publishing.Seen.of(mended), "پل بسته شده است، نه باز."));

        var correction = world.live(story.number()).corrections().getFirst();
        assertEquals("پل بسته شده است، نه باز.", correction.text());
        assertEquals(World.MORNING.plus(Duration.ofMinutes(5)), correction.at());
    }

    @Test
    void aScheduledStoryGoesOutAtItsTimeAndNotBefore() {
        var story = world.draft(World.bridgeReopens());
        var at = World.MORNING.plus(Duration.ofHours(1));
        done(world.publishing.schedule(world.chiefEditor(), story.number(), Publishing.Seen.of(story), at));

        world.clock.forward(Duration.ofMinutes(59));
        assertEquals(List.of(), world.due.publish());
        assertInstanceOf(LiveStories.Found.Absent.class, world.liveStories.find(story.number()));

        // the timer may come late, after a restart: the story is as old as it was meant to be
        world.clock.forward(Duration.ofMinutes(30));
        assertEquals(1, world.due.publish().size());
        assertEquals(Optional.of(at), world.live(story.number()).published());
        assertEquals(List.of(), world.due.publish());
    }

    @Test
    void aStoryCannotBeScheduledForThePast() {
        var story = world.draft(World.bridgeReopens());
        var outcome = world.publishing.schedule(
                world.chiefEditor(), story.number(), Publishing.Seen.of(story), World.MORNING.minusSeconds(1));
        assertTrue(assertInstanceOf(Outcome.Refused.class, outcome)
                .problems()
                .contains(new Problem(Problem.Kind.TIME_IS_PAST, "")));
    }

    @Test
    void aMinorUpdateMovesNeitherTheDateNorTheOrder() {
        var story = world.published(World.bridgeReopens());
        var mended = revised(story, World.bridgeCloses());
        world.clock.forward(Duration.ofHours(2));
        var live = done(world.publishing.publish(
                world.chiefEditor(), story.number(), Publishing.Seen.of(mended), Weight.MINOR));

        assertEquals("پل کهنه بسته شد", world.live(story.number()).headline());
        assertEquals(Optional.empty(), world.live(story.number()).updated());
        assertEquals(World.MORNING, world.live(story.number()).releasedAt());

        // after a major update, a minor one leaves the date of that
        world.clock.forward(Duration.ofHours(1));
        var again = revised(live, World.bridgeReopens());
        var major = done(world.publishing.publish(world.chiefEditor(), story.number(), Publishing.Seen.of(again)));
        var at = Optional.of(World.MORNING.plus(Duration.ofHours(3)));
        assertEquals(at, world.live(story.number()).updated());
        world.clock.forward(Duration.ofHours(1));
        var last = revised(major, World.bridgeCloses());
        done(world.publishing.publish(world.chiefEditor(), story.number(), Publishing.Seen.of(last), Weight.MINOR));
        assertEquals(at, world.live(story.number()).updated());
    }

    @Test
    void theFirstReleaseAndAComingBackAreAlwaysMajor() {
        var story = world.draft(World.bridgeReopens());
        var live = done(
                world.publishing.publish(world.chiefEditor(), story.number(), Publishing.Seen.of(story), Weight.MINOR));
        assertEquals(Optional.of(World.MORNING), world.live(story.number()).published());

        var gone = done(world.publishing.withdraw(
                world.technician, story.number(), Publishing.Seen.of(live), "نام نادرست بود"));
        world.clock.forward(Duration.ofDays(1));
        done(world.publishing.publish(world.chiefEditor(), story.number(), Publishing.Seen.of(gone), Weight.MINOR));
        assertEquals(Optional.of(World.MORNING), world.live(story.number()).published());
        assertEquals(
                Optional.of(World.MORNING.plus(Duration.ofDays(1))),
                world.live(story.number()).updated());
    }

    @Test
    void underEmbargoNobodyReleasesAStoryNotEvenTheChief() {
        var story = world.draft(World.bridgeReopens());
        Instant until = World.MORNING.plus(Duration.ofHours(2));
        var held =
                done(world.publishing.embargo(world.chiefEditor(), story.number(), Publishing.Seen.of(story), until));
        assertEquals(Optional.of(until), held.embargo());

        var embargoed = new Problem(Problem.Kind.EMBARGOED, until.toString());
        var seen = Publishing.Seen.of(held);
        assertTrue(problems(world.publishing.publish(world.chiefEditor(), story.number(), seen))
                .contains(embargoed));
        assertTrue(problems(world.publishing.schedule(world.chiefEditor(), story.number(), seen, until.minusSeconds(1)))
                .contains(embargoed));
        assertTrue(world.publishing.problems(story.number()).contains(embargoed));

        world.clock.forward(Duration.ofHours(2));
        var live = done(world.publishing.publish(world.chiefEditor(), story.number(), seen));
        assertEquals(Optional.empty(), live.embargo());
    }

    @Test
    void anEmbargoMayBeSetByWhoWritesAndLiftedByWhoPublishes() {
        var story = world.draft(World.bridgeReopens());
        Instant until = World.MORNING.plus(Duration.ofHours(2));
        var seen = Publishing.Seen.of(story);
        var reporter = world.reporter();
        var own = done(world.drafting.begin(reporter, Drafting.Beginning.in(World.EDITION), World.bridgeCloses()));
        done(world.publishing.embargo(reporter, own.number(), Publishing.Seen.of(own), until));
        assertTrue(problems(world.publishing.liftEmbargo(reporter, own.number(), Publishing.Seen.of(own)))
                .contains(Problem.of(Problem.Kind.NOT_ALLOWED)));
        assertTrue(problems(world.publishing.embargo(
                        reporter, own.number(), Publishing.Seen.of(own), until.minusSeconds(60)))
                .contains(Problem.of(Problem.Kind.NOT_ALLOWED)));
        assertEquals(
                Optional.empty(),
                done(world.publishing.liftEmbargo(world.chiefEditor(), own.number(), Publishing.Seen.of(own)))
                        .embargo());
        assertTrue(problems(world.publishing.embargo(world.technician, story.number(), seen, World.MORNING))
                .contains(Problem.of(Problem.Kind.TIME_IS_PAST)));
        assertTrue(problems(world.publishing.liftEmbargo(world.technician, story.number(), seen))
                .contains(Problem.of(Problem.Kind.NO_EMBARGO)));
    }

    @Test
    void anEmbargoBehindAScheduledTimeIsRefused() {
        var story = world.draft(World.bridgeReopens());
        Instant at = World.MORNING.plus(Duration.ofHours(1));
        var scheduled =
                done(world.publishing.schedule(world.technician, story.number(), Publishing.Seen.of(story), at));
        assertEquals(
                List.of(new Problem(Problem.Kind.SCHEDULED_EARLIER, at.toString())),
                problems(world.publishing.embargo(
                        world.technician, story.number(), Publishing.Seen.of(scheduled), at.plusSeconds(1))));
        done(world.publishing.embargo(world.technician, story.number(), Publishing.Seen.of(scheduled), at));
    }

    @Test
    void whatReadersHaveNeedsNoEmbargo() {
        var story = world.published(World.bridgeReopens());
        assertEquals(
                List.of(Problem.of(Problem.Kind.LIVE_ALREADY)),
                problems(world.publishing.embargo(
                        world.technician, story.number(), Publishing.Seen.of(story), World.MORNING.plusSeconds(60))));
    }

    @Test
    void everyActIsInTheAuditLogWithWhatChanged() {
        var story = world.published(World.bridgeReopens());
        var mended = revised(story, World.bridgeCloses());
        var live = done(world.publishing.publish(
                world.chiefEditor(), story.number(), Publishing.Seen.of(mended), Weight.MINOR));
        done(world.publishing.withdraw(world.chiefEditor(), story.number(), Publishing.Seen.of(live), "نادرست"));

        var log = world.database.read(
                read -> AuditQuery.about(Subject.story(story.number())).read(read, AuditQuery.After.START, 10));
        assertEquals(Action.WITHDRAW, log.get(0).action());
        assertEquals("نادرست", log.get(0).detail().texts().get(Detail.Name.REASON));
        assertEquals(mended.newestRevision(), log.get(0).detail().texts().get(Detail.Name.REVISION_BEFORE));
        assertEquals(Action.UPDATE, log.get(1).action());
        assertEquals("minor", log.get(1).detail().texts().get(Detail.Name.WEIGHT));
        assertEquals(mended.newestRevision(), log.get(1).detail().texts().get(Detail.Name.REVISION));
        assertEquals(story.newestRevision(), log.get(1).detail().texts().get(Detail.Name.REVISION_BEFORE));
        assertEquals("مینا", log.get(1).actorName());
        assertEquals("192.0.2.7", log.get(1).address());
    }

    @Test
    void publishingTheSameRevisionAgainIsNoUpdate() {
        var story = world.published(World.bridgeReopens());
        world.clock.forward(Duration.ofHours(3));
        done(world.publishing.publish(world.chiefEditor(), story.number(), Publishing.Seen.of(story)));
        assertEquals(Optional.empty(), world.live(story.number()).updated());
    }

    @Test
    void listsGoOnWhereThePageBeforeEnded() {
        for (int i = 0; i < 7; i++) {
            world.published(World.bridgeReopens());
            // two stories of the same millisecond must not be lost between two pages
            if (i % 2 == 1) {
                world.clock.forward(Duration.ofMinutes(1));
            }
        }
        var seen = new ArrayList<Long>();
        var after = LiveStories.After.START;
        while (true) {
            var page = world.liveStories.list(new LiveStories.Of.Edition(World.EDITION), after, 2);
            if (page.isEmpty()) {
                break;
            }
            page.forEach(teaser -> seen.add(teaser.number()));
            after = new LiveStories.After(
                    page.getLast().firstReleasedAt(), page.getLast().number());
        }
        assertEquals(List.of(1007L, 1006L, 1005L, 1004L, 1003L, 1002L, 1001L), seen);
    }

    @Test
    void listsCanBeMadeAnewFromTheLiveRevisions() {
        var story = world.published(World.bridgeReopens());
        var section = world.liveStories.section(World.EDITION, "city").orElseThrow();
        world.database.write(write -> write.execute("DELETE FROM live_tag"));
        world.database.write(write -> write.execute("UPDATE story SET live_section = NULL"));
        assertEquals(List.of(), list(new LiveStories.Of.InSection(section)));

        assertEquals(1, world.publishing.rebuildLists());

        var tag = world.liveStories
                .label(Label.Kind.TAG, World.EDITION, "پل-کهنه")
                .orElseThrow();
        assertEquals(List.of(story.number()), list(new LiveStories.Of.Labelled(tag)));
        assertEquals(List.of(story.number()), list(new LiveStories.Of.InSection(section)));
    }

    private Story revised(Story story, Content content) {
        return done(world.drafting.revise(world.technician, story.number(), story.newestRevision(), content));
    }

    private static List<Problem> problems(Outcome<Story> outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).problems();
    }

    private List<Long> list(LiveStories.Of of) {
        return world.liveStories.list(of, LiveStories.After.START, 10).stream()
                .map(Teaser::number)
                .toList();
    }
}
