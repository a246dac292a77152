package news.titr.feed;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** A story as an IPTC NewsML-G2 NewsItem (https://iptc.org/standards/newsml-g2/), its text in XHTML. */
final class NewsmlFile {

    private static final String NAMESPACE = "http://iptc.org/std/nar/2006-10-01/";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final String CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml";

    private NewsmlFile() {}

    static byte[] write(WholeStory whole) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("standard", "NewsML-G2");
        attributes.put("standardversion", "2.35");
        attributes.put("conformance", "power");
        attributes.put("guid", whole.entry().id());
        // versions are whole numbers that grow; our revisions have no number
        attributes.put("version", Long.toString(whole.entry().updated().getEpochSecond()));
        attributes.put("xml:lang", whole.story().edition());
        return XmlDocument.of("newsItem", Map.of("", NAMESPACE), attributes, xml -> {
            xml.empty("catalogRef", Map.of("href", CATALOG));
            xml.element("rightsInfo", rights -> named(rights, "copyrightHolder", Map.of(), whole.publisher()));
            xml.element("itemMeta", meta -> item(meta, whole));
            xml.element("contentMeta", meta -> content(meta, whole));
            xml.element(
                    "contentSet",
                    set -> set.element(
                            "inlineXML", Map.of("contenttype", "application/xhtml+xml"), in -> xhtml(in, whole)));
        });
    }

    private static void item(XmlDocument xml, WholeStory whole) throws XMLStreamException {
        xml.empty("itemClass", Map.of("qcode", "ninat:text"));
        named(xml, "provider", Map.of(), whole.publisher());
        xml.text("versionCreated", whole.entry().updated().toString());
        xml.empty("pubStatus", Map.of("qcode", "stat:usable"));
        xml.text("title", whole.entry().title());
        for (var correction : whole.corrections()) {
            xml.text("edNote", correction);
        }
        xml.empty("link", Map.of("rel", "irel:seeAlso", "href", whole.entry().address()));
    }

    private static void content(XmlDocument xml, WholeStory whole) throws XMLStreamException {
        var story = whole.story();
        var entry = whole.entry();
        xml.text("contentCreated", entry.published());
        named(xml, "located", Map.of(), story.dateline());
        named(xml, "infoSource", Map.of(), story.source());
        for (var author : entry.authors()) {
            named(xml, "creator", Map.of("uri", author.address()), author.text());
        }
        xml.empty("language", Map.of("tag", story.edition()));
        for (var subject : entry.categories()) {
            named(xml, "subject", Map.of("type", "cpnat:abstract", "uri", subject.address()), subject.text());
        }
        named(xml, "subject", Map.of("type", "cpnat:geoArea"), story.place());
        xml.text("slugline", story.kicker());
        xml.text("headline", entry.title());
        for (var line : story.subheadlines()) {
            xml.text("headline", Map.of("role", "hlrole:subheadline"), line);
        }
        xml.text("by", whole.byline());
        xml.text("description", Map.of("role", "drol:summary"), story.lead());
    }

    private static void named(XmlDocument xml, String element, Map<String, String> attributes, String name)
            throws XMLStreamException {
        if (!name.isEmpty()) {
            var all = new LinkedHashMap<>(attributes);
            if (!all.containsKey("uri")) {
                all.put("literal", name);
            }
            xml.element(element, all, inside -> inside.text("name", name));
        }
    }

    private static void xhtml(XmlDocument xml, WholeStory whole) throws XMLStreamException {
        String language = whole.story().edition();
        String direction = whole.words().language().direction().html();
        var body = Jsoup.parseBodyFragment(whole.html()).body();
        xml.element("html", Map.of("xmlns", XHTML, "xml:lang", language, "dir", direction), html -> {
            html.element("head", head -> head.text("title", whole.entry().title()));
            html.element("body", inside -> {
                inside.text("p", Map.of("class", "lead"), whole.story().lead());
                children(inside, body);
            });
        });
    }

    private static void children(XmlDocument xml, Element parent) throws XMLStreamException {
        for (var node : parent.childNodes()) {
            if (node instanceof TextNode text) {
                xml.characters(text.getWholeText());
            } else if (node instanceof Element element) {
                var attributes = new LinkedHashMap<String, String>();
                for (Attribute attribute : element.attributes()) {
                    attributes.put(attribute.getKey(), attribute.getValue());
                }
                if (element.childNodeSize() == 0) {
                    xml.empty(element.normalName(), attributes);
                } else {
                    xml.element(element.normalName(), attributes, inside -> children(inside, element));
                }
            }
        }
    }
}
