package news.titr.doc.step;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a slice in the place of a part of a document, joining what is cut open on both sides. */
final class Replacement {

    private Replacement() {}

    static Node replace(ResolvedPosition from, ResolvedPosition to, Slice slice) {
        if (slice.openStart() > from.depth()) {
            throw new StepFailed("Inserted content deeper than insertion position");
        }
        if (from.depth() - slice.openStart() != to.depth() - slice.openEnd()) {
            throw new StepFailed("Inconsistent open depths");
        }
        return outer(from, to, slice, 0);
    }

    private static Node outer(ResolvedPosition from, ResolvedPosition to, Slice slice, int depth) {
        int index = from.index(depth);
        var node = from.node(depth);
        if (index == to.index(depth) && depth < from.depth() - slice.openStart()) {
            var inner = outer(from, to, slice, depth + 1);
            return node.withContent(node.content().withChild(index, inner));
        }
        if (slice.content().size() == 0) {
            return closed(node, twoWay(from, to, depth));
        }
        if (slice.openStart() == 0 && slice.openEnd() == 0 && from.depth() == depth && to.depth() == depth) {
            var content = from.parent().content();
            return closed(
                    from.parent(),
                    content.cut(0, from.parentOffset()).append(slice.content()).append(content.cut(to.parentOffset())));
        }
        int extra = from.depth() - slice.openStart();
        var along = from.node(extra).withContent(slice.content());
        for (int i = extra - 1; i >= 0; i--) {
            along = from.node(i).withContent(Fragment.of(along));
        }
        var start = along.resolve(slice.openStart() + extra);
        var end = along.resolve(along.content().size() - slice.openEnd() - extra);
        return closed(node, threeWay(from, start, end, to, depth));
    }

    private static Fragment threeWay(
            ResolvedPosition from, ResolvedPosition start, ResolvedPosition end, ResolvedPosition to, int depth) {
        var openStart = from.depth() > depth ? joinable(from, start, depth + 1) : null;
        var openEnd = to.depth() > depth ? joinable(end, to, depth + 1) : null;
        var content = new ArrayList<Node>();
        addRange(null, from, depth, content);
        if (openStart != null && openEnd != null && start.index(depth) == end.index(depth)) {
            mustJoin(openStart, openEnd);
            Fragment.add(closed(openStart, threeWay(from, start, end, to, depth + 1)), content);
        } else {
            if (openStart != null) {
                Fragment.add(closed(openStart, twoWay(from, start, depth + 1)), content);
            }
            addRange(start, end, depth, content);
            if (openEnd != null) {
                Fragment.add(closed(openEnd, twoWay(end, to, depth + 1)), content);
            }
        }
        addRange(to, null, depth, content);
        return Fragment.asIs(content);
    }

    private static Fragment twoWay(ResolvedPosition from, ResolvedPosition to, int depth) {
        var content = new ArrayList<Node>();
        addRange(null, from, depth, content);
        if (from.depth() > depth) {
            var joined = joinable(from, to, depth + 1);
            Fragment.add(closed(joined, twoWay(from, to, depth + 1)), content);
        }
        addRange(to, null, depth, content);
        return Fragment.asIs(content);
    }

    private static void addRange(
            @Nullable ResolvedPosition start, @Nullable ResolvedPosition end, int depth, List<Node> target) {
        var node = end != null
                ? end.node(depth)
                : java.util.Objects.requireNonNull(start).node(depth);
        int startIndex = 0;
        int endIndex = end != null ? end.index(depth) : node.childCount();
        if (start != null) {
            startIndex = start.index(depth);
            if (start.depth() > depth) {
                startIndex++;
            } else if (start.textOffset() > 0) {
                start.nodeAfter().ifPresent(after -> Fragment.add(after, target));
                startIndex++;
            }
        }
        for (int i = startIndex; i < endIndex; i++) {
            Fragment.add(node.child(i), target);
        }
        if (end != null && end.depth() == depth && end.textOffset() > 0) {
            end.nodeBefore().ifPresent(before -> Fragment.add(before, target));
        }
    }

    private static Node joinable(ResolvedPosition before, ResolvedPosition after, int depth) {
        if (depth > after.depth() || depth > before.depth()) {
            throw new StepFailed("Inconsistent open depths");
        }
        var node = before.node(depth);
        mustJoin(node, after.node(depth));
        return node;
    }

    private static void mustJoin(Node main, Node sub) {
        if (!sub.type().compatible(main.type())) {
            throw new StepFailed(
                    "Cannot join " + sub.type().name() + " onto " + main.type().name());
        }
    }

    private static Node closed(Node node, Fragment content) {
        node.type().mustHold(content.nodes());
        return node.withContent(content);
    }
}
