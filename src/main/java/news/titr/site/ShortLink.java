package news.titr.site;

import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.Addresses;
import news.titr.story.LiveStories;

/** {@code /N}: the short link to a story, in any digits. What is no number may be a page that stays, such as {@code /about}. */
public final class ShortLink {

    private final Site site;
    private final MissingPage missing;
    private final WithdrawnPage withdrawn;
    private final FixedPage pages;

    public ShortLink(Site site, MissingPage missing, WithdrawnPage withdrawn) {
        this.site = site;
        this.missing = missing;
        this.withdrawn = withdrawn;
        pages = new FixedPage(site, missing);
    }

    public Response answer(Request request) {
        var number = StoryNumber.of(request);
        if (number.isEmpty()) {
            return pages.answer(request, request.route().text("number"));
        }
        String address = Addresses.shortLink(number.getAsLong());
        if (!address.equals(request.path())) {
            return Response.movedPermanently(address);
        }
        return switch (site.find(number.getAsLong())) {
            case LiveStories.Found.Live(var story) -> Response.movedPermanently(site.address(story));
            case LiveStories.Found.Withdrawn gone -> withdrawn.answer(gone);
            case LiveStories.Found.Absent() -> missing.answer(request);
        };
    }
}
