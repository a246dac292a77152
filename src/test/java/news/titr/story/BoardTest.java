package news.titr.story;

import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import news.titr.World;
import news.titr.db.Outbox;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.people.Actor;
import news.titr.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class BoardTest {

    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    private final World world = new World();
    private final Actor editor = world.actor("reza@example.org", "رضا", Role.DESK_EDITOR);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aStoryStandsInTheColumnOfItsStageAndOfWhatReadersHave() {
        var story = world.draft(World.bridgeReopens());
        assertEquals(BoardColumn.DRAFT, card(story).column());
        move(story, Stage.DRAFT, Stage.REVIEW);
        assertEquals(BoardColumn.REVIEW, card(story).column());
        move(story, Stage.REVIEW, Stage.READY);
        assertEquals(BoardColumn.READY, card(story).column());
        var seen = Publishing.Seen.of(story);
        done(world.publishing.schedule(world.chiefEditor(), story.number(), seen, World.MORNING.plusSeconds(60)));
        assertEquals(BoardColumn.SCHEDULED, card(story).column());
        assertEquals(World.MORNING.plusSeconds(60), card(story).movedAt());
        world.clock.forward(Duration.ofMinutes(2));
        world.due.publish();
        assertEquals(BoardColumn.LIVE, card(story).column());
        var live = world.newsroom.story(story.number()).orElseThrow();
        done(world.publishing.withdraw(world.chiefEditor(), story.number(), Publishing.Seen.of(live), "نادرست"));
        assertEquals(BoardColumn.WITHDRAWN, card(story).column());
    }

    @Test
    void theCardSaysWhatIsMissingAndHowLongItIs() {
        var empty = world.draft(Content.EMPTY);
        assertEquals(
                Set.of(Missing.HEADLINE, Missing.LEAD, Missing.BODY, Missing.SECTION, Missing.PICTURE),
                card(empty).missing());
        assertEquals(0, card(empty).words());

        var story = world.draft(World.bridgeReopens()
                .withText("", "پل", "چهار کلمه دارد این", Body.of(Block.Paragraph.of("و می‌شود سه"))));
        assertEquals(Set.of(Missing.PICTURE), card(story).missing());
        assertEquals(7, card(story).words());

        var picture = Body.of(new Block.Picture("bridge", "", "", ""));
        var revised = done(world.drafting.revise(
                editor,
                story.number(),
                story.newestRevision(),
                World.bridgeReopens().withText("", "پل", "لید", picture)));
        assertEquals(Set.of(Missing.ALTERNATIVE_TEXT), card(revised).missing());
    }

    @Test
    void anUrgentStoryStandsAboveAnOlderOneAndNewerStandAboveOlder() {
        var first = world.draft(World.bridgeReopens());
        world.clock.forward(Duration.ofMinutes(1));
        var second = world.draft(World.bridgeReopens());
        world.clock.forward(Duration.ofMinutes(1));
        var third = world.draft(World.bridgeReopens());
        assertEquals(List.of(third.number(), second.number(), first.number()), numbers(BoardColumn.DRAFT));
        done(world.workflow.prioritise(editor, first.number(), Priority.URGENT));
        done(world.workflow.prioritise(editor, third.number(), Priority.STOCK));
        assertEquals(List.of(first.number(), second.number(), third.number()), numbers(BoardColumn.DRAFT));
    }

    @Test
    void aColumnIsReadPageByPageWithoutLosingOrRepeatingAny() {
        var all = new HashSet<Long>();
        for (int i = 0; i < 25; i++) {
            all.add(world.draft(World.bridgeReopens()).number());
            if (i % 5 == 0) {
                world.clock.forward(Duration.ofSeconds(1));
            }
        }
        var read = new ArrayList<Long>();
        var after = Optional.of(Board.After.START);
        while (after.isPresent()) {
            var page = world.board.column(BoardColumn.DRAFT, BoardFilter.EVERYTHING, TEHRAN, after.get(), 7);
            page.cards().forEach(card -> read.add(card.number()));
            assertEquals(25, page.count());
            after = page.next();
        }
        assertEquals(25, read.size());
        assertEquals(all, new HashSet<>(read));
    }

    @Test
    void headlinesAreFoundHoweverTheyAreTyped() {
        var story = world.draft(World.bridgeReopens().withText("", "کتابخانه‌های شهر باز می‌شود", "", Body.EMPTY));
        world.draft(World.bridgeCloses());
        // Arabic letters, a blank for the half-space, the parts in another order
        for (String words :
                List.of("كتابخانه هاي", "کتابخانه‌های", "باز ميشود", "شهر کتابخانه", Long.toString(story.number()))) {
            assertEquals(List.of(story.number()), found(BoardFilter.EVERYTHING.withWords(words)), words);
        }
        assertEquals(List.of(), found(BoardFilter.EVERYTHING.withWords("%")));
        assertEquals(List.of(), found(BoardFilter.EVERYTHING.withWords("کتابخانه پل")));
    }

    @Test
    void whatIsMineIsWhatIWriteWasGivenOrHaveClaimed() {
        var sara = world.reporter();
        var begun = done(world.drafting.begin(sara, Drafting.Beginning.in(World.EDITION), Content.EMPTY));
        var given = world.draft(World.bridgeReopens());
        var other = world.draft(World.bridgeCloses());
        done(world.workflow.assign(editor, given.number(), id(sara)));
        var mine = BoardFilter.EVERYTHING.withMine(id(sara).orElseThrow());
        assertEquals(Set.of(begun.number(), given.number()), Set.copyOf(found(mine)));
        done(world.workflow.claim(editor, other.number()));
        assertEquals(
                List.of(other.number()),
                found(BoardFilter.EVERYTHING.withMine(id(editor).orElseThrow())));
        assertEquals(
                Set.of(begun.number(), other.number()),
                Set.copyOf(found(BoardFilter.EVERYTHING.withAssignee(BoardFilter.NOBODY))));
        assertEquals(List.of(), found(BoardFilter.EVERYTHING.withSection("culture")));
    }

    @Test
    void theColumnOfTodayHoldsTodayOnly() {
        var story = world.published(World.bridgeReopens());
        assertEquals(List.of(story.number()), numbers(BoardColumn.LIVE));
        world.clock.forward(Duration.ofDays(1));
        assertEquals(List.of(), numbers(BoardColumn.LIVE));
        // whoever looks for it finds it all the same
        assertEquals(List.of(story.number()), found(BoardFilter.EVERYTHING.withWords("پل")));
        // and what is written anew today is today's work
        done(world.drafting.revise(editor, story.number(), story.newestRevision(), World.bridgeCloses()));
        assertEquals(List.of(story.number()), numbers(BoardColumn.LIVE));
        assertEquals(Card.Mark.NEWER_DRAFT, card(story).mark());
    }

    @Test
    void aCorrectedStorySaysSo() {
        var story = world.published(World.bridgeReopens());
        assertEquals(Card.Mark.NONE, card(story).mark());
        var revised = done(world.drafting.revise(editor, story.number(), story.newestRevision(), World.bridgeCloses()));
        done(world.publishing.correct(editor, story.number(), Publishing.Seen.of(revised), "پل بسته است."));
        assertEquals(Card.Mark.CORRECTED, card(story).mark());
    }

    @Test
    void goingBackToTheWriterNeedsAReasonThatTheCardThenShows() {
        var story = world.draft(World.bridgeReopens());
        move(story, Stage.DRAFT, Stage.REVIEW);
        var without = world.workflow.move(editor, story.number(), Stage.REVIEW, Stage.DRAFT, "  ");
        assertEquals(List.of(Problem.of(Problem.Kind.NO_REASON)), refused(without));
        done(world.workflow.move(editor, story.number(), Stage.REVIEW, Stage.DRAFT, "منبع ندارد"));
        assertEquals("منبع ندارد", card(story).returned());
        move(story, Stage.DRAFT, Stage.REVIEW);
        assertEquals("", card(story).returned());
        assertEquals(
                List.of(Stage.REVIEW, Stage.DRAFT, Stage.REVIEW),
                world.board.moves(story.number(), 10).stream()
                        .map(StageMove::to)
                        .toList());
    }

    @Test
    void whoMovesWhatSomebodyElseHasMovedMeanwhileIsTold() {
        var story = world.draft(World.bridgeReopens());
        move(story, Stage.DRAFT, Stage.REVIEW);
        var late = world.workflow.move(world.chiefEditor(), story.number(), Stage.DRAFT, Stage.SPIKED, "");
        assertInstanceOf(Outcome.Conflict.class, late);
        assertEquals(BoardColumn.REVIEW, card(story).column());
    }

    @Test
    void aClaimKeepsOthersOffUntilItIsReleasedTakenOverOrHandedOn() {
        var sara = world.reporter();
        var story = done(world.drafting.begin(sara, Drafting.Beginning.in(World.EDITION), World.bridgeReopens()));
        done(world.workflow.claim(editor, story.number()));
        assertEquals("رضا", card(story).claimedBy().orElseThrow().name());
        assertEquals(
                List.of(new Problem(Problem.Kind.CLAIMED, "رضا")), refused(world.workflow.claim(sara, story.number())));
        assertEquals(
                List.of(Problem.of(Problem.Kind.NOT_ALLOWED)), refused(world.workflow.release(sara, story.number())));
        done(world.workflow.claim(world.chiefEditor(), story.number()));
        assertEquals("مینا", card(story).claimedBy().orElseThrow().name());
        move(story, Stage.DRAFT, Stage.REVIEW);
        assertEquals(Optional.empty(), card(story).claimedBy());
    }

    @Test
    void aSpikedStoryComesBackAndALiveOrScheduledOneIsNotSpiked() {
        var story = world.draft(World.bridgeReopens());
        move(story, Stage.DRAFT, Stage.SPIKED);
        assertEquals(BoardColumn.SPIKED, card(story).column());
        move(story, Stage.SPIKED, Stage.DRAFT);
        assertEquals(BoardColumn.DRAFT, card(story).column());
        assertEquals("", card(story).returned());

        var live = world.published(World.bridgeReopens());
        assertEquals(
                List.of(Problem.of(Problem.Kind.STILL_LIVE)),
                refused(world.workflow.move(editor, live.number(), Stage.READY, Stage.SPIKED, "")));
        done(world.publishing.schedule(
                world.chiefEditor(), story.number(), Publishing.Seen.of(story), World.MORNING.plusSeconds(60)));
        assertEquals(
                List.of(Problem.of(Problem.Kind.STILL_SCHEDULED)),
                refused(world.workflow.move(editor, story.number(), Stage.READY, Stage.DRAFT, "نه")));
    }

    @Test
    void aReporterHandsInAndOnlyTheDeskMovesOnAssignsAndSetsThePriority() {
        var sara = world.reporter();
        var story = done(world.drafting.begin(sara, Drafting.Beginning.in(World.EDITION), World.bridgeReopens()));
        done(world.workflow.move(sara, story.number(), Stage.DRAFT, Stage.REVIEW, ""));
        for (var outcome : List.of(
                world.workflow.move(sara, story.number(), Stage.REVIEW, Stage.READY, ""),
                world.workflow.assign(sara, story.number(), id(sara)),
                world.workflow.prioritise(sara, story.number(), Priority.URGENT))) {
            assertEquals(List.of(Problem.of(Problem.Kind.NOT_ALLOWED)), refused(outcome));
        }
        assertEquals(
                List.of(Problem.of(Problem.Kind.NO_SUCH_PERSON)),
                refused(world.workflow.assign(editor, story.number(), Optional.of("nobody"))));
    }

    @Test
    void everyActIsAuditedAndToldOnce() {
        var story = world.draft(World.bridgeReopens());
        var sara = id(world.reporter());
        long audited = world.count("SELECT COUNT(*) FROM audit WHERE subject_kind = 'story'");
        long told = world.database.read(Outbox::newest);
        move(story, Stage.DRAFT, Stage.REVIEW);
        done(world.workflow.assign(editor, story.number(), sara));
        done(world.workflow.claim(editor, story.number()));
        done(world.workflow.prioritise(editor, story.number(), Priority.URGENT));
        done(world.workflow.release(editor, story.number()));
        // what is so already is nothing that happened
        done(world.workflow.release(editor, story.number()));
        done(world.workflow.prioritise(editor, story.number(), Priority.URGENT));
        assertEquals(audited + 5, world.count("SELECT COUNT(*) FROM audit WHERE subject_kind = 'story'"));
        var entries = world.board.since(told);
        assertEquals(5, entries.size());
        assertTrue(entries.stream().allMatch(entry -> entry.story().equals(OptionalLong.of(story.number()))));
    }

    @Test
    void cardsAreDerivedAndCanAllBeMadeAnew() {
        var stories = List.of(
                world.draft(World.bridgeReopens()), world.published(World.bridgeCloses()), world.draft(Content.EMPTY));
        done(world.workflow.assign(editor, stories.getFirst().number(), id(editor)));
        var before = stories.stream().map(this::card).toList();
        assertEquals(3, world.board.rebuild());
        assertEquals(before, stories.stream().map(this::card).toList());
        assertEquals(0, world.board.complete());
    }

    @Test
    void aViewIsKeptUnderItsNameSharedAndOpenedWith() {
        String sara = id(world.reporter()).orElseThrow();
        String reza = id(editor).orElseThrow();
        var own =
                world.boardViews.save(sara, "شهر", "section=city", false, true).orElseThrow();
        assertEquals(own, world.boardViews.opensWith(sara).orElseThrow());
        assertEquals(List.of(), world.boardViews.of(reza));
        var shared = world.boardViews
                .save(sara, "فوری‌ها", "priority=urgent", true, false)
                .orElseThrow();
        assertEquals(List.of(shared), world.boardViews.of(reza));
        // the same name again is the same view
        world.boardViews.save(sara, "شهر", "section=city&mine=1", false, false);
        assertEquals(
                List.of("section=city&mine=1", "priority=urgent"),
                world.boardViews.of(sara).stream().map(BoardViews.Saved::query).toList());
        assertEquals(Optional.empty(), world.boardViews.save(sara, " ", "mine=1", false, false));
        // another's view is not a colleague's to throw away, nor one that they cannot see theirs to open with
        assertEquals(false, world.boardViews.forget(editor, reza, shared.id()));
        world.boardViews.open(reza, Optional.of(own.id()));
        assertEquals(Optional.empty(), world.boardViews.opensWith(reza));
        assertEquals(true, world.boardViews.forget(world.reporter(), sara, own.id()));
        assertEquals(Optional.empty(), world.boardViews.opensWith(sara));
    }

    @Test
    void whatIsGivenToAReporterIsTheirsToWriteUntilItIsTakenBack() {
        var sara = world.reporter();
        var story = world.draft(World.bridgeReopens());
        assertEquals(
                List.of(Problem.of(Problem.Kind.NOT_ALLOWED)),
                refused(world.drafting.revise(sara, story.number(), story.newestRevision(), World.bridgeCloses())));
        done(world.workflow.assign(editor, story.number(), id(sara)));
        var revised = done(world.drafting.revise(sara, story.number(), story.newestRevision(), World.bridgeCloses()));
        done(world.workflow.assign(editor, story.number(), Optional.empty()));
        assertEquals(
                List.of(Problem.of(Problem.Kind.NOT_ALLOWED)),
                refused(world.drafting.revise(sara, story.number(), revised.newestRevision(), World.bridgeReopens())));
    }

    @Test
    void aCardSaysUntilWhenItsStoryIsHeldBackAndHowManyNotesAreOpen() {
        var story = world.draft(World.bridgeReopens());
        var until = World.MORNING.plus(Duration.ofDays(2));
        assertEquals(Optional.empty(), card(story).embargo());
        done(world.publishing.embargo(editor, story.number(), Publishing.Seen.of(story), until));
        long version = world.drafting.open(editor, story.number()).orElseThrow().version();
        var note = done(
                world.notes.add(editor, story.number(), version, new Note.Passage(1, 5), "پایان", "این درست است؟"));
        assertEquals(Optional.of(until), card(story).embargo());
        assertEquals(1, card(story).openNotes());
        done(world.notes.resolve(editor, story.number(), note.id()));
        done(world.publishing.liftEmbargo(editor, story.number(), Publishing.Seen.of(story)));
        assertEquals(Optional.empty(), card(story).embargo());
        assertEquals(0, card(story).openNotes());
    }

    private void move(Story story, Stage from, Stage to) {
        world.clock.forward(Duration.ofSeconds(1));
        done(world.workflow.move(world.chiefEditor(), story.number(), from, to, ""));
    }

    private Card card(Story story) {
        return world.board.card(story.number()).orElseThrow();
    }

    private List<Long> numbers(BoardColumn column) {
        return world.board.column(column, BoardFilter.EVERYTHING, TEHRAN, Board.After.START, 50).cards().stream()
                .map(Card::number)
                .toList();
    }

    private List<Long> found(BoardFilter filter) {
        return world.board.sight(filter, List.of(BoardColumn.values()), TEHRAN, 50).columns().stream()
                .flatMap(column -> column.cards().stream())
                .map(Card::number)
                .toList();
    }

    private static Optional<String> id(Actor actor) {
        return Stream.of(actor)
                .filter(Actor.AtDesk.class::isInstance)
                .map(Actor.AtDesk.class::cast)
                .map(desk -> desk.person().id())
                .findFirst();
    }

    private static List<Problem> refused(Outcome<Story> outcome) {
        if (outcome instanceof Outcome.Refused<Story> refused) {
            return refused.problems();
        }
        throw new AssertionError("Expected Refused, got " + outcome);
    }
}
