package news.titr.feed;

import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import news.titr.story.FeedFormat;

/** Atom 1.0 (RFC 4287) with the whole text. */
final class AtomFeed {

    private static final Map<String, String> NAMESPACES =
            new TreeMap<>(Map.of("", "http://www.w3.org/2005/Atom", "media", "http://search.yahoo.com/mrss/"));

    private AtomFeed() {}

    /** @param address of the feed itself */
    static byte[] write(Feed feed, String address) {
        return XmlDocument.of(
                "feed", NAMESPACES, Map.of("xml:lang", feed.language()), root -> feed(root, feed, address));
    }

    private static void feed(XmlDocument xml, Feed feed, String address) throws XMLStreamException {
        xml.text("id", address);
        xml.text("title", feed.title());
        xml.text("subtitle", feed.description());
        xml.text("updated", feed.changed().toString());
        // stories without a byline are the newspaper's
        xml.element("author", author -> {
            author.text("name", feed.publisher());
            author.text("uri", feed.home());
        });
        xml.empty("link", Map.of("rel", "self", "type", FeedFormat.ATOM.mediaType(), "href", address));
        xml.empty("link", Map.of("rel", "alternate", "type", "text/html", "href", feed.home()));
        for (var hub : feed.hubs()) {
            xml.empty("link", Map.of("rel", "hub", "href", hub));
        }
        xml.text("logo", feed.logo());
        for (var entry : feed.entries()) {
            xml.element("entry", inside -> entry(inside, entry));
        }
    }

    private static void entry(XmlDocument xml, Feed.Entry entry) throws XMLStreamException {
        xml.text("id", entry.id());
        // an element that must be there, also when nobody has written it
        xml.text("title", entry.title());
        xml.text("published", entry.published());
        xml.text("updated", entry.updated().toString());
        for (var author : entry.authors()) {
            xml.element("author", person -> {
                person.text("name", author.text());
                person.text("uri", author.address());
            });
        }
        xml.empty("link", Map.of("rel", "alternate", "type", "text/html", "href", entry.address()));
        if (entry.played().isPresent()) {
            var played = entry.played().get();
            xml.empty("link", enclosure(played.address(), played.mediaType(), played.bytes()));
        } else if (entry.picture().isPresent()) {
            var picture = entry.picture().get();
            xml.empty("link", enclosure(picture.address(), picture.mediaType(), picture.bytes()));
        }
        for (var category : entry.categories()) {
            xml.empty("category", Map.of("term", category.text()));
        }
        xml.text("summary", entry.summary());
        xml.text("content", Map.of("type", "html"), entry.html());
        if (entry.picture().isPresent()) {
            var picture = entry.picture().get();
            xml.empty(
                    "media:thumbnail",
                    new TreeMap<>(Map.of(
                            "url", picture.address(),
                            "width", Integer.toString(picture.width()),
                            "height", Integer.toString(picture.height()))));
        }
    }

    private static Map<String, String> enclosure(String address, String mediaType, long bytes) {
        return new TreeMap<>(
                Map.of("rel", "enclosure", "href", address, "type", mediaType, "length", Long.toString(bytes)));
    }
}
