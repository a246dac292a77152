package news.titr.doc;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the text described at {@link Markup}. */
final class MarkupWriter {

    private MarkupWriter() {}

    static String write(Body body) {
        return blocks(body.blocks());
    }

    private static String blocks(List<Block> blocks) {
        return blocks.stream().map(MarkupWriter::block).collect(Collectors.joining("\n\n"));
    }

    /** The block in words that read back as exactly this block, or else its JSON. */
    private static String block(Block block) {
        if (block instanceof Block.Unknown(var json)) {
            return fence("unknown", json.toString());
        }
        return said(block)
                .filter(text -> MarkupReader.read(text).blocks().equals(List.of(block)))
                .orElseGet(() -> fence("block", BodyJson.writeBlock(block)));
    }

    private static String fence(String kind, String json) {
        return MarkupLine.FENCE + kind + "\n" + json + "\n" + MarkupLine.FENCE;
    }

    private static Optional<String> said(Block block) {
        return switch (block) {
            case Block.Paragraph(var text) -> Optional.of(paragraph(text));
            case Block.Subhead(var level, var kicker, var text) ->
                Optional.of(above("^ ", kicker) + "#".repeat(level) + " " + MarkupRuns.write(text, ""));
            case Block.Quote(var speaker, var blocks) -> Optional.of(quote(speaker, blocks));
            case Block.Listing(var numbered, var items) -> Optional.of(list(numbered, items));
            case Block.Table(var caption, var rows) -> table(caption, rows);
            case Block.Picture picture -> Optional.of(picture(picture));
            case Block.Separator() -> Optional.of("•");
            case Block.ReadAlso(var story, var headline) ->
                Optional.of("=> " + story + (headline.isEmpty() ? "" : " " + MarkupLine.escape(headline, "")));
            case Block.Embed(var provider, var id, var title) ->
                Optional.of("<<" + MarkupLine.escape(provider, ": >") + ":" + MarkupLine.escape(id, " >")
                        + (title.isEmpty() ? "" : " " + MarkupLine.escape(title, ">")) + ">>");
            case Block.Unknown _ -> Optional.empty();
        };
    }

    private static String paragraph(List<Inline> text) {
        String raw = MarkupRuns.write(text, "");
        String first = MarkupLine.lines(raw).getFirst();
        return MarkupLine.kind(first) == MarkupLine.Kind.PLAIN ? raw : "\\" + raw;
    }

    private static String above(String sign, String words) {
        return words.isEmpty() ? "" : sign + MarkupLine.escape(words, "") + "\n";
    }

    private static String quote(String speaker, List<Block> blocks) {
        String inside = blocks(blocks);
        if (!speaker.isEmpty()) {
            inside += (inside.isEmpty() ? "" : "\n") + "— " + MarkupLine.escape(speaker, "");
        }
        return inside.lines()
                .map(line -> line.isEmpty() ? ">" : "> " + line)
                .collect(Collectors.joining("\n", inside.isEmpty() ? ">" : "", ""));
    }

    private static String list(boolean numbered, List<Block.Listing.Item> items) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> (numbered ? i + 1 + ". " : "- ") + item(items.get(i)))
                .collect(Collectors.joining("\n"));
    }

    private static String item(Block.Listing.Item item) {
        var text = new StringBuilder();
        for (int i = 0; i < item.blocks().size(); i++) {
            if (i > 0) {
                boolean inner = item.blocks().get(i - 1) instanceof Block.Paragraph
                        && item.blocks().get(i) instanceof Block.Listing;
                text.append(inner ? "\n" : "\n\n");
            }
            text.append(block(item.blocks().get(i)));
        }
        return text.toString().replaceAll("\n(?!\n)", "\n  ");
    }

    private static Optional<String> table(String caption, List<Block.Table.Row> rows) {
        boolean header = !rows.isEmpty() && rows.getFirst().cells().stream().allMatch(Block.Table.Cell::header);
        var text = new StringBuilder(above("|+ ", caption));
        for (int i = 0; i < rows.size(); i++) {
            text.append(i == 0 ? "|" : "\n|");
            for (var cell : rows.get(i).cells()) {
                text.append(' ').append(cell(cell.text())).append(" |");
            }
            if (i == 0 && header) {
                text.append("\n|").repeat("---|", rows.getFirst().cells().size());
            }
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    private static String cell(List<Inline> text) {
        String raw = MarkupRuns.write(text, "|");
        return raw.matches(":?-+:?") ? "\\" + raw : raw;
    }

    private static String picture(Block.Picture picture) {
        var title = new StringBuilder(MarkupLine.escape(picture.caption(), "\"|"));
        if (!picture.credit().isEmpty()) {
            title.append(title.isEmpty() ? "" : " ").append("| ").append(MarkupLine.escape(picture.credit(), "\"|"));
        }
        return "![" + MarkupLine.escape(picture.alt(), "]") + "](" + MarkupLine.escape(picture.asset(), " )")
                + (title.isEmpty() ? "" : " \"" + title + "\"") + ")";
    }
}
