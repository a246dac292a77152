package news.titr.site;

import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.LiveStories;

/** {@code /latest}: all stories, newest first, day by day. */
public final class LatestPage {

    static final String PATH = "/latest";

    private final Site site;
    private final ListPage list;

    public LatestPage(Site site, MissingPage missing) {
        this.site = site;
        list = new ListPage(site, missing);
    }

    public Response answer(Request request) {
        var head = ListPage.Head.timed(site.words().word("site.latest"), "", site.address(PATH));
        return list.answer(request, new LiveStories.Of.Edition(site.edition()), head);
    }
}
