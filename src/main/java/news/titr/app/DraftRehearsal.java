package news.titr.app;

import news.titr.desk.Rehearsal;
import news.titr.http.Response;
import news.titr.print.PdfEdition;
import news.titr.site.PrintPage;
import news.titr.site.StoryPage;
import news.titr.story.LiveStory;

/** Lets the desk see a draft exactly as the site, the print sheet and the PDF would have it, none of which it knows. */
record DraftRehearsal(StoryPage storyPage, PrintPage printPage, PdfEdition edition) implements Rehearsal {

    @Override
    public Response page(LiveStory story) {
        return storyPage.show(story);
    }

    @Override
    public Response printSheet(LiveStory story) {
        return printPage.show(story);
    }

    @Override
    public byte[] pdf(LiveStory story) {
        return edition.of(story);
    }
}
