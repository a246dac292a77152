package news.titr.doc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs of marked text inside one block of the markup, both ways. Reading takes time in proportion to the text: a mark
 * that is opened and never closed becomes the characters that it was typed with.
 */
final class MarkupRuns {

    /** No address or language tag that people type is longer; a bound keeps hostile text from costing a scan each. */
    private static final int LONGEST_ADDRESS = 2048;

    private static final int LONGEST_TAG = 35;

    private enum Opener {
        STRONG,
        EMPHASIS,
        BRACKET
    }

    /** What has been read: text, or the beginning or the end of a mark. */
    private sealed interface Piece {
        record Text(String text) implements Piece {}

        record Open(Mark mark) implements Piece {}

        record Close() implements Piece {}
    }

    private record Opened(Opener kind, int piece) {}

    private final String raw;
    private final List<Piece> pieces = new ArrayList<>();
    private final ArrayList<Opened> opened = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();
    private boolean afterSpace;

    private MarkupRuns(String raw) {
        this.raw = raw;
    }

    // ---- reading

    static List<Inline> read(String raw) {
        var reader = new MarkupRuns(raw);
        reader.scan();
        return reader.runs();
    }

    private void scan() {
        int i = 0;
        while (i < raw.length()) {
            char character = raw.charAt(i);
            switch (character) {
                case '\\' -> {
                    pending.append(i + 1 < raw.length() ? raw.charAt(i + 1) : '\n');
                    i += 2;
                }
                case '*' -> i = stars(i);
                case '[' -> {
                    open(Opener.BRACKET, "[");
                    i++;
                }
                case ']' -> i = bracket(i);
                default -> {
                    pending.append(character);
                    i++;
                }
            }
            afterSpace = character != '\\' && MarkupLine.isSpace(character);
        }
        flush();
    }

    private void flush() {
        if (!pending.isEmpty()) {
            pieces.add(new Piece.Text(pending.toString()));
            pending.setLength(0);
        }
    }

    private void open(Opener kind, String typed) {
        flush();
        opened.add(new Opened(kind, pieces.size()));
        pieces.add(new Piece.Text(typed));
    }

    /** Closes the nearest opener of a kind; those opened after it stay the text that they were typed as. */
    private void close(Opener kind, Mark mark) {
        flush();
        int at = nearest(kind);
        pieces.set(opened.get(at).piece(), new Piece.Open(mark));
        pieces.add(new Piece.Close());
        opened.subList(at, opened.size()).clear();
    }

    private int nearest(Opener kind) {
        for (int i = opened.size() - 1; i >= 0; i--) {
            if (opened.get(i).kind() == kind) {
                return i;
            }
        }
        return -1;
    }

    private int stars(int start) {
        int end = start;
        while (end < raw.length() && raw.charAt(end) == '*') {
            end++;
        }
        boolean mayClose = start > 0 && !afterSpace;
        boolean mayOpen = end < raw.length() && !MarkupLine.isSpace(raw.charAt(end));
        int left = end - start;
        while (left > 0) {
            int used = mayClose ? closeStars(left, mayOpen) : 0;
            if (used == 0) {
                used = left;
                if (mayOpen && left <= 3) {
                    if (left >= 2) {
                        open(Opener.STRONG, "**");
                    }
                    if (left != 2) {
                        open(Opener.EMPHASIS, "*");
                    }
                } else {
                    pending.repeat('*', left);
                }
            }
            left -= used;
        }
        return end;
    }

    /** How many of the stars close something. */
    private int closeStars(int stars, boolean mayOpen) {
        Opener last = opened.isEmpty() ? Opener.BRACKET : opened.getLast().kind();
        if (stars >= 2 && nearest(Opener.STRONG) >= 0 && (last != Opener.EMPHASIS || stars == 2)) {
            close(Opener.STRONG, new Mark.Strong());
            return 2;
        }
        boolean opensStrong = stars == 2 && mayOpen;
        if (nearest(Opener.EMPHASIS) >= 0 && !opensStrong) {
            close(Opener.EMPHASIS, new Mark.Emphasis());
            return 1;
        }
        return 0;
    }

    /** A closing bracket makes a link or a language of what follows the opening one, if an address or tag comes next. */
    private int bracket(int at) {
        int open = nearest(Opener.BRACKET);
        if (open < 0) {
            pending.append(']');
            return at + 1;
        }
        char next = at + 1 < raw.length() ? raw.charAt(at + 1) : ' ';
        int end = next == '(' ? addressEnd(at + 2) : next == '{' ? tagEnd(at + 2) : -1;
        if (end < 0) {
            opened.subList(open, opened.size()).clear();
            pending.append(']');
            return at + 1;
        }
        String inside = raw.substring(at + 2, end);
        close(Opener.BRACKET, next == '(' ? new Mark.Link(MarkupLine.unescape(inside)) : new Mark.Language(inside));
        return end + 1;
    }

    private int addressEnd(int start) {
        int depth = 0;
        int limit = Math.min(raw.length(), start + LONGEST_ADDRESS);
        for (int i = start; i < limit; i++) {
            char character = raw.charAt(i);
            if (character == '\\') {
                i++;
            } else if (MarkupLine.isSpace(character)) {
                return -1;
            } else if (character == '(') {
                depth++;
            } else if (character == ')') {
                if (depth == 0) {
                    return i > start ? i : -1;
                }
                depth--;
            }
        }
        return -1;
    }

    private int tagEnd(int start) {
        int limit = Math.min(raw.length(), start + LONGEST_TAG + 1);
        for (int i = start; i < limit; i++) {
            char character = raw.charAt(i);
            if (character == '}') {
                return i > start ? i : -1;
            }
            boolean inTag = character == '-'
                    || character >= '0' && character <= '9'
                    || (character | 0x20) >= 'a' && (character | 0x20) <= 'z';
            if (!inTag) {
                return -1;
            }
        }
        return -1;
    }

    /** Text with the marks that are open around it; neighbours with the same marks become one run. */
    private List<Inline> runs() {
        var runs = new ArrayList<Inline>();
        var marks = new ArrayList<Mark>();
        var text = new StringBuilder();
        @Nullable List<Mark> current = null;
        for (var piece : pieces) {
            switch (piece) {
                case Piece.Open(var mark) -> marks.add(mark);
                case Piece.Close() -> marks.removeLast();
                case Piece.Text(var more) -> {
                    if (current != null && !current.equals(marks)) {
                        runs.add(new Inline(text.toString(), current));
                        text.setLength(0);
                    }
                    current = List.copyOf(marks);
                    text.append(more);
                }
            }
        }
        if (current != null) {
            runs.add(new Inline(text.toString(), current));
        }
        return runs;
    }

    // ---- writing

    /** Raw text of these runs. Marks that neighbours share stay open between them. */
    static String write(List<Inline> runs, String special) {
        var raw = new StringBuilder();
        List<Mark> open = List.of();
        for (int i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            var next = i + 1 < runs.size() ? runs.get(i + 1).marks() : List.<Mark>of();
            int shared = shared(open, run.marks());
            closeTo(raw, open, shared);
            for (var mark : run.marks().subList(shared, run.marks().size())) {
                raw.append(opening(mark));
            }
            boolean first = i == 0 || !run.marks().equals(open);
            boolean last = i + 1 == runs.size() || !next.equals(run.marks());
            text(raw, run.text(), special, first, last);
            open = run.marks();
        }
        closeTo(raw, open, 0);
        return raw.toString();
    }

    private static int shared(List<Mark> open, List<Mark> wanted) {
        int shared = 0;
        while (shared < open.size()
                && shared < wanted.size()
                && open.get(shared).equals(wanted.get(shared))) {
            shared++;
        }
        return shared;
    }

    private static void closeTo(StringBuilder raw, List<Mark> open, int depth) {
        for (int i = open.size() - 1; i >= depth; i--) {
            raw.append(
                    switch (open.get(i)) {
                        case Mark.Strong() -> "**";
                        case Mark.Emphasis() -> "*";
                        case Mark.Link(var address) -> "](" + MarkupLine.escape(address, "() \t|") + ")";
                        case Mark.Language(var tag) -> "]{" + tag + "}";
                    });
        }
    }

    private static String opening(Mark mark) {
        return switch (mark) {
            case Mark.Strong() -> "**";
            case Mark.Emphasis() -> "*";
            case Mark.Link _, Mark.Language _ -> "[";
        };
    }

    private static void text(StringBuilder raw, String text, String special, boolean first, boolean last) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean lineStart =
                    i == 0 ? raw.isEmpty() || raw.charAt(raw.length() - 1) == '\n' : text.charAt(i - 1) == '\n';
            boolean edge = i == 0 && first
                    || i == text.length() - 1 && last
                    || lineStart
                    || i + 1 < text.length() && text.charAt(i + 1) == '\n';
            boolean disarm = "\\*[]\n".indexOf(character) >= 0
                    || special.indexOf(character) >= 0
                    || edge && MarkupLine.isSpace(character)
                    || lineStart && MarkupLine.isDash(character);
            if (disarm) {
                raw.append('\\');
            }
            raw.append(character);
        }
    }
}
