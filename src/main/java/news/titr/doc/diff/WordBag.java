package news.titr.doc.diff;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of several texts, counted, so that many pairs of texts can be told alike or not quickly. */
final class WordBag {

    private final int[] words;

    private WordBag(int[] words) {
        this.words = words;
    }

    static List<WordBag> of(List<String> texts, Map<String, Integer> numbers) {
        return texts.stream().map(text -> of(text, numbers)).toList();
    }

    private static WordBag of(String text, Map<String, Integer> numbers) {
        int[] words = Token.of(text).stream()
                .filter(Token::isWord)
                .mapToInt(token -> {
                    int next = numbers.size();
                    return numbers.computeIfAbsent(token.look(), _ -> next);
                })
                .toArray();
        Arrays.sort(words);
        return new WordBag(words);
    }

    /** How alike two texts are, from 0 to 1: the words they share among all they have. */
    static double likeness(String one, String other) {
        var numbers = new HashMap<String, Integer>();
        return of(one, numbers).likeness(of(other, numbers));
    }

    int size() {
        return words.length;
    }

    double likeness(WordBag other) {
        int all = size() + other.size();
        return all == 0 ? 0 : 2.0 * common(other) / all;
    }

    int common(WordBag other) {
        int i = 0;
        int j = 0;
        int common = 0;
        while (i < words.length && j < other.words.length) {
            if (words[i] == other.words[j]) {
                common++;
                i++;
                j++;
            } else if (words[i] < other.words[j]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }
}
