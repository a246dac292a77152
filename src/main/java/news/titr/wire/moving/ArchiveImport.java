package news.titr.wire.moving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import news.titr.doc.Block;
import news.titr.doc.Inline;
import news.titr.language.HouseStyle;
import news.titr.language.Tidy;
import news.titr.media.Asset;
import news.titr.media.MediaOutcome;
import news.titr.media.PictureLibrary;
import news.titr.people.Actor;
import news.titr.story.Addresses;
import news.titr.story.ArchivedComment;
import news.titr.story.ArchivedStory;
import news.titr.story.Archiving;
import news.titr.story.Drafting;
import news.titr.story.Label;
import news.titr.story.MovingIn;
import news.titr.story.Outcome;
import news.titr.story.Problem;
import news.titr.story.Redirects;
import news.titr.story.Sectioning;
import news.titr.story.Sections;
import news.titr.story.Taken;
import news.titr.wire.html.HtmlRemark;

/**
 * Brings one archive in, or says what it would bring. Stories go through their door in batches, each whole or not at all; an
 * archive that was cut off is handed over again from its beginning, and what is there is left as it is.
 */
public final class ArchiveImport implements Receiver {

    /** In characters: a batch of long stories is handed over before it fills the memory. */
    private static final long HEAVIEST_BATCH = 4_000_000;

    /** What is said of half the stories of any archive is not worth a line of the report. */
    private static final Set<Problem.Kind> USUAL = EnumSet.of(
            Problem.Kind.LONG_HEADLINE,
            Problem.Kind.CUT_HEADLINE,
            Problem.Kind.NO_PICTURE,
            Problem.Kind.NO_SECTION,
            Problem.Kind.NO_SPEAKER);

    /** The doors that an archive comes through. */
    public record Doors(
            Archiving archiving,
            MovingIn movingIn,
            Sections sections,
            Sectioning sectioning,
            PictureLibrary library,
            Addresses addresses) {}

    /**
     * @param sections slug or name of a section there, to the slug of one here or to nothing
     * @param uploads the folder of their files, if they are to come in
     * @param tidy what mends half-spaces and spelling, if that is wanted
     */
    public record Options(
            String edition,
            boolean dryRun,
            Map<String, String> sections,
            Optional<Path> uploads,
            Optional<Tidy> tidy,
            HouseStyle style) {

        /** Takes everything as it is. */
        public static Options in(String edition) {
            return new Options(edition, false, Map.of(), Optional.empty(), Optional.empty(), HouseStyle.none());
        }

        public Options onlyLooking() {
            return new Options(edition, true, sections, uploads, tidy, style);
        }
    }

    private final Doors doors;
    private final Actor actor;
    private final Options options;
    private final ImportReport report;
    private final LongConsumer progress;
    private final SectionPlan plan;
    private final Optional<ContentTidy> tidy;
    private final String source;
    private final Map<String, Optional<String>> files = new HashMap<>();
    private final List<StoryItem> waiting = new ArrayList<>();
    private final List<Redirects.Wish> wishes = new ArrayList<>();
    private long weight;

    private ArchiveImport(
            Doors doors, Actor actor, Options options, ImportReport report, LongConsumer progress, String source) {
        this.doors = doors;
        this.actor = actor;
        this.options = options;
        this.report = report;
        this.progress = progress;
        this.source = source;
        tidy = options.tidy().map(mending -> new ContentTidy(mending, options.style()));
        plan = new SectionPlan(
                actor,
                options.edition(),
                doors.sections(),
                doors.sectioning(),
                options.sections(),
                options.dryRun(),
                report);
    }

    /**
     * Reads an archive that was surveyed to its end.
     *
     * @param progress is told how far it has come, in the unit of the reader's size
     */
    public static void run(
            ArchiveReader reader,
            Doors doors,
            Actor actor,
            Options options,
            ImportReport report,
            LongConsumer progress) {
        var arriving = new ArchiveImport(doors, actor, options, report, progress, reader.source());
        try {
            reader.read(arriving);
        } finally {
            // what was read before a bad record is in; the rest comes when the archive is handed over again
            arriving.flush();
            arriving.flushRedirects();
            arriving.tidy.ifPresent(mending -> report.sum("half-spaces and spelling mended", mending.edits()));
        }
    }

    @Override
    public String edition() {
        return options.edition();
    }

    @Override
    public String section(SectionWish wish) {
        return plan.slug(wish);
    }

    // ---- stories

    @Override
    public void take(StoryItem item) {
        waiting.add(item);
        weight += weight(item.story());
        if (waiting.size() >= Archiving.BATCH || weight > HEAVIEST_BATCH) {
            flush();
        }
    }

    private static long weight(ArchivedStory story) {
        long[] weight = {
            story.content().headline().length() + (long) story.content().lead().length()
        };
        story.content().body().walk(block -> weight[0] += weight(block));
        return weight[0];
    }

    private static long weight(Block block) {
        return switch (block) {
            case Block.Paragraph(var text) -> weight(text);
            case Block.Subhead(var _, var _, var text) -> weight(text);
            case Block.Table(var caption, var rows) ->
                caption.length()
                        + rows.stream()
                                .flatMap(row -> row.cells().stream())
                                .mapToLong(cell -> 100 + weight(cell.text()))
                                .sum();
            case Block.Unknown unknown -> unknown.json().toString().length();
            case Block.Quote _, Block.Listing _, Block.Picture _, Block.Separator _, Block.ReadAlso _, Block.Embed _ ->
                200;
        };
    }

    private static long weight(List<Inline> runs) {
        return 100 + runs.stream().mapToLong(run -> 50 + run.text().length()).sum();
    }

    private void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        var items = List.copyOf(waiting);
        waiting.clear();
        weight = 0;
        var stories = items.stream().map(item -> tidied(item.story())).toList();
        var taken = new ArrayList<>(hand(stories));
        takeAsDrafts(items, stories, taken);
        var comments = new ArrayList<ArchivedComment>();
        for (int i = 0; i < items.size(); i++) {
            account(items.get(i), stories.get(i), taken.get(i), comments);
        }
        keep(comments);
        if (wishes.size() >= Archiving.BATCH) {
            flushRedirects();
        }
    }

    private ArchivedStory tidied(ArchivedStory story) {
        return tidy.map(mending -> with(story, mending.apply(story.content()))).orElse(story);
    }

    private List<Taken> hand(List<ArchivedStory> stories) {
        if (stories.isEmpty()) {
            return List.of();
        }
        if (!options.dryRun()) {
            return doors.archiving().take(actor, stories);
        }
        var looked = stories.stream()
                .map(story -> plan.isToCome(story.content().section())
                        ? with(story, story.content().withSection(""))
                        : story)
                .toList();
        return doors.archiving().look(actor, looked);
    }

    private static ArchivedStory with(ArchivedStory story, news.titr.story.Content content) {
        return new ArchivedStory(
                story.source(), story.sourceId(), story.beginning(), content, story.revisedAt(), story.standing());
    }

    /** What cannot be shown as it is, or go out by itself, is better at the desk than lost. */
    private void takeAsDrafts(List<StoryItem> items, List<ArchivedStory> stories, List<Taken> taken) {
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

    private void account(StoryItem item, ArchivedStory story, Taken taken, List<ArchivedComment> comments) {
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

    private void belongings(StoryItem item, ArchivedStory story, long number, List<ArchivedComment> comments) {
        String target = doors.addresses()
                .story(options.edition(), number, story.content().headline());
        item.addresses().forEach(address -> redirect(address, target));
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

    @Override
    public void take(PageItem item) {
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
                item.addresses().forEach(address -> redirect(address, target));
            }
            case Outcome.Refused<MovingIn.PageTaken>(var problems) ->
                report.add(new ImportReport.Line(item.where(), ImportReport.Fate.REFUSED, 0, words(problems)));
            case Outcome.Conflict<MovingIn.PageTaken> _ ->
                report.add(new ImportReport.Line(item.where(), ImportReport.Fate.REFUSED, 0, "changed meanwhile"));
        }
    }

    // ---- files

    @Override
    public Optional<String> file(String path, Said said) {
        if (options.uploads().isEmpty()) {
            return Optional.empty();
        }
        var known = files.get(path);
        if (known == null) {
            known = bringIn(options.uploads().get(), path, said);
            files.put(path, known);
        }
        return known;
    }

    private Optional<String> bringIn(Path folder, String path, Said said) {
        var found = find(folder, path);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (options.dryRun()) {
            report.sum("pictures and other files", 1);
            return Optional.of("to come: " + path);
        }
        var description = new Asset.Description(
                said.alt(), said.caption(), said.credit(), List.of(), "", Optional.empty(), Optional.empty());
        var outcome = doors.library().takeInFrom(actor, source, path, found.get(), description);
        if (outcome instanceof MediaOutcome.Done<PictureLibrary.TakenIn>(var taken)) {
            report.sum("pictures and other files", taken.known() ? 0 : 1);
            return Optional.of(taken.asset().id());
        }
        if (outcome instanceof MediaOutcome.Refused<PictureLibrary.TakenIn>(var problems)) {
            report.remark(
                    "file not taken: " + problems.getFirst().kind().name().toLowerCase(java.util.Locale.ROOT), path);
        }
        return Optional.empty();
    }

    /** The file at a path, which must not lead out of the folder, by dots or by links. */
    private Optional<Path> find(Path folder, String path) {
        try {
            var root = folder.toRealPath();
            var wanted = root.resolve(path.replaceFirst("^/+", "")).normalize();
            if (!wanted.startsWith(root)) {
                report.remark("path leads out of the folder of uploads", path);
                return Optional.empty();
            }
            if (!Files.isRegularFile(wanted)) {
                return Optional.empty();
            }
            return Optional.of(wanted.toRealPath()).filter(real -> real.startsWith(root));
        } catch (IOException | java.nio.file.InvalidPathException e) {
            return Optional.empty();
        }
    }

    // ---- the report

    @Override
    public void took(Where where, boolean there) {
        var fate = there ? ImportReport.Fate.THERE : ImportReport.Fate.TAKEN;
        report.add(new ImportReport.Line(where, fate, 0, ""));
    }

    @Override
    public void skip(Where where, String reason) {
        report.add(new ImportReport.Line(where, ImportReport.Fate.SKIPPED, 0, reason));
    }

    @Override
    public void refuse(Where where, String reason) {
        report.add(new ImportReport.Line(where, ImportReport.Fate.REFUSED, 0, reason));
    }

    @Override
    public void remark(String kind, String detail, Where where) {
        report.remark(kind, detail.isEmpty() ? where.toString() : detail + " (" + where + ")");
    }

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

    // ---- old addresses

    @Override
    public void redirect(String address, String path) {
        wishes.add(new Redirects.Wish(address, path, 301));
        if (wishes.size() >= 4 * Archiving.BATCH) {
            flushRedirects();
        }
    }

    private void flushRedirects() {
        if (wishes.isEmpty()) {
            return;
        }
        var handed = List.copyOf(wishes);
        wishes.clear();
        if (options.dryRun()) {
            report.sum("old addresses that lead on", handed.size());
        } else if (doors.movingIn().addresses(actor, handed) instanceof Outcome.Done<Integer>(var added, var _)) {
            report.sum("old addresses that lead on", added);
        }
    }

    @Override
    public Optional<String> label(Label.Kind kind, String name) {
        flush();
        return doors.movingIn()
                .label(kind, options.edition(), name)
                .map(label -> doors.addresses().label(options.edition(), label));
    }

    @Override
    public void progress(long done) {
        progress.accept(done);
    }
}
