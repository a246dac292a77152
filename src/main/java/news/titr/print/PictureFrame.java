package news.titr.print;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import news.titr.print.PageFlow.Setting;
import news.titr.print.StructureTree.Element;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Sets pictures with their captions. A picture that cannot be shown leaves its caption. */
final class PictureFrame {

    private static final float TALLEST = 0.42f * Sheet.HEIGHT;
    private static final float LEAST_SHRUNK = 0.7f;
    /** More points per pixel than this, and squares begin to show. */
    private static final float MOST_ENLARGED = 0.9f;

    private static final float CAPTION = 9;

    private final PageFlow flow;
    private final StructureTree tree;
    private final PDDocument document;
    private final Typefaces faces;
    private final PrintWords words;
    private final boolean rightToLeft;
    private final PdfSurroundings surroundings;
    private final Map<String, Optional<PDImageXObject>> known = new HashMap<>();

    PictureFrame(
            PageFlow flow,
            StructureTree tree,
            PDDocument document,
            Typefaces faces,
            PrintWords words,
            boolean rightToLeft,
            PdfSurroundings surroundings) {
        this.flow = flow;
        this.tree = tree;
        this.document = document;
        this.faces = faces;
        this.words = words;
        this.rightToLeft = rightToLeft;
        this.surroundings = surroundings;
    }

    void draw(String asset, String alt, String caption, String credit, Element parent) {
        var picture = known.computeIfAbsent(
                asset, key -> surroundings.picture(key).flatMap(bytes -> PrintedPicture.of(bytes, document)));
        picture.ifPresent(
                image -> draw(image, describe(alt, caption), !caption.isBlank() || !credit.isBlank(), parent));
        caption(caption, credit, parent);
    }

    private String describe(String alt, String caption) {
        return alt.isBlank() ? (caption.isBlank() ? words.picture() : caption) : alt;
    }

    private void draw(PDImageXObject image, String alt, boolean captioned, Element parent) {
        float ratio = (float) image.getHeight() / image.getWidth();
        float width = Math.min(flow.width(), Math.max(image.getWidth() * MOST_ENLARGED, 60));
        float height = width * ratio;
        if (height > TALLEST) {
            height = TALLEST;
        }
        float below = captioned ? CAPTION * 1.7f * 2 : 0;
        flow.gap(8);
        // rather a little smaller than a hole at the foot of the page
        float room = flow.room() - below;
        if (height > room && room >= height * LEAST_SHRUNK) {
            height = room;
        }
        width = height / ratio;
        flow.require(height + below);
        float left = flow.left() + (flow.width() - width) / 2;
        float bottom = flow.y() - height;
        var figure = tree.add("Figure", parent);
        figure.describe(PdfMetadata.plain(alt));
        var box = new COSArray();
        for (float edge : new float[] {left, bottom, left + width, flow.y()}) {
            box.add(new COSFloat(Math.round(edge * 100) / 100f));
        }
        figure.attribute("Layout", "BBox", box);
        flow.page().picture(image, figure, left, bottom, width, height);
        flow.advance(height);
        flow.gap(captioned ? 3 : 12);
    }

    private void caption(String caption, String credit, Element parent) {
        var runs = new ArrayList<StyledText>();
        if (!caption.isBlank()) {
            runs.add(new StyledText(caption, new Style(faces.regular, CAPTION, Ink.BLACK)));
        }
        if (!credit.isBlank()) {
            runs.add(new StyledText((runs.isEmpty() ? "" : " ") + credit, new Style(faces.regular, CAPTION, Ink.GREY)));
        }
        var paragraph = Paragraph.of(runs, rightToLeft);
        if (!paragraph.isEmpty()) {
            flow.paragraph(paragraph, Setting.text(1.7f, 3, 12).ragged(), tree.add("P", parent));
        }
    }
}
