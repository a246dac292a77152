package news.titr.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.titr.doc.TextRenderer;
import news.titr.language.Fold;
import news.titr.language.WordCount;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Keeps the derived table of cards: whatever changes a story makes its card anew, in the same transaction. */
final class CardStore {

    /** More than all milliseconds of an epoch that this program will see, so that priority comes before time. */
    private static final long PRIORITY_STEP = 10_000_000_000_000L;

    private static final String PUT =
            "INSERT INTO story_card (story, board_column, position, stage, release, edition, type, section,"
                    + " headline, headline_key, byline, writer, assignee, claimed_by, priority, words, missing, mark,"
                    + " returned, moved_at, changed_at) VALUES (:story, :column, :position, :stage, :release, :edition,"
                    + " :type, :section, :headline, :key, :byline, :writer, :assignee, :claimedBy, :priority, :words,"
                    + " :missing, :mark, :returned, :movedAt, :changedAt)"
                    + " ON CONFLICT (story) DO UPDATE SET board_column = excluded.board_column,"
                    + " position = excluded.position, stage = excluded.stage, release = excluded.release,"
                    + " type = excluded.type, section = excluded.section, headline = excluded.headline,"
                    + " headline_key = excluded.headline_key, byline = excluded.byline, assignee = excluded.assignee,"
                    + " claimed_by = excluded.claimed_by, priority = excluded.priority, words = excluded.words,"
                    + " missing = excluded.missing, mark = excluded.mark, returned = excluded.returned,"
                    + " moved_at = excluded.moved_at, changed_at = excluded.changed_at";

    private CardStore() {}

    /** Makes the card of a story from what it says now, whether that is a revision yet or not. */
    static void refresh(Handle write, long number) {
        StoryStore.story(write, number).ifPresent(story -> {
            var typed = WorkingCopyStore.find(write, number).filter(WorkingCopy::isPending);
            if (typed.isPresent()) {
                refreshTyped(write, story, typed.get());
            } else {
                var newest = StoryStore.revision(write, story.newestRevision()).orElseThrow();
                refresh(write, story, newest.content(), newest.createdAt(), hasNewerRevision(story));
            }
        });
    }

    /** Makes the card of a story from what is being typed. */
    static void refreshTyped(Handle write, Story story, WorkingCopy copy) {
        refresh(write, story, StoryDocument.content(copy.document()), copy.touchedAt(), story.isLive());
    }

    private static void refresh(
            Handle write, Story story, Content content, Instant changedAt, boolean newerThanReaders) {
        String section = SectionStore.bySlug(write, story.edition(), content.section())
                .map(Section::id)
                .orElse(null);
        var work = WorkStore.work(write, story.number());
        var lastMove = WorkStore.lastMove(write, story.number());
        String mark = mark(write, story, newerThanReaders);
        bind(
                        write.createUpdate(PUT),
                        story,
                        content,
                        changedAt,
                        newerThanReaders,
                        new Standing(section, work, lastMove, mark))
                .execute();
    }

    /** What a card says that stands in other tables. */
    private record Standing(@Nullable String section, Work work, Optional<StageMove> lastMove, String mark) {}

    /** A new story, and the id of its section. */
    record New(Story story, Revision revision, @Nullable String section) {}

    /** The cards of stories that nobody has done anything about yet. */
    static void insert(Handle write, List<New> stories) {
        var rows = write.prepareBatch(PUT);
        for (var added : stories) {
            var standing = new Standing(added.section(), Work.NOBODYS, Optional.empty(), Card.Mark.NONE.id());
            var revision = added.revision();
            bind(rows, added.story(), revision.content(), revision.createdAt(), false, standing)
                    .add();
        }
        rows.execute();
    }

    private static <S extends SqlStatement<S>> S bind(
            S row, Story story, Content content, Instant changedAt, boolean newerThanReaders, Standing standing) {
        var column = BoardColumn.of(story);
        var work = standing.work();
        var movedAt = movedAt(story, standing.lastMove());
        return row.bind("story", story.number())
                .bind("column", column.id())
                .bind("position", position(column, work.priority(), movedAt, changedAt, newerThanReaders))
                .bind("stage", story.stage().id())
                .bind("release", releaseName(story.release()))
                .bind("edition", story.edition())
                .bind("type", story.type().id())
                .bind("section", standing.section())
                .bind("headline", content.headline())
                .bind("key", Fold.fold(content.headline()))
                .bind("byline", content.authors().stream().findFirst().orElse(""))
                .bind("writer", person(story.begunBy()).orElse(null))
                .bind("assignee", work.assignee().orElse(null))
                .bind("claimedBy", work.claimedBy().orElse(null))
                .bind("priority", work.priority().level())
                .bind("words", words(content))
                .bind("missing", Missing.write(Missing.of(content)))
                .bind("mark", standing.mark())
                .bind("returned", story.stage() == Stage.DRAFT ? returned(standing.lastMove()) : "")
                .bind("movedAt", movedAt.toEpochMilli())
                .bind("changedAt", changedAt.toEpochMilli());
    }

    private static int words(Content content) {
        return WordCount.of(content.lead()) + WordCount.of(TextRenderer.render(content.body()));
    }

    private static long position(
            BoardColumn column, Priority priority, Instant movedAt, Instant changedAt, boolean newerThanReaders) {
        return switch (column) {
            case DRAFT, REVIEW, READY -> priority.level() * PRIORITY_STEP - movedAt.toEpochMilli();
            case SCHEDULED -> movedAt.toEpochMilli();
            // what is being written anew comes back to the top, however old it is
            case LIVE -> -(newerThanReaders && changedAt.isAfter(movedAt) ? changedAt : movedAt).toEpochMilli();
            case WITHDRAWN, SPIKED -> -movedAt.toEpochMilli();
        };
    }

    /** When it came to where it stands; for a scheduled story, when it goes out. */
    private static Instant movedAt(Story story, Optional<StageMove> lastMove) {
        var column = BoardColumn.of(story);
        var inStage = lastMove.map(StageMove::at).orElse(story.createdAt());
        return switch (story.release()) {
            case Release.Unreleased _ -> inStage;
            case Release.Scheduled scheduled -> scheduled.at();
            case Release.Live live -> column == BoardColumn.LIVE ? live.releasedAt() : inStage;
            case Release.Withdrawn withdrawn -> column == BoardColumn.WITHDRAWN ? withdrawn.at() : inStage;
        };
    }

    private static boolean hasNewerRevision(Story story) {
        return story.release() instanceof Release.Live live && !live.revision().equals(story.newestRevision());
    }

    private static String mark(Handle read, Story story, boolean newerThanReaders) {
        if (newerThanReaders) {
            return Card.Mark.NEWER_DRAFT.id();
        }
        return story.release() instanceof Release.Live live && isCorrection(read, live.revision())
                ? Card.Mark.CORRECTED.id()
                : Card.Mark.NONE.id();
    }

    private static boolean isCorrection(Handle read, String revision) {
        return read.createQuery("SELECT COUNT(*) FROM correction WHERE revision = :revision")
                        .bind("revision", revision)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    private static String returned(Optional<StageMove> lastMove) {
        return lastMove.filter(StageMove::isReturn).map(StageMove::note).orElse("");
    }

    private static String releaseName(Release release) {
        return switch (release) {
            case Release.Unreleased _ -> "unreleased";
            case Release.Scheduled _ -> "scheduled";
            case Release.Live _ -> "live";
            case Release.Withdrawn _ -> "withdrawn";
        };
    }

    /** The id of the person that an actor's id names, if it names one. */
    private static Optional<String> person(String actor) {
        return actor.startsWith("person:") ? Optional.of(actor.substring("person:".length())) : Optional.empty();
    }

    /** Stories that have no card yet, from before there were cards. */
    static List<Long> without(Handle read, int limit) {
        return read.createQuery(
                        "SELECT number FROM story WHERE NOT EXISTS"
                                + " (SELECT 1 FROM story_card WHERE story_card.story = story.number) ORDER BY number LIMIT :limit")
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
    }

    static void forget(Handle write) {
        write.execute("DELETE FROM story_card");
    }
}
