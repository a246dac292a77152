package news.titr.doc.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A mark on a text, such as a link to an address. */
public record NodeMark(MarkType type, Map<String, JsonNode> attributes) {

    JsonNode json() {
        return Attribute.json(JsonNodeFactory.instance.objectNode().put("type", type.name()), attributes);
    }

    /** The set with this mark in it, in the order of ranks; another mark of its kind gives way. */
    List<NodeMark> addedTo(List<NodeMark> set) {
        if (set.contains(this)) {
            return set;
        }
        var marks = new ArrayList<NodeMark>(set.size() + 1);
        boolean placed = false;
        for (var other : set) {
            if (other.type.equals(type)) {
                continue;
            }
            if (!placed && other.type.rank() > type.rank()) {
                marks.add(this);
                placed = true;
            }
            marks.add(other);
        }
        if (!placed) {
            marks.add(this);
        }
        return List.copyOf(marks);
    }

    List<NodeMark> removedFrom(List<NodeMark> set) {
        int index = set.indexOf(this);
        if (index < 0) {
            return set;
        }
        var marks = new ArrayList<>(set);
        marks.remove(index);
        return List.copyOf(marks);
    }

    public static List<NodeMark> sorted(List<NodeMark> marks) {
        return marks.stream()
                .sorted(Comparator.comparingInt(mark -> mark.type().rank()))
                .toList();
    }
}
