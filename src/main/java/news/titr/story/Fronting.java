package news.titr.story;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import news.titr.audit.Action;
import news.titr.audit.Audit;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.db.Outbox;
import news.titr.people.Actor;
import news.titr.people.Permission;
import org.jdbi.v3.core.Handle;

/**
 * The door to the front page. Editors change a draft, act by act; publishing it makes a revision, which readers have from
 * then on. Every act names the version that its editor saw: when somebody else was faster, nothing happens and they are
 * shown what is there now.
 */
public final class Fronting {

    /** How many acts can be taken back. */
    private static final int UNDOABLE = 200;

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;

    public Fronting(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    public FrontRevision live(String edition) {
        return database.read(read -> FrontStore.live(read, edition));
    }

    public FrontDraft draft(String edition) {
        return database.read(read -> draft(read, edition));
    }

    /** The version of the draft that an editor saw, to be shown beside what is there now. */
    public Optional<FrontDraft> draft(String edition, long version) {
        return database.read(
                read -> FrontStore.draft(read, edition, version).filter(draft -> draft.version() == version));
    }

    /** Front pages that readers had, newest first, below an ordinal. */
    public List<FrontRevision> history(String edition, long below, int limit) {
        return database.read(read -> FrontStore.history(read, edition, below, limit));
    }

    public Optional<FrontRevision> revision(String edition, long ordinal) {
        return database.read(read -> FrontStore.revision(read, edition, ordinal));
    }

    /** The page that readers will have at a moment: stories scheduled until then are out, pins until then are over. */
    public FrontLayout preview(String edition, Front front, Instant at) {
        return database.read(read -> FrontSources.at(read, edition, at).layout(front, at));
    }

    /** Stories that could be set: live, scheduled and ready ones, the newest first; by number, or by words of the headline. */
    public List<FrontCandidate> candidates(String edition, String words, int limit) {
        return database.read(read -> FrontCandidateStore.find(read, edition, words, limit));
    }

    /** These stories, whatever has become of them. */
    public List<FrontCandidate> candidates(List<Long> numbers) {
        return numbers.isEmpty() ? List.of() : database.read(read -> FrontCandidateStore.these(read, numbers));
    }

    /** Does one act on the draft. */
    public Outcome<FrontDraft> change(Actor actor, String edition, long seenVersion, FrontChange change) {
        return database.write(write -> {
            if (!actor.may(Permission.EDIT_FRONT)) {
                return Outcome.refused(Problem.Kind.NOT_ALLOWED);
            }
            var draft = draft(write, edition);
            if (draft.version() != seenVersion) {
                return new Outcome.Conflict<>(draft);
            }
            var problems = refusals(write, draft, change);
            if (!problems.isEmpty()) {
                return new Outcome.Refused<>(problems);
            }
            var next = next(write, actor, draft, change);
            if (next.front().equals(draft.front())) {
                return new Outcome.Done<>(draft, List.of());
            }
            FrontStore.insert(write, next);
            FrontStore.forgetDrafts(write, edition, next.version() - UNDOABLE);
            Outbox.append(write, next.at(), "front-draft", OptionalLong.empty());
            return new Outcome.Done<>(next, List.of());
        });
    }

    /** Gives readers the draft that the editor saw, in place of the front page that they saw readers have. */
    public Outcome<FrontRevision> publish(Actor actor, String edition, long seenVersion, long seenOrdinal) {
        return database.write(write -> {
            if (!actor.may(Permission.EDIT_FRONT)) {
                return Outcome.refused(Problem.Kind.NOT_ALLOWED);
            }
            var draft = draft(write, edition);
            var live = FrontStore.live(write, edition);
            if (draft.version() != seenVersion || live.ordinal() != seenOrdinal) {
                return new Outcome.Conflict<>(live);
            }
            if (draft.front().equals(live.front())) {
                return Outcome.refused(Problem.Kind.FRONT_UNCHANGED);
            }
            var act = new Act(write, ids, clock.instant(), actor);
            var revision = release(act, live, draft.front(), "publish", OptionalLong.empty());
            return new Outcome.Done<>(revision, List.of());
        });
    }

    /** Puts a live story before readers at once, in place of what stood in that slot. */
    public Outcome<Story> place(Actor actor, String slot, long number) {
        return database.write(write -> {
            if (!actor.may(Permission.EDIT_FRONT)) {
                return Outcome.refused(Problem.Kind.NOT_ALLOWED);
            }
            var story = StoryStore.story(write, number);
            if (story.isEmpty()) {
                return Outcome.refused(Problem.Kind.NO_SUCH_STORY);
            }
            if (!story.get().isLive()) {
                return Outcome.refused(Problem.Kind.NOT_LIVE);
            }
            String edition = story.get().edition();
            if (!isSlot(write, edition, FrontStore.live(write, edition).front(), slot)) {
                return new Outcome.Refused<>(List.of(new Problem(Problem.Kind.NO_SUCH_SLOT, slot)));
            }
            var placement = new Front.Placement(slot, number, Optional.empty());
            both(new Act(write, ids, clock.instant(), actor), edition, "place", number, front -> front.with(placement));
            return new Outcome.Done<>(story.get(), List.of());
        });
    }

    /** A withdrawn story leaves the front page, and the draft of the next one, in the transaction that withdraws it. */
    static void withdraw(Handle write, Ids ids, Instant now, Actor actor, Story story) {
        both(
                new Act(write, ids, now, actor),
                story.edition(),
                "withdraw",
                story.number(),
                front -> front.withoutStory(story.number()));
    }

    /** Somebody who does something in a transaction. */
    private record Act(Handle write, Ids ids, Instant now, Actor actor) {}

    /** Changes what readers have and what editors work on alike, so that the next publishing does not undo it. */
    private static void both(Act act, String edition, String reason, long story, UnaryOperator<Front> change) {
        var draft = FrontStore.draft(act.write(), edition);
        var live = FrontStore.live(act.write(), edition);
        var changed = change.apply(live.front());
        if (!changed.equals(live.front())) {
            release(act, live, changed, reason, OptionalLong.of(story));
        }
        draft.ifPresent(there -> {
            var front = change.apply(there.front());
            if (!front.equals(there.front())) {
                long version = there.version() + 1;
                FrontStore.insert(
                        act.write(),
                        new FrontDraft(
                                edition,
                                version,
                                there.version(),
                                act.now(),
                                act.actor().id(),
                                front));
            }
        });
    }

    private static FrontRevision release(Act act, FrontRevision live, Front front, String reason, OptionalLong story) {
        var revision = new FrontRevision(
                live.edition(), live.ordinal() + 1, act.now(), act.actor().id(), reason, front);
        FrontStore.insert(act.write(), revision);
        var difference = Detail.of(
                        Detail.Name.TEXT,
                        FrontDifference.between(live.front(), front).summary())
                .with(Detail.Name.REASON, reason);
        boolean placed = reason.equals("place") && story.isPresent();
        Audit.append(
                act.write(),
                act.ids().next(),
                act.now(),
                act.actor(),
                placed ? Action.PLACE : Action.RELEASE_FRONT,
                placed ? Subject.story(story.getAsLong()) : Subject.front(live.edition()),
                difference);
        Outbox.append(act.write(), act.now(), "front", story);
        return revision;
    }

    private static FrontDraft draft(Handle read, String edition) {
        return FrontStore.draft(read, edition).orElseGet(() -> {
            var live = FrontStore.live(read, edition);
            return new FrontDraft(edition, 0, 0, live.at(), live.actor(), live.front());
        });
    }

    private FrontDraft next(Handle read, Actor actor, FrontDraft draft, FrontChange change) {
        // an act that is taken back is left out of what can be taken back next
        long undoTo = change instanceof FrontChange.Undo
                ? FrontStore.draft(read, draft.edition(), draft.undoTo())
                        .map(FrontDraft::undoTo)
                        .orElse(0L)
                : draft.version();
        return new FrontDraft(
                draft.edition(),
                draft.version() + 1,
                undoTo,
                clock.instant(),
                actor.id(),
                changed(read, draft, change));
    }

    private static Front changed(Handle read, FrontDraft draft, FrontChange change) {
        var front = draft.front();
        return switch (change) {
            case FrontChange.Place(var slot, var story, var until) ->
                front.with(new Front.Placement(slot, story, until));
            case FrontChange.Move move -> moved(front, move);
            case FrontChange.Remove(var slot) -> front.without(slot);
            case FrontChange.Pin(var slot, var until) ->
                front.at(slot)
                        .map(there -> front.with(new Front.Placement(slot, there.story(), until)))
                        .orElse(front);
            case FrontChange.Fill(var area) -> withArea(read, draft.edition(), front, area);
            case FrontChange.MoveBand(var key, int by) -> movedBand(read, draft.edition(), front, key, by);
            case FrontChange.Undo() -> before(read, draft);
            case FrontChange.Discard() -> FrontStore.live(read, draft.edition()).front();
            case FrontChange.Restore(long ordinal) ->
                FrontStore.revision(read, draft.edition(), ordinal)
                        .map(FrontRevision::front)
                        .orElse(front);
        };
    }

    private static Front before(Handle read, FrontDraft draft) {
        return draft.undoTo() == 0
                ? draft.version() == 0
                        ? draft.front()
                        : FrontStore.live(read, draft.edition()).front()
                : FrontStore.draft(read, draft.edition(), draft.undoTo())
                        .map(FrontDraft::front)
                        .orElse(draft.front());
    }

    private static Front moved(Front front, FrontChange.Move move) {
        var mover = front.at(move.from()).filter(there -> there.story() == move.story());
        var until = mover.flatMap(Front.Placement::until);
        var displaced = front.at(move.to());
        var result = front.without(move.from()).with(new Front.Placement(move.to(), move.story(), until));
        return mover.isPresent() && displaced.isPresent()
                ? result.with(new Front.Placement(
                        move.from(), displaced.get().story(), displaced.get().until()))
                : result;
    }

    /** The rules of the bands are kept in the order of the bands. */
    private static Front withArea(Handle read, String edition, Front front, Front.Area area) {
        var all = new ArrayList<>(front.areas(FrontSources.offered(read, edition)));
        all.replaceAll(there -> there.key().equals(area.key()) ? area : there);
        return front.withAreas(all);
    }

    private static Front movedBand(Handle read, String edition, Front front, String key, int by) {
        var all = new ArrayList<>(front.areas(FrontSources.offered(read, edition)));
        int from = all.indexOf(front.area(key));
        int to = from + Integer.signum(by);
        if (from < 0 || to < 0 || to >= all.size() || all.get(to).sectionId().isEmpty()) {
            return front;
        }
        all.add(to, all.remove(from));
        return front.withAreas(all);
    }

    private List<Problem> refusals(Handle read, FrontDraft draft, FrontChange change) {
        var problems = new ArrayList<Problem>();
        String edition = draft.edition();
        switch (change) {
            case FrontChange.Place(var slot, var story, var until) -> {
                mustBeSlot(read, draft, slot, problems);
                mustBePlaceable(read, edition, story, problems);
                mustBeToCome(until, problems);
            }
            case FrontChange.Move(var _, var to, var story) -> {
                mustBeSlot(read, draft, to, problems);
                mustBePlaceable(read, edition, story, problems);
            }
            case FrontChange.Pin(var slot, var until) -> {
                if (draft.front().at(slot).isEmpty()) {
                    problems.add(new Problem(Problem.Kind.NO_SUCH_SLOT, slot));
                }
                mustBeToCome(until, problems);
            }
            case FrontChange.Fill(var area) -> {
                boolean known = draft.front().areas(FrontSources.offered(read, edition)).stream()
                        .anyMatch(there -> there.key().equals(area.key()));
                if (!known || !area.mayBe()) {
                    problems.add(new Problem(Problem.Kind.NO_SUCH_RULE, area.key()));
                }
            }
            case FrontChange.Restore(long ordinal) -> {
                if (FrontStore.revision(read, edition, ordinal).isEmpty()) {
                    problems.add(new Problem(Problem.Kind.NO_SUCH_FRONT, Long.toString(ordinal)));
                }
            }
            case FrontChange.Remove _, FrontChange.MoveBand _, FrontChange.Undo _, FrontChange.Discard _ -> {}
        }
        return problems;
    }

    private static void mustBeSlot(Handle read, FrontDraft draft, String slot, List<Problem> problems) {
        if (!isSlot(read, draft.edition(), draft.front(), slot)) {
            problems.add(new Problem(Problem.Kind.NO_SUCH_SLOT, slot));
        }
    }

    private static boolean isSlot(Handle read, String edition, Front front, String slot) {
        return front.areas(FrontSources.offered(read, edition)).stream()
                .filter(Front.Area::settable)
                .filter(area -> area.key().equals(Front.areaOf(slot)))
                .anyMatch(area -> java.util.stream.IntStream.rangeClosed(1, area.count())
                        .anyMatch(place -> area.slot(place).equals(slot)));
    }

    /** A story may be set before it is out: it takes its place at the moment that it goes out. */
    private static void mustBePlaceable(Handle read, String edition, long number, List<Problem> problems) {
        var story =
                StoryStore.story(read, number).filter(there -> there.edition().equals(edition));
        if (story.isEmpty()) {
            problems.add(Problem.of(Problem.Kind.NO_SUCH_STORY));
        } else if (story.get().release() instanceof Release.Withdrawn) {
            problems.add(Problem.of(Problem.Kind.NOT_LIVE));
        } else if (story.get().stage() == Stage.SPIKED) {
            problems.add(Problem.of(Problem.Kind.SPIKED));
        }
    }

    private void mustBeToCome(Optional<Instant> until, List<Problem> problems) {
        if (until.map(end -> !end.isAfter(clock.instant())).orElse(false)) {
            problems.add(Problem.of(Problem.Kind.TIME_IS_PAST));
        }
    }
}
