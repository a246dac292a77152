package news.titr.doc.diff;

import java.util.List;
import java.util.Optional;
import news.titr.doc.Block;
import news.titr.doc.Html;
import news.titr.doc.Inline;
import news.titr.doc.Surroundings;
import news.titr.language.Messages;

/** Compared bodies as HTML: each change says in words what it is, so that nothing hangs on colour. Pure. */
public final class DifferenceHtml {

    /** Unchanged blocks beyond so many in a row are folded away. */
    private static final int UNCHANGED_SHOWN = 3;

    private final Messages words;
    private final Surroundings surroundings;
    private final Side side;
    private final TextHtml text;

    public DifferenceHtml(Messages words, Surroundings surroundings, Side side) {
        this.words = words;
        this.surroundings = surroundings;
        this.side = side;
        text = new TextHtml(words, side);
    }

    /** Which of the two texts is shown. */
    public enum Side {
        /** Both in one, as a proof-reader marks them. */
        BOTH,
        BEFORE,
        AFTER;

        boolean showsBefore() {
            return this != AFTER;
        }

        boolean showsAfter() {
            return this != BEFORE;
        }
    }

    public String text(List<Change> changes) {
        return text.of(changes);
    }

    /** Both in one column. */
    public String blocks(List<BlockChange> changes) {
        return folded(changes, this::block);
    }

    /** Old and new beside each other, a row for each change. */
    public static String pairs(List<BlockChange> changes, Messages words, Surroundings surroundings) {
        var before = new DifferenceHtml(words, surroundings, Side.BEFORE);
        var after = new DifferenceHtml(words, surroundings, Side.AFTER);
        return after.folded(changes, change -> pair(before.block(change), after.block(change)));
    }

    public static String pair(String before, String after) {
        return "<div class=\"pair\">\n<div class=\"was\">" + before + "</div>\n<div class=\"is\">" + after
                + "</div>\n</div>\n";
    }

    /** Names, one beside the other. */
    public String names(List<Part<String, List<Change>>> parts) {
        var html = new StringBuilder("<ul class=\"names\">");
        for (var part : parts) {
            String shown = part(part);
            if (!shown.isEmpty()) {
                html.append("<li>").append(shown).append("</li>");
            }
        }
        return html.append("</ul>").toString();
    }

    /** Lines of text, such as sub-headlines. */
    public String lines(List<Part<String, List<Change>>> parts) {
        var html = new StringBuilder();
        for (var part : parts) {
            String shown = part(part);
            if (!shown.isEmpty()) {
                html.append("<p>").append(shown).append("</p>\n");
            }
        }
        return html.toString();
    }

    @FunctionalInterface
    private interface Shown {
        String of(BlockChange change);
    }

    private String folded(List<BlockChange> changes, Shown shown) {
        var html = new StringBuilder();
        for (int i = 0; i < changes.size(); ) {
            int end = i;
            while (end < changes.size() && changes.get(end) instanceof BlockChange.Kept) {
                end++;
            }
            int inside = end - i - (i == 0 ? 0 : 1) - (end == changes.size() ? 0 : 1);
            if (inside > UNCHANGED_SHOWN) {
                int from = i == 0 ? i : i + 1;
                int to = end == changes.size() ? end : end - 1;
                changes.subList(i, from).forEach(change -> html.append(shown.of(change)));
                html.append("<details class=\"unchanged\"><summary>")
                        .append(Html.escape(words.word("difference.unchanged", to - from)))
                        .append("</summary>\n");
                changes.subList(from, to).forEach(change -> html.append(shown.of(change)));
                html.append("</details>\n");
                changes.subList(to, end).forEach(change -> html.append(shown.of(change)));
            } else {
                changes.subList(i, end).forEach(change -> html.append(shown.of(change)));
            }
            if (end < changes.size()) {
                html.append(shown.of(changes.get(end)));
            }
            i = end + 1;
        }
        return html.toString();
    }

    // ---- blocks

    private String block(BlockChange change) {
        return switch (change) {
            case BlockChange.Kept(var block) -> whole(block, Whole.KEPT);
            case BlockChange.Added(var block) ->
                side.showsAfter() ? told("added", said("added", kind(block)), whole(block, Whole.ADDED)) : "";
            case BlockChange.Removed(var block) ->
                side.showsBefore() ? told("removed", said("removed", kind(block)), whole(block, Whole.REMOVED)) : "";
            case BlockChange.MovedAway(var block) ->
                side.showsBefore()
                        ? told(
                                "moved",
                                said("moved-away", kind(block)),
                                "<div class=\"quiet\">" + whole(block, Whole.KEPT) + "</div>")
                        : "";
            case BlockChange.MovedHere here ->
                side.showsAfter()
                        ? told(
                                "moved",
                                said(here.changed() ? "moved-here-changed" : "moved-here", kind(here.block())),
                                here.changed()
                                        ? inside(here.old(), here.block(), here.attributes(), here.inside())
                                        : whole(here.block(), Whole.KEPT))
                        : "";
            case BlockChange.Changed changed -> {
                boolean turned = changed.old().getClass() != changed.block().getClass();
                String label = turned
                        ? words.word("difference.block.turned", kind(changed.old()), kind(changed.block()))
                        : said("changed", kind(changed.block()));
                yield told(
                        "changed",
                        label,
                        inside(changed.old(), changed.block(), changed.attributes(), changed.inside()));
            }
            case BlockChange.Split(var _, var after, var changes) ->
                told("split", words.word("difference.block.split", after.size()), "<p>" + text.of(changes) + "</p>\n");
            case BlockChange.Joined(var before, var _, var changes) ->
                told(
                        "joined",
                        words.word("difference.block.joined", before.size()),
                        "<p>" + text.of(changes) + "</p>\n");
        };
    }

    private String said(String what, String kind) {
        return words.word("difference.block." + what, kind);
    }

    private String kind(Block block) {
        return words.word("block."
                + switch (block) {
                    case Block.Paragraph _ -> "paragraph";
                    case Block.Subhead _ -> "subhead";
                    case Block.Quote _ -> "quote";
                    case Block.Listing _ -> "list";
                    case Block.Table _ -> "table";
                    case Block.Picture _ -> "picture";
                    case Block.Separator _ -> "separator";
                    case Block.ReadAlso _ -> "read-also";
                    case Block.Embed _ -> "embed";
                    case Block.Unknown _ -> "unknown";
                });
    }

    private static String told(String kind, String label, String content) {
        return "<div class=\"change " + kind + "\">\n<p class=\"what\">" + Html.escape(label) + "</p>\n" + content
                + "</div>\n";
    }

    private String inside(Block old, Block now, List<BlockChange.Attribute> attributes, BlockChange.Inside inside) {
        var html = new StringBuilder();
        for (var attribute : attributes) {
            html.append(attribute(attribute.name(), text.of(spelled(attribute))));
        }
        html.append(
                switch (inside) {
                    case BlockChange.Inside.Nothing() ->
                        now instanceof Block.Paragraph || now instanceof Block.Subhead || now instanceof Block.Quote
                                ? whole(side.showsAfter() ? now : old, Whole.KEPT)
                                : thumbnail(side.showsAfter() ? now : old);
                    case BlockChange.Inside.Text(var changes) ->
                        (now instanceof Block.Subhead ? "<p class=\"subhead\">" : "<p>") + text.of(changes) + "</p>\n";
                    case BlockChange.Inside.Blocks(var changes) ->
                        "<blockquote>\n" + plainBlocks(changes) + "</blockquote>\n";
                    case BlockChange.Inside.Items(var items) -> items(now, items);
                    case BlockChange.Inside.Rows(var rows) -> rows(rows);
                });
        return html.toString();
    }

    /** Values that are words for people, not what stands in the document. */
    private List<Change> spelled(BlockChange.Attribute attribute) {
        if (!attribute.name().equals("numbered")) {
            return attribute.change();
        }
        return attribute.change().stream()
                .<Change>map(change ->
                        new Change.Replaced(yesOrNo(change.before()), yesOrNo(change.after()), java.util.Set.of()))
                .toList();
    }

    private List<Inline> yesOrNo(List<Inline> value) {
        return Inline.plain(words.word("difference.numbered." + ("true".equals(Inline.text(value)) ? "yes" : "no")));
    }

    private String attribute(String name, String value) {
        return value.isEmpty()
                ? ""
                : "<p class=\"attribute\"><span>" + Html.escape(words.word("difference.attribute." + name)) + "</span> "
                        + value + "</p>\n";
    }

    private String plainBlocks(List<BlockChange> changes) {
        var html = new StringBuilder();
        changes.forEach(change -> html.append(block(change)));
        return html.toString();
    }

    private String items(Block now, List<Part<Block.Listing.Item, List<BlockChange>>> items) {
        String tag = now instanceof Block.Listing list && list.numbered() ? "ol" : "ul";
        var html = new StringBuilder("<" + tag + ">\n");
        for (var item : items) {
            String shown = switch (item) {
                case Part.Kept<Block.Listing.Item, List<BlockChange>>(var value) -> whole(value.blocks(), Whole.KEPT);
                case Part.Added<Block.Listing.Item, List<BlockChange>>(var value) ->
                    side.showsAfter() ? whole(value.blocks(), Whole.ADDED) : "";
                case Part.Removed<Block.Listing.Item, List<BlockChange>>(var value) ->
                    side.showsBefore() ? whole(value.blocks(), Whole.REMOVED) : "";
                case Part.Changed<Block.Listing.Item, List<BlockChange>>(var _, var _, var detail) ->
                    plainBlocks(detail);
            };
            if (!shown.isEmpty()) {
                html.append("<li>").append(shown).append("</li>\n");
            }
        }
        return html.append("</").append(tag).append(">\n").toString();
    }

    private String rows(List<Part<Block.Table.Row, List<Part<Block.Table.Cell, List<Change>>>>> rows) {
        var html = new StringBuilder("<div class=\"table\"><table>\n");
        for (var row : rows) {
            html.append(
                    switch (row) {
                        case Part.Kept<Block.Table.Row, List<Part<Block.Table.Cell, List<Change>>>>(var value) ->
                            row(value, Whole.KEPT);
                        case Part.Added<Block.Table.Row, List<Part<Block.Table.Cell, List<Change>>>>(var value) ->
                            side.showsAfter() ? row(value, Whole.ADDED) : "";
                        case Part.Removed<Block.Table.Row, List<Part<Block.Table.Cell, List<Change>>>>(var value) ->
                            side.showsBefore() ? row(value, Whole.REMOVED) : "";
                        case Part.Changed<Block.Table.Row, List<Part<Block.Table.Cell, List<Change>>>>(
                                var _,
                                var _,
                                var cells) -> cells(cells);
                    });
        }
        return html.append("</table></div>\n").toString();
    }

    private String cells(List<Part<Block.Table.Cell, List<Change>>> cells) {
        var html = new StringBuilder("<tr>");
        for (var cell : cells) {
            html.append(
                    switch (cell) {
                        case Part.Kept<Block.Table.Cell, List<Change>>(var value) -> cell(value, Whole.KEPT);
                        case Part.Added<Block.Table.Cell, List<Change>>(var value) ->
                            side.showsAfter() ? cell(value, Whole.ADDED) : "";
                        case Part.Removed<Block.Table.Cell, List<Change>>(var value) ->
                            side.showsBefore() ? cell(value, Whole.REMOVED) : "";
                        case Part.Changed<Block.Table.Cell, List<Change>>(var was, var is, var detail) ->
                            cell(is, text.of(detail) + shape(was, is));
                    });
        }
        return html.append("</tr>\n").toString();
    }

    private String shape(Block.Table.Cell was, Block.Table.Cell is) {
        boolean same = was.header() == is.header() && was.columns() == is.columns() && was.rows() == is.rows();
        return same ? "" : " <small class=\"unseen\">" + Html.escape(words.word("difference.cell-shape")) + "</small>";
    }

    // ---- whole blocks

    /** Whether all of a block stayed, came or went. */
    private enum Whole {
        KEPT,
        ADDED,
        REMOVED;

        List<Change> of(List<Inline> text) {
            if (text.isEmpty()) {
                return List.of();
            }
            return List.of(
                    switch (this) {
                        case KEPT -> new Change.Kept(text);
                        case ADDED -> new Change.Inserted(text);
                        case REMOVED -> new Change.Removed(text);
                    });
        }

        List<Change> of(String text) {
            return of(Inline.plain(text));
        }
    }

    private String whole(List<Block> blocks, Whole whole) {
        var html = new StringBuilder();
        blocks.forEach(block -> html.append(whole(block, whole)));
        return html.toString();
    }

    private String whole(Block block, Whole whole) {
        return switch (block) {
            case Block.Paragraph(var runs) -> "<p>" + text.of(whole.of(runs)) + "</p>\n";
            case Block.Subhead(var _, var kicker, var runs) ->
                attribute("kicker", text.of(whole.of(kicker))) + "<p class=\"subhead\">" + text.of(whole.of(runs))
                        + "</p>\n";
            case Block.Quote(var speaker, var blocks) ->
                attribute("speaker", text.of(whole.of(speaker))) + "<blockquote>\n" + whole(blocks, whole)
                        + "</blockquote>\n";
            case Block.Listing(var numbered, var items) -> {
                var html = new StringBuilder(numbered ? "<ol>\n" : "<ul>\n");
                items.forEach(item ->
                        html.append("<li>").append(whole(item.blocks(), whole)).append("</li>\n"));
                yield html.append(numbered ? "</ol>\n" : "</ul>\n").toString();
            }
            case Block.Table(var caption, var rows) -> {
                var html = new StringBuilder(attribute("caption", text.of(whole.of(caption))));
                html.append("<div class=\"table\"><table>\n");
                rows.forEach(row -> html.append(row(row, whole)));
                yield html.append("</table></div>\n").toString();
            }
            case Block.Picture(var _, var alt, var caption, var credit) ->
                thumbnail(block)
                        + attribute("alt", text.of(whole.of(alt)))
                        + attribute("caption", text.of(whole.of(caption)))
                        + attribute("credit", text.of(whole.of(credit)));
            case Block.Separator() -> "<p class=\"separator\">" + text.of(whole.of("•")) + "</p>\n";
            case Block.ReadAlso(var story, var headline) ->
                attribute("story", text.of(whole.of(Long.toString(story))))
                        + attribute("headline", text.of(whole.of(headline)));
            case Block.Embed(var provider, var id, var title) ->
                attribute("provider", text.of(whole.of(provider + " " + id)))
                        + attribute("title", text.of(whole.of(title)));
            case Block.Unknown unknown ->
                "<p>" + text.of(whole.of(unknown.safeText())) + "</p>\n"
                        + attribute("json", text.of(whole.of(unknown.json().toString())));
        };
    }

    private String row(Block.Table.Row row, Whole whole) {
        var html = new StringBuilder("<tr>");
        row.cells().forEach(cell -> html.append(cell(cell, whole)));
        return html.append("</tr>\n").toString();
    }

    private String cell(Block.Table.Cell cell, Whole whole) {
        return cell(cell, text.of(whole.of(cell.text())));
    }

    private static String cell(Block.Table.Cell cell, String content) {
        String tag = cell.header() ? "th" : "td";
        return "<" + tag + (cell.columns() > 1 ? " colspan=\"" + cell.columns() + "\"" : "")
                + (cell.rows() > 1 ? " rowspan=\"" + cell.rows() + "\"" : "") + ">" + content + "</" + tag + ">";
    }

    private String thumbnail(Block block) {
        Optional<Surroundings.ShownPicture> picture =
                block instanceof Block.Picture shown ? surroundings.picture(shown.asset()) : Optional.empty();
        return picture.map(shown -> "<img src=\"" + Html.escape(shown.source()) + "\" alt=\"\" width=\"" + shown.width()
                        + "\" height=\"" + shown.height() + "\" loading=\"lazy\">\n")
                .orElse("");
    }

    private String part(Part<String, List<Change>> part) {
        return switch (part) {
            case Part.Kept<String, List<Change>>(var value) -> text.of(Whole.KEPT.of(value));
            case Part.Added<String, List<Change>>(var value) -> text.of(Whole.ADDED.of(value));
            case Part.Removed<String, List<Change>>(var value) -> text.of(Whole.REMOVED.of(value));
            case Part.Changed<String, List<Change>>(var _, var _, var detail) -> text.of(detail);
        };
    }
}
