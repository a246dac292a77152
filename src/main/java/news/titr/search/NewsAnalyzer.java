package news.titr.search;

import org.apache.lucene.analysis.Analyzer;

/**
 * Turns text into index terms by {@link news.titr.language.FoldedWords}, so that «کتابها» finds «کتاب‌ها» and no word is
 * thrown away as too common. Language-neutral beyond Persian: other scripts are folded word by word.
 *
 * <p>Use {@link #forIndexing} for documents and {@link #forQueries} for what readers type: the latter also tries neighbours
 * as one word («پیش بینی» finds «پیش‌بینی» and «پیشبینی»).
 */
public final class NewsAnalyzer extends Analyzer {
    private final boolean joinNeighbours;

    private NewsAnalyzer(boolean joinNeighbours) {
        this.joinNeighbours = joinNeighbours;
    }

    public static NewsAnalyzer forIndexing() {
        return new NewsAnalyzer(false);
    }

    public static NewsAnalyzer forQueries() {
        return new NewsAnalyzer(true);
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        return new TokenStreamComponents(new NewsTokenizer(joinNeighbours));
    }

    /** Room between the values of a field, so that no phrase runs from one into the next. */
    @Override
    public int getPositionIncrementGap(String fieldName) {
        return 10;
    }
}
