package news.titr.doc.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a story may be made of in the editor: the fields of the page, and a body of the blocks that {@code doc.Block}
 * knows. The editor's own schema in {@code web/editor} says the same; {@code corpus/documents} holds them together.
 */
public final class StorySchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Paragraph comes first: it is what stands where something must. */
    private static final List<String> BLOCKS = List.of(
            "paragraph", "subhead", "quote", "list", "table", "picture", "separator", "read_also", "embed", "unknown");

    private static final List<String> PICTURE = List.of("asset", "alt", "caption", "credit");

    public static final Schema SCHEMA = new Schema(nodeTypes(), markTypes());

    private StorySchema() {}

    private static Map<String, NodeType> nodeTypes() {
        var types = new HashMap<String, NodeType>();
        var text = new NodeType.Part(Set.of(NodeType.TEXT), true, true);
        var blocks = many(BLOCKS);
        add(
                types,
                "story",
                List.of(one("kicker"), one("headline"), any("subheadline"), one("lead"), one("body")),
                string("section"),
                attribute("tags", NODES.arrayNode(), StorySchema::texts),
                attribute("authors", NODES.arrayNode(), StorySchema::texts),
                string("dateline"),
                string("source"),
                string("place"),
                attribute("published", NODES.textNode("on-release"), StorySchema::published),
                attribute("picture", NODES.nullNode(), StorySchema::picture));
        for (var field : List.of("kicker", "headline", "subheadline", "lead")) {
            types.put(field, new NodeType(field, List.of(text), false, false, List.of()));
        }
        add(types, "body", List.of(blocks));
        types.put("paragraph", new NodeType("paragraph", List.of(text), false, true, List.of()));
        types.put(
                "subhead",
                new NodeType(
                        "subhead", List.of(text), false, true, List.of(number("level", 2, 2, 3), string("kicker"))));
        add(types, "quote", List.of(blocks), string("speaker"));
        add(types, "list", List.of(many(List.of("list_item"))), flag("numbered"));
        add(types, "list_item", List.of(blocks));
        add(types, "table", List.of(many(List.of("table_row"))), string("caption"));
        add(types, "table_row", List.of(many(List.of("table_cell", "table_header"))));
        for (var cell : List.of("table_cell", "table_header")) {
            add(types, cell, List.of(one("paragraph")), number("colspan", 1, 1, 100), number("rowspan", 1, 1, 1000));
        }
        add(types, "picture", List.of(), string("asset"), string("alt"), string("caption"), string("credit"));
        add(types, "separator", List.of());
        add(types, "read_also", List.of(), number("story", 0, 0, Long.MAX_VALUE), string("headline"));
        add(types, "embed", List.of(), string("provider"), string("id"), string("title"));
        add(types, "unknown", List.of(), attribute("json", NODES.objectNode(), Optional::of));
        types.put(NodeType.TEXT, new NodeType(NodeType.TEXT, List.of(), true, false, List.of()));
        return types;
    }

    /** In the order in which the editor nests them, outermost first. */
    private static Map<String, MarkType> markTypes() {
        return Map.of(
                "strong", new MarkType("strong", 0, List.of()),
                "emphasis", new MarkType("emphasis", 1, List.of()),
                "link", new MarkType("link", 2, List.of(string("href"))),
                "language", new MarkType("language", 3, List.of(string("tag"))));
    }

    private static void add(
            Map<String, NodeType> types, String name, List<NodeType.Part> parts, Attribute... attributes) {
        types.put(name, new NodeType(name, parts, false, false, List.of(attributes)));
    }

    private static NodeType.Part one(String kind) {
        return new NodeType.Part(Set.of(kind), false, false);
    }

    private static NodeType.Part any(String kind) {
        return new NodeType.Part(Set.of(kind), true, true);
    }

    private static NodeType.Part many(List<String> kinds) {
        return new NodeType.Part(Set.copyOf(kinds), false, true);
    }

    // ---- attributes

    private static Attribute attribute(
            String name, JsonNode initial, Function<JsonNode, Optional<JsonNode>> canonical) {
        return new Attribute(name, Optional.of(initial), canonical);
    }

    private static Attribute string(String name) {
        return attribute(name, NODES.textNode(""), StorySchema::text);
    }

    private static Attribute flag(String name) {
        return attribute(
                name, NODES.booleanNode(false), value -> value.isBoolean() ? Optional.of(value) : Optional.empty());
    }

    private static Attribute number(String name, long initial, long least, long most) {
        return attribute(name, whole(initial), value -> {
            if (!value.isNumber() || !value.canConvertToExactIntegral() || !value.canConvertToLong()) {
                return Optional.empty();
            }
            long number = value.longValue();
            return number < least || number > most ? Optional.empty() : Optional.of(whole(number));
        });
    }

    private static JsonNode whole(long number) {
        return number == (int) number ? IntNode.valueOf((int) number) : LongNode.valueOf(number);
    }

    private static Optional<JsonNode> text(JsonNode value) {
        return value.isTextual() && Schema.isWhole(value.textValue())
                ? Optional.of(TextNode.valueOf(value.textValue()))
                : Optional.empty();
    }

    private static Optional<JsonNode> texts(JsonNode value) {
        if (!value.isArray()) {
            return Optional.empty();
        }
        for (var element : value) {
            if (text(element).isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(value);
    }

    private static Optional<JsonNode> published(JsonNode value) {
        if (!value.isTextual()) {
            return Optional.empty();
        }
        String text = value.textValue();
        if (text.equals("on-release") || text.equals("unknown")) {
            return Optional.of(value);
        }
        try {
            // kept in milliseconds, so the years that a long of them cannot name are none of ours
            return Optional.of(TextNode.valueOf(
                    Instant.ofEpochMilli(Instant.parse(text).toEpochMilli()).toString()));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> picture(JsonNode value) {
        if (value.isNull()) {
            return Optional.of(value);
        }
        if (!value.isObject()) {
            return Optional.empty();
        }
        var picture = NODES.objectNode();
        for (var name : PICTURE) {
            var text = value.has(name) ? text(value.path(name)) : Optional.<JsonNode>of(NODES.textNode(""));
            if (text.isEmpty()) {
                return Optional.empty();
            }
            picture.set(name, text.get());
        }
        return Optional.of(picture);
    }
}
