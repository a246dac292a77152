package news.titr.language.halfspace;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Compares the gaps between the letters and digits of two texts: none, a half-space, or anything that separates.
 * Digits, letter forms, vowel marks and punctuation are folded first, so that only half-spaces and spaces count.
 */
public final class GapScore {
    private static final int GLUED = 0;
    private static final int HALF = 1;
    private static final int APART = 2;

    private long found;
    private long wrong;
    private long missed;
    private long tokens;
    private long changes;
    private long incomparable;

    private record Gaps(String letters, byte[] gaps) {}

    private static Gaps gaps(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder letters = new StringBuilder(composed.length());
        byte[] gaps = new byte[composed.length()];
        int gap = GLUED;
        for (int i = 0; i < composed.length(); i++) {
            char c = folded(composed.charAt(i));
            if (c == 0) {
                continue;
            }
            if (Character.isLetterOrDigit(c)) {
                gaps[letters.length()] = (byte) gap;
                letters.append(c);
                gap = GLUED;
            } else if (c == KeyLetters.HALF_SPACE) {
                gap = Math.max(gap, HALF);
            } else if ("\u200d\u200e\u200f\u202a\u202b\u202c\ufeff\u2060\u00ad".indexOf(c) < 0) {
                gap = APART;
            }
        }
        gaps[0] = gaps.length == 0 ? 0 : (byte) APART;
        return new Gaps(letters.toString(), Arrays.copyOf(gaps, letters.length()));
    }

    private static char folded(char c) {
        if (KeyLetters.isDigit(c)) {
            return (char) ('0' + Character.digit(c, 10));
        }
        int code = KeyLetters.code(c);
        if (code == KeyLetters.IGNORED) {
            return 0;
        }
        return code == KeyLetters.NONE ? c : KeyLetters.letter(code);
    }

    /** Counts one line of the right text against what was made of it. */
    public void add(String right, String made) {
        if (right.isEmpty()) {
            return;
        }
        Gaps gold = gaps(right);
        Gaps out = gaps(made);
        for (byte gap : gold.gaps()) {
            tokens += gap == APART ? 1 : 0;
        }
        if (!gold.letters().equals(out.letters())) {
            incomparable++;
            return;
        }
        for (int i = 1; i < gold.gaps().length; i++) {
            int is = out.gaps()[i];
            int should = gold.gaps()[i];
            found += is == HALF && should == HALF ? 1 : 0;
            wrong += is == HALF && should != HALF ? 1 : 0;
            missed += is != HALF && should == HALF ? 1 : 0;
            changes += is == should ? 0 : 1;
        }
    }

    /** The harmonic mean of precision and recall, in percent. */
    public double f1() {
        return found == 0 ? 0 : 200.0 * found / (2 * found + wrong + missed);
    }

    /** Gaps that differ, for every thousand words. */
    public double changesPerThousand() {
        return tokens == 0 ? 0 : 1000.0 * changes / tokens;
    }

    /** Words of the right text: stretches between separators. */
    public long tokens() {
        return tokens;
    }

    public long wrong() {
        return wrong;
    }

    public long missed() {
        return missed;
    }

    /** Lines whose letters were changed, so that no gap could be compared. */
    public long incomparable() {
        return incomparable;
    }
}
