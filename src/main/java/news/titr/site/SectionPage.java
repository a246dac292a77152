package news.titr.site;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.LiveStories;
import news.titr.story.Section;

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
        String slug = request.route().text("slug");
        return site.stories
                .section(site.edition(), slug)
                .map(section -> section.slug().equals(slug)
                        ? list.answer(request, new LiveStories.Of.InSection(section), head(section))
                        : Response.movedPermanently(site.address(section)))
                .orElseGet(() -> missing.answer(request));
    }

    private ListPage.Head head(Section section) {
        var all = site.stories.sections(site.edition());
        var parent = all.stream()
                .filter(other -> section.parent().equals(Optional.of(other.id())))
                .findFirst();
        var below = all.stream()
                .filter(other -> other.parent().equals(Optional.of(section.id())))
                .map(other -> PageFrame.Link.to(other.name(), site.address(other)))
                .toList();
        return new ListPage.Head(
                        parent.map(Section::name).orElse(""),
                        section.name(),
                        section.description(),
                        PictureView.NONE,
                        site.address(section),
                        section.slug(),
                        below,
                        !section.hidden(),
                        ListPage.Days.ALIKE)
                .withFeeds(List.of(site.data()
                        .path(Stream.concat(parent.stream(), Stream.of(section)).toList())));
    }
}
