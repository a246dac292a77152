package news.titr.wire.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import news.titr.wire.html.HtmlBlocks;
import news.titr.wire.moving.BadArchive;
import news.titr.wire.moving.OldDates;

/** JSON Feed 1.0 and 1.1. */
final class JsonFeedItems {

    private JsonFeedItems() {}

    static List<WireItem> of(String file, byte[] bytes, OldDates dates) {
        var items = new ArrayList<WireItem>();
        for (var feed : WireJson.documents(file, bytes)) {
            if (!feed.path("items").isArray()) {
                throw new BadArchive(file + ": It is JSON, but no feed: it has no items");
            }
            String credit = HtmlBlocks.line(WireXml.escaped(WireJson.text(feed, "title")));
            feed.path("items").forEach(item -> items.add(item(item, credit, dates)));
        }
        return items;
    }

    /** A list of ninjs has items as well, and says nothing of a version of JSON Feed. */
    static boolean isFeed(JsonNode document) {
        return WireJson.text(document, "version").startsWith("https://jsonfeed.org/")
                || document.path("items").isArray() && document.has("title") && !document.has("uri");
    }

    private static WireItem item(JsonNode item, String credit, OldDates dates) {
        String html = WireJson.text(item, "content_html");
        String link = WireJson.text(item, "url", "external_url");
        String headline = WireJson.text(item, "title");
        var authors = new ArrayList<>(WireJson.names(item.path("authors")));
        if (authors.isEmpty()) {
            FeedItems.present(WireJson.text(item.path("author"), "name")).ifPresent(authors::add);
        }
        return new WireItem(
                "item",
                FeedItems.first(WireJson.text(item, "id"), link, headline),
                HtmlBlocks.line(WireXml.escaped(headline)),
                "",
                HtmlBlocks.line(WireXml.escaped(WireJson.text(item, "summary"))),
                html.isEmpty() ? WireXml.paragraphs(WireJson.text(item, "content_text")) : html,
                link,
                dates.read(WireJson.text(item, "date_published")),
                dates.read(WireJson.text(item, "date_modified")),
                WireJson.names(item.path("tags")),
                authors,
                "",
                credit,
                link,
                FeedItems.present(WireJson.text(item, "image")).stream().toList(),
                "",
                List.of(),
                WireItem.Terms.NONE);
    }
}
