package news.titr.wire.agency;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import news.titr.wire.html.HtmlBlocks;
import news.titr.wire.moving.BadArchive;
import news.titr.wire.moving.OldDates;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** RSS in all its versions, and Atom. */
final class FeedItems {

    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private FeedItems() {}

    static List<WireItem> of(String file, Element root, OldDates dates) {
        return switch (WireXml.name(root).toLowerCase(Locale.ROOT)) {
            case "rss", "rdf" -> {
                var channel = WireXml.child(root, "channel");
                String credit =
                        channel.map(found -> line(WireXml.text(found, "title"))).orElse("");
                String rights = channel.map(
                                found -> line(first(WireXml.text(found, "copyright"), WireXml.text(found, "rights"))))
                        .orElse("");
                yield WireXml.within(root, "item").stream()
                        .map(item -> rss(item, credit, rights, dates))
                        .toList();
            }
            case "feed" -> {
                String credit = line(WireXml.text(root, "title"));
                String rights = line(WireXml.text(root, "rights"));
                yield WireXml.children(root, "entry").stream()
                        .map(entry -> atom(entry, credit, rights, dates))
                        .toList();
            }
            case "entry" -> List.of(atom(root, "", "", dates));
            default ->
                throw new BadArchive(file + ": It is XML, but no feed: it begins with <" + root.getTagName() + ">");
        };
    }

    private static WireItem rss(Element item, String credit, String rights, OldDates dates) {
        String link = WireXml.children(item, "link").stream()
                .map(found -> found.getTextContent().strip())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
        String guid = WireXml.text(item, "guid");
        String headline = line(WireXml.text(item, "title"));
        String description = WireXml.text(item, "description");
        String whole = WireXml.text(item, "encoded");
        var tags = new ArrayList<String>();
        WireXml.children(item, "category").forEach(found -> tags.add(line(found.getTextContent())));
        WireXml.children(item, "subject").forEach(found -> tags.add(line(found.getTextContent())));
        var authors = new ArrayList<String>();
        WireXml.children(item, "creator").forEach(found -> authors.add(line(found.getTextContent())));
        if (authors.isEmpty()) {
            WireXml.children(item, "author").forEach(found -> authors.add(person(found.getTextContent())));
        }
        var note = new ArrayList<String>();
        for (String name : List.of("enclosure", "content", "thumbnail")) {
            WireXml.within(item, name).stream()
                    .map(found -> found.getAttribute("url"))
                    .filter(url -> !url.isEmpty())
                    .forEach(note::add);
        }
        String date = WireXml.text(item, "pubDate");
        return new WireItem(
                "item",
                first(guid, link, headline),
                headline,
                "",
                whole.isEmpty() ? "" : line(description),
                whole.isEmpty() ? description : whole,
                base(item, link),
                dates.read(date.isEmpty() ? WireXml.text(item, "date") : date),
                dates.read(WireXml.text(item, "updated")),
                named(tags),
                named(authors),
                "",
                credit,
                link,
                note,
                "",
                named(codes(item)),
                WireItem.Terms.of(first(line(WireXml.text(item, "rights")), rights)));
    }

    /** What a category is called by machines, where it says so. */
    private static List<String> codes(Element item) {
        return WireXml.children(item, "category").stream()
                .flatMap(found -> Stream.of(found.getAttribute("term"), found.getAttribute("domain")))
                .toList();
    }

    private static WireItem atom(Element entry, String feed, String rights, OldDates dates) {
        String link = WireXml.children(entry, "link").stream()
                .filter(found -> found.getAttribute("rel").isEmpty()
                        || found.getAttribute("rel").equals("alternate"))
                .map(found -> resolved(base(found, ""), found.getAttribute("href")))
                .findFirst()
                .orElse("");
        String headline =
                line(WireXml.child(entry, "title").map(FeedItems::html).orElse(""));
        var content = WireXml.child(entry, "content");
        String whole = content.map(FeedItems::html).orElse("");
        String summary = WireXml.child(entry, "summary").map(FeedItems::html).orElse("");
        var tags = WireXml.children(entry, "category").stream()
                .map(found -> line(
                        found.getAttribute("label").isEmpty()
                                ? found.getAttribute("term")
                                : found.getAttribute("label")))
                .toList();
        var authors = WireXml.children(entry, "author").stream()
                .map(found -> line(WireXml.escaped(WireXml.text(found, "name"))))
                .toList();
        var note = new ArrayList<String>();
        content.map(found -> found.getAttribute("src"))
                .filter(source -> !source.isEmpty())
                .ifPresent(note::add);
        return new WireItem(
                "entry",
                first(WireXml.text(entry, "id"), link, headline),
                headline,
                "",
                whole.isEmpty() ? "" : line(summary),
                whole.isEmpty() ? summary : whole,
                base(content.orElse(entry), link),
                dates.read(WireXml.text(entry, "published")),
                dates.read(WireXml.text(entry, "updated")),
                named(tags),
                named(authors),
                "",
                WireXml.child(entry, "source")
                        .map(source -> line(WireXml.text(source, "title")))
                        .filter(name -> !name.isEmpty())
                        .orElse(feed),
                link,
                note,
                "",
                named(codes(entry)),
                WireItem.Terms.of(first(line(WireXml.text(entry, "rights")), rights)));
    }

    /** A text construct of Atom as HTML. */
    private static String html(Element text) {
        return switch (text.getAttribute("type").toLowerCase(Locale.ROOT)) {
            case "html", "text/html" -> text.getTextContent().strip();
            case "xhtml", "application/xhtml+xml" -> WireXml.html(text);
            case "", "text", "text/plain" -> WireXml.paragraphs(text.getTextContent());
            default -> "";
        };
    }

    /** «sara@example.org (سارا)» as the name alone. */
    private static String person(String written) {
        return line(written.strip().replaceFirst("^\\S+@\\S+\\s*\\((.*)\\)$", "$1"));
    }

    /** By xml:base, from the outermost; what has none stands where its own link leads. */
    private static String base(Element element, String otherwise) {
        var bases = new ArrayList<String>();
        for (Node node = element; node instanceof Element here; node = node.getParentNode()) {
            String base = here.getAttributeNS(XML, "base");
            if (!base.isEmpty()) {
                bases.addFirst(base);
            }
        }
        String base = "";
        for (String next : bases) {
            base = resolved(base, next);
        }
        return base.isEmpty() ? otherwise : base;
    }

    private static String resolved(String base, String address) {
        try {
            return base.isEmpty() ? address : URI.create(base).resolve(address).toString();
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private static List<String> named(List<String> names) {
        return names.stream().filter(name -> !name.isBlank()).distinct().toList();
    }

    static String first(String... candidates) {
        return Arrays.stream(candidates)
                .filter(candidate -> !candidate.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String line(String html) {
        return HtmlBlocks.line(html);
    }

    static Optional<String> present(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }
}
