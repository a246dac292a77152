package news.titr.story;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import news.titr.audit.Action;
import news.titr.audit.Audit;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.db.Ids;
import news.titr.db.Outbox;
import news.titr.people.Actor;
import org.jdbi.v3.core.Handle;

/** How a revision comes before readers, whoever sends it: somebody at the desk, or the timer. */
final class Releases {

    private final Ids ids;
    private final InstantSource clock;
    private final URI site;

    Releases(Ids ids, InstantSource clock, URI site) {
        this.ids = ids;
        this.clock = clock;
        this.site = site;
    }

    /**
     * What is wanted.
     *
     * @param first when readers first had the story
     * @param released when they got what they are told is the newest
     * @param detail what else the audit log should know
     * @param fromArchive true for what was printed elsewhere before
     */
    record Wanted(String revision, Action action, Instant first, Instant released, Detail detail, boolean fromArchive) {

        /** A revision that was written here. */
        static Wanted of(String revision, Action action, Instant first, Instant released, Detail detail) {
            return new Wanted(revision, action, first, released, detail, false);
        }

        /**
         * What was printed long ago is shown as it was: what would keep a new story back is remembered in the audit log.
         * Only without a headline there is nothing to show, and what was put on the spike stays there.
         */
        boolean forgives(Problem problem) {
            return fromArchive && problem.kind().isForgivenToArchives();
        }
    }

    /** Moves the live pointer to exactly that revision, unless something speaks against it. */
    Outcome<Story> release(Handle write, Actor actor, Story story, Wanted wanted) {
        var problems = problems(write, story, wanted.revision(), clock.instant());
        var refused = problems.stream().filter(Problem::refuses).toList();
        if (!refused.stream().allMatch(wanted::forgives)) {
            return new Outcome.Refused<>(problems);
        }
        StoryStore.setLive(write, revision(write, wanted.revision()), wanted.first(), wanted.released());
        var detail = revised(wanted.revision());
        if (story.release() instanceof Release.Live live && !live.revision().equals(wanted.revision())) {
            detail = detail.with(Detail.Name.REVISION_BEFORE, live.revision());
        }
        for (var text : wanted.detail().texts().entrySet()) {
            detail = detail.with(text.getKey(), text.getValue());
        }
        String forgiven =
                refused.stream().map(problem -> problem.kind().id()).distinct().collect(Collectors.joining(" "));
        return done(
                write, actor, story.number(), wanted.action(), detail.with(Detail.Name.PROBLEMS, forgiven), problems);
    }

    /** Tells everybody else: the audit log, the outbox, and the alarms, which are solved by whatever is done about them. */
    Outcome<Story> done(Handle write, Actor actor, long number, Action action, Detail detail, List<Problem> warnings) {
        Instant now = clock.instant();
        Audit.append(write, ids.next(), now, actor, action, Subject.story(number), detail);
        Outbox.append(write, now, action.id(), OptionalLong.of(number));
        var story = StoryStore.story(write, number).orElseThrow();
        AlarmStore.solve(write, story, now);
        return new Outcome.Done<>(story, warnings);
    }

    /** Everything that speaks against a release at that moment. */
    List<Problem> problems(Handle read, Story story, String revisionId, Instant at) {
        return problems(read, story, revision(read, revisionId).content(), at);
    }

    List<Problem> problems(Handle read, Story story, Content content, Instant at) {
        var problems = new ArrayList<>(CheckStore.problems(read, site, story, content, at));
        if (story.stage() == Stage.SPIKED) {
            problems.add(Problem.of(Problem.Kind.SPIKED));
        }
        story.embargo()
                .filter(at::isBefore)
                .ifPresent(until -> problems.add(new Problem(Problem.Kind.EMBARGOED, until.toString())));
        return problems;
    }

    static Detail revised(String revision) {
        return Detail.of(Detail.Name.REVISION, revision);
    }

    static Revision revision(Handle read, String id) {
        return StoryStore.revision(read, id)
                .orElseThrow(
                        () -> new IllegalStateException("A story points to revision " + id + ", which is not there"));
    }

    /** A story that comes back after it was withdrawn is as old as it was. */
    static Optional<Instant> firstReleased(Story story) {
        return switch (story.release()) {
            case Release.Live live -> Optional.of(live.firstReleasedAt());
            case Release.Withdrawn withdrawn -> Optional.of(withdrawn.firstReleasedAt());
            case Release.Unreleased _, Release.Scheduled _ -> Optional.empty();
        };
    }

    /** When readers are told that it was updated: a minor update of what they have leaves that as it was. */
    static Instant released(Story story, String revision, Weight weight, Instant at) {
        return story.release() instanceof Release.Live live
                        && (weight == Weight.MINOR || live.revision().equals(revision))
                ? live.releasedAt()
                : at;
    }

    static Action action(Story story) {
        return story.isLive() ? Action.UPDATE : Action.PUBLISH;
    }
}
