package news.titr.app;

import java.util.Optional;
import java.util.function.Function;
import news.titr.desk.Rehearsal;
import news.titr.http.Response;
import news.titr.print.PdfEdition;
import news.titr.story.Covering;
import news.titr.story.Edition;
import news.titr.story.LiveCoverage;
import news.titr.story.LiveStory;
import news.titr.story.StoryType;

/** Lets the desk see a draft exactly as the site, the print sheet and the PDF would have it, none of which it knows. */
record DraftRehearsal(
        Function<String, ReaderRoutes> readers,
        Function<String, Edition> editions,
        PdfEdition edition,
        Covering covering)
        implements Rehearsal {

    @Override
    public Response page(LiveStory story) {
        return readers.apply(story.edition()).story.rehearse(story, coverage(story));
    }

    @Override
    public Response printSheet(LiveStory story) {
        return readers.apply(story.edition()).print.show(story, coverage(story));
    }

    @Override
    public byte[] pdf(LiveStory story) {
        return edition.rehearsal(story, coverage(story));
    }

    @Override
    public LiveStory whole(LiveStory story) {
        var dates = editions.apply(story.edition()).dates();
        return coverage(story)
                .map(live -> story.withBody(live.below(story.body(), dates::full)))
                .orElse(story);
    }

    private Optional<LiveCoverage> coverage(LiveStory story) {
        return story.type() == StoryType.LIVE ? Optional.of(covering.rehearsal(story.number())) : Optional.empty();
    }
}
