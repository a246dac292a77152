package news.titr.print;

import java.util.ArrayList;
import java.util.List;
import news.titr.doc.Block;
import news.titr.doc.EmbedProvider;
import news.titr.doc.Inline;
import news.titr.print.PageFlow.Setting;
import news.titr.print.StructureTree.Element;
import org.apache.pdfbox.cos.COSName;

/** Sets the blocks of a body. */
final class BodyLayout {

    /** A heading for the outline: its text, its level from 1, and where it stands. */
    record Heading(int level, String text, PageCanvas page, float y) {}

    private static final float SMALL = 9;
    private static final float BETWEEN = 7;
    private static final Setting TEXT = Setting.text(Sheet.LEADING, 0, BETWEEN);
    private static final float QUOTE_INDENT = 16;
    private static final float LIST_INDENT = 20;

    private final PageFlow flow;
    private final TextPainter painter;
    private final StructureTree tree;
    private final RunStyles styles;
    private final Typefaces faces;
    private final PrintWords words;
    private final boolean rightToLeft;
    private final PictureFrame pictures;
    private final PdfSurroundings surroundings;
    private final List<Heading> headings = new ArrayList<>();
    private int level = 1;

    BodyLayout(
            PageFlow flow,
            TextPainter painter,
            StructureTree tree,
            RunStyles styles,
            Typefaces faces,
            PrintWords words,
            boolean rightToLeft,
            PictureFrame pictures,
            PdfSurroundings surroundings) {
        this.flow = flow;
        this.painter = painter;
        this.tree = tree;
        this.styles = styles;
        this.faces = faces;
        this.words = words;
        this.rightToLeft = rightToLeft;
        this.pictures = pictures;
        this.surroundings = surroundings;
    }

    List<Heading> headings() {
        return headings;
    }

    void blocks(List<Block> blocks, Element parent, Ink ink) {
        blocks.forEach(block -> block(block, parent, ink));
    }

    private void block(Block block, Element parent, Ink ink) {
        switch (block) {
            case Block.Paragraph(var text) -> paragraph(styles.of(text, body(ink)), TEXT, parent);
            case Block.Subhead subhead -> subhead(subhead, parent);
            case Block.Quote quote -> quote(quote, parent);
            case Block.Listing list -> list(list, parent, ink);
            case Block.Table table -> table(table, parent);
            case Block.Picture picture ->
                pictures.draw(picture.asset(), picture.alt(), picture.caption(), picture.credit(), parent);
            case Block.Separator() ->
                paragraph(
                        List.of(new StyledText("•", body(Ink.ACCENT))),
                        Setting.text(Sheet.LEADING, 6, 6).centered(),
                        parent);
            case Block.ReadAlso readAlso ->
                surroundings.story(readAlso.story()).ifPresent(story -> readAlso(story, parent));
            case Block.Embed embed -> embed(embed, parent);
            case Block.Unknown unknown ->
                unknown.safeText()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .forEach(line -> paragraph(List.of(new StyledText(line, body(ink))), TEXT, parent));
        }
    }

    private Style body(Ink ink) {
        return new Style(faces.regular, Sheet.BODY, ink);
    }

    private void paragraph(List<StyledText> runs, Setting setting, Element parent) {
        paragraph(runs, setting, parent, "P");
    }

    private void paragraph(List<StyledText> runs, Setting setting, Element parent, String tag) {
        var paragraph = Paragraph.of(runs, rightToLeft);
        if (!paragraph.isEmpty()) {
            flow.paragraph(paragraph, setting, tree.add(tag, parent));
        }
    }

    private void subhead(Block.Subhead subhead, Element parent) {
        float size = subhead.level() == 2 ? 14.5f : 12.5f;
        float room = 3 * Sheet.BODY * Sheet.LEADING;
        boolean kicker = !subhead.kicker().isBlank();
        var text = styles.of(subhead.text(), new Style(faces.bold, size, Ink.BLACK));
        var heading = Paragraph.of(text, rightToLeft);
        if (kicker) {
            paragraph(
                    List.of(new StyledText(subhead.kicker(), new Style(faces.bold, SMALL + 0.5f, Ink.ACCENT))),
                    Setting.text(1.6f, 18, 0).ragged().keeping(room + 2 * size),
                    parent);
        }
        if (heading.isEmpty()) {
            return;
        }
        // a level is never left out, whatever the writer did
        level = Math.min(subhead.level(), level + 1);
        flow.paragraph(
                heading,
                Setting.text(1.5f, kicker ? 0 : 18, 4).balanced().keeping(room),
                tree.add("H" + level, parent));
        headings.add(new Heading(level, Inline.text(subhead.text()), flow.page(), flow.y() + 2 * size));
    }

    private void quote(Block.Quote quote, Element parent) {
        var element = tree.add("BlockQuote", parent);
        flow.gap(10);
        float fromRight = rightToLeft ? QUOTE_INDENT : QUOTE_INDENT / 2;
        float fromLeft = rightToLeft ? QUOTE_INDENT / 2 : QUOTE_INDENT;
        flow.beginRule(rightToLeft ? flow.left() + flow.width() - 2 : flow.left(), 2, Ink.ACCENT);
        flow.indent(fromLeft, fromRight);
        if (!quote.speaker().isBlank()) {
            paragraph(
                    List.of(new StyledText(quote.speaker(), new Style(faces.bold, 10.5f, Ink.BLACK))),
                    Setting.text(1.7f, 0, 1).ragged().keeping(2 * Sheet.BODY * Sheet.LEADING),
                    element);
        }
        blocks(quote.blocks(), element, Ink.BLACK);
        flow.indent(-fromLeft, -fromRight);
        flow.endRule();
        flow.gap(12);
    }

    private void list(Block.Listing list, Element parent, Ink ink) {
        if (list.items().isEmpty()) {
            return;
        }
        var element = tree.add("L", parent);
        element.attribute("List", "ListNumbering", COSName.getPDFName(list.numbered() ? "Decimal" : "Disc"));
        float fromRight = rightToLeft ? LIST_INDENT : 0;
        float fromLeft = rightToLeft ? 0 : LIST_INDENT;
        for (int i = 0; i < list.items().size(); i++) {
            var item = tree.add("LI", element);
            var label = new StyledText(
                    list.numbered() ? words.digits(i + 1) + "." : "•", body(list.numbered() ? ink : Ink.ACCENT));
            flow.marker(
                    new Paragraph(BidiText.lines(List.of(label), rightToLeft), rightToLeft),
                    tree.add("Lbl", item),
                    rightToLeft ? flow.left() + flow.width() - LIST_INDENT : flow.left(),
                    LIST_INDENT);
            flow.indent(fromLeft, fromRight);
            var content = tree.add("LBody", item);
            for (var block : list.items().get(i).blocks()) {
                if (block instanceof Block.Paragraph(var text)) {
                    paragraph(styles.of(text, body(ink)), Setting.text(Sheet.LEADING, 0, 2), content);
                } else {
                    block(block, content, ink);
                }
            }
            flow.flushMarkers();
            flow.indent(-fromLeft, -fromRight);
            flow.gap(2);
        }
        flow.gap(BETWEEN);
    }

    private void table(Block.Table table, Element parent) {
        if (table.rows().isEmpty()) {
            return;
        }
        var element = tree.add("Table", parent);
        flow.gap(10);
        paragraph(
                List.of(new StyledText(table.caption(), new Style(faces.bold, 10, Ink.BLACK))),
                Setting.text(1.6f, 10, 4).ragged().keeping(60),
                element,
                "Caption");
        new TableLayout(table, flow, painter, tree, styles, faces, rightToLeft).draw(element);
        flow.gap(14);
    }

    private void readAlso(PdfSurroundings.PointedStory story, Element parent) {
        var runs = new ArrayList<StyledText>();
        runs.add(new StyledText(words.readAlso() + " ", new Style(faces.bold, 10.5f, Ink.ACCENT)));
        runs.addAll(styles.link(story.headline(), story.address(), new Style(faces.regular, 10.5f, Ink.BLACK)));
        paragraph(runs, Setting.text(1.7f, 8, 10).ragged(), parent);
    }

    /** On paper an embed is its title and its address, both links. */
    private void embed(Block.Embed embed, Element parent) {
        var address = EmbedProvider.address(embed);
        String provider = EmbedProvider.of(embed.provider())
                .map(known -> words.persian() ? known.persianName() : known.id())
                .orElse(embed.provider());
        String title = embed.title().isBlank() ? words.seeOn().formatted(provider) : embed.title();
        var style = new Style(faces.bold, 10.5f, Ink.BLACK);
        paragraph(
                address.map(to -> styles.link(title, to, style)).orElse(List.of(new StyledText(title, style))),
                Setting.text(1.7f, 8, 0).ragged().keeping(20),
                parent);
        var small = new Style(faces.regular, SMALL, Ink.GREY);
        String shown = address.orElse(embed.id());
        var line = new StyledText(shown, small);
        var where = new Paragraph(BidiText.lines(List.of(line), rightToLeft), rightToLeft);
        if (!where.isEmpty()) {
            flow.paragraph(where, Setting.text(1.7f, 0, 10).ragged(), tree.add("P", parent));
        }
    }
}
