package news.titr.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** JSON Feed 1.1. */
final class JsonFeed {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFeed() {}

    /** @param address of the feed itself */
    static byte[] write(Feed feed, String address) {
        var root = JSON.createObjectNode()
                .put("version", "https://jsonfeed.org/version/1.1")
                .put("title", feed.title())
                .put("home_page_url", feed.home())
                .put("feed_url", address);
        put(root, "description", feed.description());
        put(root, "icon", feed.logo());
        root.put("language", feed.language());
        root.putArray("authors").addObject().put("name", feed.publisher()).put("url", feed.home());
        if (!feed.hubs().isEmpty()) {
            var hubs = root.putArray("hubs");
            feed.hubs().forEach(hub -> hubs.addObject().put("type", "WebSub").put("url", hub));
        }
        var items = root.putArray("items");
        feed.entries().forEach(entry -> item(items.addObject(), feed, entry));
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree in memory could not be written", e);
        }
    }

    private static void item(ObjectNode item, Feed feed, Feed.Entry entry) {
        item.put("id", entry.id())
                .put("url", entry.address())
                .put("title", entry.title())
                .put("content_html", entry.html());
        put(item, "summary", entry.summary());
        entry.picture().ifPresent(picture -> item.put("image", picture.address()));
        entry.published().ifPresent(published -> item.put("date_published", published.toString()));
        item.put("date_modified", entry.updated().toString());
        if (!entry.authors().isEmpty()) {
            names(item.putArray("authors"), entry.authors());
        }
        if (!entry.categories().isEmpty()) {
            var tags = item.putArray("tags");
            entry.categories().forEach(category -> tags.add(category.text()));
        }
        item.put("language", feed.language());
        entry.played()
                .ifPresent(played -> item.putArray("attachments")
                        .addObject()
                        .put("url", played.address())
                        .put("mime_type", played.mediaType())
                        .put("size_in_bytes", played.bytes()));
    }

    private static void names(ArrayNode array, List<Feed.Name> names) {
        for (var name : names) {
            put(array.addObject().put("name", name.text()), "url", name.address());
        }
    }

    private static void put(ObjectNode node, String name, String text) {
        if (!text.isEmpty()) {
            node.put(name, text);
        }
    }
}
