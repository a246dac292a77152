package news.titr.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import news.titr.desk.SiteTemplates.Choice;
import news.titr.desk.SiteTemplates.Room;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.Outcome;
import news.titr.story.Redirect;
import news.titr.story.Redirects;

/** {@code /desk/site/redirects}: old addresses that lead on, one by one or as a table. */
public final class RedirectsDesk {

    private static final String ADDRESS = "/desk/site/redirects";
    private static final int LINES = 80;

    private final Redirects redirects;
    private final DeskFrame frame;

    public RedirectsDesk(Redirects redirects, DeskFrame frame) {
        this.redirects = redirects;
        this.frame = frame;
    }

    public record Line(String path, String target, String status, String hits, long version) {}

    public record Form(String path, String target, int status, long version) {
        static final Form NEW = new Form("", "", 301, 0);
    }

    public record View(
            String words,
            List<Line> lines,
            String older,
            Form form,
            List<Choice> statuses,
            String table,
            List<String> bad) {}

    public Response show(Request request, DeskAccess.Visitor visitor) {
        String done = request.query().text("done");
        String notice = done.isEmpty()
                ? ""
                : done.matches("\\d+")
                        ? frame.word("desk.site.redirects.imported", Integer.parseInt(done))
                        : frame.word("desk.site.done");
        return page(200, visitor, request.query(), Form.NEW, Room.of(frame, "redirects", notice), "", List.of());
    }

    /** {@code POST /desk/site/redirects}: adds or changes one. */
    public Response save(Request request, DeskAccess.Visitor visitor) {
        var given = request.form();
        var form = new Form(
                given.text("path"),
                given.text("target"),
                (int) FrontEditor.number(given.text("status")),
                FrontEditor.number(given.text("version")));
        var wish = new Redirects.Wish(form.path(), form.target(), form.status());
        return answer(visitor, form, redirects.put(visitor.actor(), form.version(), wish));
    }

    /** {@code POST /desk/site/redirects/removal}. */
    public Response remove(Request request, DeskAccess.Visitor visitor) {
        return answer(
                visitor,
                Form.NEW,
                redirects.remove(
                        visitor.actor(),
                        request.form().text("path"),
                        FrontEditor.number(request.form().text("version"))));
    }

    /** {@code POST /desk/site/redirects/table}: takes in many at once. */
    public Response takeIn(Request request, DeskAccess.Visitor visitor) {
        String table = request.form().text("table");
        return switch (redirects.importTable(visitor.actor(), table)) {
            case Outcome.Done<Redirects.Imported>(var imported, var _) ->
                imported.bad().isEmpty()
                        ? Response.seeOther(ADDRESS + "?done=" + imported.taken())
                        : page(
                                422,
                                visitor,
                                Parameters.NONE,
                                Form.NEW,
                                Room.refused(frame, "redirects", List.of(frame.word("desk.site.redirects.none-taken"))),
                                table,
                                imported.bad().stream()
                                        .map(bad -> frame.word(
                                                "desk.site.redirects.line", bad.number(), frame.problem(bad.problem())))
                                        .toList());
            case Outcome.Refused<Redirects.Imported>(var problems) ->
                page(
                        422,
                        visitor,
                        Parameters.NONE,
                        Form.NEW,
                        Room.refused(
                                frame,
                                "redirects",
                                problems.stream().map(frame::problem).toList()),
                        table,
                        List.of());
            case Outcome.Conflict<Redirects.Imported> _ -> Response.seeOther(ADDRESS);
        };
    }

    private Response answer(DeskAccess.Visitor visitor, Form form, Outcome<Redirect> outcome) {
        return switch (outcome) {
            case Outcome.Done<Redirect> _ -> Response.seeOther(ADDRESS + "?done=yes");
            case Outcome.Refused<Redirect>(var problems) ->
                page(
                        422,
                        visitor,
                        Parameters.NONE,
                        form,
                        Room.refused(
                                frame,
                                "redirects",
                                problems.stream().map(frame::problem).toList()),
                        "",
                        List.of());
            case Outcome.Conflict<Redirect>(var current) ->
                page(
                        409,
                        visitor,
                        Parameters.NONE,
                        new Form(form.path(), form.target(), form.status(), current.version()),
                        Room.conflict(
                                frame,
                                "redirects",
                                frame.word(
                                        "desk.site.conflict",
                                        current.path() + " → " + current.target() + " " + current.status())),
                        "",
                        List.of());
        };
    }

    private Response page(
            int status,
            DeskAccess.Visitor visitor,
            Parameters query,
            Form form,
            Room room,
            String table,
            List<String> bad) {
        if (!SiteTemplates.mayEnter(visitor)) {
            return SiteTemplates.refused(frame, visitor);
        }
        String words = query.text("q");
        var found = redirects.list(words, query.text("after"), LINES + 1);
        var shown = found.subList(0, Math.min(LINES, found.size()));
        String older = found.size() > LINES
                ? ADDRESS + "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&after="
                        + URLEncoder.encode(shown.getLast().path(), StandardCharsets.UTF_8)
                : "";
        var lines = shown.stream()
                .map(redirect -> new Line(
                        redirect.path(),
                        redirect.target(),
                        Integer.toString(redirect.status()),
                        redirect.hitAt()
                                .map(at -> frame.word("desk.site.redirects.hits", redirect.hits(), frame.moment(at)))
                                .orElseGet(() -> frame.word("desk.site.redirects.never")),
                        redirect.version()))
                .toList();
        var statuses = List.of(301, 302, 410).stream()
                .map(code -> new Choice(
                        Integer.toString(code), frame.word("desk.site.redirects." + code), code == form.status()))
                .toList();
        return frame.page(
                status,
                SiteTemplates.siteRedirects(
                        frame.forVisitor(frame.word("desk.site.redirects"), visitor),
                        room,
                        new View(words, lines, older, form, statuses, table, bad)));
    }
}
