package news.titr.doc.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The kinds of nodes and marks that a document may be made of; reads them from JSON and checks them. */
public final class Schema {

    /** Deeper than any text that somebody wrote; deep enough for a list in a quote in a list. */
    private static final int DEEPEST = 40;

    private final Map<String, NodeType> nodeTypes;
    private final Map<String, MarkType> markTypes;

    Schema(Map<String, NodeType> nodeTypes, Map<String, MarkType> markTypes) {
        this.nodeTypes = Map.copyOf(nodeTypes);
        this.markTypes = Map.copyOf(markTypes);
    }

    public NodeType type(String name) {
        var type = nodeTypes.get(name);
        if (type == null) {
            throw new StepFailed("Unknown node type: " + name);
        }
        return type;
    }

    /** A node as ProseMirror reads it from JSON: what stands in it is not checked yet. */
    public Node node(JsonNode json) {
        require(json.isObject(), "A node is an object");
        var marks = new ArrayList<NodeMark>();
        for (var mark : array(json.path("marks"), "marks")) {
            marks.add(mark(mark));
        }
        var type = type(json.path("type").asText());
        if (type.isText()) {
            require(json.path("text").isTextual(), "Invalid text node in JSON");
            return text(json.path("text").textValue(), NodeMark.sorted(marks));
        }
        var attributes = Attribute.values(type.name(), type.attributes(), json.path("attrs"));
        return new Node(type, attributes, fragment(json.path("content")), NodeMark.sorted(marks), "");
    }

    public Node text(String text, List<NodeMark> marks) {
        return new Node(type(NodeType.TEXT), Map.of(), Fragment.EMPTY, marks, text);
    }

    /** A node with these attributes given, and its others as they are to begin with. */
    public Node node(String name, JsonNode attributes, List<Node> children) {
        var type = type(name);
        return new Node(
                type, Attribute.values(name, type.attributes(), attributes), Fragment.of(children), List.of(), "");
    }

    public NodeMark mark(JsonNode json) {
        var type = markTypes.get(json.path("type").asText());
        if (type == null) {
            throw new StepFailed("There is no mark type " + json.path("type").asText() + " in this schema");
        }
        return new NodeMark(type, Attribute.values(type.name(), type.attributes(), json.path("attrs")));
    }

    private Fragment fragment(JsonNode json) {
        var nodes = new ArrayList<Node>();
        for (var node : array(json, "content")) {
            nodes.add(node(node));
        }
        return Fragment.asIs(nodes);
    }

    Slice slice(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return Slice.EMPTY;
        }
        int openStart = json.has("openStart") ? number(json, "openStart") : 0;
        int openEnd = json.has("openEnd") ? number(json, "openEnd") : 0;
        var content = fragment(json.path("content"));
        require(
                openStart >= 0 && openEnd >= 0 && opens(content, openStart, true) && opens(content, openEnd, false),
                "A slice is open deeper than its content");
        return new Slice(content, openStart, openEnd);
    }

    private static boolean opens(Fragment content, int depth, boolean start) {
        var at = content;
        for (int i = 0; i < depth; i++) {
            if (at.nodes().isEmpty()) {
                return false;
            }
            var node = start ? at.nodes().getFirst() : at.nodes().getLast();
            if (node.isLeaf()) {
                return false;
            }
            at = node.content();
        }
        return true;
    }

    /** Throws {@link StepFailed} for a document that breaks a rule of this schema anywhere. */
    public void check(Node node) {
        check(node, 0);
    }

    private static void check(Node node, int depth) {
        require(depth <= DEEPEST, "The document is nested too deep");
        node.type().mustHold(node.children());
        for (int i = 1; i < node.marks().size(); i++) {
            require(
                    node.marks().get(i - 1).type().rank()
                            < node.marks().get(i).type().rank(),
                    "Invalid collection of marks");
        }
        if (node.isText()) {
            require(isWhole(node.text()), "A text has half a character in it");
        }
        for (var child : node.children()) {
            check(child, depth + 1);
        }
    }

    /** No NUL, which PostgreSQL cannot keep, and no half of a surrogate pair, which UTF-8 cannot write. */
    static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0 || Character.isLowSurrogate(unit)) {
                return false;
            }
            if (Character.isHighSurrogate(unit)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    static int number(JsonNode json, String name) {
        var value = json.path(name);
        require(
                value.isNumber() && value.canConvertToExactIntegral() && value.canConvertToInt(),
                name + " is a number");
        return value.intValue();
    }

    private static Iterable<JsonNode> array(JsonNode json, String what) {
        require(json.isMissingNode() || json.isNull() || json.isArray(), what + " is a list");
        return json;
    }

    static void require(boolean holds, String rule) {
        if (!holds) {
            throw new StepFailed(rule);
        }
    }
}
