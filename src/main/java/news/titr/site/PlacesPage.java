package news.titr.site;

import java.util.List;
import news.titr.http.Request;
import news.titr.http.Response;

/** {@code /places}: every province that stories are about, with its towns. */
public final class PlacesPage {

    static final String PATH = "/places";

    record View(List<Province> provinces) {}

    /** @param stories how many stories are about it, in words */
    record Province(String name, String address, String stories, List<PageFrame.Link> towns) {}

    private final Site site;

    public PlacesPage(Site site) {
        this.site = site;
    }

    public Response answer(Request request) {
        var provinces = site.stories.placesBelow(site.edition(), "").stream()
                .map(place -> new Province(
                        place.name(),
                        site.masthead.addresses().place(place),
                        site.words().word("site.story-count", site.number(place.stories())),
                        site.stories.placesBelow(site.edition(), place.slug()).stream()
                                .map(town -> PageFrame.Link.to(
                                        town.name(), site.masthead.addresses().place(town)))
                                .toList()))
                .toList();
        String heading = site.words().word("site.places");
        return site.page(
                200,
                site.templates.placesPage(site.frame(heading, heading, site.address(PATH), ""), new View(provinces)));
    }
}
