package news.titr.doc.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A position with the nodes around it, from the document down to the one that it points into. */
final class ResolvedPosition {

    private record Level(Node node, int index, int offset) {}

    private final int position;
    private final List<Level> levels;

    private ResolvedPosition(int position, List<Level> levels) {
        this.position = position;
        this.levels = levels;
    }

    static ResolvedPosition of(Node document, int position) {
        if (position < 0 || position > document.content().size()) {
            throw new StepFailed("Position " + position + " out of range");
        }
        var levels = new ArrayList<Level>();
        int start = 0;
        int left = position;
        var node = document;
        while (true) {
            var place = node.content().find(left);
            int remainder = left - place.offset();
            levels.add(new Level(node, place.index(), start + place.offset()));
            if (remainder == 0) {
                break;
            }
            node = node.child(place.index());
            if (node.isText()) {
                break;
            }
            left = remainder - 1;
            start += place.offset() + 1;
        }
        return new ResolvedPosition(position, levels);
    }

    int position() {
        return position;
    }

    int depth() {
        return levels.size() - 1;
    }

    Node node(int depth) {
        return levels.get(depth).node();
    }

    Node parent() {
        return node(depth());
    }

    int index(int depth) {
        return levels.get(depth).index();
    }

    int indexAfter(int depth) {
        return index(depth) + (depth == depth() && textOffset() == 0 ? 0 : 1);
    }

    int start(int depth) {
        return depth == 0 ? 0 : levels.get(depth - 1).offset() + 1;
    }

    int end(int depth) {
        return start(depth) + node(depth).content().size();
    }

    int parentOffset() {
        return position - start(depth());
    }

    int textOffset() {
        return position - levels.getLast().offset();
    }

    Optional<Node> nodeAfter() {
        int index = index(depth());
        if (index == parent().childCount()) {
            return Optional.empty();
        }
        var child = parent().child(index);
        return Optional.of(textOffset() > 0 ? child.cut(textOffset(), child.size()) : child);
    }

    Optional<Node> nodeBefore() {
        int index = index(depth());
        if (textOffset() > 0) {
            return Optional.of(parent().child(index).cut(0, textOffset()));
        }
        return index == 0 ? Optional.empty() : Optional.of(parent().child(index - 1));
    }

    int sharedDepth(int other) {
        for (int depth = depth(); depth > 0; depth--) {
            if (start(depth) <= other && end(depth) >= other) {
                return depth;
            }
        }
        return 0;
    }
}
