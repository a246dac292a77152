package news.titr.site;

import java.util.List;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.Slug;
import news.titr.story.Label;
import news.titr.story.LiveStories;

/** {@code /topic/SLUG}: a tag that the desk has introduced to readers, and its stories. Other tags have their own page. */
public final class TopicPage {

    private final Site site;
    private final MissingPage missing;
    private final ListPage list;

    public TopicPage(Site site, MissingPage missing) {
        this.site = site;
        this.missing = missing;
        list = new ListPage(site, missing);
    }

    public Response answer(Request request) {
        String slug = request.route().text("slug");
        var tag = site.stories
                .label(Label.Kind.TAG, site.edition(), slug)
                .or(() -> site.stories.label(Label.Kind.TAG, site.edition(), Slug.of(slug)));
        if (tag.isEmpty()) {
            return missing.answer(request);
        }
        var introduction = site.stories.introduction(tag.get());
        if (introduction.isEmpty()) {
            return Response.movedForNow(site.address(tag.get()));
        }
        if (!tag.get().slug().equals(slug)) {
            return Response.movedPermanently(site.address(tag.get()));
        }
        var head = ListPage.Head.label(
                        site.words().word("site.topic"),
                        tag.get().name(),
                        introduction.get(),
                        PictureView.NONE,
                        site.address(tag.get()))
                .withFeeds(List.of());
        return list.answer(request, new LiveStories.Of.Labelled(tag.get()), head);
    }
}
