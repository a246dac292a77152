package news.titr.story;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import news.titr.audit.Action;
import news.titr.audit.Audit;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.db.Outbox;
import news.titr.people.Actor;
import news.titr.people.People;
import news.titr.people.Permission;
import org.jdbi.v3.core.Handle;

/**
 * The way of a story through the newsroom: from stage to stage, from hand to hand. What it says is {@link Drafting}'s, what
 * readers have of it {@link Publishing}'s.
 */
public final class Workflow {

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;

    public Workflow(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Hands a story on: to review, to ready, back to draft (which needs a note that says why), onto the spike, or off it.
     * Whoever had claimed it lets go of it.
     *
     * @param seen the stage that it stood in when the caller decided
     */
    public Outcome<Story> move(Actor actor, long number, Stage seen, Stage stage, String note) {
        return act(number, (write, story, work) -> {
            // whoever writes it may hand it in; everything else is the desk's to decide
            boolean handingIn = stage == Stage.REVIEW && story.stage() == Stage.DRAFT;
            if (!allows(write, actor, handingIn ? Permission.WRITE : Permission.MOVE_STAGE, story)) {
                return Outcome.refused(Problem.Kind.NOT_ALLOWED);
            }
            if (story.stage() != seen) {
                return new Outcome.Conflict<>(story);
            }
            if (stage == story.stage()) {
                return new Outcome.Done<>(story, List.of());
            }
            var move = new StageMove(clock.instant(), actor.id(), story.stage(), stage, note.strip());
            var refusal = refusal(story, move);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            Cutting.cut(write, ids, move.at(), story, Cause.STAGE);
            WorkStore.insertMove(write, ids.next(), number, move);
            StoryStore.setStage(write, number, stage);
            if (work.claimedBy().isPresent()) {
                WorkStore.put(write, number, work.withoutClaim());
            }
            return done(
                    write,
                    actor,
                    story,
                    move.isReturn() ? Action.RETURN : Action.MOVE,
                    Detail.change(move.from().id(), move.to().id()).with(Detail.Name.NOTE, move.note()));
        });
    }

    private static Optional<Problem.Kind> refusal(Story story, StageMove move) {
        if (story.release() instanceof Release.Scheduled) {
            // it would go out all the same, or be refused in the night with nobody there
            return Optional.of(Problem.Kind.STILL_SCHEDULED);
        }
        if (story.isLive() && move.to() == Stage.SPIKED) {
            return Optional.of(Problem.Kind.STILL_LIVE);
        }
        return move.isReturn() && move.note().isEmpty() ? Optional.of(Problem.Kind.NO_REASON) : Optional.empty();
    }

    /** Gives a story to somebody, or to nobody. It becomes theirs to write. */
    public Outcome<Story> assign(Actor actor, long number, Optional<String> person) {
        return act(number, (write, story, work) -> {
            if (!allows(write, actor, Permission.ASSIGN, story)) {
                return Outcome.refused(Problem.Kind.NOT_ALLOWED);
            }
            var name = person.map(id -> People.nameOf(write, id));
            if (name.isPresent() && name.get().isEmpty()) {
                return Outcome.refused(Problem.Kind.NO_SUCH_PERSON);
            }
            if (work.assignee().equals(person)) {
                return new Outcome.Done<>(story, List.of());
            }
            WorkStore.put(write, number, work.withAssignee(person));
            return done(
                    write,
                    actor,
                    story,
                    Action.ASSIGN,
                    Detail.of(Detail.Name.TO, name.flatMap(found -> found).orElse("")));
        });
    }

    /** «I have this»: tells the others to keep off. What somebody else has claimed is taken over by the desk only. */
    public Outcome<Story> claim(Actor actor, long number) {
        return act(number, (write, story, work) -> {
            var person = person(actor);
            if (person.isEmpty() || !allows(write, actor, Permission.WRITE, story)) {
                return Outcome.refused(Problem.Kind.NOT_ALLOWED);
            }
            if (work.claimedBy().equals(person)) {
                return new Outcome.Done<>(story, List.of());
            }
            if (work.claimedBy().isPresent() && !allows(write, actor, Permission.ASSIGN, story)) {
                return new Outcome.Refused<>(List.of(new Problem(
                        Problem.Kind.CLAIMED,
                        People.nameOf(write, work.claimedBy().get()).orElse(""))));
            }
            WorkStore.put(write, number, work.withClaim(person.get(), clock.instant()));
            return done(write, actor, story, Action.CLAIM, Detail.NONE);
        });
    }

    /** Lets go of a story; what somebody else has claimed is freed by the desk only. */
    public Outcome<Story> release(Actor actor, long number) {
        return act(number, (write, story, work) -> {
            boolean own = work.claimedBy().isPresent() && work.claimedBy().equals(person(actor));
            if (!own && !allows(write, actor, Permission.ASSIGN, story)) {
                return Outcome.refused(Problem.Kind.NOT_ALLOWED);
            }
            if (work.claimedBy().isEmpty()) {
                return new Outcome.Done<>(story, List.of());
            }
            WorkStore.put(write, number, work.withoutClaim());
            return done(write, actor, story, Action.LET_GO, Detail.NONE);
        });
    }

    public Outcome<Story> prioritise(Actor actor, long number, Priority priority) {
        return act(number, (write, story, work) -> {
            if (!allows(write, actor, Permission.MOVE_STAGE, story)) {
                return Outcome.refused(Problem.Kind.NOT_ALLOWED);
            }
            if (work.priority() == priority) {
                return new Outcome.Done<>(story, List.of());
            }
            WorkStore.put(write, number, work.withPriority(priority));
            return done(
                    write,
                    actor,
                    story,
                    Action.PRIORITISE,
                    Detail.change(work.priority().id(), priority.id()));
        });
    }

    @FunctionalInterface
    private interface Act {
        Outcome<Story> on(Handle write, Story story, Work work);
    }

    private Outcome<Story> act(long number, Act act) {
        return database.write(write -> StoryStore.story(write, number)
                .map(story -> act.on(write, story, WorkStore.work(write, number)))
                .orElseGet(() -> Outcome.refused(Problem.Kind.NO_SUCH_STORY)));
    }

    private Outcome<Story> done(Handle write, Actor actor, Story story, Action action, Detail detail) {
        Instant now = clock.instant();
        Audit.append(write, ids.next(), now, actor, action, Subject.story(story.number()), detail);
        Outbox.append(write, now, "worked", OptionalLong.of(story.number()));
        return new Outcome.Done<>(StoryStore.story(write, story.number()).orElseThrow(), List.of());
    }

    private static boolean allows(Handle read, Actor actor, Permission permission, Story story) {
        return Matters.allow(read, actor, permission, story);
    }

    private static Optional<String> person(Actor actor) {
        return actor instanceof Actor.AtDesk desk ? Optional.of(desk.person().id()) : Optional.empty();
    }
}
