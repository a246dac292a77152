package news.titr.feed;

import java.util.function.Function;
import news.titr.http.HttpDate;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.search.SearchRequest;
import news.titr.story.FeedFormat;
import news.titr.story.Label;
import news.titr.story.LiveStories;

/**
 * {@code /rss.xml}, {@code /atom.xml} and {@code /feed.json}: the newest stories of an edition for feed readers. The same stand
 * behind the address of every section, tag, topic, author and place: {@code /section/city/rss.xml}.
 */
public final class FeedPage {

    private final Feeds feeds;
    private final ReadyFeeds ready = new ReadyFeeds();
    private final Function<Request, Response> missing;

    /** @param missing answers what there is no feed of */
    public FeedPage(Feeds feeds, Function<Request, Response> missing) {
        this.feeds = feeds;
        this.missing = missing;
    }

    /** The whole edition. In all of them the format is the route's {@code file}. */
    public Response site(Request request) {
        return FeedFormat.of(request.route().text("file"))
                .map(format -> show(format, feeds.ofEdition()))
                .orElseGet(() -> missing.apply(request));
    }

    public Response section(Request request) {
        return feeds.section(request.route().text("slug"))
                .map(list -> listed(request, list))
                .orElseGet(() -> missing.apply(request));
    }

    public Response tag(Request request) {
        return tag(request, false);
    }

    public Response topic(Request request) {
        return tag(request, true);
    }

    /** A tag becomes a topic when it is introduced, and may become a plain one again: the feed of each leads to the other's. */
    private Response tag(Request request, boolean asTopic) {
        String slug = request.route().text("slug");
        return feeds.label(Label.Kind.TAG, slug)
                .map(list -> feeds.isTopic(slug) == asTopic
                        ? listed(request, list)
                        : FeedFormat.of(request.route().text("file"))
                                .map(format -> Response.movedForNow(format.beside(list.page())))
                                .orElseGet(() -> missing.apply(request)))
                .orElseGet(() -> missing.apply(request));
    }

    public Response place(Request request) {
        return feeds.place(request.route().text("slug"))
                .map(list -> listed(request, list))
                .orElseGet(() -> missing.apply(request));
    }

    public Response author(Request request) {
        return label(request, Label.Kind.AUTHOR);
    }

    /** What is found by the words in the query, the newest first. */
    public Response search(Request request) {
        var format = FeedFormat.of(request.route().text("file"));
        var found = feeds.search(SearchRequest.of(request.query()::text));
        if (format.isEmpty() || found.isEmpty()) {
            return missing.apply(request);
        }
        // not kept: the index learns of a change a moment later than the database
        var change = feeds.newestChange();
        return answer(format.get(), made(format.get(), found.get(), change));
    }

    private Response label(Request request, Label.Kind kind) {
        return feeds.label(kind, request.route().text("slug"))
                .map(list -> listed(request, list))
                .orElseGet(() -> missing.apply(request));
    }

    /** What was renamed or merged has its feed at its new address. */
    private Response listed(Request request, Feeds.Listed list) {
        var format = FeedFormat.of(request.route().text("file"));
        if (format.isEmpty()) {
            return missing.apply(request);
        }
        return list.slug().equals(request.route().text("slug"))
                ? show(format.get(), list)
                : Response.movedPermanently(format.get().beside(list.page()));
    }

    private Response show(FeedFormat format, Feeds.Listed list) {
        // before the stories: what changes meanwhile must look newer than this
        var change = feeds.newestChange();
        byte[] bytes = ready.get(format, list.page(), change.position(), () -> made(format, list, change));
        var answer = answer(format, bytes);
        return feeds.datable(change)
                .map(moment -> answer.with("Last-Modified", HttpDate.of(moment)))
                .orElse(answer);
    }

    private Response answer(FeedFormat format, byte[] bytes) {
        return Response.of(200, format.mediaType() + "; charset=utf-8", bytes)
                .with("Content-Language", feeds.edition())
                .with("X-Content-Type-Options", "nosniff")
                // what everybody may read, feed readers that run in a browser may as well
                .with("Access-Control-Allow-Origin", "*");
    }

    private byte[] made(FeedFormat format, Feeds.Listed list, LiveStories.Change change) {
        var feed = feeds.of(list, change.at());
        String address = feeds.absolute(list.beside(format));
        return switch (format) {
            case RSS -> RssFeed.write(feed, address);
            case ATOM -> AtomFeed.write(feed, address);
            case JSON -> JsonFeed.write(feed, address);
        };
    }
}
