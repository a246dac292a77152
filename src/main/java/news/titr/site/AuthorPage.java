package news.titr.site;

import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.Label;

/** {@code /author/SLUG}: the stories under a byline. */
public final class AuthorPage {

    private final LabelPages pages;

    public AuthorPage(Site site, MissingPage missing) {
        pages = new LabelPages(site, missing);
    }

    public Response answer(Request request) {
        return pages.answer(request, Label.Kind.AUTHOR);
    }
}
