package news.titr.print;

import java.text.Normalizer;

/**
 * Text reduced to what a font can draw, because one missing glyph makes a file fail the archive standards. Letters that
 * the font lacks are shown as U+FFFD rather than dropped: what is missing must be seen. Pictographs are dropped.
 */
final class ReadableText {

    private static final int REPLACEMENT = 0xFFFD;
    private static final String BULLETS =
            "\u25A0\u25A1\u25AA\u25AB\u25B2\u25BA\u25BC\u25C4\u25C6\u25CB\u25CF\u2605\u2606\u2713\u2714";

    private ReadableText() {}

    /** NFC; white space folded to single spaces, but for line feeds and no-break spaces, which stay. */
    static String of(String text, Typeface face) {
        var out = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(character -> append(character, face, out));
        return out.toString();
    }

    private static void append(int character, Typeface face, StringBuilder out) {
        int type = Character.getType(character);
        if (character == '\n' || character == 0x2028 || character == 0x2029) {
            trimEnd(out);
            out.append('\n');
        } else if (character == 0xA0 || character == 0x202F || character == 0x2007) {
            out.append('\u00A0');
        } else if (Character.isWhitespace(character) || type == Character.SPACE_SEPARATOR) {
            if (out.isEmpty() || " \n".indexOf(out.charAt(out.length() - 1)) < 0) {
                out.append(' ');
            }
        } else if (character == 0x200C || character == 0x200D || BidiText.isControl(character)) {
            out.appendCodePoint(character);
        } else if (isSilent(character, type)) {
            return;
        } else if (isPresentationForm(character)) {
            out.append(compatible(character, face));
        } else if (face.draws(character)) {
            out.appendCodePoint(character);
        } else {
            out.append(compatible(character, face));
        }
    }

    private static boolean isSilent(int character, int type) {
        return type == Character.FORMAT
                || type == Character.CONTROL
                || type == Character.UNASSIGNED
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || character >= 0xFE00 && character <= 0xFE0F // how to draw an emoji
                || character == 0x20E3
                || character == 0xAD;
    }

    /** Letters already shaped, as old systems stored them: they would be read back as other characters. */
    private static boolean isPresentationForm(int character) {
        return character >= 0xFB00 && character <= 0xFDFB || character >= 0xFE70 && character <= 0xFEFC;
    }

    /** The closest text that the font has: full-width and circled letters, letters without an accent. */
    private static String compatible(int character, Typeface face) {
        if (BULLETS.indexOf(character) >= 0) {
            return "•";
        }
        if (Character.isExtendedPictographic(character) || Character.isEmojiComponent(character)) {
            return "";
        }
        var out = new StringBuilder();
        Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD)
                .codePoints()
                .filter(part -> face.draws(part) || Character.getType(part) != Character.NON_SPACING_MARK)
                .map(part -> face.draws(part) || part == ' ' ? part : REPLACEMENT)
                .forEach(out::appendCodePoint);
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    private static void trimEnd(StringBuilder out) {
        while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
    }
}
