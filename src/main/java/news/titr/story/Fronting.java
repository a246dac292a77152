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

/** Sets the front page by hand. */
public final class Fronting {

    /** The slots that the front page has, in the order of their weight. */
    public static final List<String> SLOTS =
            List.of("lead", "second-1", "second-2", "second-3", "opinion-1", "opinion-2", "opinion-3");

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;

    public Fronting(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** Puts a live story into a slot, in place of what stood there. */
    public Outcome<Story> place(Actor actor, String slot, long number) {
        if (!SLOTS.contains(slot)) {
            throw new IllegalArgumentException("There is no slot " + slot + ", only " + SLOTS);
        }
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
            Instant now = clock.instant();
            FrontStore.put(write, story.get().edition(), slot, number);
            Audit.append(
                    write,
                    ids.next(),
                    now,
                    actor,
                    Action.PLACE,
                    Subject.story(number),
                    Detail.of(Detail.Name.SLOT, slot));
            Outbox.append(write, now, "front", OptionalLong.of(number));
            return new Outcome.Done<>(story.get(), List.of());
        });
    }
}
