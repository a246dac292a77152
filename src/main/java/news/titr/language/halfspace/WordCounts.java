package news.titr.language.halfspace;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How often each word, and each pair of neighbours, was seen. */
final class WordCounts {
    /** Two neighbouring words. */
    record Pair(String first, String second) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            int byFirst = first.compareTo(other.first);
            return byFirst != 0 ? byFirst : second.compareTo(other.second);
        }
    }

    final Map<String, Double> words = new HashMap<>();
    final Map<Pair, Double> pairs = new HashMap<>();

    void add(String before, String word, double weight) {
        words.merge(word, weight, Double::sum);
        pairs.merge(new Pair(before, word), weight, Double::sum);
    }

    double of(String word) {
        return words.getOrDefault(word, 0.0);
    }

    /** The pairs sorted, so that sums come out the same every time. */
    Map<Pair, Double> pairsInOrder() {
        return new TreeMap<>(pairs);
    }

    double total() {
        // summed in a fixed order, so that the same counts give the same bytes
        return words.values().stream().mapToDouble(Double::doubleValue).sorted().sum();
    }
}
