package news.titr.story;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import news.titr.audit.Action;
import news.titr.audit.Audit;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.db.Outbox;
import news.titr.people.Actor;
import news.titr.people.Permission;

/**
 * What did not go out as it was scheduled. An alarm is solved by what is done about the story; until then somebody who may
 * publish can say that they have seen it.
 */
public final class Alarms {

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;

    public Alarms(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** Every alarm that is not solved, the newest first. */
    public List<Alarm> open() {
        return database.read(read -> AlarmStore.open(read, clock.instant()));
    }

    /** The open alarms that this actor could do something about and that nobody has seen yet. */
    public List<Alarm> unseen(Actor actor) {
        return actor.may(Permission.PUBLISH)
                ? open().stream()
                        .filter(alarm -> alarm.acknowledgedAt().isEmpty())
                        .toList()
                : List.of();
    }

    /** Somebody has seen it: it no longer stands on every page. One about a story that did go out is over, and one about what its source took back. */
    public Outcome<Story> acknowledge(Actor actor, long number) {
        return database.write(write -> {
            var story = StoryStore.story(write, number);
            if (story.isEmpty()) {
                return Outcome.refused(Problem.Kind.NO_SUCH_STORY);
            }
            if (!actor.may(Permission.PUBLISH)) {
                return Outcome.refused(Problem.Kind.NOT_ALLOWED);
            }
            Instant now = clock.instant();
            if (AlarmStore.acknowledge(write, number, actor.id(), now)) {
                Audit.append(write, ids.next(), now, actor, Action.ACKNOWLEDGE, Subject.story(number), Detail.NONE);
                Outbox.append(write, now, Action.ACKNOWLEDGE.id(), OptionalLong.of(number));
            }
            return new Outcome.Done<>(story.get(), List.of());
        });
    }
}
