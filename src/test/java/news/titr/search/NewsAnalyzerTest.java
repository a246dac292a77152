package news.titr.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class NewsAnalyzerTest {
    @Test
    void findsWordsThatLucenesPersianAnalyzerThrowsAway() throws IOException {
        assertTrue(ours("می‌شود", "این کار می‌شود"));
        assertTrue(ours("میشود", "این کار می‌شود"));
        assertTrue(ours("گفت‌وگو", "در این گفت‌وگو"));
        assertTrue(ours("گفت و گو", "در این گفت‌وگو"));
        assertTrue(ours("گفتگو", "در این گفت و گو"));
        assertFalse(lucenes("می‌شود", "این کار می‌شود"));
        assertFalse(lucenes("گفت‌وگو", "در این گفت‌وگو"));
    }

    @Test
    void findsPluralsHoweverTheyAreWritten() throws IOException {
        assertTrue(ours("کتابها", "همهٔ کتاب‌ها"));
        assertTrue(ours("کتاب‌های", "همهٔ \u0643تابها"));
        assertTrue(ours("کتاب ها", "یک کتاب"));
        assertTrue(ours("بیانیهای", "در بیانیه‌ای"));
        assertFalse(lucenes("بیانیهای", "در بیانیه‌ای"));
        assertFalse(lucenes("کتابهایش", "کتاب‌هایش"));
        assertFalse(ours("تنها", "تن آدمی"));
    }

    @Test
    void findsNeighboursAsOneWordAndCompoundsByTheirParts() throws IOException {
        assertTrue(ours("کتاب خانه", "در کتابخانه"));
        assertTrue(ours("رئیس جمهور", "رئیس‌جمهور سوریه"));
        assertTrue(ours("رئیس‌جمهور", "رئیس جمهور سوریه"));
        assertTrue(ours("جمهور", "رئیس‌جمهور سوریه"));
    }

    @Test
    void aQueryForAllWordsFindsOnlyWhatHasThemAll() throws IOException {
        var analyzer = new NewsAnalyzer();
        assertTrue(matches(NewsQuery.all("text", "خبر کتابها"), analyzer, "خبر کتاب‌ها"));
        assertFalse(matches(NewsQuery.all("text", "خبر کتابها"), analyzer, "خبر تازه"));
        assertTrue(matches(NewsQuery.any("text", "خبر کتابها"), analyzer, "خبر تازه"));
        assertFalse(matches(NewsQuery.all("text", "رئیس‌جمهور"), analyzer, "رئیس مجلس"));
        assertFalse(matches(NewsQuery.any("text", " … "), analyzer, "خبر"));
        assertFalse(matches(NewsQuery.all("text", ""), analyzer, "خبر"));
        assertTrue(matches(NewsQuery.any("text", "خبر ".repeat(5000)), analyzer, "خبر"));
    }

    @Test
    void phrasesMatchEitherSpellingOfACompound() throws IOException {
        var phrase = new PhraseQuery("text", "رییس", "جمهور", "سوریه");
        assertTrue(matches(phrase, new NewsAnalyzer(), "رئیس‌جمهور سوریه آمد"));
        assertTrue(matches(phrase, new NewsAnalyzer(), "رئیس جمهور سوریه آمد"));
        assertFalse(matches(phrase, new NewsAnalyzer(), "رئیس‌جمهور عراق و سوریه"));
    }

    @Test
    void tokensSayWhereTheyStand() throws IOException {
        assertEquals(
                List.of("رییسجمهور+1[0,10]", "رییس+0[0,10]", "جمهور+1[0,10]", "سوریه+1[11,16]"),
                tokens(new NewsAnalyzer(), "رئیس‌جمهور سوریه"));
        assertEquals(List.of("پیشبینی+1[0,8]", "پیش+0[0,8]", "بینی+1[0,8]"), tokens(new NewsAnalyzer(), "پیش بینی"));
        assertEquals(List.of(), tokens(new NewsAnalyzer(), " … "));
    }

    @Test
    void anAnalyzerIsUsedAgainAndAgain() throws IOException {
        var analyzer = new NewsAnalyzer();
        assertEquals(List.of("کتاب+1[0,4]"), tokens(analyzer, "کتاب"));
        assertEquals(List.of("خبر+1[1,4]"), tokens(analyzer, " خبر"));
    }

    private static boolean ours(String query, String text) throws IOException {
        boolean any = matches(NewsQuery.any("text", query), new NewsAnalyzer(), text);
        boolean all = matches(NewsQuery.all("text", query), new NewsAnalyzer(), text);
        assertEquals(any, all, query);
        return any;
    }

    private static boolean lucenes(String query, String text) throws IOException {
        return matches(any(new PersianAnalyzer(), query), new PersianAnalyzer(), text);
    }

    private static Query any(Analyzer analyzer, String text) throws IOException {
        var query = new BooleanQuery.Builder();
        try (var stream = analyzer.tokenStream("text", text)) {
            var term = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                query.add(new TermQuery(new Term("text", term.toString())), BooleanClause.Occur.SHOULD);
            }
            stream.end();
        }
        return query.build();
    }

    private static boolean matches(Query query, Analyzer analyzer, String text) throws IOException {
        try (var directory = new ByteBuffersDirectory()) {
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                var document = new Document();
                document.add(new TextField("text", text, Field.Store.NO));
                writer.addDocument(document);
            }
            try (var reader = DirectoryReader.open(directory)) {
                return new IndexSearcher(reader).count(query) == 1;
            }
        }
    }

    private static List<String> tokens(Analyzer analyzer, String text) throws IOException {
        var tokens = new ArrayList<String>();
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            var term = stream.getAttribute(CharTermAttribute.class);
            var increment = stream.getAttribute(PositionIncrementAttribute.class);
            var offset = stream.getAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(term + "+" + increment.getPositionIncrement() + "[" + offset.startOffset() + ","
                        + offset.endOffset() + "]");
            }
            stream.end();
        }
        return tokens;
    }
}
