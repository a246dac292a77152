package news.titr.app;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import news.titr.api.Api;
import news.titr.desk.DeskAccess;
import news.titr.desk.DeskFrame;
import news.titr.desk.TokensDesk;
import news.titr.desk.WebhooksDesk;
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
        var webhooks = new WebhooksDesk(newspaper.webhooks, newspaper.sections, frame);
        return List.of(
                Route.get("/desk/webhooks", proved.apply(webhooks::list)),
                Route.post("/desk/webhooks", proved.apply(webhooks::add)),
                Route.get("/desk/webhooks/:webhook", proved.apply(webhooks::show)),
                Route.post("/desk/webhooks/:webhook", proved.apply(webhooks::change)),
                Route.post("/desk/webhooks/:webhook/removal", proved.apply(webhooks::remove)),
                Route.post("/desk/webhooks/:webhook/stopping", proved.apply(webhooks::stop)),
                Route.post("/desk/webhooks/:webhook/starting", proved.apply(webhooks::start)),
                Route.post("/desk/webhooks/:webhook/secret", proved.apply(webhooks::renew)),
                Route.post("/desk/webhooks/:webhook/test", proved.apply(webhooks::test)),
                Route.post("/desk/webhooks/:webhook/again", proved.apply(webhooks::again)),
                Route.get("/desk/tokens", proved.apply(tokens::show)),
                Route.post("/desk/tokens", proved.apply(tokens::issue)),
                Route.post("/desk/tokens/removal", proved.apply(tokens::revoke)));
    }
}
