package news.titr.site;

import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.Label;

/** {@code /tag/SLUG}: the stories under a tag. */
public final class TagPage {

    private final LabelPages pages;

    public TagPage(Site site, MissingPage missing) {
        pages = new LabelPages(site, missing);
    }

    public Response answer(Request request) {
        return pages.answer(request, Label.Kind.TAG);
    }
}
