package news.titr.doc.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** One change of a document, exactly as prosemirror-transform defines it. */
public sealed interface Step {

    /** @param structure fails when it would replace anything but the ends and beginnings of nodes */
    record Replace(int from, int to, Slice slice, boolean structure) implements Step {}

    /**
     * Replaces what is around a gap, and keeps the gap.
     *
     * @param insert where in the slice the gap's content goes
     */
    record ReplaceAround(int from, int to, int gapFrom, int gapTo, Slice slice, int insert, boolean structure)
            implements Step {}

    record AddMark(int from, int to, NodeMark mark) implements Step {}

    record RemoveMark(int from, int to, NodeMark mark) implements Step {}

    record AddNodeMark(int position, NodeMark mark) implements Step {}

    record RemoveNodeMark(int position, NodeMark mark) implements Step {}

    record SetAttribute(int position, String name, JsonNode value) implements Step {}

    record SetDocumentAttribute(String name, JsonNode value) implements Step {}

    /** The document after this step. Throws {@link StepFailed} when it cannot be applied to this one. */
    default Node apply(Node document) {
        return switch (this) {
            case Replace replace -> {
                if (replace.structure && contentBetween(document, replace.from, replace.to)) {
                    throw new StepFailed("Structure replace would overwrite content");
                }
                yield document.replace(replace.from, replace.to, replace.slice);
            }
            case ReplaceAround around -> {
                if (around.structure
                        && (contentBetween(document, around.from, around.gapFrom)
                                || contentBetween(document, around.gapTo, around.to))) {
                    throw new StepFailed("Structure gap-replace would overwrite content");
                }
                var gap = document.slice(around.gapFrom, around.gapTo);
                if (gap.openStart() > 0 || gap.openEnd() > 0) {
                    throw new StepFailed("Gap is not a flat range");
                }
                yield document.replace(around.from, around.to, around.slice.withInserted(around.insert, gap.content()));
            }
            case AddMark(var from, var to, var mark) -> {
                var old = document.slice(from, to);
                var start = document.resolve(from);
                var parent = start.node(start.sharedDepth(to));
                var marked = marked(
                        old.content(),
                        parent,
                        (node, holder) ->
                                holder.type().allows(mark.type()) ? node.withMarks(mark.addedTo(node.marks())) : node);
                yield document.replace(from, to, new Slice(marked, old.openStart(), old.openEnd()));
            }
            case RemoveMark(var from, var to, var mark) -> {
                var old = document.slice(from, to);
                var bare = marked(old.content(), document, (node, _) -> node.withMarks(mark.removedFrom(node.marks())));
                yield document.replace(from, to, new Slice(bare, old.openStart(), old.openEnd()));
            }
            case AddNodeMark(var position, var mark) -> {
                var node = nodeAt(document, position);
                yield replaceMarkup(document, position, node.withMarks(mark.addedTo(node.marks())));
            }
            case RemoveNodeMark(var position, var mark) -> {
                var node = nodeAt(document, position);
                yield replaceMarkup(document, position, node.withMarks(mark.removedFrom(node.marks())));
            }
            case SetAttribute(var position, var name, var value) ->
                replaceMarkup(document, position, nodeAt(document, position).withAttribute(name, value));
            case SetDocumentAttribute(var name, var value) -> document.withAttribute(name, value);
        };
    }

    /** Where positions are after this step. */
    default StepMap map() {
        return switch (this) {
            case Replace(var from, var to, var slice, var _) ->
                StepMap.of(new StepMap.Range(from, to - from, slice.size()));
            case ReplaceAround(var from, var to, var gapFrom, var gapTo, var slice, var insert, var _) ->
                StepMap.of(
                        new StepMap.Range(from, gapFrom - from, insert),
                        new StepMap.Range(gapTo, to - gapTo, slice.size() - insert));
            case AddMark _, RemoveMark _, AddNodeMark _, RemoveNodeMark _, SetAttribute _, SetDocumentAttribute _ ->
                StepMap.EMPTY;
        };
    }

    /** This step for a document that has changed meanwhile; empty when nothing is left of what it changed. */
    default Optional<Step> through(Mapping mapping) {
        return switch (this) {
            case Replace replace -> {
                var from = mapping.mapped(replace.from, 1);
                var to = mapping.mapped(replace.to, -1);
                yield from.deletedAcross() && to.deletedAcross()
                        ? Optional.empty()
                        : Optional.of(new Replace(
                                from.position(),
                                Math.max(from.position(), to.position()),
                                replace.slice,
                                replace.structure));
            }
            case ReplaceAround around -> {
                var from = mapping.mapped(around.from, 1);
                var to = mapping.mapped(around.to, -1);
                int gapFrom = around.from == around.gapFrom
                        ? from.position()
                        : mapping.mapped(around.gapFrom, -1).position();
                int gapTo = around.to == around.gapTo
                        ? to.position()
                        : mapping.mapped(around.gapTo, 1).position();
                yield (from.deletedAcross() && to.deletedAcross()) || gapFrom < from.position() || gapTo > to.position()
                        ? Optional.empty()
                        : Optional.of(new ReplaceAround(
                                from.position(),
                                to.position(),
                                gapFrom,
                                gapTo,
                                around.slice,
                                around.insert,
                                around.structure));
            }
            case AddMark(var from, var to, var mark) ->
                range(mapping, from, to).map(range -> new AddMark(range.from, range.to, mark));
            case RemoveMark(var from, var to, var mark) ->
                range(mapping, from, to).map(range -> new RemoveMark(range.from, range.to, mark));
            case AddNodeMark(var position, var mark) ->
                node(mapping, position).map(found -> new AddNodeMark(found, mark));
            case RemoveNodeMark(var position, var mark) ->
                node(mapping, position).map(found -> new RemoveNodeMark(found, mark));
            case SetAttribute(var position, var name, var value) ->
                node(mapping, position).map(found -> new SetAttribute(found, name, value));
            case SetDocumentAttribute same -> Optional.of(same);
        };
    }

    /** The step that undoes this one, which was made on this document. */
    default Step inverted(Node before) {
        return switch (this) {
            case Replace(var from, var to, var slice, var _) ->
                new Replace(from, from + slice.size(), before.slice(from, to), false);
            case ReplaceAround(var from, var to, var gapFrom, var gapTo, var slice, var insert, var structure) ->
                new ReplaceAround(
                        from,
                        from + slice.size() + gapTo - gapFrom,
                        from + insert,
                        from + insert + gapTo - gapFrom,
                        before.slice(from, to).without(gapFrom - from, gapTo - from),
                        gapFrom - from,
                        structure);
            case AddMark(var from, var to, var mark) -> new RemoveMark(from, to, mark);
            case RemoveMark(var from, var to, var mark) -> new AddMark(from, to, mark);
            case AddNodeMark(var position, var mark) -> new RemoveNodeMark(position, mark);
            case RemoveNodeMark(var position, var mark) -> new AddNodeMark(position, mark);
            case SetAttribute(var position, var name, var _) ->
                new SetAttribute(position, name, attribute(nodeAt(before, position), name));
            case SetDocumentAttribute(var name, var _) -> new SetDocumentAttribute(name, attribute(before, name));
        };
    }

    // ---- the parts of it

    /** A stretch of a document. */
    record Range(int from, int to) {}

    private static Optional<Range> range(Mapping mapping, int from, int to) {
        var start = mapping.mapped(from, 1);
        var end = mapping.mapped(to, -1);
        return (start.deleted() && end.deleted()) || start.position() >= end.position()
                ? Optional.empty()
                : Optional.of(new Range(start.position(), end.position()));
    }

    private static Optional<Integer> node(Mapping mapping, int position) {
        var found = mapping.mapped(position, 1);
        return found.deletedAfter() ? Optional.empty() : Optional.of(found.position());
    }

    private static JsonNode attribute(Node node, String name) {
        var value = node.attributes().get(name);
        return value == null ? com.fasterxml.jackson.databind.node.MissingNode.getInstance() : value;
    }

    private static Node nodeAt(Node document, int position) {
        return document.nodeAt(position).orElseThrow(() -> new StepFailed("No node at the step's position"));
    }

    /** Puts a node in the place of another, with the other's content. */
    private static Node replaceMarkup(Node document, int position, Node node) {
        if (node.isText()) {
            throw new StepFailed("A text is no node of its own");
        }
        var empty = node.withContent(Fragment.EMPTY);
        return document.replace(position, position + 1, new Slice(Fragment.of(empty), 0, node.isLeaf() ? 0 : 1));
    }

    private static Fragment marked(Fragment fragment, Node parent, BinaryOperator<Node> marking) {
        var nodes = new ArrayList<Node>();
        for (var child : fragment.nodes()) {
            var node = child.content().size() > 0 ? child.withContent(marked(child.content(), child, marking)) : child;
            nodes.add(node.type().inline() ? marking.apply(node, parent) : node);
        }
        return Fragment.of(nodes);
    }

    private static boolean contentBetween(Node document, int from, int to) {
        var start = document.resolve(from);
        int distance = to - from;
        int depth = start.depth();
        while (distance > 0
                && depth > 0
                && start.indexAfter(depth) == start.node(depth).childCount()) {
            depth--;
            distance--;
        }
        if (distance > 0) {
            var next = childAt(start.node(depth).children(), start.indexAfter(depth));
            while (distance > 0) {
                if (next.isEmpty() || next.get().isLeaf()) {
                    return true;
                }
                next = childAt(next.get().children(), 0);
                distance--;
            }
        }
        return false;
    }

    private static Optional<Node> childAt(List<Node> children, int index) {
        return index < children.size() ? Optional.of(children.get(index)) : Optional.empty();
    }
}
