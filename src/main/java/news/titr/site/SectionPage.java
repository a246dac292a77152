package news.titr.site;

import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.LiveStories;

/** {@code /section/SLUG}: the stories of a section. */
public final class SectionPage {

    private final Site site;
    private final MissingPage missing;
    private final ListPage list;

    public SectionPage(Site site, MissingPage missing) {
        this.site = site;
        this.missing = missing;
        list = new ListPage(site, missing);
    }

    public Response answer(Request request) {
        return site.stories
                .section(site.edition(), request.route().text("slug"))
                .map(section -> list.answer(
                        request,
                        new LiveStories.Of.InSection(section),
                        "",
                        section.name(),
                        Site.address(section),
                        section.slug()))
                .orElseGet(() -> missing.answer(request));
    }
}
