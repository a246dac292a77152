package news.titr.language.halfspace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts words by how they behave as neighbours: each of the commonest words is a type of its own, so is each bound
 * ending; then verbs with «می», what is no word, and the rest.
 */
final class WordTypes {
    static final int OTHER = 0;
    static final int START = 1;
    static final int NUMBER = 2;
    static final int VERB = 3;
    static final int PARTICIPLE = 4;
    private static final int FIRST_ENDING = 5;

    private final HalfSpaceModel model;
    private final AffixIndex affixes;
    private final int[] endingTypes;
    private final boolean[] shownGlued;
    private final Map<Long, Integer> words = new HashMap<>();
    private final int count;
    private static final long MI = LetterRun.hashOf("می");
    private static final long NEMI = LetterRun.hashOf("نمی");

    WordTypes(HalfSpaceModel model) {
        this.model = model;
        affixes = model.affixes();
        List<Affixes.Ending> endings = affixes.endings();
        endingTypes = new int[endings.size()];
        shownGlued = new boolean[endings.size()];
        int next = FIRST_ENDING;
        for (int i = 0; i < endings.size(); i++) {
            endingTypes[i] = endings.get(i).bound() ? next++ : OTHER;
            shownGlued[i] = Affixes.ALWAYS_TIED.contains(endings.get(i).text());
        }
        for (String word : model.tables().typeWords) {
            words.put(LetterRun.hashOf(word), next++);
        }
        count = next;
    }

    int count() {
        return count;
    }

    /** The type of the letters from start to end with these half-spaces. */
    int of(LetterRun run, int from, int to, long mask) {
        if (mask == 0) {
            Integer own = words.isEmpty() || to - from > 5 ? null : words.get(run.hash(from, to));
            if (own != null) {
                return own;
            }
            return gluedEnding(run, from, to);
        }
        int last = 63 - Long.numberOfLeadingZeros(mask);
        int number = affixes.ending(run.hash(from + last, to));
        if (number != AffixIndex.NONE && affixes.ending(number).bound()) {
            return endingTypes[number];
        }
        int first = Long.numberOfTrailingZeros(mask);
        if (first >= 2 && run.hash(from + first - 2, from + first) == MI
                || first == 3 && run.hash(from, from + 3) == NEMI) {
            return VERB;
        }
        return OTHER;
    }

    private int gluedEnding(LetterRun run, int from, int to) {
        for (int tail = Math.min(6, to - from - 2); tail >= 2; tail--) {
            int number = affixes.ending(run.hash(to - tail, to));
            if (number != AffixIndex.NONE
                    && shownGlued[number]
                    && run.endingClass(from, to - tail) == EndingClass.NON_JOINING
                    && model.firstForm(run.hash(from, to - tail)) != HalfSpaceModel.UNKNOWN) {
                return endingTypes[number];
            }
        }
        return to - from > 2 && run.code(to - 1) == KeyLetters.HEH && run.code(to - 2) != KeyLetters.ALEF
                ? PARTICIPLE
                : OTHER;
    }
}
