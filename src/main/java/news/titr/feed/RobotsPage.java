package news.titr.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.titr.http.Address;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.Robots;
import news.titr.story.SiteSettings;

/** {@code /robots.txt}: what robots may read, as the settings of the site have it, and where the sitemaps are. */
public final class RobotsPage {

    /** For people who work here, and forms. */
    private static final List<String> CLOSED = List.of("/desk", "/*/send", "/send/");

    /** Robots that gather text to train language models. Those of Google and Apple are names for a use of what their search reads. */
    private static final List<String> TRAINING = List.of(
            "AI2Bot",
            "Ai2Bot-Dolma",
            "Amazonbot",
            "anthropic-ai",
            "Applebot-Extended",
            "Bytespider",
            "CCBot",
            "ClaudeBot",
            "cohere-training-data-crawler",
            "Diffbot",
            "FacebookBot",
            "Google-Extended",
            "GPTBot",
            "ImagesiftBot",
            "meta-externalagent",
            "omgili",
            "omgilibot",
            "PanguBot",
            "Timpibot",
            "webzio-extended");

    /** Robots that look something up to answer a question with. */
    private static final List<String> ANSWERING = List.of(
            "ChatGPT-User",
            "Claude-SearchBot",
            "Claude-User",
            "DuckAssistBot",
            "meta-externalfetcher",
            "MistralAI-User",
            "OAI-SearchBot",
            "Perplexity-User",
            "PerplexityBot",
            "YouBot");

    private final Supplier<SiteSettings> settings;
    private final List<Sitemap> sitemaps;

    public RobotsPage(Supplier<SiteSettings> settings, List<Sitemap> sitemaps) {
        this.settings = settings;
        this.sitemaps = List.copyOf(sitemaps);
    }

    public Response answer(Request request) {
        var robots = settings.get().robots();
        var groups = new ArrayList<String>();
        groups.add(group(List.of("*"), CLOSED));
        robots.rules().forEach(rule -> groups.add(group(List.of(rule.robot()), closed(rule))));
        var refused = refused(robots);
        if (!refused.isEmpty()) {
            groups.add(group(refused, List.of("/")));
        }
        groups.add(sitemaps());
        return Response.text(200, String.join("\n", groups));
    }

    /** A robot reads one group alone, so what is closed to all stands in each. */
    private static List<String> closed(Robots.Rule rule) {
        return rule.closed().contains("/")
                ? List.of("/")
                : Stream.concat(CLOSED.stream(), rule.closed().stream())
                        .distinct()
                        .toList();
    }

    /** Without those that have a rule of their own. */
    private static List<String> refused(Robots robots) {
        var known = robots.rules().stream()
                .map(rule -> rule.robot().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        var refused = switch (robots.ai()) {
            case ALLOWED -> Stream.<String>of();
            case NO_TRAINING -> TRAINING.stream();
            case REFUSED -> Stream.concat(TRAINING.stream(), ANSWERING.stream());
        };
        return refused.filter(robot -> !known.contains(robot.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static String group(List<String> robots, List<String> closed) {
        return Stream.concat(
                        robots.stream().map(robot -> "User-agent: " + robot),
                        closed.stream().map(path -> "Disallow: " + path))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String sitemaps() {
        var masthead = settings.get().masthead();
        return Stream.concat(
                        Stream.of(Address.encode(masthead.absolute("/sitemap.xml"))),
                        sitemaps.stream().filter(Sitemap::isOpen).map(sitemap -> sitemap.address("news")))
                .map(address -> "Sitemap: " + address)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
