package news.titr.app;

import io.quarkus.qute.Engine;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Ties the pages to the HTTP server: each request is answered on a virtual thread of its own. */
@ApplicationScoped
public class Server {

    private static final Logger LOG = Logger.getLogger(Server.class);

    private static final long LARGEST_STORY = 4 << 20;
    /** A picture, a film; larger ones come in pieces. */
    private static final long LARGEST_FILE = 512L << 20;

    /** A picture that a program sends, which lies in memory until it is looked at. */
    private static final long LARGEST_SENT = 32L << 20;

    /** For what anybody may send without being signed in. */
    private static final long LARGEST_FORM = 64 << 10;

    /** More pages at once than this would only wait for the database; the rest are told to come back. */
    private static final int MOST_AT_ONCE = 512;

    /** What {@link #open} hands over: Quarkus makes this object itself. */
    private static volatile @Nullable Future<Newspaper> opening;

    private static volatile Runnable whenReady = () -> {};

    private final Engine templates;
    private @Nullable Background background;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    Server(Engine templates) {
        this.templates = templates;
    }

    /**
     * Gives the server its newspaper, before it starts. It may still be opening: the server gets ready meanwhile, and listens when both
     * are.
     */
    public static void open(Future<Newspaper> newspaper, Runnable ready) {
        opening = newspaper;
        whenReady = ready;
    }

    static Runnable whenReady() {
        return whenReady;
    }

    void routes(@Observes Router router) {
        var coming = opening;
        if (coming == null) {
            return;
        }
        var newspaper = await(coming);
        // whoever works on a theme sees each page as the files are now
        var pages =
                newspaper.settings.themeWatched() ? Optional.<PageCache>empty() : Optional.of(new PageCache(newspaper));
        pages.ifPresent(kept -> router.route().handler(kept::serve));
        background = new Background(newspaper, newspaper.mailQueue(templates), templates);
        background.start();
        var routes = new Routes(newspaper, templates);
        // a stranger's change is refused before its body is read
        changes(router.route("/desk/*")).handler(exchange -> beforeItsBody(exchange, routes));
        changes(router.route("/api/*")).handler(exchange -> beforeItsBody(exchange, routes));
        changes(router.route("/api/v1/pictures*"))
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST_SENT));
        changes(router.route("/api/*")).handler(BodyHandler.create(false).setBodyLimit(LARGEST_STORY));
        changes(router.route("/desk/sign-in*"))
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST_FORM));
        changes(router.route("/desk/pictures*")).handler(files(newspaper, LARGEST_FILE));
        changes(router.route("/desk/site/settings/logo")).handler(files(newspaper, LARGEST_STORY));
        changes(router.route("/desk/*")).handler(BodyHandler.create(false).setBodyLimit(LARGEST_STORY));
        changes(router.route()).handler(BodyHandler.create(false).setBodyLimit(LARGEST_FORM));
        for (var route : routes.all()) {
            var entry = route.isRegularExpression() ? router.routeWithRegex(route.path()) : router.route(route.path());
            route.methods().forEach(method -> entry.method(HttpMethod.valueOf(method)));
            entry.handler(
                    pages.isPresent() && route.kept()
                            ? exchange -> {
                                String uri = exchange.request().uri();
                                answer(exchange, request -> pages.get().get(uri, request, route.page()), routes);
                            }
                            : exchange -> answer(exchange, route.page(), routes));
        }
        router.route().handler(exchange -> answer(exchange, routes::missing, routes));
        router.route().failureHandler(exchange -> fail(exchange, routes));
    }

    /** Whoever gave the newspaper hears why it cannot be opened, and says so. */
    private static Newspaper await(Future<Newspaper> coming) {
        while (!ApplicationLifecycleManager.isVmShuttingDown()) {
            try {
                return coming.get(100, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // an old newspaper's tables may take minutes to be brought up to date
            } catch (ExecutionException e) {
                break;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        // it would say that it has stopped; why it never began is said by whoever gave the newspaper
        java.util.logging.Logger.getLogger("io.quarkus").setLevel(Level.WARNING);
        throw new PreventFurtherStepsException();
    }

    /** Goes on to the body of who is signed in, or has a token; what somebody made up lays no large file on our disk. */
    private void beforeItsBody(RoutingContext exchange, Routes routes) {
        if (isWayIn(exchange.normalizedPath())) {
            exchange.next();
            return;
        }
        var request = request(exchange);
        var context = Vertx.currentContext();
        exchange.request().pause();
        threads.execute(() -> {
            boolean known = routes.isKnown(request);
            context.runOnContext(_ -> {
                exchange.request().resume();
                if (known) {
                    exchange.next();
                } else {
                    answer(exchange, routes::stranger, routes);
                }
            });
        });
    }

    private static boolean isWayIn(String path) {
        return path.equals("/desk/sign-in") || path.startsWith("/desk/sign-in/");
    }

    private static io.vertx.ext.web.Route changes(io.vertx.ext.web.Route route) {
        return route.method(HttpMethod.POST).method(HttpMethod.PUT).method(HttpMethod.DELETE);
    }

    /** Forms that bring files: these wait on the newspaper's own disk, so that keeping one is a matter of renaming it. */
    private static BodyHandler files(Newspaper newspaper, long largest) {
        return BodyHandler.create(true)
                .setUploadsDirectory(
                        newspaper.settings.dataFolder().resolve("uploads").toString())
                .setDeleteUploadedFilesOnEnd(true)
                .setBodyLimit(largest);
    }

    void stop(@Observes ShutdownEvent event) {
        if (background != null) {
            background.close();
        }
    }

    private void answer(RoutingContext exchange, Route.Page page, Routes routes) {
        if (!places.tryAcquire()) {
            exchange.response()
                    .setStatusCode(503)
                    .putHeader("Retry-After", "2")
                    .putHeader("Cache-Control", "no-store")
                    .end();
            return;
        }
        var context = Vertx.currentContext();
        var request = request(exchange);
        threads.execute(() -> {
            try {
                Outgoing.send(context, exchange, Delivery.prepare(request, answer(request, page, routes)));
            } finally {
                places.release();
            }
        });
    }

    private static Response answer(Request request, Route.Page page, Routes routes) {
        try {
            // no name and no text holds this character, and PostgreSQL refuses it
            return request.holds('\0') ? routes.refused(request, 400) : page.answer(request);
        } catch (Throwable problem) {
            // whatever it is, the reader who waits gets an answer
            LOG.errorf(problem, "%s %s could not be answered", request.method(), request.path());
            try {
                return routes.failed(request, problem);
            } catch (Throwable again) {
                return Response.text(500, "");
            }
        }
    }

    private void fail(RoutingContext exchange, Routes routes) {
        int status = exchange.statusCode() > 0 ? exchange.statusCode() : 500;
        if (exchange.failure() != null && status >= 500) {
            LOG.errorf(
                    exchange.failure(),
                    "%s could not be answered",
                    exchange.request().path());
        }
        answer(exchange, request -> status < 500 ? routes.refused(request, status) : routes.failed(request), routes);
    }

    private static Request request(RoutingContext exchange) {
        var in = exchange.request();
        var cookies = new HashMap<String, List<String>>();
        in.cookies().forEach(cookie -> cookies.put(cookie.getName(), List.of(cookie.getValue())));
        var address = in.remoteAddress();
        return new Request(
                in.method().name(),
                decoded(exchange.normalizedPath()),
                parameters(exchange.pathParams().entrySet()),
                parameters(exchange.queryParams().entries()),
                parameters(in.isExpectMultipart() ? in.formAttributes().entries() : List.of()),
                headers(in.headers().entries()),
                new Parameters(cookies),
                body(exchange),
                exchange.fileUploads().stream()
                        .map(file -> new Request.Upload(file.name(), file.fileName(), Path.of(file.uploadedFileName())))
                        .toList(),
                address == null || address.hostAddress() == null ? "" : address.hostAddress(),
                in.isSSL() || "https".equals(in.scheme()));
    }

    private static byte[] body(RoutingContext exchange) {
        var buffer = exchange.request().isExpectMultipart()
                ? null
                : exchange.body() == null ? null : exchange.body().buffer();
        return buffer == null ? new byte[0] : buffer.getBytes();
    }

    /** The path as it reads; one that is not well encoded stays as it came, and is found nowhere. */
    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    private static Parameters headers(Iterable<Map.Entry<String, String>> entries) {
        var lower = new ArrayList<Map.Entry<String, String>>();
        entries.forEach(entry -> lower.add(Map.entry(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue())));
        return parameters(lower);
    }

    private static Parameters parameters(Iterable<Map.Entry<String, String>> entries) {
        var values = new HashMap<String, List<String>>();
        entries.forEach(entry ->
                values.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>()).add(entry.getValue()));
        return new Parameters(values);
    }
}
