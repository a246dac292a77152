package news.titr.story;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import news.titr.audit.Action;
import news.titr.audit.Audit;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.db.Outbox;
import news.titr.people.Actor;
import news.titr.people.Permission;

/** What a story was: its revisions, the names that editors gave them, and how any of them would look to readers. */
public final class History {

    private static final int LONGEST_NAME = 120;

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;

    public History(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A revision in the history, without its content.
     *
     * @param by the actor's id, as in the audit log
     * @param byName what the person is called now; empty for whoever is no person
     * @param name given by an editor, or the empty string
     * @param kept false for one of a burst of typing that nobody has pointed to
     * @param acts what was done with it: published, corrected, scheduled
     */
    public record Line(
            String id,
            int ordinal,
            Instant at,
            String by,
            String byName,
            Cause cause,
            String name,
            boolean kept,
            Set<Action> acts) {}

    /**
     * A stretch of the history, newest first.
     *
     * @param typing whether something was typed that no revision holds yet
     * @param mayWrite whether the actor may restore and name
     * @param next where the next stretch goes on, if there is one
     */
    public record Page(Story story, List<Line> lines, boolean typing, boolean mayWrite, OptionalInt next) {}

    /** Revisions below an ordinal; what a later one of the same burst stands for is left out. */
    public Optional<Page> page(Actor actor, long number, int below, int limit) {
        return database.read(read -> StoryStore.story(read, number).map(story -> {
            var lines = HistoryStore.lines(read, number, below, limit + 1);
            boolean more = lines.size() > limit;
            var shown = more ? lines.subList(0, limit) : lines;
            return new Page(
                    story,
                    shown,
                    WorkingCopyStore.find(read, number)
                            .filter(WorkingCopy::isPending)
                            .isPresent(),
                    Matters.allow(read, actor, Permission.WRITE, story),
                    more ? OptionalInt.of(shown.getLast().ordinal()) : OptionalInt.empty());
        }));
    }

    /** A revision of this story. */
    public Optional<Revision> revision(long number, String id) {
        return database.read(read -> StoryStore.revision(read, id).filter(revision -> revision.story() == number));
    }

    /** The revision before one, as the history shows it; empty for the first. */
    public Optional<Revision> before(Revision revision) {
        return database.read(read -> HistoryStore.lines(read, revision.story(), revision.ordinal(), 1).stream()
                .findFirst()
                .flatMap(line -> StoryStore.revision(read, line.id())));
    }

    /** Gives a revision a name, or takes it away with the empty string. A named revision is never collapsed into another. */
    public Outcome<Story> name(Actor actor, long number, String revision, String name) {
        return database.write(write -> {
            var found = StoryStore.story(write, number);
            if (found.isEmpty()) {
                return Outcome.refused(Problem.Kind.NO_SUCH_STORY);
            }
            if (StoryStore.revision(write, revision)
                    .filter(earlier -> earlier.story() == number)
                    .isEmpty()) {
                return Outcome.refused(Problem.Kind.NO_SUCH_REVISION);
            }
            if (!Matters.allow(write, actor, Permission.WRITE, found.get())) {
                return Outcome.refused(Problem.Kind.NOT_ALLOWED);
            }
            String line = name.replaceAll("\\s+", " ").strip();
            String given = line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) : line;
            StoryStore.setName(write, revision, given);
            Audit.append(
                    write,
                    ids.next(),
                    clock.instant(),
                    actor,
                    Action.NAME_REVISION,
                    Subject.story(number),
                    Detail.of(Detail.Name.REVISION, revision).with(Detail.Name.TEXT, given));
            Outbox.append(write, clock.instant(), "drafted", OptionalLong.of(number));
            return new Outcome.Done<>(found.get(), List.of());
        });
    }

    /**
     * A content as readers would see it if it went out now: what every surface makes its pages from. Its tags and authors
     * need not be there yet.
     */
    public LiveStory rehearsal(Story story, Content content, String revision) {
        return database.read(read -> HistoryStore.rehearsal(read, story, content, revision, clock.instant()));
    }
}
