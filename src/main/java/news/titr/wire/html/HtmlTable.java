package news.titr.wire.html;

import java.util.ArrayList;
import java.util.List;
import news.titr.doc.Block;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** A table as a table, or, where a page was only set with it, what stands in its cells one after the other. */
final class HtmlTable {

    private static final int MOST_COLUMNS = 100;
    private static final int MOST_ROWS = 1000;

    private final HtmlWalk walk;
    private final Element table;
    private final boolean asTable;

    HtmlTable(HtmlWalk walk, Element table, boolean asTable) {
        this.walk = walk;
        this.table = table;
        this.asTable = asTable;
    }

    private record Cell(Element element, List<Block> blocks) {}

    List<Block> blocks() {
        var rows = new ArrayList<List<Cell>>();
        var captions = new ArrayList<Block>();
        var loose = new ArrayList<Block>();
        gather(table, rows, captions, loose);
        var blocks = new ArrayList<Block>();
        if (asTable && isData(rows)) {
            var apart = new ArrayList<Block>();
            var caption = HtmlFlat.of(captions, " ");
            var made = rows.stream()
                    .map(row -> new Block.Table.Row(
                            row.stream().map(cell -> cell(cell, apart)).toList()))
                    .toList();
            blocks.add(new Block.Table(news.titr.doc.Inline.text(caption.runs()), made));
            blocks.addAll(caption.apart());
            blocks.addAll(apart);
        } else {
            blocks.addAll(captions);
            rows.forEach(row -> row.forEach(cell -> blocks.addAll(cell.blocks())));
        }
        blocks.addAll(loose);
        return blocks;
    }

    private void gather(Element part, List<List<Cell>> rows, List<Block> captions, List<Block> loose) {
        for (Node node : part.childNodes()) {
            if (node instanceof TextNode text && !text.isBlank()) {
                loose.addAll(walk.inside(new Element("div").appendChild(text.clone())));
            } else if (node instanceof Element element && !HtmlHidden.isHidden(element)) {
                switch (element.normalName()) {
                    case "caption" -> captions.addAll(walk.inside(element));
                    case "thead", "tbody", "tfoot" -> gather(element, rows, captions, loose);
                    case "tr" -> row(element, rows, loose);
                    case "colgroup", "col" -> {}
                    default -> loose.addAll(walk.inside(new Element("div").appendChild(element.clone())));
                }
            }
        }
    }

    private void row(Element row, List<List<Cell>> rows, List<Block> loose) {
        var cells = new ArrayList<Cell>();
        for (var node : row.childNodes()) {
            if (node instanceof Element element && (element.nameIs("td") || element.nameIs("th"))) {
                if (!HtmlHidden.isHidden(element)) {
                    cells.add(new Cell(element, walk.inside(element)));
                }
            } else if (!(node instanceof TextNode text && text.isBlank())) {
                loose.addAll(walk.inside(new Element("div").appendChild(node.clone())));
            }
        }
        if (!cells.isEmpty()) {
            rows.add(cells);
        }
    }

    /** Pages of old were set in tables: those have long texts, headings and tables in their cells, or only one cell. */
    private boolean isData(List<List<Cell>> rows) {
        long cells = rows.stream().mapToLong(List::size).sum();
        if (cells <= 1 || table.attr("role").matches("(?i)presentation|none")) {
            return false;
        }
        boolean headed = !table.select("th, > caption").isEmpty();
        boolean structured = rows.stream()
                .flatMap(List::stream)
                .flatMap(cell -> cell.blocks().stream())
                .anyMatch(block -> block instanceof Block.Table || block instanceof Block.Subhead);
        boolean hasText = rows.stream()
                .flatMap(List::stream)
                .flatMap(cell -> cell.blocks().stream())
                .anyMatch(block -> !(block instanceof Block.Picture) && !(block instanceof Block.Unknown));
        return hasText && (headed || !structured);
    }

    private static Block.Table.Cell cell(Cell cell, List<Block> apart) {
        var flat = HtmlFlat.of(cell.blocks(), "\n");
        apart.addAll(flat.apart());
        return new Block.Table.Cell(
                cell.element().normalName().equals("th"),
                span(cell.element().attr("colspan"), MOST_COLUMNS),
                span(cell.element().attr("rowspan"), MOST_ROWS),
                flat.runs());
    }

    private static int span(String written, int most) {
        return written.strip().matches("[0-9]{1,6}") ? Math.clamp(Integer.parseInt(written.strip()), 1, most) : 1;
    }
}
