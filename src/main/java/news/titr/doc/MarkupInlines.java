package news.titr.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Runs of text in {@link Markup}: strong, emphasis, links, language, and the backslash that switches them off. */
final class MarkupInlines {

    private static final String SPECIAL = "\\*[]";
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

    private final String text;
    private final List<Inline> runs = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();

    private MarkupInlines(String text) {
        this.text = text;
    }

    // ---- reading

    static List<Inline> read(String text) {
        var reader = new MarkupInlines(text);
        reader.read(0, text.length(), List.of());
        return List.copyOf(reader.runs);
    }

    private void read(int from, int to, List<Mark> marks) {
        int at = from;
        while (at < to) {
            char character = text.charAt(at);
            if (character == '\\' && at + 1 < to) {
                pending.append(text.charAt(at + 1));
                at += 2;
            } else if (character == '*') {
                at = star(at, to, marks);
            } else if (character == '[') {
                at = bracket(at, to, marks);
            } else {
                pending.append(character);
                at++;
            }
        }
        flush(marks);
    }

    private int star(int at, int to, List<Mark> marks) {
        String fence = text.startsWith("**", at) && at + 1 < to ? "**" : "*";
        int inside = at + fence.length();
        int end = closing(fence, inside, to);
        if (end <= inside || isSpace(inside) || isSpace(end - 1)) {
            pending.append(fence);
            return inside;
        }
        flush(marks);
        read(inside, end, with(marks, fence.length() == 2 ? new Mark.Strong() : new Mark.Emphasis()));
        return end + fence.length();
    }

    /** Where the closing stars begin, or -1. A single star is not closed by one of two. */
    private int closing(String fence, int from, int to) {
        for (int at = from; at < to; at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == '*') {
                int stars = 1;
                while (at + stars < to && text.charAt(at + stars) == '*') {
                    stars++;
                }
                if (stars == fence.length() || (stars == 3 && fence.length() == 1)) {
                    return at;
                }
                if (stars == 3) {
                    return at + 1;
                }
                at += stars - 1;
            }
        }
        return -1;
    }

    private int bracket(int at, int to, List<Mark> marks) {
        int end = unescaped(']', at + 1, to);
        if (end > at + 1 && end + 1 < to) {
            char open = text.charAt(end + 1);
            int close = open == '(' ? unescaped(')', end + 2, to) : open == '{' ? text.indexOf('}', end + 2) : -1;
            if (close > end + 2 && close < to) {
                String target = unescape(text.substring(end + 2, close));
                if (open == '(' || LANGUAGE_TAG.matcher(target).matches()) {
                    flush(marks);
                    read(at + 1, end, with(marks, open == '(' ? new Mark.Link(target) : new Mark.Language(target)));
                    return close + 1;
                }
            }
        }
        pending.append('[');
        return at + 1;
    }

    private int unescaped(char wanted, int from, int to) {
        int depth = 0;
        for (int at = from; at < to; at++) {
            char character = text.charAt(at);
            if (character == '\\') {
                at++;
            } else if (character == '[' && wanted == ']') {
                depth++;
            } else if (character == wanted && depth-- == 0) {
                return at;
            }
        }
        return -1;
    }

    private boolean isSpace(int at) {
        return Character.isWhitespace(text.charAt(at));
    }

    private void flush(List<Mark> marks) {
        if (!pending.isEmpty()) {
            var last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && last.marks().equals(marks)) {
                runs.set(runs.size() - 1, new Inline(last.text() + pending, marks));
            } else {
                runs.add(new Inline(pending.toString(), marks));
            }
            pending.setLength(0);
        }
    }

    private static List<Mark> with(List<Mark> marks, Mark mark) {
        var more = new ArrayList<>(marks);
        more.add(mark);
        return more;
    }

    /** The cells of a table row, still marked up; a backslash before a bar keeps it in its cell. */
    static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        for (int at = 1; at < line.length(); at++) {
            char character = line.charAt(at);
            if (character == '\\' && at + 1 < line.length()) {
                char escaped = line.charAt(++at);
                cell.append(escaped == '|' ? "|" : "\\" + escaped);
            } else if (character == '|') {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(character);
            }
        }
        if (!cell.toString().isBlank()) {
            cells.add(cell.toString());
        }
        return cells;
    }

    static String unescape(String text) {
        var plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            plain.append(text.charAt(at));
        }
        return plain.toString();
    }

    // ---- writing

    static String write(List<Inline> runs) {
        var written = new StringBuilder();
        List<Mark> open = List.of();
        for (var run : runs) {
            int shared = 0;
            while (shared < Math.min(open.size(), run.marks().size())
                    && open.get(shared).equals(run.marks().get(shared))) {
                shared++;
            }
            open.subList(shared, open.size()).reversed().forEach(mark -> written.append(close(mark)));
            run.marks().subList(shared, run.marks().size()).forEach(mark -> written.append(open(mark)));
            written.append(escape(run.text(), SPECIAL).replace("\n", "\\\n"));
            open = run.marks();
        }
        open.reversed().forEach(mark -> written.append(close(mark)));
        return written.toString();
    }

    private static String open(Mark mark) {
        return switch (mark) {
            case Mark.Strong() -> "**";
            case Mark.Emphasis() -> "*";
            case Mark.Link _, Mark.Language _ -> "[";
        };
    }

    private static String close(Mark mark) {
        return switch (mark) {
            case Mark.Strong() -> "**";
            case Mark.Emphasis() -> "*";
            case Mark.Link(var address) -> "](" + escape(address, "\\)") + ")";
            case Mark.Language(var tag) -> "]{" + tag + "}";
        };
    }

    static String escape(String text, String special) {
        var escaped = new StringBuilder(text.length() + 8);
        for (int at = 0; at < text.length(); at++) {
            if (special.indexOf(text.charAt(at)) >= 0) {
                escaped.append('\\');
            }
            escaped.append(text.charAt(at));
        }
        return escaped.toString();
    }
}
