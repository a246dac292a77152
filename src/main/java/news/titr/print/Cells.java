package news.titr.print;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import news.titr.print.EmbeddedFont.Part;
import news.titr.print.Typeface.GlyphRun;

/**
 * A shaped piece cut into cells from left to right: every character of the text has exactly one, wherever the font drew
 * several as one ligature or put marks on a letter. So every reader gives the right letters back.
 */
final class Cells {

    /**
     * @param x where the cell begins in the piece, in font units
     * @param character what a reader gets for it: for brackets in right-to-left text the shape that is drawn
     */
    record Cell(List<Part> parts, int advance, int character, float x) {}

    /** Glyphs {@code from} to {@code to} that stand on the same place and belong to the same characters. */
    private record Cluster(int from, int to, int character) {}

    private final GlyphRun run;
    private final String text;
    private final boolean rightToLeft;
    private final Typeface face;
    private final List<Cell> cells = new ArrayList<>();

    private Cells(GlyphRun run, String text, boolean rightToLeft, Typeface face) {
        this.run = run;
        this.text = text;
        this.rightToLeft = rightToLeft;
        this.face = face;
    }

    static List<Cell> of(GlyphRun run, String text, boolean rightToLeft, Typeface face) {
        var cells = new Cells(run, text, rightToLeft, face);
        var clusters = cells.clusters();
        var starts = new TreeSet<Integer>();
        clusters.forEach(cluster -> starts.add(cluster.character()));
        for (var cluster : clusters) {
            Integer next = starts.higher(cluster.character());
            cells.add(cluster, text.substring(cluster.character(), next == null ? text.length() : next));
        }
        return cells.cells;
    }

    private List<Cluster> clusters() {
        var clusters = new ArrayList<Cluster>();
        int count = run.glyphs().length;
        for (int from = 0; from < count; ) {
            int to = from + 1;
            if (rightToLeft) {
                // marks come before the letter that they belong to
                while (to < count && face.isMark(run.glyphs()[to - 1])) {
                    to++;
                }
            } else {
                while (to < count && face.isMark(run.glyphs()[to])) {
                    to++;
                }
            }
            int character = Integer.MAX_VALUE;
            for (int i = from; i < to; i++) {
                character = Math.min(character, run.characters()[i]);
            }
            if (!clusters.isEmpty() && clusters.getLast().character() == character) {
                clusters.set(clusters.size() - 1, new Cluster(clusters.getLast().from(), to, character));
            } else {
                clusters.add(new Cluster(from, to, character));
            }
            from = to;
        }
        return clusters;
    }

    private void add(Cluster cluster, String own) {
        int base = rightToLeft ? cluster.to() - 1 : cluster.from();
        float origin = Float.MAX_VALUE;
        int width = 0;
        for (int i = cluster.from(); i < cluster.to(); i++) {
            int glyph = run.glyphs()[i];
            if (glyph != Typeface.NO_GLYPH && !face.isMark(glyph)) {
                origin = Math.min(origin, run.x()[i]);
                width += face.tables.width(glyph);
            }
        }
        if (origin == Float.MAX_VALUE) {
            origin = run.x()[base];
        }
        var parts = new ArrayList<Part>();
        addPart(base, origin, parts);
        for (int i = cluster.from(); i < cluster.to(); i++) {
            if (i != base) {
                addPart(i, origin, parts);
            }
        }
        int[] characters = own.codePoints().toArray();
        int letters = (int) own.codePoints().filter(c -> !isMark(c)).count();
        int share = width / Math.max(1, letters);
        int left = letters;
        boolean inked = false;
        for (int i = 0; i < characters.length; i++) {
            int character = characters[rightToLeft ? characters.length - 1 - i : i];
            boolean mark = letters > 0 && isMark(character);
            boolean ink = !inked && !mark;
            int advance = mark ? 0 : left == 1 ? width - share * (letters - 1) : share;
            if (!mark) {
                left--;
                inked = true;
            }
            cells.add(new Cell(
                    ink ? List.copyOf(parts) : List.of(),
                    advance,
                    rightToLeft ? mirrored(character) : character,
                    origin));
            origin += advance;
        }
    }

    private void addPart(int index, float origin, List<Part> parts) {
        if (run.glyphs()[index] != Typeface.NO_GLYPH) {
            parts.add(new Part(run.glyphs()[index], Math.round(run.x()[index] - origin), Math.round(run.y()[index])));
        }
    }

    private static boolean isMark(int character) {
        return Character.getType(character) == Character.NON_SPACING_MARK;
    }

    private static int mirrored(int character) {
        return switch (character) {
            case '(' -> ')';
            case ')' -> '(';
            case '[' -> ']';
            case ']' -> '[';
            case '{' -> '}';
            case '}' -> '{';
            case '<' -> '>';
            case '>' -> '<';
            case '«' -> '»';
            case '»' -> '«';
            case '‹' -> '›';
            case '›' -> '‹';
            case '≤' -> '≥';
            case '≥' -> '≤';
            default -> character;
        };
    }
}
