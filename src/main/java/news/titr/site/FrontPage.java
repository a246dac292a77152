package news.titr.site;

import java.util.List;
import news.titr.http.Request;
import news.titr.http.Response;

/** {@code /}: the front page, as an editor has set it; slots that nobody filled hold the newest stories. */
public final class FrontPage {

    /**
     * @param lead one story, or none in a newspaper without stories
     * @param pictures picture and video stories, for the dark band
     */
    record View(
            List<TeaserView> lead,
            List<TeaserView> seconds,
            List<TeaserView> latest,
            List<TeaserView> opinions,
            List<TeaserView> pictures,
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

    private final Site site;

    public FrontPage(Site site) {
        this.site = site;
    }

    public Response answer(Request request) {
        var sections = site.stories.sections(site.edition());
        var view = new FrontComposition(site).compose(sections);
        return site.page(200, site.templates.frontPage(site.frontFrame(sections), view));
    }
}
