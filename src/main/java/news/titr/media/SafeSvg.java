package news.titr.media;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * A drawing (SVG) with nothing in it but shapes, colours and text: no script, no style sheet, no picture or link from
 * elsewhere. What is not on the list is left out.
 *
 * @param text the drawing, made anew
 */
record SafeSvg(String text, int width, int height) {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int LARGEST = 512 * 1024;
    private static final int DEEPEST = 40;

    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "defs",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath",
            "mask",
            "symbol",
            "use",
            "title",
            "desc",
            "text",
            "tspan");

    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "d",
            "x",
            "y",
            "x1",
            "y1",
            "x2",
            "y2",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "fx",
            "fy",
            "dx",
            "dy",
            "width",
            "height",
            "points",
            "viewBox",
            "transform",
            "fill",
            "fill-rule",
            "fill-opacity",
            "clip-rule",
            "stroke",
            "stroke-width",
            "stroke-linecap",
            "stroke-linejoin",
            "stroke-miterlimit",
            "stroke-dasharray",
            "stroke-dashoffset",
            "stroke-opacity",
            "opacity",
            "offset",
            "stop-color",
            "stop-opacity",
            "gradientUnits",
            "gradientTransform",
            "spreadMethod",
            "clip-path",
            "clipPathUnits",
            "mask",
            "maskUnits",
            "preserveAspectRatio",
            "color",
            "display",
            "visibility",
            "font-family",
            "font-size",
            "font-weight",
            "font-style",
            "text-anchor",
            "letter-spacing",
            "direction");

    private static final Pattern LOCAL = Pattern.compile("#[\\w.-]+");
    private static final Pattern LOCAL_URL = Pattern.compile("url\\(['\"]?#[\\w.-]+['\"]?\\)");
    private static final Pattern LENGTH = Pattern.compile("\\s*([0-9]+(?:\\.[0-9]+)?)\\s*(?:px)?\\s*");

    /** The drawing made safe; empty if it is none, is too large, or says not how large it is. */
    static Optional<SafeSvg> of(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return Optional.empty();
        }
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            var text = new StringWriter();
            var writer = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            var size = copy(reader, writer);
            writer.close();
            return size.map(both -> new SafeSvg(text.toString(), both[0], both[1]));
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static Optional<int[]> copy(XMLStreamReader reader, XMLStreamWriter writer) throws XMLStreamException {
        Optional<int[]> size = Optional.empty();
        var kept = new ArrayDeque<Boolean>();
        int skipping = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    boolean root = kept.isEmpty();
                    boolean known = SVG.equals(reader.getNamespaceURI()) && ELEMENTS.contains(reader.getLocalName());
                    if (root && !(known && reader.getLocalName().equals("svg")) || kept.size() > DEEPEST) {
                        return Optional.empty();
                    }
                    kept.push(known && skipping == 0);
                    if (!known || skipping > 0) {
                        skipping++;
                        continue;
                    }
                    writer.writeStartElement(reader.getLocalName());
                    if (root) {
                        writer.writeDefaultNamespace(SVG);
                        size = size(reader);
                    }
                    attributes(reader, writer);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (kept.pop()) {
                        writer.writeEndElement();
                    } else {
                        skipping--;
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (skipping == 0 && !kept.isEmpty()) {
                        writer.writeCharacters(reader.getText());
                    }
                }
                default -> {
                    // comments, instructions and document types are left out
                }
            }
        }
        return size;
    }

    private static void attributes(XMLStreamReader reader, XMLStreamWriter writer) throws XMLStreamException {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            String value = reader.getAttributeValue(i);
            boolean href = name.equals("href") && LOCAL.matcher(value).matches();
            boolean own = reader.getAttributeNamespace(i) == null
                    || reader.getAttributeNamespace(i).isEmpty();
            if (href) {
                writer.writeAttribute("href", value);
            } else if (own && ATTRIBUTES.contains(name) && isHarmless(value)) {
                writer.writeAttribute(name, value);
            }
        }
    }

    private static boolean isHarmless(String value) {
        String rest = LOCAL_URL.matcher(value).replaceAll("").toLowerCase(Locale.ROOT);
        return !rest.contains("url(") && !rest.contains("javascript:") && !rest.contains("data:");
    }

    /** Its size in points of the screen: said, or that of its view box. */
    private static Optional<int[]> size(XMLStreamReader reader) {
        var width = LENGTH.matcher(String.valueOf(reader.getAttributeValue(null, "width")));
        var height = LENGTH.matcher(String.valueOf(reader.getAttributeValue(null, "height")));
        if (width.matches() && height.matches()) {
            return size(Double.parseDouble(width.group(1)), Double.parseDouble(height.group(1)));
        }
        String[] box = String.valueOf(reader.getAttributeValue(null, "viewBox"))
                .strip()
                .split("[\\s,]+", -1);
        try {
            return box.length == 4 ? size(Double.parseDouble(box[2]), Double.parseDouble(box[3])) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<int[]> size(double width, double height) {
        return width >= 1 && height >= 1 && width <= 10_000 && height <= 10_000
                ? Optional.of(new int[] {(int) Math.round(width), (int) Math.round(height)})
                : Optional.empty();
    }
}
