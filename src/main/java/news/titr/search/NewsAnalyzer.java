package news.titr.search;

import org.apache.lucene.analysis.Analyzer;

/**
 * Turns text into index terms by {@link news.titr.language.FoldedWords}, so that «کتابها» finds «کتاب‌ها» and no word is
 * thrown away as too common. Other scripts than Persian's are folded word by word. What readers type becomes a query by {@link
 * NewsQuery}.
 */
public final class NewsAnalyzer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        return new TokenStreamComponents(new NewsTokenizer());
    }

    /** Room between the values of a field, so that no phrase runs from one into the next. */
    @Override
    public int getPositionIncrementGap(String fieldName) {
        return 10;
    }
}
