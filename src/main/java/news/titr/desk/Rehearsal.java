package news.titr.desk;

import news.titr.http.Response;
import news.titr.story.LiveStory;

/** How the surfaces that readers see would show a story that is not live; the desk does not know them. */
public interface Rehearsal {

    Response page(LiveStory story);

    Response printSheet(LiveStory story);

    byte[] pdf(LiveStory story);

    /** The story as one text: with the entries of its coverage, if it is one. */
    LiveStory whole(LiveStory story);
}
