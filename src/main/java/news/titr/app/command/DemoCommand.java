package news.titr.app.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import news.titr.app.Newspaper;
import news.titr.app.OneServer;
import news.titr.app.Settings;
import news.titr.app.sample.SampleLoader;
import news.titr.people.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Runs a sample newspaper to look around in. What you change there is kept.")
final class DemoCommand implements Callable<Integer> {

    private static final String EDITOR = "editor@example.org";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The sample newspaper's data folder (default: ${DEFAULT-VALUE}).",
            defaultValue = "data/demo")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Mixin
    private final WatchTheme watch = new WatchTheme();

    @Option(names = "--port", paramLabel = "N", description = "The port to listen on (default: server.port, 8080).")
    private @Nullable Integer port;

    @Option(
            names = "--host",
            paramLabel = "H",
            description = "The address to listen on (default: server.host, 127.0.0.1).")
    private @Nullable String host;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        SampleLoader.writeSettings(folder);
        var settings = watch.over(Settings.load(folder, System.getenv()).listeningOn(host, port));
        try (var _ = OneServer.on(settings)) {
            return demo(settings);
        }
    }

    private int demo(Settings settings) {
        return ServeCommand.serve(settings, () -> open(settings), this::sayWhereToLook);
    }

    private Newspaper open(Settings settings) {
        var newspaper = Newspaper.open(settings, Clock.systemUTC());
        new SampleLoader(newspaper).load(spec.commandLine().getErr());
        return newspaper;
    }

    private void sayWhereToLook(Newspaper newspaper) {
        var editor = newspaper
                .people
                .withEmail(EDITOR)
                .orElseGet(() -> newspaper.people.add(EDITOR, "سردبیر نمونه", Role.ADMINISTRATOR));
        var masthead = newspaper.masthead;
        var out = spec.commandLine().getOut();
        out.println();
        out.println("  The site:  " + masthead.absolute("/"));
        out.println("  The desk:  " + masthead.absolute("/desk"));
        out.println("  Sign in:   " + masthead.absolute("/desk/sign-in/" + newspaper.signIn.link(editor)));
        out.println("             (this link works once; Ctrl+C stops the newspaper)");
        out.println();
    }
}
