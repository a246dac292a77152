package news.titr.doc.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * Finds what two sequences have in common, in order. What stands once in both holds first (patience), the rest is found by
 * Myers' greedy search in strides, so that the time is bounded: two wholly different texts of 40,000 words take less than a
 * second.
 */
public final class Alignment {

    /** Differences that one stride of the search takes; its time and room grow with the square. */
    private static final int STRIDE = 768;

    private final int[] before;
    private final int[] after;
    private final int[] partners;

    private Alignment(int[] before, int[] after) {
        this.before = before;
        this.after = after;
        partners = new int[before.length];
        Arrays.fill(partners, -1);
    }

    /** For each place before its place after, or -1; the places that are given rise. */
    public static int[] partners(int[] before, int[] after) {
        var alignment = new Alignment(before, after);
        alignment.align(0, before.length, 0, after.length);
        return alignment.partners;
    }

    private void align(int fromBefore, int toBefore, int fromAfter, int toAfter) {
        int b = fromBefore;
        int a = fromAfter;
        while (b < toBefore && a < toAfter && before[b] == after[a]) {
            partners[b++] = a++;
        }
        int endBefore = toBefore;
        int endAfter = toAfter;
        while (endBefore > b && endAfter > a && before[endBefore - 1] == after[endAfter - 1]) {
            partners[--endBefore] = --endAfter;
        }
        if (b == endBefore || a == endAfter) {
            return;
        }
        var anchors = anchors(b, endBefore, a, endAfter);
        if (anchors.isEmpty()) {
            search(b, endBefore, a, endAfter);
            return;
        }
        for (var anchor : anchors) {
            align(b, anchor.before, a, anchor.after);
            partners[anchor.before] = anchor.after;
            b = anchor.before + 1;
            a = anchor.after + 1;
        }
        align(b, endBefore, a, endAfter);
    }

    private record Place(int before, int after) {}

    /** Where one thing stands, and how often. */
    private static final class Sighting {
        private int countBefore;
        private int countAfter;
        private int placeAfter;
    }

    /** What stands once in both, as far as it comes in the same order. */
    private List<Place> anchors(int fromBefore, int toBefore, int fromAfter, int toAfter) {
        var sightings = new HashMap<Integer, Sighting>();
        for (int i = fromBefore; i < toBefore; i++) {
            sightings.computeIfAbsent(before[i], _ -> new Sighting()).countBefore++;
        }
        for (int i = fromAfter; i < toAfter; i++) {
            var sighting = sightings.get(after[i]);
            if (sighting != null) {
                sighting.countAfter++;
                sighting.placeAfter = i;
            }
        }
        var unique = new ArrayList<Place>();
        for (int i = fromBefore; i < toBefore; i++) {
            var sighting = sightings.get(before[i]);
            if (sighting != null && sighting.countBefore == 1 && sighting.countAfter == 1) {
                unique.add(new Place(i, sighting.placeAfter));
            }
        }
        return longestRise(unique);
    }

    private static List<Place> longestRise(List<Place> places) {
        var tops = new int[places.size()];
        var previous = new int[places.size()];
        int length = 0;
        for (int i = 0; i < places.size(); i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (places.get(tops[middle]).after < places.get(i).after) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[i] = low > 0 ? tops[low - 1] : -1;
            tops[low] = i;
            length = Math.max(length, low + 1);
        }
        var rise = new ArrayList<Place>();
        for (int i = length > 0 ? tops[length - 1] : -1; i >= 0; i = previous[i]) {
            rise.add(places.get(i));
        }
        return rise.reversed();
    }

    /** Myers' search; after a stride it goes on from wherever it came furthest. */
    private void search(int fromBefore, int toBefore, int fromAfter, int toAfter) {
        int b = fromBefore;
        int a = fromAfter;
        while (b < toBefore && a < toAfter) {
            var reached = stride(b, toBefore, a, toAfter);
            if (reached.before == b && reached.after == a) {
                return;
            }
            b = reached.before;
            a = reached.after;
        }
    }

    private Place stride(int fromBefore, int toBefore, int fromAfter, int toAfter) {
        int lengthBefore = toBefore - fromBefore;
        int lengthAfter = toAfter - fromAfter;
        int most = Math.min(STRIDE, lengthBefore + lengthAfter);
        var trace = new ArrayList<int[]>();
        var furthest = new int[2 * most + 3];
        var best = new Reach(0, 0, 0);
        for (int d = 0; d <= most; d++) {
            for (int k = -d; k <= d; k += 2) {
                int x = k == -d || k != d && furthest[most + k] < furthest[most + k + 2]
                        ? furthest[most + k + 2]
                        : furthest[most + k] + 1;
                while (x < lengthBefore && x - k < lengthAfter && before[fromBefore + x] == after[fromAfter + x - k]) {
                    x++;
                }
                furthest[most + k + 1] = x;
                if (x <= lengthBefore && x - k <= lengthAfter && 2 * x - k > 2 * best.x - best.diagonal) {
                    best = new Reach(d, k, x);
                }
            }
            trace.add(Arrays.copyOfRange(furthest, most - d, most + d + 3));
            if (best.x == lengthBefore && best.x - best.diagonal == lengthAfter) {
                break;
            }
        }
        trackBack(trace.subList(0, best.round + 1), best.diagonal, fromBefore, fromAfter);
        return new Place(fromBefore + best.x, fromAfter + best.x - best.diagonal);
    }

    /** How far a round has come on one diagonal. */
    private record Reach(int round, int diagonal, int x) {}

    /** Each row of the trace holds diagonals -d - 1 … d + 1 of its round. */
    private void trackBack(List<int[]> trace, int diagonal, int fromBefore, int fromAfter) {
        int k = diagonal;
        for (int d = trace.size() - 1; d >= 0; d--) {
            var row = trace.get(d);
            int x = row[k + d + 1];
            int start;
            int next = k;
            if (d == 0) {
                start = 0;
            } else {
                var earlier = trace.get(d - 1);
                // the same choice as on the way there
                boolean down = k == -d || k != d && earlier[k - 1 + d] < earlier[k + 1 + d];
                next = down ? k + 1 : k - 1;
                start = down ? earlier[next + d] : earlier[next + d] + 1;
            }
            for (int i = start; i < x; i++) {
                if (i >= 0 && i - k >= 0) {
                    partners[fromBefore + i] = fromAfter + i - k;
                }
            }
            k = next;
        }
    }
}
