package news.titr.app;

import java.util.List;
import java.util.Map;
import news.titr.desk.CalendarPage;
import news.titr.desk.DeskAccess;
import news.titr.desk.DeskFrame;
import news.titr.desk.EditorPage;
import news.titr.desk.SignInPage;
import news.titr.desk.StoriesPage;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.http.StaticFiles;
import news.titr.language.Messages;

/** Every address that this program answers, on one page. */
final class Routes {

    private final Newspaper newspaper;
    private final StaticFiles files;
    private final DeskAccess access;
    private final SignInPage signIn;
    private final StoriesPage stories;
    private final EditorPage editor;
    private final CalendarPage calendar;

    Routes(Newspaper newspaper) {
        this.newspaper = newspaper;
        var masthead = newspaper.settings.masthead();
        var messages = Messages.of(masthead.language());
        files = new StaticFiles();
        var desk = new DeskFrame(masthead, messages, newspaper.clock, files);
        signIn = new SignInPage(newspaper.signIn, desk);
        access = new DeskAccess(newspaper.signIn, signIn);
        stories = new StoriesPage(newspaper.newsroom, desk);
        editor = new EditorPage(newspaper.newsroom, newspaper.drafting, newspaper.publishing, newspaper.sections, desk);
        calendar = new CalendarPage(desk);
    }

    List<Route> all() {
        return List.of(
                Route.get("/desk", desk(stories::show)),
                Route.get("/desk/sign-in/:token", signIn::ask),
                Route.post("/desk/sign-in/:token", signIn::redeem),
                Route.post("/desk/sign-out", desk(signIn::signOut)),
                Route.get("/desk/stories/new", desk(editor::begin)),
                Route.post("/desk/stories", desk(editor::create)),
                Route.get("^/desk/stories/(?<number>[0-9]{1,15})$", desk(editor::show)),
                Route.post("^/desk/stories/(?<number>[0-9]{1,15})$", desk(editor::save)),
                Route.post("^/desk/stories/(?<number>[0-9]{1,15})/publication$", desk(editor::publish)),
                Route.post("^/desk/stories/(?<number>[0-9]{1,15})/correction$", desk(editor::correct)),
                Route.post("^/desk/stories/(?<number>[0-9]{1,15})/withdrawal$", desk(editor::withdraw)),
                Route.get("/desk/calendar", desk(calendar::show)),
                Route.get("^/desk/.*", desk(editor::nowhere)),
                Route.post("^/desk/.*", desk(editor::nowhere)),
                Route.get("^/assets/(?<hash>[0-9a-f]+)/(?<name>.+)$", this::asset),
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

    private Route.Page desk(DeskAccess.Page page) {
        return request -> access.enter(request, page);
    }

    private Response asset(Request request) {
        return files.answer(request.route().text("hash"), request.route().text("name"))
                .orElseGet(() -> missing(request));
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
