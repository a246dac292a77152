package news.titr.app.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import news.titr.people.Actor;
import news.titr.sources.WireSource;
import news.titr.story.Arrival;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code titr wires}: where news comes from by itself. Sources are set up at the desk. */
@Command(
        name = "wires",
        mixinStandardHelpOptions = true,
        description = "Shows where news comes from by itself, and asks a source now.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {WiresCommand.ListThem.class, WiresCommand.Fetch.class})
final class WiresCommand implements Runnable {

    private static final Actor TECHNICIAN = new Actor.Technician();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Shows every source and how it goes.")
    static final class ListThem implements Callable<Integer> {

        @Mixin
        private final DataFolder data = new DataFolder();

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Override
        public Integer call() {
            try (var newspaper = data.open()) {
                newspaper
                        .wireSources
                        .all(TECHNICIAN)
                        .orElseThrow()
                        .forEach(source -> spec.commandLine().getOut().println(line(source)));
            }
            return 0;
        }

        private static String line(WireSource source) {
            var state = source.state();
            String stands = source.paused()
                    ? "paused"
                    : state.failures() > 0 ? "failing" : state.fetchedAt().isEmpty() ? "new" : "fine";
            return String.join(
                    "\t",
                    source.name(),
                    source.shownAddress(),
                    stands,
                    state.fetchedAt().map(Object::toString).orElse("-"),
                    state.taken() + " drafts",
                    state.failure());
        }
    }

    @Command(name = "fetch", mixinStandardHelpOptions = true, description = "Asks a source now, due or not.")
    static final class Fetch implements Callable<Integer> {

        @Mixin
        private final DataFolder data = new DataFolder();

        @Parameters(paramLabel = "NAME", description = "What the source is called.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String name;

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Override
        public Integer call() {
            try (var newspaper = data.open()) {
                var source = newspaper.wireSources.all(TECHNICIAN).orElseThrow().stream()
                        .filter(each -> each.name().equals(name.strip()))
                        .findFirst()
                        .orElseThrow(
                                () -> new CommandFailed("There is no source “" + name + "”; see: titr wires list"));
                var report = newspaper
                        .wireFetching
                        .fetch(source.id())
                        .orElseThrow(() -> new CommandFailed("Somebody asks it at the moment; try again in a minute"));
                if (report.fates().isEmpty() && report.failure().isEmpty()) {
                    spec.commandLine().getOut().println("nothing new");
                }
                for (var fate : Arrival.Fate.values()) {
                    if (report.count(fate) > 0) {
                        spec.commandLine()
                                .getOut()
                                .println(report.count(fate) + " "
                                        + fate.name().toLowerCase(Locale.ROOT).replace('_', ' '));
                    }
                }
                if (!report.failure().isEmpty()) {
                    spec.commandLine().getErr().println("titr: " + report.failure());
                    return 1;
                }
            }
            return 0;
        }
    }
}
