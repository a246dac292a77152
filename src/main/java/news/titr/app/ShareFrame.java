package news.titr.app;

import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.share.Frame;
import news.titr.site.MissingPage;
import news.titr.site.Site;
import news.titr.site.WithdrawnPage;
import news.titr.story.LiveStories;

/** Lets the pages of «send to friends» stand in the frame of the site, which they do not know. */
record ShareFrame(Site site, MissingPage missingPage, WithdrawnPage withdrawnPage) implements Frame {

    @Override
    public Response page(int status, String title, String content) {
        return site.contentPage(status, title, content);
    }

    @Override
    public Response missing(Request request) {
        return missingPage.answer(request);
    }

    @Override
    public Response withdrawn(LiveStories.Found.Withdrawn withdrawn) {
        return withdrawnPage.answer(withdrawn);
    }
}
