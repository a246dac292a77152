package news.titr.story;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import news.titr.audit.Action;
import news.titr.audit.AuditQuery;
import news.titr.audit.Detail;
import news.titr.audit.Entry;
import news.titr.audit.Subject;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.people.Actor;
import news.titr.people.Permission;
import org.jdbi.v3.core.Handle;

/**
 * The only way to readers. Each verb judges, moves the pointer, and writes the audit row and the outbox row in one
 * transaction; when it answers Done, it has happened.
 */
public final class Publishing {

    private static final int SHOWN = 100;

    private static final Set<Action> ABOUT_RELEASES = EnumSet.of(
            Action.PUBLISH,
            Action.UPDATE,
            Action.SCHEDULE,
            Action.UNSCHEDULE,
            Action.EMBARGO,
            Action.LIFT_EMBARGO,
            Action.CORRECT,
            Action.WITHDRAW,
            Action.MISS);

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;
    private final Releases releases;

    /** @param site where readers find it, for checks of links */
    public Publishing(Database database, Ids ids, InstantSource clock, URI site) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        releases = new Releases(ids, clock, site);
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

    /** Shows readers the revision that the caller saw, now, as something new. */
    public Outcome<Story> publish(Actor actor, long number, Seen seen) {
        return publish(actor, number, seen, Weight.MAJOR);
    }

    /** Shows readers the revision that the caller saw, now. What was planned for later is no longer. */
    public Outcome<Story> publish(Actor actor, long number, Seen seen, Weight weight) {
        return act(actor, number, seen, Permission.PUBLISH, (write, story) -> {
            Instant now = clock.instant();
            return releases.release(
                    write,
                    actor,
                    story,
                    Releases.Wanted.of(
                            seen.revision(),
                            Releases.action(story),
                            Releases.firstReleased(story).orElse(now),
                            Releases.released(story, seen.revision(), weight, now),
                            story.isLive() ? Detail.of(Detail.Name.WEIGHT, weight.id()) : Detail.NONE));
        });
    }

    /** Puts a story from an archive before readers as having been there since {@code releasedAt}. */
    public Outcome<Story> publishFromArchive(Actor actor, long number, Seen seen, Instant releasedAt) {
        return act(
                actor,
                number,
                seen,
                Permission.ADMINISTER,
                (write, story) -> releases.release(
                        write,
                        actor,
                        story,
                        new Releases.Wanted(
                                seen.revision(), Action.PUBLISH, releasedAt, releasedAt, Detail.NONE, true)));
    }

    /** Lets the revision that the caller saw go out at a moment to come. */
    public Outcome<Story> schedule(Actor actor, long number, Seen seen, Instant at) {
        return schedule(actor, number, seen, at, Weight.MAJOR);
    }

    /** Lets the revision that the caller saw go out at a moment to come; until then readers keep what they have. */
    public Outcome<Story> schedule(Actor actor, long number, Seen seen, Instant at, Weight weight) {
        return act(actor, number, seen, Permission.PUBLISH, (write, story) -> {
            var problems = new ArrayList<>(releases.problems(write, story, seen.revision(), at));
            if (story.release() instanceof Release.Live live && live.revision().equals(seen.revision())) {
                problems.add(Problem.of(Problem.Kind.NOTHING_NEW));
            }
            if (!at.isAfter(clock.instant())) {
                problems.add(Problem.of(Problem.Kind.TIME_IS_PAST));
            }
            if (problems.stream().anyMatch(Problem::refuses)) {
                return new Outcome.Refused<>(problems);
            }
            StoryStore.setScheduled(write, number, seen.revision(), at, weight);
            var detail = planned(story)
                    .map(before -> Detail.of(Detail.Name.TIME_BEFORE, before.toString()))
                    .orElse(Detail.NONE)
                    .with(Detail.Name.REVISION, seen.revision())
                    .with(Detail.Name.TIME, at)
                    .with(Detail.Name.WEIGHT, story.isLive() ? weight.id() : "");
            return releases.done(write, actor, number, Action.SCHEDULE, detail, problems);
        });
    }

    public Outcome<Story> unschedule(Actor actor, long number, Seen seen) {
        return act(actor, number, seen, Permission.PUBLISH, (write, story) -> {
            var planned = planned(story);
            if (planned.isEmpty()) {
                return Outcome.refused(Problem.Kind.NOT_SCHEDULED);
            }
            StoryStore.setUnscheduled(write, number);
            var detail = Releases.revised(seen.revision()).with(Detail.Name.TIME_BEFORE, planned.get());
            return releases.done(write, actor, number, Action.UNSCHEDULE, detail, List.of());
        });
    }

    /**
     * Keeps a story back: before that moment nobody releases it, not even by mistake. Whoever writes it may set one; who
     * may publish it may also move it.
     */
    public Outcome<Story> embargo(Actor actor, long number, Seen seen, Instant until) {
        return actOnEmbargo(actor, number, seen, (write, story) -> {
            var problems = new ArrayList<Problem>();
            if (story.isLive()) {
                problems.add(Problem.of(Problem.Kind.LIVE_ALREADY));
            }
            if (!until.isAfter(clock.instant())) {
                problems.add(Problem.of(Problem.Kind.TIME_IS_PAST));
            }
            planned(story)
                    .filter(until::isAfter)
                    .ifPresent(at -> problems.add(new Problem(Problem.Kind.SCHEDULED_EARLIER, at.toString())));
            if (!problems.isEmpty()) {
                return new Outcome.Refused<>(problems);
            }
            ReleaseStore.setEmbargo(write, number, Optional.of(until));
            var detail = Detail.of(Detail.Name.TIME, until.toString())
                    .with(
                            Detail.Name.TIME_BEFORE,
                            story.embargo().map(Instant::toString).orElse(""));
            return releases.done(write, actor, number, Action.EMBARGO, detail, List.of());
        });
    }

    public Outcome<Story> liftEmbargo(Actor actor, long number, Seen seen) {
        return act(actor, number, seen, Permission.PUBLISH, (write, story) -> {
            if (story.embargo().isEmpty()) {
                return Outcome.refused(Problem.Kind.NO_EMBARGO);
            }
            ReleaseStore.setEmbargo(write, number, Optional.empty());
            var detail =
                    Detail.of(Detail.Name.TIME_BEFORE, story.embargo().get().toString());
            return releases.done(write, actor, number, Action.LIFT_EMBARGO, detail, List.of());
        });
    }

    private Outcome<Story> actOnEmbargo(
            Actor actor, long number, Seen seen, BiFunction<Handle, Story, Outcome<Story>> verb) {
        boolean isSet = database.read(
                read -> StoryStore.story(read, number).flatMap(Story::embargo).isPresent());
        var permission = isSet ? Permission.PUBLISH : Permission.WRITE;
        return act(
                actor,
                number,
                seen,
                permission,
                (write, story) -> story.embargo().isPresent() != isSet
                        ? new Outcome.Conflict<>(story)
                        : verb.apply(write, story));
    }

    /** Shows readers the revision that the caller saw, with a correction that says what was wrong before. */
    public Outcome<Story> correct(Actor actor, long number, Seen seen, String correction) {
        return correct(actor, number, seen, Permission.CORRECT, correction, clock.instant(), false);
    }

    /** Adds a correction that was made elsewhere, at that moment. */
    public Outcome<Story> correctFromArchive(Actor actor, long number, Seen seen, String correction, Instant at) {
        return correct(actor, number, seen, Permission.ADMINISTER, correction, at, true);
    }

    private Outcome<Story> correct(
            Actor actor,
            long number,
            Seen seen,
            Permission permission,
            String correction,
            Instant at,
            boolean fromArchive) {
        return act(actor, number, seen, permission, (write, story) -> {
            if (!(story.release() instanceof Release.Live live)) {
                return Outcome.refused(Problem.Kind.NOT_LIVE);
            }
            if (correction.isBlank()) {
                return Outcome.refused(Problem.Kind.NO_CORRECTION_TEXT);
            }
            String text = correction.strip();
            var outcome = releases.release(
                    write,
                    actor,
                    story,
                    new Releases.Wanted(
                            seen.revision(),
                            Action.CORRECT,
                            live.firstReleasedAt(),
                            at,
                            Detail.of(Detail.Name.TEXT, text),
                            fromArchive));
            if (outcome instanceof Outcome.Done) {
                StoryStore.insertCorrection(write, ids.next(), number, seen.revision(), text, at);
            }
            return outcome;
        });
    }

    /** Takes a story back: from now on readers get a page that says so, and why. */
    public Outcome<Story> withdraw(Actor actor, long number, Seen seen, String reason) {
        return act(actor, number, seen, Permission.WITHDRAW, (write, story) -> {
            if (!(story.release() instanceof Release.Live live)) {
                return Outcome.refused(Problem.Kind.NOT_LIVE);
            }
            if (reason.isBlank()) {
                return Outcome.refused(Problem.Kind.NO_REASON);
            }
            StoryStore.setWithdrawn(write, number, clock.instant(), reason.strip());
            Fronting.withdraw(write, ids, clock.instant(), actor, story);
            var detail =
                    Detail.of(Detail.Name.REVISION_BEFORE, live.revision()).with(Detail.Name.REASON, reason.strip());
            return releases.done(write, actor, number, Action.WITHDRAW, detail, List.of());
        });
    }

    /** What a content would meet if it were published now: the same that the verbs would say. */
    public List<Problem> problems(Story story, Content content) {
        return database.read(read -> releases.problems(read, story, content, clock.instant()));
    }

    /** What was done about a story before readers, the newest first. */
    public List<Entry> releases(long number) {
        return database.read(read ->
                AuditQuery.about(Subject.story(number), ABOUT_RELEASES).read(read, AuditQuery.After.START, SHOWN));
    }

    /** What publishing the newest revision now would meet. */
    public List<Problem> problems(long number) {
        return database.read(read -> StoryStore.story(read, number)
                .map(story -> releases.problems(read, story, story.newestRevision(), clock.instant()))
                .orElseGet(() -> List.of(Problem.of(Problem.Kind.NO_SUCH_STORY))));
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

    private static Optional<Instant> planned(Story story) {
        return story.release() instanceof Release.Scheduled scheduled
                ? Optional.of(scheduled.at())
                : story.update().map(PlannedUpdate::at);
    }
}
