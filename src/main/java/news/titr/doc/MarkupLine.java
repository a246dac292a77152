package news.titr.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What reader and writer of the markup must agree on: what a line begins, and how the backslash works. */
final class MarkupLine {

    enum Kind {
        BLANK,
        FENCE,
        QUOTE,
        KICKER,
        SUBHEAD,
        BULLET,
        NUMBERED,
        CAPTION,
        TABLE,
        SEPARATOR,
        PICTURE,
        READ_ALSO,
        EMBED,
        PLAIN
    }

    static final String FENCE = "```";

    /** How JSON may be opened; between bare fences it is taken for a block. */
    private static final Set<String> FENCES = Set.of(FENCE, FENCE + "block", FENCE + "unknown");

    /** A number as people type it before an item: {@code 1.}, {@code ۱)} or {@code ۱-}, then a space. */
    static final Pattern NUMBERED = Pattern.compile("([0-9\u06F0-\u06F9\u0660-\u0669]{1,3})[.)\\-](?:[ \t]+|$)");

    private MarkupLine() {}

    /** Splits at line feeds, carriage returns and pairs of both, and nowhere else. */
    static List<String> lines(String text) {
        return List.of(text.split("\r\n|\r|\n", -1));
    }

    static Kind kind(String line) {
        String text = strip(line);
        if (text.isEmpty()) {
            return Kind.BLANK;
        }
        return switch (text.charAt(0)) {
            case '`' -> FENCES.contains(text) ? Kind.FENCE : Kind.PLAIN;
            case '>' -> Kind.QUOTE;
            case '^' -> text.startsWith("^ ") ? Kind.KICKER : Kind.PLAIN;
            case '#' -> text.startsWith("## ") || text.startsWith("### ") ? Kind.SUBHEAD : Kind.PLAIN;
            case '|' -> {
                if (text.startsWith("|+ ")) {
                    yield Kind.CAPTION;
                }
                yield cells(text).isEmpty() ? Kind.PLAIN : Kind.TABLE;
            }
            case '•', '*', '-' -> {
                if (text.equals("•") || text.equals("***")) {
                    yield Kind.SEPARATOR;
                }
                yield text.equals("-") || isSpace(text, 1) ? Kind.BULLET : Kind.PLAIN;
            }
            case '!' -> text.startsWith("![") ? Kind.PICTURE : Kind.PLAIN;
            case '=' -> text.startsWith("=>") ? Kind.READ_ALSO : Kind.PLAIN;
            case '<' -> text.startsWith("<<") ? Kind.EMBED : Kind.PLAIN;
            default -> NUMBERED.matcher(text).lookingAt() ? Kind.NUMBERED : Kind.PLAIN;
        };
    }

    /** The raw cells of a table's row, or none when the line does not have two bars at least. */
    static List<String> cells(String row) {
        var cells = new ArrayList<String>();
        int start = 1;
        for (int i = 1; i < row.length(); i++) {
            if (row.charAt(i) == '\\') {
                i++;
            } else if (row.charAt(i) == '|') {
                cells.add(strip(row.substring(start, i)));
                start = i + 1;
            }
        }
        String rest = start < row.length() ? strip(row.substring(start)) : "";
        if (!cells.isEmpty() && !rest.isEmpty()) {
            cells.add(rest);
        }
        return cells;
    }

    /** True for the dashes that begin the line with a quote's speaker. */
    static boolean isDash(char character) {
        return character == '—' || character == '–' || character == '―';
    }

    static boolean isSpace(char character) {
        return character == ' ' || character == '\t';
    }

    private static boolean isSpace(String text, int index) {
        return index < text.length() && isSpace(text.charAt(index));
    }

    /** Without spaces and tabs at both ends, save one that a backslash keeps. */
    static String strip(String raw) {
        int start = 0;
        while (isSpace(raw, start)) {
            start++;
        }
        int end = raw.length();
        while (end > start && isSpace(raw, end - 1)) {
            end--;
        }
        return end < raw.length() && endsInBackslash(raw.substring(start, end))
                ? raw.substring(start, end + 1)
                : raw.substring(start, end);
    }

    /** True when the last character is a backslash that no other backslash has taken its meaning from. */
    static boolean endsInBackslash(String raw) {
        int backslashes = 0;
        while (backslashes < raw.length() && raw.charAt(raw.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    /** The text that raw text stands for where marks have no meaning. A backslash at the very end is a line break. */
    static String unescape(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        var text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char character = raw.charAt(i);
            if (character == '\\') {
                i++;
                text.append(i < raw.length() ? raw.charAt(i) : '\n');
            } else {
                text.append(character);
            }
        }
        return text.toString();
    }

    /** Raw text that {@link #unescape} reads as this text, with the special characters disarmed. */
    static String escape(String text, String special) {
        var raw = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean edge = i == 0 || i == text.length() - 1 || text.charAt(i - 1) == '\n' || text.charAt(i + 1) == '\n';
            if (character == '\\' || character == '\n' || special.indexOf(character) >= 0) {
                raw.append('\\');
            } else if (edge && isSpace(character)) {
                raw.append('\\');
            }
            raw.append(character);
        }
        return raw.toString();
    }
}
