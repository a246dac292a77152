package news.titr.desk;

import java.util.Optional;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.BoardViews;

/** {@code POST /desk/views}: keeps, forgets, and opens with views of the board. */
public final class BoardViewsPage {

    private final BoardViews views;

    public BoardViewsPage(BoardViews views) {
        this.views = views;
    }

    /** {@code POST /desk/views}. */
    public Response save(Request request, DeskAccess.Visitor visitor) {
        var form = request.form();
        var query = BoardQuery.read(form.text("query"));
        views.save(visitor.personId(), form.text("name"), query.written(), form.has("shared"), form.has("opens"));
        return Response.seeOther(query.address());
    }

    /** {@code POST /desk/views/ID}: what the board opens with, or forgetting a view. */
    public Response change(Request request, DeskAccess.Visitor visitor) {
        String id = request.route().text("id");
        switch (request.form().text("act")) {
            case "forget" -> views.forget(visitor.actor(), visitor.personId(), id);
            case "open" -> views.open(visitor.personId(), Optional.of(id));
            case "open-everything" -> views.open(visitor.personId(), Optional.empty());
            default -> {
                return Response.text(422, "");
            }
        }
        return Response.seeOther(BoardQuery.read(request.form().text("query")).address());
    }
}
