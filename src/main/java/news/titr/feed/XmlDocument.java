package news.titr.feed;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An XML document while it is written, in UTF-8. Names are given with their prefix ({@code media:content}); the prefixes
 * are bound at the root. What no XML may contain (control characters, half a surrogate pair) is left out of text; every
 * other character, U+200C among them, stays as it is.
 */
final class XmlDocument {

    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter xml;

    private XmlDocument(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** What is written inside an element. */
    @FunctionalInterface
    interface Content {
        void write(XmlDocument xml) throws XMLStreamException;
    }

    /** @param namespaces by their prefix; the empty prefix is that of names without one */
    static byte[] of(String root, Map<String, String> namespaces, Map<String, String> attributes, Content content) {
        var bytes = new ByteArrayOutputStream();
        write(bytes, root, namespaces, attributes, content);
        return bytes.toByteArray();
    }

    /** The same, written while it is made. */
    static void write(
            OutputStream out,
            String root,
            Map<String, String> namespaces,
            Map<String, String> attributes,
            Content content) {
        try {
            var writer = WRITERS.createXMLStreamWriter(out, "UTF-8");
            writer.writeStartDocument("UTF-8", "1.0");
            writer.writeStartElement(root);
            for (var namespace : namespaces.entrySet()) {
                if (namespace.getKey().isEmpty()) {
                    writer.writeDefaultNamespace(namespace.getValue());
                } else {
                    writer.writeNamespace(namespace.getKey(), namespace.getValue());
                }
            }
            var xml = new XmlDocument(writer);
            xml.attributes(attributes);
            content.write(xml);
            writer.writeEndDocument();
            writer.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML could not be written", e);
        }
    }

    /** An element with others inside. Attributes that are empty are left out. */
    void element(String name, Map<String, String> attributes, Content content) throws XMLStreamException {
        xml.writeStartElement(name);
        attributes(attributes);
        content.write(this);
        xml.writeEndElement();
    }

    void element(String name, Content content) throws XMLStreamException {
        element(name, Map.of(), content);
    }

    /** An element with nothing inside. */
    void empty(String name, Map<String, String> attributes) throws XMLStreamException {
        xml.writeEmptyElement(name);
        attributes(attributes);
    }

    /** An element with text; without text there is no element. */
    void text(String name, String text) throws XMLStreamException {
        text(name, Map.of(), text);
    }

    void text(String name, Optional<?> value) throws XMLStreamException {
        text(name, value.map(Object::toString).orElse(""));
    }

    void text(String name, Map<String, String> attributes, String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            element(name, attributes, inside -> inside.xml.writeCharacters(allowed(text)));
        }
    }

    /** Text among elements. */
    void characters(String text) throws XMLStreamException {
        xml.writeCharacters(allowed(text));
    }

    private void attributes(Map<String, String> attributes) throws XMLStreamException {
        for (var attribute : attributes.entrySet()) {
            if (!attribute.getValue().isEmpty()) {
                xml.writeAttribute(attribute.getKey(), allowed(attribute.getValue()));
            }
        }
    }

    /** What XML 1.0 allows in a document. */
    private static String allowed(String text) {
        return text.codePoints()
                .filter(character -> character == '\t'
                        || character == '\n'
                        || character == '\r'
                        || (character >= 0x20 && character <= 0xD7FF)
                        || (character >= 0xE000 && character <= 0xFFFD)
                        || character >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
