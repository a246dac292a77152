package news.titr.print;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One font: which characters it has, and text shaped by the JDK's HarfBuzz. Immutable but for a bounded memory of
 * shaped words; safe to share between threads and meant to be loaded once.
 */
final class Typeface {

    /** What the JDK puts in the place of a character that is not drawn, such as the half-space. */
    static final int NO_GLYPH = 0xFFFF;

    private static final FontRenderContext UNROUNDED = new FontRenderContext(null, true, true);
    private static final int MOST_REMEMBERED = 50_000;

    /**
     * Shaped text.
     *
     * @param glyphs from left to right, as they are seen
     * @param characters for each glyph the index of its first character in the text
     * @param x and {@code y}: where each glyph's origin is, in font units, y upwards
     * @param advance width of the whole, in font units
     */
    record GlyphRun(int[] glyphs, int[] characters, float[] x, float[] y, float advance) {
        static final GlyphRun EMPTY = new GlyphRun(new int[0], new int[0], new float[0], new float[0], 0);
    }

    final GlyphTables tables;
    private final Font font;
    private final Map<String, GlyphRun> rightToLeftWords = new ConcurrentHashMap<>();
    private final Map<String, GlyphRun> leftToRightWords = new ConcurrentHashMap<>();

    Typeface(byte[] file) throws IOException, FontFormatException {
        tables = new GlyphTables(file);
        font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file))
                .deriveFont(Map.of(
                        TextAttribute.SIZE, (float) tables.unitsPerEm,
                        TextAttribute.KERNING, TextAttribute.KERNING_ON,
                        TextAttribute.LIGATURES, TextAttribute.LIGATURES_ON));
    }

    boolean draws(int character) {
        return font.canDisplay(character);
    }

    /** True for a glyph that sits on another one: a vowel sign, a tashdid. */
    boolean isMark(int glyph) {
        return glyph != NO_GLYPH && tables.width(glyph) == 0;
    }

    GlyphRun shape(String text, boolean rightToLeft) {
        var words = rightToLeft ? rightToLeftWords : leftToRightWords;
        var known = words.get(text);
        if (known != null) {
            return known;
        }
        var shaped = layOut(text, rightToLeft);
        if (words.size() < MOST_REMEMBERED) {
            words.put(text, shaped);
        }
        return shaped;
    }

    private GlyphRun layOut(String text, boolean rightToLeft) {
        var vector = font.layoutGlyphVector(
                UNROUNDED,
                text.toCharArray(),
                0,
                text.length(),
                rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
        int count = vector.getNumGlyphs();
        float[] positions = vector.getGlyphPositions(0, count + 1, null);
        float[] x = new float[count];
        float[] y = new float[count];
        for (int i = 0; i < count; i++) {
            x[i] = positions[2 * i];
            y[i] = -positions[2 * i + 1];
        }
        return new GlyphRun(
                vector.getGlyphCodes(0, count, null),
                vector.getGlyphCharIndices(0, count, null),
                x,
                y,
                positions[2 * count]);
    }
}
