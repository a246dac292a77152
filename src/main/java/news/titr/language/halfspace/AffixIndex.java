package news.titr.language.halfspace;

import java.util.List;

/** Finds the endings and beginnings of a model by the hash of their letters. */
final class AffixIndex {
    static final int NONE = -1;

    private final long[] hashes;
    private final int[] indexes;
    private final int mask;
    private final Affixes.Ending[] endings;
    private final Affixes.Beginning[] beginnings;
    private final int longestEnding;
    private final int longestBeginning;

    AffixIndex(Affixes affixes) {
        endings = affixes.endings().toArray(new Affixes.Ending[0]);
        beginnings = affixes.beginnings().toArray(new Affixes.Beginning[0]);
        int slots = Integer.highestOneBit(Math.max(16, (endings.length + beginnings.length) * 4)) * 2;
        hashes = new long[slots];
        indexes = new int[slots];
        mask = slots - 1;
        int longest = 0;
        for (int i = 0; i < endings.length; i++) {
            put(endings[i].text(), i);
            longest = Math.max(longest, endings[i].text().length());
        }
        longestEnding = longest;
        longest = 0;
        for (int i = 0; i < beginnings.length; i++) {
            put(beginnings[i].text() + "\u200c", endings.length + i);
            longest = Math.max(longest, beginnings[i].text().length());
        }
        longestBeginning = longest;
    }

    // beginnings are stored under the complement of their hash: «تر» could be both
    private void put(String text, int index) {
        long hash = LetterRun.hashOf(text);
        if (index >= endings.length) {
            hash = ~hash;
        }
        int slot = (int) (hash & mask);
        while (hashes[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        hashes[slot] = hash;
        indexes[slot] = index;
    }

    private int find(long hash) {
        int slot = (int) (hash & mask);
        while (hashes[slot] != 0) {
            if (hashes[slot] == hash) {
                return indexes[slot];
            }
            slot = (slot + 1) & mask;
        }
        return NONE;
    }

    /** The number of the ending with this hash, or {@link #NONE}. */
    int ending(long hash) {
        return find(hash);
    }

    Affixes.Ending ending(int index) {
        return endings[index];
    }

    /** The number of the beginning with this hash, or {@link #NONE}. */
    int beginning(long hash) {
        int found = find(~hash);
        return found == NONE ? NONE : found - endings.length;
    }

    Affixes.Beginning beginning(int index) {
        return beginnings[index];
    }

    int longestEnding() {
        return longestEnding;
    }

    int longestBeginning() {
        return longestBeginning;
    }

    List<Affixes.Ending> endings() {
        return List.of(endings);
    }
}
