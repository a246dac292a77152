package news.titr.app;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import news.titr.api.Api;
import news.titr.desk.DeskAccess;
import news.titr.desk.DeskFrame;
import news.titr.desk.MachinesDesk;
import news.titr.desk.TokensDesk;
import news.titr.desk.WebhooksDesk;
import news.titr.desk.WiresDesk;
import news.titr.doc.Body;
import news.titr.fediverse.Fediverse;
import news.titr.feed.PingSettings;
import news.titr.feed.Pings;
import news.titr.wire.html.HtmlBlocks;
import news.titr.wire.html.HtmlSurroundings;

/** What other programs ask, and where the desk says who may. The addresses of the API stand in {@code api/Operations}. */
final class ApiRoutes {

    /** Also those that nothing can be done with: the API says so in its own way. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");

    private static final String ACTOR = "^/fediverse/(?<key>[0-9A-Za-z-]{1,64})";

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
        return new HtmlBlocks(HtmlSurroundings.NONE).read(html).body();
    }

    List<Route> all() {
        var all = new ArrayList<>(List.of(new Route(METHODS, "^/api(/.*)?$", api::answer, false)));
        newspaper.fediverse.ifPresent(followed -> all.addAll(fediverse(followed)));
        return all;
    }

    /** What Mastodon and its like ask. */
    private static List<Route> fediverse(Fediverse followed) {
        return List.of(
                Route.get("/.well-known/webfinger", followed::webFinger),
                Route.get("/.well-known/nodeinfo", followed::nodeInfoLinks),
                Route.get("/fediverse/nodeinfo/2.1", followed::nodeInfo),
                Route.post("/fediverse/inbox", followed::hear),
                Route.get(ACTOR + "$", followed::actor),
                Route.post(ACTOR + "/inbox$", followed::hear),
                Route.get(ACTOR + "/outbox$", followed::outbox),
                Route.get(ACTOR + "/followers$", followed::followers),
                Route.get(ACTOR + "/following$", followed::following),
                Route.get(ACTOR + "/notes/(?<number>[0-9]{1,18})(-(?<time>[1-9][0-9]{0,5}))?$", followed::note));
    }

    /** Whom the newspaper tells of changes, and how it goes. */
    MachinesDesk.Telling telling() {
        var pings = newspaper.settings.pings();
        return new MachinesDesk.Telling(
                Stream.concat(pings.hubs().stream(), pings.indexNow().map(PingSettings.IndexNow::server).stream())
                        .map(URI::toString)
                        .toList(),
                Pings.troubles(newspaper.database).stream()
                        .map(trouble -> new MachinesDesk.Trouble(
                                trouble.target(), trouble.failure(), trouble.pings(), trouble.givenUp()))
                        .toList(),
                followed());
    }

    private List<MachinesDesk.Followed> followed() {
        return newspaper
                .fediverse
                .map(fediverse -> fediverse.followed().stream()
                        .map(one -> new MachinesDesk.Followed(one.handle(), one.name(), one.followers()))
                        .toList())
                .orElse(List.of());
    }

    /** @param proved makes a page for whoever has just shown who they are */
    List<Route> desk(DeskFrame frame, Function<DeskAccess.Page, Route.Page> proved) {
        var tokens = new TokensDesk(newspaper.tokens, newspaper.people, frame);
        var webhooks = new WebhooksDesk(newspaper.webhooks, newspaper.sections, frame);
        var wires = new WiresDesk(newspaper.wireSources, newspaper.sections, newspaper.people, frame);
        return List.of(
                Route.get("/desk/wires", proved.apply(wires::list)),
                Route.post("/desk/wires", proved.apply(wires::add)),
                Route.get("/desk/wires/:wire", proved.apply(wires::show)),
                Route.post("/desk/wires/:wire", proved.apply(wires::change)),
                Route.post("/desk/wires/:wire/removal", proved.apply(wires::remove)),
                Route.post("/desk/wires/:wire/pausing", proved.apply(wires::pause)),
                Route.post("/desk/wires/:wire/going-on", proved.apply(wires::goOn)),
                Route.post("/desk/wires/:wire/fetch", proved.apply(wires::fetch)),
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
