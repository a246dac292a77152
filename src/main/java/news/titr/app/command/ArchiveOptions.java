package news.titr.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import news.titr.app.Newspaper;
import news.titr.language.HouseStyle;
import news.titr.people.Actor;
import news.titr.wire.moving.ArchiveImport;
import news.titr.wire.moving.ArchiveReader;
import news.titr.wire.moving.ImportReport;
import news.titr.wire.moving.ReportFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that every import of an archive has, and what all of them do. */
final class ArchiveOptions {

    @Option(names = "--dry-run", description = "Only say what would come in, and what could not be mapped.")
    private boolean dryRun;

    @Option(names = "--tidy", description = "Mend half-spaces and spelling; the report says in how many places.")
    private boolean tidy;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write what has become of every record: text, or JSON if FILE ends in .json.")
    private @Nullable Path report;

    @Option(
            names = "--section",
            paramLabel = "FROM=TO",
            description = "Their section FROM (slug or name) becomes our section TO (slug); «FROM=» for none.")
    private Map<String, String> sections = new LinkedHashMap<>();

    @Option(
            names = "--edition",
            paramLabel = "LANGUAGE",
            description = "The edition that stories come into (default: the main one).")
    private @Nullable String edition;

    /** Surveys an archive and brings it in; answers the exit code. */
    int run(Newspaper newspaper, ArchiveReader reader, Optional<Path> uploads, CommandSpec spec) {
        var err = spec.commandLine().getErr();
        var out = spec.commandLine().getOut();
        try (var file = report == null ? null : ReportFile.open(report)) {
            var gathered = new ImportReport(line -> {
                if (file != null) {
                    file.add(line);
                }
                if (line.fate() == ImportReport.Fate.REFUSED) {
                    err.println("titr: " + line.where() + ": " + line.reason());
                }
            });
            var survey = new ProgressLine(err, "Looking through it", reader::size);
            reader.survey(survey::at);
            survey.end();
            var progress =
                    new ProgressLine(err, dryRun ? "Dry run" : "Importing", reader::size, gathered::records, "records");
            ArchiveImport.run(
                    reader,
                    doors(newspaper),
                    new Actor.Technician(),
                    options(newspaper, uploads),
                    gathered,
                    progress::at);
            progress.end();
            gathered.lines(dryRun).forEach(out::println);
            if (file != null) {
                file.finish(gathered, dryRun);
            }
            return gathered.count(ImportReport.Fate.REFUSED) == 0 ? 0 : 1;
        } catch (IOException e) {
            throw new CommandFailed("The report cannot be written: " + e.getMessage());
        }
    }

    private ArchiveImport.Options options(Newspaper newspaper, Optional<Path> uploads) {
        String language = edition == null ? newspaper.masthead.language().tag() : edition;
        if (!newspaper.sections.editions().contains(language)) {
            throw new CommandFailed("There is no edition " + language + "; there are "
                    + String.join(", ", newspaper.sections.editions()));
        }
        if (uploads.filter(folder -> !Files.exists(folder)).isPresent()) {
            throw new CommandFailed("There is no folder and no zip " + uploads.get());
        }
        return new ArchiveImport.Options(
                language,
                dryRun,
                sections,
                uploads,
                tidy ? Optional.of(newspaper.tidy()) : Optional.empty(),
                tidy ? newspaper.siteKeeping.current().houseStyle() : HouseStyle.none());
    }

    static ArchiveImport.Doors doors(Newspaper newspaper) {
        return new ArchiveImport.Doors(
                newspaper.archiving,
                newspaper.movingIn,
                newspaper.sections,
                newspaper.sectioning,
                newspaper.library,
                newspaper.masthead.addresses());
    }
}
