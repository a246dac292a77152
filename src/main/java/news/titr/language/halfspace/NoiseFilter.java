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

    private static final Set<String> TIED_BY_MISTAKE =
            Set.of("ها", "های", "هایی", "هایش", "هایشان", "هایم", "هایت", "هایمان", "هایتان", "هاست", "تر", "ترین");
    private static final Set<String> COPULAS = Set.of("است", "بود", "شد", "شود", "باشد", "بودند", "شدند");
    private static final Set<String> LOOSE = Set.of("به", "این", "آن", "همین", "همان", "هیچ", "هر", "یک", "در", "از");
    private static final Set<String> PLAIN = Set.of(
            "آنها", "آنهایی", "آنهاست", "اینها", "اینهایی", "اینهاست", "همانها", "همینها", "آنکه", "اینکه", "آنچه",
            "همچنین", "همچنان", "همچون", "بیشتر", "بیشتری", "بیشترین", "کمتر", "کمتری", "کمترین", "یکدیگر", "همدیگر",
            "همزمان", "هیچکس", "هیچکدام", "هیچگاه", "هیچگونه", "هرگونه", "هرچه", "هرچند", "یکبار", "اینجا", "آنجا",
            "همینطور", "همانطور", "اینگونه", "آنگونه", "چگونه");

    private final WordCounts counts;
    private final Map<String, String> rewritten = new HashMap<>();

    NoiseFilter(WordCounts counts, Set<String> dictionary) {
        this.counts = counts;
        tieEndings();
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
                if (PLAIN.contains(glued)) {
                    rewritten.remove(glued);
                    if (counts.of(glued) >= counts.of(word)) {
                        rewritten.put(word, glued);
                    }
                    continue;
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

    /** «بانکهای» stands for «بانک‌های» wherever it is the rarer one. */
    private void tieEndings() {
        counts.words.forEach((word, seen) -> {
            if (PLAIN.contains(word) || word.charAt(0) == '<') {
                return;
            }
            String tied = tieEnding(word);
            if (!tied.isEmpty() && seen <= Math.max(3, 2 * counts.of(tied))) {
                int last = tied.lastIndexOf(HALF_SPACE);
                if (counts.of(tied.substring(0, last)) >= Math.max(2, seen)) {
                    rewritten.put(word, tied);
                }
            }
        });
    }

    /** The word with a half-space before its plural or superlative ending; empty if it has none that is joined. */
    static String tieEnding(String word) {
        for (int tail = 6; tail >= 2; tail--) {
            int border = word.length() - tail;
            if (border >= 2
                    && word.charAt(border - 1) != HALF_SPACE
                    && TIED_BY_MISTAKE.contains(word.substring(border))
                    && EndingClass.of(word.substring(0, border)) != EndingClass.NON_JOINING) {
                return word.substring(0, border) + HALF_SPACE + word.substring(border);
            }
        }
        return "";
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

    /** Undoes what only some writers tie: «شده‌است», «به‌طور». */
    private void splitLoose(List<String> words) {
        String word = words.getLast();
        int last = word.lastIndexOf(HALF_SPACE);
        if (last > 0 && word.charAt(last - 1) == 'ه' && COPULAS.contains(word.substring(last + 1))) {
            words.set(words.size() - 1, word.substring(0, last));
            words.add(word.substring(last + 1));
            return;
        }
        int first = word.indexOf(HALF_SPACE);
        if (first > 0 && LOOSE.contains(word.substring(0, first))) {
            String head = word.substring(0, first);
            String rest = word.substring(first + 1);
            if (counts.pairs.getOrDefault(new WordCounts.Pair(head, rest), 0.0) >= counts.of(word)) {
                words.set(words.size() - 1, head);
                words.add(rest);
            }
        }
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
            splitLoose(words);
            afterWord = token.isWord();
        }
        return words;
    }
}
