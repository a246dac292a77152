package news.titr.feed;

import java.util.function.Function;
import news.titr.http.HttpDate;
import news.titr.http.Request;
import news.titr.http.Response;

/** {@code /rss.xml}, {@code /atom.xml} and {@code /feed.json}: the newest stories of an edition for feed readers. */
public final class FeedPage {

    private final Feeds feeds;
    private final Function<Request, Response> missing;

    public FeedPage(Feeds feeds, Function<Request, Response> missing) {
        this.feeds = feeds;
        this.missing = missing;
    }

    /** The format is the route's {@code file}. */
    public Response answer(Request request) {
        return FeedFormat.of(request.route().text("file"))
                .map(format -> show(format, request.path()))
                .orElseGet(() -> missing.apply(request));
    }

    private Response show(FeedFormat format, String path) {
        // before the stories: what changes meanwhile must look newer than this
        var changed = feeds.unchangedSince();
        var feed = feeds.ofSite();
        var answer = Response.of(200, format.mediaType() + "; charset=utf-8", format.write(feed, feeds.absolute(path)))
                .with("Content-Language", feed.language())
                .with("X-Content-Type-Options", "nosniff")
                // what everybody may read, feed readers that run in a browser may as well
                .with("Access-Control-Allow-Origin", "*");
        return changed.map(moment -> answer.with("Last-Modified", HttpDate.of(moment)))
                .orElse(answer);
    }
}
