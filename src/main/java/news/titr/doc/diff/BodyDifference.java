package news.titr.doc.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.doc.Inline;

/**
 * Compares two bodies block by block and, within a block, word by word. A paragraph that was moved, split or joined is told as
 * that and not as one that went and another that came.
 */
public final class BodyDifference {

    private static final double ALIKE = 0.4;

    /** A paragraph that becomes a subhead or a quote has its words kept. */
    private static final double TURNED = 0.7;

    /** What was moved may be changed a little as well. */
    private static final double MOVED = 0.75;

    private static final int WORDS_TO_KNOW_AGAIN = 3;

    /** So much of each part's text comes from the paragraph that was split. */
    private static final double PART = 0.6;

    private static final int MOST_PARTS = 5;

    private static final int MOST_PAIRS = 250_000;

    private final List<Block> before;
    private final List<Block> after;
    private final List<WordBag> old;
    private final List<WordBag> now;
    private final List<Step> steps = new ArrayList<>();

    private BodyDifference(List<Block> before, List<Block> after) {
        this.before = before;
        this.after = after;
        var numbers = new HashMap<String, Integer>();
        old = WordBag.of(before.stream().map(BlockDetail::text).toList(), numbers);
        now = WordBag.of(after.stream().map(BlockDetail::text).toList(), numbers);
    }

    public static List<BlockChange> of(Body before, Body after) {
        return of(before.blocks(), after.blocks());
    }

    static List<BlockChange> of(List<Block> before, List<Block> after) {
        return new BodyDifference(before, after).compare();
    }

    /** Blocks before that became blocks after; one of the two ranges may be empty. */
    private record Step(int fromOld, int toOld, int fromNow, int toNow) {

        boolean removes() {
            return fromNow == toNow;
        }

        boolean adds() {
            return fromOld == toOld;
        }
    }

    private List<BlockChange> compare() {
        var numbers = new HashMap<Block, Integer>();
        int[] partners =
                Alignment.partners(ListDifference.numbered(before, numbers), ListDifference.numbered(after, numbers));
        int i = 0;
        int j = 0;
        for (int next = 0; next <= before.size(); next++) {
            int partner = next == before.size() ? after.size() : partners[next];
            if (partner >= 0) {
                gap(i, next, j, partner);
                if (next < before.size()) {
                    steps.add(new Step(next, next + 1, partner, partner + 1));
                }
                i = next + 1;
                j = partner + 1;
            }
        }
        return told(moves());
    }

    // ---- blocks that stand between blocks that stayed

    private void gap(int fromOld, int toOld, int fromNow, int toNow) {
        int lengthOld = toOld - fromOld;
        int lengthNow = toNow - fromNow;
        int i = 0;
        int j = 0;
        if ((long) lengthOld * lengthNow <= MOST_PAIRS && lengthOld > 0 && lengthNow > 0) {
            var best = new double[lengthOld + 1][lengthNow + 1];
            var choice = new byte[lengthOld + 1][lengthNow + 1];
            for (int o = lengthOld - 1; o >= 0; o--) {
                for (int n = lengthNow - 1; n >= 0; n--) {
                    choose(fromOld, o, fromNow, n, best, choice);
                }
            }
            while (i < lengthOld && j < lengthNow) {
                int chosen = choice[i][j];
                int parts = chosen >= 10 ? chosen / 10 : chosen == 0 ? 1 : 0;
                int others = chosen >= 10 ? chosen % 10 : chosen == 1 ? 1 : 0;
                if (chosen == 0) {
                    others = 0;
                }
                steps.add(new Step(fromOld + i, fromOld + i + parts, fromNow + j, fromNow + j + others));
                i += parts;
                j += others;
            }
        }
        for (; i < lengthOld; i++) {
            steps.add(new Step(fromOld + i, fromOld + i + 1, fromNow + j, fromNow + j));
        }
        for (; j < lengthNow; j++) {
            steps.add(new Step(toOld, toOld, fromNow + j, fromNow + j + 1));
        }
    }

    /** The best that can be made of the blocks from here on: 0 takes one out, 1 puts one in, 10·p + q makes p into q. */
    private void choose(int fromOld, int o, int fromNow, int n, double[][] best, byte[][] choice) {
        best[o][n] = best[o + 1][n];
        choice[o][n] = 0;
        if (best[o][n + 1] > best[o][n]) {
            best[o][n] = best[o][n + 1];
            choice[o][n] = 1;
        }
        double one = likeness(fromOld + o, fromNow + n);
        if (one > 0) {
            int words = Math.max(1, old.get(fromOld + o).common(now.get(fromNow + n)));
            take(one * words + best[o + 1][n + 1], 11, o, n, best, choice);
        }
        if (before.get(fromOld + o) instanceof Block.Paragraph && after.get(fromNow + n) instanceof Block.Paragraph) {
            int rowsOld = best.length - 1;
            int rowsNow = best[0].length - 1;
            int words = 0;
            for (int parts = 1; parts <= MOST_PARTS && n + parts <= rowsNow; parts++) {
                int part = part(
                        now.get(fromNow + n + parts - 1), after.get(fromNow + n + parts - 1), old.get(fromOld + o));
                if (part == 0) {
                    break;
                }
                words += part;
                if (parts > 1) {
                    take(words + best[o + 1][n + parts], 10 + parts, o, n, best, choice);
                }
            }
            words = 0;
            for (int parts = 1; parts <= MOST_PARTS && o + parts <= rowsOld; parts++) {
                int part = part(
                        old.get(fromOld + o + parts - 1), before.get(fromOld + o + parts - 1), now.get(fromNow + n));
                if (part == 0) {
                    break;
                }
                words += part;
                if (parts > 1) {
                    take(words + best[o + parts][n + 1], 10 * parts + 1, o, n, best, choice);
                }
            }
        }
    }

    private static void take(double score, int what, int o, int n, double[][] best, byte[][] choice) {
        if (score > best[o][n]) {
            best[o][n] = score;
            choice[o][n] = (byte) what;
        }
    }

    /** How many words of a part come from the whole; zero when it is no part of it. */
    private static int part(WordBag part, Block block, WordBag whole) {
        int common = part.common(whole);
        return block instanceof Block.Paragraph && part.size() > 0 && common >= PART * part.size() ? common : 0;
    }

    private double likeness(int o, int n) {
        var was = before.get(o);
        var is = after.get(n);
        double words = old.get(o).likeness(now.get(n));
        if (was.getClass() != is.getClass()) {
            return isText(was) && isText(is) && words >= TURNED ? words : 0;
        }
        return switch (was) {
            case Block.Paragraph _, Block.Subhead _, Block.Quote _, Block.Listing _, Block.Table _ ->
                words >= ALIKE ? words : 0;
            // one in the place of another, whatever it shows
            case Block.Picture _, Block.ReadAlso _, Block.Embed _, Block.Unknown _ -> Math.max(words, ALIKE);
            case Block.Separator _ -> 1;
        };
    }

    private static boolean isText(Block block) {
        return block instanceof Block.Paragraph
                || block instanceof Block.Subhead
                || block instanceof Block.Quote
                || block instanceof Block.Listing;
    }

    // ---- blocks that went from one place and came to another

    /** The place before of each place after that was moved there. */
    private Map<Integer, Integer> moves() {
        var gone = steps.stream()
                .filter(Step::removes)
                .map(Step::fromOld)
                .filter(this::known)
                .toList();
        var come = steps.stream().filter(Step::adds).map(Step::fromNow).toList();
        var moves = new HashMap<Integer, Integer>();
        if ((long) gone.size() * come.size() > MOST_PAIRS) {
            return moves;
        }
        for (double least : new double[] {1, MOVED}) {
            for (int o : gone) {
                for (int n : come) {
                    if (!moves.containsKey(n)
                            && !moves.containsValue(o)
                            && before.get(o).getClass() == after.get(n).getClass()
                            && (least == 1
                                    ? before.get(o).equals(after.get(n))
                                    : old.get(o).likeness(now.get(n)) >= least)) {
                        moves.put(n, o);
                    }
                }
            }
        }
        return moves;
    }

    private boolean known(int place) {
        return old.get(place).size() >= WORDS_TO_KNOW_AGAIN
                || before.get(place) instanceof Block.Picture
                || before.get(place) instanceof Block.ReadAlso
                || before.get(place) instanceof Block.Embed;
    }

    private List<BlockChange> told(Map<Integer, Integer> moves) {
        var changes = new ArrayList<BlockChange>();
        for (var step : steps) {
            if (step.removes()) {
                var block = before.get(step.fromOld);
                changes.add(
                        moves.containsValue(step.fromOld)
                                ? new BlockChange.MovedAway(block)
                                : new BlockChange.Removed(block));
            } else if (step.adds()) {
                var block = after.get(step.fromNow);
                var place = moves.get(step.fromNow);
                if (place == null) {
                    changes.add(new BlockChange.Added(block));
                } else {
                    var was = before.get(place);
                    changes.add(new BlockChange.MovedHere(
                            was, block, BlockDetail.attributes(was, block), BlockDetail.inside(was, block)));
                }
            } else {
                changes.add(met(step));
            }
        }
        return changes;
    }

    private BlockChange met(Step step) {
        var was = before.subList(step.fromOld, step.toOld);
        var is = after.subList(step.fromNow, step.toNow);
        if (was.size() == 1 && is.size() == 1) {
            var old = was.getFirst();
            var now = is.getFirst();
            return old.equals(now)
                    ? new BlockChange.Kept(now)
                    : new BlockChange.Changed(old, now, BlockDetail.attributes(old, now), BlockDetail.inside(old, now));
        }
        List<Inline> textWas = BlockDetail.inlines(was);
        List<Inline> textIs = BlockDetail.inlines(is);
        var text = TextDifference.of(textWas, textIs);
        return was.size() == 1
                ? new BlockChange.Split(was.getFirst(), is, text)
                : new BlockChange.Joined(was, is.getFirst(), text);
    }
}
