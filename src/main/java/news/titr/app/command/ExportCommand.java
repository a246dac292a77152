package news.titr.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import news.titr.app.Moving;
import news.titr.archive.ArchiveImport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        subcommands = {ExportWxrCommand.class, ExportStaticCommand.class},
        description = {
            "Writes the whole newspaper into one zip file: every story with every revision, pictures, people, settings.",
            "It holds no passwords, but drafts, addresses and the audit log: keep it safe. An empty newspaper takes it in with"
                    + " titr import archive. docs/archive-format.md says what is where."
        })
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private final DataFolder data = new DataFolder();

    @Option(names = "--to", paramLabel = "FILE", description = "The zip file to write.")
    private @Nullable Path file;

    @Option(names = "--overwrite", description = "Put it in the place of a file that is there.")
    private boolean overwrite;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        var line = spec.commandLine();
        if (file == null) {
            throw new ParameterException(line, "Say where to with --to FILE.zip");
        }
        try (var newspaper = data.open()) {
            var written = Moving.out(
                    newspaper, System.getenv(), TitrCommand.VERSION, file, overwrite, new ShownProgress(line.getErr()));
            written.missing()
                    .forEach(key -> line.getErr()
                            .println("titr: The file of a picture is missing or damaged, and so it is in the archive: "
                                    + key));
            line.getOut().println(file + ": " + ArchiveImport.words(written.counts()));
        }
        return 0;
    }
}
