package news.titr.doc;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes blocks as {@link Markup}. */
final class MarkupWriter {

    /** The beginnings of lines that would be read as something other than text. */
    private static final Pattern BEGINNING =
            Pattern.compile("(?m)^(?=#{2,3} |>|- |[0-9\u06F0-\u06F9]{1,9}\\. |\\||\\^ |!\\[|=>|<<|```|•\\s*$| )");

    private MarkupWriter() {}

    static String write(List<Block> blocks) {
        return blocks.stream().map(MarkupWriter::block).collect(Collectors.joining("\n\n"));
    }

    /** The block in the dialect when it says all of it, else as JSON. */
    private static String block(Block block) {
        String written = dialect(block);
        boolean same = new MarkupReader(written.split("\n", -1)).blocks().equals(List.of(block));
        return same ? written : MarkupReader.FENCE + "\n" + BodyJson.writeBlock(block) + "\n" + MarkupReader.FENCE;
    }

    private static String dialect(Block block) {
        return switch (block) {
            case Block.Paragraph(var text) ->
                BEGINNING.matcher(MarkupInlines.write(text)).replaceAll("\\\\");
            case Block.Subhead(var level, var kicker, var text) ->
                (kicker.isEmpty() ? "" : "^ " + kicker + "\n") + "#".repeat(level) + " " + MarkupInlines.write(text);
            case Block.Quote(var speaker, var blocks) -> quote(speaker, blocks);
            case Block.Listing(var numbered, var items) -> list(numbered, items);
            case Block.Table table -> table(table);
            case Block.Picture picture -> picture(picture);
            case Block.Separator() -> "•";
            case Block.ReadAlso(var story, var headline) -> "=> " + story + (headline.isEmpty() ? "" : " " + headline);
            case Block.Embed(var provider, var id, var title) ->
                "<<" + provider + ":" + id + (title.isEmpty() ? "" : " " + title) + ">>";
            case Block.Unknown _ -> "";
        };
    }

    private static String quote(String speaker, List<Block> blocks) {
        String inside = write(blocks)
                .lines()
                .map(line -> line.isEmpty() ? ">" : "> " + line)
                .collect(Collectors.joining("\n"));
        String signature = speaker.isEmpty() ? "" : "> — " + speaker;
        return inside + (inside.isEmpty() || signature.isEmpty() ? "" : "\n") + signature;
    }

    private static String list(boolean numbered, List<Block.Listing.Item> items) {
        var lines = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            String inside = write(items.get(i).blocks())
                    .lines()
                    .map(line -> line.isEmpty() ? "" : MarkupReader.INDENT + line)
                    .collect(Collectors.joining("\n"));
            lines.append(i == 0 ? "" : "\n").append(numbered ? (i + 1) + ". " : "- ");
            lines.append(inside.isEmpty() ? "" : inside.substring(MarkupReader.INDENT.length()));
        }
        return lines.toString();
    }

    private static String table(Block.Table table) {
        var lines = new StringBuilder(table.caption().isEmpty() ? "" : "|+ " + table.caption() + "\n");
        for (int i = 0; i < table.rows().size(); i++) {
            var cells = table.rows().get(i).cells();
            lines.append(i == 0 ? "" : "\n").append('|');
            cells.forEach(cell -> lines.append(' ')
                    .append(MarkupInlines.write(cell.text()).replace("|", "\\|"))
                    .append(" |"));
            if (i == 0 && !cells.isEmpty() && cells.getFirst().header()) {
                lines.append('\n').append('|').append("---|".repeat(cells.size()));
            }
        }
        return lines.toString();
    }

    private static String picture(Block.Picture picture) {
        var words = new StringBuilder(MarkupInlines.escape(picture.caption(), "\\\"|"));
        if (!picture.credit().isEmpty()) {
            words.append(" | ").append(MarkupInlines.escape(picture.credit(), "\\\""));
        }
        return "![" + MarkupInlines.escape(picture.alt(), "\\[]") + "](" + picture.asset()
                + (words.isEmpty() ? "" : " \"" + words + "\"") + ")";
    }
}
