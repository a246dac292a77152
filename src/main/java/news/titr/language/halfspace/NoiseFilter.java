package news.titr.language.halfspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes the training text the way most of it is written, so that typing noise does not count as evidence: «می شود»
 * becomes «می‌شود», «کتاب ها» «کتاب‌ها», a glued form what it mostly is elsewhere.
 */
final class NoiseFilter {
    private static final char HALF_SPACE = KeyLetters.HALF_SPACE;
    private static final Set<String> BOUND = new HashSet<>(Affixes.BOUND);
    private static final Set<String> ALWAYS_TIED = new HashSet<>(Affixes.ALWAYS_TIED);
    private static final Set<String> FUNCTIONS = new HashSet<>(Affixes.FUNCTION_WORDS);

    private final WordCounts counts;
    private final Map<String, String> rewritten = new HashMap<>();

    NoiseFilter(WordCounts counts, Set<String> dictionary) {
        this.counts = counts;
        for (String word : new TreeMap<>(counts.words).keySet()) {
            if (word.indexOf(HALF_SPACE) >= 0) {
                String glued = word.replace("\u200c", "");
                double seen = counts.of(word);
                if (counts.words.containsKey(glued)
                        && seen >= 2 * counts.of(glued)
                        && seen >= 3
                        && !dictionary.contains(glued)
                        && (!rewritten.containsKey(glued) || counts.of(rewritten.get(glued)) < seen)) {
                    rewritten.put(glued, word);
                }
                int last = word.lastIndexOf(HALF_SPACE);
                String stem = word.substring(0, last);
                String ending = word.substring(last + 1);
                int stemClass = EndingClass.of(stem);
                if (ending.equals("ی") && stemClass != EndingClass.HEH
                        || BOUND.contains(ending) && stemClass == EndingClass.NON_JOINING) {
                    rewritten.put(word, stem + ending);
                }
            }
        }
    }

    private boolean belongTogether(String first, String second) {
        String tied = first + HALF_SPACE + second;
        double seen = counts.of(tied);
        if (ALWAYS_TIED.contains(second) && first.length() > 1) {
            return true;
        }
        if (Affixes.VERBAL.contains(first)) {
            return seen >= 1;
        }
        if (first.equals("بی")) {
            return seen >= 1 && !FUNCTIONS.contains(second);
        }
        double apart = counts.pairs.getOrDefault(new WordCounts.Pair(first, second), 0.0);
        return seen >= 3 && seen >= 1.5 * apart;
    }

    WordCounts recount(List<TrainingMaterial.Text> texts) {
        WordCounts cleaned = new WordCounts();
        for (TrainingMaterial.Text text : texts) {
            for (String line : text.lines()) {
                String before = TrainingText.START;
                for (String word : rewrite(TrainingText.tokens(line))) {
                    cleaned.add(before, word, text.weight());
                    before = word;
                }
            }
        }
        return cleaned;
    }

    private List<String> rewrite(List<TrainingText.Token> tokens) {
        List<String> words = new ArrayList<>();
        boolean afterWord = false;
        for (TrainingText.Token token : tokens) {
            String word = rewritten.getOrDefault(token.word(), token.word());
            if (afterWord && token.isWord() && token.spaced() && belongTogether(words.getLast(), word)) {
                words.set(words.size() - 1, words.getLast() + HALF_SPACE + word);
            } else {
                words.add(word);
            }
            afterWord = token.isWord();
        }
        return words;
    }
}
