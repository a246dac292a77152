package news.titr.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import news.titr.db.Database;
import news.titr.people.Actor;
import news.titr.people.Matter;

/** What the desk sees: every story, live or not. Readers' pages never read here. */
public final class Newsroom {

    private final Database database;

    public Newsroom(Database database) {
        this.database = database;
    }

    /** A story in the desk's list. */
    public record Line(Story story, String headline, String section, Instant revisedAt, String revisedBy) {}

    /** A story with its newest revision. */
    public record Opened(Story story, Revision revision) {}

    /** How many stories there are, and how many of them readers see. */
    public record Counts(long stories, long live) {}

    public Counts counts() {
        return database.read(StoryStore::counts);
    }

    /** Stories by number, highest first, below a number. */
    public List<Line> stories(long below, int limit) {
        return database.read(read -> StoryStore.lines(read, below, limit));
    }

    /** What a permission on this story is asked for: screens hide what the doors would refuse. */
    public Matter matter(Actor actor, Story story) {
        return database.read(read -> Matters.of(read, actor, story));
    }

    /** Everything that speaks against a content of this story going out at this moment: what the doors would say. */
    public List<Problem> problems(Story story, Content content, Instant now) {
        return database.read(read -> CheckStore.problems(read, story, content, now));
    }

    public Optional<Story> story(long number) {
        return database.read(read -> StoryStore.story(read, number));
    }

    /** The version of a story's working copy; empty while nobody has opened it in the editor. */
    public OptionalLong version(long number) {
        return database.read(read -> WorkingCopyStore.version(read, number));
    }

    public Optional<Opened> open(long number) {
        return database.read(read -> StoryStore.story(read, number)
                .map(story -> new Opened(
                        story,
                        StoryStore.revision(read, story.newestRevision())
                                .orElseThrow(() -> new IllegalStateException(
                                        "Story " + number + " points to a revision that is not there")))));
    }
}
