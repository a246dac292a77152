package news.titr.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FoldedWordsTest {
    @Test
    void everyPairOfTheCorpusMeetsOrStaysApartAsItSays() throws IOException {
        var pairs = Corpus.lines("fold-pairs.tsv");
        assertTrue(pairs.size() >= 200);
        var wrong = new ArrayList<String>();
        for (String[] pair : pairs) {
            boolean there = finds(pair[2], pair[3]);
            boolean back = finds(pair[3], pair[2]);
            boolean right = pair[0].equals("same") ? there && back : !there && !back;
            if (!right) {
                wrong.add(String.join(" ", pair));
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void noWordIsLostForBeingCommon() {
        assertEquals(List.of("از", "این", "که", "شود", "و"), FoldedWords.terms("از این که می‌شود و"));
    }

    @Test
    void offsetsCoverTheWordAsItWasWritten() {
        String text = "در گفت و گو با «کتاب ها» 1,200 بار";
        var words = FoldedWords.of(text);
        assertEquals(
                List.of("در", "گفت و گو", "با", "کتاب ها", "1,200", "بار"),
                words.stream()
                        .map(word -> text.substring(word.start(), word.end()))
                        .toList());
    }

    @Test
    void compoundsAreFoundByTheirParts() {
        var word = FoldedWords.of("رئیس‌جمهور").getFirst();
        assertEquals("رییسجمهور", word.term());
        assertEquals(List.of("رییس", "جمهور"), word.parts());
    }

    @Test
    void wordsDoNotJoinAcrossPunctuationOrLines() {
        assertEquals(List.of("کتاب", "ها"), FoldedWords.terms("کتاب، ها"));
        assertEquals(List.of("کتاب", "ها"), FoldedWords.terms("کتاب\nها"));
        assertEquals(List.of("می", "شود"), FoldedWords.terms("می. شود"));
    }

    /** Whether a search for the words finds the text: each by its term, its parts, or together with a neighbour. */
    private static boolean finds(String query, String text) {
        Set<String> terms = new HashSet<>();
        for (var word : FoldedWords.of(text)) {
            terms.add(word.term());
            word.otherTerm().ifPresent(terms::add);
            terms.addAll(word.parts());
        }
        var words = FoldedWords.of(query);
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            boolean found = terms.contains(word.term())
                    || word.otherTerm().filter(terms::contains).isPresent()
                    || !word.parts().isEmpty() && terms.containsAll(word.parts())
                    || i + 1 < words.size() && joinedIn(terms, word, words.get(i + 1))
                    || i > 0 && joinedIn(terms, words.get(i - 1), word);
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private static boolean joinedIn(Set<String> terms, FoldedWords.Word one, FoldedWords.Word next) {
        return FoldedWords.joined(one, next).filter(terms::contains).isPresent();
    }
}
