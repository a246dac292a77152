package news.titr.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Takes stories in from elsewhere.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ImportPageCommand.class,
            ImportArchiveCommand.class,
            ImportWxrCommand.class,
            ImportGhostCommand.class,
            ImportHtmlCommand.class,
            ImportCsvCommand.class,
            ImportFilesCommand.Rss.class,
            ImportFilesCommand.Ninjs.class,
            ImportFilesCommand.Newsml.class,
            ImportFilesCommand.Nitf.class
        })
final class ImportCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing");
    }
}
