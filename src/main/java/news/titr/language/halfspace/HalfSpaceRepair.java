package news.titr.language.halfspace;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the half-spaces that a text has lost. Holds working arrays: one instance per thread; the model is shared.
 */
public final class HalfSpaceRepair {
    /**
     * A half-space to put in.
     *
     * @param start where, in UTF-16 units
     * @param end the same if letters are glued there; otherwise behind the space that it replaces
     * @param gain natural logarithm of how much likelier the text is with it
     */
    public record Gap(int start, int end, double gain) {}

    private static final int BLOCK_WORDS = 500;
    private static final int LONGEST_PIECE = 16_000;

    private final HalfSpaceModel model;
    private final WordRuns runs = new WordRuns();
    private final Lattice lattice;
    static double THRESHOLD = 0;

    HalfSpaceRepair(HalfSpaceModel model) {
        this.model = model;
        lattice = new Lattice(model);
    }

    /** All gaps of the text, in order. */
    public List<Gap> gaps(CharSequence text) {
        return gaps(text, new BitSet());
    }

    /**
     * All gaps of the text, in order.
     *
     * @param untouchable UTF-16 units that are not read as words; words on either side of them are not neighbours
     */
    public List<Gap> gaps(CharSequence text, BitSet untouchable) {
        List<Gap> gaps = new ArrayList<>();
        int length = text.length();
        runs.clear();
        for (int from = 0; from < length; ) {
            int to = pieceEnd(text, from);
            for (int open = untouchable.nextClearBit(from); open < to; ) {
                int shut = untouchable.nextSetBit(open);
                int end = shut < 0 || shut > to ? to : shut;
                runs.read(text, open, end);
                open = end == to ? to : untouchable.nextClearBit(end);
            }
            from = to;
            if (runs.words >= BLOCK_WORDS || from >= length) {
                repair(gaps);
                runs.clear();
            }
        }
        return gaps;
    }

    /** Behind the end of the line, or at a space in it if it is very long, so that the work for one block is bounded. */
    private static int pieceEnd(CharSequence text, int from) {
        int most = Math.min(text.length(), from + LONGEST_PIECE);
        int space = most;
        for (int at = from; at < most; at++) {
            char c = text.charAt(at);
            if (c == '\n') {
                return at + 1;
            }
            if (c == ' ') {
                space = at + 1;
            }
        }
        return most == text.length() ? most : space;
    }

    private void repair(List<Gap> gaps) {
        lattice.build(runs);
        double dropped = .3;
        double spaced = .3;
        for (int round = 0; round < 2; round++) {
            lattice.search(Channel.of(dropped, spaced));
            double total = lattice.dropped + lattice.spaced + lattice.keptCount + 3;
            dropped = Math.min(.97, (lattice.dropped + .6) / total);
            spaced = Math.min(.97, (lattice.spaced + .6) / total);
        }
        Channel channel = Channel.of(dropped, spaced);
        lattice.search(channel);
        for (int word = 0; word < runs.words; word++) {
            int edge = lattice.path[word];
            if (edge >= 0) {
                addGaps(gaps, word, edge, channel);
            }
        }
    }

    private void addGaps(List<Gap> gaps, int word, int edge, Channel channel) {
        int first = runs.wordStart[word];
        int last = word + lattice.wordsOf(edge);
        long kept = 0;
        for (int i = word; i < last; i++) {
            kept |= runs.kept[i] << (runs.wordStart[i] - first);
        }
        long added = lattice.mask(edge) & ~kept;
        if (added == 0) {
            return;
        }
        double gain = lattice.gain(word, channel);
        if (gain < THRESHOLD) {
            return;
        }
        int inside = word;
        for (long rest = added; rest != 0; rest &= rest - 1) {
            int letter = first + Long.numberOfTrailingZeros(rest);
            while (runs.wordEnd(inside) <= letter) {
                inside++;
            }
            int offset = runs.offset(letter);
            boolean atSpace = inside > word && runs.wordStart[inside] == letter;
            gaps.add(new Gap(atSpace ? runs.textEnd[inside - 1] : offset, offset, gain));
        }
    }
}
