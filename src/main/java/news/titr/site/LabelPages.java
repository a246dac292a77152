package news.titr.site;

import java.util.List;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.Slug;
import news.titr.story.Bylines;
import news.titr.story.Label;
import news.titr.story.LiveStories;

/** What the pages of tags and authors have in common: a label is found by its slug, also when it is typed otherwise. */
final class LabelPages {

    private final Site site;
    private final MissingPage missing;
    private final ListPage list;

    LabelPages(Site site, MissingPage missing) {
        this.site = site;
        this.missing = missing;
        list = new ListPage(site, missing);
    }

    Response answer(Request request, Label.Kind kind) {
        String slug = request.route().text("slug");
        var label = site.stories.label(kind, site.edition(), slug);
        if (label.isPresent() && label.get().topic()) {
            // an editor may take the introduction back
            return Response.movedPermanently(site.address(label.get())).with("Cache-Control", "no-cache");
        }
        if (label.isPresent()) {
            return label.get().slug().equals(slug)
                    ? list.answer(request, new LiveStories.Of.Labelled(label.get()), head(label.get()))
                    // renamed, or merged into another
                    : Response.movedPermanently(site.address(label.get()));
        }
        return site.stories
                .label(kind, site.edition(), Slug.of(slug))
                .map(meant -> Response.movedPermanently(site.address(meant)))
                .orElseGet(() -> missing.answer(request));
    }

    private ListPage.Head head(Label label) {
        return switch (label.kind()) {
            case TAG ->
                ListPage.Head.label(
                                site.words().word("site.tag"), label.name(), "", PictureView.NONE, site.address(label))
                        .withFeeds(List.of());
            case AUTHOR -> {
                var profile = site.bylines.profile(site.edition(), label.slug());
                yield ListPage.Head.label(
                                site.words().word("site.author"),
                                label.name(),
                                profile.map(Bylines.Profile::biography).orElse(""),
                                site.portrait(profile),
                                site.address(label))
                        .withFeeds(List.of(site.data().author(label, profile)));
            }
        };
    }
}
