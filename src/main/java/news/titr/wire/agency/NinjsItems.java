package news.titr.wire.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import news.titr.wire.html.HtmlBlocks;
import news.titr.wire.moving.BadArchive;
import news.titr.wire.moving.OldDates;

/**
 * ninjs of all versions: the first wrote {@code body_xhtml} and {@code subject}, those since 2.0 write lists ({@code bodies},
 * {@code subjects}) whose members say their role.
 */
final class NinjsItems {

    private NinjsItems() {}

    static List<WireItem> of(String file, byte[] bytes, OldDates dates) {
        var items = new ArrayList<WireItem>();
        for (var document : WireJson.documents(file, bytes)) {
            var inside = document.path("items").isArray() ? document.path("items") : null;
            if (inside != null && !inside.isEmpty() && !document.has("uri")) {
                inside.forEach(each -> items.add(item(each, dates)));
            } else if (document.isObject()) {
                items.add(item(document, dates));
            } else {
                throw new BadArchive(file + ": It is JSON, but no ninjs: an item is an object");
            }
        }
        return items;
    }

    private static WireItem item(JsonNode item, OldDates dates) {
        String html = body(item);
        String headline = line(FeedItems.first(
                WireJson.text(item, "headline"),
                role(item.path("headlines"), "", "main", "headline", "hl1"),
                WireJson.text(item, "title"),
                role(item.path("headlines"))));
        String type = WireJson.text(item, "type");
        var note = new ArrayList<String>();
        pictures(item.path("associations")).forEach(note::add);
        rights(item).ifPresent(note::add);
        return new WireItem(
                type.isEmpty() ? "item" : type,
                WireJson.text(item, "uri", "guid", "_id"),
                headline,
                role(item.path("headlines"), "kicker", "hedline_kicker"),
                line(FeedItems.first(
                        WireJson.text(item, "description_text"),
                        role(item.path("descriptions"), "text", "summary", "abstract", "short"),
                        WireJson.text(item, "description_xhtml", "description_usage"),
                        role(item.path("headlines"), "description"))),
                html,
                "",
                dates.read(FeedItems.first(
                        WireJson.text(item, "firstcreated", "firstCreated", "contentcreated", "contentCreated"),
                        WireJson.text(item, "versioncreated", "versionCreated"))),
                dates.read(WireJson.text(item, "versioncreated", "versionCreated")),
                tags(item),
                authors(item),
                both(item, "place", "places").findFirst().orElse(""),
                line(FeedItems.first(
                        WireJson.text(item, "creditline", "creditLine", "usageterms", "copyrightholder"),
                        WireJson.text(item.path("rightsInfo"), "copyrightHolder"))),
                WireJson.text(item, "link", "altids"),
                note,
                unusable(item, type, headline, html),
                codes(item),
                new WireItem.Terms(
                        rights(item).orElse(""),
                        WireItem.version(WireJson.text(item, "version")),
                        dates.read(WireJson.text(item, "embargoed", "embargoedUntil")),
                        WireItem.status(WireJson.text(item, "pubstatus", "pubStatus"))));
    }

    private static List<String> codes(JsonNode item) {
        return Stream.of("subject", "subjects", "genre", "genres", "anpa_category", "service", "keywords")
                .flatMap(list -> StreamSupport.stream(item.path(list).spliterator(), false))
                .flatMap(each -> each.isTextual()
                        ? Stream.of(each.asText())
                        : Stream.of("code", "qcode", "uri", "literal", "name").map(name -> WireJson.text(each, name)))
                .filter(code -> !code.isBlank())
                .distinct()
                .toList();
    }

    private static String unusable(JsonNode item, String type, String headline, String html) {
        String status = WireJson.text(item, "pubstatus", "pubStatus");
        if (!status.isEmpty() && !status.equals("usable")) {
            return "its agency has " + (status.equals("withheld") ? "withheld" : "cancelled") + " it";
        }
        if (WireJson.text(item, "uri", "guid", "_id").isEmpty()) {
            return "it has no uri, which every item of ninjs has";
        }
        if (List.of("picture", "audio", "video", "graphic").contains(type)
                || List.of("planning", "event").contains(type) && html.isEmpty()) {
            return "it is no text, but of the type " + type;
        }
        return headline.isEmpty() && html.isEmpty() ? "it has neither a headline nor a text" : "";
    }

    /** As HTML before plain text, and the text itself before summaries of it. */
    private static String body(JsonNode item) {
        String html = WireJson.text(item, "body_xhtml", "body_html");
        if (!html.isEmpty()) {
            return html;
        }
        String plain = WireJson.text(item, "body_text");
        if (!plain.isEmpty()) {
            return WireXml.paragraphs(plain);
        }
        var bodies = StreamSupport.stream(item.path("bodies").spliterator(), false)
                .filter(body -> !WireJson.text(body, "value").isEmpty())
                .toList();
        return bodies.stream()
                .filter(body -> type(body).contains("html"))
                .findFirst()
                .map(body -> WireJson.text(body, "value"))
                .or(() -> bodies.stream()
                        .filter(body -> type(body).isEmpty() || type(body).startsWith("text/plain"))
                        .findFirst()
                        .map(body -> WireXml.paragraphs(WireJson.text(body, "value"))))
                // NITF in a text, whose paragraphs are called as in HTML
                .or(() -> bodies.stream()
                        .filter(body -> type(body).contains("xml")
                                || WireJson.text(body, "role").equals("nitf"))
                        .findFirst()
                        .map(body -> nitf(WireJson.text(body, "value"))))
                .orElse("");
    }

    private static String nitf(String written) {
        int from = written.indexOf("<body.content");
        int to = written.indexOf("</body.content>");
        return from >= 0 && to > from ? written.substring(written.indexOf('>', from) + 1, to) : written;
    }

    private static String type(JsonNode body) {
        return WireJson.text(body, "contenttype", "contentType", "mimetype", "mimeType");
    }

    /** The value of the first member that has one of these roles (any, where none is named). */
    private static String role(JsonNode list, String... roles) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(each -> roles.length == 0 || List.of(roles).contains(WireJson.text(each, "role")))
                .map(each -> WireJson.text(each, "value"))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<String> tags(JsonNode item) {
        var tags = new LinkedHashSet<String>();
        both(item, "subject", "subjects").forEach(tags::add);
        item.path("keywords").forEach(each -> FeedItems.present(each.asText("")).ifPresent(tags::add));
        return List.copyOf(tags);
    }

    private static List<String> authors(JsonNode item) {
        String by = WireJson.text(item, "byline", "by");
        return by.isEmpty() ? WireJson.names(item.path("authors")) : List.of(line(by).replaceFirst("(?i)^by\\s+", ""));
    }

    /** Names under the word of the first version, and of the later ones. */
    private static Stream<String> both(JsonNode item, String first, String later) {
        return Stream.concat(WireJson.names(item.path(first)).stream(), WireJson.names(item.path(later)).stream());
    }

    /** Addresses of pictures that go with the item: {@code associations} was an object, and is a list. */
    private static Stream<String> pictures(JsonNode associations) {
        return StreamSupport.stream(associations.spliterator(), false)
                .filter(each -> WireJson.text(each, "type").equals("picture"))
                .flatMap(each -> StreamSupport.stream(each.path("renditions").spliterator(), false)
                        .map(rendition -> WireJson.text(rendition, "href"))
                        .filter(address -> !address.isEmpty())
                        .limit(1));
    }

    private static Optional<String> rights(JsonNode item) {
        return FeedItems.present(FeedItems.first(
                WireJson.text(item, "usageterms", "copyrightnotice"),
                WireJson.text(item.path("rightsInfo"), "usageTerms", "copyrightNotice")));
    }

    private static String line(String text) {
        return text.indexOf('<') >= 0
                ? HtmlBlocks.line(text)
                : text.replaceAll("\\s*\\R\\s*", " ").strip();
    }
}
