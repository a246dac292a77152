package news.titr.print;

import java.util.List;
import java.util.stream.Collectors;
import news.titr.print.BidiText.Piece;

/**
 * Shaped text ready to be broken into lines.
 *
 * @param lines the pieces between line feeds, in reading order
 */
record Paragraph(List<List<Piece>> lines, boolean rightToLeft) {

    /** In the story's direction, or the other one when all its letters are of that. */
    static Paragraph of(List<StyledText> runs, boolean storyIsRightToLeft) {
        String text = runs.stream().map(StyledText::text).collect(Collectors.joining());
        boolean rightToLeft = BidiText.isRightToLeft(text, storyIsRightToLeft);
        return new Paragraph(BidiText.lines(runs, rightToLeft), rightToLeft);
    }

    /** True when there is nothing to see. */
    boolean isEmpty() {
        return lines.stream()
                .flatMap(List::stream)
                .flatMapToInt(piece -> piece.text().codePoints())
                .allMatch(character ->
                        Character.isSpaceChar(character) || Character.getType(character) == Character.FORMAT);
    }

    /** The size of its largest letters, in points. */
    float size() {
        float size = 0;
        for (var line : lines) {
            for (var piece : line) {
                size = Math.max(size, piece.style().size());
            }
        }
        return size;
    }

    /** The width on one line, in points; the widest of several. */
    float naturalWidth() {
        float widest = 0;
        for (var line : lines) {
            float width = 0;
            for (var piece : line) {
                width += piece.width();
            }
            widest = Math.max(widest, width);
        }
        return widest;
    }

    /** The width of the longest stretch that is not broken if it can be helped, in points. */
    float longestWord() {
        float longest = 0;
        for (var line : lines) {
            float width = 0;
            for (var piece : line) {
                width = piece.kind() == BidiText.Kind.WORD ? width + piece.width() : 0;
                longest = Math.max(longest, width);
            }
        }
        return longest;
    }
}
