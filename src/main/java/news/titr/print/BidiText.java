package news.titr.print;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import news.titr.print.Typeface.GlyphRun;

/**
 * Styled text cut into pieces of one direction and one style, either a space or no space at all, each shaped. Uses the
 * Unicode bidirectional algorithm as {@link Bidi} has it, helped where its result would mislead a reader.
 */
final class BidiText {

    /** What a piece is to the line breaker. */
    enum Kind {
        WORD,
        SPACE,
        /** A place without width where a long word may be broken. */
        BREAK
    }

    /**
     * @param start where the piece begins in the paragraph, to put pieces back into reading order
     * @param level its bidi level: odd is right to left
     */
    record Piece(int start, int level, Style style, Kind kind, String text, GlyphRun run) {
        float width() {
            return run.advance() * style.size() / style.face().tables.unitsPerEm;
        }

        boolean rightToLeft() {
            return (level & 1) == 1;
        }
    }

    private static final char ARABIC_LETTER_MARK = '\u061C';
    private static final char LEFT_TO_RIGHT_ISOLATE = '\u2066';
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char END_OF_ISOLATE = '\u2069';
    private static final int LONG = 24;
    private static final String BREAK_AFTER = "/?&=.-_@";

    /** What reads from left to right inside Persian, though the algorithm alone would turn it round. */
    private static final Pattern ALWAYS_LEFT_TO_RIGHT = Pattern.compile(String.join(
            "|",
            "https?://[^\\s()«»،؛]+",
            "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+", // e-mail
            "\\+\\d[\\d -]{6,}\\d", // telephone
            "\\d{4}-\\d{1,2}-\\d{1,2}", // ISO date
            "(?<![\\p{L}\\p{N}])[+\\-\u2212][\\d۰-۹]+(?:[.,٫٬][\\d۰-۹]+)*[%٪]?", // signed number
            "[$€£]\\d[\\d.,]*\\d|[$€£]\\d", // price
            "\\d+[–-]\\d+(?= [A-Za-z])",
            "[A-Za-z]+(?:\\+\\+|#)")); // C++, C#

    private final boolean rightToLeft;
    private final StringBuilder text = new StringBuilder();
    private final List<Style> styles = new ArrayList<>();

    private BidiText(boolean rightToLeft) {
        this.rightToLeft = rightToLeft;
    }

    /** The pieces of each line between line feeds, in reading order. */
    static List<List<Piece>> lines(List<StyledText> runs, boolean rightToLeft) {
        var lines = new ArrayList<List<Piece>>();
        var line = new BidiText(rightToLeft);
        for (var run : runs) {
            var parts = ReadableText.of(run.text(), run.style().face()).split("\n", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    line.add(" ", run.style()); // else a reader would take the words at the break for one
                    lines.add(line.pieces());
                    line = new BidiText(rightToLeft);
                }
                line.add(parts[i], run.style());
            }
        }
        lines.add(line.pieces());
        return lines;
    }

    static boolean isControl(int character) {
        return character == ARABIC_LETTER_MARK
                || character == 0x200E
                || character == 0x200F
                || character >= 0x202A && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069;
    }

    /** The direction of a paragraph: the story's own, unless its text has only letters of the other one. */
    static boolean isRightToLeft(String text, boolean storyIsRightToLeft) {
        boolean rightToLeft = text.codePoints().anyMatch(BidiText::isRightToLeftLetter);
        boolean leftToRight = text.codePoints()
                .anyMatch(
                        character -> Character.getDirectionality(character) == Character.DIRECTIONALITY_LEFT_TO_RIGHT);
        return rightToLeft == leftToRight ? storyIsRightToLeft : rightToLeft;
    }

    private static boolean isRightToLeftLetter(int character) {
        byte directionality = Character.getDirectionality(character);
        return directionality == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || directionality == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private void add(String part, Style style) {
        boolean foreign = style.anchor() != null && !style.anchor().language().isEmpty();
        if (foreign) {
            append(FIRST_STRONG_ISOLATE, style);
        }
        for (int i = 0; i < part.length(); i++) {
            append(part.charAt(i), style);
        }
        if (foreign) {
            append(END_OF_ISOLATE, style);
        }
    }

    private void append(char unit, Style style) {
        text.append(unit);
        styles.add(style);
    }

    private void insert(int at, char unit) {
        text.insert(at, unit);
        styles.add(at, styles.get(Math.min(at, styles.size() - 1)));
    }

    private List<Piece> pieces() {
        if (text.isEmpty()) {
            return List.of();
        }
        if (rightToLeft) {
            isolate();
        }
        var bidi = new Bidi(text.toString(), rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        var pieces = new ArrayList<Piece>();
        for (int from = 0; from < text.length(); ) {
            int to = from + 1;
            char first = text.charAt(from);
            if (isControl(first)) {
                from = to;
                continue;
            }
            int level = bidi.getLevelAt(from);
            var style = styles.get(from);
            while (first != ' ' && to < text.length() && continues(to, level, style, bidi)) {
                to++;
            }
            if (first == ' ') {
                pieces.add(piece(from, to, level, style, Kind.SPACE));
            } else {
                addWord(pieces, from, to, level, style);
            }
            from = to;
        }
        return pieces;
    }

    private boolean continues(int at, int level, Style style, Bidi bidi) {
        char unit = text.charAt(at);
        return unit != ' ' && !isControl(unit) && bidi.getLevelAt(at) == level && styles.get(at) == style;
    }

    private void isolate() {
        var matcher = ALWAYS_LEFT_TO_RIGHT.matcher(text.toString());
        int shift = 0;
        while (matcher.find()) {
            insert(matcher.start() + shift++, LEFT_TO_RIGHT_ISOLATE);
            insert(matcher.end() + shift++, END_OF_ISOLATE);
        }
        if (!Character.isLetter(text.codePointAt(0))) {
            // without a letter before them, Latin digits would not behave as numbers in Persian text
            insert(0, ARABIC_LETTER_MARK);
        }
    }

    /** A long Latin word, in practice an address, may be broken where its parts meet. */
    private void addWord(List<Piece> pieces, int from, int to, int level, Style style) {
        if (to - from > LONG && (level & 1) == 0) {
            int begin = from;
            for (int i = from + 1; i < to; i++) {
                boolean after = BREAK_AFTER.indexOf(text.charAt(i - 1)) >= 0;
                if (after && BREAK_AFTER.indexOf(text.charAt(i)) < 0 && i - begin > 2 && to - i > 2) {
                    pieces.add(piece(begin, i, level, style, Kind.WORD));
                    pieces.add(new Piece(i, level, style, Kind.BREAK, "", GlyphRun.EMPTY));
                    begin = i;
                }
            }
            pieces.add(piece(begin, to, level, style, Kind.WORD));
        } else {
            pieces.add(piece(from, to, level, style, Kind.WORD));
        }
    }

    private Piece piece(int from, int to, int level, Style style, Kind kind) {
        String part = text.substring(from, to);
        return new Piece(from, level, style, kind, part, style.face().shape(part, (level & 1) == 1));
    }
}
