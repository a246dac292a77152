package news.titr.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.titr.print.BidiText.Kind;
import news.titr.print.BidiText.Piece;
import news.titr.print.Cells.Cell;
import news.titr.print.EmbeddedFont.Shape;
import news.titr.print.LineBreaker.Line;
import news.titr.print.ReadBack.Seen;
import news.titr.print.StructureTree.Element;
import news.titr.print.Style.Anchor;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** Draws lines of text with their tags and links, in the fonts of one document. */
final class TextPainter {

    enum Align {
        /** Where lines of the text's direction begin. */
        START,
        CENTER,
        LEFT,
        RIGHT
    }

    private static final float SLANT = 0.2f;
    private static final float LEAST_MOVE = 0.6f;

    private final StructureTree tree;
    private final Map<Typeface, EmbeddedFont> fonts = new LinkedHashMap<>();
    private final COSDictionary resources = new COSDictionary();
    private final Map<Element, Map<Anchor, Element>> anchors = new HashMap<>();

    TextPainter(StructureTree tree) {
        this.tree = tree;
    }

    /**
     * A line and the column that it stands in.
     *
     * @param left and {@code width}: the column, in points
     * @param owner the tag that the text belongs to, or null for furniture in the margins
     */
    record Placed(
            Line line,
            float left,
            float width,
            Align align,
            @Nullable Element owner) {

        /** Where the line begins on the left. */
        float x() {
            float x = switch (align) {
                case START -> line.rightToLeft() ? left + width - line.width() : left;
                case CENTER -> left + (width - line.width()) / 2;
                case LEFT -> left;
                case RIGHT -> left + width - line.width();
            };
            return line.rightToLeft() ? x - line.hanging() : x;
        }
    }

    /** A piece with what is drawn for it, and the direction marks that go before it. */
    private record Drawn(Piece piece, List<Cell> cells, String marks) {}

    /** Pieces that stand side by side and belong to the same anchor or to none. */
    private record Stretch(List<Drawn> drawn, @Nullable Anchor anchor) {
        int start() {
            return drawn.stream().mapToInt(each -> each.piece().start()).min().orElse(0);
        }
    }

    /**
     * Draws lines that stand on one baseline, as the cells of a table or a bullet and its text do. Whoever reads the
     * page takes them for one line, so they are drawn and marked as one.
     *
     * @param rightToLeft the order in which the lines are to be read
     */
    void row(PageCanvas page, List<Placed> lines, float baseline, boolean rightToLeft) {
        var sorted =
                lines.stream().sorted(Comparator.comparingDouble(Placed::x)).toList();
        var cells = new ArrayList<List<Cell>>();
        var seen = new ArrayList<Seen>();
        var written = new ArrayList<String>();
        for (var placed : sorted) {
            boolean last = placed == sorted.getLast();
            for (var piece : drawn(placed)) {
                var own = Cells.of(
                        piece.run(),
                        piece.text(),
                        piece.rightToLeft(),
                        piece.style().face());
                var characters = new StringBuilder();
                own.forEach(cell -> characters.appendCodePoint(cell.character()));
                cells.add(own);
                seen.add(new Seen(characters.toString(), piece.rightToLeft()));
            }
            if (!last) {
                seen.add(new Seen(" ", rightToLeft));
            }
            written.add(drawn(placed).stream()
                    .sorted(Comparator.comparingInt(Piece::start))
                    .map(Piece::text)
                    .collect(Collectors.joining()));
        }
        String[] marks =
                ReadBack.marks(seen, String.join(" ", rightToLeft ? written.reversed() : written), rightToLeft);
        int cell = 0;
        int at = 0;
        for (var placed : sorted) {
            var drawn = new ArrayList<Drawn>();
            for (var piece : drawn(placed)) {
                drawn.add(new Drawn(piece, cells.get(cell++), marks[at++]));
            }
            boolean last = placed == sorted.getLast();
            draw(page, placed, drawn, baseline, marks[at] + (last ? "" : " "));
            at++;
        }
    }

    private static List<Piece> drawn(Placed placed) {
        return placed.line().pieces().stream()
                .filter(piece -> piece.kind() != Kind.BREAK)
                .toList();
    }

    /** @param end invisible characters after everything */
    private void draw(PageCanvas page, Placed placed, List<Drawn> drawn, float baseline, String end) {
        var owner = placed.owner();
        var stretches = stretches(drawn);
        // tags list what they contain in reading order, the page is drawn from left to right
        int[] numbers = new int[stretches.size()];
        if (owner != null) {
            IntStream.range(0, numbers.length)
                    .boxed()
                    .sorted(Comparator.comparingInt(i -> stretches.get(i).start()))
                    .forEach(i -> numbers[i] =
                            page.claim(element(owner, stretches.get(i).anchor())));
        }
        float x = placed.x();
        for (int i = 0; i < numbers.length; i++) {
            var stretch = stretches.get(i);
            var anchor = stretch.anchor();
            boolean link = anchor != null && anchor.isLink();
            if (owner == null) {
                page.beginArtifact(true);
            } else {
                page.begin(link ? "Link" : "Span", numbers[i]);
            }
            float next = stretch(page, stretch, placed.line(), x, baseline, i == numbers.length - 1 ? end : "");
            page.end();
            if (anchor != null && link && owner != null) {
                float size = stretch.drawn().getFirst().piece().style().size();
                page.rectangle(x, baseline - size * 0.2f, next - x, 0.4f, Ink.LINK);
                page.link(anchor, element(owner, anchor), x, baseline - size * 0.4f, next, baseline + size * 0.95f);
            }
            x = next;
        }
    }

    private static List<Stretch> stretches(List<Drawn> drawn) {
        var stretches = new ArrayList<Stretch>();
        for (var each : drawn) {
            var anchor = each.piece().style().anchor();
            if (stretches.isEmpty() || !Objects.equals(stretches.getLast().anchor(), anchor)) {
                stretches.add(new Stretch(new ArrayList<>(), anchor));
            }
            stretches.getLast().drawn().add(each);
        }
        return stretches;
    }

    private Element element(Element owner, @Nullable Anchor anchor) {
        if (anchor == null) {
            return owner;
        }
        return anchors.computeIfAbsent(owner, _ -> new HashMap<>()).computeIfAbsent(anchor, _ -> {
            var element = tree.add(anchor.isLink() ? "Link" : "Span", owner);
            if (!anchor.language().isEmpty()) {
                element.language(anchor.language());
            }
            return element;
        });
    }

    /** Draws the pieces and answers where the next one begins. */
    private float stretch(PageCanvas page, Stretch stretch, Line line, float x, float baseline, String end) {
        int lastWord = lastWord(line);
        Style set = null;
        float at = x;
        page.write("BT\n");
        for (var drawn : stretch.drawn()) {
            var piece = drawn.piece();
            var style = piece.style();
            var font = font(style.face());
            if (set == null || !set.ink().equals(style.ink())) {
                page.fill(style.ink());
            }
            if (set == null || set.face() != style.face() || set.size() != style.size()) {
                page.write("/" + font.resource + " ").write(style.size()).write("Tf ");
            }
            set = style;
            page.write(style.slanted() && !piece.rightToLeft() ? "1 0 " + SLANT + " 1 " : "1 0 0 1 ");
            page.write(at).write(baseline).write("Tm ");
            invisible(page, font, drawn.marks());
            cells(page, drawn.cells(), font);
            boolean stretches = piece.kind() == Kind.SPACE && piece.start() < lastWord;
            at += piece.width() + (stretches ? line.stretch() : 0);
        }
        if (!end.isEmpty() && set != null) {
            page.write("1 0 0 1 ").write(at).write(baseline).write("Tm ");
            invisible(page, font(set.face()), end);
        }
        page.write("ET\n");
        return at;
    }

    private static void invisible(PageCanvas page, EmbeddedFont font, String characters) {
        if (!characters.isEmpty()) {
            page.write("<");
            characters
                    .chars()
                    .forEach(character ->
                            EmbeddedFont.hexadecimal(font.code(new Shape(List.of(), 0), character), page.content()));
            page.write("> Tj ");
        }
    }

    /** Where the last word begins: the spaces after it stand outside the column and are not stretched. */
    private static int lastWord(Line line) {
        return line.pieces().stream()
                .filter(piece -> piece.kind() == Kind.WORD)
                .mapToInt(Piece::start)
                .max()
                .orElse(-1);
    }

    private static void cells(PageCanvas page, List<Cell> cells, EmbeddedFont font) {
        float perMille = 1000f / font.typeface.tables.unitsPerEm;
        var out = page.content().append('[');
        boolean open = false;
        float pen = 0;
        for (var cell : cells) {
            float back = pen - cell.x();
            if (Math.abs(back) > LEAST_MOVE) {
                out.append(open ? ">" : "").append(PageCanvas.number(Math.round(back * perMille * 10) / 10.0));
                open = false;
                pen = cell.x();
            }
            out.append(open ? "" : "<");
            open = true;
            EmbeddedFont.hexadecimal(font.code(new Shape(cell.parts(), cell.advance()), cell.character()), out);
            pen += cell.advance();
        }
        out.append(open ? ">" : "").append("] TJ\n");
    }

    private EmbeddedFont font(Typeface face) {
        return fonts.computeIfAbsent(face, _ -> {
            var font = new EmbeddedFont(face, "F" + fonts.size());
            resources.setItem(COSName.getPDFName(font.resource), font.dictionary);
            return font;
        });
    }

    COSDictionary finish(PDDocument document) throws IOException {
        for (var font : fonts.values()) {
            font.finish(document);
        }
        return resources;
    }
}
