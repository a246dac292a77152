package news.titr.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import news.titr.audit.Action;
import news.titr.audit.Audit;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.db.Counters;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.db.Outbox;
import news.titr.doc.step.Node;
import news.titr.doc.step.Step;
import news.titr.doc.step.StepFailed;
import news.titr.doc.step.StepJson;
import news.titr.doc.step.StorySchema;
import news.titr.people.Actor;
import news.titr.people.Permission;
import org.jdbi.v3.core.Handle;

/** The only way to write. What readers see is not changed here; that is {@link Publishing}. */
public final class Drafting {

    static final String NUMBERS = "story";

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;
    private final WorkingCopies workingCopies;

    public Drafting(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        workingCopies = new WorkingCopies(ids, clock);
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
        return database.write(write -> begin(write, actor, beginning, content));
    }

    /** The same, as a part of something larger that is done or left undone as a whole. */
    Outcome<Story> begin(Handle write, Actor actor, Beginning beginning, Content content) {
        var section = SectionStore.bySlug(write, beginning.edition(), content.section());
        var problems = refusals(
                write, beginning.edition(), content, actor.may(Permission.WRITE, Matters.begun(write, section)));
        if (!problems.isEmpty()) {
            return new Outcome.Refused<>(problems);
        }
        Instant now = clock.instant();
        long number = number(write, beginning.wantedNumber());
        var revision = insert(write, beginning.edition(), number, 1, actor, content, Cause.BEGUN);
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
                now,
                Optional.empty(),
                Optional.empty());
        StoryStore.insert(write, story, ids.next());
        audit(write, actor, Action.BEGIN, number, Detail.of(Detail.Name.REVISION, revision.id()));
        Outbox.append(write, now, "drafted", OptionalLong.of(number));
        return new Outcome.Done<>(story, warnings(content));
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
            // what was typed meanwhile is a revision of its own, which the caller has not seen
            story = Cutting.cut(write, ids, clock.instant(), story, Cause.HAND_OVER);
            if (!story.newestRevision().equals(seenRevision)) {
                return new Outcome.Conflict<>(story);
            }
            return new Outcome.Done<>(revise(write, actor, story, content), warnings(content));
        });
    }

    /** The same, as a part of something larger that has asked for permission and looked at what the newest revision is. */
    Story revise(Handle write, Actor actor, Story story, Content content) {
        long number = story.number();
        Instant now = clock.instant();
        int ordinal = StoryStore.newestOrdinal(write, number).orElse(0) + 1;
        var revision = insert(write, story.edition(), number, ordinal, actor, content, Cause.SAVED);
        StoryStore.pointNewest(write, number, revision.id());
        workingCopies.rewrite(write, number, actor, content);
        audit(
                write,
                actor,
                Action.REVISE,
                number,
                Detail.of(Detail.Name.REVISION, revision.id())
                        .with(Detail.Name.REVISION_BEFORE, story.newestRevision()));
        Outbox.append(write, now, "drafted", OptionalLong.of(number));
        return StoryStore.story(write, number).orElseThrow();
    }

    /**
     * Makes what an earlier revision held the newest again, as a new revision. What was typed since stays in the history:
     * it is made a revision before, and whoever has the story open sees the change come as any other.
     */
    public Outcome<Story> restore(Actor actor, long number, String revision) {
        return database.write(write -> {
            var found = StoryStore.story(write, number);
            var wanted = StoryStore.revision(write, revision).filter(earlier -> earlier.story() == number);
            if (found.isEmpty() || wanted.isEmpty()) {
                return Outcome.refused(found.isEmpty() ? Problem.Kind.NO_SUCH_STORY : Problem.Kind.NO_SUCH_REVISION);
            }
            var content = wanted.get().content();
            var problems = refusals(
                    write, found.get().edition(), content, Matters.allow(write, actor, Permission.WRITE, found.get()));
            if (!problems.isEmpty()) {
                return new Outcome.Refused<>(problems);
            }
            var story = Cutting.cut(write, ids, clock.instant(), found.get(), Cause.HAND_OVER);
            var newest = StoryStore.revision(write, story.newestRevision()).orElseThrow();
            if (newest.content().equals(content)) {
                return new Outcome.Done<>(story, warnings(content));
            }
            var restored = insert(write, story.edition(), number, newest.ordinal() + 1, actor, content, Cause.RESTORED);
            StoryStore.pointNewest(write, number, restored.id());
            workingCopies.rewrite(write, number, actor, content);
            audit(
                    write,
                    actor,
                    Action.RESTORE,
                    number,
                    Detail.of(Detail.Name.REVISION, restored.id()).with(Detail.Name.REVISION_BEFORE, newest.id()));
            Outbox.append(write, clock.instant(), "drafted", OptionalLong.of(number));
            return new Outcome.Done<>(StoryStore.story(write, number).orElseThrow(), warnings(content));
        });
    }

    /**
     * Says what kind of piece a story is. It belongs to the story and to no revision: readers of a live one see it at once,
     * so that takes whoever may correct what they have.
     */
    public Outcome<Story> retype(Actor actor, long number, StoryType type) {
        return database.write(write -> {
            var found = StoryStore.story(write, number);
            if (found.isEmpty()) {
                return Outcome.refused(Problem.Kind.NO_SUCH_STORY);
            }
            var story = found.get();
            if (!Matters.allow(write, actor, Permission.WRITE, story)
                    || story.isLive() && !Matters.allowBeforeReaders(write, actor, Permission.CORRECT, story)) {
                return Outcome.refused(Problem.Kind.NOT_ALLOWED);
            }
            if (story.type() == type) {
                return new Outcome.Done<>(story, List.of());
            }
            StoryStore.setType(write, number, type);
            audit(
                    write,
                    actor,
                    Action.CHANGE,
                    number,
                    Detail.change(story.type().id(), type.id()));
            Outbox.append(write, clock.instant(), "retyped", OptionalLong.of(number));
            return new Outcome.Done<>(StoryStore.story(write, number).orElseThrow(), List.of());
        });
    }

    // ---- the working copy

    /**
     * A story as an editor opens it.
     *
     * @param may what they may do to it, so that a screen can hide what would be refused
     */
    public record Open(Story story, long version, Node document, Set<Permission> may) {}

    /** Opens a story's working copy, and makes it where there is none yet. */
    public Optional<Open> open(Actor actor, long number) {
        var there = database.read(read -> StoryStore.story(read, number)
                .flatMap(story -> WorkingCopyStore.find(read, number).map(copy -> open(read, actor, story, copy))));
        return there.isPresent()
                ? there
                : database.write(write -> StoryStore.story(write, number)
                        .map(story -> open(write, actor, story, workingCopies.of(write, story))));
    }

    private static Open open(Handle read, Actor actor, Story story, WorkingCopy copy) {
        var may = EnumSet.allOf(Permission.class);
        may.removeIf(permission -> !Matters.allow(read, actor, permission, story));
        return new Open(story, copy.version(), copy.document(), may);
    }

    /**
     * Takes steps into the log and the working copy. Sent again because the answer was lost, they are not taken twice.
     *
     * @param version the version of the document that the first step was made on
     * @param client names the editor window, so that it knows its own steps again
     * @param sent the steps as prosemirror-transform writes them
     */
    public Typed type(Actor actor, long number, long version, String client, List<JsonNode> sent) {
        if (sent.size() > WorkingCopies.MOST_STEPS) {
            return Typed.refused(Problem.Kind.TOO_MANY_STEPS, Integer.toString(WorkingCopies.MOST_STEPS));
        }
        List<Step> steps;
        try {
            steps = sent.stream()
                    .map(step -> StepJson.read(StorySchema.SCHEMA, step))
                    .toList();
        } catch (StepFailed e) {
            return Typed.refused(Problem.Kind.STEP_DOES_NOT_FIT, e.reason());
        }
        return database.write(write -> {
            var found = StoryStore.story(write, number);
            if (found.isEmpty()) {
                return Typed.refused(Problem.Kind.NO_SUCH_STORY, "");
            }
            if (!Matters.allow(write, actor, Permission.WRITE, found.get())) {
                return Typed.refused(Problem.Kind.NOT_ALLOWED, "");
            }
            return workingCopies.type(write, actor, found.get(), version, client, steps);
        });
    }

    /** The steps that came after a version, for one who has that version. */
    public Typed stepsSince(long number, long version) {
        return database.read(read -> workingCopies.since(read, number, version));
    }

    /**
     * Makes what was typed a revision, so that it can be published or compared. Whoever publishes what an editor saw calls
     * this with the version that the editor names, and publishes the revision in the answer.
     *
     * @param version the version that the caller saw; a conflict when it is no longer so. Empty to take what is there
     */
    public Outcome<Story> cut(Actor actor, long number, OptionalLong version, Cause cause) {
        return cut(actor, number, version, cause, "");
    }

    /** Makes what was typed a revision with a name, which is never collapsed into another. */
    public Outcome<Story> name(Actor actor, long number, OptionalLong version, String name) {
        return cut(actor, number, version, Cause.NAMED, name.strip());
    }

    private Outcome<Story> cut(Actor actor, long number, OptionalLong version, Cause cause, String name) {
        return database.write(write -> {
            var found = StoryStore.story(write, number);
            if (found.isEmpty()) {
                return Outcome.refused(Problem.Kind.NO_SUCH_STORY);
            }
            if (!Matters.allow(write, actor, Permission.WRITE, found.get())
                    && !Matters.allow(write, actor, Permission.PUBLISH, found.get())) {
                return Outcome.refused(Problem.Kind.NOT_ALLOWED);
            }
            if (version.isPresent()
                    && version.getAsLong()
                            != WorkingCopyStore.version(write, number).orElse(0)) {
                return new Outcome.Conflict<>(found.get());
            }
            var story = Cutting.cut(write, ids, clock.instant(), found.get(), cause);
            if (!name.isEmpty()) {
                StoryStore.setName(write, story.newestRevision(), name);
                audit(
                        write,
                        actor,
                        Action.NAME_REVISION,
                        number,
                        Detail.of(Detail.Name.REVISION, story.newestRevision()).with(Detail.Name.TEXT, name));
                Outbox.append(write, clock.instant(), "drafted", OptionalLong.of(number));
            }
            return new Outcome.Done<>(story, List.of());
        });
    }

    /** Cuts revisions where nobody has typed for ten minutes; answers how many stories that were. */
    public int cutPaused() {
        var paused = database.read(
                read -> WorkingCopyStore.pausedSince(read, clock.instant().minus(Cutting.BURST)));
        for (long number : paused) {
            database.write(write -> {
                // somebody may have gone on since the list was read
                if (WorkingCopyStore.pausedSince(write, clock.instant().minus(Cutting.BURST))
                        .contains(number)) {
                    var story = StoryStore.story(write, number).orElseThrow();
                    Cutting.cut(write, ids, clock.instant(), story, Cause.PAUSE);
                }
                return null;
            });
        }
        return paused.size();
    }

    /** Forgets steps that are older than thirty days; what they led to is kept in revisions. */
    public int forgetOldSteps() {
        return database.write(
                write -> WorkingCopyStore.trim(write, clock.instant().minus(WorkingCopies.STEPS_ARE_KEPT)));
    }

    private Revision insert(
            Handle write, String edition, long number, int ordinal, Actor actor, Content content, Cause cause) {
        Instant now = clock.instant();
        return StoryStore.insertRevision(
                write,
                ids,
                edition,
                new Revision(
                        ids.next(),
                        number,
                        ordinal,
                        now,
                        actor.id(),
                        content,
                        cause,
                        "",
                        cause != Cause.BEGUN,
                        OptionalLong.empty(),
                        now));
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
        if (!SectionStore.editions(read).contains(edition)) {
            problems.add(new Problem(Problem.Kind.NO_SUCH_EDITION, edition));
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
