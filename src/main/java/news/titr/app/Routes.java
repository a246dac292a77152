package news.titr.app;

import java.util.List;
import java.util.Map;
import news.titr.http.Request;
import news.titr.http.Response;

/** Every address that this program answers, on one page. */
final class Routes {

    private final Newspaper newspaper;

    Routes(Newspaper newspaper) {
        this.newspaper = newspaper;
    }

    List<Route> all() {
        return List.of(
                Route.get("/media/:name", this::media),
                Route.get("/health/live", _ -> Response.text(200, "ok\n").with("Cache-Control", "no-store")),
                Route.get("/health/ready", _ -> ready()));
    }

    /** For every address that is none of the above. */
    Response missing(Request request) {
        return Response.text(404, "Not found: " + request.path() + "\n");
    }

    /** For a page that threw. */
    Response failed(Request request) {
        return Response.text(500, "Failed: " + request.path() + "\n");
    }

    private Response media(Request request) {
        String name = request.route().text("name");
        return newspaper
                .pictures
                .rendition(name)
                .map(bytes -> Response.of(200, name.endsWith(".png") ? "image/png" : "image/jpeg", bytes)
                        .with(Map.of(
                                "Cache-Control",
                                "public, max-age=31536000, immutable",
                                "X-Content-Type-Options",
                                "nosniff")))
                .orElseGet(() -> missing(request));
    }

    private Response ready() {
        newspaper.database.read(read -> read.execute("SELECT 1"));
        return Response.text(200, "ready\n").with("Cache-Control", "no-store");
    }
}
