package news.titr.site;

import java.util.List;
import news.titr.http.Request;
import news.titr.http.Response;

/** The page for an address where nothing stands. */
public final class MissingPage {

    private static final int LATEST = 4;

    private final Site site;

    public MissingPage(Site site) {
        this.site = site;
    }

    public Response answer(Request request) {
        String heading = site.words.word("site.missing");
        var notice = new Notice(
                site.words.word("site.code", 404),
                heading,
                List.of(site.words.word("site.missing-text")),
                site.teasers().latest(LATEST));
        return site.page(
                404, site.templates.noticePage(site.frame(heading, "", "/", "").notIndexed(), notice));
    }
}
