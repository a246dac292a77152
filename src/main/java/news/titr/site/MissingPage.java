package news.titr.site;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.Redirect;

/** The page for an address where nothing stands, unless it leads on. */
public final class MissingPage {

    private static final int LATEST = 4;

    private final Site site;
    private final Function<String, Optional<Redirect>> redirects;

    public MissingPage(Site site) {
        this(site, _ -> Optional.empty());
    }

    /** @param redirects where a path leads that leads nowhere on the site */
    public MissingPage(Site site, Function<String, Optional<Redirect>> redirects) {
        this.site = site;
        this.redirects = redirects;
    }

    public Response answer(Request request) {
        return redirects.apply(request.path()).map(this::follow).orElseGet(this::missing);
    }

    private Response follow(Redirect redirect) {
        return switch (redirect.status()) {
            case 410 -> notice(410, site.words().word("site.gone"), site.words().word("site.gone-text"));
            case 302 -> Response.movedForNow(redirect.target());
            default -> Response.movedPermanently(redirect.target());
        };
    }

    private Response missing() {
        return notice(404, site.words().word("site.missing"), site.words().word("site.missing-text"));
    }

    private Response notice(int status, String heading, String text) {
        var notice =
                new Notice(site.words().word("site.code", status), heading, List.of(text), Aside.latest(site, LATEST));
        return site.page(
                status,
                site.templates.noticePage(
                        site.frame(heading, "", site.address("/"), "").notIndexed(), notice));
    }
}
