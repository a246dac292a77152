package news.titr.wire.moving;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import news.titr.doc.Block;
import news.titr.doc.Inline;
import news.titr.language.HouseStyle;
import news.titr.language.Tidy;
import news.titr.media.Asset;
import news.titr.media.MediaOutcome;
import news.titr.media.PictureLibrary;
import news.titr.people.Actor;
import news.titr.story.Addresses;
import news.titr.story.ArchivedStory;
import news.titr.story.Archiving;
import news.titr.story.Label;
import news.titr.story.MovingIn;
import news.titr.story.Redirects;
import news.titr.story.Sectioning;
import news.titr.story.Sections;

/**
 * Brings one archive in, or says what it would bring. Stories go through their door in batches, each whole or not at all; an
 * archive that was cut off is handed over again from its beginning, and what is there is left as it is. While one batch is
 * stored, the next is read.
 */
public final class ArchiveImport implements Receiver {

    /** In characters: a batch of long stories is handed over before it fills the memory. */
    private static final long HEAVIEST_BATCH = 4_000_000;

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
     * @param uploads the folder of their files, or a zip of it, if they are to come in
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
    private final ArchiveStoring storing;
    private final Conveyor conveyor;
    private final Optional<UploadedFiles> uploads;
    private final Map<String, Optional<String>> files = new HashMap<>();
    private final List<StoryItem> waiting = new ArrayList<>();
    private final List<Redirects.Wish> wishes = new ArrayList<>();
    private long weight;

    private ArchiveImport(
            Doors doors,
            Actor actor,
            Options options,
            ImportReport report,
            LongConsumer progress,
            String source,
            Conveyor conveyor,
            Optional<UploadedFiles> uploads) {
        this.conveyor = conveyor;
        this.uploads = uploads;
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
        storing = new ArchiveStoring(doors, actor, options, report, source);
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
        var uploads = options.uploads().map(path -> UploadedFiles.of(path, report));
        try (var conveyor = new Conveyor();
                var _ = uploads.orElse(null)) {
            var arriving =
                    new ArchiveImport(doors, actor, options, report, progress, reader.source(), conveyor, uploads);
            try {
                reader.read(arriving);
            } finally {
                // what was read before a bad record is in; the rest comes when the archive is handed over again
                arriving.end();
            }
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
        waiting.add(prepared(item));
        weight += weight(item.story());
        if (waiting.size() >= Archiving.BATCH || weight > HEAVIEST_BATCH) {
            flush();
        }
    }

    /** Tidied if that is wanted; in a dry run without a section that only would be made. */
    private StoryItem prepared(StoryItem item) {
        var content = item.story().content();
        if (tidy.isPresent()) {
            content = tidy.get().apply(content);
        }
        if (options.dryRun() && plan.isToCome(content.section())) {
            content = content.withSection("");
        }
        return item.with(content);
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

    private void flush() {
        if (!waiting.isEmpty()) {
            var items = List.copyOf(waiting);
            waiting.clear();
            weight = 0;
            conveyor.hand(() -> storing.stories(items));
        }
    }

    private void end() {
        flush();
        flushRedirects();
        conveyor.hand(storing::end);
        conveyor.settle();
        tidy.ifPresent(mending -> report.sum("half-spaces and spelling mended", mending.edits()));
    }

    @Override
    public void take(PageItem item) {
        conveyor.hand(() -> storing.page(item));
    }

    private static long weight(List<Inline> runs) {
        return 100 + runs.stream().mapToLong(run -> 50 + run.text().length()).sum();
    }

    // ---- files

    @Override
    public Optional<String> file(String path, Said said) {
        if (uploads.isEmpty()) {
            return Optional.empty();
        }
        var known = files.get(path);
        if (known == null) {
            known = bringIn(uploads.get(), path, said);
            files.put(path, known);
        }
        return known;
    }

    private Optional<String> bringIn(UploadedFiles folder, String path, Said said) {
        var found = folder.find(path);
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

    // ---- old addresses

    @Override
    public void redirect(String address, String path) {
        wishes.add(new Redirects.Wish(address, path, 301));
        if (wishes.size() >= ArchiveStoring.WISHES) {
            flushRedirects();
        }
    }

    private void flushRedirects() {
        var handed = List.copyOf(wishes);
        wishes.clear();
        conveyor.hand(() -> storing.redirects(handed));
    }

    @Override
    public Map<String, String> labels(Label.Kind kind, Collection<String> names) {
        flush();
        conveyor.settle();
        var paths = new HashMap<String, String>();
        doors.movingIn()
                .labels(kind, options.edition(), names)
                .forEach((name, label) -> paths.put(name, doors.addresses().label(options.edition(), label)));
        return paths;
    }

    @Override
    public void progress(long done) {
        progress.accept(done);
    }
}
