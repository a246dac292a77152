package news.titr.wire.agency;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import news.titr.wire.moving.BadArchive;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** XML of agencies as a tree: without document types, and so without entities from elsewhere or made of entities. */
final class WireXml {

    private WireXml() {}

    /** @throws BadArchive in one line, with the line of the file */
    static Document read(String file, byte[] bytes) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            builder.setEntityResolver((_, _) -> new InputSource(InputStream.nullInputStream()));
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (SAXParseException e) {
            String reason = String.valueOf(e.getMessage());
            throw new BadArchive(
                    file + ": line " + Math.max(1, e.getLineNumber()) + ": "
                            + (reason.contains("DOCTYPE")
                                    ? "It has a document type declaration, with which a file can do harm; refused"
                                    : "It is not sound XML: " + reason),
                    e);
        } catch (SAXException | IOException e) {
            throw new BadArchive(file + ": It is not sound XML: " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every Java reads XML", e);
        }
    }

    static List<Element> children(Element parent) {
        return elements(parent.getChildNodes());
    }

    static List<Element> children(Element parent, String name) {
        return children(parent).stream().filter(child -> isNamed(child, name)).toList();
    }

    static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    /** Those anywhere inside, in the order of the file. */
    static List<Element> within(Element parent, String name) {
        return elements(parent.getElementsByTagNameNS("*", name));
    }

    private static List<Element> elements(NodeList nodes) {
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    static boolean isNamed(Element element, String name) {
        return name(element).equals(name);
    }

    static String name(Element element) {
        return element.getLocalName() == null ? element.getTagName() : element.getLocalName();
    }

    /** The text inside the first child of this name; empty where there is none. */
    static String text(Element parent, String name) {
        return child(parent, name).map(Element::getTextContent).orElse("").strip();
    }

    /** The same of the first element on a path of names. */
    static Optional<Element> path(Element from, String... names) {
        var here = Optional.of(from);
        for (String name : names) {
            here = here.flatMap(element -> child(element, name));
        }
        return here;
    }

    /** What an element holds, as HTML: names without prefixes, no attribute of another vocabulary. */
    static String html(Element element) {
        var html = new StringBuilder();
        write(element.getChildNodes(), html);
        return html.toString();
    }

    private static void write(NodeList nodes, StringBuilder html) {
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                write(element, html);
            } else if (nodes.item(i) instanceof Text text) {
                html.append(escaped(text.getData()));
            }
        }
    }

    private static void write(Element element, StringBuilder html) {
        String name = inHtml(name(element));
        html.append('<').append(name);
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            if (attribute.getNamespaceURI() == null) {
                html.append(' ')
                        .append(attribute.getNodeName())
                        .append("=\"")
                        .append(escaped(attribute.getNodeValue()))
                        .append('"');
            }
        }
        html.append('>');
        if (name.matches("br|hr|img|wbr|col|source")) {
            return;
        }
        write(element.getChildNodes(), html);
        html.append("</").append(name).append('>');
    }

    /** What NITF calls otherwise. */
    private static String inHtml(String name) {
        return switch (name) {
            case "hl1", "hl2" -> "h2";
            case "block" -> "div";
            case "bq" -> "blockquote";
            default -> name;
        };
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Plain text as HTML: an empty line parts paragraphs. */
    static String paragraphs(String text) {
        var html = new StringBuilder();
        for (String paragraph : text.strip().split("\\R\\s*\\R", -1)) {
            html.append("<p>")
                    .append(escaped(paragraph.strip()).replaceAll("\\R", "<br>"))
                    .append("</p>");
        }
        return text.isBlank() ? "" : html.toString();
    }
}
