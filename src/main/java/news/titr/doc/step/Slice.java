package news.titr.doc.step;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A piece cut out of a document.
 *
 * @param openStart how many nodes at its start are cut through
 * @param openEnd how many nodes at its end are cut through
 */
public record Slice(Fragment content, int openStart, int openEnd) {

    public static final Slice EMPTY = new Slice(Fragment.EMPTY, 0, 0);

    /** What it adds to a document. */
    public int size() {
        return content.size() - openStart - openEnd;
    }

    /** The slice with a fragment put into it. */
    Slice withInserted(int position, Fragment inserted) {
        return new Slice(insert(content, position + openStart, inserted, null), openStart, openEnd);
    }

    /** The slice without a flat range of it. */
    Slice without(int from, int to) {
        return new Slice(remove(content, from + openStart, to + openStart), openStart, openEnd);
    }

    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        json.set("content", content.json());
        if (openStart > 0) {
            json.put("openStart", openStart);
        }
        if (openEnd > 0) {
            json.put("openEnd", openEnd);
        }
        return json;
    }

    private static Fragment insert(
            Fragment content, int position, Fragment inserted, @org.jspecify.annotations.Nullable Node parent) {
        var place = content.find(position);
        if (place.offset() == position || content.child(place.index()).isText()) {
            if (parent != null) {
                var children = new java.util.ArrayList<>(parent.children().subList(0, place.index()));
                children.addAll(inserted.nodes());
                children.addAll(parent.children().subList(place.index(), parent.childCount()));
                if (!parent.type().canHold(children)) {
                    throw new StepFailed("Content does not fit in gap");
                }
            }
            return content.cut(0, position).append(inserted).append(content.cut(position));
        }
        var child = content.child(place.index());
        var inner = insert(child.content(), position - place.offset() - 1, inserted, child);
        return content.withChild(place.index(), child.withContent(inner));
    }

    private static Fragment remove(Fragment content, int from, int to) {
        var start = content.find(from);
        var end = content.find(to);
        if (start.offset() == from || content.child(start.index()).isText()) {
            if (end.offset() != to && !content.child(end.index()).isText()) {
                throw new StepFailed("Removing non-flat range");
            }
            return content.cut(0, from).append(content.cut(to));
        }
        if (start.index() != end.index()) {
            throw new StepFailed("Removing non-flat range");
        }
        var child = content.child(start.index());
        return content.withChild(
                start.index(),
                child.withContent(remove(child.content(), from - start.offset() - 1, to - start.offset() - 1)));
    }
}
