package news.titr.site;

import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.LiveStories;
import news.titr.story.MostRead;

/** {@code /latest}: all stories, newest first, day by day. */
public final class LatestPage {

    static final String PATH = "/latest";

    private static final int MOST_READ = 8;

    private final Site site;
    private final ListPage list;

    public LatestPage(Site site, MissingPage missing, MostRead mostRead) {
        this.site = site;
        list = new ListPage(site, missing, _ -> Aside.mostRead(site, mostRead, MOST_READ));
    }

    public Response answer(Request request) {
        var head = ListPage.Head.timed(site.words().word("site.latest"), site.address(PATH), ListPage.Days.HEADED);
        return list.answer(request, new LiveStories.Of.Edition(site.edition()), head);
    }
}
