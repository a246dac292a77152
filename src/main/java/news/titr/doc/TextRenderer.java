package news.titr.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A body as plain text: one line for a paragraph, an empty line between blocks. For mail, search, counting, and for
 * comparing what a PDF says with what was written. Pure.
 */
public final class TextRenderer {

    private TextRenderer() {}

    public static String render(Body body) {
        return blocks(body.blocks());
    }

    private static String blocks(List<Block> blocks) {
        return blocks.stream()
                .map(TextRenderer::block)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String block(Block block) {
        return switch (block) {
            case Block.Paragraph(var text) -> Inline.text(text);
            case Block.Subhead subhead -> lines(subhead.kicker(), Inline.text(subhead.text()));
            case Block.Quote(var speaker, var blocks) -> lines(speaker, blocks(blocks));
            case Block.Listing(var numbered, var items) -> list(numbered, items);
            case Block.Table(var caption, var rows) ->
                lines(caption, rows.stream().map(TextRenderer::row).collect(Collectors.joining("\n")));
            case Block.Picture picture -> lines(picture.caption(), picture.credit());
            case Block.Separator() -> "•";
            case Block.ReadAlso readAlso -> readAlso.headline();
            case Block.Embed embed ->
                lines(embed.title(), EmbedProvider.address(embed).orElse(embed.id()));
            case Block.Unknown unknown -> unknown.safeText();
        };
    }

    private static String list(boolean numbered, List<Block.Listing.Item> items) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < items.size(); i++) {
            lines.add((numbered ? (i + 1) + ". " : "• ") + blocks(items.get(i).blocks()));
        }
        return String.join("\n", lines);
    }

    private static String row(Block.Table.Row row) {
        return row.cells().stream().map(cell -> Inline.text(cell.text())).collect(Collectors.joining("\t"));
    }

    private static String lines(String... lines) {
        return List.of(lines).stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
