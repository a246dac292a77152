package news.titr.wire;

import java.util.List;
import java.util.function.UnaryOperator;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.doc.Inline;
import news.titr.language.HouseStyle;
import news.titr.language.Tidy;

/** Tidies the texts of a story that came from a page, run by run, and counts the places. */
final class PageTidy {

    private final Tidy tidy;
    private final HouseStyle style;
    private int edits;

    private PageTidy(Tidy tidy, HouseStyle style) {
        this.tidy = tidy;
        this.style = style;
    }

    static PageReading.Read apply(PageReading.Read read, Tidy tidy, HouseStyle style) {
        var work = new PageTidy(tidy, style);
        String kicker = work.text(read.kicker());
        String headline = work.text(read.headline());
        String lead = work.text(read.lead());
        var body = new Body(work.blocks(read.body().blocks()));
        return new PageReading.Read(
                read.browserTitle(),
                read.siteName(),
                read.pageClock(),
                read.sourceNumber(),
                kicker,
                headline,
                lead,
                body,
                read.source(),
                read.publishedText(),
                read.tags(),
                read.doubts(),
                read.particulars(),
                read.furniture(),
                work.edits);
    }

    private String text(String text) {
        var found = tidy.edits(text, style);
        edits += found.size();
        return Tidy.apply(text, found);
    }

    private List<Inline> runs(List<Inline> runs) {
        UnaryOperator<Inline> tidied = run -> new Inline(text(run.text()), run.marks());
        return runs.stream().map(tidied).toList();
    }

    private List<Block> blocks(List<Block> blocks) {
        return blocks.stream().map(this::block).toList();
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
            // a page's text has none of these
            case Block.Table table -> table;
            case Block.Picture picture -> picture;
            case Block.Separator separator -> separator;
            case Block.ReadAlso readAlso -> readAlso;
            case Block.Embed embed -> embed;
            case Block.Unknown unknown -> unknown;
        };
    }
}
