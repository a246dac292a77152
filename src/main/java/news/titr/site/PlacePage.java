package news.titr.site;

import java.util.List;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.Slug;
import news.titr.story.LiveStories;
import news.titr.story.Place;

/** {@code /place/SLUG}: the stories about a province, with its towns, or about a town. */
public final class PlacePage {

    private final Site site;
    private final MissingPage missing;
    private final ListPage list;

    public PlacePage(Site site, MissingPage missing) {
        this.site = site;
        this.missing = missing;
        list = new ListPage(site, missing);
    }

    public Response answer(Request request) {
        String slug = request.route().text("slug");
        return site.stories
                .place(site.edition(), slug)
                .map(place -> list.answer(request, new LiveStories.Of.About(place), head(place)))
                .or(() -> site.stories
                        .place(site.edition(), Slug.of(slug))
                        .map(meant -> Response.movedPermanently(
                                site.masthead.addresses().place(meant))))
                .orElseGet(() -> missing.answer(request));
    }

    private ListPage.Head head(Place place) {
        var province = site.stories.place(site.edition(), place.parent());
        String kind = place.isTown()
                ? province.map(Place::name).orElse("")
                : site.words().word("site.place");
        return new ListPage.Head(
                        kind,
                        place.name(),
                        site.words().word("site.place-about", place.stories(), place.name()),
                        PictureView.NONE,
                        site.masthead.addresses().place(place),
                        "",
                        place.isTown() ? province.map(this::up).orElseGet(List::of) : towns(place),
                        true,
                        ListPage.Days.ALIKE)
                .withFeeds(List.of());
    }

    private List<PageFrame.Link> up(Place province) {
        return List.of(PageFrame.Link.to(
                site.words().word("site.place-all", province.name()),
                site.masthead.addresses().place(province)));
    }

    private List<PageFrame.Link> towns(Place province) {
        return site.stories.placesBelow(site.edition(), province.slug()).stream()
                .map(town ->
                        PageFrame.Link.to(town.name(), site.masthead.addresses().place(town)))
                .toList();
    }
}
