package news.titr.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.titr.language.FoldedWords;
import news.titr.story.LiveStory;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * The index of live stories: one writer, any number of readers. What is written is found after {@link #show}, and is there
 * after a power cut once it was kept by {@link #keep}.
 */
public final class SearchIndex implements AutoCloseable {

    private static final String POSITION = "outbox-position";

    /** A word above the text counts more than one in it, but does not drown what is written. */
    private static final float ABOVE = 0.6f;

    /** Exact up to so many; beyond, readers are told that there are more. */
    private static final int EXACT = 1_000;

    /** Fewer than so many found, and it may have been meant otherwise. */
    private static final int FEW = 3;

    private static final Sort NEWEST_FIRST =
            new Sort(LongField.newSortField(IndexedStory.RELEASED, true, SortedNumericSelector.Type.MAX));

    private static final int FACET_VALUES = 12;
    private static final int COMPLETIONS_READ = 5_000;
    private static final double BUFFER_MEGABYTES = 16;

    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private SearchIndex(FSDirectory directory, IndexWriter writer) throws IOException {
        this.directory = directory;
        this.writer = writer;
        searchers = new SearcherManager(writer, null);
    }

    /** Opens the index in a folder, or begins one there. */
    static SearchIndex open(Path folder) throws IOException {
        var directory = FSDirectory.open(folder);
        var config = new IndexWriterConfig(new NewsAnalyzer())
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCommitOnClose(false);
        return new SearchIndex(directory, new IndexWriter(directory, config));
    }

    // ---- writing

    void put(LiveStory story, Instant firstReleasedAt) throws IOException {
        writer.updateDocument(term(story.number()), IndexedStory.document(story, firstReleasedAt));
    }

    /** Adds a story that is known not to be there. */
    void add(LiveStory story, Instant firstReleasedAt) throws IOException {
        writer.addDocument(IndexedStory.document(story, firstReleasedAt));
    }

    void remove(long number) throws IOException {
        writer.deleteDocuments(term(number));
    }

    private static Term term(long number) {
        return new Term(IndexedStory.NUMBER, Long.toString(number));
    }

    /** Lets everybody find what was written. */
    void show() throws IOException {
        searchers.maybeRefresh();
    }

    /** Writes all of it to the disk, with the position in the outbox that it has come to. */
    void keep(long position) throws IOException {
        writer.setLiveCommitData(Map.of(POSITION, Long.toString(position)).entrySet());
        writer.commit();
    }

    /** The position in the outbox that was kept last; zero for a new index. */
    long position() {
        var kept = writer.getLiveCommitData();
        if (kept != null) {
            for (var entry : kept) {
                if (entry.getKey().equals(POSITION)) {
                    return Long.parseLong(entry.getValue());
                }
            }
        }
        return 0;
    }

    /** How many stories are found in it. */
    public int size() {
        return withSearcher(searcher -> searcher.getIndexReader().numDocs());
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }

    // ---- finding

    private interface Use<T> {
        T of(IndexSearcher searcher) throws IOException;
    }

    private <T> T withSearcher(Use<T> use) {
        try {
            var searcher = searchers.acquire();
            try {
                return use.of(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be read; delete its folder and it is made anew", e);
        }
    }

    /** Finds stories. Where none has all the words, those that have some; where few have, other words that may be meant. */
    public SearchResult search(SearchQuery wanted) {
        var text = SearchText.of(wanted.text());
        return withSearcher(searcher -> {
            var result = find(searcher, wanted, text, false);
            if (result.total() == 0 && !text.isEmpty()) {
                result = find(searcher, wanted, text, true);
            }
            if (result.partial() || result.total() < FEW) {
                long found = result.partial() ? 0 : result.total();
                var meant = meant(searcher, wanted.text())
                        .filter(other -> find(searcher, wanted.withText(other), SearchText.of(other), false)
                                        .total()
                                > found);
                result = result.withMeant(meant);
            }
            return result;
        });
    }

    /** The stories of all editions that have all these words, the newest first; where none has, those in which the last word goes on. */
    public List<Long> having(String words, int most) {
        var text = SearchText.of(words);
        if (text.isEmpty()) {
            return List.of();
        }
        return withSearcher(searcher -> {
            var found = newest(
                    searcher, query(searcher.getIndexReader(), SearchQuery.of("", words, most), text, false), most);
            return found.isEmpty() ? newest(searcher, NewsQuery.begun(IndexedStory.TEXT, text.words()), most) : found;
        });
    }

    private static List<Long> newest(IndexSearcher searcher, Query query, int most) throws IOException {
        var found = searcher.search(query, new TopFieldCollectorManager(NEWEST_FIRST, most, null, most));
        return numbers(searcher, List.of(found.scoreDocs));
    }

    private static SearchResult find(IndexSearcher searcher, SearchQuery wanted, SearchText text, boolean some) {
        try {
            var query = query(searcher.getIndexReader(), wanted, text, some);
            int last = Math.clamp(wanted.first() + wanted.count(), 1, SearchQuery.DEEPEST);
            TopDocs found = wanted.order() == SearchQuery.Order.NEWEST || text.isEmpty()
                    ? searcher.search(query, new TopFieldCollectorManager(NEWEST_FIRST, last, null, EXACT))
                    : searcher.search(query, new TopScoreDocCollectorManager(last, null, EXACT));
            var shown = wanted.first() >= found.scoreDocs.length
                    ? List.<ScoreDoc>of()
                    : List.of(found.scoreDocs).subList(wanted.first(), found.scoreDocs.length);
            var total = found.totalHits;
            return new SearchResult(
                    numbers(searcher, shown),
                    total.value(),
                    total.relation() == TotalHits.Relation.EQUAL_TO,
                    some && total.value() > 0,
                    total.value() == 0 ? Map.of() : facets(searcher, query),
                    Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Query query(IndexReader reader, SearchQuery wanted, SearchText text, boolean some)
            throws IOException {
        var query = new BooleanQuery.Builder();
        if (text.isEmpty()) {
            query.add(new MatchAllDocsQuery(), Occur.FILTER);
        } else {
            var occur = some ? Occur.SHOULD : Occur.MUST;
            if (!FoldedWords.of(text.words()).isEmpty()) {
                query.add(
                        some
                                ? NewsQuery.any(IndexedStory.TEXT, text.words())
                                : NewsQuery.all(IndexedStory.TEXT, text.words()),
                        occur);
                query.add(new BoostQuery(NewsQuery.any(IndexedStory.HEADLINE, text.words()), ABOVE), Occur.SHOULD);
            }
            for (String phrase : text.phrases()) {
                query.add(SearchText.phrase(IndexedStory.TEXT, phrase), occur);
            }
            query.setMinimumNumberShouldMatch(some ? 1 : 0);
        }
        for (String word : text.without()) {
            query.add(NewsQuery.all(IndexedStory.TEXT, word), Occur.MUST_NOT);
        }
        if (!wanted.edition().isEmpty() && !isAlone(reader, wanted.edition())) {
            query.add(new TermQuery(edition(wanted.edition())), Occur.FILTER);
        }
        any(query, IndexedStory.SECTION, wanted.sections());
        any(query, IndexedStory.TAG, wanted.tags());
        any(query, IndexedStory.AUTHOR, wanted.authors());
        any(
                query,
                IndexedStory.TYPE,
                wanted.type().stream().map(type -> type.id()).toList());
        if (wanted.from().isPresent() || wanted.until().isPresent()) {
            query.add(
                    LongField.newRangeQuery(
                            IndexedStory.RELEASED,
                            wanted.from().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
                            wanted.until()
                                    .map(until -> until.toEpochMilli() - 1)
                                    .orElse(Long.MAX_VALUE)),
                    Occur.FILTER);
        }
        return query.build();
    }

    /** Whether every story is of one edition, so that a look at each for its edition is spared: it is a third of a search. */
    private static boolean isAlone(IndexReader reader, String edition) throws IOException {
        return reader.docFreq(edition(edition)) == reader.maxDoc();
    }

    private static Term edition(String id) {
        return new Term(IndexedStory.EDITION, id);
    }

    private static void any(BooleanQuery.Builder query, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            query.add(
                    new TermInSetQuery(field, values.stream().map(BytesRef::new).toList()), Occur.FILTER);
        }
    }

    private static List<Long> numbers(IndexSearcher searcher, List<ScoreDoc> found) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var numbers = new ArrayList<Long>(found.size());
        for (var hit : found) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
            NumericDocValues values = leaf.reader().getNumericDocValues(IndexedStory.NUMBER);
            if (values != null && values.advanceExact(hit.doc - leaf.docBase)) {
                numbers.add(values.longValue());
            }
        }
        return numbers;
    }

    private static Map<SearchResult.Facet, List<SearchResult.Count>> facets(IndexSearcher searcher, Query query)
            throws IOException {
        var counts = FacetCounts.of(searcher, query, SearchResult.COUNTED);
        var facets = new EnumMap<SearchResult.Facet, List<SearchResult.Count>>(SearchResult.Facet.class);
        counts.forEach((facet, byValue) -> facets.put(
                facet,
                byValue.entrySet().stream()
                        .map(entry -> new SearchResult.Count(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparingInt(SearchResult.Count::stories)
                                .reversed()
                                .thenComparing(SearchResult.Count::value))
                        .limit(FACET_VALUES)
                        .toList()));
        return facets;
    }

    // ---- what may be meant

    /** The text with words that no story has in place of which there is one much like it. */
    private static Optional<String> meant(IndexSearcher searcher, String text) throws IOException {
        String other = text;
        for (String word : IndexedStory.words(text)) {
            if (!isKnown(searcher, word)) {
                var like = like(searcher, word);
                if (like.isPresent()) {
                    other = other.replace(word, like.get());
                }
            }
        }
        return other.equals(text) ? Optional.empty() : Optional.of(other);
    }

    private static boolean isKnown(IndexSearcher searcher, String word) throws IOException {
        for (var folded : FoldedWords.of(word)) {
            for (String term : Stream.concat(Stream.of(folded.term()), folded.otherTerm().stream())
                    .toList()) {
                if (searcher.getIndexReader().docFreq(new Term(IndexedStory.TEXT, term)) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The most frequent of the words that differ in one letter, or in two where it is long. */
    private static Optional<String> like(IndexSearcher searcher, String word) throws IOException {
        var terms = MultiTerms.getTerms(searcher.getIndexReader(), IndexedStory.SPELLING);
        if (terms == null || word.length() < 3) {
            return Optional.empty();
        }
        for (int edits = 1; edits <= (word.length() > 6 ? 2 : 1); edits++) {
            var candidates = new FuzzyTermsEnum(terms, new Term(IndexedStory.SPELLING, word), edits, 0, true);
            String best = "";
            int frequency = 0;
            for (BytesRef term = candidates.next(); term != null; term = candidates.next()) {
                if (candidates.docFreq() > frequency) {
                    frequency = candidates.docFreq();
                    best = term.utf8ToString();
                }
            }
            if (frequency > 0) {
                return Optional.of(best);
            }
        }
        return Optional.empty();
    }

    /** How what is being typed may go on: its last word finished, the most frequent first. */
    public List<String> completions(String typed, int most) {
        var words = IndexedStory.words(typed);
        if (words.isEmpty()
                || words.getLast().length() < 2
                || Character.isWhitespace(typed.charAt(typed.length() - 1))) {
            return List.of();
        }
        String begun = words.getLast();
        int at = typed.toLowerCase(java.util.Locale.ROOT).lastIndexOf(begun);
        String before = at < 0 ? "" : typed.substring(0, at);
        return withSearcher(searcher -> {
            var terms = MultiTerms.getTerms(searcher.getIndexReader(), IndexedStory.SPELLING);
            if (terms == null) {
                return List.of();
            }
            record Completion(String word, int stories) {}
            var found = new ArrayList<Completion>();
            var each = terms.iterator();
            if (each.seekCeil(new BytesRef(begun)) == TermsEnum.SeekStatus.END) {
                return List.of();
            }
            for (BytesRef term = each.term(); term != null && found.size() < COMPLETIONS_READ; term = each.next()) {
                String word = term.utf8ToString();
                if (!word.startsWith(begun)) {
                    break;
                }
                found.add(new Completion(word, each.docFreq()));
            }
            return found.stream()
                    .sorted(Comparator.comparingInt(Completion::stories).reversed())
                    .limit(most)
                    .map(completion -> before + completion.word())
                    .toList();
        });
    }
}
