package news.titr.story;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.titr.audit.Action;
import news.titr.audit.AuditQuery;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.language.Slug;
import org.jdbi.v3.core.Handle;

/** Revisions in a row, and what the audit log knows of them. */
final class HistoryStore {

    /** What the audit log is asked for of one story: its latest acts. */
    private static final int ACTS = 1_000;

    private static final Set<Action> TOLD =
            EnumSet.of(Action.PUBLISH, Action.UPDATE, Action.CORRECT, Action.SCHEDULE, Action.EMBARGO, Action.WITHDRAW);

    private HistoryStore() {}

    static List<History.Line> lines(Handle read, long number, int below, int limit) {
        var acts = acts(read, number);
        return read.createQuery("SELECT r.id, r.ordinal, r.created_at, r.created_by, r.cause, r.name, r.kept,"
                        + " p.name AS person FROM revision r LEFT JOIN person p ON p.id = SUBSTR(r.created_by, 8)"
                        + " WHERE r.story = :story AND r.superseded = 0 AND r.ordinal < :below"
                        + " ORDER BY r.ordinal DESC LIMIT :limit")
                .bind("story", number)
                .bind("below", below)
                .bind("limit", limit)
                .map((row, _) -> new History.Line(
                        row.getString("id"),
                        row.getInt("ordinal"),
                        StoryStore.instant(row, "created_at"),
                        row.getString("created_by"),
                        Optional.ofNullable(row.getString("person")).orElse(""),
                        Cause.of(row.getString("cause")),
                        row.getString("name"),
                        row.getInt("kept") == 1,
                        acts.getOrDefault(row.getString("id"), Set.of())))
                .list();
    }

    private static Map<String, Set<Action>> acts(Handle read, long number) {
        var acts = new HashMap<String, Set<Action>>();
        for (var entry : AuditQuery.about(Subject.story(number)).read(read, AuditQuery.After.START, ACTS)) {
            if (TOLD.contains(entry.action())) {
                entry.detail()
                        .text(Detail.Name.REVISION)
                        .ifPresent(revision -> acts.computeIfAbsent(revision, _ -> EnumSet.noneOf(Action.class))
                                .add(entry.action()));
            }
        }
        return acts;
    }

    static LiveStory rehearsal(Handle read, Story story, Content content, String revision, Instant now) {
        var first = firstReleased(story);
        return new LiveStory(
                story.number(),
                story.edition(),
                story.type(),
                SectionStore.bySlug(read, story.edition(), content.section()),
                labels(read, Label.Kind.TAG, story.edition(), content.tags()),
                labels(read, Label.Kind.AUTHOR, story.edition(), content.authors()),
                content.kicker(),
                content.headline(),
                content.subheadlines(),
                content.lead(),
                content.body(),
                content.dateline(),
                content.source(),
                content.place(),
                content.published().instant(first.or(() -> Optional.of(now))),
                first.isPresent() ? Optional.of(now) : Optional.empty(),
                now,
                content.picture(),
                CorrectionStore.of(read, story.number()),
                story.sourceNumber(),
                revision);
    }

    private static Optional<Instant> firstReleased(Story story) {
        return switch (story.release()) {
            case Release.Live live -> Optional.of(live.firstReleasedAt());
            case Release.Withdrawn withdrawn -> Optional.of(withdrawn.firstReleasedAt());
            case Release.Unreleased _, Release.Scheduled _ -> Optional.empty();
        };
    }

    /** The labels of these names; one that is not there yet is shown as it will be. */
    private static List<Label> labels(Handle read, Label.Kind kind, String edition, List<String> names) {
        return names.stream()
                .map(name -> {
                    String slug = Slug.of(name);
                    String address = slug.isEmpty() ? name : slug;
                    return LabelStore.bySlug(read, kind, edition, address)
                            .orElseGet(() -> new Label("", kind, address, name, false));
                })
                .toList();
    }
}
