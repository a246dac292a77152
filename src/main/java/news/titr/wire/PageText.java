package news.titr.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import news.titr.language.Letters;

/** The bytes of a page as clean lines, or why they are not the text of a page. */
sealed interface PageText {

    record Lines(List<PageLine> lines) implements PageText {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    record Unreadable(String problem) implements PageText {}

    Pattern LINE_END = Pattern.compile("\r\n|[\n\r\u000B\f\u0085\u2028\u2029]");
    Pattern MARKUP = Pattern.compile("(?is)^\\s*(<!doctype\\s+html|<html|<\\?xml|<head|<body)\\b.*");

    String NOT_TEXT = "It is not text, or it is UTF-16 without a byte order mark";

    /** More control characters than one in so many characters, and it was never text. */
    int CONTROL_SHARE = 50;

    static PageText of(byte[] page) {
        if (page.length > PageReader.LARGEST) {
            return new Unreadable("It is larger than " + PageReader.LARGEST / (1024 * 1024) + " MB");
        }
        if (isKnownBinary(page)) {
            return new Unreadable(NOT_TEXT);
        }
        String text;
        try {
            text = decode(page);
        } catch (CharacterCodingException e) {
            return new Unreadable(
                    hasNul(page)
                            ? NOT_TEXT
                            : "It is not UTF-8; save it as UTF-8 (it may be Windows-1256) and try again");
        }
        long controls = text.chars().filter(PageText::isStrayControl).count();
        if (controls * CONTROL_SHARE > text.length()) {
            return new Unreadable(NOT_TEXT);
        }
        if (MARKUP.matcher(text.substring(0, Math.min(text.length(), 400))).matches()) {
            return new Unreadable("It is HTML or XML; what is wanted is the text that a browser shows");
        }
        var lines = lines(text);
        return lines.isEmpty() ? new Unreadable("It is empty") : new Lines(lines);
    }

    private static String decode(byte[] page) throws CharacterCodingException {
        if (startsWith(page, 0xFF, 0xFE)) {
            return strictly(page, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(page, 0xFE, 0xFF)) {
            return strictly(page, 2, StandardCharsets.UTF_16BE);
        }
        return strictly(page, startsWith(page, 0xEF, 0xBB, 0xBF) ? 3 : 0, StandardCharsets.UTF_8);
    }

    private static String strictly(byte[] page, int from, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .decode(ByteBuffer.wrap(page, from, page.length - from))
                .toString();
    }

    private static boolean isKnownBinary(byte[] page) {
        return startsWith(page, '%', 'P', 'D', 'F')
                || startsWith(page, 'P', 'K', 3, 4)
                || startsWith(page, 0x89, 'P', 'N', 'G')
                || startsWith(page, 0xFF, 0xD8, 0xFF)
                || startsWith(page, 'G', 'I', 'F', '8')
                || startsWith(page, 0x1F, 0x8B)
                || startsWith(page, 0xD0, 0xCF, 0x11, 0xE0);
    }

    private static boolean startsWith(byte[] page, int... beginning) {
        if (page.length < beginning.length) {
            return false;
        }
        for (int i = 0; i < beginning.length; i++) {
            if ((page[i] & 0xFF) != beginning[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasNul(byte[] page) {
        for (byte b : page) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStrayControl(int c) {
        return Character.isISOControl(c) && c != '\t' && !isLineEnd(c);
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r' || c == 0x0B || c == '\f' || c == 0x85;
    }

    private static List<PageLine> lines(String text) {
        var lines = new ArrayList<PageLine>();
        boolean afterBlank = true;
        int number = 0;
        for (String raw : LINE_END.split(text, -1)) {
            number++;
            String line = clean(raw);
            if (line.isEmpty()) {
                afterBlank = true;
            } else {
                lines.add(new PageLine(number, line, afterBlank));
                afterBlank = false;
            }
        }
        return WrappedLines.join(lines);
    }

    /** One line with Persian letters and single spaces, without what cannot be seen; the half-space stays. */
    static String clean(String raw) {
        var line = new StringBuilder(raw.length());
        boolean space = false;
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space = true;
            } else if (isOldHalfSpace(c) && isBetweenLetters(raw, i - 1)) {
                line.append(Letters.HALF_SPACE);
            } else if (!isJunk(c)) {
                if (space && !line.isEmpty()) {
                    line.append(' ');
                }
                space = false;
                line.appendCodePoint(c);
            }
        }
        String clean = Letters.repair(Normalizer.normalize(line, Normalizer.Form.NFC));
        boolean visible = clean.chars().anyMatch(c -> c != Letters.HALF_SPACE && c != ' ');
        return visible ? clean : "";
    }

    /** What word processors and older systems put between Persian letters for the half-space. */
    private static boolean isOldHalfSpace(int c) {
        return c == 0x00AD || c == 0x00AC;
    }

    private static boolean isBetweenLetters(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Letters.isArabicScript(text.charAt(at - 1))
                && Letters.isArabicScript(text.charAt(at + 1));
    }

    private static boolean isJunk(int c) {
        return Letters.isInvisible(c)
                || Character.isISOControl(c)
                || c == 0xFFFC
                || c == 0xFFFD
                || c >= 0xFE00 && c <= 0xFE0F
                || Character.getType(c) == Character.SURROGATE
                || Character.getType(c) == Character.UNASSIGNED;
    }
}
