package news.titr.story;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import news.titr.audit.Action;
import news.titr.audit.Audit;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.db.Counters;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.db.Outbox;
import news.titr.people.Actor;
import news.titr.people.Permission;
import org.jdbi.v3.core.Handle;

/** The only way to write. What readers see is not changed here; that is {@link Publishing}. */
public final class Drafting {

    static final String NUMBERS = "story";

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;

    public Drafting(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * How a new story begins.
     *
     * @param wantedNumber the number it should keep when it is free
     * @param sourceNumber its number in the system that it comes from, or the empty string
     * @param note for the desk alone, or the empty string
     */
    public record Beginning(
            String edition, StoryType type, OptionalLong wantedNumber, String sourceNumber, String note) {

        /** A story that is written here. */
        public static Beginning in(String edition) {
            return new Beginning(edition, StoryType.NEWS, OptionalLong.empty(), "", "");
        }

        public Beginning withNumber(long number) {
            return new Beginning(edition, type, OptionalLong.of(number), sourceNumber, note);
        }

        public Beginning withType(StoryType type) {
            return new Beginning(edition, type, wantedNumber, sourceNumber, note);
        }

        public Beginning withSource(String sourceNumber, String note) {
            return new Beginning(edition, type, wantedNumber, sourceNumber, note);
        }
    }

    /** Begins a story. A wanted number that is taken gives way to the next free one. */
    public Outcome<Story> begin(Actor actor, Beginning beginning, Content content) {
        return database.write(write -> {
            var section = SectionStore.bySlug(write, beginning.edition(), content.section());
            var problems =
                    refusals(write, beginning.edition(), content, actor.may(Permission.WRITE, Matters.begun(section)));
            if (!problems.isEmpty()) {
                return new Outcome.Refused<>(problems);
            }
            Instant now = clock.instant();
            long number = number(write, beginning.wantedNumber());
            var revision =
                    StoryStore.insertRevision(write, ids, beginning.edition(), number, 1, now, actor.id(), content);
            var story = new Story(
                    number,
                    beginning.edition(),
                    beginning.type(),
                    Stage.DRAFT,
                    new Release.Unreleased(),
                    revision.id(),
                    beginning.sourceNumber(),
                    actor.id(),
                    beginning.note(),
                    now);
            StoryStore.insert(write, story, ids.next());
            audit(write, actor, Action.BEGIN, number, Detail.of(Detail.Name.REVISION, revision.id()));
            Outbox.append(write, now, "drafted", OptionalLong.of(number));
            return new Outcome.Done<>(story, warnings(content));
        });
    }

    /** Makes a new revision of a story, unless somebody has made one since the caller looked. */
    public Outcome<Story> revise(Actor actor, long number, String seenRevision, Content content) {
        return database.write(write -> {
            var found = StoryStore.story(write, number);
            if (found.isEmpty()) {
                return Outcome.refused(Problem.Kind.NO_SUCH_STORY);
            }
            var story = found.get();
            var problems =
                    refusals(write, story.edition(), content, Matters.allow(write, actor, Permission.WRITE, story));
            if (!problems.isEmpty()) {
                return new Outcome.Refused<>(problems);
            }
            if (!story.newestRevision().equals(seenRevision)) {
                return new Outcome.Conflict<>(story);
            }
            Instant now = clock.instant();
            int ordinal = StoryStore.newestOrdinal(write, number).orElse(0) + 1;
            var revision =
                    StoryStore.insertRevision(write, ids, story.edition(), number, ordinal, now, actor.id(), content);
            StoryStore.pointNewest(write, number, revision.id());
            audit(
                    write,
                    actor,
                    Action.REVISE,
                    number,
                    Detail.of(Detail.Name.REVISION, revision.id())
                            .with(Detail.Name.REVISION_BEFORE, story.newestRevision()));
            Outbox.append(write, now, "drafted", OptionalLong.of(number));
            return new Outcome.Done<>(StoryStore.story(write, number).orElseThrow(), warnings(content));
        });
    }

    private void audit(Handle write, Actor actor, Action action, long number, Detail detail) {
        Audit.append(write, ids.next(), clock.instant(), actor, action, Subject.story(number), detail);
    }

    private static long number(Handle write, OptionalLong wanted) {
        if (wanted.isPresent() && wanted.getAsLong() > 0 && !StoryStore.exists(write, wanted.getAsLong())) {
            Counters.raise(write, NUMBERS, wanted.getAsLong());
            return wanted.getAsLong();
        }
        return Counters.next(write, NUMBERS);
    }

    private static List<Problem> refusals(Handle read, String edition, Content content, boolean allowed) {
        var problems = new ArrayList<Problem>();
        if (!allowed) {
            problems.add(Problem.of(Problem.Kind.NOT_ALLOWED));
        }
        if (!content.section().isEmpty()
                && SectionStore.bySlug(read, edition, content.section()).isEmpty()) {
            problems.add(new Problem(Problem.Kind.NO_SUCH_SECTION, content.section()));
        }
        return problems;
    }

    /** A draft may be unfinished: what would be refused at publishing is only told here. */
    private static List<Problem> warnings(Content content) {
        return Checks.of(content);
    }
}
