package news.titr.wire;

import java.util.List;
import java.util.function.UnaryOperator;
import news.titr.doc.Block;
import news.titr.doc.Inline;
import news.titr.language.HouseStyle;
import news.titr.language.Tidy;

/** Mends half-spaces and spelling in texts and blocks that come in, run by run, and counts the places. */
public final class BlockTidy {

    private final Tidy tidy;
    private final HouseStyle style;
    private int edits;

    public BlockTidy(Tidy tidy, HouseStyle style) {
        this.tidy = tidy;
        this.style = style;
    }

    /** How many places were mended so far. */
    public int edits() {
        return edits;
    }

    public String text(String text) {
        var found = tidy.edits(text, style);
        edits += found.size();
        return Tidy.apply(text, found);
    }

    public List<Block> blocks(List<Block> blocks) {
        return blocks.stream().map(this::block).toList();
    }

    private List<Inline> runs(List<Inline> runs) {
        UnaryOperator<Inline> tidied = run -> new Inline(text(run.text()), run.marks());
        return runs.stream().map(tidied).toList();
    }

    private Block block(Block block) {
        return switch (block) {
            case Block.Paragraph(var text) -> new Block.Paragraph(runs(text));
            case Block.Subhead(var level, var kicker, var text) -> new Block.Subhead(level, text(kicker), runs(text));
            case Block.Quote(var speaker, var inside) -> new Block.Quote(text(speaker), blocks(inside));
            case Block.Listing(var numbered, var items) ->
                new Block.Listing(
                        numbered,
                        items.stream()
                                .map(item -> new Block.Listing.Item(blocks(item.blocks())))
                                .toList());
            case Block.Table(var caption, var rows) ->
                new Block.Table(text(caption), rows.stream().map(this::row).toList());
            case Block.Picture(var asset, var alt, var caption, var credit) ->
                new Block.Picture(asset, text(alt), text(caption), credit);
            case Block.Separator separator -> separator;
            case Block.ReadAlso readAlso -> readAlso;
            case Block.Embed embed -> embed;
            case Block.Unknown unknown -> unknown;
        };
    }

    private Block.Table.Row row(Block.Table.Row row) {
        return new Block.Table.Row(row.cells().stream()
                .map(cell -> new Block.Table.Cell(cell.header(), cell.columns(), cell.rows(), runs(cell.text())))
                .toList());
    }
}
