package news.titr.doc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A body as the editor's JSON (a ProseMirror document with a schema version) and back.
 *
 * <p>A block with anything in it that this version does not understand becomes {@link Block.Unknown}, whole, and is
 * written back as it came. An attribute that is left out has its default and is written in full.
 */
public final class BodyJson {

    /** The schema that {@link #write} produces. Older ones are upgraded when read and never rewritten in storage. */
    public static final int VERSION = 1;

    /** Keeps numbers as they were typed: an unknown block must come back as it was, 1.10 and 1e400 included. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private BodyJson() {}

    /** Thrown for text that is not a body at all. */
    public static final class NotABody extends RuntimeException {
        NotABody(String message) {
            super(message);
        }
    }

    public static Body read(String json) {
        try {
            return read(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new NotABody("The body is not JSON: " + e.getOriginalMessage());
        }
    }

    public static Body read(JsonNode document) {
        if (!document.path("type").asText().equals("doc")) {
            throw new NotABody("A body is an object of type \"doc\"");
        }
        var version = document.path("version");
        if (!version.isInt() || version.intValue() < 1 || version.intValue() > VERSION) {
            throw new NotABody("The body has schema version " + version + ", this program reads 1 to " + VERSION);
        }
        try {
            onlyFields(document, Set.of("type", "version", "content"));
            return new Body(blocks(content(document)));
        } catch (NotUnderstood e) {
            throw new NotABody("A body has a type, a version and a list of blocks as its content, and nothing else");
        }
    }

    public static String write(Body body) {
        return tree(body).toString();
    }

    public static ObjectNode tree(Body body) {
        var document = NODES.objectNode();
        document.put("type", "doc");
        document.put("version", VERSION);
        document.set("content", array(body.blocks().stream().map(BodyJson::node).toList()));
        return document;
    }

    /** The block that a JSON text stands for, or empty when it is not JSON; taken as Unknown where that is asked for. */
    static Optional<Block> readBlock(String json, boolean unknown) {
        try {
            var node = JSON.readTree(json);
            if (node.isMissingNode()) {
                return Optional.empty();
            }
            return Optional.of(unknown ? new Block.Unknown(node) : block(node));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    static String writeBlock(Block block) {
        return node(block).toString();
    }

    // ---- reading

    private static List<Block> blocks(JsonNode content) {
        var blocks = new ArrayList<Block>();
        content.forEach(node -> blocks.add(block(node)));
        return blocks;
    }

    private static Block block(JsonNode node) {
        try {
            return known(node);
        } catch (NotUnderstood | IllegalArgumentException e) {
            return new Block.Unknown(node);
        }
    }

    private static Block known(JsonNode node) {
        return switch (node.path("type").asText()) {
            case "paragraph" -> {
                fields(node, Set.of());
                yield new Block.Paragraph(inlines(content(node)));
            }
            case "subhead" -> {
                var attributes = fields(node, Set.of("level", "kicker"));
                yield new Block.Subhead(
                        number(attributes, "level", 2), string(attributes, "kicker"), inlines(content(node)));
            }
            case "quote" -> {
                var attributes = fields(node, Set.of("speaker"));
                yield new Block.Quote(string(attributes, "speaker"), blocks(content(node)));
            }
            case "list" -> {
                var attributes = fields(node, Set.of("numbered"));
                var items = new ArrayList<Block.Listing.Item>();
                for (var item : content(node)) {
                    require(item.path("type").asText().equals("list_item"));
                    fields(item, Set.of());
                    items.add(new Block.Listing.Item(blocks(content(item))));
                }
                yield new Block.Listing(flag(attributes, "numbered"), items);
            }
            case "table" -> {
                var attributes = fields(node, Set.of("caption"));
                var rows = new ArrayList<Block.Table.Row>();
                for (var row : content(node)) {
                    require(row.path("type").asText().equals("table_row"));
                    fields(row, Set.of());
                    var cells = new ArrayList<Block.Table.Cell>();
                    content(row).forEach(cell -> cells.add(cell(cell)));
                    rows.add(new Block.Table.Row(cells));
                }
                yield new Block.Table(string(attributes, "caption"), rows);
            }
            case "picture" -> {
                var attributes = leaf(node, Set.of("asset", "alt", "caption", "credit"));
                yield new Block.Picture(
                        string(attributes, "asset"),
                        string(attributes, "alt"),
                        string(attributes, "caption"),
                        string(attributes, "credit"));
            }
            case "separator" -> {
                leaf(node, Set.of());
                yield new Block.Separator();
            }
            case "read_also" -> {
                var attributes = leaf(node, Set.of("story", "headline"));
                require(attributes.path("story").isIntegralNumber()
                        && attributes.path("story").canConvertToLong());
                yield new Block.ReadAlso(attributes.path("story").longValue(), string(attributes, "headline"));
            }
            case "embed" -> {
                var attributes = leaf(node, Set.of("provider", "id", "title"));
                yield new Block.Embed(
                        string(attributes, "provider"), string(attributes, "id"), string(attributes, "title"));
            }
            default -> throw new NotUnderstood();
        };
    }

    private static Block.Table.Cell cell(JsonNode node) {
        boolean header = node.path("type").asText().equals("table_header");
        require(header || node.path("type").asText().equals("table_cell"));
        var attributes = fields(node, Set.of("colspan", "rowspan"));
        require(content(node).size() == 1);
        var paragraph = content(node).get(0);
        require(paragraph.path("type").asText().equals("paragraph"));
        fields(paragraph, Set.of());
        return new Block.Table.Cell(
                header,
                number(attributes, "colspan", 1),
                number(attributes, "rowspan", 1),
                inlines(content(paragraph)));
    }

    private static List<Inline> inlines(JsonNode content) {
        var runs = new ArrayList<Inline>();
        for (var node : content) {
            require(node.path("type").asText().equals("text"));
            require(node.path("text").isTextual());
            onlyFields(node, Set.of("type", "text", "marks"));
            var marks = new ArrayList<Mark>();
            list(node, "marks").forEach(mark -> marks.add(mark(mark)));
            runs.add(new Inline(node.path("text").textValue(), marks));
        }
        return runs;
    }

    private static Mark mark(JsonNode node) {
        onlyFields(node, Set.of("type", "attrs"));
        return switch (node.path("type").asText()) {
            case "strong" -> {
                attributes(node, Set.of());
                yield new Mark.Strong();
            }
            case "emphasis" -> {
                attributes(node, Set.of());
                yield new Mark.Emphasis();
            }
            case "link" -> {
                yield new Mark.Link(string(attributes(node, Set.of("href")), "href"));
            }
            case "language" -> {
                yield new Mark.Language(string(attributes(node, Set.of("tag")), "tag"));
            }
            default -> throw new NotUnderstood();
        };
    }

    private static JsonNode fields(JsonNode node, Set<String> attributes) {
        onlyFields(node, Set.of("type", "attrs", "content"));
        return attributes(node, attributes);
    }

    private static JsonNode attributes(JsonNode node, Set<String> allowed) {
        var attributes = node.path("attrs");
        require(attributes.isMissingNode() || attributes.isObject());
        onlyFields(attributes, allowed);
        return attributes;
    }

    private static JsonNode content(JsonNode node) {
        return list(node, "content");
    }

    private static JsonNode list(JsonNode node, String name) {
        var list = node.path(name);
        require(list.isMissingNode() || list.isArray());
        return list;
    }

    private static JsonNode leaf(JsonNode node, Set<String> attributes) {
        require(!node.has("content"));
        return fields(node, attributes);
    }

    private static void onlyFields(JsonNode node, Set<String> allowed) {
        node.fieldNames().forEachRemaining(name -> require(allowed.contains(name)));
    }

    private static String string(JsonNode attributes, String name) {
        var value = attributes.path(name);
        require(value.isMissingNode() || value.isTextual());
        return value.asText("");
    }

    private static int number(JsonNode attributes, String name, int missing) {
        var value = attributes.path(name);
        require(value.isMissingNode() || value.isInt());
        return value.asInt(missing);
    }

    private static boolean flag(JsonNode attributes, String name) {
        var value = attributes.path(name);
        require(value.isMissingNode() || value.isBoolean());
        return value.asBoolean(false);
    }

    private static void require(boolean understood) {
        if (!understood) {
            throw new NotUnderstood();
        }
    }

    /** Leaves the reading of one block, which is then kept as it came. */
    private static final class NotUnderstood extends RuntimeException {
        NotUnderstood() {
            super(null, null, false, false);
        }
    }

    // ---- writing

    private static JsonNode node(Block block) {
        return switch (block) {
            case Block.Paragraph(var text) -> paragraph(text);
            case Block.Subhead(var level, var kicker, var text) -> {
                var node = typed("subhead");
                node.putObject("attrs").put("level", level).put("kicker", kicker);
                yield withContent(node, runs(text));
            }
            case Block.Quote(var speaker, var blocks) -> {
                var node = typed("quote");
                node.putObject("attrs").put("speaker", speaker);
                yield withContent(node, blocks.stream().map(BodyJson::node).toList());
            }
            case Block.Listing(var numbered, var items) -> {
                var node = typed("list");
                node.putObject("attrs").put("numbered", numbered);
                yield withContent(node, items.stream().map(BodyJson::item).toList());
            }
            case Block.Table(var caption, var rows) -> {
                var node = typed("table");
                node.putObject("attrs").put("caption", caption);
                yield withContent(node, rows.stream().map(BodyJson::row).toList());
            }
            case Block.Picture(var asset, var alt, var caption, var credit) -> {
                var node = typed("picture");
                node.putObject("attrs")
                        .put("asset", asset)
                        .put("alt", alt)
                        .put("caption", caption)
                        .put("credit", credit);
                yield node;
            }
            case Block.Separator() -> typed("separator");
            case Block.ReadAlso(var story, var headline) -> {
                var node = typed("read_also");
                node.putObject("attrs").put("story", story).put("headline", headline);
                yield node;
            }
            case Block.Embed(var provider, var id, var title) -> {
                var node = typed("embed");
                node.putObject("attrs").put("provider", provider).put("id", id).put("title", title);
                yield node;
            }
            case Block.Unknown(var json) -> json.deepCopy();
        };
    }

    private static JsonNode paragraph(List<Inline> text) {
        return withContent(typed("paragraph"), runs(text));
    }

    private static JsonNode item(Block.Listing.Item item) {
        return withContent(
                typed("list_item"), item.blocks().stream().map(BodyJson::node).toList());
    }

    private static JsonNode row(Block.Table.Row row) {
        return withContent(
                typed("table_row"), row.cells().stream().map(BodyJson::cellNode).toList());
    }

    private static JsonNode cellNode(Block.Table.Cell cell) {
        var node = typed(cell.header() ? "table_header" : "table_cell");
        node.putObject("attrs").put("colspan", cell.columns()).put("rowspan", cell.rows());
        return withContent(node, List.of(paragraph(cell.text())));
    }

    private static List<JsonNode> runs(List<Inline> text) {
        return text.stream().map(BodyJson::run).toList();
    }

    private static JsonNode run(Inline run) {
        var node = typed("text");
        if (!run.marks().isEmpty()) {
            node.set("marks", array(run.marks().stream().map(BodyJson::markNode).toList()));
        }
        return node.put("text", run.text());
    }

    private static JsonNode markNode(Mark mark) {
        return switch (mark) {
            case Mark.Strong() -> typed("strong");
            case Mark.Emphasis() -> typed("emphasis");
            case Mark.Link(var address) -> {
                var node = typed("link");
                node.putObject("attrs").put("href", address);
                yield node;
            }
            case Mark.Language(var tag) -> {
                var node = typed("language");
                node.putObject("attrs").put("tag", tag);
                yield node;
            }
        };
    }

    private static ObjectNode typed(String type) {
        return NODES.objectNode().put("type", type);
    }

    /** ProseMirror leaves out the content of an empty node, so we do too. */
    private static JsonNode withContent(ObjectNode node, List<JsonNode> content) {
        if (!content.isEmpty()) {
            node.set("content", array(content));
        }
        return node;
    }

    private static ArrayNode array(List<JsonNode> nodes) {
        var array = NODES.arrayNode();
        nodes.forEach(array::add);
        return array;
    }
}
