package news.titr.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.titr.app.Settings;
import news.titr.theme.Themes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The site's looks. */
@Command(
        name = "theme",
        mixinStandardHelpOptions = true,
        description = "Checks a theme. docs/theming.md tells how to make one.",
        subcommands = ThemeCommand.Check.class)
final class ThemeCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(spec.commandLine(), "A command is missing: check");
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description =
                    "Reads a theme and says what is wrong with it, each with file and line. Exits 1 when something is.")
    static final class Check implements Callable<Integer> {

        @Parameters(paramLabel = "DIR", description = "The theme's folder.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Path folder;

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Override
        public Integer call() {
            if (!Files.isDirectory(folder)) {
                throw new CommandFailed(folder + " is no folder");
            }
            var path = folder.toAbsolutePath().normalize();
            var theme = new Themes(path.resolveSibling(Settings.THEMES), Optional.empty()).theme(path.toString());
            var out = spec.commandLine().getOut();
            theme.remarks().forEach(remark -> out.println((remark.wrong() ? "WRONG  " : "note   ") + remark));
            out.println(
                    theme.problems().isEmpty()
                            ? "ok     " + theme.summary()
                            : theme.problems().size() + " wrong");
            return theme.problems().isEmpty() ? 0 : 1;
        }
    }
}
