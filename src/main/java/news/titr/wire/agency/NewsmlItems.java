package news.titr.wire.agency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.titr.wire.moving.BadArchive;
import news.titr.wire.moving.OldDates;
import org.w3c.dom.Element;

/** NewsML-G2: every item of a file, also of a message of many. What is no text is answered with the reason. */
final class NewsmlItems {

    private static final List<String> ITEMS =
            List.of("newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem");

    private NewsmlItems() {}

    static List<WireItem> of(String file, Element root, OldDates dates) {
        var items = new ArrayList<WireItem>();
        gather(root, items, dates);
        if (items.isEmpty()) {
            throw new BadArchive(
                    file + ": It is XML, but holds no item of NewsML-G2: it begins with <" + root.getTagName() + ">");
        }
        return items;
    }

    private static void gather(Element element, List<WireItem> items, OldDates dates) {
        if (ITEMS.contains(WireXml.name(element))) {
            items.add(item(element, dates));
        } else {
            WireXml.children(element).forEach(child -> gather(child, items, dates));
        }
    }

    private static WireItem item(Element item, OldDates dates) {
        String kind = WireXml.name(item);
        var meta = WireXml.child(item, "itemMeta");
        var content = WireXml.child(item, "contentMeta");
        String html = WireXml.child(item, "contentSet").map(NewsmlItems::html).orElse("");
        String headline = content.map(found -> text(found, "headline")).orElse("");
        String status = meta.flatMap(found -> WireXml.child(found, "pubStatus"))
                .map(found -> found.getAttribute("qcode").replaceFirst("^.*:", ""))
                .orElse("usable");
        var note = new ArrayList<String>();
        WireXml.within(item, "remoteContent").stream()
                .map(remote -> remote.getAttribute("href"))
                .filter(address -> !address.isEmpty())
                .forEach(note::add);
        WireXml.child(item, "rightsInfo").ifPresent(rights -> {
            FeedItems.present(text(rights, "copyrightNotice")).ifPresent(note::add);
            FeedItems.present(text(rights, "usageTerms")).ifPresent(note::add);
        });
        return new WireItem(
                kind,
                item.getAttribute("guid"),
                headline,
                "",
                content.map(found -> text(found, "description")).orElse(""),
                html,
                "",
                date(content, "contentCreated", dates).or(() -> date(meta, "firstCreated", dates)),
                date(meta, "versionCreated", dates),
                named(content, "subject"),
                authors(content),
                content.map(found -> text(found, "dateline")).orElse(""),
                FeedItems.first(
                        content.map(found -> text(found, "creditline")).orElse(""),
                        meta.flatMap(found -> WireXml.child(found, "provider"))
                                .map(NewsmlItems::name)
                                .orElse("")),
                "",
                note,
                unusable(kind, status, html),
                codes(content),
                new WireItem.Terms(
                        WireXml.child(item, "rightsInfo")
                                .map(rights ->
                                        FeedItems.first(text(rights, "usageTerms"), text(rights, "copyrightNotice")))
                                .orElse(""),
                        WireItem.version(item.getAttribute("version")),
                        date(meta, "embargoed", dates),
                        WireItem.status(status)));
    }

    /** Codes of subjects and genres, with and without their vocabulary: {@code medtop:04000000}. */
    private static List<String> codes(Optional<Element> content) {
        return content.stream()
                .flatMap(found -> Stream.of("subject", "genre").flatMap(name -> WireXml.children(found, name).stream()))
                .flatMap(found -> Stream.of(found.getAttribute("qcode"), found.getAttribute("uri")))
                .filter(code -> !code.isEmpty())
                .flatMap(code -> Stream.of(code, code.replaceFirst("^.*[:/]", "")))
                .distinct()
                .toList();
    }

    private static String unusable(String kind, String status, String html) {
        if (!kind.equals("newsItem")) {
            return "it is no story, but a " + kind;
        }
        if (!status.equals("usable")) {
            return "its agency has " + (status.equals("withheld") ? "withheld" : "cancelled") + " it";
        }
        return html.isEmpty() ? "it has no text of its own: a picture, a film, or what is fetched from elsewhere" : "";
    }

    /** The first text in a set of contents that say the same in several ways. */
    private static String html(Element set) {
        for (var inline : WireXml.children(set, "inlineXML")) {
            var nitf = WireXml.within(inline, "nitf");
            if (!nitf.isEmpty()) {
                return NitfItems.html(nitf.getFirst());
            }
            var body = WireXml.within(inline, "body");
            return WireXml.html(body.isEmpty() ? inline : body.getFirst());
        }
        for (var inline : WireXml.children(set, "inlineData")) {
            String type = inline.getAttribute("contenttype");
            if (inline.getAttribute("encoding").isEmpty()) {
                return type.contains("html") ? inline.getTextContent() : WireXml.paragraphs(inline.getTextContent());
            }
        }
        return "";
    }

    private static List<String> authors(Optional<Element> content) {
        var named = new ArrayList<>(named(content, "creator"));
        if (named.isEmpty()) {
            content.map(found -> text(found, "by"))
                    .flatMap(FeedItems::present)
                    .map(by -> by.replaceFirst("(?i)^by\\s+", ""))
                    .ifPresent(named::add);
        }
        return named;
    }

    private static List<String> named(Optional<Element> content, String element) {
        return content.map(found -> WireXml.children(found, element).stream()
                        .map(NewsmlItems::name)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    /** The name inside, or the literal that stands for one; a code alone is of no use to readers. */
    private static String name(Element concept) {
        return FeedItems.first(text(concept, "name"), concept.getAttribute("literal"));
    }

    private static Optional<Instant> date(Optional<Element> within, String name, OldDates dates) {
        return within.map(found -> WireXml.text(found, name)).flatMap(dates::read);
    }

    private static String text(Element parent, String name) {
        return WireXml.text(parent, name).replaceAll("\\s+", " ");
    }
}
