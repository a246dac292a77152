package news.titr.print;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import news.titr.print.BidiText.Kind;
import news.titr.print.BidiText.Piece;
import news.titr.print.Typeface.GlyphRun;

/**
 * Breaks a paragraph into lines so that the paragraph as a whole looks even (total fit, after Knuth and Plass: the
 * breaks with the smallest sum of squared badness), not line by line.
 */
final class LineBreaker {

    /** A space may lose this much of its width. */
    private static final float SHRINK = 0.20f;

    private static final float NOTHING = 0.01f;
    private static final double IMPOSSIBLE = 1e12;
    private static final double LONE_LAST_WORD = 3000;

    /**
     * One line, pieces in the order in which they are seen from left to right.
     *
     * @param width what it fills, in points, without the space at its end
     * @param stretch points added to each space but the one at the end
     * @param hanging width of the space at its end, which stands outside
     */
    record Line(List<Piece> pieces, float width, float stretch, float hanging, boolean rightToLeft) {}

    /** A word with the space after it: pieces {@code from} to {@code end} are the word, up to {@code next} the space. */
    private record Word(int from, int end, int next, float width, float space, int spaces) {}

    private final float measure;
    private final boolean justify;
    private final boolean rightToLeft;

    private LineBreaker(float measure, boolean justify, boolean rightToLeft) {
        this.measure = measure;
        this.justify = justify;
        this.rightToLeft = rightToLeft;
    }

    /** @param measure the width to fill, in points */
    static List<Line> lines(Paragraph paragraph, float measure, boolean justify) {
        var breaker = new LineBreaker(measure, justify, paragraph.rightToLeft());
        var lines = new ArrayList<Line>();
        paragraph.lines().forEach(pieces -> lines.addAll(breaker.breakUp(pieces)));
        return lines;
    }

    private List<Line> breakUp(List<Piece> all) {
        var pieces = new ArrayList<Piece>();
        all.forEach(piece -> addFitting(piece, pieces));
        var words = words(pieces);
        if (words.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<Line>();
        int from = 0;
        for (int to : cuts(words)) {
            lines.add(line(pieces, words.subList(from, to), to == words.size()));
            from = to;
        }
        return lines;
    }

    /** A word wider than the measure is cut into parts that fit. */
    private void addFitting(Piece piece, List<Piece> pieces) {
        if (piece.kind() != Kind.WORD || piece.width() <= measure) {
            pieces.add(piece);
            return;
        }
        var style = piece.style();
        var boundaries = BreakIterator.getCharacterInstance(Locale.ROOT);
        boundaries.setText(piece.text());
        int from = 0;
        int end = boundaries.next();
        while (end != BreakIterator.DONE) {
            int next = boundaries.next();
            boolean full = next == BreakIterator.DONE
                    || shaped(piece, from, next).advance() * style.size() / style.face().tables.unitsPerEm > measure;
            if (full) {
                if (from > 0) {
                    pieces.add(new Piece(piece.start() + from, piece.level(), style, Kind.BREAK, "", GlyphRun.EMPTY));
                }
                pieces.add(new Piece(
                        piece.start() + from,
                        piece.level(),
                        style,
                        Kind.WORD,
                        piece.text().substring(from, end),
                        shaped(piece, from, end)));
                from = end;
            }
            end = next;
        }
    }

    private static GlyphRun shaped(Piece piece, int from, int to) {
        return piece.style().face().shape(piece.text().substring(from, to), piece.rightToLeft());
    }

    private static List<Word> words(List<Piece> pieces) {
        var words = new ArrayList<Word>();
        for (int from = 0; from < pieces.size(); ) {
            if (pieces.get(from).kind() != Kind.WORD) {
                from++;
                continue;
            }
            int end = from;
            float width = 0;
            while (end < pieces.size() && pieces.get(end).kind() == Kind.WORD) {
                width += pieces.get(end++).width();
            }
            int next = end;
            float space = 0;
            int spaces = 0;
            while (next < pieces.size() && pieces.get(next).kind() != Kind.WORD) {
                spaces += pieces.get(next).kind() == Kind.SPACE ? 1 : 0;
                space += pieces.get(next++).width();
            }
            words.add(new Word(from, end, next, width, space, spaces));
            from = next;
        }
        return words;
    }

    /** For each line, the number of the word after its last. */
    private Iterable<Integer> cuts(List<Word> words) {
        int count = words.size();
        double[] best = new double[count + 1];
        int[] previous = new int[count + 1];
        Arrays.fill(best, Double.MAX_VALUE);
        best[0] = 0;
        for (int end = 1; end <= count; end++) {
            float width = 0;
            float space = 0;
            for (int begin = end - 1; begin >= 0; begin--) {
                boolean oneWord = begin == end - 1;
                space += oneWord ? 0 : words.get(begin).space();
                width += words.get(begin).width();
                float slack = measure - width - space;
                float allowed = justify ? space * SHRINK : 0;
                if (slack < -allowed - NOTHING && !oneWord) {
                    break;
                }
                double badness = badness(slack, space, end == count);
                if (end == count && oneWord && count > 1) {
                    badness += LONE_LAST_WORD;
                }
                if (best[begin] + badness < best[end]) {
                    best[end] = best[begin] + badness;
                    previous[end] = begin;
                }
            }
        }
        var cuts = new ArrayDeque<Integer>();
        for (int end = count; end > 0; end = previous[end]) {
            cuts.push(end);
        }
        return cuts;
    }

    private double badness(float slack, float space, boolean last) {
        if (slack < 0 && space == 0) {
            return IMPOSSIBLE;
        }
        if (!justify) {
            return last ? 0 : (double) slack * slack;
        }
        if (last && slack >= 0) {
            return 1;
        }
        double ratio = slack / Math.max(space, 0.5f);
        // shrinking shows sooner than stretching
        double line = 1 + 100 * Math.pow(Math.abs(ratio) * (ratio < 0 ? 4 : 1), 3);
        return line * line;
    }

    private Line line(List<Piece> pieces, List<Word> words, boolean last) {
        float width = 0;
        int spaces = 0;
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            width += word.width();
            if (i < words.size() - 1) {
                width += word.space();
                spaces += word.spaces();
            }
        }
        float slack = measure - width;
        boolean stretched = justify && spaces > 0 && (!last || slack < 0);
        float stretch = stretched ? slack / spaces : 0;
        var end = words.getLast();
        // the space where the line breaks is kept: without it, who reads the file takes two words for one
        var logical = pieces.subList(words.getFirst().from(), end.next());
        return new Line(visual(logical), width + stretch * spaces, stretch, end.space(), rightToLeft);
    }

    /** Rule L2 of the bidirectional algorithm; the space at the end takes the direction of the paragraph (L1). */
    private List<Piece> visual(List<Piece> logical) {
        var levels = new byte[logical.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) logical.get(i).level();
        }
        for (int i = levels.length - 1; i >= 0 && logical.get(i).kind() != Kind.WORD; i--) {
            levels[i] = (byte) (rightToLeft ? 1 : 0);
        }
        var visual = logical.toArray(new Piece[0]);
        Bidi.reorderVisually(levels, 0, visual, 0, visual.length);
        return List.of(visual);
    }
}
