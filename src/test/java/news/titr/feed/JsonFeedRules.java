package news.titr.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;

/** What JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) asks of a feed. */
final class JsonFeedRules {

    private JsonFeedRules() {}

    static void check(JsonNode feed) {
        assertEquals("https://jsonfeed.org/version/1.1", feed.path("version").asText());
        assertFalse(feed.path("title").asText().isEmpty(), "title is required");
        assertTrue(feed.path("items").isArray(), "items is required");
        for (String address : List.of("home_page_url", "feed_url", "icon")) {
            absolute(feed.path(address));
        }
        authors(feed.path("authors"));
        feed.path("hubs").forEach(hub -> {
            assertFalse(hub.path("type").asText().isEmpty());
            absolute(hub.path("url"));
        });
        var ids = new HashSet<String>();
        feed.path("items").forEach(item -> item(item, ids));
    }

    private static void item(JsonNode item, HashSet<String> ids) {
        assertTrue(item.path("id").isTextual(), "id is required, and text");
        assertTrue(ids.add(item.path("id").asText()), "an id is another item's already");
        assertTrue(item.has("content_html") || item.has("content_text"), "content_html or content_text is required");
        absolute(item.path("url"));
        absolute(item.path("image"));
        for (String date : List.of("date_published", "date_modified")) {
            if (item.has(date)) {
                OffsetDateTime.parse(item.path(date).asText());
            }
        }
        authors(item.path("authors"));
        item.path("tags").forEach(tag -> assertTrue(tag.isTextual()));
        item.path("attachments").forEach(attachment -> {
            absolute(attachment.path("url"));
            assertFalse(attachment.path("url").asText().isEmpty());
            assertFalse(attachment.path("mime_type").asText().isEmpty());
            assertTrue(attachment.path("size_in_bytes").isNumber());
        });
    }

    private static void authors(JsonNode authors) {
        for (var author : authors) {
            assertTrue(author.has("name") || author.has("url") || author.has("avatar"), "an author says something");
            absolute(author.path("url"));
        }
    }

    private static void absolute(JsonNode address) {
        if (!address.isMissingNode()) {
            assertTrue(URI.create(address.asText()).isAbsolute(), address.asText());
        }
    }
}
