package news.titr.site;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.FrontLayout;
import news.titr.story.MostRead;
import news.titr.story.Teaser;

/** {@code /}: the front page, as an editor has set it; slots that nobody filled hold the newest stories. */
public final class FrontPage {

    /**
     * @param lead one story, or none in a newspaper without stories
     * @param pictures picture and video stories, for the dark band
     * @param mostRead what readers opened most in a day; none while too little is known
     */
    record View(
            List<TeaserView> lead,
            List<TeaserView> seconds,
            List<TeaserView> latest,
            List<TeaserView> opinions,
            List<TeaserView> pictures,
            List<TeaserView> mostRead,
            List<Band> bands) {

        public boolean empty() {
            return lead.isEmpty();
        }
    }

    /**
     * The band of one section.
     *
     * @param wide true when it has the whole width of the page, false when it shares it with its neighbour
     * @param feature the story with a picture, or none
     */
    record Band(String name, String address, boolean wide, List<TeaserView> feature, List<TeaserView> stories) {}

    /** Fewer would look like a mistake; more would be another list of news. */
    private static final int MOST_READ = 5;

    private final Site site;
    private final Supplier<List<Teaser>> mostRead;

    /** A front page that knows of no readers. */
    public FrontPage(Site site) {
        this(site, List::of);
    }

    public FrontPage(Site site, MostRead mostRead) {
        this(site, () -> mostRead.list(site.edition(), MostRead.Span.DAY, MOST_READ));
    }

    private FrontPage(Site site, Supplier<List<Teaser>> mostRead) {
        this.site = site;
        this.mostRead = mostRead;
    }

    public Response answer(Request request) {
        return page(site, site.stories.front(site.edition(), site.clock.instant()), false);
    }

    /**
     * The page as readers will have it at a moment to come, for the desk alone.
     *
     * @param layout what will stand where then
     */
    public Response preview(FrontLayout layout, Instant moment) {
        return page(site.at(moment), layout, true);
    }

    private Response page(Site site, FrontLayout layout, boolean preview) {
        var frame = site.frontFrame();
        var most = mostRead.get();
        var view = new FrontComposition(site, layout).view(most.size() < MOST_READ ? List.of() : most);
        return site.page(200, site.templates.frontPage(preview ? frame.notIndexed() : frame, view));
    }
}
