package news.titr.language.halfspace;

import java.util.Arrays;

/**
 * The words of a stretch of text, grouped in runs: words with exactly one space between them. Everything else
 * (punctuation, digits, foreign letters, line ends, protected stretches) ends a run. Flat arrays, reused.
 */
final class WordRuns {
    /** What stood before a run. */
    static final byte AFTER_START = 0;

    static final byte AFTER_NUMBER = 1;

    /** A run is cut after so many words, so that the work for one is bounded. */
    private static final int LONGEST_RUN = 200;

    final LetterRun letters = new LetterRun();
    private int[] letterOffset = new int[256];
    /** Per word: its first letter, its observed half-spaces, the places where none can stand, where its text ends. */
    int[] wordStart = new int[65];

    long[] kept = new long[64];
    long[] closed = new long[64];
    int[] textEnd = new int[64];
    int words;
    /** Per run: its first word, what stood before it. */
    int[] runStart = new int[17];

    byte[] runAfter = new byte[16];
    /** What stands behind a run: as for {@link #runAfter}. */
    byte[] runBefore = new byte[16];

    int runs;

    void clear() {
        letters.clear();
        words = 0;
        runs = 0;
        wordStart[0] = 0;
        runStart[0] = 0;
    }

    /** Where in the text the letter stands. */
    int offset(int letter) {
        return letterOffset[letter];
    }

    int wordEnd(int word) {
        return wordStart[word + 1];
    }

    /** Reads the words of text from start to end; an Arabic-script letter that is not Persian makes its word foreign. */
    void read(CharSequence text, int start, int end) {
        byte after = AFTER_START;
        int at = start;
        while (at < end) {
            char c = text.charAt(at);
            if (KeyLetters.code(c) == KeyLetters.NONE || KeyLetters.code(c) == KeyLetters.IGNORED) {
                if (KeyLetters.isDigit(c)) {
                    after = AFTER_NUMBER;
                } else if (c != ' ') {
                    after = AFTER_START;
                }
                at++;
                continue;
            }
            int next = readRun(text, at, end, after);
            after = AFTER_START;
            at = next;
        }
    }

    private int readRun(CharSequence text, int from, int end, byte after) {
        int first = words;
        int at = from;
        while (true) {
            at = readWord(text, at, end);
            boolean goesOn = at + 1 < end
                    && text.charAt(at) == ' '
                    && isLetter(text.charAt(at + 1))
                    && words - first < LONGEST_RUN;
            if (!goesOn) {
                break;
            }
            at++;
        }
        if (runs + 2 > runStart.length) {
            runStart = Arrays.copyOf(runStart, runs * 2 + 2);
            runAfter = Arrays.copyOf(runAfter, runs * 2 + 2);
            runBefore = Arrays.copyOf(runBefore, runs * 2 + 2);
        }
        int behind = at < end && text.charAt(at) == ' ' ? at + 1 : at;
        runBefore[runs] = behind < end && KeyLetters.isDigit(text.charAt(behind)) ? AFTER_NUMBER : AFTER_START;
        runAfter[runs++] = after;
        runStart[runs] = words;
        return at;
    }

    private static boolean isLetter(char c) {
        int code = KeyLetters.code(c);
        return code != KeyLetters.NONE && code != KeyLetters.IGNORED;
    }

    private int readWord(CharSequence text, int from, int end) {
        int firstLetter = letters.length();
        long half = 0;
        long shut = 0;
        boolean pending = false;
        boolean closing = false;
        int lastEnd = from;
        int at = from;
        for (; at < end; at++) {
            char c = text.charAt(at);
            if (c == KeyLetters.HALF_SPACE) {
                pending = true;
                continue;
            }
            int code = KeyLetters.code(c);
            if (code == KeyLetters.NONE) {
                break;
            }
            if (code == KeyLetters.IGNORED) {
                closing |= KeyLetters.closes(c);
                if (c == '\u0653' && letters.length() > firstLetter) {
                    letters.replaceLast(KeyLetters.ALEF, KeyLetters.ALEF_MADDA);
                }
            } else {
                int place = letters.length() - firstLetter;
                if (place < 64) {
                    half |= pending ? 1L << place : 0;
                    shut |= closing ? 1L << place : 0;
                }
                pending = false;
                closing = KeyLetters.closes(c);
                addLetter(code, at);
            }
            lastEnd = at + 1;
        }
        if (words + 2 > wordStart.length) {
            int size = words * 2 + 2;
            wordStart = Arrays.copyOf(wordStart, size);
            kept = Arrays.copyOf(kept, size);
            closed = Arrays.copyOf(closed, size);
            textEnd = Arrays.copyOf(textEnd, size);
        }
        kept[words] = half;
        // what closes the last letter forbids a half-space after the word: bit at its length
        int length = letters.length() - firstLetter;
        closed[words] = shut & ~half | (closing && length < 64 ? 1L << length : 0);
        textEnd[words++] = lastEnd;
        wordStart[words] = letters.length();
        return at;
    }

    private void addLetter(int code, int offset) {
        if (letters.length() == letterOffset.length) {
            letterOffset = Arrays.copyOf(letterOffset, letterOffset.length * 2);
        }
        letterOffset[letters.length()] = offset;
        letters.add(code);
    }
}
