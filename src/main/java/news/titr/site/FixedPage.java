package news.titr.site;

import news.titr.doc.TextRenderer;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.Shorten;
import news.titr.story.StaticPage;

/** {@code /about} and its kind: pages that stay, written at the desk. */
public final class FixedPage {

    /** @param body HTML */
    record View(String title, String body) {}

    private static final int DESCRIBED_BY = 300;

    private final Site site;
    private final MissingPage missing;

    public FixedPage(Site site, MissingPage missing) {
        this.site = site;
        this.missing = missing;
    }

    Response answer(Request request, String slug) {
        return site.stories
                .page(site.edition(), slug)
                .map(opened ->
                        show(opened.revision(), site.address(opened.page().address()), true))
                .orElseGet(() -> missing.answer(request));
    }

    /** The page as readers will have it, for the desk alone. */
    public Response preview(StaticPage.Opened opened) {
        return show(opened.revision(), site.address(opened.page().address()), false);
    }

    private Response show(StaticPage.Revision revision, String path, boolean indexed) {
        var view = new View(revision.title(), new StoryViews(site).body(revision.body()));
        String description = Shorten.atWord(TextRenderer.render(revision.body()), DESCRIBED_BY);
        var frame = site.frame(revision.title(), description, path, "");
        return site.page(200, site.templates.fixedPage(indexed ? frame : frame.notIndexed(), view));
    }
}
