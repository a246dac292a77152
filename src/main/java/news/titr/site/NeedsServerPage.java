package news.titr.site;

import java.util.List;
import news.titr.http.Request;
import news.titr.http.Response;

/** Stands in a site of files for everything that only a server can do, and says so: search, sending, forms. */
public final class NeedsServerPage {

    /** In a site of files only; a server answers it as well, and nothing there leads to it. */
    public static final String PATH = "/needs-server";

    private final Site site;

    public NeedsServerPage(Site site) {
        this.site = site;
    }

    public Response answer(Request request) {
        String heading = site.words().word("static.title");
        var notice = new Notice("", heading, List.of(site.words().word("static.text")), Aside.NONE);
        return site.page(
                200,
                site.templates.noticePage(
                        site.bareFrame(heading, site.address("/")).notIndexed(), notice));
    }
}
