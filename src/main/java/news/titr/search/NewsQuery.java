package news.titr.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.titr.language.FoldedWords;
import news.titr.language.FoldedWords.Word;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What a reader typed as a query on a field that {@link NewsAnalyzer} indexed. A word counts once however many of its forms a
 * document has: as a whole («رئیس‌جمهور»), by its parts («رئیس», «جمهور») or, with less weight, as one with its neighbour
 * («کتاب خانه» for «کتابخانه»).
 */
public final class NewsQuery {
    private static final int MAX_WORDS = 64;

    /** Enough to find what nothing else finds, too little to disturb the order of the rest; tuned with SearchBench. */
    private static final float NEIGHBOURS = 0.1f;

    private NewsQuery() {}

    /** Documents that have any of the words, best first; none if the text has no words. Reads the first 64 words. */
    public static Query any(String field, String text) {
        var words = words(text);
        if (words.isEmpty()) {
            return new MatchNoDocsQuery("no words");
        }
        Map<String, Query> forms = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            forms.putIfAbsent(word.term(), best(forms(field, word, Occur.SHOULD)));
            if (i + 1 < words.size()) {
                FoldedWords.joined(word, words.get(i + 1))
                        .ifPresent(
                                joined -> forms.putIfAbsent(joined, new BoostQuery(term(field, joined), NEIGHBOURS)));
            }
        }
        return every(forms.values(), Occur.SHOULD);
    }

    /** Documents that have all of the words; none if the text has no words. Reads the first 64 words. */
    public static Query all(String field, String text) {
        var words = words(text);
        if (words.isEmpty()) {
            return new MatchNoDocsQuery("no words");
        }
        var required = new ArrayList<Query>();
        for (int i = 0; i < words.size(); i++) {
            var forms = forms(field, words.get(i), Occur.MUST);
            if (i > 0) {
                FoldedWords.joined(words.get(i - 1), words.get(i)).ifPresent(joined -> forms.add(term(field, joined)));
            }
            if (i + 1 < words.size()) {
                FoldedWords.joined(words.get(i), words.get(i + 1)).ifPresent(joined -> forms.add(term(field, joined)));
            }
            required.add(best(forms));
        }
        return every(required, Occur.MUST);
    }

    /** Documents that have all of the words, of which the last may only be the beginning of one. */
    static Query begun(String field, String text) {
        var words = words(text);
        if (words.isEmpty()) {
            return new MatchNoDocsQuery("no words");
        }
        var required = new ArrayList<Query>();
        for (Word word : words.subList(0, words.size() - 1)) {
            required.add(best(forms(field, word, Occur.MUST)));
        }
        required.add(new PrefixQuery(new Term(field, words.getLast().term())));
        return every(required, Occur.MUST);
    }

    private static List<Word> words(String text) {
        var words = FoldedWords.of(text);
        return words.subList(0, Math.min(words.size(), MAX_WORDS));
    }

    private static List<Query> forms(String field, Word word, Occur parts) {
        var forms = new ArrayList<Query>();
        forms.add(term(field, word.term()));
        word.otherTerm().ifPresent(other -> forms.add(term(field, other)));
        if (!word.parts().isEmpty()) {
            forms.add(every(word.parts().stream().map(part -> term(field, part)).toList(), parts));
        }
        return forms;
    }

    private static Query term(String field, String term) {
        return new TermQuery(new Term(field, term));
    }

    private static Query best(List<Query> forms) {
        return forms.size() == 1 ? forms.getFirst() : new DisjunctionMaxQuery(forms, 0);
    }

    private static Query every(Iterable<Query> queries, Occur occur) {
        var together = new BooleanQuery.Builder();
        for (Query query : queries) {
            together.add(query, occur);
        }
        return together.build();
    }
}
