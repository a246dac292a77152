package news.titr.search;

import java.io.IOException;
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

/** Counts what found stories are filed under. */
final class FacetCounts extends SimpleCollector {

    private static final Map<SearchResult.Facet, String> FIELDS = Map.of(
            SearchResult.Facet.SECTION, IndexedStory.SECTION,
            SearchResult.Facet.TYPE, IndexedStory.TYPE,
            SearchResult.Facet.AUTHOR, IndexedStory.AUTHOR,
            SearchResult.Facet.TAG, IndexedStory.TAG);

    /** The values of one segment, counted by their place in it. */
    private record Segment(SortedSetDocValues values, int[] counts) {}

    private final Map<SearchResult.Facet, Map<String, Integer>> all = new EnumMap<>(SearchResult.Facet.class);
    private final Map<SearchResult.Facet, Segment> segments = new EnumMap<>(SearchResult.Facet.class);
    private int left;

    private FacetCounts(int most) {
        left = most;
        FIELDS.keySet().forEach(facet -> all.put(facet, new HashMap<>()));
    }

    /** @param most after so many stories nothing more is counted */
    static Map<SearchResult.Facet, Map<String, Integer>> of(IndexSearcher searcher, Query query, int most)
            throws IOException {
        var counts = new FacetCounts(most);
        // one after another: this counts across segments
        new IndexSearcher(searcher.getIndexReader()).search(query, counts);
        counts.add();
        return counts.all;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        add();
        if (left <= 0) {
            throw new CollectionTerminatedException();
        }
        for (var field : FIELDS.entrySet()) {
            var values = DocValues.getSortedSet(context.reader(), field.getValue());
            segments.put(field.getKey(), new Segment(values, new int[(int) values.getValueCount()]));
        }
    }

    /** What was counted in the segment that is done. */
    private void add() throws IOException {
        for (var segment : segments.entrySet()) {
            var byValue = all.get(segment.getKey());
            var counts = segment.getValue().counts();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0 && byValue != null) {
                    byValue.merge(segment.getValue().values().lookupOrd(i).utf8ToString(), counts[i], Integer::sum);
                }
            }
        }
        segments.clear();
    }

    @Override
    public void collect(int document) throws IOException {
        if (left-- <= 0) {
            throw new CollectionTerminatedException();
        }
        for (var segment : segments.values()) {
            if (segment.values().advanceExact(document)) {
                for (int i = segment.values().docValueCount(); i > 0; i--) {
                    segment.counts()[(int) segment.values().nextOrd()]++;
                }
            }
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
