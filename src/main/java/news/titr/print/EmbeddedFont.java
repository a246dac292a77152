package news.titr.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * A font within one document (ISO 32000-1, 9.7: Type 0 with a CIDFontType2 descendant). A code stands for one outline,
 * one advance and <em>one</em> character: readers take text apart in visual order, and several turn codes that mean
 * more than one character the wrong way round.
 */
final class EmbeddedFont {

    /** A glyph of the font file, moved by some font units. */
    record Part(int glyph, int right, int up) {}

    /** What a code draws: some parts, or none for a blank, and how far it moves on, in font units. */
    record Shape(List<Part> parts, int advance) {}

    private record Code(Shape shape, int character) {}

    final String resource;
    final Typeface typeface;
    final COSDictionary dictionary = new COSDictionary();
    private final Map<Code, Integer> codes = new LinkedHashMap<>();

    EmbeddedFont(Typeface typeface, String resource) {
        this.typeface = typeface;
        this.resource = resource;
    }

    int code(Shape shape, int character) {
        return codes.computeIfAbsent(new Code(shape, character), _ -> codes.size() + 1);
    }

    /** Writes the subset and everything that points to it; call once, after the last text. */
    void finish(PDDocument document) throws IOException {
        var tables = typeface.tables;
        var subset = FontSubset.of(
                tables, codes.keySet().stream().map(Code::shape).distinct().toList());
        var checksum = new CRC32();
        checksum.update(subset.file());
        var name = COSName.getPDFName(tag(checksum.getValue()) + "+" + tables.postScriptName);

        var glyphOfCode = ByteBuffer.allocate(2 * (codes.size() + 1)).putShort((short) 0);
        var widths = new COSArray();
        for (var code : codes.keySet()) {
            glyphOfCode.putShort(subset.glyphs().getOrDefault(code.shape(), 0).shortValue());
            widths.add(new COSFloat(Math.round(code.shape().advance() * 100_000f / tables.unitsPerEm) / 100f));
        }
        var widthsFromOne = new COSArray();
        widthsFromOne.add(COSInteger.ONE);
        widthsFromOne.add(widths);

        var system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, "Identity");
        system.setInt(COSName.SUPPLEMENT, 0);

        var descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        descendant.setItem(COSName.BASE_FONT, name);
        descendant.setItem(COSName.CIDSYSTEMINFO, system);
        descendant.setItem(COSName.FONT_DESC, descriptor(document, name, subset.file()));
        descendant.setItem(COSName.W, widthsFromOne);
        descendant.setInt(COSName.DW, 0);
        descendant.setItem(COSName.CID_TO_GID_MAP, stream(document, glyphOfCode.array()));

        var descendants = new COSArray();
        descendants.add(descendant);
        dictionary.setItem(COSName.TYPE, COSName.FONT);
        dictionary.setItem(COSName.SUBTYPE, COSName.TYPE0);
        dictionary.setItem(COSName.BASE_FONT, name);
        dictionary.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        dictionary.setItem(COSName.DESCENDANT_FONTS, descendants);
        dictionary.setItem(COSName.TO_UNICODE, stream(document, toUnicode().getBytes(StandardCharsets.US_ASCII)));
    }

    private COSDictionary descriptor(PDDocument document, COSName name, byte[] file) throws IOException {
        var tables = typeface.tables;
        float perMille = 1000f / tables.unitsPerEm;
        var box = new COSArray();
        for (int edge : tables.boundingBox()) {
            box.add(COSInteger.get(Math.round(edge * perMille)));
        }
        var program = stream(document, file);
        program.getCOSObject().setInt(COSName.LENGTH1, file.length);
        var descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setItem(COSName.FONT_NAME, name);
        descriptor.setInt(COSName.FLAGS, 4); // symbolic: the codes are our own
        descriptor.setItem(COSName.FONT_BBOX, box);
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, Math.round(tables.ascent * perMille));
        descriptor.setInt(COSName.DESCENT, Math.round(tables.descent * perMille));
        descriptor.setInt(COSName.CAP_HEIGHT, Math.round(tables.capHeight * perMille));
        descriptor.setInt(COSName.STEM_V, 80);
        descriptor.setItem(COSName.FONT_FILE2, program);
        return descriptor;
    }

    private String toUnicode() {
        var map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        var all = new ArrayList<>(codes.keySet());
        int most = 100; // entries in one section, says the format
        for (int from = 0; from < all.size(); from += most) {
            int to = Math.min(from + most, all.size());
            map.append(to - from).append(" beginbfchar\n");
            for (int i = from; i < to; i++) {
                map.append('<');
                hexadecimal(i + 1, map);
                map.append("> <");
                for (char unit : Character.toChars(all.get(i).character())) {
                    hexadecimal(unit, map);
                }
                map.append(">\n");
            }
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }

    /** Four digits, as a two-byte code is written in a content stream. */
    static void hexadecimal(int value, StringBuilder out) {
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append("0123456789ABCDEF".charAt(value >> shift & 15));
        }
    }

    /** Six capital letters, which mark a subset (ISO 32000-1, 9.6.4). */
    private static String tag(long number) {
        var tag = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            tag.append((char) ('A' + number % 26));
            number /= 26;
        }
        return tag.toString();
    }

    private static PDStream stream(PDDocument document, byte[] bytes) throws IOException {
        return new PDStream(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
    }
}
