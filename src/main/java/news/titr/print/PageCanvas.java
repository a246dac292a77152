package news.titr.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import news.titr.print.StructureTree.Element;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;

/** One page being drawn. Points from the lower left corner. Everything drawn is content of a tag, or an artifact. */
final class PageCanvas {

    private final PDPage page;
    private final StructureTree tree;
    private final int key;
    private final StringBuilder content = new StringBuilder(1 << 14);
    private final COSArray owners = new COSArray();
    private final COSDictionary pictures = new COSDictionary();
    private final List<PDAnnotation> annotations = new ArrayList<>();

    PageCanvas(PDDocument document, StructureTree tree, float width, float height) {
        this.tree = tree;
        page = new PDPage(new PDRectangle(width, height));
        key = tree.nextKey();
        document.addPage(page);
    }

    PDPage page() {
        return page;
    }

    COSDictionary dictionary() {
        return page.getCOSObject();
    }

    PageCanvas write(String operators) {
        content.append(operators);
        return this;
    }

    PageCanvas write(double number) {
        content.append(number(number)).append(' ');
        return this;
    }

    StringBuilder content() {
        return content;
    }

    PageCanvas fill(Ink ink) {
        return write(ink.red()).write(ink.green()).write(ink.blue()).write("rg\n");
    }

    /** Takes the next number of this page for content of an element, which may be drawn later. */
    int claim(Element element) {
        int number = owners.size();
        owners.add(element.dictionary());
        tree.addContent(element, this, number);
        return number;
    }

    void begin(String tag, int number) {
        content.append('/').append(tag).append(" <</MCID ").append(number).append(">> BDC\n");
    }

    void beginArtifact(boolean furniture) {
        content.append(furniture ? "/Artifact <</Type /Pagination>> BDC\n" : "/Artifact BMC\n");
    }

    void end() {
        content.append("EMC\n");
    }

    /** A filled rectangle that means nothing: a rule, a shade. */
    void rectangle(float left, float bottom, float width, float height, Ink ink) {
        beginArtifact(false);
        fill(ink).write(left).write(bottom).write(width).write(height).write("re f\n");
        end();
    }

    void picture(PDImageXObject picture, Element figure, float left, float bottom, float width, float height) {
        var name = COSName.getPDFName("I" + pictures.size());
        pictures.setItem(name, picture);
        begin("Figure", claim(figure));
        write("q ").write(width).write("0 0 ").write(height).write(left).write(bottom);
        write("cm /" + name.getName() + " Do Q\n");
        end();
    }

    void link(Style.Anchor anchor, Element element, float left, float bottom, float right, float top) {
        var action = new PDActionURI();
        action.setURI(anchor.address());
        var border = new PDBorderStyleDictionary();
        border.setWidth(0);
        var link = new PDAnnotationLink();
        link.setRectangle(new PDRectangle(left, bottom, right - left, top - bottom));
        link.setAction(action);
        link.setContents(anchor.contents());
        link.setPrinted(true);
        link.setBorderStyle(border);
        int number = tree.nextKey();
        link.setStructParent(number);
        tree.parents(number, element.dictionary());
        tree.addObject(element, this, link.getCOSObject());
        annotations.add(link);
    }

    void finish(PDDocument document, COSDictionary fonts) throws IOException {
        var resources = new COSDictionary();
        resources.setItem(COSName.FONT, fonts);
        if (pictures.size() > 0) {
            resources.setItem(COSName.XOBJECT, pictures);
        }
        page.setResources(new PDResources(resources));
        page.setContents(new PDStream(
                document,
                new ByteArrayInputStream(content.toString().getBytes(StandardCharsets.ISO_8859_1)),
                COSName.FLATE_DECODE));
        page.setStructParents(key);
        tree.parents(key, owners);
        if (!annotations.isEmpty()) {
            page.setAnnotations(annotations);
        }
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
    }

    /** Three decimals at most and never an exponent, which content streams do not know. */
    static String number(double value) {
        long thousandths = Math.round(value * 1000);
        if (thousandths % 1000 == 0) {
            return Long.toString(thousandths / 1000);
        }
        var text = new StringBuilder(thousandths < 0 ? "-" : "");
        long positive = Math.abs(thousandths);
        text.append(positive / 1000).append('.');
        var decimals = Long.toString(1000 + positive % 1000).substring(1);
        int length = 3;
        while (decimals.charAt(length - 1) == '0') {
            length--;
        }
        return text.append(decimals, 0, length).toString();
    }
}
