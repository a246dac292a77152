package news.titr.print;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import news.titr.doc.Block.Table;
import news.titr.doc.Inline;
import news.titr.print.LineBreaker.Line;
import news.titr.print.StructureTree.Element;
import news.titr.print.TableGrid.Place;
import news.titr.print.TextPainter.Align;
import news.titr.print.TextPainter.Placed;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;

/**
 * Sets one table. It is first laid out as one strip as long as it needs to be; pages then take pieces of the strip,
 * cut between rows, or between lines where a row is longer than a page. The heading stands again on every page.
 */
final class TableLayout {

    private static final float SIZE = 10;
    private static final float SMALLEST = 7.5f;
    private static final float LEADING = 1.6f;
    private static final float PADDING = 5;
    private static final float ABOVE = 3.5f;
    private static final float HAIRLINE = 0.4f;
    private static final float STRONG = 1;
    private static final float SHORT = 160;

    /**
     * A cell on the strip; {@code top} and {@code bottom} grow downwards from the strip's beginning.
     *
     * @param element its tag
     */
    private record Box(
            Place place,
            Element element,
            List<Line> lines,
            Align align,
            float left,
            float width,
            float top,
            float bottom) {}

    private final PageFlow flow;
    private final TextPainter painter;
    private final StructureTree tree;
    private final RunStyles styles;
    private final Typefaces faces;
    private final boolean rightToLeft;

    private final TableGrid grid;
    private final float size;
    private final float lineHeight;
    private final float[] widths;
    private final float[] edges;
    private final List<Box> boxes = new ArrayList<>();

    TableLayout(
            Table table,
            PageFlow flow,
            TextPainter painter,
            StructureTree tree,
            RunStyles styles,
            Typefaces faces,
            boolean rightToLeft) {
        this.flow = flow;
        this.painter = painter;
        this.tree = tree;
        this.styles = styles;
        this.faces = faces;
        this.rightToLeft = rightToLeft;
        grid = TableGrid.of(table);
        var minimum = new float[grid.columns()];
        var natural = new float[grid.columns()];
        measure(SIZE, minimum, natural);
        float shrink = Math.min(1, flow.width() / Math.max(1, sum(minimum)));
        size = Math.max(SMALLEST, SIZE * shrink);
        measure(size, minimum, natural);
        lineHeight = size * LEADING;
        widths = widths(minimum, natural, flow.width());
        edges = new float[grid.rows().size() + 1];
    }

    /** @param element the Table tag, which may hold a caption already */
    void draw(Element element) {
        if (grid.columns() == 0) {
            return;
        }
        layOut(element);
        int headers = grid.headerRows();
        float headerHeight = edges[headers];
        float total = edges[edges.length - 1];
        // a short table is not broken, and the heading never stands alone at the foot of a page
        flow.require(total <= SHORT ? total : headerHeight + firstRow(headers));
        float from = 0;
        boolean again = false;
        while (from < total) {
            float repeated = again ? headerHeight : 0;
            float room = flow.room() - repeated;
            float to = cut(from, room);
            if (again && headers > 0) {
                piece(0, headerHeight, true);
            }
            piece(from, to, false);
            from = to;
            again = true;
            if (from < total) {
                flow.newPage();
                flow.require(0);
            }
        }
    }

    private float firstRow(int row) {
        return row < grid.rows().size() ? Math.min(edges[row + 1] - edges[row], 6 * lineHeight) : 0;
    }

    // ---- measuring

    private void measure(float points, float[] minimum, float[] natural) {
        Arrays.fill(minimum, 0);
        Arrays.fill(natural, 0);
        // cells over several columns come last: they widen only what the others left too narrow
        for (int span = 1; span <= grid.columns(); span++) {
            for (var row : grid.rows()) {
                for (var place : row.cells()) {
                    if (place.columns() == span) {
                        var text = paragraph(place, points);
                        widen(minimum, place, text.longestWord() + 2 * PADDING);
                        widen(natural, place, text.naturalWidth() + 2 * PADDING);
                    }
                }
            }
            if (span > 1
                    && grid.rows().stream()
                            .allMatch(row -> row.cells().stream().allMatch(place -> place.columns() == 1))) {
                break;
            }
        }
    }

    private static void widen(float[] columns, Place place, float width) {
        float now = 0;
        for (int i = 0; i < place.columns(); i++) {
            now += columns[place.column() + i];
        }
        for (int i = 0; i < place.columns() && width > now; i++) {
            columns[place.column() + i] += (width - now) / place.columns();
        }
    }

    private Paragraph paragraph(Place place, float points) {
        var style = new Style(place.cell().header() ? faces.bold : faces.regular, points, Ink.BLACK);
        return Paragraph.of(styles.of(place.cell().text(), style), rightToLeft);
    }

    private static float[] widths(float[] minimum, float[] natural, float available) {
        float least = sum(minimum);
        float wanted = sum(natural);
        var widths = new float[minimum.length];
        for (int i = 0; i < widths.length; i++) {
            if (wanted <= available) {
                widths[i] = natural[i] + (available - wanted) / widths.length;
            } else if (least >= available) {
                widths[i] = minimum[i] * available / least;
            } else {
                widths[i] = minimum[i] + (available - least) * (natural[i] - minimum[i]) / (wanted - least);
            }
        }
        return widths;
    }

    private static float sum(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    // ---- the strip

    private void layOut(Element table) {
        int headers = grid.headerRows();
        var heights = new float[grid.rows().size()];
        var lines = new HashMap<Place, List<Line>>();
        for (var row : grid.rows()) {
            for (var place : row.cells()) {
                float measure = Math.max(width(place) - 2 * padding(place), 1);
                lines.put(place, LineBreaker.lines(paragraph(place, size), measure, false));
                if (place.rows() == 1) {
                    heights[place.row()] = Math.max(heights[place.row()], height(lines.getOrDefault(place, List.of())));
                }
            }
        }
        for (var row : grid.rows()) {
            for (var place : row.cells()) {
                int last = place.row() + place.rows() - 1;
                float now = 0;
                for (int i = place.row(); i <= last; i++) {
                    now += heights[i];
                }
                heights[last] += Math.max(0, height(lines.getOrDefault(place, List.of())) - now);
            }
        }
        for (int i = 0; i < heights.length; i++) {
            edges[i + 1] = edges[i] + heights[i];
        }
        Element section = null;
        for (int i = 0; i < grid.rows().size(); i++) {
            if (i == 0 && headers > 0) {
                section = tree.add("THead", table);
            } else if (i == headers || section == null) {
                section = tree.add("TBody", table);
            }
            var tag = tree.add("TR", section);
            for (var place : grid.rows().get(i).cells()) {
                boxes.add(box(place, cellTag(place, tag, i < headers), lines.getOrDefault(place, List.of())));
            }
        }
    }

    private float height(List<Line> lines) {
        return Math.max(1, lines.size()) * lineHeight + 2 * ABOVE;
    }

    private Element cellTag(Place place, Element row, boolean top) {
        boolean header = place.cell().header();
        var tag = tree.add(header ? "TH" : "TD", row);
        if (header) {
            tag.attribute("Table", "Scope", COSName.getPDFName(top ? "Column" : "Row"));
        }
        if (place.columns() > 1) {
            tag.attribute("Table", "ColSpan", COSInteger.get(place.columns()));
        }
        if (place.rows() > 1) {
            tag.attribute("Table", "RowSpan", COSInteger.get(place.rows()));
        }
        return tag;
    }

    private Box box(Place place, Element element, List<Line> lines) {
        float before = 0;
        for (int i = 0; i < place.column(); i++) {
            before += widths[i];
        }
        float width = width(place);
        float left = rightToLeft ? flow.left() + flow.width() - before - width : flow.left() + before;
        return new Box(
                place,
                element,
                lines,
                align(place),
                left,
                width,
                edges[place.row()],
                edges[place.row() + place.rows()]);
    }

    /** Everything stands where lines begin, but columns of numbers on the right, so that units are below units. */
    private Align align(Place place) {
        return rightToLeft || isNumeric(place.column()) ? Align.RIGHT : Align.LEFT;
    }

    private boolean isNumeric(int column) {
        return grid.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .filter(place ->
                                place.column() == column && !place.cell().header())
                        .map(place -> Inline.text(place.cell().text()))
                        .allMatch(text -> text.chars().noneMatch(Character::isLetter))
                && column > 0;
    }

    private float width(Place place) {
        float width = 0;
        for (int i = 0; i < place.columns(); i++) {
            width += widths[place.column() + i];
        }
        return width;
    }

    private float padding(Place place) {
        return Math.min(PADDING, width(place) * 0.15f);
    }

    // ---- pages

    /** Where a page that begins at {@code from} ends: between rows if that fills half of it, else between lines. */
    private float cut(float from, float room) {
        float total = edges[edges.length - 1];
        if (total - from <= room) {
            return total;
        }
        float best = from;
        for (float edge : edges) {
            if (edge > best && edge <= from + room && isClean(edge)) {
                best = edge;
            }
        }
        if (best - from > room / 2) {
            return best;
        }
        float longest = best;
        for (var box : boxes) {
            for (int i = 1; i <= box.lines().size(); i++) {
                float end = box.top() + ABOVE + i * lineHeight;
                if (end > longest && end <= from + room && isClean(end)) {
                    longest = end;
                }
            }
        }
        // a row that is only a little too long goes to the next page whole
        if (best > from && longest - best < 3 * lineHeight) {
            return best;
        }
        return longest > from ? longest : Math.min(total, from + Math.max(room, lineHeight));
    }

    private boolean isClean(float at) {
        for (var box : boxes) {
            for (int i = 0; i < box.lines().size(); i++) {
                float top = box.top() + ABOVE + i * lineHeight;
                if (top < at - 0.1f && top + lineHeight > at + 0.1f) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Draws a part of the strip at the flow's place. What is only repeated is furniture. */
    private void piece(float from, float to, boolean repeated) {
        float origin = flow.y() + from;
        int headers = grid.headerRows();
        if (from < edges[headers]) {
            float height = Math.min(to, edges[headers]) - from;
            flow.page().rectangle(flow.left(), flow.y() - height, flow.width(), height, Ink.SHADE);
        }
        for (var box : boxes) {
            if (box.top() < to - 0.1f && box.bottom() > from + 0.1f) {
                if (box.bottom() <= to + 0.1f) {
                    boolean heading = box.place().row() + box.place().rows() == headers;
                    float thickness = heading ? STRONG : HAIRLINE;
                    flow.page()
                            .rectangle(
                                    box.left(),
                                    origin - box.bottom() - thickness / 2,
                                    box.width(),
                                    thickness,
                                    heading ? Ink.BLACK : Ink.HAIRLINE);
                }
            }
        }
        drawLines(from, to, origin, repeated);
        if (from == 0) {
            flow.page().rectangle(flow.left(), flow.y(), flow.width(), STRONG, Ink.BLACK);
        }
        flow.advance(to - from);
    }

    /** Lines on the same height are drawn together, cell beside cell. */
    private void drawLines(float from, float to, float origin, boolean repeated) {
        var rows = new TreeMap<Integer, List<Placed>>();
        for (var box : boxes) {
            float padding = padding(box.place());
            for (int i = 0; i < box.lines().size(); i++) {
                float top = box.top() + ABOVE + i * lineHeight;
                if (top >= from - 0.1f && top + lineHeight <= to + 0.1f) {
                    rows.computeIfAbsent(Math.round(top * 10), _ -> new ArrayList<>())
                            .add(new Placed(
                                    box.lines().get(i),
                                    box.left() + padding,
                                    box.width() - 2 * padding,
                                    box.align(),
                                    repeated ? null : box.element()));
                }
            }
        }
        rows.forEach((top, lines) ->
                painter.row(flow.page(), lines, origin - top / 10f - lineHeight / 2 - size * 0.3f, rightToLeft));
    }
}
