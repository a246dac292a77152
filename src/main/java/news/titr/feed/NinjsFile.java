package news.titr.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A story as IPTC ninjs 3.0 (https://www.iptc.org/std/ninjs/). */
final class NinjsFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private NinjsFile() {}

    static byte[] write(WholeStory whole) {
        var story = whole.story();
        var entry = whole.entry();
        var root = JSON.createObjectNode().put("uri", entry.id());
        root.putObject("standard")
                .put("name", "ninjs")
                .put("version", "3.0")
                .put("schema", "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json");
        root.put("type", "text")
                .put("representationType", "full")
                .put("version", story.revision())
                .put("versionCreated", entry.updated().toString())
                .put("pubStatus", "usable")
                .put("language", story.edition())
                .put("copyrightHolder", whole.publisher())
                .put("title", entry.title());
        entry.published().ifPresent(published -> root.put("contentCreated", published.toString()));
        put(root, "edNote", String.join("\n", whole.corrections()));
        put(root, "slugline", story.kicker());
        put(root, "by", whole.byline());
        put(root, "located", story.dateline());
        texts(root, whole);
        named(root.putArray("people"), entry.authors(), "author");
        var subjects = root.putArray("subjects");
        named(subjects, entry.section().stream().toList(), "section");
        named(subjects, entry.tags(), "tag");
        if (!story.place().isEmpty()) {
            root.putArray("places").addObject().put("name", story.place()).put("rel", "about");
        }
        if (!story.source().isEmpty()) {
            root.putArray("infoSources").addObject().put("name", story.source()).put("role", "source");
        }
        var ids = root.putArray("altIds");
        ids.addObject().put("role", "number").put("value", Long.toString(story.number()));
        ids.addObject().put("role", "page").put("value", entry.address());
        if (!story.sourceNumber().isEmpty()) {
            ids.addObject().put("role", "source").put("value", story.sourceNumber());
        }
        pictures(root.putArray("associations"), whole);
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree in memory could not be written", e);
        }
    }

    private static void texts(ObjectNode root, WholeStory whole) {
        var story = whole.story();
        var headlines = root.putArray("headlines");
        said(headlines, "main", "text/plain", whole.entry().title());
        said(headlines, "kicker", "text/plain", story.kicker());
        story.subheadlines().forEach(line -> said(headlines, "subheadline", "text/plain", line));
        said(root.putArray("descriptions"), "lead", "text/plain", story.lead());
        var bodies = root.putArray("bodies");
        said(bodies, "main", "text/html", whole.html());
    }

    private static void said(ArrayNode array, String role, String mediaType, String value) {
        if (!value.isEmpty()) {
            array.addObject().put("role", role).put("contentType", mediaType).put("value", value);
        }
    }

    private static void named(ArrayNode array, List<Feed.Name> names, String relation) {
        names.forEach(name ->
                array.addObject().put("name", name.text()).put("rel", relation).put("uri", name.address()));
    }

    private static void pictures(ArrayNode array, WholeStory whole) {
        int count = 0;
        for (var shown : whole.pictures()) {
            var stills = whole.stills().apply(shown.asset());
            if (stills.isEmpty()) {
                continue;
            }
            count++;
            var node = array.addObject()
                    .put("name", "picture-" + count)
                    .put("rel", count == 1 && whole.story().picture().isPresent() ? "main" : "body")
                    .put("uri", stills.getLast().address())
                    .put("type", "picture")
                    .put("pubStatus", "usable");
            put(node, "by", shown.credit());
            put(node, "usageTerms", shown.asset().description().licence());
            var descriptions = node.putArray("descriptions");
            said(descriptions, "caption", "text/plain", shown.use().caption());
            said(descriptions, "alt", "text/plain", shown.use().alt());
            var renditions = node.putArray("renditions");
            stills.forEach(still -> renditions
                    .addObject()
                    .put("name", still.width() + "-" + still.mediaType().replaceFirst("^.*/", ""))
                    .put("href", still.address())
                    .put("contentType", still.mediaType())
                    .put("width", still.width())
                    .put("height", still.height()));
        }
    }

    private static void put(ObjectNode node, String name, String text) {
        if (!text.isEmpty()) {
            node.put(name, text);
        }
    }
}
