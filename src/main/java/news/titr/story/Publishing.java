package news.titr.story;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
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
 * The only way to readers. Each verb judges, moves the pointer, and writes the audit row and the outbox row in one
 * transaction; when it answers Done, it has happened.
 */
public final class Publishing {

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;

    public Publishing(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What the caller saw when they decided: nothing happens if it is no longer so. What is only typed yet stands in no
     * revision; whoever wants readers to have it makes one first, of the version that they saw: {@link Drafting#cut}.
     *
     * @param revision the newest revision
     * @param live the live revision, or empty when readers had none
     */
    public record Seen(String revision, Optional<String> live) {

        public static Seen of(Story story) {
            return new Seen(
                    story.newestRevision(),
                    story.release() instanceof Release.Live live ? Optional.of(live.revision()) : Optional.empty());
        }
    }

    /** Shows readers the revision that the caller saw, now. */
    public Outcome<Story> publish(Actor actor, long number, Seen seen) {
        return act(actor, number, seen, Permission.PUBLISH, (write, story) -> {
            Instant now = clock.instant();
            Instant first = firstReleased(story).orElse(now);
            // what readers have already is not updated by publishing it once more
            Instant released = story.release() instanceof Release.Live live
                            && live.revision().equals(seen.revision())
                    ? live.releasedAt()
                    : now;
            return release(write, actor, story, seen.revision(), Action.PUBLISH, first, released);
        });
    }

    /** Puts a story from an archive before readers as having been there since {@code releasedAt}. */
    public Outcome<Story> publishFromArchive(Actor actor, long number, Seen seen, Instant releasedAt) {
        return act(
                actor,
                number,
                seen,
                Permission.ADMINISTER,
                (write, story) -> releaseFromArchive(
                        write, actor, story, seen.revision(), Action.PUBLISH, releasedAt, releasedAt));
    }

    /** Lets the revision that the caller saw go out at a moment to come. */
    public Outcome<Story> schedule(Actor actor, long number, Seen seen, Instant at) {
        return act(actor, number, seen, Permission.PUBLISH, (write, story) -> {
            Instant now = clock.instant();
            var problems = new ArrayList<>(problems(write, story, seen.revision()));
            if (!(story.release() instanceof Release.Unreleased || story.release() instanceof Release.Scheduled)) {
                // readers have it, or were told that it was withdrawn: a plan for later must not change that now
                problems.add(Problem.of(Problem.Kind.RELEASED_ALREADY));
            }
            if (!at.isAfter(now)) {
                problems.add(Problem.of(Problem.Kind.TIME_IS_PAST));
            }
            if (problems.stream().anyMatch(Problem::refuses)) {
                return new Outcome.Refused<>(problems);
            }
            StoryStore.setScheduled(write, number, seen.revision(), at);
            return done(
                    write,
                    actor,
                    number,
                    Action.SCHEDULE,
                    revised(seen.revision()).with(Detail.Name.TIME, at),
                    problems);
        });
    }

    public Outcome<Story> unschedule(Actor actor, long number, Seen seen) {
        return act(actor, number, seen, Permission.PUBLISH, (write, story) -> {
            if (!(story.release() instanceof Release.Scheduled)) {
                return Outcome.refused(Problem.Kind.NOT_SCHEDULED);
            }
            StoryStore.setUnscheduled(write, number);
            return done(write, actor, number, Action.UNSCHEDULE, revised(seen.revision()), List.of());
        });
    }

    /** Publishes everything whose scheduled moment has come; answers what was done, or why not, for each. */
    public List<Outcome<Story>> publishDue() {
        var due = database.read(read -> StoryStore.scheduledUntil(read, clock.instant()));
        var outcomes = new ArrayList<Outcome<Story>>();
        RuntimeException failure = null;
        for (var story : due) {
            try {
                outcomes.add(publishDue(story.number()));
            } catch (RuntimeException e) {
                // one that fails must not keep the others waiting
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return outcomes;
    }

    private Outcome<Story> publishDue(long number) {
        return database.write(write -> {
            var current = StoryStore.story(write, number).orElseThrow();
            // somebody may have moved or cancelled it since the list was read
            if (!(current.release() instanceof Release.Scheduled(var at, var revision))
                    || at.isAfter(clock.instant())) {
                return new Outcome.Conflict<>(current);
            }
            return release(write, new Actor.Timer(), current, revision, Action.PUBLISH, at, at);
        });
    }

    /** Shows readers the revision that the caller saw, with a correction that says what was wrong before. */
    public Outcome<Story> correct(Actor actor, long number, Seen seen, String correction) {
        return correct(actor, number, seen, Permission.CORRECT, correction, clock.instant(), this::release);
    }

    /** Adds a correction that was made elsewhere, at that moment. */
    public Outcome<Story> correctFromArchive(Actor actor, long number, Seen seen, String correction, Instant at) {
        return correct(actor, number, seen, Permission.ADMINISTER, correction, at, this::releaseFromArchive);
    }

    private Outcome<Story> correct(
            Actor actor,
            long number,
            Seen seen,
            Permission permission,
            String correction,
            Instant at,
            Releasing releasing) {
        return act(actor, number, seen, permission, (write, story) -> {
            if (!(story.release() instanceof Release.Live live)) {
                return Outcome.refused(Problem.Kind.NOT_LIVE);
            }
            if (correction.isBlank()) {
                return Outcome.refused(Problem.Kind.NO_CORRECTION_TEXT);
            }
            var outcome =
                    releasing.release(write, actor, story, seen.revision(), Action.CORRECT, live.firstReleasedAt(), at);
            if (outcome instanceof Outcome.Done) {
                StoryStore.insertCorrection(write, ids.next(), number, seen.revision(), correction.strip(), at);
            }
            return outcome;
        });
    }

    /** Takes a story back: from now on readers get a page that says so, and why. */
    public Outcome<Story> withdraw(Actor actor, long number, Seen seen, String reason) {
        return act(actor, number, seen, Permission.WITHDRAW, (write, story) -> {
            if (!story.isLive()) {
                return Outcome.refused(Problem.Kind.NOT_LIVE);
            }
            if (reason.isBlank()) {
                return Outcome.refused(Problem.Kind.NO_REASON);
            }
            StoryStore.setWithdrawn(write, number, clock.instant(), reason.strip());
            Fronting.withdraw(write, ids, clock.instant(), actor, story);
            return done(
                    write,
                    actor,
                    number,
                    Action.WITHDRAW,
                    revised(seen.revision()).with(Detail.Name.REASON, reason.strip()),
                    List.of());
        });
    }

    /** Makes anew what lists of live stories are derived from; answers how many stories are live. */
    public int rebuildLists() {
        return database.write(StoryStore::rebuildLive);
    }

    private Outcome<Story> act(
            Actor actor,
            long number,
            Seen seen,
            Permission permission,
            BiFunction<Handle, Story, Outcome<Story>> verb) {
        return database.write(write -> {
            var found = StoryStore.story(write, number);
            if (found.isEmpty()) {
                return Outcome.refused(Problem.Kind.NO_SUCH_STORY);
            }
            var story = found.get();
            if (!Matters.allowBeforeReaders(write, actor, permission, story)) {
                return Outcome.refused(Problem.Kind.NOT_ALLOWED);
            }
            if (!Seen.of(story).equals(seen)) {
                return new Outcome.Conflict<>(story);
            }
            return verb.apply(write, story);
        });
    }

    private Outcome<Story> release(
            Handle write, Actor actor, Story story, String revisionId, Action action, Instant first, Instant released) {
        var problems = problems(write, story, revisionId);
        if (problems.stream().anyMatch(Problem::refuses)) {
            return new Outcome.Refused<>(problems);
        }
        StoryStore.setLive(write, revision(write, revisionId), first, released);
        return done(write, actor, story.number(), action, revised(revisionId), problems);
    }

    /** How a revision is put before readers. */
    @FunctionalInterface
    private interface Releasing {
        Outcome<Story> release(
                Handle write, Actor actor, Story story, String revision, Action action, Instant first, Instant at);
    }

    /**
     * What was printed long ago is shown as it was: what would keep a new story back is remembered in the audit log. Only
     * without a headline there is nothing to show, and what was put on the spike stays there.
     */
    private Outcome<Story> releaseFromArchive(
            Handle write, Actor actor, Story story, String revisionId, Action action, Instant first, Instant released) {
        var problems = problems(write, story, revisionId);
        var refused = problems.stream().filter(Problem::refuses).toList();
        if (refused.stream().anyMatch(problem -> !problem.kind().isForgivenToArchives())) {
            return new Outcome.Refused<>(problems);
        }
        StoryStore.setLive(write, revision(write, revisionId), first, released);
        String forgiven =
                refused.stream().map(problem -> problem.kind().id()).distinct().collect(Collectors.joining(" "));
        return done(
                write,
                actor,
                story.number(),
                action,
                revised(revisionId).with(Detail.Name.PROBLEMS, forgiven),
                problems);
    }

    private Outcome<Story> done(
            Handle write, Actor actor, long number, Action action, Detail detail, List<Problem> warnings) {
        Instant now = clock.instant();
        Audit.append(write, ids.next(), now, actor, action, Subject.story(number), detail);
        Outbox.append(write, now, action.id(), OptionalLong.of(number));
        return new Outcome.Done<>(StoryStore.story(write, number).orElseThrow(), warnings);
    }

    private static Detail revised(String revision) {
        return Detail.of(Detail.Name.REVISION, revision);
    }

    private List<Problem> problems(Handle read, Story story, String revisionId) {
        var problems = new ArrayList<>(
                CheckStore.problems(read, story, revision(read, revisionId).content(), clock.instant()));
        if (story.stage() == Stage.SPIKED) {
            problems.add(Problem.of(Problem.Kind.SPIKED));
        }
        return problems;
    }

    private static Revision revision(Handle read, String id) {
        return StoryStore.revision(read, id)
                .orElseThrow(
                        () -> new IllegalStateException("A story points to revision " + id + ", which is not there"));
    }

    /** A story that comes back after it was withdrawn is as old as it was. */
    private static Optional<Instant> firstReleased(Story story) {
        return switch (story.release()) {
            case Release.Live live -> Optional.of(live.firstReleasedAt());
            case Release.Withdrawn withdrawn -> Optional.of(withdrawn.firstReleasedAt());
            case Release.Unreleased _, Release.Scheduled _ -> Optional.empty();
        };
    }
}
