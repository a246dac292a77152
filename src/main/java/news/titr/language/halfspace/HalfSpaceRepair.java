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

    /** A word that stands in the lexicon as it is may be right both ways: it is split only on this much more evidence. */
    private static final double MARGIN = 1.3;

    private static final int BLOCK_WORDS = 500;
    private static final int LONGEST_PIECE = 16_000;

    /** Shares of dropped and of spaced half-spaces that a clean text may have. */
    private static final double CLEAN = .0002;

    /** What the search for the shares of a damaged text begins with, how often it is refined, what it adds to counts. */
    private static final double FIRST_GUESS = .3;

    private static final int ROUNDS = 2;
    private static final double ADDED = .05;
    private static final double ADDED_TOTAL = 1;
    private static final double MOST_DAMAGE = .97;

    /** By how much (logarithm) a text must be likelier damaged than clean; a longer one has to show more. */
    private static final double LEAST_EVIDENCE = 3;

    private static final double MOST_EVIDENCE = 5;
    private static final double WORDS_PER_EVIDENCE = 60;

    private final WordRuns runs = new WordRuns();
    private final HalfSpaceModel model;
    private final Lattice lattice;

    HalfSpaceRepair(HalfSpaceModel model) {
        this.model = model;
        lattice = new Lattice(model);
    }

    /** Readings looked at since this repair was made: grows in line with the text. */
    long steps() {
        return lattice.steps;
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

    /** The text with these gaps put in. */
    static String apply(String text, List<Gap> gaps) {
        StringBuilder mended = new StringBuilder(text.length() + gaps.size());
        int at = 0;
        for (Gap gap : gaps) {
            mended.append(text, at, gap.start()).append(KeyLetters.HALF_SPACE);
            at = gap.end();
        }
        return mended.append(text, at, text.length()).toString();
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
        Channel channel = estimate();
        for (int word = 0; word < runs.words; word++) {
            int edge = lattice.path[word];
            if (edge >= 0) {
                addGaps(gaps, word, edge, channel);
            }
        }
    }

    /** Finds out how damaged the text is, and leaves the best path under that channel in the lattice. */
    private Channel estimate() {
        double dropped = FIRST_GUESS;
        double spaced = FIRST_GUESS;
        for (int round = 0; round < ROUNDS; round++) {
            lattice.search(Channel.of(dropped, spaced));
            double total = lattice.dropped + lattice.spaced + lattice.keptCount + ADDED_TOTAL;
            dropped = Math.min(MOST_DAMAGE, (lattice.dropped + ADDED) / total);
            spaced = Math.min(MOST_DAMAGE, (lattice.spaced + ADDED) / total);
        }
        Channel damaged = Channel.of(dropped, spaced);
        lattice.search(damaged);
        double damagedScore = lattice.score;
        Channel clean = Channel.of(CLEAN, CLEAN);
        lattice.search(clean);
        double evidence = Math.min(MOST_EVIDENCE, LEAST_EVIDENCE + runs.words / WORDS_PER_EVIDENCE);
        if (lattice.score + evidence >= damagedScore) {
            return clean;
        }
        lattice.search(damaged);
        return damaged;
    }

    /** What somebody has tied together of words that the lexicon knows is left as it is: «میان‌تیتر» is no «میان‌تی‌تر». */
    private long withoutKnownParts(int word, int last, long kept, long added) {
        int start = runs.wordStart[word];
        int length = runs.wordEnd(word) - start;
        if (last > word + 1 || kept == 0 || length >= Long.SIZE) {
            return added;
        }
        long rest = added;
        int from = 0;
        for (int to = 1; to <= length; to++) {
            if (to == length || (kept >>> to & 1) == 1) {
                long inside = (1L << to) - (1L << from + 1);
                if ((rest & inside) != 0 && model.isListedWhole(runs.letters.hash(start + from, start + to))) {
                    rest &= ~inside;
                }
                from = to;
            }
        }
        return rest;
    }

    private void addGaps(List<Gap> gaps, int word, int edge, Channel channel) {
        int first = runs.wordStart[word];
        int last = word + lattice.wordsOf(edge);
        long kept = 0;
        for (int i = word; i < last; i++) {
            kept |= runs.kept[i] << (runs.wordStart[i] - first);
        }
        long added = withoutKnownParts(word, last, kept, lattice.mask(edge) & ~kept);
        if (added == 0) {
            return;
        }
        double gain = lattice.gain(word, channel);
        if (gain < (lattice.isVariant(word) ? MARGIN : 0)) {
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
