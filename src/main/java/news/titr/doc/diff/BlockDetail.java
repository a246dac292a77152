package news.titr.doc.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import news.titr.doc.Block;
import news.titr.doc.Inline;

/** What is to be compared about a block: its attributes, its text, and what stands inside. */
final class BlockDetail {

    private static final BlockChange.Inside NOTHING = new BlockChange.Inside.Nothing();

    private BlockDetail() {}

    static List<BlockChange.Attribute> attributes(Block before, Block after) {
        var old = attributes(before);
        var now = attributes(after);
        var names = new LinkedHashSet<>(old.keySet());
        names.addAll(now.keySet());
        var changed = new ArrayList<BlockChange.Attribute>();
        for (String name : names) {
            String was = old.getOrDefault(name, "");
            String is = now.getOrDefault(name, "");
            if (!was.equals(is)) {
                changed.add(new BlockChange.Attribute(name, TextDifference.of(was, is)));
            }
        }
        return changed;
    }

    static BlockChange.Inside inside(Block before, Block after) {
        if (before instanceof Block.Quote old && after instanceof Block.Quote now) {
            return old.blocks().equals(now.blocks())
                    ? NOTHING
                    : new BlockChange.Inside.Blocks(BodyDifference.of(old.blocks(), now.blocks()));
        }
        if (before instanceof Block.Listing old && after instanceof Block.Listing now) {
            return old.items().equals(now.items())
                    ? NOTHING
                    : new BlockChange.Inside.Items(ListDifference.of(
                            old.items(),
                            now.items(),
                            (one, other) -> WordBag.likeness(text(one.blocks()), text(other.blocks())),
                            (one, other) -> BodyDifference.of(one.blocks(), other.blocks())));
        }
        if (before instanceof Block.Table old && after instanceof Block.Table now) {
            return old.rows().equals(now.rows()) ? NOTHING : new BlockChange.Inside.Rows(rows(old.rows(), now.rows()));
        }
        var old = inlines(before);
        var now = inlines(after);
        return old.isEmpty() && now.isEmpty() || Token.joined(old).equals(Token.joined(now))
                ? NOTHING
                : new BlockChange.Inside.Text(TextDifference.of(old, now));
    }

    private static List<Part<Block.Table.Row, List<Part<Block.Table.Cell, List<Change>>>>> rows(
            List<Block.Table.Row> before, List<Block.Table.Row> after) {
        boolean sameColumns = before.stream()
                .map(row -> row.cells().size())
                .distinct()
                .toList()
                .equals(after.stream().map(row -> row.cells().size()).distinct().toList());
        return before.size() == after.size() && sameColumns
                ? ListDifference.inPlace(before, after, BlockDetail::cells)
                : ListDifference.of(
                        before, after, (one, other) -> WordBag.likeness(text(one), text(other)), BlockDetail::cells);
    }

    private static List<Part<Block.Table.Cell, List<Change>>> cells(Block.Table.Row before, Block.Table.Row after) {
        return before.cells().size() == after.cells().size()
                ? ListDifference.inPlace(before.cells(), after.cells(), BlockDetail::cell)
                : ListDifference.of(
                        before.cells(),
                        after.cells(),
                        (one, other) -> WordBag.likeness(Inline.text(one.text()), Inline.text(other.text())),
                        BlockDetail::cell);
    }

    private static List<Change> cell(Block.Table.Cell before, Block.Table.Cell after) {
        return TextDifference.of(before.text(), after.text());
    }

    private static Map<String, String> attributes(Block block) {
        var attributes = new LinkedHashMap<String, String>();
        switch (block) {
            case Block.Subhead(var level, var kicker, var _) -> {
                attributes.put("level", Integer.toString(level));
                attributes.put("kicker", kicker);
            }
            case Block.Quote(var speaker, var _) -> attributes.put("speaker", speaker);
            case Block.Listing(var numbered, var _) -> attributes.put("numbered", Boolean.toString(numbered));
            case Block.Table(var caption, var _) -> attributes.put("caption", caption);
            case Block.Picture(var asset, var alt, var caption, var credit) -> {
                attributes.put("asset", asset);
                attributes.put("alt", alt);
                attributes.put("caption", caption);
                attributes.put("credit", credit);
            }
            case Block.ReadAlso(var story, var headline) -> {
                attributes.put("story", Long.toString(story));
                attributes.put("headline", headline);
            }
            case Block.Embed(var provider, var id, var title) -> {
                attributes.put("provider", provider);
                attributes.put("id", id);
                attributes.put("title", title);
            }
            case Block.Unknown(var json) -> attributes.put("json", json.toString());
            case Block.Paragraph _, Block.Separator _ -> {}
        }
        return attributes;
    }

    /** The text of a block with its marks; paragraphs inside it are parted by U+2029. */
    static List<Inline> inlines(Block block) {
        return switch (block) {
            case Block.Paragraph(var text) -> text;
            case Block.Subhead(var _, var _, var text) -> text;
            case Block.Quote(var _, var blocks) -> inlines(blocks);
            case Block.Listing(var _, var items) ->
                inlines(items.stream().flatMap(item -> item.blocks().stream()).toList());
            case Block.Table _, Block.Picture _, Block.Separator _, Block.ReadAlso _, Block.Embed _, Block.Unknown _ ->
                List.of();
        };
    }

    static List<Inline> inlines(List<Block> blocks) {
        var text = new ArrayList<Inline>();
        for (var block : blocks) {
            if (!text.isEmpty()) {
                text.add(new Inline(Character.toString(Unseen.PARAGRAPH), List.of()));
            }
            text.addAll(inlines(block));
        }
        return text;
    }

    /** Every word in a block, for telling whether two are alike. */
    static String text(Block block) {
        var text = new StringBuilder(Inline.text(inlines(block)));
        if (block instanceof Block.Table table) {
            table.rows().forEach(row -> text.append(' ').append(text(row)));
        }
        if (!(block instanceof Block.Subhead || block instanceof Block.Listing)) {
            attributes(block).values().forEach(value -> text.append(' ').append(value));
        }
        return text.toString();
    }

    private static String text(List<Block> blocks) {
        var text = new StringBuilder();
        blocks.forEach(block -> text.append(text(block)).append(' '));
        return text.toString();
    }

    private static String text(Block.Table.Row row) {
        var text = new StringBuilder();
        row.cells().forEach(cell -> text.append(Inline.text(cell.text())).append(' '));
        return text.toString();
    }
}
