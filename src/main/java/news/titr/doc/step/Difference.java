package news.titr.doc.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps that lead from one document to another: small ones, where the two differ, so that whoever is typing in the
 * first can go on in the second.
 */
public final class Difference {

    private Difference() {}

    /** Steps that make the one document the other, in the order in which they are to be applied. */
    public static List<Step> steps(Node before, Node after) {
        var steps = new ArrayList<Step>();
        var current = before;
        for (var attribute : after.attributes().entrySet()) {
            if (!attribute.getValue().equals(before.attributes().get(attribute.getKey()))) {
                var step = new Step.SetDocumentAttribute(attribute.getKey(), attribute.getValue());
                steps.add(step);
                current = step.apply(current);
            }
        }
        while (!current.equals(after)) {
            var step = replacement(current, after);
            steps.add(step);
            current = step.apply(current);
        }
        return steps;
    }

    /** One replacement from where the two begin to differ to where they differ no more. */
    private static Step replacement(Node before, Node after) {
        int from = start(before.content(), after.content(), 0).orElseThrow();
        var ends = end(
                        before.content(),
                        after.content(),
                        before.content().size(),
                        after.content().size())
                .orElseThrow();
        // what repeats itself is counted at the start and at the end: «aa» in «aaa»
        int overlap = Math.max(0, from - Math.min(ends.before(), ends.after()));
        try {
            var step =
                    new Step.Replace(from, ends.before() + overlap, after.slice(from, ends.after() + overlap), false);
            if (step.apply(before).equals(after)) {
                return step;
            }
        } catch (StepFailed e) {
            // the overlap reaches into a node: the whole is replaced
        }
        return new Step.Replace(0, before.content().size(), new Slice(after.content(), 0, 0), false);
    }

    private record Ends(int before, int after) {}

    private static Optional<Integer> start(Fragment one, Fragment other, int position) {
        int at = position;
        for (int i = 0; ; i++) {
            if (i == one.nodes().size() || i == other.nodes().size()) {
                return one.nodes().size() == other.nodes().size() ? Optional.empty() : Optional.of(at);
            }
            var left = one.child(i);
            var right = other.child(i);
            if (left != right) {
                if (!left.sameMarkup(right)) {
                    return Optional.of(at);
                }
                if (left.isText() && !left.text().equals(right.text())) {
                    return Optional.of(at + sameAtStart(left.text(), right.text()));
                }
                var inner = start(left.content(), right.content(), at + 1);
                if (inner.isPresent()) {
                    return inner;
                }
            }
            at += left.size();
        }
    }

    private static Optional<Ends> end(Fragment one, Fragment other, int onePosition, int otherPosition) {
        int oneAt = onePosition;
        int otherAt = otherPosition;
        int i = one.nodes().size();
        int j = other.nodes().size();
        while (true) {
            if (i == 0 || j == 0) {
                return i == j ? Optional.empty() : Optional.of(new Ends(oneAt, otherAt));
            }
            var left = one.child(--i);
            var right = other.child(--j);
            if (left != right) {
                if (!left.sameMarkup(right)) {
                    return Optional.of(new Ends(oneAt, otherAt));
                }
                if (left.isText() && !left.text().equals(right.text())) {
                    int same = sameAtEnd(left.text(), right.text());
                    return Optional.of(new Ends(oneAt - same, otherAt - same));
                }
                var inner = end(left.content(), right.content(), oneAt - 1, otherAt - 1);
                if (inner.isPresent()) {
                    return inner;
                }
            }
            oneAt -= left.size();
            otherAt -= left.size();
        }
    }

    /** Never between the two halves of a character. */
    private static int sameAtStart(String one, String other) {
        int same = 0;
        while (same < one.length() && same < other.length() && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same > 0 && Character.isHighSurrogate(one.charAt(same - 1)) ? same - 1 : same;
    }

    private static int sameAtEnd(String one, String other) {
        int same = 0;
        while (same < one.length()
                && same < other.length()
                && one.charAt(one.length() - same - 1) == other.charAt(other.length() - same - 1)) {
            same++;
        }
        return same > 0 && Character.isLowSurrogate(one.charAt(one.length() - same)) ? same - 1 : same;
    }
}
