package news.titr.app;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.titr.archive.Progress;
import news.titr.doc.Html;
import news.titr.http.Address;
import news.titr.http.Response;
import news.titr.site.NeedsServerPage;
import news.titr.story.Edition;
import news.titr.story.Redirect;
import news.titr.story.Redirects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The whole site as files, for any host, a folder below one, or a stick: every page that readers can open, with relative links.
 * Pages are found as a reader finds them, from link to link, and by the sitemap; what only a server can do says so.
 */
public final class StaticSite {

    /** What asks something of a server, or is of no use without one. */
    private static final Pattern SERVED = Pattern.compile(
            "(/[a-z-]+)?/(search|send|desk|api|oembed|sw\\.js|offline|opensearch\\.xml|manifest\\.webmanifest|health)([/?.].*)?"
                    + "|(/[a-z-]+)?/news/[0-9]+/(send|entries)([/?].*)?");

    private static final Pattern PDF = Pattern.compile("(/[a-z-]+)?/news/[0-9]+\\.pdf");
    private static final Pattern STORY = Pattern.compile("(?<prefix>(/[a-z-]+)?)/news/(?<number>[0-9]+)/[^/?]+");
    private static final Pattern STYLE_ADDRESS = Pattern.compile("url\\(([\"']?)(/[^)\"']*)\\1\\)");
    private static final Pattern LOCATION = Pattern.compile("<loc>([^<]+)</loc>");

    /** Addresses that nothing links to. */
    private static final List<String> BESIDE = List.of(
            "/",
            "/latest",
            "/archive",
            "/places",
            "/most-read",
            "/corrections",
            "/imprint",
            "/lite",
            "/lite/today.html",
            "/rss.xml",
            "/atom.xml",
            "/feed.json");

    private final PageAsking asking;
    private final List<String> prefixes;
    private final URI baseUrl;
    private final Path folder;
    private final boolean pdf;
    private final Progress progress;

    private final Deque<String> waiting = new ArrayDeque<>();
    private final Set<String> known = new HashSet<>();
    private final List<String> broken = new ArrayList<>();
    private long files;
    private long bytes;

    /**
     * What was written.
     *
     * @param broken addresses that the site links to and has nothing at, with what it answered
     */
    public record Written(long files, long bytes, List<String> broken) {}

    private StaticSite(Newspaper newspaper, Path folder, boolean pdf, Progress progress) {
        var routes = new Routes(newspaper, PlainTemplates.engine());
        asking = new PageAsking(routes);
        prefixes = newspaper.siteKeeping.current().editions().stream()
                .filter(Edition::open)
                .map(edition -> newspaper.masthead.addresses().prefix(edition.id()))
                .toList();
        baseUrl = newspaper.masthead.baseUrl();
        this.folder = folder;
        this.pdf = pdf;
        this.progress = progress;
    }

    /**
     * Writes the site of a newspaper into a new or empty folder.
     *
     * @param pdf whether stories come as PDF as well, which takes long
     */
    public static Written write(Newspaper newspaper, Path folder, boolean pdf, Progress progress) {
        try {
            if (Files.exists(folder)) {
                try (var there = Files.newDirectoryStream(folder)) {
                    if (there.iterator().hasNext()) {
                        throw new Settings.WrongSetting(folder + " is not empty; choose a new folder");
                    }
                }
            }
            Files.createDirectories(folder);
            return new StaticSite(newspaper, folder, pdf, progress).all(newspaper);
        } catch (InvalidPathException e) {
            throw new Settings.WrongSetting(
                    "Names of files in Persian cannot be written here; set the environment variable LC_ALL=C.UTF-8");
        } catch (IOException e) {
            String why = e instanceof FileSystemException known && known.getReason() != null
                    ? known.getReason()
                    : String.valueOf(e.getMessage());
            throw new Settings.WrongSetting("Cannot write " + folder + ": " + why
                    + (Files.isDirectory(folder) ? "; what is in it is not the whole site" : ""));
        }
    }

    private Written all(Newspaper newspaper) throws IOException {
        for (String prefix : prefixes) {
            BESIDE.forEach(path -> found(prefix + path));
            found(prefix + NeedsServerPage.PATH);
        }
        for (String address : List.of("/robots.txt", "/sitemap.xml")) {
            found(address);
        }
        for (var page = waiting.poll(); page != null; page = waiting.poll()) {
            write(page);
            progress.told("pages", files, known.size());
        }
        missing();
        redirects(newspaper);
        return new Written(files, bytes, List.copyOf(broken));
    }

    /** Another page to be written, unless it is known already. */
    private void found(String page) {
        if (known.add(page)) {
            waiting.add(page);
        }
    }

    private void write(String page) throws IOException {
        var response = asking.get(page);
        String file = StaticFile.of(page);
        String type = response.header("Content-Type");
        if (response.status() >= 300 && response.status() < 400) {
            redirect(file, response.header("Location"));
        } else if (response.status() != 200) {
            // a feed or list of an edition that has none is not linked to
            if (!BESIDE.contains(page.replaceFirst("^/[a-z-]+(?=/)", ""))) {
                broken.add(response.status() + " " + StaticFile.decoded(page));
            }
        } else if (type.startsWith("text/html")) {
            put(file, html(response.body(), file).getBytes(StandardCharsets.UTF_8));
            shortLinks(page);
        } else if (type.contains("xml") && page.contains("/sitemap")) {
            fromSitemap(new String(response.body(), StandardCharsets.UTF_8));
            put(file, response.body());
        } else {
            content(file, response);
        }
    }

    /** What stands on paper and in messages, though no page links to it. */
    private void shortLinks(String page) {
        var story = STORY.matcher(page);
        if (story.matches()) {
            found(story.group("prefix") + "/news/" + story.group("number"));
            found(story.group("prefix") + "/" + story.group("number"));
        }
    }

    private void fromSitemap(String xml) {
        var locations = LOCATION.matcher(xml);
        while (locations.find()) {
            String address = locations.group(1).replace("&amp;", "&");
            if (address.startsWith(baseUrl + "/")) {
                follow(address.substring(baseUrl.toString().length()));
            }
        }
    }

    /** Where an address of this site lies now; what needs a server is told so in a page of its own. */
    private String follow(String address) {
        String page = page(address);
        found(page);
        return StaticFile.of(page);
    }

    private String page(String address) {
        String page = Address.encode(StaticFile.page(address));
        if (SERVED.matcher(page).matches() || (!pdf && PDF.matcher(page).matches())) {
            return prefix(page) + NeedsServerPage.PATH;
        }
        return page.isEmpty() ? "/" : page;
    }

    private String prefix(String page) {
        return prefixes.stream()
                .filter(prefix -> !prefix.isEmpty() && (page + "/").startsWith(prefix + "/"))
                .findFirst()
                .orElse("");
    }

    // ---- pages

    private String html(byte[] body, String file) {
        var document = Jsoup.parse(new String(body, StandardCharsets.UTF_8), baseUrl.toString());
        document.outputSettings().prettyPrint(false);
        withoutServer(document);
        for (String name : List.of("href", "src", "poster", "action", "data-src")) {
            document.select("[" + name + "]").forEach(element -> attribute(element, name, file));
        }
        document.select("[srcset]").forEach(element -> sourceSet(element, file));
        for (var style : document.select("style")) {
            String text = style.data();
            style.empty();
            style.appendChild(new DataNode(style(text, file)));
        }
        return document.outerHtml();
    }

    /** Takes away what would only fail: scripts and what they keep, and what machines ask a server for. */
    private static void withoutServer(Document document) {
        document.select(
                        "script[src], link[rel=manifest], link[rel=preload], link[rel=search], link[type$=+oembed], link[type$=activity+json],"
                                + " link[rel=modulepreload],"
                                + " link[rel=hub]")
                .remove();
    }

    private void attribute(Element element, String name, String file) {
        StaticFile.path(element.attr(name)).ifPresent(address -> {
            String fragment = address.contains("#") ? address.substring(address.indexOf('#')) : "";
            element.attr(name, StaticFile.link(file, follow(address)) + fragment);
            if (name.equals("action")) {
                // a form that asks a server is a way to the page that says so
                element.attr("method", "get");
            }
        });
    }

    private void sourceSet(Element element, String file) {
        var sizes = new ArrayList<String>();
        for (String size : element.attr("srcset").split(",\\s+", -1)) {
            String[] parts = size.strip().split("\\s+", 2);
            String address = StaticFile.path(parts[0])
                    .map(path -> StaticFile.link(file, follow(path)))
                    .orElse(parts[0]);
            sizes.add(parts.length == 1 ? address : address + " " + parts[1]);
        }
        element.attr("srcset", String.join(", ", sizes));
    }

    private String style(String css, String file) {
        return STYLE_ADDRESS
                .matcher(css)
                .replaceAll(found ->
                        Matcher.quoteReplacement("url(\"" + StaticFile.link(file, follow(found.group(2))) + "\")"));
    }

    // ---- what leads on

    private void redirect(String file, String location) throws IOException {
        String target = location.startsWith(baseUrl + "/")
                ? location.substring(baseUrl.toString().length())
                : location;
        String link = StaticFile.path(target)
                .map(path -> StaticFile.link(file, follow(path)))
                .orElse(target);
        String escaped = Html.escape(link);
        put(
                file,
                ("<!doctype html>\n<html><head><meta charset=\"utf-8\"><title>→</title>"
                                + "<meta name=\"robots\" content=\"noindex\"><meta http-equiv=\"refresh\" content=\"0; url="
                                + escaped
                                + "\"></head><body><a href=\"" + escaped + "\">→</a></body></html>\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Old addresses, where they can be the name of a file. */
    private void redirects(Newspaper newspaper) throws IOException {
        for (var redirect : all(newspaper.redirects)) {
            String file = StaticFile.of(redirect.path());
            boolean plain = !redirect.path().contains("?") && !redirect.target().isEmpty();
            if (plain && !Files.exists(folder.resolve(file)) && !file.matches(".*\\.(?!html$)[a-z0-9]+")) {
                redirect(file, redirect.target());
            }
        }
        for (var page = waiting.poll(); page != null; page = waiting.poll()) {
            write(page);
        }
    }

    private static List<Redirect> all(Redirects redirects) {
        var all = new ArrayList<Redirect>();
        for (var some = redirects.list("", "", 500); !some.isEmpty(); ) {
            all.addAll(some);
            some = redirects.list("", some.getLast().path(), 500);
        }
        return all;
    }

    /** Hosts show it at any depth, so it alone has links from the root. */
    private void missing() throws IOException {
        var document =
                Jsoup.parse(new String(asking.get("/404/404/404").body(), StandardCharsets.UTF_8), baseUrl.toString());
        document.outputSettings().prettyPrint(false);
        withoutServer(document);
        document.select("form").remove();
        put("404.html", document.outerHtml().getBytes(StandardCharsets.UTF_8));
    }

    // ---- files

    private void content(String file, Response response) throws IOException {
        switch (response.content()) {
            case Response.Content.Bytes(var body) -> put(file, body);
            case Response.Content.OfFile(var source, var from, var length) -> {
                try (var in = Files.newInputStream(source);
                        var out = open(file)) {
                    in.skipNBytes(from);
                    in.transferTo(out);
                    bytes += length;
                }
            }
            case Response.Content.Written(var writer) -> {
                try (var out = open(file)) {
                    writer.writeTo(out);
                }
            }
            case Response.Content.Events _ -> throw new IllegalStateException(file + " never ends");
        }
    }

    private void put(String file, byte[] content) throws IOException {
        try (var out = open(file)) {
            out.write(content);
        }
        bytes += content.length;
    }

    private OutputStream open(String file) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        files++;
        return Files.newOutputStream(path);
    }
}
