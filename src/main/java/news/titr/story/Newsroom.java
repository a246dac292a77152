package news.titr.story;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import news.titr.audit.Action;
import news.titr.audit.Audit;
import news.titr.audit.Subject;
import news.titr.db.Database;
import news.titr.db.Outbox;
import news.titr.language.Fold;
import news.titr.people.Actor;
import news.titr.people.Matter;

/** What the desk sees: every story, live or not. Readers' pages never read here. */
public final class Newsroom {

    /** A writer points to what was written lately; the archive has a search of its own. */
    private static final int SEARCHED = 5_000;

    private static final int SEARCHED_AT_ONCE = 250;

    private final Database database;
    private final URI site;

    /** @param site where readers find it, for checks of links */
    public Newsroom(Database database, URI site) {
        this.database = database;
        this.site = site;
    }

    /** A story in the desk's list. */
    public record Line(Story story, String headline, String section, Instant revisedAt, String revisedBy) {}

    /** A story with its newest revision. */
    public record Opened(Story story, Revision revision) {}

    /** How many stories there are, and how many of them readers see. */
    public record Counts(long stories, long live) {}

    /** The story that was begun with this number elsewhere and these words, whatever has become of it since. */
    public OptionalLong begunWith(String edition, String sourceNumber, Content content) {
        return database.read(read -> StoryStore.begunWith(read, edition, sourceNumber, content));
    }

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

    /** Stories with these words in their headlines, in whatever spelling, or with this number; newest first. */
    public List<Line> search(String words, int limit) {
        var wanted = Arrays.stream(words.strip().split("\\s+"))
                .map(Fold::fold)
                .filter(word -> !word.isEmpty())
                .toList();
        return database.read(read -> {
            var found = new ArrayList<Line>();
            if (wanted.size() == 1 && wanted.getFirst().matches("[0-9]{1,18}")) {
                long number = Long.parseLong(wanted.getFirst());
                StoryStore.lines(read, number + 1, 1).stream()
                        .filter(line -> line.story().number() == number)
                        .forEach(found::add);
            }
            long below = Long.MAX_VALUE;
            for (int looked = 0; looked < SEARCHED && found.size() < limit; looked += SEARCHED_AT_ONCE) {
                var lines = StoryStore.lines(read, below, SEARCHED_AT_ONCE);
                lines.stream()
                        .filter(line -> matches(line, wanted))
                        .filter(line -> !found.contains(line))
                        .limit(limit - found.size())
                        .forEach(found::add);
                if (lines.size() < SEARCHED_AT_ONCE) {
                    break;
                }
                below = lines.getLast().story().number();
            }
            return List.copyOf(found);
        });
    }

    private static boolean matches(Line line, List<String> wanted) {
        String headline = Fold.fold(line.headline());
        return wanted.stream().allMatch(headline::contains);
    }

    /** Everything that speaks against a content of this story going out at this moment: what the doors would say. */
    public List<Problem> problems(Story story, Content content, Instant now) {
        return database.read(read -> CheckStore.problems(read, site, story, content, now));
    }

    public Optional<Story> story(long number) {
        return database.read(read -> StoryStore.story(read, number));
    }

    /** How often a story has been taken from readers. */
    public long withdrawals(long number) {
        return withdrawals(number, Long.MAX_VALUE);
    }

    /** The same, as it was at this position of the outbox. */
    public long withdrawals(long number, long position) {
        return database.read(read -> Audit.count(read, Subject.story(number), Action.WITHDRAW)
                - Outbox.count(read, position, Action.WITHDRAW.id(), number));
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
