package news.titr.wire.moving;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/**
 * The characters of an XML file in the encoding that it says: strictly, since a wrong one makes every word wrong. Control
 * characters, which XML has no place for and old systems let through all the same, become blanks. Tags and comments that never
 * end are refused: a parser would keep them in memory whole.
 */
final class XmlCharacters extends Reader {

    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");
    private static final int LONGEST_MARKUP = 1_000_000;
    private static final int HEAD = 1024;
    private static final int LONGEST_REFERENCE = 34;
    private static final Pattern SOUND = Pattern.compile("amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6}");
    private static final String CDATA = "![CDATA[";

    private final String file;
    private final Charset charset;
    private final Reader reader;
    private final char[] raw = new char[1 << 14];
    private int at;
    private int end;

    /** Takes the place of what stood there. */
    private String mended = "";

    private int mendedAt;
    private long line = 1;
    private long skippedLines;
    private boolean atEnd;

    private boolean inTag;
    private boolean inCdata;
    private int markup;
    private int cdataStart;
    private int closing;

    private XmlCharacters(String file, Charset charset, Reader reader) {
        this.file = file;
        this.charset = charset;
        this.reader = reader;
    }

    static XmlCharacters of(String file, InputStream in) throws IOException {
        var buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(HEAD);
        byte[] head = buffered.readNBytes(HEAD);
        buffered.reset();
        var charset = charset(file, head);
        int before = before(head);
        buffered.skipNBytes(before);
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var characters = new XmlCharacters(file, charset, new InputStreamReader(buffered, decoder));
        for (int i = 0; i < before; i++) {
            characters.skippedLines += head[i] == '\n' ? 1 : 0;
        }
        characters.line += characters.skippedLines;
        return characters;
    }

    /** What stands before a document: a mark, empty lines, and what a server complained of while it was asked for the file. */
    private static int before(byte[] head) {
        if (startsWith(head, 0xFE, 0xFF) || startsWith(head, 0xFF, 0xFE)) {
            return 2;
        }
        int declared = new String(head, StandardCharsets.ISO_8859_1).indexOf("<?xml ");
        if (declared >= 0) {
            return declared;
        }
        int at = startsWith(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        while (at < head.length && head[at] > 0 && Character.isWhitespace(head[at])) {
            at++;
        }
        return at;
    }

    private static Charset charset(String file, byte[] head) {
        if (startsWith(head, 0xFE, 0xFF) || startsWith(head, 0, '<', 0, '?')) {
            return StandardCharsets.UTF_16BE;
        }
        if (startsWith(head, 0xFF, 0xFE) || startsWith(head, '<', 0, '?', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        Matcher declared = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        String name = declared.find() ? declared.group(1) : "UTF-8";
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new BadArchive(
                    file + ": It says that it is in the encoding " + name
                            + ", which nobody knows here; convert it to UTF-8, with iconv for example",
                    e);
        }
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Lines before the document, which its parser never sees. */
    long skippedLines() {
        return skippedLines;
    }

    boolean isAtEnd() {
        return atEnd;
    }

    @Override
    public int read(char[] characters, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            if (mendedAt < mended.length()) {
                characters[offset + count++] = mended.charAt(mendedAt++);
                continue;
            }
            if (at >= end && !fill()) {
                break;
            }
            char unit = raw[at];
            if (unit == '&' && !inCdata && mendReference()) {
                continue;
            }
            at++;
            follow(unit);
            boolean control = unit < ' ' && unit != '\n' && unit != '\t' && unit != '\r';
            characters[offset + count++] = control || unit == '\uFFFE' || unit == '\uFFFF' ? ' ' : unit;
            if (unit == '\n') {
                line++;
            }
        }
        if (count == 0 && length > 0) {
            atEnd = true;
            return -1;
        }
        return count;
    }

    /** Reads on behind what is still to be taken; false at the end of the file. */
    private boolean fill() throws IOException {
        System.arraycopy(raw, at, raw, 0, end - at);
        end -= at;
        at = 0;
        try {
            int more = reader.read(raw, end, raw.length - end);
            end += Math.max(more, 0);
            return more > 0;
        } catch (CharacterCodingException e) {
            throw new BadArchive(
                    file + ": after line " + line + ": It is not in the encoding that it says, " + charset.name()
                            + "; convert it to UTF-8, with iconv for example",
                    e);
        }
    }

    /**
     * Old systems write addresses with a bare ampersand, and names of characters that only HTML has. Both are read as what
     * was meant; answers whether something was put in its place.
     */
    private boolean mendReference() throws IOException {
        while (end - at < LONGEST_REFERENCE && fill()) {
            // until a whole reference is there
        }
        int close = at + 1;
        while (close < end && close - at < LONGEST_REFERENCE && isPartOfReference(raw[close])) {
            close++;
        }
        String name = new String(raw, at + 1, close - at - 1);
        boolean closed = close < end && raw[close] == ';' && !name.isEmpty();
        if (closed && SOUND.matcher(name).matches()) {
            return false;
        }
        boolean ofHtml = closed && Entities.isNamedEntity(name) && !name.startsWith("#");
        mended = ofHtml ? Entities.getByName(name) : "&amp;";
        mendedAt = 0;
        at = ofHtml ? close + 1 : at + 1;
        return true;
    }

    private static boolean isPartOfReference(char unit) {
        return unit < 0x80 && Character.isLetterOrDigit(unit) || unit == '#';
    }

    /** Knows at every character whether it is text, which may be long, or part of a tag or comment. */
    private void follow(char unit) {
        if (inCdata) {
            closing = unit == ']' ? Math.min(closing + 1, 2) : unit == '>' && closing == 2 ? 3 : 0;
            if (closing == 3) {
                inCdata = false;
            }
        } else if (!inTag) {
            if (unit == '<') {
                inTag = true;
                markup = 0;
                cdataStart = 0;
            }
        } else {
            markup++;
            if (cdataStart >= 0 && unit == CDATA.charAt(cdataStart)) {
                cdataStart++;
                if (cdataStart == CDATA.length()) {
                    inCdata = true;
                    inTag = false;
                    closing = 0;
                }
            } else {
                cdataStart = -1;
                if (unit == '>') {
                    inTag = false;
                } else if (markup > LONGEST_MARKUP) {
                    throw new BadArchive(file + ": line " + line + ": A tag or comment is longer than " + LONGEST_MARKUP
                            + " characters; refused");
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
