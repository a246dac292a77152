package news.titr.wire.moving;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import news.titr.people.Actor;
import news.titr.story.ArchivedComment;
import news.titr.story.ArchivedStory;
import news.titr.story.Drafting;
import news.titr.story.MovingIn;
import news.titr.story.Outcome;
import news.titr.story.Problem;
import news.titr.story.Redirects;
import news.titr.story.Taken;
import news.titr.wire.html.HtmlRemark;

/** Hands what was read over at the doors, and accounts for it: stories by the batch, what belongs to them behind them. */
final class ArchiveStoring {

    /** So many old addresses are handed over at once. */
    static final int WISHES = 2_000;

    /** What is said of half the stories of any archive is not worth a line of the report. */
    private static final Set<Problem.Kind> USUAL = EnumSet.of(
            Problem.Kind.LONG_HEADLINE,
            Problem.Kind.CUT_HEADLINE,
            Problem.Kind.NO_PICTURE,
            Problem.Kind.NO_SECTION,
            Problem.Kind.NO_SPEAKER);

    private final ArchiveImport.Doors doors;
    private final Actor actor;
    private final ArchiveImport.Options options;
    private final ImportReport report;
    private final String source;
    private final List<Redirects.Wish> wishes = new ArrayList<>();

    ArchiveStoring(
            ArchiveImport.Doors doors, Actor actor, ArchiveImport.Options options, ImportReport report, String source) {
        this.doors = doors;
        this.actor = actor;
        this.options = options;
        this.report = report;
        this.source = source;
    }

    /** A batch, of at most {@link Archiving#BATCH}. */
    void stories(List<Receiver.StoryItem> items) {
        var stories = items.stream().map(Receiver.StoryItem::story).toList();
        var taken = new ArrayList<>(hand(stories));
        takeAsDrafts(items, stories, taken);
        var comments = new ArrayList<ArchivedComment>();
        for (int i = 0; i < items.size(); i++) {
            account(items.get(i), stories.get(i), taken.get(i), comments);
        }
        keep(comments);
        if (wishes.size() >= WISHES) {
            end();
        }
    }

    private List<Taken> hand(List<ArchivedStory> stories) {
        if (stories.isEmpty()) {
            return List.of();
        }
        if (!options.dryRun()) {
            return doors.archiving().take(actor, stories);
        }
        return doors.archiving().look(actor, stories);
    }

    /** What cannot be shown as it is, or go out by itself, is better at the desk than lost. */
    private void takeAsDrafts(List<Receiver.StoryItem> items, List<ArchivedStory> stories, List<Taken> taken) {
        var again = new ArrayList<Integer>();
        var drafts = new ArrayList<ArchivedStory>();
        for (int i = 0; i < stories.size(); i++) {
            if (taken.get(i) instanceof Taken.Refused(var problems)
                    && !(stories.get(i).standing() instanceof ArchivedStory.Standing.Draft)) {
                again.add(i);
                drafts.add(draft(stories.get(i), problems));
            }
        }
        var answers = hand(drafts);
        for (int i = 0; i < answers.size(); i++) {
            int at = again.get(i);
            if (answers.get(i) instanceof Taken.In && taken.get(at) instanceof Taken.Refused(var problems)) {
                report.remark(
                        "taken as a draft: " + words(problems),
                        items.get(at).where().toString());
                taken.set(at, answers.get(i));
            }
        }
    }

    private static ArchivedStory draft(ArchivedStory story, List<Problem> problems) {
        var beginning = story.beginning();
        String note = (beginning.note() + "\n" + words(problems)).strip();
        return new ArchivedStory(
                story.source(),
                story.sourceId(),
                new Drafting.Beginning(
                        beginning.edition(),
                        beginning.type(),
                        beginning.wantedNumber(),
                        beginning.sourceNumber(),
                        note),
                story.content(),
                story.revisedAt(),
                new ArchivedStory.Standing.Draft());
    }

    private static String words(List<Problem> problems) {
        return problems.stream()
                .filter(Problem::refuses)
                .map(problem -> problem.kind().id() + (problem.detail().isEmpty() ? "" : " (" + problem.detail() + ")"))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private void account(Receiver.StoryItem item, ArchivedStory story, Taken taken, List<ArchivedComment> comments) {
        switch (taken) {
            case Taken.In(var number, var warnings) -> {
                report.add(new ImportReport.Line(item.where(), ImportReport.Fate.TAKEN, number, ""));
                warnings.forEach(warning -> warn(warning, item.where()));
                item.remarks().forEach(remark -> remark(remark, item.where()));
                item.notes().forEach(note -> report.remark(note, item.where().toString()));
                belongings(item, story, number, comments);
            }
            case Taken.There(var number) -> {
                report.add(new ImportReport.Line(item.where(), ImportReport.Fate.THERE, number, ""));
                belongings(item, story, number, comments);
            }
            case Taken.Refused(var problems) ->
                report.add(new ImportReport.Line(item.where(), ImportReport.Fate.REFUSED, 0, words(problems)));
        }
    }

    private void warn(Problem warning, Where where) {
        if (!USUAL.contains(warning.kind())) {
            report.remark("story: " + warning.kind().id(), where.toString());
        }
    }

    private void belongings(Receiver.StoryItem item, ArchivedStory story, long number, List<ArchivedComment> comments) {
        String target = doors.addresses()
                .story(options.edition(), number, story.content().headline());
        item.addresses().forEach(address -> wishes.add(new Redirects.Wish(address, target, 301)));
        for (var comment : item.comments()) {
            comments.add(new ArchivedComment(
                    source,
                    comment.id(),
                    number,
                    comment.replyTo(),
                    comment.name(),
                    comment.site(),
                    comment.text(),
                    comment.shown(),
                    comment.at()));
        }
    }

    private void keep(List<ArchivedComment> comments) {
        if (comments.isEmpty()) {
            return;
        }
        if (options.dryRun()) {
            report.sum("comments kept", comments.size());
        } else if (doors.movingIn().comments(actor, comments) instanceof Outcome.Done<Integer>(var added, var _)) {
            report.sum("comments kept", added);
        }
    }

    // ---- pages

    void page(Receiver.PageItem item) {
        if (options.dryRun()) {
            boolean named = !item.page().title().isBlank();
            report.add(new ImportReport.Line(
                    item.where(),
                    named ? ImportReport.Fate.TAKEN : ImportReport.Fate.REFUSED,
                    0,
                    named ? "" : Problem.Kind.NO_NAME.id()));
            item.remarks().forEach(remark -> remark(remark, item.where()));
            return;
        }
        switch (doors.movingIn().page(actor, item.page())) {
            case Outcome.Done<MovingIn.PageTaken>(var taken, var warnings) -> {
                var fate = taken.wasThere() ? ImportReport.Fate.THERE : ImportReport.Fate.TAKEN;
                report.add(new ImportReport.Line(item.where(), fate, 0, ""));
                warnings.forEach(warning -> report.remark(
                        "page not shown: " + warning.kind().id(), item.where().toString()));
                if (!taken.wasThere()) {
                    item.remarks().forEach(remark -> remark(remark, item.where()));
                }
                String target =
                        doors.addresses().page(options.edition(), taken.page().slug());
                item.addresses().forEach(address -> wishes.add(new Redirects.Wish(address, target, 301)));
            }
            case Outcome.Refused<MovingIn.PageTaken>(var problems) ->
                report.add(new ImportReport.Line(item.where(), ImportReport.Fate.REFUSED, 0, words(problems)));
            case Outcome.Conflict<MovingIn.PageTaken> _ ->
                report.add(new ImportReport.Line(item.where(), ImportReport.Fate.REFUSED, 0, "changed meanwhile"));
        }
    }

    // ---- old addresses

    /** What still waits. */
    void end() {
        var handed = List.copyOf(wishes);
        wishes.clear();
        redirects(handed);
    }

    void redirects(List<Redirects.Wish> handed) {
        if (handed.isEmpty()) {
            return;
        }
        if (options.dryRun()) {
            report.sum("old addresses that lead on", handed.size());
        } else if (doors.movingIn().addresses(actor, handed) instanceof Outcome.Done<Integer>(var added, var _)) {
            report.sum("old addresses that lead on", added);
        }
    }

    // ---- the report

    private void remark(HtmlRemark remark, Where where) {
        String kind = switch (remark.kind()) {
            case CODE -> "code left out: " + remark.detail();
            case CONTROL -> "field of a form left out: " + remark.detail();
            case UNKNOWN -> "kept with its source: " + remark.detail();
            case MARK -> "text kept, its setting not: " + remark.detail();
            case HIDDEN -> "hidden text left out";
            case TRACKER -> "tracker left out";
            case PICTURE_LINKED -> "picture left as a link";
            case MEDIA_LINKED -> "video or sound left as a link";
            case LINK -> "link without an address for readers";
        };
        boolean detailed = !kind.contains(": ");
        report.remark(kind, detailed ? remark.detail() + " (" + where + ")" : where.toString());
    }
}
