package news.titr.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.ArrayUtil;

/** Counts what found stories are filed under. */
final class FacetCounts extends SimpleCollector {

    /**
     * Where more values than this were counted in a segment, the most frequent of them are looked up: each look unpacks a block of
     * names, and a list shows a dozen.
     */
    private static final int LOOKED_UP = 200;

    private final Map<SearchResult.Facet, Field> fields = new EnumMap<>(SearchResult.Facet.class);
    private int left;

    private FacetCounts(int most) {
        left = most;
        fields.put(SearchResult.Facet.SECTION, new Field(IndexedStory.SECTION));
        fields.put(SearchResult.Facet.TYPE, new Field(IndexedStory.TYPE));
        fields.put(SearchResult.Facet.AUTHOR, new Field(IndexedStory.AUTHOR));
        fields.put(SearchResult.Facet.TAG, new Field(IndexedStory.TAG));
    }

    /** @param most after so many stories nothing more is counted */
    static Map<SearchResult.Facet, Map<String, Integer>> of(IndexSearcher searcher, Query query, int most)
            throws IOException {
        var counts = new FacetCounts(most);
        // one after another: this counts across segments
        new IndexSearcher(searcher.getIndexReader()).search(query, counts);
        counts.closeSegment();
        var all = new EnumMap<SearchResult.Facet, Map<String, Integer>>(SearchResult.Facet.class);
        counts.fields.forEach((facet, field) -> all.put(facet, field.byValue));
        return all;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        closeSegment();
        if (left <= 0) {
            throw new CollectionTerminatedException();
        }
        for (var field : fields.values()) {
            field.open(context);
        }
    }

    private void closeSegment() throws IOException {
        for (var field : fields.values()) {
            field.close();
        }
    }

    @Override
    public void collect(int document) throws IOException {
        if (left-- <= 0) {
            throw new CollectionTerminatedException();
        }
        for (var field : fields.values()) {
            field.count(document);
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    /** The values of one field: in each segment by their place there, in the end by themselves. */
    private static final class Field {

        private final String name;
        private final Map<String, Integer> byValue = new HashMap<>();
        private SortedSetDocValues values = DocValues.emptySortedSet();
        private int[] counts = {};
        /** The places where something was counted: far fewer than there are, with the tags of a big archive. */
        private int[] counted = {};

        private int size;

        Field(String name) {
            this.name = name;
        }

        void open(LeafReaderContext segment) throws IOException {
            values = DocValues.getSortedSet(segment.reader(), name);
            if (counts.length < values.getValueCount()) {
                counts = new int[(int) values.getValueCount()];
            }
        }

        void count(int document) throws IOException {
            if (values.advanceExact(document)) {
                for (int i = values.docValueCount(); i > 0; i--) {
                    int place = (int) values.nextOrd();
                    if (counts[place]++ == 0) {
                        counted = ArrayUtil.grow(counted, size + 1);
                        counted[size++] = place;
                    }
                }
            }
        }

        void close() throws IOException {
            for (int place : size > LOOKED_UP ? mostFrequent() : Arrays.copyOf(counted, size)) {
                byValue.merge(values.lookupOrd(place).utf8ToString(), counts[place], Integer::sum);
            }
            for (int i = 0; i < size; i++) {
                counts[counted[i]] = 0;
            }
            size = 0;
        }

        private int[] mostFrequent() {
            return Arrays.stream(counted, 0, size)
                    .mapToLong(place -> (long) counts[place] << Integer.SIZE | place)
                    .sorted()
                    .skip(size - LOOKED_UP)
                    .mapToInt(both -> (int) both)
                    .sorted()
                    .toArray();
        }
    }
}
