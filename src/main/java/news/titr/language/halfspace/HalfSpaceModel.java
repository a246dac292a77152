package news.titr.language.halfspace;

import java.util.List;

/**
 * How likely each written form of a Persian word is, alone and after another: flat arrays, immutable, safe for all
 * threads. A <em>form</em> is a word with its half-spaces; its <em>key</em> is the word without them; a half-space
 * before letter <i>n</i> of the key is bit <i>n</i> of the form's mask.
 */
final class HalfSpaceModel {
    /** A form that the model does not hold. */
    static final int UNKNOWN = -1;

    /** Set in a form's flags if it was seen in running text or in a word list, not only as part of other words. */
    static final int LISTED = 1;
    /** Set if it was seen in running text. */
    static final int SEEN = 2;
    /** Set if it is common enough to be the second part of a compound with a beginning. */
    static final int COMMON = 4;
    /** Set if it is a function word. */
    static final int FUNCTION = 8;
    /** Set if it is a conjugated verb without «می». */
    static final int VERB = 16;

    private static final double LOG_STEP = 0.1;
    private static final double BACKOFF_STEP = 0.03;
    private static final double[] PROBABILITIES = new double[256];

    static {
        for (int i = 1; i < 256; i++) {
            PROBABILITIES[i] = Math.exp(-i * LOG_STEP);
        }
    }

    private final ModelTables tables;
    private final long[] keyHashes;
    private final int[] keyFirst;
    private final int keyMask;
    private final long[] pairKeys;
    private final byte[] pairLogs;
    private final int pairMask;
    private final AffixIndex affixes;
    private final WordTypes types;
    private final int typeCount;
    final int start;
    final int number;

    HalfSpaceModel(ModelTables tables) {
        this.tables = tables;
        int slots = Integer.highestOneBit(Math.max(16, tables.keyCount() * 2 - 1)) * 2;
        keyHashes = new long[slots];
        keyFirst = new int[slots];
        keyMask = slots - 1;
        int forms = tables.forms();
        for (int form = 0; form < forms; form++) {
            long hash = tables.hashes[form];
            if (form == 0 || hash != tables.hashes[form - 1]) {
                int slot = (int) (hash & keyMask);
                while (keyHashes[slot] != 0) {
                    slot = (slot + 1) & keyMask;
                }
                keyHashes[slot] = hash;
                keyFirst[slot] = form;
            }
        }
        int pairs = tables.pairFirst.length;
        int pairSlots = Integer.highestOneBit(Math.max(16, pairs + pairs / 2)) * 2;
        pairKeys = new long[pairSlots];
        pairLogs = new byte[pairSlots];
        pairMask = pairSlots - 1;
        for (int i = 0; i < pairs; i++) {
            long key = pairKey(tables.pairFirst[i], tables.pairSecond[i]);
            int slot = slotOf(key, pairMask);
            while (pairKeys[slot] != 0) {
                slot = (slot + 1) & pairMask;
            }
            pairKeys[slot] = key;
            pairLogs[slot] = tables.pairLogs[i];
        }
        affixes = new AffixIndex(tables.affixes);
        typeCount = (int) Math.round(Math.sqrt(tables.typeLogs.length));
        start = tables.startForm;
        number = tables.numberForm;
        types = new WordTypes(this);
    }

    private static long pairKey(int first, int second) {
        return ((long) first + 1) << 32 | second;
    }

    private static int slotOf(long key, int mask) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & mask;
    }

    static byte quantise(double probability) {
        return probability <= 0 ? 0 : (byte) Math.clamp(Math.round(-Math.log(probability) / LOG_STEP), 1, 255);
    }

    static byte quantiseBackoff(double weight) {
        return (byte) Math.clamp(Math.round(-Math.log(weight) / BACKOFF_STEP), 0, 255);
    }

    static double probability(byte quantised) {
        return PROBABILITIES[quantised & 0xff];
    }

    AffixIndex affixes() {
        return affixes;
    }

    WordTypes types() {
        return types;
    }

    ModelTables tables() {
        return tables;
    }

    /** The first form with this key hash, or {@link #UNKNOWN}; the others follow it as long as {@link #sameKey}. */
    int firstForm(long hash) {
        int slot = (int) (hash & keyMask);
        while (keyHashes[slot] != 0) {
            if (keyHashes[slot] == hash) {
                return keyFirst[slot];
            }
            slot = (slot + 1) & keyMask;
        }
        return UNKNOWN;
    }

    boolean sameKey(int form, long hash) {
        return form < tables.hashes.length && tables.hashes[form] == hash;
    }

    /** The form with this key hash and these half-spaces, or {@link #UNKNOWN}. */
    int form(long hash, long mask) {
        int form = firstForm(hash);
        if (form == UNKNOWN) {
            return UNKNOWN;
        }
        while (sameKey(form, hash)) {
            if (tables.masks[form] == mask) {
                return form;
            }
            form++;
        }
        return UNKNOWN;
    }

    /** Whether the lexicon knows these letters as one word without a half-space. */
    boolean isListedWhole(long hash) {
        int form = form(hash, 0);
        return form != UNKNOWN && has(form, LISTED);
    }

    /** The form of a folded word, or {@link #UNKNOWN}. */
    int form(String folded) {
        return form(LetterRun.hashOf(folded), ModelTables.maskOf(folded));
    }

    long mask(int form) {
        return tables.masks[form];
    }

    boolean has(int form, int flag) {
        return (tables.flags[form] & flag) != 0;
    }

    double wordProbability(int form) {
        return PROBABILITIES[tables.wordLogs[form] & 0xff];
    }

    /** The natural logarithm of {@link #wordProbability}. */
    double wordLog(int form) {
        return -(tables.wordLogs[form] & 0xff) * LOG_STEP;
    }

    /** How likely the form is as a word or as the stem of one; 0 if it never was. */
    double stemProbability(int form) {
        return PROBABILITIES[tables.stemLogs[form] & 0xff];
    }

    /** The logarithm of what is left for words not seen after this form. */
    double backoffLog(int form) {
        return form < 0 ? 0 : -(tables.backoffs[form] & 0xff) * BACKOFF_STEP;
    }

    /** The number under which an unlisted form of this type goes as a neighbour. */
    static int unknown(int type) {
        return UNKNOWN - type;
    }

    /**
     * The logarithm of the probability of the second form after the first, given the second's own. Forms that are not
     * listed go as {@link #unknown}.
     */
    double pairLog(int first, int second, double secondLog) {
        if (first >= 0 && second >= 0) {
            long key = pairKey(first, second);
            int slot = slotOf(key, pairMask);
            while (pairKeys[slot] != 0) {
                if (pairKeys[slot] == key) {
                    return -(pairLogs[slot] & 0xff) * LOG_STEP;
                }
                slot = (slot + 1) & pairMask;
            }
        }
        return secondLog
                + (first < 0 ? 0 : backoffLog(first))
                + tables.typeLogs[type(first) * typeCount + type(second)];
    }

    /** True if the form has neither a bound ending nor «می». */
    boolean isCompound(int form) {
        int type = type(form);
        return type == WordTypes.OTHER || type == WordTypes.PARTICIPLE;
    }

    private int type(int form) {
        return form < 0 ? UNKNOWN - form : tables.types[form];
    }

    /** Bytes held in arrays, roughly what the model adds to the heap. */
    long heapBytes() {
        return keyHashes.length * 12L + pairKeys.length * 9L + tables.heapBytes();
    }

    /** Words of the model's affixes, for messages. */
    List<String> endings() {
        return tables.affixes.endings().stream().map(Affixes.Ending::text).toList();
    }
}
