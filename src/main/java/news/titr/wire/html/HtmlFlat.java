package news.titr.wire.html;

import java.util.ArrayList;
import java.util.List;
import news.titr.doc.Block;
import news.titr.doc.Inline;

/**
 * Blocks as one run of text, for places that hold nothing else: headings and cells.
 *
 * @param apart what cannot be text and comes behind
 */
record HtmlFlat(List<Inline> runs, List<Block> apart) {

    static HtmlFlat of(List<Block> blocks, String between) {
        var lines = new ArrayList<List<Inline>>();
        var apart = new ArrayList<Block>();
        blocks.forEach(block -> add(block, lines, apart));
        var runs = new ArrayList<Inline>();
        for (var line : lines) {
            if (!runs.isEmpty()) {
                runs.add(new Inline(between, List.of()));
            }
            line.forEach(run ->
                    runs.add(between.equals("\n") ? run : new Inline(run.text().replace("\n", between), run.marks())));
        }
        return new HtmlFlat(HtmlText.trimmed(runs), apart);
    }

    private static void add(Block block, List<List<Inline>> lines, List<Block> apart) {
        switch (block) {
            case Block.Paragraph(var text) -> lines.add(text);
            case Block.Subhead(var _, var _, var text) -> lines.add(text);
            case Block.Quote(var speaker, var blocks) -> {
                blocks.forEach(inside -> add(inside, lines, apart));
                if (!speaker.isEmpty()) {
                    lines.add(Inline.plain("— " + speaker));
                }
            }
            case Block.Listing(var _, var items) ->
                items.forEach(item -> {
                    int first = lines.size();
                    item.blocks().forEach(inside -> add(inside, lines, apart));
                    if (lines.size() > first) {
                        var marked = new ArrayList<>(Inline.plain("• "));
                        marked.addAll(lines.get(first));
                        lines.set(first, marked);
                    }
                });
            case Block.Table table ->
                table.rows().forEach(row -> {
                    var line = new ArrayList<Inline>();
                    for (var cell : row.cells()) {
                        line.addAll(line.isEmpty() ? List.of() : Inline.plain(" | "));
                        line.addAll(cell.text());
                    }
                    if (!line.isEmpty()) {
                        lines.add(line);
                    }
                });
            case Block.Picture _, Block.Embed _, Block.ReadAlso _, Block.Unknown _ -> apart.add(block);
            case Block.Separator _ -> {}
        }
    }
}
