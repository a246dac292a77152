package news.titr.site;

import java.util.Optional;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.LiveCoverage;
import news.titr.story.LiveStories;
import news.titr.story.LiveStory;

/** {@code /news/N/print}: a clean sheet with the story's number, date, short link and QR code. */
public final class PrintPage {

    private final Site site;
    private final MissingPage missing;
    private final WithdrawnPage withdrawn;
    private final StoryViews views;

    public PrintPage(Site site, MissingPage missing, WithdrawnPage withdrawn) {
        this.site = site;
        this.missing = missing;
        this.withdrawn = withdrawn;
        views = new StoryViews(site);
    }

    public Response answer(Request request) {
        var number = StoryNumber.of(request);
        if (number.isEmpty()) {
            return missing.answer(request);
        }
        return switch (site.find(number.getAsLong())) {
            case LiveStories.Found.Live(var story) -> {
                String address = site.masthead.addresses().print(story.edition(), story.number());
                yield address.equals(request.path()) ? show(story) : Response.movedPermanently(address);
            }
            case LiveStories.Found.Withdrawn gone -> withdrawn.answer(gone);
            case LiveStories.Found.Absent() -> missing.answer(request);
        };
    }

    /** The page of a story, live or still in the making. */
    public Response show(LiveStory story) {
        return show(story, CoverageViews.live(site, story, LiveCoverage.ALL));
    }

    /** @param live the entries of a coverage as they are to be shown */
    public Response show(LiveStory story, Optional<LiveCoverage> live) {
        var frame = site.bareFrame(story.headline(), site.address(story));
        var coverage = live.map(its -> new CoverageViews(site).of(story, its, true, false));
        return site.page(200, site.templates.printPage(frame.notIndexed(), views.of(story), coverage));
    }
}
