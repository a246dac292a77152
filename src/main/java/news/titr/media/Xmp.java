package news.titr.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** What newer programs write: RDF in XML, always Unicode. */
record Xmp(
        String title,
        String caption,
        String alt,
        List<String> creators,
        String credit,
        String rights,
        List<String> keywords,
        String takenAt,
        String expires,
        List<EmbeddedEntry> entries) {

    static final Xmp NONE = new Xmp("", "", "", List.of(), "", "", List.of(), "", "", List.of());

    private static final int LONGEST_TEXT = 4000;
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
    private static final String RIGHTS = "http://ns.adobe.com/xap/1.0/rights/";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/";
    private static final String IPTC = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
    private static final String PLUS = "http://ns.useplus.org/ldf/xmp/1.0/";

    static Xmp read(byte[] part) {
        try {
            return new Reading(parse(part)).xmp();
        } catch (IOException | SAXException | ParserConfigurationException | RuntimeException e) {
            return NONE;
        }
    }

    private static Document parse(byte[] part) throws IOException, SAXException, ParserConfigurationException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        // no document type, so no entities: neither bombs nor files of ours
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new Silent());
        return builder.parse(new ByteArrayInputStream(part, 0, ended(part)));
    }

    /** Programs pad the part with blanks and NULs, which XML does not allow. */
    private static int ended(byte[] part) {
        int end = part.length;
        while (end > 0 && part[end - 1] == 0) {
            end--;
        }
        return end;
    }

    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException problem) {}

        @Override
        public void error(SAXParseException problem) {}

        @Override
        public void fatalError(SAXParseException problem) throws SAXParseException {
            throw problem;
        }
    }

    private static final class Reading {
        private final Document document;
        private final List<EmbeddedEntry> entries = new ArrayList<>();

        Reading(Document document) {
            this.document = document;
        }

        Xmp xmp() {
            String headline = one(PHOTOSHOP, "Headline");
            String title = one(DC, "title");
            String creditLine = one(PHOTOSHOP, "Credit");
            String source = one(PHOTOSHOP, "Source");
            String terms = one(RIGHTS, "UsageTerms");
            String rights = one(DC, "rights");
            String taken = one(PHOTOSHOP, "DateCreated");
            String created = one(XMP, "CreateDate");
            one(PHOTOSHOP, "Instructions");
            one(PHOTOSHOP, "City");
            one(PHOTOSHOP, "Country");
            return new Xmp(
                    headline.isEmpty() ? title : headline,
                    one(DC, "description"),
                    one(IPTC, "AltTextAccessibility"),
                    all(DC, "creator"),
                    creditLine.isEmpty() ? source : creditLine,
                    terms.isEmpty() ? rights : terms,
                    all(DC, "subject"),
                    taken.isEmpty() ? created : taken,
                    one(PLUS, "LicenseEndDate"),
                    entries);
        }

        private String one(String namespace, String name) {
            var values = all(namespace, name);
            return values.isEmpty() ? "" : values.getFirst();
        }

        private List<String> all(String namespace, String name) {
            var values = new ArrayList<String>();
            var elements = document.getElementsByTagNameNS(namespace, name);
            for (int i = 0; i < Math.min(elements.getLength(), 3) && values.isEmpty(); i++) {
                if (elements.item(i) instanceof Element element) {
                    values(element, values);
                }
            }
            var descriptions = document.getElementsByTagNameNS(RDF, "Description");
            for (int i = 0; i < Math.min(descriptions.getLength(), 20) && values.isEmpty(); i++) {
                if (descriptions.item(i) instanceof Element description) {
                    add(description.getAttributeNS(namespace, name), values);
                }
            }
            values.forEach(value -> entries.add(new EmbeddedEntry("XMP", name, value)));
            return values;
        }

        /** Plain text, or a list of it; of a text in several languages the first, which is the default. */
        private static void values(Element element, List<String> values) {
            var items = element.getElementsByTagNameNS(RDF, "li");
            if (items.getLength() == 0) {
                add(element.getTextContent(), values);
                return;
            }
            boolean languages = element.getElementsByTagNameNS(RDF, "Alt").getLength() > 0;
            for (int i = 0; i < Math.min(items.getLength(), languages ? 1 : 50); i++) {
                add(items.item(i).getTextContent(), values);
            }
        }

        private static void add(String text, List<String> values) {
            String cleaned = EmbeddedLetters.clean(text);
            if (!cleaned.isEmpty() && cleaned.length() <= LONGEST_TEXT) {
                values.add(cleaned);
            }
        }
    }
}
