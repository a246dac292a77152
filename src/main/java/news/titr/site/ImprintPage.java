package news.titr.site;

import java.util.List;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.Masthead;
import news.titr.story.StaticPage;

/** The imprint (شناسنامه): who answers for this newspaper. */
public final class ImprintPage {

    /**
     * @param address the newspaper's own address on the web
     * @param body HTML: what the desk has written besides; empty when it has written nothing
     */
    record View(
            String name, String motto, String address, List<Masthead.ImprintLine> lines, String body, Aside latest) {}

    private static final int LATEST = 5;

    private final Site site;

    public ImprintPage(Site site) {
        this.site = site;
    }

    public Response answer(Request request) {
        var masthead = site.masthead;
        var view = new View(
                masthead.name(),
                masthead.motto(),
                masthead.absolute(site.address("/")),
                masthead.imprint(),
                site.stories
                        .page(site.edition(), StaticPage.IMPRINT)
                        .map(page -> new StoryViews(site).body(page.revision().body()))
                        .orElse(""),
                Aside.latest(site, LATEST));
        String heading = site.words().word("site.imprint");
        var frame = site.frame(heading, heading, site.address("/imprint"), "")
                .described(List.of(), List.of(site.data().newspaper()));
        return site.page(200, site.templates.imprintPage(frame, view));
    }
}
