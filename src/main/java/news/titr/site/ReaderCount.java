package news.titr.site;

import java.util.Locale;
import java.util.regex.Pattern;
import news.titr.http.Request;
import news.titr.story.LiveStory;
import news.titr.story.MostRead;

/**
 * Counts who opens a story, without knowing who: no cookie, no address, nothing about the browser is kept. What tells by its
 * request that it is no reader, or has read this page already, is not counted.
 */
final class ReaderCount {

    /** In the names of programs that fetch pages for search engines, previews, archives and watchers. */
    private static final Pattern MACHINE = Pattern.compile(
            "bot|crawl|spider|slurp|preview|facebookexternalhit|whatsapp|skype|embedly|fetch|monitor|uptime|archive|scrap"
                    + "|headless|lighthouse|curl|wget|python|java/|okhttp|axios|go-http|libwww|http-client|feed|rss");

    private final MostRead mostRead;

    ReaderCount(MostRead mostRead) {
        this.mostRead = mostRead;
    }

    void count(Request request, LiveStory story) {
        if (isReader(request)) {
            mostRead.count(story.edition(), story.number());
        }
    }

    static boolean isReader(Request request) {
        String agent = header(request, "User-Agent");
        return request.method().equals("GET")
                && !agent.isEmpty()
                && !MACHINE.matcher(agent).find()
                && !isAhead(request)
                && !isAgain(request);
    }

    /** Fetched in case somebody may want it. */
    private static boolean isAhead(Request request) {
        return (header(request, "Sec-Purpose") + header(request, "Purpose") + header(request, "X-Moz"))
                .contains("prefetch");
    }

    /** A browser that has the page asks whether it has changed, and says so when its reader wants it reloaded. */
    private static boolean isAgain(Request request) {
        return request.header("If-None-Match").isPresent()
                || header(request, "Cache-Control").matches(".*(max-age=0|no-cache).*");
    }

    private static String header(Request request, String name) {
        return request.header(name).orElse("").toLowerCase(Locale.ROOT);
    }
}
