package news.titr.wire.moving;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML of others, element by element, in the memory of one text: without document types, and so without entities from
 * elsewhere or entities made of entities. Names are as they are written, with their prefix: old systems forget to declare
 * those. Everything that cannot be read is a {@link BadArchive} in one line.
 */
public final class XmlRecords implements AutoCloseable {

    /** In characters; longer texts are cut off, and {@link #tooLong} says so. */
    public static final int LONGEST_TEXT = 16_000_000;

    private final String file;
    private final XmlCharacters characters;
    private final XMLStreamReader reader;
    private boolean tooLong;

    private XmlRecords(String file, XmlCharacters characters, XMLStreamReader reader) {
        this.file = file;
        this.characters = characters;
        this.reader = reader;
    }

    public static XmlRecords open(String file, InputStream in) {
        try {
            var characters = XmlCharacters.of(file, in);
            var factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, false);
            factory.setProperty("jdk.xml.cdataChunkSize", 1 << 16);
            // they guard against entities, of which there are none without a document type; large files would meet them
            for (String limit :
                    new String[] {"entityExpansionLimit", "totalEntitySizeLimit", "maxGeneralEntitySizeLimit"}) {
                factory.setProperty("jdk.xml." + limit, "0");
            }
            factory.setXMLResolver((_, _, _, _) -> InputStream.nullInputStream());
            return new XmlRecords(file, characters, factory.createXMLStreamReader(characters));
        } catch (XMLStreamException e) {
            throw new BadArchive(file + ": It is not XML: " + reason(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": It cannot be read: " + e.getMessage(), e);
        }
    }

    /** Goes on to the next start or end of an element; false at the end of the file. */
    public boolean next() {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new BadArchive(file + ": line " + line()
                            + ": It has a document type declaration, with which a file can do harm; refused");
                }
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw broken(e);
        } catch (UncheckedIOException e) {
            throw new BadArchive(file + ": " + e.getMessage(), e);
        }
    }

    public boolean isStart() {
        return reader.getEventType() == XMLStreamConstants.START_ELEMENT;
    }

    public boolean isStart(String name) {
        return isStart() && reader.getLocalName().equals(name);
    }

    public boolean isEnd(String name) {
        return reader.getEventType() == XMLStreamConstants.END_ELEMENT
                && reader.getLocalName().equals(name);
    }

    /** With its prefix, as it is written. */
    public String name() {
        return reader.getLocalName();
    }

    /** Empty where the element has none of this name. */
    public String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    public long line() {
        return line(reader.getLocation());
    }

    private long line(Location location) {
        return characters.skippedLines() + Math.max(location.getLineNumber(), 1);
    }

    /** The text up to the end of this element, elements inside it left out; at most this many characters. */
    public String text(int longest) {
        var text = new StringBuilder();
        read(text, longest);
        return text.toString();
    }

    public String text() {
        return text(LONGEST_TEXT);
    }

    /** Goes to the end of this element. */
    public void skip() {
        read(new StringBuilder(), 0);
    }

    /** Whether a text was cut off since the last time this was asked. */
    public boolean tooLong() {
        boolean was = tooLong;
        tooLong = false;
        return was;
    }

    private void read(StringBuilder text, int longest) {
        try {
            int depth = 1;
            while (depth > 0) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> depth++;
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        append(text, longest);
                    case XMLStreamConstants.ENTITY_REFERENCE -> text.append('\uFFFD');
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw broken(e);
        } catch (UncheckedIOException e) {
            throw new BadArchive(file + ": " + e.getMessage(), e);
        }
    }

    private void append(StringBuilder text, int longest) {
        int length = reader.getTextLength();
        int take = Math.min(length, longest - text.length());
        if (take > 0) {
            text.append(reader.getTextCharacters(), reader.getTextStart(), take);
        }
        tooLong |= take < length && longest > 0;
    }

    private BadArchive broken(XMLStreamException problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadArchive bad) {
                return bad;
            }
        }
        if (problem.getNestedException() instanceof IOException io) {
            return new BadArchive(file + ": It cannot be read: " + io.getMessage(), problem);
        }
        String reason = reason(problem);
        boolean cut = reason.contains("must start and end within the same entity")
                || reason.contains("end of file")
                || reason.contains("premature")
                || reason.contains("must be terminated by the matching end-tag") && characters.isAtEnd();
        long line = line(problem.getLocation() == null ? reader.getLocation() : problem.getLocation());
        if (reason.contains("trailing section") || reason.contains("following the root element")) {
            reason = "There is more behind its end; cut that off, and if it is another export, make a file of it";
            return new BadArchive(file + ": line " + line + ": " + reason, problem);
        }
        return new BadArchive(
                file + ": line " + line + ": "
                        + (cut
                                ? "The file is cut off; get it whole, and begin again"
                                : "It is not sound XML: " + reason),
                problem);
    }

    /** What the parser says, without where, on one line. */
    private static String reason(XMLStreamException problem) {
        String message = String.valueOf(problem.getMessage());
        int at = message.indexOf("Message: ");
        return (at < 0 ? message : message.substring(at + 9))
                .lines()
                .findFirst()
                .orElse("unknown");
    }

    @Override
    public void close() {
        try {
            reader.close();
            characters.close();
        } catch (XMLStreamException | IOException e) {
            throw new BadArchive(file + ": It cannot be closed: " + e.getMessage(), e);
        }
    }
}
