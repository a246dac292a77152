package news.titr.site;

import news.titr.http.Request;
import news.titr.http.Response;

/**
 * {@code /offline}: what a reader's browser keeps of the newspaper, and what it shows in place of a page that cannot be
 * reached. The list is made by a script, for the server does not know what a reader keeps.
 */
public final class OfflinePage {

    public static final String PATH = "/offline";

    private final Site site;

    public OfflinePage(Site site) {
        this.site = site;
    }

    public Response answer(Request request) {
        String heading = site.words().word("offline.title");
        var frame = site.bareFrame(heading, site.address(PATH)).notIndexed();
        return site.page(200, site.templates.offlinePage(frame, site.files().address("site/offline.js")));
    }
}
