package news.titr.site;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import news.titr.db.Dependencies;
import news.titr.http.Request;
import news.titr.story.LiveStory;
import news.titr.story.MostRead;

/**
 * Counts who opens a story, without knowing who: no cookie, no address, nothing about the browser is kept. What tells by its
 * request that it is no reader, or has read this page already, is not counted.
 */
public final class ReaderCount {

    /** In the names of programs that fetch pages for search engines, previews, archives and watchers. */
    private static final Pattern MACHINE = Pattern.compile(
            "bot|crawl|spider|slurp|preview|facebookexternalhit|whatsapp|skype|embedly|fetch|monitor|uptime|archive|scrap"
                    + "|headless|lighthouse|curl|wget|python|java/|okhttp|axios|go-http|libwww|http-client|feed|rss");

    private static final Pattern AGAIN = Pattern.compile("max-age=0|no-cache");

    private static final String OPENED = "opened:";

    private final MostRead mostRead;

    public ReaderCount(MostRead mostRead) {
        this.mostRead = mostRead;
    }

    void count(Request request, LiveStory story) {
        if (isReader(request)) {
            mostRead.count(story.edition(), story.number());
        }
        Dependencies.on(opened(story.edition(), story.number()));
    }

    /** What a page depends on that counts as a read of this story. */
    private static String opened(String edition, long story) {
        return OPENED + edition + ":" + story;
    }

    /** Counts those who open a page that was kept: what it depends on says whose it is. */
    public Optional<Consumer<UnaryOperator<String>>> ofKept(Set<String> dependencies) {
        return dependencies.stream()
                .filter(key -> key.startsWith(OPENED))
                .findFirst()
                .map(key -> {
                    int colon = key.lastIndexOf(':');
                    String edition = key.substring(OPENED.length(), colon);
                    long story = Long.parseLong(key.substring(colon + 1));
                    return headers -> {
                        if (isReader(headers)) {
                            mostRead.count(edition, story);
                        }
                    };
                });
    }

    static boolean isReader(Request request) {
        return request.method().equals("GET")
                && isReader(name -> request.header(name).orElse(""));
    }

    /** @param headers the value of a header, or the empty string */
    private static boolean isReader(UnaryOperator<String> headers) {
        String agent = header(headers, "User-Agent");
        return !agent.isEmpty() && !MACHINE.matcher(agent).find() && !isAhead(headers) && !isAgain(headers);
    }

    /** Fetched in case somebody may want it. */
    private static boolean isAhead(UnaryOperator<String> headers) {
        return (header(headers, "Sec-Purpose") + header(headers, "Purpose") + header(headers, "X-Moz"))
                .contains("prefetch");
    }

    /** A browser that has the page asks whether it has changed, and says so when its reader wants it reloaded. */
    private static boolean isAgain(UnaryOperator<String> headers) {
        return !headers.apply("If-None-Match").isEmpty()
                || AGAIN.matcher(header(headers, "Cache-Control")).find();
    }

    private static String header(UnaryOperator<String> headers, String name) {
        return headers.apply(name).toLowerCase(Locale.ROOT);
    }
}
