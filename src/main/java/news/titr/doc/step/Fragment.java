package news.titr.doc.step;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/** The children of a node, in order. Never changed once made. */
public final class Fragment {

    public static final Fragment EMPTY = new Fragment(List.of());

    private final List<Node> nodes;
    private final int size;

    private Fragment(List<Node> nodes) {
        this.nodes = List.copyOf(nodes);
        int sum = 0;
        for (var node : this.nodes) {
            sum = Math.addExact(sum, node.size());
        }
        size = sum;
    }

    /** A child's index, and the offset at which it begins. */
    record Place(int index, int offset) {}

    static Fragment asIs(List<Node> nodes) {
        return nodes.isEmpty() ? EMPTY : new Fragment(nodes);
    }

    /** The nodes with text joined where two texts with the same marks meet. */
    public static Fragment of(List<Node> nodes) {
        var joined = new ArrayList<Node>(nodes.size());
        nodes.forEach(node -> add(node, joined));
        return asIs(joined);
    }

    static Fragment of(Node node) {
        return new Fragment(List.of(node));
    }

    static void add(Node node, List<Node> target) {
        if (!target.isEmpty() && node.isText() && node.sameMarkup(target.getLast())) {
            target.set(target.size() - 1, node.withText(target.getLast().text() + node.text()));
        } else {
            target.add(node);
        }
    }

    public List<Node> nodes() {
        return nodes;
    }

    public int size() {
        return size;
    }

    Node child(int index) {
        if (index < 0 || index >= nodes.size()) {
            throw new StepFailed("Index " + index + " out of range");
        }
        return nodes.get(index);
    }

    Fragment append(Fragment other) {
        if (other.size == 0) {
            return this;
        }
        if (size == 0) {
            return other;
        }
        var all = new ArrayList<Node>(nodes.size() + other.nodes.size());
        all.addAll(nodes);
        add(other.nodes.getFirst(), all);
        all.addAll(other.nodes.subList(1, other.nodes.size()));
        return new Fragment(all);
    }

    Fragment cut(int from) {
        return cut(from, size);
    }

    Fragment cut(int from, int to) {
        if (from == 0 && to == size) {
            return this;
        }
        var result = new ArrayList<Node>();
        int begin = 0;
        for (int i = 0; to > from && i < nodes.size() && begin < to; i++) {
            var child = nodes.get(i);
            int end = begin + child.size();
            if (end > from) {
                if (begin < from || end > to) {
                    child = child.isText()
                            ? child.cut(
                                    Math.max(0, from - begin),
                                    Math.min(child.text().length(), to - begin))
                            : child.cut(
                                    Math.max(0, from - begin - 1),
                                    Math.min(child.content().size(), to - begin - 1));
                }
                result.add(child);
            }
            begin = end;
        }
        return asIs(result);
    }

    Fragment withChild(int index, Node node) {
        if (nodes.get(index) == node) {
            return this;
        }
        var all = new ArrayList<>(nodes);
        all.set(index, node);
        return new Fragment(all);
    }

    Place find(int position) {
        if (position == 0) {
            return new Place(0, 0);
        }
        if (position == size) {
            return new Place(nodes.size(), position);
        }
        if (position > size || position < 0) {
            throw new StepFailed("Position " + position + " outside of fragment");
        }
        int begin = 0;
        for (int i = 0; i < nodes.size(); i++) {
            int end = begin + nodes.get(i).size();
            if (end == position) {
                return new Place(i + 1, end);
            }
            if (end > position) {
                return new Place(i, begin);
            }
            begin = end;
        }
        throw new StepFailed("Position " + position + " outside of fragment");
    }

    ArrayNode json() {
        var array = JsonNodeFactory.instance.arrayNode(nodes.size());
        nodes.forEach(node -> array.add(node.json()));
        return array;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fragment fragment && nodes.equals(fragment.nodes);
    }

    @Override
    public int hashCode() {
        return nodes.hashCode();
    }

    @Override
    public String toString() {
        return json().toString();
    }
}
