package news.titr.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.titr.wire.agency.WireArchive;
import news.titr.wire.agency.WireFormat;
import news.titr.wire.moving.ArchiveFiles;
import news.titr.wire.moving.OldDates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the imports of all formats of agencies and feeds have in common. */
abstract class ImportFilesCommand implements Callable<Integer> {

    @Command(
            name = "rss",
            mixinStandardHelpOptions = true,
            description = {
                "Takes in feeds that lie in files: RSS of all versions, Atom, JSON Feed.",
                "Their items become drafts; with --publish readers have them at once, with the dates that they had."
            })
    static final class Rss extends ImportFilesCommand {
        Rss() {
            super(WireFormat.FEED);
        }
    }

    @Command(
            name = "ninjs",
            mixinStandardHelpOptions = true,
            description = {
                "Takes in ninjs of all versions: an item, a list of items, or one on each line of a file.",
                "Items become drafts; with --publish readers have them at once, with the dates that they had."
            })
    static final class Ninjs extends ImportFilesCommand {
        Ninjs() {
            super(WireFormat.NINJS);
        }
    }

    @Command(
            name = "newsml",
            mixinStandardHelpOptions = true,
            description = {
                "Takes in NewsML-G2: news items, also those of a message of many.",
                "Items become drafts; with --publish readers have them at once, with the dates that they had."
            })
    static final class Newsml extends ImportFilesCommand {
        Newsml() {
            super(WireFormat.NEWSML);
        }
    }

    @Command(
            name = "nitf",
            mixinStandardHelpOptions = true,
            description = {
                "Takes in NITF.",
                "Stories become drafts; with --publish readers have them at once, with the dates that they had."
            })
    static final class Nitf extends ImportFilesCommand {
        Nitf() {
            super(WireFormat.NITF);
        }
    }

    private final WireFormat format;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files, zips of them, or folders.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private List<Path> files;

    @Option(names = "--publish", description = "Show readers what has a date at once, as of an archive of one's own.")
    private boolean publish;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Names whom it comes from, to know its items again (default: the format).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String source;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private ImportFilesCommand(WireFormat format) {
        this.format = format;
    }

    @Override
    public Integer call() {
        try (var newspaper = data.open();
                var reader = new WireArchive(
                        format,
                        ArchiveFiles.of(files, format.endings()),
                        source.isBlank() ? spec.name() : spec.name() + ":" + source.strip(),
                        new OldDates(newspaper.masthead.zone(), newspaper.clock.instant()),
                        publish)) {
            return archive.run(newspaper, reader, Optional.empty(), spec);
        }
    }
}
