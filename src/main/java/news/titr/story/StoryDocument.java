package news.titr.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.doc.BodyJson;
import news.titr.doc.Inline;
import news.titr.doc.Mark;
import news.titr.doc.step.Node;
import news.titr.doc.step.NodeMark;
import news.titr.doc.step.StepFailed;
import news.titr.doc.step.StorySchema;

/**
 * A story's content as the one document that the editor edits, and back. What the document cannot hold (a block that
 * this version does not understand, a list without items) stands in it as an atom and comes back as it was.
 */
public final class StoryDocument {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private StoryDocument() {}

    // ---- from content

    public static Node of(Content content) {
        var attributes = NODES.objectNode();
        attributes.put("section", content.section());
        attributes.set("tags", texts(content.tags()));
        attributes.set("authors", texts(content.authors()));
        attributes.put("dateline", content.dateline());
        attributes.put("source", content.source());
        attributes.put("place", content.place());
        attributes.put("published", published(content.published()));
        attributes.set(
                "picture",
                content.picture()
                        .<JsonNode>map(StoryDocument::pictureAttributes)
                        .orElse(NODES.nullNode()));
        var fields = new ArrayList<Node>();
        fields.add(field("kicker", content.kicker()));
        fields.add(field("headline", content.headline()));
        content.subheadlines().forEach(text -> fields.add(field("subheadline", text)));
        fields.add(field("lead", content.lead()));
        var blocks = content.body().blocks().stream().map(StoryDocument::node).toList();
        fields.add(node("body", NODES.objectNode(), blocks.isEmpty() ? List.of(paragraph(List.of())) : blocks));
        var document = node("story", attributes, fields);
        StorySchema.SCHEMA.check(document);
        return document;
    }

    private static Node field(String name, String text) {
        return node(name, NODES.objectNode(), runs(Inline.plain(text)));
    }

    /** The block's node; an atom when the block is one that the document cannot hold. */
    private static Node node(Block block) {
        try {
            var node = known(block);
            StorySchema.SCHEMA.check(node);
            return node;
        } catch (StepFailed e) {
            return unknown(BodyJson.tree(Body.of(block)).path("content").path(0));
        }
    }

    private static Node known(Block block) {
        return switch (block) {
            case Block.Paragraph(var text) -> paragraph(text);
            case Block.Subhead(var level, var kicker, var text) ->
                node("subhead", NODES.objectNode().put("level", level).put("kicker", kicker), runs(text));
            case Block.Quote(var speaker, var blocks) ->
                node("quote", NODES.objectNode().put("speaker", speaker), nodes(blocks));
            case Block.Listing(var numbered, var items) ->
                node(
                        "list",
                        NODES.objectNode().put("numbered", numbered),
                        items.stream()
                                .map(item -> node("list_item", NODES.objectNode(), nodes(item.blocks())))
                                .toList());
            case Block.Table(var caption, var rows) ->
                node(
                        "table",
                        NODES.objectNode().put("caption", caption),
                        rows.stream().map(StoryDocument::row).toList());
            case Block.Picture picture -> node("picture", pictureAttributes(picture), List.of());
            case Block.Separator() -> node("separator", NODES.objectNode(), List.of());
            case Block.ReadAlso(var story, var headline) ->
                node("read_also", NODES.objectNode().put("story", story).put("headline", headline), List.of());
            case Block.Embed(var provider, var id, var title) ->
                node(
                        "embed",
                        NODES.objectNode()
                                .put("provider", provider)
                                .put("id", id)
                                .put("title", title),
                        List.of());
            case Block.Unknown(var json) -> unknown(json);
        };
    }

    private static List<Node> nodes(List<Block> blocks) {
        return blocks.stream().map(StoryDocument::node).toList();
    }

    private static Node row(Block.Table.Row row) {
        return node(
                "table_row",
                NODES.objectNode(),
                row.cells().stream()
                        .map(cell -> node(
                                cell.header() ? "table_header" : "table_cell",
                                NODES.objectNode()
                                        .put("colspan", cell.columns())
                                        .put("rowspan", cell.rows()),
                                List.of(paragraph(cell.text()))))
                        .toList());
    }

    private static Node unknown(JsonNode json) {
        return node("unknown", NODES.objectNode().set("json", json), List.of());
    }

    private static Node paragraph(List<Inline> text) {
        return node("paragraph", NODES.objectNode(), runs(text));
    }

    private static List<Node> runs(List<Inline> text) {
        return text.stream()
                .map(run -> StorySchema.SCHEMA.text(run.text(), marks(run.marks())))
                .toList();
    }

    private static List<NodeMark> marks(List<Mark> marks) {
        return NodeMark.sorted(marks.stream()
                .map(mark -> switch (mark) {
                    case Mark.Strong() -> mark("strong", NODES.objectNode());
                    case Mark.Emphasis() -> mark("emphasis", NODES.objectNode());
                    case Mark.Link(var address) ->
                        mark("link", NODES.objectNode().put("href", address));
                    case Mark.Language(var tag) ->
                        mark("language", NODES.objectNode().put("tag", tag));
                })
                .toList());
    }

    private static NodeMark mark(String type, ObjectNode attributes) {
        return StorySchema.SCHEMA.mark(NODES.objectNode().put("type", type).set("attrs", attributes));
    }

    private static Node node(String type, JsonNode attributes, List<Node> children) {
        return StorySchema.SCHEMA.node(type, attributes, children);
    }

    private static ObjectNode pictureAttributes(Block.Picture picture) {
        return NODES.objectNode()
                .put("asset", picture.asset())
                .put("alt", picture.alt())
                .put("caption", picture.caption())
                .put("credit", picture.credit());
    }

    private static ArrayNode texts(List<String> texts) {
        var array = NODES.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private static String published(Published published) {
        return switch (published) {
            case Published.OnRelease() -> "on-release";
            case Published.At(var instant) -> instant.toString();
            case Published.Unknown() -> "unknown";
        };
    }

    // ---- to content

    /** The content of a document that the schema has checked. */
    public static Content content(Node document) {
        return new Content(
                line(child(document, "kicker")),
                line(child(document, "headline")),
                document.children().stream()
                        .filter(named("subheadline"))
                        .map(StoryDocument::line)
                        .toList(),
                line(child(document, "lead")),
                body(child(document, "body")),
                text(document, "section"),
                texts(document, "tags"),
                texts(document, "authors"),
                text(document, "dateline"),
                text(document, "source"),
                text(document, "place"),
                published(text(document, "published")),
                picture(attribute(document, "picture")));
    }

    private static Body body(Node node) {
        var blocks = node.children();
        if (blocks.size() == 1 && isEmptyParagraph(blocks.getFirst())) {
            return Body.EMPTY;
        }
        var json = NODES.objectNode().put("type", "doc").put("version", BodyJson.VERSION);
        var content = json.putArray("content");
        blocks.forEach(block -> content.add(stored(block)));
        return BodyJson.read(json);
    }

    private static boolean isEmptyParagraph(Node node) {
        return node.type().name().equals("paragraph") && node.childCount() == 0;
    }

    /** A block as the body stores it: an atom is what it stands for. */
    private static JsonNode stored(Node node) {
        if (node.type().name().equals("unknown")) {
            return attribute(node, "json");
        }
        var json = node.withContent(news.titr.doc.step.Fragment.EMPTY).json();
        if (node.childCount() > 0) {
            var content = json.putArray("content");
            node.children().forEach(child -> content.add(stored(child)));
        }
        return json;
    }

    private static Node child(Node document, String name) {
        return document.children().stream()
                .filter(named(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A document without " + name + " passed the schema"));
    }

    private static Predicate<Node> named(String name) {
        return node -> node.type().name().equals(name);
    }

    private static String line(Node node) {
        return node.textContent();
    }

    private static String text(Node document, String name) {
        return attribute(document, name).asText();
    }

    private static List<String> texts(Node document, String name) {
        var texts = new ArrayList<String>();
        attribute(document, name).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static JsonNode attribute(Node node, String name) {
        var value = node.attributes().get(name);
        if (value == null) {
            throw new IllegalStateException("A node without " + name + " passed the schema");
        }
        return value;
    }

    private static Published published(String text) {
        return switch (text) {
            case "on-release" -> new Published.OnRelease();
            case "unknown" -> new Published.Unknown();
            default -> new Published.At(Instant.parse(text));
        };
    }

    private static Optional<Block.Picture> picture(JsonNode value) {
        return value.isNull()
                ? Optional.empty()
                : Optional.of(new Block.Picture(
                        value.path("asset").asText(),
                        value.path("alt").asText(),
                        value.path("caption").asText(),
                        value.path("credit").asText()));
    }
}
