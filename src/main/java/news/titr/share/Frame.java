package news.titr.share;

import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.LiveStories;

/** What stands around these pages: the newspaper's masthead and style, and its answers where there is no story. */
public interface Frame {

    /**
     * A page with every header that the newspaper's pages have, which search engines are to leave alone.
     *
     * @param title without the newspaper's name
     * @param content HTML, escaped where it has to be
     */
    Response page(int status, String title, String content);

    Response missing(Request request);

    Response withdrawn(LiveStories.Found.Withdrawn withdrawn);
}
