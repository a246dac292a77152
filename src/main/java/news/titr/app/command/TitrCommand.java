package news.titr.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import news.titr.app.Settings;
import news.titr.archive.ArchiveProblem;
import news.titr.db.Database;
import news.titr.people.People;
import news.titr.theme.Themes;
import news.titr.wire.moving.BadArchive;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bin/titr}: results go to stdout, progress and complaints to stderr. */
@Command(
        name = "titr",
        version = TitrCommand.VERSION,
        mixinStandardHelpOptions = true,
        description = "A whole newspaper in one program.",
        synopsisSubcommandLabel = "COMMAND")
public final class TitrCommand implements Runnable {

    static final String VERSION = "titr 0.1.0";

    /** In the order of the help. Reading what one of them understands takes as long as many a command runs. */
    static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("demo", DemoCommand.class);
        COMMANDS.put("serve", ServeCommand.class);
        COMMANDS.put("import", ImportCommand.class);
        COMMANDS.put("export", ExportCommand.class);
        COMMANDS.put("publish", PublishCommand.class);
        COMMANDS.put("withdraw", WithdrawCommand.class);
        COMMANDS.put("person", PersonCommand.class);
        COMMANDS.put("token", TokenCommand.class);
        COMMANDS.put("wires", WiresCommand.class);
        COMMANDS.put("pdf", PdfCommand.class);
        COMMANDS.put("language", LanguageCommand.class);
        COMMANDS.put("theme", ThemeCommand.class);
        COMMANDS.put("rebuild", RebuildCommand.class);
        COMMANDS.put("doctor", DoctorCommand.class);
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** Runs the command that the arguments name and answers the exit code: 0 done, 1 failed, 2 wrong use. */
    public static int run(String... arguments) {
        // the libraries underneath have nothing to say to somebody at a prompt; the server sets its own levels
        Logger.getLogger("").setLevel(Level.WARNING);
        var commandLine = new CommandLine(new TitrCommand());
        var wanted = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        var needed = wanted == null ? COMMANDS.values() : List.of(wanted);
        needed.forEach(commandLine::addSubcommand);
        commandLine
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((problem, line, _) -> explain(problem, line))
                .setParameterExceptionHandler((problem, _) -> explainUse(problem));
        return commandLine.execute(arguments);
    }

    private static int explain(Exception problem, CommandLine line) {
        boolean expected = problem instanceof CommandFailed
                || problem instanceof ArchiveProblem
                || problem instanceof Settings.WrongSetting
                || problem instanceof Themes.CannotWear
                || problem instanceof Database.CannotOpen
                || problem instanceof People.CannotAdd
                || problem instanceof BadArchive
                || problem instanceof UncheckedIOException
                || problem instanceof IOException;
        line.getErr().println("titr: " + (expected ? problem.getMessage() : problem.toString()));
        if (!expected) {
            problem.printStackTrace(line.getErr());
        }
        return 1;
    }

    private static int explainUse(ParameterException problem) {
        var line = problem.getCommandLine();
        line.getErr()
                .println("titr: " + problem.getMessage() + ". See: "
                        + line.getCommandSpec().qualifiedName() + " --help");
        return 2;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing");
    }
}
