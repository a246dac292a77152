package news.titr.print;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.zip.CRC32;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;

/** What a file says about itself, so that it passes as PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1). */
final class PdfMetadata {

    private static final String PRODUCER = "Titr";

    /** The JDK's own sRGB profile: what the colours of the file mean. */
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private static final String XMP = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
             xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
             xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfaid:part>2</pdfaid:part>
            <pdfaid:conformance>A</pdfaid:conformance>
            <pdfuaid:part>1</pdfuaid:part>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>%2$s</rdf:li></rdf:Seq></dc:creator>
            <dc:language><rdf:Bag><rdf:li>%3$s</rdf:li></rdf:Bag></dc:language>
            <dc:source>%4$s</dc:source>
            <xmp:CreateDate>%5$s</xmp:CreateDate>
            <xmp:ModifyDate>%5$s</xmp:ModifyDate>
            <pdf:Producer>%6$s</pdf:Producer>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
             xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
             xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>part</pdfaProperty:name>
            <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>Part of PDF/UA that the file conforms to</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>""";

    private PdfMetadata() {}

    /** Writes everything but the tags and the outline; the same story gives the same bytes. */
    static void write(PDDocument document, PdfStory story) throws IOException {
        var when = story.revisedAt().truncatedTo(ChronoUnit.SECONDS);
        String title = plain(story.headline().isBlank() ? story.siteName() : story.headline());
        document.setVersion(1.7f);
        var catalog = document.getDocumentCatalog();
        catalog.getCOSObject().setItem(COSName.VERSION, COSName.getPDFName("1.7"));
        catalog.setLanguage(story.languageTag());
        var marked = new PDMarkInfo();
        marked.setMarked(true);
        catalog.setMarkInfo(marked);
        var preferences = new COSDictionary();
        preferences.setBoolean(COSName.getPDFName("DisplayDocTitle"), true);
        preferences.setItem(COSName.getPDFName("Direction"), COSName.getPDFName(story.rightToLeft() ? "R2L" : "L2R"));
        catalog.getCOSObject().setItem(COSName.getPDFName("ViewerPreferences"), preferences);
        catalog.getCOSObject().setItem(COSName.OUTPUT_INTENTS, outputIntents(document));

        var information = document.getDocumentInformation();
        information.setTitle(title);
        information.setAuthor(plain(author(story)));
        information.setProducer(PRODUCER);
        var calendar = GregorianCalendar.from(ZonedDateTime.ofInstant(when, ZoneOffset.UTC));
        information.setCreationDate(calendar);
        information.setModificationDate(calendar);

        catalog.setMetadata(new PDMetadata(
                document, new ByteArrayInputStream(xmp(story, title, when).getBytes(StandardCharsets.UTF_8))));
        var identity = new CRC32();
        identity.update((story.shortLink() + ' ' + story.revisionId()).getBytes(StandardCharsets.UTF_8));
        document.setDocumentId(identity.getValue());
    }

    private static String author(PdfStory story) {
        return story.byline().isBlank() ? story.siteName() : story.byline();
    }

    private static COSArray outputIntents(PDDocument document) throws IOException {
        var profile = new PDStream(document, new ByteArrayInputStream(SRGB), COSName.FLATE_DECODE);
        profile.getCOSObject().setInt(COSName.N, 3);
        var intent = new COSDictionary();
        intent.setItem(COSName.TYPE, COSName.OUTPUT_INTENT);
        intent.setItem(COSName.S, COSName.getPDFName("GTS_PDFA1"));
        intent.setString(COSName.OUTPUT_CONDITION_IDENTIFIER, "sRGB IEC61966-2.1");
        intent.setString(COSName.INFO, "sRGB IEC61966-2.1");
        intent.setItem(COSName.DEST_OUTPUT_PROFILE, profile);
        var intents = new COSArray();
        intents.add(intent);
        return intents;
    }

    private static String xmp(PdfStory story, String title, Instant when) {
        return XMP.formatted(
                escape(title),
                escape(plain(author(story))),
                escape(story.languageTag()),
                escape(plain(story.shortLink())),
                when,
                PRODUCER);
    }

    /** Text on one line, without anything that XML forbids. */
    static String plain(String text) {
        var out = new StringBuilder();
        text.codePoints()
                .filter(character -> !Character.isISOControl(character) || Character.isWhitespace(character))
                .filter(character -> character != 0xFFFE && character != 0xFFFF)
                .filter(character -> Character.getType(character) != Character.SURROGATE)
                .forEach(out::appendCodePoint);
        return out.toString().replaceAll("\\s+", " ").strip();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
