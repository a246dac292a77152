package news.titr.doc.diff;

import java.util.ArrayList;
import java.util.List;

/** What makes a comparison read well: little words that two texts share by chance hold nothing, like words meet. */
final class Phrases {

    /** Beyond so many pairs of words a gap is one wording in place of another. */
    private static final int MOST_PAIRS = 20_000;

    /** Two words of which so much is the same are one word that was changed: «می‌رود», «می‌روند». */
    private static final double ONE_WORD = 0.6;

    private static final int MOST_PARTS = 3;

    private Phrases() {}

    /** Words of a gap that belong to each other, as ranges within it. */
    record Pair(int fromOld, int toOld, int fromNow, int toNow) {}

    /** Lets go of what the texts share between two larger changes, when it is but a word like «و» or a comma. */
    static void clear(int[] partners, List<Token> old, List<Token> now) {
        int i = 0;
        int gapOld = 0;
        int gapNow = 0;
        var runs = new ArrayList<int[]>();
        int lastNow = 0;
        while (i < partners.length) {
            if (partners[i] < 0) {
                i++;
                continue;
            }
            int from = i;
            while (i + 1 < partners.length && partners[i + 1] == partners[i] + 1) {
                i++;
            }
            gapOld = weight(old, runs.isEmpty() ? 0 : runs.getLast()[1], from);
            gapNow = weight(now, lastNow, partners[from]);
            runs.add(new int[] {from, i + 1, Math.max(gapOld, gapNow)});
            lastNow = partners[i] + 1;
            i++;
        }
        int tail = Math.max(
                weight(old, runs.isEmpty() ? 0 : runs.getLast()[1], partners.length),
                weight(now, lastNow, now.size() - 1));
        for (int run = 0; run < runs.size(); run++) {
            int before = runs.get(run)[2];
            int behind = run + 1 < runs.size() ? runs.get(run + 1)[2] : tail;
            int kept = weight(old, runs.get(run)[0], runs.get(run)[1]);
            int words = runs.get(run)[1] - runs.get(run)[0];
            if (words <= 3 && 3 * kept <= Math.min(before, behind) && Math.min(before, behind) >= 6) {
                for (int at = runs.get(run)[0]; at < runs.get(run)[1]; at++) {
                    partners[at] = -1;
                }
            }
        }
    }

    private static int weight(List<Token> tokens, int from, int to) {
        int weight = 0;
        for (int i = from; i < to; i++) {
            weight += tokens.get(i).weight();
        }
        return weight;
    }

    /** The words of two wordings that belong to each other, in order: «می رود» and «می‌رود», «رفت» and «رفتند». */
    static List<Pair> pairs(List<Token> old, List<Token> now) {
        int lengthOld = old.size();
        int lengthNow = now.size();
        if ((long) lengthOld * lengthNow > MOST_PAIRS) {
            return List.of();
        }
        var best = new double[lengthOld + 1][lengthNow + 1];
        var choice = new byte[lengthOld + 1][lengthNow + 1];
        for (int i = lengthOld; i >= 0; i--) {
            for (int j = lengthNow; j >= 0; j--) {
                if (i < lengthOld && best[i + 1][j] > best[i][j]) {
                    best[i][j] = best[i + 1][j];
                    choice[i][j] = 1;
                }
                if (j < lengthNow && best[i][j + 1] > best[i][j]) {
                    best[i][j] = best[i][j + 1];
                    choice[i][j] = 2;
                }
                for (int p = 1; p <= MOST_PARTS && i + p <= lengthOld; p++) {
                    for (int q = 1; q <= MOST_PARTS && j + q <= lengthNow; q++) {
                        double score = score(old.subList(i, i + p), now.subList(j, j + q));
                        if (score > 0 && score + best[i + p][j + q] > best[i][j]) {
                            best[i][j] = score + best[i + p][j + q];
                            choice[i][j] = (byte) (10 * p + q);
                        }
                    }
                }
            }
        }
        var pairs = new ArrayList<Pair>();
        int i = 0;
        int j = 0;
        while (i < lengthOld && j < lengthNow && choice[i][j] != 0) {
            int chosen = choice[i][j];
            if (chosen == 1) {
                i++;
            } else if (chosen == 2) {
                j++;
            } else {
                pairs.add(new Pair(i, i + chosen / 10, j, j + chosen % 10));
                i += chosen / 10;
                j += chosen % 10;
            }
        }
        return pairs;
    }

    private static double score(List<Token> old, List<Token> now) {
        if (old.size() == 1 && now.size() == 1) {
            String was = old.getFirst().look();
            String is = now.getFirst().look();
            if (was.equals(is)) {
                // the alignment knew of it, and let it go
                return 0;
            }
            double likeness = old.getFirst().isWord() && now.getFirst().isWord() ? likeness(was, is) : 0;
            return likeness >= ONE_WORD ? likeness * Math.min(was.length(), is.length()) : 0;
        }
        if (length(old) != length(now)) {
            return 0;
        }
        return look(old).equals(look(now)) ? 0.5 + length(old) : 0;
    }

    private static int length(List<Token> tokens) {
        return tokens.stream().mapToInt(token -> token.look().length()).sum();
    }

    private static String look(List<Token> tokens) {
        var look = new StringBuilder();
        tokens.forEach(token -> look.append(token.look()));
        return look.toString();
    }

    /** The part of the longer word that both begin and end with. */
    private static double likeness(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int start = 0;
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return (double) (start + end) / Math.max(one.length(), other.length());
    }
}
