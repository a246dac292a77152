package news.titr.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import news.titr.db.Counters;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.db.Outbox;
import news.titr.doc.step.Difference;
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

    /** In bytes of JSON; a novel of 150,000 Persian words. */
    private static final int LARGEST_DOCUMENT = 2_000_000;

    /** In one request; a client that was away for long sends the rest in the next. */
    private static final int MOST_STEPS = 1_000;

    private static final Duration STEPS_ARE_KEPT = Duration.ofDays(30);

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
            var problems = refusals(write, actor, beginning.edition(), content);
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
                    beginning.note(),
                    now);
            StoryStore.insert(write, story, ids.next());
            Audit.append(write, ids.next(), now, actor, "begin", number, revision.id(), "");
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
            var problems = refusals(write, actor, story.edition(), content);
            if (!problems.isEmpty()) {
                return new Outcome.Refused<>(problems);
            }
            // what was typed meanwhile is a revision of its own, which the caller has not seen
            story = Cutting.cut(write, ids, clock.instant(), story, Cause.HAND_OVER);
            if (!story.newestRevision().equals(seenRevision)) {
                return new Outcome.Conflict<>(story);
            }
            Instant now = clock.instant();
            int ordinal = StoryStore.newestOrdinal(write, number).orElse(0) + 1;
            var revision = insert(write, story.edition(), number, ordinal, actor, content, Cause.SAVED);
            StoryStore.pointNewest(write, number, revision.id());
            WorkingCopyStore.find(write, number).ifPresent(copy -> rewrite(write, copy, actor, content));
            Audit.append(write, ids.next(), now, actor, "revise", number, revision.id(), "");
            Outbox.append(write, now, "drafted", OptionalLong.of(number));
            return new Outcome.Done<>(StoryStore.story(write, number).orElseThrow(), warnings(content));
        });
    }

    /** Hands a story on: to review, to ready, back to draft, or onto the spike. */
    public Outcome<Story> moveStage(Actor actor, long number, Stage stage, String note) {
        return database.write(write -> {
            var found = StoryStore.story(write, number);
            if (found.isEmpty()) {
                return Outcome.refused(Problem.Kind.NO_SUCH_STORY);
            }
            // a reporter may hand a story in; everything else is the desk's to decide
            boolean handingIn = stage == Stage.REVIEW && found.get().stage() == Stage.DRAFT;
            if (!actor.may(handingIn ? Permission.WRITE : Permission.MOVE_STAGE)) {
                return Outcome.refused(Problem.Kind.NOT_ALLOWED);
            }
            Instant now = clock.instant();
            var story = Cutting.cut(write, ids, now, found.get(), Cause.STAGE);
            StoryStore.setStage(write, number, stage);
            String detail = stage.id() + (note.isBlank() ? "" : ": " + note.strip());
            Audit.append(write, ids.next(), now, actor, "move", number, story.newestRevision(), detail);
            Outbox.append(write, now, "drafted", OptionalLong.of(number));
            return new Outcome.Done<>(StoryStore.story(write, number).orElseThrow(), List.of());
        });
    }

    // ---- the working copy

    /** A story as an editor opens it. */
    public record Open(Story story, long version, Node document) {}

    /** Opens a story's working copy, and makes it where there is none yet. */
    public Optional<Open> open(long number) {
        var there = database.read(read -> StoryStore.story(read, number)
                .flatMap(story -> WorkingCopyStore.find(read, number)
                        .map(copy -> new Open(story, copy.version(), copy.document()))));
        return there.isPresent()
                ? there
                : database.write(write -> StoryStore.story(write, number).map(story -> {
                    var copy = workingCopy(write, story);
                    return new Open(story, copy.version(), copy.document());
                }));
    }

    /**
     * Takes steps into the log and the working copy. Sent again because the answer was lost, they are not taken twice.
     *
     * @param version the version of the document that the first step was made on
     * @param client names the editor window, so that it knows its own steps again
     * @param sent the steps as prosemirror-transform writes them
     */
    public Typed type(Actor actor, long number, long version, String client, List<JsonNode> sent) {
        if (sent.size() > MOST_STEPS) {
            return Typed.refused(Problem.Kind.TOO_MANY_STEPS, Integer.toString(MOST_STEPS));
        }
        List<Step> steps;
        try {
            steps = sent.stream()
                    .map(step -> StepJson.read(StorySchema.SCHEMA, step))
                    .toList();
        } catch (StepFailed e) {
            return Typed.refused(Problem.Kind.STEP_DOES_NOT_FIT, e.getMessage());
        }
        return database.write(write -> {
            var found = StoryStore.story(write, number);
            if (found.isEmpty()) {
                return Typed.refused(Problem.Kind.NO_SUCH_STORY, "");
            }
            if (!actor.may(Permission.WRITE)) {
                return Typed.refused(Problem.Kind.NOT_ALLOWED, "");
            }
            var copy = workingCopy(write, found.get());
            if (version != copy.version()) {
                return since(write, copy, version, client, steps);
            }
            return take(write, actor, found.get(), copy, client, steps);
        });
    }

    /** The steps that came after a version, for one who has that version. */
    public Typed stepsSince(long number, long version) {
        return database.read(read -> WorkingCopyStore.find(read, number)
                .map(copy -> since(read, copy, version, "", List.of()))
                .orElseGet(() -> Typed.refused(Problem.Kind.NO_SUCH_STORY, "")));
    }

    /**
     * Makes what was typed a revision, so that it can be published, named or compared.
     *
     * @param version the version that the caller saw; a conflict when it is no longer the newest. Empty to take what is there
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
            if (!actor.may(Permission.WRITE) && !actor.may(Permission.PUBLISH)) {
                return Outcome.refused(Problem.Kind.NOT_ALLOWED);
            }
            long current = WorkingCopyStore.version(write, number).orElse(0);
            if (version.isPresent() && version.getAsLong() != current) {
                return new Outcome.Conflict<>(found.get());
            }
            var story = Cutting.cut(write, ids, clock.instant(), found.get(), cause);
            if (!name.isEmpty()) {
                StoryStore.setName(write, story.newestRevision(), name);
                Audit.append(
                        write, ids.next(), clock.instant(), actor, "name", number, story.newestRevision(), name);
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
                var copy = WorkingCopyStore.find(write, number).orElseThrow();
                if (!copy.touchedAt().isAfter(clock.instant().minus(Cutting.BURST))) {
                    Cutting.cut(
                            write,
                            ids,
                            clock.instant(),
                            StoryStore.story(write, number).orElseThrow(),
                            Cause.PAUSE);
                }
                return null;
            });
        }
        return paused.size();
    }

    /** Forgets steps that are older than thirty days; what they led to is kept in revisions. */
    public int forgetOldSteps() {
        return database.write(
                write -> WorkingCopyStore.trim(write, clock.instant().minus(STEPS_ARE_KEPT)));
    }

    private WorkingCopy workingCopy(Handle write, Story story) {
        return WorkingCopyStore.find(write, story.number()).orElseGet(() -> {
            var revision = StoryStore.revision(write, story.newestRevision()).orElseThrow();
            var now = clock.instant();
            var copy = new WorkingCopy(
                    story.number(), 0, StoryDocument.of(revision.content()), 0, "", "", now, now);
            WorkingCopyStore.insert(write, copy, copy.document().json().toString());
            return copy;
        });
    }

    private static Typed since(Handle read, WorkingCopy copy, long version, String client, List<Step> sent) {
        if (version < 0 || version > copy.version()) {
            return new Typed.TooOld(copy.version(), copy.document());
        }
        var steps = WorkingCopyStore.stepsAfter(read, copy.story(), version);
        if (steps.size() != copy.version() - version) {
            return new Typed.TooOld(copy.version(), copy.document());
        }
        return !sent.isEmpty() && areThere(steps, client, sent)
                ? new Typed.Accepted(version + sent.size())
                : new Typed.Behind(copy.version(), steps);
    }

    private static boolean areThere(List<LoggedStep> logged, String client, List<Step> sent) {
        if (logged.size() < sent.size()) {
            return false;
        }
        for (int i = 0; i < sent.size(); i++) {
            if (!logged.get(i).client().equals(client)
                    || !logged.get(i).json().equals(StepJson.write(sent.get(i)).toString())) {
                return false;
            }
        }
        return true;
    }

    private Typed take(
            Handle write, Actor actor, Story story, WorkingCopy copy, String client, List<Step> steps) {
        var document = copy.document();
        try {
            for (var step : steps) {
                document = step.apply(document);
            }
            StorySchema.SCHEMA.check(document);
        } catch (StepFailed e) {
            return Typed.refused(Problem.Kind.STEP_DOES_NOT_FIT, e.getMessage());
        }
        String json = document.json().toString();
        if (json.getBytes(StandardCharsets.UTF_8).length > LARGEST_DOCUMENT) {
            return Typed.refused(Problem.Kind.TEXT_TOO_LARGE, "");
        }
        String section = document.attributes().get("section") instanceof JsonNode slug ? slug.asText() : "";
        if (!section.isEmpty()
                && !document.attributes().get("section").equals(copy.document().attributes().get("section"))
                && SectionStore.bySlug(write, story.edition(), section).isEmpty()) {
            return Typed.refused(Problem.Kind.NO_SUCH_SECTION, section);
        }
        Instant now = clock.instant();
        boolean handedOver = copy.isPending()
                && !copy.touchedBy().equals(actor.id())
                && !Cutting.areTogether(write, story, now);
        if (handedOver) {
            Cutting.cut(write, ids, now, story, Cause.HAND_OVER);
        }
        boolean newBurst = handedOver || !copy.isPending();
        var taken = new WorkingCopy(
                copy.story(),
                copy.version() + steps.size(),
                document,
                handedOver ? copy.version() : copy.cutVersion(),
                actor.id(),
                actor.networkAddress(),
                now,
                newBurst ? now : copy.burstAt());
        log(write, copy, client, actor, now, steps);
        WorkingCopyStore.update(write, taken, json);
        return new Typed.Accepted(taken.version());
    }

    /** What was saved another way comes into the working copy as steps, so that open editors go on in it. */
    private void rewrite(Handle write, WorkingCopy copy, Actor actor, Content content) {
        var document = StoryDocument.of(content);
        var steps = Difference.steps(copy.document(), document);
        long version = copy.version() + steps.size();
        Instant now = clock.instant();
        log(write, copy, "", actor, now, steps);
        WorkingCopyStore.update(
                write,
                new WorkingCopy(
                        copy.story(), version, document, version, actor.id(), actor.networkAddress(), now, now),
                document.json().toString());
    }

    private static void log(
            Handle write, WorkingCopy copy, String client, Actor actor, Instant now, List<Step> steps) {
        long version = copy.version();
        for (var step : steps) {
            version++;
            String json = StepJson.write(step).toString();
            WorkingCopyStore.append(write, copy.story(), new LoggedStep(version, client, actor.id(), now, json));
        }
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

    private static long number(Handle write, OptionalLong wanted) {
        if (wanted.isPresent() && wanted.getAsLong() > 0 && !StoryStore.exists(write, wanted.getAsLong())) {
            Counters.raise(write, NUMBERS, wanted.getAsLong());
            return wanted.getAsLong();
        }
        return Counters.next(write, NUMBERS);
    }

    private static List<Problem> refusals(Handle read, Actor actor, String edition, Content content) {
        var problems = new ArrayList<Problem>();
        if (!actor.may(Permission.WRITE)) {
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
