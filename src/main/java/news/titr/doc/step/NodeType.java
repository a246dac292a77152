package news.titr.doc.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A kind of node, and what may stand in it.
 *
 * @param parts what may stand in it, one after another; none for a leaf
 * @param inline true for what stands in a line of text
 * @param marked true when the text in it may have marks
 */
public record NodeType(String name, List<Part> parts, boolean inline, boolean marked, List<Attribute> attributes) {

    /** A stretch of content: nodes of these kinds, at least or at most one of them. */
    public record Part(Set<String> kinds, boolean optional, boolean many) {
        public Part {
            kinds = Set.copyOf(kinds);
        }
    }

    public static final String TEXT = "text";

    public NodeType {
        parts = List.copyOf(parts);
        attributes = List.copyOf(attributes);
    }

    boolean isText() {
        return name.equals(TEXT);
    }

    boolean isLeaf() {
        return parts.isEmpty();
    }

    boolean allows(MarkType mark) {
        return marked;
    }

    /** True when some node could stand first in both: their contents may be joined. */
    boolean compatible(NodeType other) {
        return name.equals(other.name) || firstKinds().stream().anyMatch(other.firstKinds()::contains);
    }

    private Set<String> firstKinds() {
        var kinds = new java.util.HashSet<String>();
        for (var part : parts) {
            kinds.addAll(part.kinds());
            if (!part.optional()) {
                break;
            }
        }
        return kinds;
    }

    boolean canHold(List<Node> children) {
        return fits(children)
                && (marked || children.stream().allMatch(child -> child.marks().isEmpty()));
    }

    void mustHold(List<Node> children) {
        if (!canHold(children)) {
            var names = new ArrayList<String>();
            children.stream().limit(8).forEach(child -> names.add(child.type().name()));
            throw new StepFailed("Invalid content for node " + name + ": " + names);
        }
    }

    /** Kinds that follow each other in a content never overlap, so taking as many as possible is right. */
    private boolean fits(List<Node> children) {
        int at = 0;
        for (var part : parts) {
            int taken = 0;
            while (at < children.size()
                    && (part.many() || taken == 0)
                    && part.kinds().contains(children.get(at).type().name())) {
                at++;
                taken++;
            }
            if (taken == 0 && !part.optional()) {
                return false;
            }
        }
        return at == children.size();
    }
}
