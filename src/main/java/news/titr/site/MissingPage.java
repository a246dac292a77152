package news.titr.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.Redirect;

/** The page for an address where nothing stands, unless it leads on. */
public final class MissingPage {

    private static final int LATEST = 4;

    private final Site site;
    private final BiFunction<String, Map<String, List<String>>, Optional<Redirect>> redirects;

    public MissingPage(Site site) {
        this(site, (_, _) -> Optional.empty());
    }

    /** @param redirects where a path with its query leads that leads nowhere on the site */
    public MissingPage(Site site, BiFunction<String, Map<String, List<String>>, Optional<Redirect>> redirects) {
        this.site = site;
        this.redirects = redirects;
    }

    public Response answer(Request request) {
        return leadsOn(request).orElseGet(this::missing);
    }

    /** Where an old address leads, if it leads anywhere. */
    public Optional<Response> leadsOn(Request request) {
        return redirects
                .apply(request.path(), request.query().values())
                .map(this::follow)
                .or(() -> searched(request));
    }

    /** WordPress is searched at its front page, and search engines and other sites link to that. */
    private Optional<Response> searched(Request request) {
        String words = request.query().text("s").strip();
        return words.isEmpty() || !request.path().equals("/")
                ? Optional.empty()
                : Optional.of(Response.movedPermanently(
                        site.address(SearchPage.PATH) + "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)));
    }

    private Response follow(Redirect redirect) {
        return switch (redirect.status()) {
            case 410 ->
                page(
                        410,
                        notice(
                                site,
                                410,
                                site.words().word("site.gone"),
                                site.words().word("site.gone-text")));
            case 302 -> Response.movedForNow(redirect.target());
            default -> Response.movedPermanently(redirect.target());
        };
    }

    private Response missing() {
        return page(404, notice(site));
    }

    /** What readers are told where nothing is. */
    static Notice notice(Site site) {
        return notice(site, 404, site.words().word("site.missing"), site.words().word("site.missing-text"));
    }

    private static Notice notice(Site site, int status, String heading, String text) {
        return new Notice(site.words().word("site.code", status), heading, List.of(text), Aside.latest(site, LATEST));
    }

    private Response page(int status, Notice notice) {
        var frame = site.frame(notice.heading(), "", site.address("/"), "");
        return site.page(status, site.templates.noticePage(frame.notIndexed(), notice));
    }
}
