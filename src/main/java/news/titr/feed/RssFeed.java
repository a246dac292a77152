package news.titr.feed;

import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import news.titr.http.HttpDate;
import news.titr.story.FeedFormat;

/** RSS 2.0 with the whole text, Media RSS and Dublin Core. */
final class RssFeed {

    private static final Map<String, String> NAMESPACES = new TreeMap<>(Map.of(
            "atom", "http://www.w3.org/2005/Atom",
            "content", "http://purl.org/rss/1.0/modules/content/",
            "dc", "http://purl.org/dc/elements/1.1/",
            "dcterms", "http://purl.org/dc/terms/",
            "media", "http://search.yahoo.com/mrss/"));

    private RssFeed() {}

    /** @param address of the feed itself */
    static byte[] write(Feed feed, String address) {
        return XmlDocument.of(
                "rss",
                NAMESPACES,
                Map.of("version", "2.0"),
                root -> root.element("channel", channel -> channel(channel, feed, address)));
    }

    private static void channel(XmlDocument xml, Feed feed, String address) throws XMLStreamException {
        xml.text("title", feed.title());
        xml.text("link", feed.home());
        // RSS asks for one
        xml.text("description", feed.description().isEmpty() ? feed.title() : feed.description());
        xml.text("language", feed.language());
        xml.text("lastBuildDate", HttpDate.of(feed.changed()));
        xml.text("dc:publisher", feed.publisher());
        xml.empty("atom:link", Map.of("rel", "self", "type", FeedFormat.RSS.mediaType(), "href", address));
        for (var hub : feed.hubs()) {
            xml.empty("atom:link", Map.of("rel", "hub", "href", hub));
        }
        if (!feed.logo().isEmpty()) {
            xml.element("image", image -> {
                image.text("url", feed.logo());
                image.text("title", feed.title());
                image.text("link", feed.home());
            });
        }
        for (var entry : feed.entries()) {
            xml.element("item", item -> item(item, feed, entry));
        }
    }

    private static void item(XmlDocument xml, Feed feed, Feed.Entry entry) throws XMLStreamException {
        xml.text("title", entry.title());
        xml.text("link", entry.address());
        xml.text("guid", Map.of("isPermaLink", "true"), entry.id());
        xml.text("pubDate", entry.published().map(HttpDate::of));
        xml.text("dcterms:modified", entry.updated().toString());
        for (var author : entry.authors()) {
            xml.text("dc:creator", author.text());
        }
        xml.text("dc:publisher", feed.publisher());
        xml.text("dc:language", feed.language());
        xml.text("dc:source", entry.source());
        xml.text("dc:coverage", entry.place());
        for (var category : entry.categories()) {
            xml.text("category", category.text());
        }
        xml.text("description", entry.summary());
        xml.text("content:encoded", entry.html());
        var enclosed = entry.played()
                .map(played -> enclosure(played.address(), played.mediaType(), played.bytes()))
                .or(() -> entry.picture()
                        .map(picture -> enclosure(picture.address(), picture.mediaType(), picture.bytes())));
        if (enclosed.isPresent()) {
            xml.empty("enclosure", enclosed.get());
        }
        if (entry.picture().isPresent()) {
            picture(xml, entry.picture().get());
        }
    }

    private static Map<String, String> enclosure(String address, String mediaType, long bytes) {
        return new TreeMap<>(Map.of("url", address, "type", mediaType, "length", Long.toString(bytes)));
    }

    private static void picture(XmlDocument xml, Feed.Picture picture) throws XMLStreamException {
        var attributes = new TreeMap<>(Map.of(
                "url", picture.address(),
                "type", picture.mediaType(),
                "medium", "image",
                "fileSize", Long.toString(picture.bytes()),
                "width", Integer.toString(picture.width()),
                "height", Integer.toString(picture.height())));
        xml.element("media:content", attributes, media -> {
            media.text("media:title", Map.of("type", "plain"), picture.caption());
            media.text("media:description", Map.of("type", "plain"), picture.alt());
            media.text("media:credit", picture.credit());
        });
    }
}
