package news.titr.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import news.titr.print.BidiText.Kind;
import news.titr.print.BidiText.Piece;
import news.titr.print.EmbeddedFont.Shape;
import news.titr.print.LineBreaker.Line;
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

    private static final int RIGHT_TO_LEFT_MARK = 0x200F;
    private static final float SLANT = 0.2f;
    private static final float LEAST_MOVE = 0.6f;

    private final StructureTree tree;
    private final Map<Typeface, EmbeddedFont> fonts = new LinkedHashMap<>();
    private final COSDictionary resources = new COSDictionary();
    private final Map<Element, Map<Anchor, Element>> anchors = new HashMap<>();

    TextPainter(StructureTree tree) {
        this.tree = tree;
    }

    /** Pieces that stand side by side and belong to the same anchor or to none. */
    private record Stretch(List<Piece> pieces, @Nullable Anchor anchor) {
        int start() {
            return pieces.stream().mapToInt(Piece::start).min().orElse(0);
        }
    }

    /**
     * Draws one line.
     *
     * @param left and {@code width}: the column, in points
     * @param owner the tag that the text belongs to, or null for furniture in the margins
     */
    void line(
            PageCanvas page, Line line, float left, float width, float baseline, Align align, @Nullable Element owner) {
        float x = switch (align) {
            case START -> line.rightToLeft() ? left + width - line.width() : left;
            case CENTER -> left + (width - line.width()) / 2;
            case LEFT -> left;
            case RIGHT -> left + width - line.width();
        };
        if (line.rightToLeft()) {
            x -= line.hanging();
        }
        var stretches = stretches(line);
        // tags list what they contain in reading order, the page is drawn from left to right
        int[] numbers = new int[stretches.size()];
        if (owner != null) {
            IntStream.range(0, numbers.length)
                    .boxed()
                    .sorted(Comparator.comparingInt(i -> stretches.get(i).start()))
                    .forEach(i -> numbers[i] =
                            page.claim(element(owner, stretches.get(i).anchor())));
        }
        for (int i = 0; i < numbers.length; i++) {
            var stretch = stretches.get(i);
            var anchor = stretch.anchor();
            if (owner == null) {
                page.beginArtifact(true);
            } else {
                page.begin(anchor != null && anchor.isLink() ? "Link" : "Span", numbers[i]);
            }
            if (i == 0 && line.rightToLeft() && !stretch.pieces().getFirst().rightToLeft()) {
                mark(page, stretch.pieces().getFirst().style(), x, baseline);
            }
            float end = stretch(page, stretch, line, x, baseline);
            page.end();
            if (anchor != null && anchor.isLink() && owner != null) {
                float size = stretch.pieces().getFirst().style().size();
                page.rectangle(x, baseline - size * 0.2f, end - x, 0.4f, Ink.LINK);
                page.link(anchor, element(owner, anchor), x, baseline - size * 0.4f, end, baseline + size * 0.95f);
            }
            x = end;
        }
    }

    private static List<Stretch> stretches(Line line) {
        var stretches = new ArrayList<Stretch>();
        for (var piece : line.pieces()) {
            if (piece.kind() == Kind.BREAK) {
                continue;
            }
            var anchor = piece.style().anchor();
            if (stretches.isEmpty() || !Objects.equals(stretches.getLast().anchor(), anchor)) {
                stretches.add(new Stretch(new ArrayList<>(), anchor));
            }
            stretches.getLast().pieces().add(piece);
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

    /** Some readers take a line's direction from its first character: a line of Persian must not begin with Latin. */
    private void mark(PageCanvas page, Style style, float x, float baseline) {
        var font = font(style.face());
        page.write("BT /" + font.resource + " ").write(style.size()).write("Tf 1 0 0 1 ");
        page.write(x).write(baseline).write("Tm <");
        EmbeddedFont.hexadecimal(font.code(new Shape(List.of(), 0), RIGHT_TO_LEFT_MARK), page.content());
        page.write("> Tj ET\n");
    }

    /** Draws the pieces and answers where the next one begins. */
    private float stretch(PageCanvas page, Stretch stretch, Line line, float x, float baseline) {
        Ink ink = null;
        page.write("BT\n");
        Style set = null;
        float at = x;
        int lastWord = lastWord(line);
        for (var piece : stretch.pieces()) {
            var style = piece.style();
            if (!style.ink().equals(ink)) {
                ink = style.ink();
                page.fill(ink);
            }
            var font = font(style.face());
            if (set == null || set.face() != style.face() || set.size() != style.size()) {
                page.write("/" + font.resource + " ").write(style.size()).write("Tf ");
            }
            set = style;
            page.write(style.slanted() && !piece.rightToLeft() ? "1 0 " + SLANT + " 1 " : "1 0 0 1 ");
            page.write(at).write(baseline).write("Tm ");
            cells(page, piece, font);
            boolean stretches = piece.kind() == Kind.SPACE && piece.start() < lastWord;
            at += piece.width() + (stretches ? line.stretch() : 0);
        }
        page.write("ET\n");
        return at;
    }

    /** Where the last word begins: the spaces after it stand outside the column and are not stretched. */
    private static int lastWord(Line line) {
        return line.pieces().stream()
                .filter(piece -> piece.kind() == Kind.WORD)
                .mapToInt(Piece::start)
                .max()
                .orElse(-1);
    }

    private void cells(PageCanvas page, Piece piece, EmbeddedFont font) {
        float perMille = 1000f / font.typeface.tables.unitsPerEm;
        var out = page.content().append('[');
        boolean open = false;
        float pen = 0;
        for (var cell : Cells.of(piece.run(), piece.text(), piece.rightToLeft(), font.typeface)) {
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
