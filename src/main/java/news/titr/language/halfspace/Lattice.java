package news.titr.language.halfspace;

import java.util.Arrays;

/**
 * Every reading of a text's words: each edge reads one to four written words as one form. Built once for a text, then
 * searched for the best path under one channel after another. Not safe for two threads.
 */
final class Lattice {
    private static final int LONGEST_MERGE = 4;
    /** Taken off for each space that is merged: two words are the rule. */
    private static final double MERGE_COST = 1;

    private static final int BEAM = 6;
    private static final int STATES = 16;
    private static final int NO_EDGE = -1;

    private final HalfSpaceModel model;
    private final WordForms forms;
    private WordRuns runs = new WordRuns();

    /** Per word the edges that begin there: from edgeStart[word] to edgeStart[word + 1]. */
    private int[] edgeStart = new int[65];

    private int edges;
    private int[] edgeForm = new int[256];
    private double[] edgeLog = new double[256];
    private long[] edgeMask = new long[256];
    private byte[] edgeWords = new byte[256];
    private byte[] edgeDropped = new byte[256];
    private byte[] edgeKept = new byte[256];

    private int[] stateCount = new int[65];
    private int[] stateForm = new int[65 * STATES];
    private double[] stateScore = new double[65 * STATES];
    private int[] stateEdge = new int[65 * STATES];
    private int[] stateFrom = new int[65 * STATES];

    /** The best path of the last search: per word the edge that begins there, or -1 inside a merge. */
    int[] path = new int[64];
    /** The form before each edge of the path. */
    private int[] pathBefore = new int[64];

    /** Readings looked at since this lattice was made: what the time goes with. */
    long steps;

    int dropped;
    int spaced;
    int keptCount;
    double score;

    Lattice(HalfSpaceModel model) {
        this.model = model;
        forms = new WordForms(model);
    }

    /** Sets up the edges for these words. */
    void build(WordRuns words) {
        runs = words;
        edges = 0;
        if (edgeStart.length < words.words + 1) {
            int size = words.words * 2 + 1;
            edgeStart = new int[size];
            stateCount = new int[size];
            stateForm = new int[size * STATES];
            stateScore = new double[size * STATES];
            stateEdge = new int[size * STATES];
            stateFrom = new int[size * STATES];
            path = new int[size];
            pathBefore = new int[size];
        }
        for (int run = 0; run < words.runs; run++) {
            int last = words.runStart[run + 1];
            for (int word = words.runStart[run]; word < last; word++) {
                edgeStart[word] = edges;
                int longest = Math.min(LONGEST_MERGE, last - word);
                for (int merged = 1; merged <= longest; merged++) {
                    if (!addEdges(word, merged)) {
                        break;
                    }
                }
            }
        }
        edgeStart[words.words] = edges;
    }

    private boolean addEdges(int word, int merged) {
        int from = runs.wordStart[word];
        int to = runs.wordEnd(word + merged - 1);
        long required = runs.kept[word];
        long forbidden = runs.closed[word];
        long spaces = 0;
        int kept = Long.bitCount(required);
        if (merged > 1) {
            if (to - from > WordForms.LONGEST) {
                return false;
            }
            for (int i = 1; i < merged; i++) {
                int place = runs.wordStart[word + i] - from;
                if ((forbidden >>> place & 1) == 1) {
                    return false;
                }
                spaces |= 1L << place;
                required |= runs.kept[word + i] << place | 1L << place;
                forbidden |= runs.closed[word + i] << place;
                kept += Long.bitCount(runs.kept[word + i]);
            }
            if (!forms.plausible(runs.letters, from, runs.wordEnd(word), runs.wordStart[word + merged - 1], to)) {
                return true;
            }
        }
        forms.find(runs.letters, from, to, required, forbidden, spaces);
        for (int i = 0; i < forms.count; i++) {
            if (edges == edgeForm.length) {
                growEdges();
            }
            edgeForm[edges] = forms.forms[i];
            edgeLog[edges] = forms.logs[i] - MERGE_COST * (merged - 1);
            edgeMask[edges] = forms.masks[i];
            edgeWords[edges] = (byte) merged;
            edgeKept[edges] = (byte) kept;
            edgeDropped[edges++] = (byte) Long.bitCount(forms.masks[i] & ~required);
        }
        return true;
    }

    private void growEdges() {
        int size = edges * 2;
        edgeForm = Arrays.copyOf(edgeForm, size);
        edgeLog = Arrays.copyOf(edgeLog, size);
        edgeMask = Arrays.copyOf(edgeMask, size);
        edgeWords = Arrays.copyOf(edgeWords, size);
        edgeKept = Arrays.copyOf(edgeKept, size);
        edgeDropped = Arrays.copyOf(edgeDropped, size);
    }

    long mask(int edge) {
        return edgeMask[edge];
    }

    int wordsOf(int edge) {
        return edgeWords[edge];
    }

    /** Searches the best path through all runs; sets {@link #path} and the counts. */
    void search(Channel channel) {
        dropped = 0;
        spaced = 0;
        keptCount = 0;
        score = 0;
        for (int run = 0; run < runs.runs; run++) {
            int context = runs.runAfter[run] == WordRuns.AFTER_NUMBER ? model.number : model.start;
            int after = runs.runBefore[run] == WordRuns.AFTER_NUMBER ? model.number : model.start;
            search(channel, runs.runStart[run], runs.runStart[run + 1], context, after);
        }
    }

    private void search(Channel channel, int first, int last, int context, int after) {
        for (int word = first; word <= last; word++) {
            stateCount[word] = 0;
        }
        putState(first, context, 0, NO_EDGE, 0);
        for (int word = first; word < last; word++) {
            int states = stateCount[word];
            if (states == 0) {
                continue;
            }
            if (states > BEAM) {
                states = prune(word, states);
            }
            steps += (long) states * (edgeStart[word + 1] - edgeStart[word]);
            for (int edge = edgeStart[word]; edge < edgeStart[word + 1]; edge++) {
                double cost = channel.cost(edgeDropped[edge], edgeWords[edge] - 1, edgeKept[edge]);
                for (int state = word * STATES; state < word * STATES + states; state++) {
                    double value =
                            stateScore[state] + cost + model.pairLog(stateForm[state], edgeForm[edge], edgeLog[edge]);
                    putState(word + edgeWords[edge], edgeForm[edge], value, edge, state);
                }
            }
        }
        double afterLog = model.wordLog(after);
        for (int state = last * STATES; state < last * STATES + stateCount[last]; state++) {
            stateScore[state] += model.pairLog(stateForm[state], after, afterLog);
        }
        int best = last * STATES;
        for (int state = best + 1; state < last * STATES + stateCount[last]; state++) {
            if (stateScore[state] > stateScore[best]) {
                best = state;
            }
        }
        score += stateScore[best];
        trace(best, first, last);
    }

    private void trace(int best, int first, int last) {
        Arrays.fill(path, first, last, NO_EDGE);
        int state = best;
        while (stateEdge[state] != NO_EDGE) {
            int edge = stateEdge[state];
            int from = stateFrom[state];
            int word = from / STATES;
            path[word] = edge;
            pathBefore[word] = stateForm[from];
            dropped += edgeDropped[edge];
            spaced += edgeWords[edge] - 1;
            keptCount += edgeKept[edge];
            state = from;
        }
    }

    private void putState(int word, int form, double value, int edge, int from) {
        int base = word * STATES;
        int count = stateCount[word];
        int weakest = base;
        for (int state = base; state < base + count; state++) {
            if (stateForm[state] == form) {
                if (value > stateScore[state]) {
                    set(state, form, value, edge, from);
                }
                return;
            }
            if (stateScore[state] < stateScore[weakest]) {
                weakest = state;
            }
        }
        if (count < STATES) {
            stateCount[word] = count + 1;
            set(base + count, form, value, edge, from);
        } else if (value > stateScore[weakest]) {
            set(weakest, form, value, edge, from);
        }
    }

    private void set(int state, int form, double value, int edge, int from) {
        stateForm[state] = form;
        stateScore[state] = value;
        stateEdge[state] = edge;
        stateFrom[state] = from;
    }

    private int prune(int word, int states) {
        int base = word * STATES;
        for (int i = 0; i < BEAM; i++) {
            int best = base + i;
            for (int state = best + 1; state < base + states; state++) {
                if (stateScore[state] > stateScore[best]) {
                    best = state;
                }
            }
            swap(base + i, best);
        }
        stateCount[word] = BEAM;
        return BEAM;
    }

    private void swap(int a, int b) {
        int form = stateForm[a];
        double value = stateScore[a];
        int edge = stateEdge[a];
        int from = stateFrom[a];
        set(a, stateForm[b], stateScore[b], stateEdge[b], stateFrom[b]);
        set(b, form, value, edge, from);
    }

    /**
     * By how much (natural logarithm) the edge of the path at this word beats leaving its words as they stand, between
     * the same neighbours and under this channel.
     */
    double gain(int word, Channel channel) {
        int edge = path[word];
        int next = word + edgeWords[edge];
        int after = next < runs.words && path[next] >= 0 && pathBefore[next] == edgeForm[edge] ? path[next] : NO_EDGE;
        double taken = model.pairLog(pathBefore[word], edgeForm[edge], edgeLog[edge])
                + channel.cost(edgeDropped[edge], edgeWords[edge] - 1, edgeKept[edge]);
        int before = pathBefore[word];
        double left = 0;
        for (int at = word; at < next; at++) {
            int plain = plainEdge(at);
            left += model.pairLog(before, edgeForm[plain], edgeLog[plain]) + channel.cost(0, 0, edgeKept[plain]);
            before = edgeForm[plain];
        }
        if (after != NO_EDGE) {
            taken += model.pairLog(edgeForm[edge], edgeForm[after], edgeLog[after]);
            left += model.pairLog(before, edgeForm[after], edgeLog[after]);
        }
        return taken - left;
    }

    /** True if the path splits one written word that stands in the lexicon as it is: «رایزنی», where «رای‌زنی» is possible. */
    boolean isVariant(int word) {
        int edge = path[word];
        if (edgeWords[edge] > 1 || !model.isCompound(edgeForm[edge])) {
            return false;
        }
        int plain = edgeForm[plainEdge(word)];
        return plain >= 0 && model.has(plain, HalfSpaceModel.LISTED);
    }

    private int plainEdge(int word) {
        for (int edge = edgeStart[word]; edge < edgeStart[word + 1]; edge++) {
            if (edgeWords[edge] == 1 && edgeDropped[edge] == 0) {
                return edge;
            }
        }
        throw new IllegalStateException("No plain reading of word " + word);
    }
}
