package news.titr.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A body as Markdown that makes sense elsewhere: pictures, other stories and embeds by their addresses, not by our keys, and without
 * what the house's own markup has beyond Markdown.
 */
public final class MarkdownText {

    /** The house's markup keeps a blank at the edge of a run with a backslash, which Markdown would show. */
    private static final Pattern KEPT_BLANK = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\ ");

    private MarkdownText() {}

    public static String of(Body body, Surroundings surroundings) {
        String text = Markup.write(new Body(blocks(body.blocks(), surroundings)));
        return KEPT_BLANK.matcher(text).replaceAll("$1 ");
    }

    private static List<Block> blocks(List<Block> blocks, Surroundings surroundings) {
        return blocks.stream().flatMap(block -> block(block, surroundings)).toList();
    }

    private static Stream<Block> block(Block block, Surroundings surroundings) {
        return switch (block) {
            case Block.Paragraph(var text) -> Stream.of(new Block.Paragraph(runs(text, surroundings)));
            case Block.Subhead(var level, var kicker, var text) ->
                Stream.concat(line(kicker), Stream.of(new Block.Subhead(level, "", runs(text, surroundings))));
            case Block.Quote(var speaker, var inside) ->
                Stream.of(new Block.Quote(speaker, blocks(inside, surroundings)));
            case Block.Listing(var numbered, var items) ->
                Stream.of(new Block.Listing(
                        numbered,
                        items.stream()
                                .map(item -> new Block.Listing.Item(blocks(item.blocks(), surroundings)))
                                .toList()));
            case Block.Table(var caption, var rows) ->
                Stream.concat(line(caption), Stream.of(table(rows, surroundings)));
            case Block.Picture(var asset, var alt, var caption, var credit) ->
                surroundings
                        .picture(asset)
                        .<Block>map(shown -> new Block.Picture(shown.source(), alt, caption, credit))
                        .stream();
            case Block.ReadAlso(var story, var _) ->
                surroundings.story(story).stream().map(shown -> link(shown.headline(), shown.address()));
            case Block.Embed embed ->
                EmbedProvider.address(embed).stream()
                        .map(address -> link(embed.title().isBlank() ? address : embed.title(), address));
            case Block.Unknown unknown -> line(unknown.safeText());
            case Block.Separator separator -> Stream.of(separator);
        };
    }

    /** Cells that span others cannot be said. */
    private static Block table(List<Block.Table.Row> rows, Surroundings surroundings) {
        return new Block.Table(
                "",
                rows.stream()
                        .map(row -> new Block.Table.Row(row.cells().stream()
                                .map(cell -> new Block.Table.Cell(cell.header(), 1, 1, runs(cell.text(), surroundings)))
                                .toList()))
                        .toList());
    }

    private static Stream<Block> line(String text) {
        return Optional.of(text).filter(line -> !line.isBlank()).stream().map(Block.Paragraph::of);
    }

    private static Block link(String text, String address) {
        return new Block.Paragraph(List.of(new Inline(text, List.of(new Mark.Link(address)))));
    }

    /** Without the languages of passages; links lead where they lead from anywhere. */
    private static List<Inline> runs(List<Inline> text, Surroundings surroundings) {
        var runs = new ArrayList<Inline>();
        for (var run : text) {
            var marks = run.marks().stream()
                    .flatMap(mark -> mark(mark, surroundings))
                    .toList();
            // two runs with the same marks would be one when they are read again
            boolean goesOn = !runs.isEmpty() && runs.getLast().marks().equals(marks);
            String before = goesOn ? runs.removeLast().text() : "";
            runs.add(new Inline(before + run.text(), marks));
        }
        return runs;
    }

    private static Stream<Mark> mark(Mark mark, Surroundings surroundings) {
        return switch (mark) {
            case Mark.Language _ -> Stream.empty();
            case Mark.Link(var address) -> Stream.of(new Mark.Link(surroundings.link(address)));
            case Mark.Strong _, Mark.Emphasis _ -> Stream.of(mark);
        };
    }
}
