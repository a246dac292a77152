package news.titr.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import news.titr.audit.Action;
import news.titr.audit.Audit;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.audit.Who;
import news.titr.db.Ids;
import news.titr.db.Outbox;
import news.titr.doc.Block;
import news.titr.doc.Body;
import org.jdbi.v3.core.Handle;

/**
 * Cuts immutable revisions from what was typed. The doors call it inside their own transaction, before anything that goes
 * by a story's newest revision.
 */
final class Cutting {

    /** How long a pause ends a burst, and how long the revisions of one burst collapse into one. */
    static final Duration BURST = Duration.ofMinutes(10);

    private Cutting() {}

    /** Whoever typed, long before the cut. */
    private record Writer(String id, String networkAddress) implements Who {}

    /** Makes what was typed a revision, if anything was; answers the story as it is then. */
    static Story cut(Handle write, Ids ids, Instant now, Story story, Cause cause) {
        var found = WorkingCopyStore.find(write, story.number());
        if (found.isEmpty() || !found.get().isPending()) {
            return story;
        }
        var copy = found.get();
        var newest = StoryStore.revision(write, story.newestRevision()).orElseThrow();
        var content = content(copy);
        WorkingCopyStore.setCut(write, story.number(), copy.version());
        if (content.equals(newest.content())) {
            CardStore.refresh(write, story.number());
            return story;
        }
        if (isOfTheSameBurst(newest, copy)) {
            StoryStore.supersede(write, newest.id());
        }
        var revision = StoryStore.insertRevision(
                write,
                ids,
                story.edition(),
                new Revision(
                        ids.next(),
                        story.number(),
                        newest.ordinal() + 1,
                        copy.touchedAt(),
                        copy.touchedBy(),
                        content,
                        cause,
                        "",
                        false,
                        OptionalLong.of(copy.version()),
                        isOfTheSameBurst(newest, copy) ? newest.begunAt() : copy.burstAt()));
        StoryStore.pointNewest(write, story.number(), revision.id());
        Audit.append(
                write,
                ids.next(),
                now,
                new Writer(copy.touchedBy(), copy.touchedAddress()),
                Action.REVISE,
                Subject.story(story.number()),
                Detail.of(Detail.Name.REVISION, revision.id()).with(Detail.Name.REVISION_BEFORE, newest.id()));
        Outbox.append(write, now, "drafted", OptionalLong.of(story.number()));
        return StoryStore.story(write, story.number()).orElseThrow();
    }

    /** True when a hand-over was cut lately: people who write together make one revision in ten minutes, not one a word. */
    static boolean areTogether(Handle read, Story story, Instant now) {
        var newest = StoryStore.revision(read, story.newestRevision()).orElseThrow();
        return newest.cause() == Cause.HAND_OVER
                && now.isBefore(newest.createdAt().plus(BURST));
    }

    private static boolean isOfTheSameBurst(Revision newest, WorkingCopy copy) {
        return !newest.kept()
                && newest.createdBy().equals(copy.touchedBy())
                && copy.touchedAt().isBefore(newest.begunAt().plus(BURST));
    }

    /** What the revision holds: the lines of fields as lines, and no empty paragraphs at the end. */
    private static Content content(WorkingCopy copy) {
        var content = StoryDocument.content(copy.document());
        var blocks = new ArrayList<>(content.body().blocks());
        while (!blocks.isEmpty() && blocks.getLast() instanceof Block.Paragraph(var text) && text.isEmpty()) {
            blocks.removeLast();
        }
        return new Content(
                line(content.kicker()),
                line(content.headline()),
                lines(content.subheadlines()),
                line(content.lead()),
                new Body(blocks),
                content.section(),
                content.tags(),
                content.authors(),
                line(content.dateline()),
                line(content.source()),
                line(content.place()),
                content.published(),
                content.picture());
    }

    private static List<String> lines(List<String> texts) {
        return texts.stream().map(Cutting::line).filter(text -> !text.isBlank()).toList();
    }

    private static String line(String text) {
        return text.replaceAll("\\s*\n\\s*", " ").strip();
    }
}
