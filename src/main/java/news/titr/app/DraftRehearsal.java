package news.titr.app;

import java.util.function.Function;
import news.titr.desk.Rehearsal;
import news.titr.http.Response;
import news.titr.print.PdfEdition;
import news.titr.story.LiveStory;

/** Lets the desk see a draft exactly as the site, the print sheet and the PDF would have it, none of which it knows. */
record DraftRehearsal(Function<String, ReaderRoutes> readers, PdfEdition edition) implements Rehearsal {

    @Override
    public Response page(LiveStory story) {
        return readers.apply(story.edition()).story.show(story);
    }

    @Override
    public Response printSheet(LiveStory story) {
        return readers.apply(story.edition()).print.show(story);
    }

    @Override
    public byte[] pdf(LiveStory story) {
        return edition.of(story);
    }
}
