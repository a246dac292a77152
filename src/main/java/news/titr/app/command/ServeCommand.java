package news.titr.app.command;

import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
            return serve(
                    settings,
                    () -> Newspaper.open(settings, Clock.systemUTC()),
                    newspaper -> sayHowToBegin(settings, newspaper));
        }
    }

    /**
     * Listens until the process is told to stop.
     *
     * @param opening opens the newspaper, beside the server's own preparations
     * @param whenReady runs once the first page can be fetched
     */
    static int serve(Settings settings, Supplier<Newspaper> opening, Consumer<Newspaper> whenReady) {
        requireFree(settings.host(), settings.port());
        var newspaper = new FutureTask<>(() -> wearing(opening.get()));
        Thread.ofPlatform().name("opening").daemon().start(newspaper);
        try {
            System.setProperty("quarkus.http.host", settings.host());
            System.setProperty("quarkus.http.port", Integer.toString(settings.port()));
            if (!settings.trustedProxies().isEmpty()) {
                System.setProperty("quarkus.http.proxy.proxy-address-forwarding", "true");
                System.setProperty("quarkus.http.proxy.allow-x-forwarded", "true");
                System.setProperty("quarkus.http.proxy.trusted-proxies", String.join(",", settings.trustedProxies()));
            }
            Server.open(newspaper, () -> whenReady.accept(newspaper.resultNow()));
            var exitCode = new int[1];
            Quarkus.run(RunningServer.class, (code, problem) -> exitCode[0] = problem == null ? code : 1);
            return exitCode[0];
        } finally {
            opened(newspaper).close();
        }
    }

    /** The newspaper, if its theme can be worn. */
    private static Newspaper wearing(Newspaper newspaper) {
        if (!newspaper.settings.themeWatched()) {
            try {
                newspaper.themes.require(newspaper.siteKeeping.current().theme());
            } catch (RuntimeException e) {
                newspaper.close();
                throw e;
            }
        }
        return newspaper;
    }

    /** What came of it: the newspaper, or what stood in its way. */
    private static Newspaper opened(Future<Newspaper> newspaper) {
        try {
            return newspaper.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException problem ? problem : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
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
