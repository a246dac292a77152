package news.titr.story;

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
import org.jdbi.v3.core.Handle;

/**
 * The door to what ties a story to its versions in other languages. Readers are led from each to all others as soon as both
 * are live; so whoever ties a live story must be one who may publish it, and whoever ties a draft one who may write it.
 */
public final class Translating {

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;
    private final Drafting drafting;

    public Translating(Database database, Ids ids, InstantSource clock, Drafting drafting) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.drafting = drafting;
    }

    /** The versions of a story in other languages. */
    public List<Translation> others(long story) {
        return database.read(read -> TranslationStore.others(read, story));
    }

    /**
     * Begins a story in another edition with all that the original says, to be written over. What belongs to the edition of
     * the original, its section, tags and authors, stays there.
     */
    public Outcome<Story> begin(Actor actor, long original, String edition) {
        return database.write(write -> {
            var found = StoryStore.story(write, original);
            if (found.isEmpty()) {
                return Outcome.refused(Problem.Kind.NO_SUCH_STORY);
            }
            String group = TranslationStore.group(write, original);
            if (TranslationStore.inEdition(write, group, edition).isPresent()) {
                return Outcome.refused(Problem.Kind.TRANSLATED_ALREADY);
            }
            var content = StoryStore.revision(write, found.get().newestRevision())
                    .orElseThrow()
                    .content()
                    .forAnotherEdition();
            var beginning = Drafting.Beginning.in(edition).withType(found.get().type());
            var outcome = drafting.begin(write, actor, beginning, content);
            if (outcome instanceof Outcome.Done<Story>(var story, var _)) {
                TranslationStore.setGroup(write, story.number(), group);
                tell(write, actor, Action.TRANSLATE, story.number(), original);
            }
            return outcome;
        });
    }

    /** Ties a story to the versions of another one. It leaves those that it was tied to before. */
    public Outcome<Story> join(Actor actor, long number, long other) {
        return act(actor, number, (write, story) -> {
            var original = StoryStore.story(write, other);
            if (original.isEmpty()) {
                return Outcome.refused(Problem.Kind.NO_SUCH_STORY);
            }
            String group = TranslationStore.group(write, other);
            if (group.equals(TranslationStore.group(write, number)) && number != other) {
                return new Outcome.Done<>(story, List.of());
            }
            if (original.get().edition().equals(story.edition())) {
                return Outcome.refused(Problem.Kind.SAME_EDITION);
            }
            if (TranslationStore.inEdition(write, group, story.edition()).isPresent()) {
                return Outcome.refused(Problem.Kind.TRANSLATED_ALREADY);
            }
            TranslationStore.setGroup(write, number, group);
            tell(write, actor, Action.TRANSLATE, number, other);
            return new Outcome.Done<>(story, List.of());
        });
    }

    /** Unties a story from its versions in other languages; they stay tied to each other. */
    public Outcome<Story> leave(Actor actor, long number) {
        return act(actor, number, (write, story) -> {
            var others = TranslationStore.others(write, number);
            if (!others.isEmpty()) {
                TranslationStore.setGroup(write, number, ids.next());
                tell(write, actor, Action.UNTIE, number, others.getFirst().number());
            }
            return new Outcome.Done<>(story, List.of());
        });
    }

    private interface Act {
        Outcome<Story> on(Handle write, Story story);
    }

    private Outcome<Story> act(Actor actor, long number, Act act) {
        return database.write(write -> {
            var story = StoryStore.story(write, number);
            if (story.isEmpty()) {
                return Outcome.refused(Problem.Kind.NO_SUCH_STORY);
            }
            boolean allowed = story.get().isLive()
                    ? Matters.allowBeforeReaders(write, actor, Permission.PUBLISH, story.get())
                    : Matters.allow(write, actor, Permission.WRITE, story.get());
            return allowed ? act.on(write, story.get()) : Outcome.refused(Problem.Kind.NOT_ALLOWED);
        });
    }

    private void tell(Handle write, Actor actor, Action action, long number, long other) {
        var now = clock.instant();
        var detail = Detail.of(Detail.Name.STORY, Long.toString(other));
        Audit.append(write, ids.next(), now, actor, action, Subject.story(number), detail);
        Outbox.append(write, now, "translated", OptionalLong.of(number));
    }
}
