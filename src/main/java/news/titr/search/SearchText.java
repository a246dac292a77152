package news.titr.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import news.titr.language.FoldedWords;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;

/**
 * What a reader typed, taken apart.
 *
 * @param words all of which a story must have
 * @param phrases that it must have word by word: what stands between quotation marks
 * @param without words of which it must have none: what has a minus sign before it
 */
record SearchText(String words, List<String> phrases, List<String> without) {

    private static final Pattern PHRASE = Pattern.compile("«([^»]*)»|[\"“„]([^\"”“]*)[\"”“]");
    private static final Pattern WITHOUT = Pattern.compile("(?<=^|\\s)[-−–]([^\\s-]\\S*)");

    static SearchText of(String typed) {
        String text = typed.length() > SearchQuery.LONGEST ? typed.substring(0, SearchQuery.LONGEST) : typed;
        var phrases = new ArrayList<String>();
        var rest = new StringBuilder();
        var found = PHRASE.matcher(text);
        while (found.find()) {
            String phrase = found.group(1) == null ? found.group(2) : found.group(1);
            if (FoldedWords.of(phrase).size() > 1) {
                phrases.add(phrase.strip());
                found.appendReplacement(rest, " ");
            } else {
                // one word alone is a word
                found.appendReplacement(rest, " " + java.util.regex.Matcher.quoteReplacement(phrase) + " ");
            }
        }
        found.appendTail(rest);
        var without = new ArrayList<String>();
        var excluded = WITHOUT.matcher(rest);
        var words = new StringBuilder();
        while (excluded.find()) {
            without.add(excluded.group(1));
            excluded.appendReplacement(words, " ");
        }
        excluded.appendTail(words);
        return new SearchText(words.toString().strip(), List.copyOf(phrases), List.copyOf(without));
    }

    boolean isEmpty() {
        return phrases.isEmpty() && FoldedWords.of(words).isEmpty();
    }

    /** All terms that a found story is marked by. */
    Set<String> terms() {
        var terms = new LinkedHashSet<String>();
        for (String text : allTexts()) {
            var folded = FoldedWords.of(text);
            for (int i = 0; i < folded.size(); i++) {
                var word = folded.get(i);
                terms.add(word.term());
                word.otherTerm().ifPresent(terms::add);
                terms.addAll(word.parts());
                if (i + 1 < folded.size()) {
                    FoldedWords.joined(word, folded.get(i + 1)).ifPresent(terms::add);
                }
            }
        }
        return terms;
    }

    private List<String> allTexts() {
        var texts = new ArrayList<>(phrases);
        texts.add(words);
        return texts;
    }

    /** A phrase, however its words are written: as one, with half-spaces, or apart. */
    static Query phrase(String field, String phrase) {
        var query = new MultiPhraseQuery.Builder();
        for (var word : FoldedWords.of(phrase)) {
            if (word.parts().isEmpty()) {
                var forms = new ArrayList<Term>();
                forms.add(new Term(field, word.term()));
                word.otherTerm().ifPresent(other -> forms.add(new Term(field, other)));
                query.add(forms.toArray(Term[]::new));
            } else {
                word.parts().forEach(part -> query.add(new Term(field, part)));
            }
        }
        return query.build();
    }
}
