package news.titr.doc.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.titr.doc.diff.Alignment;

/**
 * The steps that lead from one document to another: many small ones where the two differ, word by word, so that whoever
 * is typing in the first can go on in the second between them.
 */
public final class Difference {

    /** Changes of the document before, in the order of their positions, none inside another. */
    private final List<Step> changes = new ArrayList<>();

    private Difference() {}

    /** Steps that make the one document the other, in the order in which they are to be applied. */
    public static List<Step> steps(Node before, Node after) {
        var steps = new ArrayList<Step>();
        for (var attribute : after.attributes().entrySet()) {
            if (!attribute.getValue().equals(before.attributes().get(attribute.getKey()))) {
                steps.add(new Step.SetDocumentAttribute(attribute.getKey(), attribute.getValue()));
            }
        }
        var difference = new Difference();
        difference.children(before.content(), after.content(), 0);
        // from the end to the beginning, so that each finds its positions as they were
        steps.addAll(difference.changes.reversed());
        return leadTo(after, before, steps) ? steps : whole(before, after);
    }

    private static List<Step> whole(Node before, Node after) {
        var steps = new ArrayList<Step>();
        after.attributes().forEach((name, value) -> steps.add(new Step.SetDocumentAttribute(name, value)));
        steps.add(new Step.Replace(0, before.content().size(), new Slice(after.content(), 0, 0), false));
        return steps;
    }

    /** Whatever the small steps miss, the document that was saved is the one that everybody gets. */
    private static boolean leadTo(Node after, Node before, List<Step> steps) {
        try {
            var document = before;
            for (var step : steps) {
                document = step.apply(document);
            }
            return document.equals(after);
        } catch (StepFailed e) {
            return false;
        }
    }

    private void children(Fragment before, Fragment after, int position) {
        var partners = align(before.nodes(), after.nodes());
        int i = 0;
        int j = 0;
        int at = position;
        while (i < before.nodes().size() || j < after.nodes().size()) {
            if (i < before.nodes().size() && partners[i] == j) {
                at += before.child(i).size();
                i++;
                j++;
                continue;
            }
            int endBefore = i;
            while (endBefore < before.nodes().size() && partners[endBefore] < 0) {
                endBefore++;
            }
            int endAfter = endBefore < before.nodes().size()
                    ? partners[endBefore]
                    : after.nodes().size();
            gap(before.nodes().subList(i, endBefore), after.nodes().subList(j, endAfter), at);
            for (; i < endBefore; i++) {
                at += before.child(i).size();
            }
            j = endAfter;
        }
    }

    /** Nodes that stand in the place of others: one by one when they are as many and alike, else all together. */
    private void gap(List<Node> before, List<Node> after, int position) {
        boolean alike = before.size() == after.size();
        for (int i = 0; alike && i < before.size(); i++) {
            alike = before.get(i).type().name().equals(after.get(i).type().name());
        }
        if (!alike) {
            int size = before.stream().mapToInt(Node::size).sum();
            changes.add(new Step.Replace(position, position + size, new Slice(Fragment.of(after), 0, 0), false));
            return;
        }
        int at = position;
        for (int i = 0; i < before.size(); i++) {
            node(before.get(i), after.get(i), at);
            at += before.get(i).size();
        }
    }

    private void node(Node before, Node after, int position) {
        for (var attribute : after.attributes().entrySet()) {
            if (!attribute.getValue().equals(before.attributes().get(attribute.getKey()))) {
                changes.add(new Step.SetAttribute(position, attribute.getKey(), attribute.getValue()));
            }
        }
        if (before.type().parts().stream().anyMatch(part -> part.kinds().equals(Set.of(NodeType.TEXT)))) {
            text(before.content(), after.content(), position + 1);
        } else if (!before.isLeaf()) {
            children(before.content(), after.content(), position + 1);
        }
    }

    // ---- text, word by word

    /** A word, or what stands between two words; with its marks, since bold is another word. */
    private record Token(String text, List<NodeMark> marks) {}

    private void text(Fragment before, Fragment after, int position) {
        var old = tokens(before);
        var young = tokens(after);
        var partners = align(old, young);
        int i = 0;
        int j = 0;
        int at = 0;
        int there = 0;
        while (i < old.size() || j < young.size()) {
            if (i < old.size() && partners[i] == j) {
                at += old.get(i).text().length();
                there += young.get(j).text().length();
                i++;
                j++;
                continue;
            }
            int end = at;
            while (i < old.size() && partners[i] < 0) {
                end += old.get(i++).text().length();
            }
            int endAfter = i < old.size() ? partners[i] : young.size();
            int endThere = there;
            while (j < endAfter) {
                endThere += young.get(j++).text().length();
            }
            var put = after.cut(there, endThere);
            changes.add(new Step.Replace(position + at, position + end, new Slice(put, 0, 0), false));
            at = end;
            there = endThere;
        }
    }

    private static List<Token> tokens(Fragment text) {
        var tokens = new ArrayList<Token>();
        for (var node : text.nodes()) {
            String all = node.text();
            int begin = 0;
            for (int at = 0; at < all.length(); at = begin) {
                int unit = all.codePointAt(at);
                int end = at + Character.charCount(unit);
                while (Character.isLetterOrDigit(unit)
                        && end < all.length()
                        && Character.isLetterOrDigit(all.codePointAt(end))) {
                    end += Character.charCount(all.codePointAt(end));
                }
                tokens.add(new Token(all.substring(at, end), node.marks()));
                begin = end;
            }
        }
        return tokens;
    }

    private static <T> int[] align(List<T> before, List<T> after) {
        Map<T, Integer> numbers = new HashMap<>();
        return Alignment.partners(numbered(before, numbers), numbered(after, numbers));
    }

    private static <T> int[] numbered(List<T> things, Map<T, Integer> numbers) {
        return things.stream()
                .mapToInt(thing -> numbers.computeIfAbsent(thing, _ -> numbers.size()))
                .toArray();
    }
}
