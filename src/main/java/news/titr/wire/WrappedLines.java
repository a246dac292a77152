package news.titr.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * Undoes the line ends of a text that was broken at a width, as mail programs and some extractors do. A line was broken
 * there if the next word would have made it too wide; only where that is so again and again is a page taken for such.
 */
final class WrappedLines {

    private static final int NARROWEST = 40;
    private static final int WIDEST = 140;

    /** Widths are counted in letters here and may have been counted otherwise where the text was broken. */
    private static final int SLACK = 4;

    private static final int FEWEST = 4;

    private WrappedLines() {}

    /** The same lines, those that belong together made one, with the number of the first of them. */
    static List<PageLine> join(List<PageLine> lines) {
        int width = lines.stream().mapToInt(line -> line.text().length()).max().orElse(0);
        if (width < NARROWEST || width > WIDEST) {
            return lines;
        }
        long broken = 0;
        for (int i = 1; i < lines.size(); i++) {
            broken += isBroken(lines.get(i - 1), lines.get(i), width) ? 1 : 0;
        }
        return broken < FEWEST ? lines : joined(lines, width);
    }

    private static List<PageLine> joined(List<PageLine> lines, int width) {
        var joined = new ArrayList<PageLine>();
        for (int i = 0; i < lines.size(); i++) {
            var first = lines.get(i);
            var text = new StringBuilder(first.text());
            while (i + 1 < lines.size() && isBroken(lines.get(i), lines.get(i + 1), width)) {
                i++;
                text.append(' ').append(lines.get(i).text());
            }
            joined.add(new PageLine(first.number(), text.toString(), first.afterBlank()));
        }
        return joined;
    }

    private static boolean isBroken(PageLine line, PageLine next, int width) {
        String word = next.text().split(" ", 2)[0];
        return !next.afterBlank()
                && line.text().length() + 1 + word.length() > width - SLACK
                && !line.endsWith(".؟?!…:؛;»|")
                && !PageBody.isSeparator(next.text())
                && !PageBody.isMarked(next.text())
                && !Furniture.is(line.text())
                && !Furniture.is(next.text());
    }
}
