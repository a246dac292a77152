package news.titr.site;

import java.util.List;
import news.titr.http.Request;
import news.titr.http.Response;

/** The page for when a page failed. It asks nothing of the database, which may be what failed. */
public final class ErrorPage {

    private final Site site;

    public ErrorPage(Site site) {
        this.site = site;
    }

    public Response answer(Request request) {
        String heading = site.words().word("site.failed");
        var notice = new Notice("", heading, List.of(site.words().word("site.failed-text")), Aside.NONE);
        return site.page(
                500,
                site.templates.noticePage(
                        site.bareFrame(heading, site.address("/")).notIndexed(), notice));
    }
}
