package news.titr.feed;

import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import news.titr.doc.Block;
import news.titr.doc.EmbedProvider;
import news.titr.doc.Inline;
import news.titr.doc.Mark;

/** A story as IPTC NITF 3.6 (https://iptc.org/standards/nitf/). */
final class NitfFile {

    private static final String NAMESPACE = "http://iptc.org/std/NITF/2006-10-18/";

    private NitfFile() {}

    static byte[] write(WholeStory whole) {
        var entry = whole.entry();
        return XmlDocument.of(
                "nitf",
                Map.of("", NAMESPACE),
                Map.of(
                        "version",
                        "-//IPTC//DTD NITF 3.6//EN",
                        "baselang",
                        whole.story().edition()),
                xml -> {
                    xml.element("head", head -> {
                        head.text("title", entry.title());
                        head.element("docdata", data -> data(data, whole));
                        head.empty(
                                "pubdata", Map.of("type", "web", "name", whole.publisher(), "ex-ref", entry.address()));
                    });
                    xml.element("body", Map.of("xml:lang", whole.story().edition()), body -> {
                        body.element("body.head", head -> head(head, whole));
                        body.element("body.content", content -> {
                            for (var picture : whole.pictures().stream()
                                    .filter(shown -> whole.story()
                                            .picture()
                                            .filter(shown.use()::equals)
                                            .isPresent())
                                    .limit(1)
                                    .toList()) {
                                picture(content, picture.use(), whole);
                            }
                            content.element(
                                    "block", block -> blocks(block, whole.body().blocks(), whole));
                        });
                    });
                });
    }

    private static void data(XmlDocument xml, WholeStory whole) throws XMLStreamException {
        var entry = whole.entry();
        xml.empty("doc-id", Map.of("id-string", entry.id()));
        for (var correction : whole.corrections()) {
            xml.empty("correction", Map.of("info", correction));
        }
        xml.empty("date.issue", Map.of("norm", entry.updated().toString()));
        if (entry.published().isPresent()) {
            xml.empty("date.release", Map.of("norm", entry.published().get().toString()));
        }
        xml.empty("doc.copyright", Map.of("holder", whole.publisher()));
        xml.element("key-list", list -> {
            for (var category : entry.categories()) {
                list.empty("keyword", Map.of("key", category.text()));
            }
        });
        if (!whole.story().place().isEmpty()) {
            xml.element(
                    "identified-content",
                    content -> content.text("location", whole.story().place()));
        }
    }

    private static void head(XmlDocument xml, WholeStory whole) throws XMLStreamException {
        var story = whole.story();
        xml.element("hedline", hedline -> {
            hedline.text("hl1", whole.entry().title());
            hedline.text("hl2", Map.of("class", "kicker"), story.kicker());
            for (var line : story.subheadlines()) {
                hedline.text("hl2", line);
            }
        });
        for (var author : whole.entry().authors()) {
            xml.element("byline", byline -> byline.text("person", author.text()));
        }
        xml.text("distributor", story.source());
        if (!story.dateline().isEmpty()) {
            xml.element("dateline", dateline -> dateline.text("location", story.dateline()));
        }
        if (!story.lead().isEmpty()) {
            xml.element("abstract", lead -> lead.text("p", story.lead()));
        }
    }

    private static void blocks(XmlDocument xml, List<Block> blocks, WholeStory whole) throws XMLStreamException {
        for (var block : blocks) {
            block(xml, block, whole);
        }
    }

    private static void block(XmlDocument xml, Block block, WholeStory whole) throws XMLStreamException {
        switch (block) {
            case Block.Paragraph(var text) -> xml.element("p", paragraph -> runs(paragraph, text, whole));
            case Block.Subhead(var _, var kicker, var text) -> {
                xml.text("p", Map.of("class", "kicker"), kicker);
                xml.element("hl2", subhead -> runs(subhead, text, whole));
            }
            case Block.Quote(var speaker, var inside) ->
                xml.element("bq", quote -> {
                    quote.element("block", within -> blocks(within, inside, whole));
                    quote.text("credit", speaker);
                });
            case Block.Listing(var numbered, var items) ->
                xml.element(numbered ? "ol" : "ul", list -> {
                    for (var item : items) {
                        list.element("li", entry -> blocks(entry, item.blocks(), whole));
                    }
                });
            case Block.Table table -> table(xml, table, whole);
            case Block.Picture picture -> picture(xml, picture, whole);
            case Block.Separator() -> xml.empty("hr", Map.of());
            case Block.ReadAlso(var number, var _) -> {
                var story = whole.surroundings().story(number);
                if (story.isPresent()) {
                    link(xml, story.get().address(), story.get().headline());
                }
            }
            case Block.Embed embed -> {
                var address = EmbedProvider.address(embed);
                if (address.isPresent()) {
                    link(xml, address.get(), embed.title().isEmpty() ? address.get() : embed.title());
                }
            }
            case Block.Unknown unknown -> xml.text("p", unknown.safeText());
        }
    }

    private static void table(XmlDocument xml, Block.Table table, WholeStory whole) throws XMLStreamException {
        xml.element("table", inside -> {
            inside.text("caption", table.caption());
            for (var row : table.rows()) {
                inside.element("tr", line -> {
                    for (var cell : row.cells()) {
                        line.element(
                                cell.header() ? "th" : "td",
                                Map.of(
                                        "colspan", cell.columns() == 1 ? "" : Integer.toString(cell.columns()),
                                        "rowspan", cell.rows() == 1 ? "" : Integer.toString(cell.rows())),
                                text -> runs(text, cell.text(), whole));
                    }
                });
            }
        });
    }

    private static void picture(XmlDocument xml, Block.Picture picture, WholeStory whole) throws XMLStreamException {
        var shown = whole.surroundings().picture(picture.asset());
        if (shown.isEmpty()) {
            return;
        }
        xml.element("media", Map.of("media-type", "image"), media -> {
            media.empty(
                    "media-reference",
                    Map.of(
                            "source", shown.get().source(),
                            "width", Integer.toString(shown.get().width()),
                            "height", Integer.toString(shown.get().height()),
                            "alternate-text", picture.alt()));
            if (!picture.caption().isEmpty()) {
                media.element("media-caption", caption -> caption.text("p", picture.caption()));
            }
            media.text(
                    "media-producer",
                    whole.shown(picture).map(WholeStory.Shown::credit).orElse(picture.credit()));
        });
    }

    private static void link(XmlDocument xml, String address, String text) throws XMLStreamException {
        xml.element("p", paragraph -> paragraph.text("a", Map.of("href", address), text));
    }

    private static void runs(XmlDocument xml, List<Inline> runs, WholeStory whole) throws XMLStreamException {
        for (var run : runs) {
            marked(xml, run.marks(), run.text(), whole);
        }
    }

    private static void marked(XmlDocument xml, List<Mark> marks, String text, WholeStory whole)
            throws XMLStreamException {
        if (marks.isEmpty()) {
            xml.characters(text);
            return;
        }
        var rest = marks.subList(1, marks.size());
        XmlDocument.Content inside = within -> marked(within, rest, text, whole);
        switch (marks.getFirst()) {
            case Mark.Strong() -> xml.element("em", Map.of("class", "strong"), inside);
            case Mark.Emphasis() -> xml.element("em", inside);
            case Mark.Link(var address) ->
                xml.element("a", Map.of("href", whole.surroundings().link(address)), inside);
            case Mark.Language language -> xml.element("lang", Map.of("xml:lang", language.known()), inside);
        }
    }
}
