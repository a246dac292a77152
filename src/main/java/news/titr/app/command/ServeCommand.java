package news.titr.app.command;

import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.concurrent.Callable;
import news.titr.app.Newspaper;
import news.titr.app.OneServer;
import news.titr.app.RunningServer;
import news.titr.app.Server;
import news.titr.app.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the newsroom and the site until it is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Runs the newsroom and its site.")
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private final DataFolder data = new DataFolder();

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
        var settings = watch.over(data.settings().listeningOn(host, port));
        try (var _ = OneServer.on(settings)) {
            var newspaper = Newspaper.open(settings, Clock.systemUTC());
            return serve(settings, newspaper, () -> sayHowToBegin(settings, newspaper));
        }
    }

    /**
     * Listens until the process is told to stop.
     *
     * @param whenReady runs once the first page can be fetched
     */
    static int serve(Settings settings, Newspaper newspaper, Runnable whenReady) {
        try (newspaper) {
            var theme = newspaper.siteKeeping.current().theme();
            if (!settings.themeWatched()) {
                newspaper.themes.require(theme);
            }
            requireFree(settings.host(), settings.port());
            System.setProperty("quarkus.http.host", settings.host());
            System.setProperty("quarkus.http.port", Integer.toString(settings.port()));
            if (!settings.trustedProxies().isEmpty()) {
                System.setProperty("quarkus.http.proxy.proxy-address-forwarding", "true");
                System.setProperty("quarkus.http.proxy.allow-x-forwarded", "true");
                System.setProperty("quarkus.http.proxy.trusted-proxies", String.join(",", settings.trustedProxies()));
            }
            Server.open(newspaper, whenReady);
            var exitCode = new int[1];
            Quarkus.run(RunningServer.class, (code, problem) -> exitCode[0] = problem == null ? code : 1);
            return exitCode[0];
        }
    }

    /** A newspaper without people can be begun by whoever reads this, and by nobody else. */
    private void sayHowToBegin(Settings settings, Newspaper newspaper) {
        newspaper.firstPerson.link().ifPresent(token -> {
            var out = spec.commandLine().getOut();
            out.println();
            out.println("  Nobody works at this newspaper yet. Make the administrator's account here:");
            out.println("  " + settings.masthead().absolute("/desk/sign-in/first/" + token));
            out.println("  (this link works once, as long as there is nobody)");
            out.println();
        });
    }

    private static void requireFree(String host, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            throw new CommandFailed("Cannot listen on %s port %d (%s). Choose another with --port."
                    .formatted(host, port, e.getMessage()));
        }
    }
}
