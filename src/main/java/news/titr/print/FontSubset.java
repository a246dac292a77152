package news.titr.print;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import news.titr.print.EmbeddedFont.Part;
import news.titr.print.EmbeddedFont.Shape;

/**
 * A TrueType file with only the outlines that a document draws. Shapes that no single glyph of the font has (a letter
 * with its vowel signs, a blank of a certain width) become composite or blank glyphs of their own.
 *
 * @param file the bytes of the TrueType file
 * @param glyphs for each shape the number of its glyph in {@code file}
 */
record FontSubset(byte[] file, Map<Shape, Integer> glyphs) {

    private static final int WORDS_AND_OFFSETS = 0x3;
    private static final int MORE = 0x20;

    static FontSubset of(GlyphTables tables, List<Shape> shapes) {
        var kept = new TreeSet<Integer>();
        tables.collect(0, kept);
        shapes.forEach(shape -> shape.parts().forEach(part -> tables.collect(part.glyph(), kept)));
        var renumbered = new HashMap<Integer, Integer>();
        kept.forEach(glyph -> renumbered.put(glyph, renumbered.size()));

        var glyphs = new LinkedHashMap<Shape, Integer>();
        var made = shapes.stream().filter(shape -> !isPlain(tables, shape)).toList();
        for (var shape : shapes) {
            if (isPlain(tables, shape)) {
                glyphs.put(
                        shape, renumbered.getOrDefault(shape.parts().getFirst().glyph(), 0));
            }
        }
        made.forEach(shape -> glyphs.put(shape, kept.size() + made.indexOf(shape)));

        int count = kept.size() + made.size();
        var outlines = new ByteArrayOutputStream();
        var offsets = ByteBuffer.allocate(4 * (count + 1)).putInt(0);
        var metrics = ByteBuffer.allocate(4 * count);
        int mostParts = 1;
        for (int glyph : kept) {
            append(outlines, offsets, tables.outline(glyph, renumbered));
            metrics.putShort((short) tables.width(glyph)).putShort((short) tables.bearing(glyph));
        }
        for (var shape : made) {
            var inked = shape.parts().stream()
                    .filter(part -> !tables.isBlank(part.glyph()))
                    .toList();
            int[] bounds = bounds(tables, inked);
            mostParts = Math.max(mostParts, inked.size());
            append(outlines, offsets, composite(inked, bounds, renumbered));
            metrics.putShort((short) shape.advance()).putShort((short) bounds[0]);
        }
        var file = new TreeMap<String, byte[]>();
        file.put(
                "head",
                ByteBuffer.wrap(tables.head())
                        .putInt(8, 0)
                        .putShort(50, (short) 1)
                        .array());
        file.put(
                "hhea",
                ByteBuffer.wrap(tables.hhea()).putShort(34, (short) count).array());
        file.put("maxp", limits(tables.maxp(), count, mostParts));
        file.put("hmtx", metrics.array());
        file.put("loca", offsets.array());
        file.put("glyf", outlines.toByteArray());
        return new FontSubset(assemble(file), glyphs);
    }

    /** True when a glyph of the font draws exactly this. */
    private static boolean isPlain(GlyphTables tables, Shape shape) {
        if (shape.parts().size() != 1) {
            return false;
        }
        var part = shape.parts().getFirst();
        return part.right() == 0 && part.up() == 0 && shape.advance() == tables.width(part.glyph());
    }

    private static void append(ByteArrayOutputStream outlines, ByteBuffer offsets, byte[] outline) {
        outlines.writeBytes(outline);
        if (outline.length % 2 == 1) {
            outlines.write(0);
        }
        offsets.putInt(outlines.size());
    }

    private static byte[] composite(List<Part> parts, int[] bounds, Map<Integer, Integer> renumbered) {
        if (parts.isEmpty()) {
            return new byte[0];
        }
        var out = ByteBuffer.allocate(10 + 8 * parts.size()).putShort((short) -1);
        for (int edge : bounds) {
            out.putShort((short) edge);
        }
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            int flags = WORDS_AND_OFFSETS | (i < parts.size() - 1 ? MORE : 0);
            out.putShort((short) flags)
                    .putShort(renumbered.getOrDefault(part.glyph(), 0).shortValue())
                    .putShort((short) part.right())
                    .putShort((short) part.up());
        }
        return out.array();
    }

    private static int[] bounds(GlyphTables tables, List<Part> parts) {
        if (parts.isEmpty()) {
            return new int[4];
        }
        int[] all = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
        for (var part : parts) {
            int[] one = tables.bounds(part.glyph());
            all[0] = Math.min(all[0], one[0] + part.right());
            all[1] = Math.min(all[1], one[1] + part.up());
            all[2] = Math.max(all[2], one[2] + part.right());
            all[3] = Math.max(all[3], one[3] + part.up());
        }
        return all;
    }

    /** The table of limits: made glyphs nest one level deeper than those of the font, and nothing has instructions. */
    private static byte[] limits(byte[] maxp, int glyphs, int mostParts) {
        var limits = ByteBuffer.wrap(maxp).putShort(4, (short) glyphs);
        for (int composite : new int[] {10, 12}) {
            limits.putShort(composite, (short)
                    Math.max(limits.getShort(composite), mostParts * limits.getShort(composite - 4)));
        }
        limits.putShort(26, (short) 0)
                .putShort(28, (short) Math.max(mostParts, limits.getShort(28)))
                .putShort(30, (short) (limits.getShort(30) + 1));
        return limits.array();
    }

    private static byte[] assemble(SortedMap<String, byte[]> tables) {
        int count = tables.size();
        int offset = 12 + 16 * count;
        int size = offset
                + tables.values().stream()
                        .mapToInt(table -> padded(table.length))
                        .sum();
        int power = Integer.highestOneBit(count);
        var out = ByteBuffer.allocate(size)
                .putInt(0x10000)
                .putShort((short) count)
                .putShort((short) (16 * power))
                .putShort((short) Integer.numberOfTrailingZeros(power))
                .putShort((short) (16 * (count - power)));
        int head = 0;
        for (var table : tables.entrySet()) {
            byte[] bytes = Arrays.copyOf(table.getValue(), padded(table.getValue().length));
            out.put(table.getKey().getBytes(StandardCharsets.US_ASCII))
                    .putInt(sum(ByteBuffer.wrap(bytes)))
                    .putInt(offset)
                    .putInt(table.getValue().length);
            out.put(offset, bytes);
            if (table.getKey().equals("head")) {
                head = offset;
            }
            offset += bytes.length;
        }
        out.putInt(head + 8, 0xB1B0AFBA - sum(out.duplicate().rewind()));
        return out.array();
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    private static int sum(ByteBuffer bytes) {
        int sum = 0;
        while (bytes.hasRemaining()) {
            sum += bytes.getInt();
        }
        return sum;
    }
}
