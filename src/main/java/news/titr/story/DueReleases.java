package news.titr.story;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import news.titr.audit.Action;
import news.titr.audit.Audit;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.people.Actor;
import org.jdbi.v3.core.Handle;

/** The timer's door: what somebody scheduled goes out at its moment, and where it does not, an alarm is raised. */
public final class DueReleases {

    /** Later than this is told. */
    static final Duration LATE = Duration.ofSeconds(5);

    private static final Actor TIMER = new Actor.Timer();

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;
    private final Releases releases;

    /** @param site where readers find it, for checks of links */
    public DueReleases(Database database, Ids ids, InstantSource clock, URI site) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        releases = new Releases(ids, clock, site);
    }

    /**
     * Publishes everything whose scheduled moment has come; answers what was done, or why not, for each. What is refused
     * stays due and is tried again at the next call.
     *
     * @param raised is told of every alarm once, when it is new
     */
    public List<Outcome<Story>> publish(Consumer<Alarm> raised) {
        var due = database.read(read -> ReleaseStore.dueUntil(read, clock.instant()));
        var outcomes = new ArrayList<Outcome<Story>>();
        RuntimeException failure = null;
        for (long number : due) {
            try {
                var alarms = new ArrayList<Alarm>();
                outcomes.add(database.write(write -> {
                    alarms.clear();
                    return publish(write, number, alarms);
                }));
                alarms.forEach(raised);
            } catch (RuntimeException e) {
                // one that fails must not keep the others waiting
                failure = e;
                noteFailure(number, e).ifPresent(raised);
            }
        }
        if (failure != null) {
            throw failure;
        }
        return outcomes;
    }

    /** The same, for whoever reads of alarms elsewhere. */
    public List<Outcome<Story>> publish() {
        return publish(_ -> {});
    }

    /** The next moment at which something is due, if anything is planned. */
    public Optional<Instant> next() {
        return database.read(read -> ReleaseStore.nextAfter(read, clock.instant()));
    }

    private Outcome<Story> publish(Handle write, long number, List<Alarm> raised) {
        Instant now = clock.instant();
        var story = StoryStore.story(write, number).orElseThrow();
        // somebody may have moved or cancelled it since the list was read, or another process was quicker
        var planned = planned(story).filter(plan -> !plan.at().isAfter(now));
        if (planned.isEmpty()) {
            return new Outcome.Conflict<>(story);
        }
        var plan = planned.get();
        var outcome = releases.release(
                write,
                TIMER,
                story,
                Releases.Wanted.of(
                        plan.revision(),
                        Releases.action(story),
                        Releases.firstReleased(story).orElse(plan.at()),
                        Releases.released(story, plan.revision(), plan.weight(), plan.at()),
                        Detail.of(Detail.Name.TIME, plan.at().toString())));
        switch (outcome) {
            case Outcome.Refused<Story>(var problems) ->
                raise(write, story, plan, Alarm.Kind.REFUSED, problems, "").ifPresent(raised::add);
            case Outcome.Done<Story> _ -> {
                if (now.isAfter(plan.at().plus(LATE))) {
                    raise(write, story, plan, Alarm.Kind.LATE, List.of(), "").ifPresent(raised::add);
                }
            }
            case Outcome.Conflict<Story> _ -> {}
        }
        return outcome;
    }

    /** The database may be what failed: then there is nothing to note it in, and the log has it. */
    private Optional<Alarm> noteFailure(long number, RuntimeException failure) {
        try {
            return database.write(write -> StoryStore.story(write, number)
                    .flatMap(story -> planned(story)
                            .flatMap(plan ->
                                    raise(write, story, plan, Alarm.Kind.FAILED, List.of(), failure.toString()))));
        } catch (RuntimeException again) {
            failure.addSuppressed(again);
            return Optional.empty();
        }
    }

    /** The alarm, if it is new. */
    private Optional<Alarm> raise(
            Handle write, Story story, PlannedUpdate plan, Alarm.Kind kind, List<Problem> problems, String failure) {
        Instant now = clock.instant();
        var alarm = new Alarm(
                ids.next(),
                story.number(),
                Releases.revision(write, plan.revision()).content().headline(),
                plan.at(),
                kind,
                problems.stream().filter(Problem::refuses).toList(),
                failure,
                now,
                Optional.empty());
        if (!AlarmStore.insert(write, alarm)) {
            return Optional.empty();
        }
        if (kind != Alarm.Kind.LATE) {
            var why = new ArrayList<String>();
            alarm.problems().forEach(problem -> why.add(problem.kind().id()));
            var detail = Releases.revised(plan.revision())
                    .with(Detail.Name.TIME, plan.at())
                    .with(Detail.Name.PROBLEMS, failure + String.join(" ", why));
            Audit.append(write, ids.next(), now, TIMER, Action.MISS, Subject.story(story.number()), detail);
        }
        return Optional.of(alarm);
    }

    private static Optional<PlannedUpdate> planned(Story story) {
        return story.release() instanceof Release.Scheduled(var at, var revision)
                ? Optional.of(new PlannedUpdate(at, revision, Weight.MAJOR))
                : story.update();
    }
}
