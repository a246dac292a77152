package news.titr.site;

import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.Slug;
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
        if (label.isPresent()) {
            return list.answer(
                    request,
                    new LiveStories.Of.Labelled(label.get()),
                    site.words.word(kind == Label.Kind.TAG ? "site.tag" : "site.author"),
                    label.get().name(),
                    address(label.get()),
                    "");
        }
        return site.stories
                .label(kind, site.edition(), Slug.of(slug))
                .map(meant -> Response.movedPermanently(address(meant)))
                .orElseGet(() -> missing.answer(request));
    }

    static String address(Label label) {
        return (label.kind() == Label.Kind.TAG ? "/tag/" : "/author/") + label.slug();
    }
}
