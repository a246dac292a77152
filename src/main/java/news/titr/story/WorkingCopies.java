package news.titr.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import news.titr.db.Ids;
import news.titr.doc.step.Difference;
import news.titr.doc.step.Node;
import news.titr.doc.step.Step;
import news.titr.doc.step.StepFailed;
import news.titr.doc.step.StepJson;
import news.titr.doc.step.StorySchema;
import news.titr.people.Actor;
import org.jdbi.v3.core.Handle;

/** How working copies change: all of it inside the transaction of a door, which has asked for permission. */
final class WorkingCopies {

    /** In one request; a client that was away for long sends the rest in the next. */
    static final int MOST_STEPS = 1_000;

    static final Duration STEPS_ARE_KEPT = Duration.ofDays(30);

    /** In bytes of JSON; a novel of 150,000 Persian words. */
    private static final int LARGEST_DOCUMENT = 2_000_000;

    private final Ids ids;
    private final InstantSource clock;

    WorkingCopies(Ids ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** The working copy of a story, made from its newest revision where nobody has opened it yet. */
    WorkingCopy of(Handle write, Story story) {
        return WorkingCopyStore.find(write, story.number()).orElseGet(() -> {
            var revision = StoryStore.revision(write, story.newestRevision()).orElseThrow();
            var now = clock.instant();
            var document = StoryDocument.of(revision.content());
            var copy = new WorkingCopy(story.number(), 0, document, 0, "", "", now, now);
            WorkingCopyStore.insert(write, copy, document.json().toString());
            return copy;
        });
    }

    Typed type(Handle write, Actor actor, Story story, long version, String client, List<Step> steps) {
        var copy = of(write, story);
        return version == copy.version()
                ? take(write, actor, story, copy, client, steps)
                : since(write, copy, version, client, steps);
    }

    Typed since(Handle read, long story, long version) {
        return WorkingCopyStore.find(read, story)
                .map(copy -> since(read, copy, version, "", List.of()))
                .orElseGet(() -> Typed.refused(Problem.Kind.NO_SUCH_STORY, ""));
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

    private static String sectionOf(Node document) {
        return document.attributes().get("section") instanceof JsonNode slug ? slug.asText() : "";
    }

    private Typed take(Handle write, Actor actor, Story story, WorkingCopy copy, String client, List<Step> steps) {
        var document = copy.document();
        try {
            for (var step : steps) {
                document = step.apply(document);
            }
            StorySchema.SCHEMA.check(document);
        } catch (StepFailed e) {
            return Typed.refused(Problem.Kind.STEP_DOES_NOT_FIT, e.reason());
        }
        String json = document.json().toString();
        if (json.getBytes(StandardCharsets.UTF_8).length > LARGEST_DOCUMENT) {
            return Typed.refused(Problem.Kind.TEXT_TOO_LARGE, "");
        }
        String section = sectionOf(document);
        if (!section.isEmpty()
                && !section.equals(sectionOf(copy.document()))
                && SectionStore.bySlug(write, story.edition(), section).isEmpty()) {
            return Typed.refused(Problem.Kind.NO_SUCH_SECTION, section);
        }
        Instant now = clock.instant();
        boolean handedOver =
                copy.isPending() && !copy.touchedBy().equals(actor.id()) && !Cutting.areTogether(write, story, now);
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
        CardStore.refreshTyped(write, story, taken);
        return new Typed.Accepted(taken.version());
    }

    /** What was saved another way comes into the working copy as steps, so that open editors go on in it. */
    void rewrite(Handle write, long story, Actor actor, Content content) {
        WorkingCopyStore.find(write, story).ifPresent(copy -> {
            var document = StoryDocument.of(content);
            var steps = Difference.steps(copy.document(), document);
            long version = copy.version() + steps.size();
            Instant now = clock.instant();
            log(write, copy, "", actor, now, steps);
            WorkingCopyStore.update(
                    write,
                    new WorkingCopy(story, version, document, version, actor.id(), actor.networkAddress(), now, now),
                    document.json().toString());
        });
    }

    private static void log(Handle write, WorkingCopy copy, String client, Actor actor, Instant now, List<Step> steps) {
        long version = copy.version();
        for (var step : steps) {
            version++;
            String json = StepJson.write(step).toString();
            WorkingCopyStore.append(write, copy.story(), new LoggedStep(version, client, actor.id(), now, json));
        }
    }
}
