package news.titr.print;

import java.util.ArrayList;
import java.util.List;
import news.titr.print.LineBreaker.Line;
import news.titr.print.StructureTree.Element;
import news.titr.print.TextPainter.Align;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Fills pages from top to bottom: where the next line goes, and when a new page begins. */
final class PageFlow {

    /**
     * How a paragraph stands.
     *
     * @param leading line height as a multiple of the size
     * @param before and {@code after}: least distance to the neighbours, in points; of two distances the larger counts
     * @param keep room, in points, that must follow on the same page; 0 when the paragraph may stand last
     */
    record Setting(
            float leading, boolean justify, boolean balance, Align align, float before, float after, float keep) {
        static Setting text(float leading, float before, float after) {
            return new Setting(leading, true, false, Align.START, before, after, 0);
        }

        Setting ragged() {
            return new Setting(leading, false, balance, align, before, after, keep);
        }

        Setting balanced() {
            return new Setting(leading, false, true, align, before, after, keep);
        }

        Setting centered() {
            return new Setting(leading, false, balance, Align.CENTER, before, after, keep);
        }

        Setting keeping(float points) {
            return new Setting(leading, justify, balance, align, before, after, points);
        }
    }

    /** A vertical rule beside the text, which goes on as long as the text does. */
    private static final class Rule {
        private final float x;
        private final float width;
        private final Ink ink;
        private float top = Float.NaN;

        private Rule(float x, float width, Ink ink) {
            this.x = x;
            this.width = width;
            this.ink = ink;
        }
    }

    private record Marker(Paragraph label, Element element, float left, float width) {}

    private static final float RULE_INSET = 4;

    private final PDDocument document;
    private final StructureTree tree;
    private final TextPainter painter;
    private final List<PageCanvas> pages = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Marker> markers = new ArrayList<>();
    private float left = Sheet.LEFT;
    private float right = Sheet.RIGHT;
    private float y;
    private float gap;
    private boolean top = true;

    PageFlow(PDDocument document, StructureTree tree, TextPainter painter) {
        this.document = document;
        this.tree = tree;
        this.painter = painter;
        newPage();
    }

    List<PageCanvas> pages() {
        return pages;
    }

    PageCanvas page() {
        return pages.getLast();
    }

    float left() {
        return left;
    }

    float width() {
        return right - left;
    }

    /** Where the next thing goes: its upper edge. */
    float y() {
        return y;
    }

    /** What is left of this page, in points. */
    float room() {
        return y - (top ? 0 : gap) - Sheet.BOTTOM;
    }

    /** Narrows the column. Undone with the same numbers below zero. */
    void indent(float fromLeft, float fromRight) {
        left += fromLeft;
        right -= fromRight;
    }

    void gap(float points) {
        gap = Math.max(gap, points);
    }

    /** Goes to a new page unless this much fits, then takes the distance to what stands above. */
    void require(float height) {
        if (room() < height && !top) {
            newPage();
        }
        y -= top ? 0 : gap;
        gap = 0;
    }

    /** Takes this much of the page, which the caller has drawn on. */
    void advance(float height) {
        startRules();
        y -= height;
        top = false;
    }

    void newPage() {
        stopRules();
        boolean first = pages.isEmpty();
        pages.add(new PageCanvas(document, tree, Sheet.WIDTH, Sheet.HEIGHT));
        y = first ? Sheet.FIRST_TOP : Sheet.TOP;
        gap = 0;
        top = true;
    }

    void beginRule(float x, float width, Ink ink) {
        rules.add(new Rule(x, width, ink));
    }

    void endRule() {
        stop(rules.removeLast());
    }

    private void startRules() {
        for (var rule : rules) {
            if (Float.isNaN(rule.top)) {
                rule.top = y;
            }
        }
    }

    private void stopRules() {
        rules.forEach(this::stop);
    }

    private void stop(Rule rule) {
        if (!Float.isNaN(rule.top)) {
            float height = rule.top - y - 2 * RULE_INSET;
            page().rectangle(rule.x, y + RULE_INSET, rule.width, Math.max(height, 1), rule.ink);
            rule.top = Float.NaN;
        }
    }

    /** A label that goes beside the next line: the bullet or number of a list item. */
    void marker(Paragraph label, Element element, float markerLeft, float width) {
        markers.add(new Marker(label, element, markerLeft, width));
    }

    /** Draws labels that found no line to stand beside. */
    void flushMarkers() {
        if (!markers.isEmpty()) {
            float height = Sheet.BODY * Sheet.LEADING;
            require(height);
            drawMarkers(baseline(height, Sheet.BODY));
            advance(height);
        }
    }

    private void drawMarkers(float baseline) {
        for (var marker : markers) {
            for (var line : LineBreaker.lines(marker.label(), marker.width(), false)) {
                painter.line(page(), line, marker.left(), marker.width(), baseline, Align.START, marker.element());
            }
        }
        markers.clear();
    }

    private float baseline(float lineHeight, float size) {
        return y - lineHeight / 2 - size * 0.30f;
    }

    /**
     * Sets a paragraph. At least two of its lines stay together on either side of a page break, and a paragraph of up
     * to three lines is not broken.
     */
    void paragraph(Paragraph paragraph, Setting setting, Element element) {
        var lines = lines(paragraph, setting);
        if (lines.isEmpty()) {
            return;
        }
        gap(setting.before());
        float size = paragraph.size();
        float height = size * setting.leading();
        int count = lines.size();
        for (int i = 0; i < count; i++) {
            int together = i == 0 ? (count <= 3 || setting.keep() > 0 ? count : 2) : i == count - 2 ? 2 : 1;
            require(together * height + (i == 0 ? setting.keep() : 0));
            float baseline = baseline(height, size);
            painter.line(page(), lines.get(i), left, width(), baseline, setting.align(), element);
            drawMarkers(baseline);
            advance(height);
        }
        gap(setting.after());
    }

    private List<Line> lines(Paragraph paragraph, Setting setting) {
        var lines = LineBreaker.lines(paragraph, width(), setting.justify());
        return setting.balance() && lines.size() > 1 ? balanced(paragraph, lines) : lines;
    }

    /** The same number of lines in the narrowest column that holds them, so that they are about equally long. */
    private List<Line> balanced(Paragraph paragraph, List<Line> wide) {
        float narrow = Math.max(paragraph.longestWord(), width() / 3);
        float fits = width();
        var best = wide;
        while (fits - narrow > 2) {
            float middle = (fits + narrow) / 2;
            var lines = LineBreaker.lines(paragraph, middle, false);
            if (lines.size() <= wide.size()) {
                fits = middle;
                best = lines;
            } else {
                narrow = middle;
            }
        }
        return best;
    }
}
