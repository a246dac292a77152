package news.titr.language.halfspace;

import java.util.Arrays;

/**
 * Letters in a row with a rolling hash, so that any stretch of them is looked up without making a string. Grows as
 * needed, is reused from run to run, and is not safe for two threads.
 */
final class LetterRun {
    private static final long BASE = 0x5851F42D4C957F2DL;

    /** Longest stretch whose hash can be asked for, in letters. */
    static final int LONGEST = 62;

    private static final long[] POWERS = powers();

    private byte[] codes = new byte[256];
    private long[] prefixes = new long[257];
    private int length;

    private static long[] powers() {
        long[] powers = new long[LONGEST + 2];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * BASE;
        }
        return powers;
    }

    void clear() {
        length = 0;
    }

    void add(int code) {
        if (length == codes.length) {
            codes = Arrays.copyOf(codes, length * 2);
            prefixes = Arrays.copyOf(prefixes, length * 2 + 1);
        }
        codes[length] = (byte) code;
        prefixes[length + 1] = prefixes[length] * BASE + code;
        length++;
    }

    /** Changes the last letter if it is this one. */
    void replaceLast(int from, int to) {
        if (length > 0 && codes[length - 1] == from) {
            length--;
            add(to);
        }
    }

    /** Adds the letters of a folded word, half-spaces left out. */
    LetterRun addAll(CharSequence folded) {
        for (int i = 0; i < folded.length(); i++) {
            if (folded.charAt(i) != KeyLetters.HALF_SPACE) {
                add(KeyLetters.code(folded.charAt(i)));
            }
        }
        return this;
    }

    int length() {
        return length;
    }

    int code(int index) {
        return codes[index];
    }

    /** The hash of the letters from start to end, never 0. */
    long hash(int start, int end) {
        long hash = prefixes[end] - prefixes[start] * POWERS[end - start];
        hash ^= hash >>> 29;
        hash *= 0xBF58476D1CE4E5B9L;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }

    /** The hash of a whole folded word, half-spaces left out. */
    static long hashOf(CharSequence folded) {
        LetterRun run = new LetterRun().addAll(folded);
        return run.hash(0, Math.min(run.length, LONGEST));
    }

    /** Which of four ways a stem that ends here takes endings: see {@link EndingClass}. */
    int endingClass(int start, int end) {
        int last = codes[end - 1];
        int before = end - start > 1 ? codes[end - 2] : 0;
        return EndingClass.of(before, last);
    }
}
