package news.titr.app.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import news.titr.app.Moving;
import news.titr.archive.ArchiveImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "archive",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the newspaper of an archive that titr export wrote, in an empty one: the same numbers, revisions and times.",
            "It is there as a whole or not at all; after a failure, give the command again. People come without passwords."
        })
final class ImportArchiveCommand implements Callable<Integer> {

    @Mixin
    private final DataFolder data = new DataFolder();

    @Parameters(paramLabel = "FILE", description = "The zip file.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        var line = spec.commandLine();
        var in = Moving.in(data.folder, System.getenv(), Clock.systemUTC(), file, new ShownProgress(line.getErr()));
        in.told().forEach(told -> line.getErr().println("titr: " + told));
        line.getOut().println("Taken in: " + ArchiveImport.words(in.taken().counts()));
        line.getErr()
                .println("Nobody has a password yet. Let each in with: titr person link EMAIL --data " + data.folder);
        return 0;
    }
}
