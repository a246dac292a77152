package news.titr.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import news.titr.search.NewsAnalyzer;
import news.titr.search.NewsQuery;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * How well questions find the paragraph that answers them: nDCG@10 and recall@100 of BM25 with our analyzer and with
 * Lucene's own, on clean text and on text that arrives damaged.
 *
 * <p>{@code --data DIR} names a folder with {@code docs.jsonl} (id, title, text), {@code queries.tsv} (id, text) and {@code
 * qrels.tsv} (query, 0, document, relevance), such as the validation part of PQuAD.
 */
final class SearchBench {
    private final Map<String, String> documents = new LinkedHashMap<>();
    private final Map<String, String> queries = new LinkedHashMap<>();
    private final Map<String, Set<String>> answers = new HashMap<>();

    private SearchBench(Path data) throws IOException {
        var json = new ObjectMapper();
        for (String line : Files.readAllLines(data.resolve("docs.jsonl"))) {
            var node = json.readTree(line);
            documents.put(
                    node.get("id").asText(),
                    node.get("title").asText() + "\n" + node.get("text").asText());
        }
        for (String line : Files.readAllLines(data.resolve("queries.tsv"))) {
            String[] columns = line.split("\t", 2);
            queries.put(columns[0], columns[1]);
        }
        for (String line : Files.readAllLines(data.resolve("qrels.tsv"))) {
            String[] columns = line.split("\t");
            if (!columns[3].equals("0")) {
                answers.computeIfAbsent(columns[0], query -> new LinkedHashSet<>())
                        .add(columns[2]);
            }
        }
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2 || !arguments[0].equals("--data")) {
            System.err.println("Usage: SearchBench --data DIR");
            System.exit(2);
        }
        var bench = new SearchBench(Path.of(arguments[1]));
        System.out.println("text | analyzer | nDCG@10 | recall@100 | questions that find nothing");
        var damages = new LinkedHashMap<String, UnaryOperator<String>>();
        damages.put("clean", text -> text);
        damages.put("half-spaces lost", text -> text.replace("\u200C", ""));
        damages.put("half-spaces as spaces", text -> text.replace('\u200C', ' '));
        damages.put(
                "Arabic letters",
                text -> text.replace('ی', '\u064A').replace('ک', '\u0643').replace("هٔ", "\u0629"));
        for (var damage : damages.entrySet()) {
            bench.row("questions: " + damage.getKey(), text -> text, damage.getValue());
            if (!damage.getKey().equals("clean")) {
                bench.row("paragraphs: " + damage.getKey(), damage.getValue(), text -> text);
            }
        }
    }

    private void row(String name, UnaryOperator<String> documentDamage, UnaryOperator<String> queryDamage)
            throws IOException {
        measure(name, "ours", new NewsAnalyzer(), text -> NewsQuery.any("text", text), documentDamage, queryDamage);
        var persian = new PersianAnalyzer();
        measure(name, "Lucene Persian", persian, text -> query(persian, text), documentDamage, queryDamage);
        var standard = new StandardAnalyzer();
        measure(name, "Lucene standard", standard, text -> query(standard, text), documentDamage, queryDamage);
    }

    private void measure(
            String name,
            String analyzer,
            Analyzer indexing,
            Function<String, Query> searching,
            UnaryOperator<String> documentDamage,
            UnaryOperator<String> queryDamage)
            throws IOException {
        try (var directory = new ByteBuffersDirectory()) {
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(indexing))) {
                for (var entry : documents.entrySet()) {
                    var document = new Document();
                    document.add(new StringField("id", entry.getKey(), Field.Store.YES));
                    document.add(new TextField("text", documentDamage.apply(entry.getValue()), Field.Store.NO));
                    writer.addDocument(document);
                }
            }
            try (var reader = DirectoryReader.open(directory)) {
                var searcher = new IndexSearcher(reader);
                double gain = 0;
                double recall = 0;
                int nothing = 0;
                for (var entry : queries.entrySet()) {
                    Set<String> right = answers.getOrDefault(entry.getKey(), Set.of());
                    var hits = searcher.search(searching.apply(queryDamage.apply(entry.getValue())), 100).scoreDocs;
                    nothing += hits.length == 0 ? 1 : 0;
                    double ideal = 0;
                    for (int i = 0; i < Math.min(10, right.size()); i++) {
                        ideal += 1 / (Math.log(i + 2) / Math.log(2));
                    }
                    double found = 0;
                    for (int i = 0; i < hits.length; i++) {
                        String id =
                                searcher.storedFields().document(hits[i].doc).get("id");
                        if (right.contains(id)) {
                            recall += 1.0 / right.size();
                            found += i < 10 ? 1 / (Math.log(i + 2) / Math.log(2)) : 0;
                        }
                    }
                    gain += ideal == 0 ? 0 : found / ideal;
                }
                System.out.printf(
                        "%s | %s | %.4f | %.4f | %d%n",
                        name, analyzer, gain / queries.size(), recall / queries.size(), nothing);
            }
        }
    }

    /** Any of the terms that the analyzer makes of the text. */
    private static Query query(Analyzer analyzer, String text) {
        var terms = new LinkedHashSet<String>();
        try (var tokens = analyzer.tokenStream("text", text)) {
            var term = tokens.getAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var query = new BooleanQuery.Builder();
        for (String term : terms) {
            query.add(new TermQuery(new Term("text", term)), BooleanClause.Occur.SHOULD);
        }
        return query.build();
    }
}
