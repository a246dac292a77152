package news.titr.wire.agency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import news.titr.wire.moving.BadArchive;
import news.titr.wire.moving.OldDates;
import org.w3c.dom.Element;

/** NITF: a whole file, or what stands inside another vocabulary. */
final class NitfItems {

    private NitfItems() {}

    static List<WireItem> of(String file, Element root, OldDates dates) {
        if (WireXml.isNamed(root, "nitf")) {
            return List.of(item(root, dates));
        }
        var inside = WireXml.within(root, "nitf");
        if (inside.isEmpty()) {
            throw new BadArchive(file + ": It is XML, but no NITF: it begins with <" + root.getTagName() + ">");
        }
        return inside.stream().map(nitf -> item(nitf, dates)).toList();
    }

    private static WireItem item(Element nitf, OldDates dates) {
        var head = WireXml.path(nitf, "body", "body.head");
        var docdata = WireXml.path(nitf, "head", "docdata");
        String headline = FeedItems.first(
                head.flatMap(found -> WireXml.path(found, "hedline", "hl1"))
                        .map(NitfItems::line)
                        .orElse(""),
                WireXml.path(nitf, "head", "title").map(NitfItems::line).orElse(""));
        String html = html(nitf);
        var note = new ArrayList<String>();
        WireXml.within(nitf, "media-reference").stream()
                .map(media -> media.getAttribute("source"))
                .filter(source -> !source.isEmpty())
                .forEach(note::add);
        docdata.flatMap(found -> WireXml.child(found, "doc.copyright"))
                .map(found -> found.getAttribute("holder"))
                .filter(holder -> !holder.isEmpty())
                .ifPresent(note::add);
        String status = docdata.map(found -> found.getAttribute("management-status"))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        return new WireItem(
                "nitf",
                docdata.flatMap(found -> WireXml.child(found, "doc-id"))
                        .map(found -> found.getAttribute("id-string"))
                        .orElse(""),
                headline,
                "",
                head.flatMap(found -> WireXml.child(found, "abstract"))
                        .map(NitfItems::line)
                        .orElse(""),
                html,
                "",
                date(docdata, "date.issue", dates).or(() -> date(docdata, "date.release", dates)),
                date(docdata, "date.issue", dates),
                tags(nitf),
                head.map(found -> WireXml.children(found, "byline").stream()
                                .map(byline -> WireXml.child(byline, "person")
                                        .map(NitfItems::line)
                                        .orElseGet(() -> line(byline)))
                                .map(name -> name.replaceFirst("(?i)^by\\s+", ""))
                                .filter(name -> !name.isBlank())
                                .toList())
                        .orElse(List.of()),
                head.flatMap(found -> WireXml.path(found, "dateline", "location"))
                        .map(NitfItems::line)
                        .orElse(""),
                head.flatMap(found -> WireXml.child(found, "distributor"))
                        .map(NitfItems::line)
                        .orElse(""),
                "",
                note,
                status.matches("embargoed|withheld|canceled|cancelled")
                        ? "its agency says that it is " + status
                        : headline.isEmpty() && html.isEmpty() ? "it has neither a headline nor a text" : "",
                codes(nitf),
                new WireItem.Terms(
                        docdata.flatMap(found -> WireXml.child(found, "doc.rights"))
                                .map(NitfItems::line)
                                .or(() -> docdata.flatMap(found -> WireXml.child(found, "doc.copyright"))
                                        .map(found -> found.getAttribute("holder")))
                                .orElse(""),
                        docdata.flatMap(found -> WireXml.child(found, "du-key"))
                                .map(found -> WireItem.version(found.getAttribute("version")))
                                .orElse(0L),
                        status.equals("embargoed") ? date(docdata, "date.release", dates) : Optional.empty(),
                        WireItem.status(status)));
    }

    private static List<String> codes(Element nitf) {
        return WireXml.within(nitf, "tobject.subject").stream()
                .flatMap(found -> Stream.of(
                        found.getAttribute("tobject.subject.refnum"), found.getAttribute("tobject.subject.type")))
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }

    /** The text of a NITF document as HTML. */
    static String html(Element nitf) {
        return WireXml.path(nitf, "body", "body.content").map(WireXml::html).orElse("");
    }

    private static List<String> tags(Element nitf) {
        return Stream.concat(
                        WireXml.within(nitf, "keyword").stream().map(keyword -> keyword.getAttribute("key")),
                        WireXml.within(nitf, "classifier").stream().map(found -> found.getAttribute("value")))
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }

    /** {@code norm="20030418T190000Z"}, which is ISO 8601 without its signs. */
    private static Optional<Instant> date(Optional<Element> docdata, String name, OldDates dates) {
        return docdata.flatMap(found -> WireXml.child(found, name))
                .map(found -> found.getAttribute("norm"))
                .flatMap(norm -> dates.read(norm.replaceFirst(
                        "^(\\d{4})(\\d\\d)(\\d\\d)(?:T(\\d\\d)(\\d\\d)(\\d\\d)?)?.*?(Z|[+-]\\d\\d:?\\d\\d)?$",
                        "$1-$2-$3T$4:$5:$6$7")));
    }

    private static String line(Element element) {
        return element.getTextContent().replaceAll("\\s+", " ").strip();
    }
}
