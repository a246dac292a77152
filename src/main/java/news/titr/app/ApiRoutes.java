package news.titr.app;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import news.titr.api.Api;
import news.titr.desk.DeskAccess;
import news.titr.desk.DeskFrame;
import news.titr.desk.TokensDesk;
import news.titr.doc.Body;
import news.titr.doc.Markup;

/** What other programs ask, and where the desk says who may. The addresses of the API stand in {@code api/Operations}. */
final class ApiRoutes {

    /** Also those that nothing can be done with: the API says so in its own way. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");

    final Api api;
    private final Newspaper newspaper;

    ApiRoutes(Newspaper newspaper) {
        this.newspaper = newspaper;
        api = new Api(
                new Api.Parts(
                        newspaper.database,
                        newspaper.clock,
                        newspaper.siteKeeping::current,
                        newspaper.tokens,
                        newspaper.people,
                        newspaper.liveStories,
                        newspaper.labels,
                        newspaper.indexing::index,
                        newspaper.newsroom,
                        newspaper.drafting,
                        newspaper.publishing,
                        newspaper.workflow,
                        newspaper.pictures,
                        newspaper.library,
                        ApiRoutes::blocks,
                        newspaper.settings.dataFolder().resolve("uploads")),
                newspaper.settings.api());
    }

    private static Body blocks(String html) {
        return Markup.read(html);
    }

    List<Route> all() {
        return List.of(new Route(METHODS, "^/api(/.*)?$", api::answer, false));
    }

    /** @param proved makes a page for whoever has just shown who they are */
    List<Route> desk(DeskFrame frame, Function<DeskAccess.Page, Route.Page> proved) {
        var tokens = new TokensDesk(newspaper.tokens, newspaper.people, frame);
        return List.of(
                Route.get("/desk/tokens", proved.apply(tokens::show)),
                Route.post("/desk/tokens", proved.apply(tokens::issue)),
                Route.post("/desk/tokens/removal", proved.apply(tokens::revoke)));
    }
}
