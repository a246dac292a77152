package news.titr.print;

import java.text.Bidi;
import java.util.Arrays;
import java.util.List;

/**
 * A page holds text as it is seen, and readers guess its order back by running the bidirectional algorithm on what they
 * see. Where that guess goes wrong, invisible direction marks put it right. The guess is made here as PDFBox makes it
 * (a whole line, the direction of its first strong character), and as few marks as possible are used.
 */
final class ReadBack {

    private static final String LEFT_TO_RIGHT_MARK = "\u200E";
    private static final String RIGHT_TO_LEFT_MARK = "\u200F";

    /**
     * Some characters of one direction as they stand on the page.
     *
     * @param seen from left to right, brackets as drawn
     */
    record Seen(String seen, boolean rightToLeft) {}

    private final List<Seen> line;
    private final String written;

    private ReadBack(List<Seen> line, String written) {
        this.line = line;
        this.written = folded(written);
    }

    /**
     * The marks that a line needs: entry <em>i</em> goes before {@code line.get(i)}, the last one after everything;
     * most are empty.
     *
     * @param line from left to right
     * @param written the text in reading order
     * @param rightToLeft direction of the paragraph
     */
    static String[] marks(List<Seen> line, String written, boolean rightToLeft) {
        var reading = new ReadBack(line, written);
        var marks = new String[line.size() + 1];
        Arrays.fill(marks, "");
        if (reading.isRight(marks)) {
            return marks;
        }
        marks[0] = rightToLeft ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK;
        if (reading.isRight(marks)) {
            return marks;
        }
        var all = reading.everywhere(rightToLeft);
        if (reading.isRight(all)) {
            reading.thin(all);
            return all;
        }
        return marks;
    }

    /** Marks wherever the direction changes: closing, keeping apart, opening. */
    private String[] everywhere(boolean rightToLeft) {
        String paragraph = rightToLeft ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK;
        String against = rightToLeft ? LEFT_TO_RIGHT_MARK : RIGHT_TO_LEFT_MARK;
        var marks = new String[line.size() + 1];
        for (int i = 0; i <= line.size(); i++) {
            boolean before = i > 0 && line.get(i - 1).rightToLeft() != rightToLeft;
            boolean after = i < line.size() && line.get(i).rightToLeft() != rightToLeft;
            boolean apart = i == 0 || before != after;
            marks[i] = apart ? (before ? against : "") + paragraph + (after ? against : "") : "";
        }
        return marks;
    }

    /** Takes away every mark that is not needed. */
    private void thin(String[] marks) {
        for (int i = 0; i < marks.length; i++) {
            for (int k = marks[i].length() - 1; k >= 0; k--) {
                String all = marks[i];
                marks[i] = all.substring(0, k) + all.substring(k + 1);
                if (!isRight(marks)) {
                    marks[i] = all;
                }
            }
        }
    }

    private boolean isRight(String[] marks) {
        var seen = new StringBuilder();
        for (int i = 0; i < line.size(); i++) {
            seen.append(marks[i]).append(line.get(i).seen());
        }
        return folded(read(seen.append(marks[line.size()]).toString())).equals(written);
    }

    /** What a reader makes of a line. */
    static String read(String seen) {
        if (seen.isEmpty()) {
            return seen;
        }
        var bidi = new Bidi(seen, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        if (!bidi.isMixed() && bidi.getBaseLevel() == 0) {
            return seen;
        }
        int count = bidi.getRunCount();
        byte[] levels = new byte[count];
        Integer[] runs = new Integer[count];
        Arrays.setAll(runs, i -> i);
        for (int i = 0; i < count; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
        }
        Bidi.reorderVisually(levels, 0, runs, 0, count);
        var read = new StringBuilder();
        for (int run : runs) {
            String part = seen.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            if ((bidi.getRunLevel(run) & 1) == 0) {
                read.append(part);
            } else {
                for (int i = part.length() - 1; i >= 0; i--) {
                    read.append((char) Cells.mirrored(part.charAt(i)));
                }
            }
        }
        return read.toString();
    }

    private static String folded(String text) {
        return text.replaceAll("[\u200E\u200F]", "").replaceAll(" +", " ").strip();
    }
}
