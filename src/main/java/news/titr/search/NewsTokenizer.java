package news.titr.search;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Queue;
import news.titr.language.FoldedWords;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The tokens of {@link NewsAnalyzer}. A compound stands at the position of its first part, and its parts follow one another
 * as if they were written apart, so that phrases match either spelling.
 */
final class NewsTokenizer extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);

    private final Queue<Token> tokens = new ArrayDeque<>();
    private int length;

    private record Token(String text, int increment, int start, int end) {}

    @Override
    public void reset() throws IOException {
        super.reset();
        tokens.clear();
        var text = new StringWriter();
        input.transferTo(text);
        length = text.getBuffer().length();
        FoldedWords.of(text.toString()).forEach(this::add);
    }

    private void add(FoldedWords.Word word) {
        tokens.add(new Token(word.term(), 1, word.start(), word.end()));
        word.otherTerm().ifPresent(other -> tokens.add(new Token(other, 0, word.start(), word.end())));
        for (int i = 0; i < word.parts().size(); i++) {
            tokens.add(new Token(word.parts().get(i), i == 0 ? 0 : 1, word.start(), word.end()));
        }
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        Token token = tokens.poll();
        if (token == null) {
            return false;
        }
        term.append(token.text);
        increment.setPositionIncrement(token.increment);
        offset.setOffset(correctOffset(token.start), correctOffset(token.end));
        return true;
    }

    @Override
    public void end() throws IOException {
        super.end();
        offset.setOffset(correctOffset(length), correctOffset(length));
    }
}
