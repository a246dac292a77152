package news.titr.doc.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node of a document. Never changed once made.
 *
 * @param text the text of a text node, the empty string for every other
 */
public record Node(
        NodeType type, Map<String, JsonNode> attributes, Fragment content, List<NodeMark> marks, String text) {

    public Node {
        if (type.isText() && text.isEmpty()) {
            throw new StepFailed("Empty text nodes are not allowed");
        }
        marks = List.copyOf(marks);
    }

    /** How many positions it takes: UTF-16 units for text, one for a leaf, else its content and both of its ends. */
    public int size() {
        return isText() ? text.length() : type.isLeaf() ? 1 : content.size() + 2;
    }

    public boolean isText() {
        return type.isText();
    }

    boolean isLeaf() {
        return type.isLeaf();
    }

    public List<Node> children() {
        return content.nodes();
    }

    public Node child(int index) {
        return content.child(index);
    }

    public int childCount() {
        return content.nodes().size();
    }

    boolean sameMarkup(Node other) {
        return type.name().equals(other.type.name())
                && attributes.equals(other.attributes)
                && marks.equals(other.marks);
    }

    public Node withContent(Fragment other) {
        return other == content ? this : new Node(type, attributes, other, marks, text);
    }

    Node withMarks(List<NodeMark> other) {
        return other.equals(marks) ? this : new Node(type, attributes, content, other, text);
    }

    Node withText(String other) {
        return new Node(type, attributes, content, marks, other);
    }

    Node withAttribute(String name, JsonNode value) {
        return new Node(
                type, Attribute.with(type.name(), type.attributes(), attributes, name, value), content, marks, text);
    }

    Node cut(int from, int to) {
        if (isText()) {
            return from == 0 && to == text.length() ? this : withText(text.substring(from, to));
        }
        return from == 0 && to == content.size() ? this : withContent(content.cut(from, to));
    }

    /** The part between two positions, with the depths to which it is cut open. */
    public Slice slice(int from, int to) {
        if (from == to) {
            return Slice.EMPTY;
        }
        var start = resolve(from);
        var end = resolve(to);
        int depth = start.sharedDepth(to);
        int offset = start.start(depth);
        var cut = start.node(depth).content().cut(start.position() - offset, end.position() - offset);
        return new Slice(cut, start.depth() - depth, end.depth() - depth);
    }

    /** The document with the part between two positions replaced. Throws {@link StepFailed} when the slice does not fit. */
    Node replace(int from, int to, Slice slice) {
        return Replacement.replace(resolve(from), resolve(to), slice);
    }

    /** The node directly after a position. */
    Optional<Node> nodeAt(int position) {
        var node = this;
        int left = position;
        while (true) {
            var place = node.content.find(left);
            if (place.index() >= node.childCount()) {
                return Optional.empty();
            }
            node = node.child(place.index());
            if (place.offset() == left || node.isText()) {
                return Optional.of(node);
            }
            left -= place.offset() + 1;
        }
    }

    ResolvedPosition resolve(int position) {
        return ResolvedPosition.of(this, position);
    }

    /** All text below, without anything between the parts. */
    public String textContent() {
        if (isText()) {
            return text;
        }
        var all = new StringBuilder();
        children().forEach(child -> all.append(child.textContent()));
        return all.toString();
    }

    public ObjectNode json() {
        var json = Attribute.json(JsonNodeFactory.instance.objectNode().put("type", type.name()), attributes);
        if (content.size() > 0) {
            json.set("content", content.json());
        }
        if (!marks.isEmpty()) {
            var array = json.putArray("marks");
            marks.forEach(mark -> array.add(mark.json()));
        }
        if (isText()) {
            json.put("text", text);
        }
        return json;
    }
}
