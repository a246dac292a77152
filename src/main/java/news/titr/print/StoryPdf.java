package news.titr.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.titr.print.BodyLayout.Heading;
import news.titr.print.PageFlow.Setting;
import news.titr.print.StructureTree.Element;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/**
 * A story as a PDF: tagged (PDF/UA-1) and archivable (PDF/A-2a), A4. The same story gives the same bytes. The reading
 * order is kicker, headline, sub-headlines, lead, byline, facts, corrections, picture, body.
 */
public final class StoryPdf {

    private final PdfStory story;
    private final PdfSurroundings surroundings;
    private final Typefaces faces;
    private final PrintWords words;
    private final PDDocument document;
    private final StructureTree tree = new StructureTree();
    private final TextPainter painter = new TextPainter(tree);
    private final PageFlow flow;
    private final List<Heading> headings = new ArrayList<>();

    private StoryPdf(PdfStory story, PdfSurroundings surroundings, Typefaces faces, PDDocument document) {
        this.story = story;
        this.surroundings = surroundings;
        this.faces = faces;
        this.document = document;
        words = PrintWords.of(story.languageTag());
        flow = new PageFlow(document, tree, painter);
    }

    /** The bytes of the PDF. Safe to call from several threads with the same fonts. */
    public static byte[] render(PdfStory story, PdfSurroundings surroundings, Typefaces faces) {
        try (var document = new PDDocument()) {
            return new StoryPdf(story, surroundings, faces, document).render();
        } catch (IOException problem) {
            throw new UncheckedIOException("Story " + story.number() + " did not become a PDF", problem);
        }
    }

    private byte[] render() throws IOException {
        var top = tree.document();
        head(top);
        var styles = new RunStyles(faces, story.shortLink());
        var pictures = new PictureFrame(flow, tree, document, faces, words, story.rightToLeft(), surroundings);
        story.picture()
                .ifPresent(picture ->
                        pictures.draw(picture.asset(), picture.alt(), picture.caption(), picture.credit(), top));
        var body =
                new BodyLayout(flow, painter, tree, styles, faces, words, story.rightToLeft(), pictures, surroundings);
        body.blocks(story.body().blocks(), top, Ink.BLACK);
        headings.addAll(body.headings());

        new Furniture(story, faces, words, painter).draw(flow.pages());
        var fonts = painter.finish(document);
        for (var page : flow.pages()) {
            page.finish(document, fonts);
        }
        document.getDocumentCatalog().setStructureTreeRoot(tree.finish());
        document.getDocumentCatalog().setDocumentOutline(outline());
        PdfMetadata.write(document, story);
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    // ---- above the body

    private void head(Element top) {
        text(
                story.kicker(),
                new Style(faces.bold, 11, Ink.ACCENT),
                Setting.text(1.6f, 0, 0).ragged().keeping(60),
                top);
        float size = story.headline().length() > 90 ? 20 : 24;
        var headline = paragraph(story.headline(), new Style(faces.bold, size, Ink.BLACK));
        if (!headline.isEmpty()) {
            float y = flow.y();
            flow.paragraph(headline, Setting.text(1.42f, 0, 6).balanced(), tree.add("H1", top));
            headings.add(new Heading(1, story.headline(), flow.page(), y));
        }
        for (var subheadline : story.subheadlines()) {
            text(
                    subheadline,
                    new Style(faces.bold, 13, Ink.GREY),
                    Setting.text(1.55f, 0, 4).ragged(),
                    top);
        }
        text(story.lead(), new Style(faces.bold, Sheet.BODY, Ink.BLACK), Setting.text(1.75f, 4, 8), top);
        String people = Stream.of(story.byline(), story.dateline())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(words.comma()));
        text(
                people,
                new Style(faces.bold, 9.5f, Ink.BLACK),
                Setting.text(1.7f, 6, 4).ragged(),
                top);
        facts(top);
        corrections(top);
    }

    private void facts(Element top) {
        var facts = Stream.of(
                        words.number() + ": " + words.digits(story.number()),
                        story.section(),
                        labelled(words.published(), story.publishedText()),
                        labelled(words.updated(), story.updatedText()),
                        labelled(words.source(), story.source()))
                .filter(fact -> !fact.isBlank())
                .collect(Collectors.joining(" · "));
        flow.gap(6);
        hairline(Ink.HAIRLINE);
        text(
                facts,
                new Style(faces.regular, 9, Ink.GREY),
                Setting.text(1.7f, 4, 4).ragged(),
                top);
        hairline(Ink.HAIRLINE);
        flow.gap(12);
    }

    private static String labelled(String label, String value) {
        return value.isBlank() ? "" : label + ": " + value;
    }

    private void corrections(Element top) {
        if (story.corrections().isEmpty()) {
            return;
        }
        hairline(Ink.ACCENT);
        flow.gap(4);
        for (var correction : story.corrections()) {
            String label = correction.dateText().isBlank()
                    ? words.correction()
                    : words.correction() + words.comma() + correction.dateText();
            text(
                    label,
                    new Style(faces.bold, 9.5f, Ink.ACCENT),
                    Setting.text(1.7f, 2, 0).ragged().keeping(30),
                    top);
            text(correction.text(), new Style(faces.regular, 10, Ink.BLACK), Setting.text(1.7f, 0, 4), top);
        }
        hairline(Ink.ACCENT);
        flow.gap(14);
    }

    private void hairline(Ink ink) {
        flow.require(1);
        flow.page().rectangle(flow.left(), flow.y(), flow.width(), 0.5f, ink);
        flow.advance(0.5f);
    }

    private void text(String text, Style style, Setting setting, Element parent) {
        var paragraph = paragraph(text, style);
        if (!paragraph.isEmpty()) {
            flow.paragraph(paragraph, setting, tree.add("P", parent));
        }
    }

    private Paragraph paragraph(String text, Style style) {
        return Paragraph.of(List.of(new StyledText(text, style)), story.rightToLeft());
    }

    // ---- the outline

    private PDDocumentOutline outline() {
        var outline = new PDDocumentOutline();
        var open = new ArrayList<PDOutlineItem>();
        for (var heading : headings) {
            var item = new PDOutlineItem();
            item.setTitle(PdfMetadata.plain(heading.text()));
            var destination = new PDPageXYZDestination();
            destination.setPage(heading.page().page());
            destination.setTop(Math.round(Math.min(heading.y() + 8, Sheet.HEIGHT)));
            destination.setLeft(0);
            item.setDestination(destination);
            while (open.size() >= heading.level()) {
                open.removeLast();
            }
            if (open.isEmpty()) {
                outline.addLast(item);
            } else {
                open.getLast().addLast(item);
            }
            open.add(item);
        }
        outline.openNode();
        return outline;
    }
}
