package news.titr.print;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The tables of one TrueType file that a subset is cut from (OpenType specification: glyf, loca, hmtx, head, hhea,
 * maxp). Lengths are font units, y upwards. Immutable.
 */
final class GlyphTables {

    // flags of a component in a composite glyph
    private static final int WORDS = 0x1;
    private static final int SCALE = 0x8;
    private static final int MORE = 0x20;
    private static final int TWO_SCALES = 0x40;
    private static final int MATRIX = 0x80;
    private static final int INSTRUCTIONS = 0x100;

    final String postScriptName;
    final int unitsPerEm;
    final int ascent;
    final int descent;
    final int capHeight;
    private final int[] boundingBox;
    private final int[] widths;
    private final int[] bearings;
    private final int[] offsets;
    private final byte[] glyf;
    private final byte[] head;
    private final byte[] hhea;
    private final byte[] maxp;

    GlyphTables(byte[] file) throws IOException {
        try (TrueTypeFont font = new TTFParser(true).parse(new RandomAccessReadBuffer(file))) {
            postScriptName = font.getName();
            unitsPerEm = font.getUnitsPerEm();
            ascent = font.getHorizontalHeader().getAscender();
            descent = font.getHorizontalHeader().getDescender();
            int capitals = font.getOS2Windows().getCapHeight();
            capHeight = capitals == 0 ? unitsPerEm * 7 / 10 : capitals;
            var header = font.getHeader();
            boundingBox = new int[] {header.getXMin(), header.getYMin(), header.getXMax(), header.getYMax()};
            int count = font.getNumberOfGlyphs();
            widths = new int[count];
            bearings = new int[count];
            for (int glyph = 0; glyph < count; glyph++) {
                widths[glyph] = font.getAdvanceWidth(glyph);
                bearings[glyph] = font.getHorizontalMetrics().getLeftSideBearing(glyph);
            }
            offsets = Arrays.stream(font.getIndexToLocation().getOffsets())
                    .limit(count + 1L)
                    .mapToInt(Math::toIntExact)
                    .toArray();
            var tables = font.getTableMap();
            glyf = font.getTableBytes(tables.get("glyf"));
            head = font.getTableBytes(tables.get("head"));
            hhea = font.getTableBytes(tables.get("hhea"));
            maxp = font.getTableBytes(tables.get("maxp"));
        }
    }

    int width(int glyph) {
        return widths[glyph];
    }

    int bearing(int glyph) {
        return bearings[glyph];
    }

    boolean isBlank(int glyph) {
        return offsets[glyph] == offsets[glyph + 1];
    }

    /** Left, bottom, right and top of the font's tallest and widest glyphs. */
    int[] boundingBox() {
        return boundingBox.clone();
    }

    /** Left, bottom, right and top of a glyph that is not blank. */
    int[] bounds(int glyph) {
        var outline = raw(glyph);
        return new int[] {outline.getShort(2), outline.getShort(4), outline.getShort(6), outline.getShort(8)};
    }

    byte[] head() {
        return head.clone();
    }

    byte[] hhea() {
        return hhea.clone();
    }

    byte[] maxp() {
        return maxp.clone();
    }

    /** Adds the glyph and, for a composite, everything that it is made of. */
    void collect(int glyph, Set<Integer> found) {
        if (found.add(glyph)) {
            forEachComponent(glyph, at -> collect(raw(glyph).getShort(at + 2) & 0xFFFF, found));
        }
    }

    /** The outline without its hinting instructions; components are renumbered. Blank glyphs are empty. */
    byte[] outline(int glyph, Map<Integer, Integer> renumbered) {
        if (isBlank(glyph)) {
            return new byte[0];
        }
        var raw = raw(glyph);
        int contours = raw.getShort(0);
        var out = ByteBuffer.allocate(raw.capacity());
        if (contours >= 0) {
            int instructions = 10 + 2 * contours;
            int length = raw.getShort(instructions) & 0xFFFF;
            int points = instructions + 2 + length;
            out.put(raw.slice(0, instructions)).putShort((short) 0).put(raw.slice(points, raw.capacity() - points));
        } else {
            out.put(raw.slice(0, 10));
            forEachComponent(glyph, at -> {
                int flags = raw.getShort(at) & 0xFFFF;
                int component = renumbered.getOrDefault(raw.getShort(at + 2) & 0xFFFF, 0);
                out.putShort((short) (flags & ~INSTRUCTIONS))
                        .putShort((short) component)
                        .put(raw.slice(at + 4, length(flags) - 4));
            });
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    private void forEachComponent(int glyph, IntConsumer offset) {
        if (isBlank(glyph) || raw(glyph).getShort(0) >= 0) {
            return;
        }
        int at = 10;
        int flags;
        do {
            flags = raw(glyph).getShort(at) & 0xFFFF;
            offset.accept(at);
            at += length(flags);
        } while ((flags & MORE) != 0);
    }

    private static int length(int flags) {
        int place = (flags & WORDS) != 0 ? 4 : 2;
        int transformation = (flags & SCALE) != 0 ? 2 : (flags & TWO_SCALES) != 0 ? 4 : (flags & MATRIX) != 0 ? 8 : 0;
        return 4 + place + transformation;
    }

    private ByteBuffer raw(int glyph) {
        return ByteBuffer.wrap(glyf, offsets[glyph], offsets[glyph + 1] - offsets[glyph])
                .slice();
    }
}
