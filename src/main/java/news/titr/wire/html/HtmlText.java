package news.titr.wire.html;

import java.util.ArrayList;
import java.util.List;
import news.titr.doc.Inline;
import news.titr.doc.Mark;

/** Puts runs of text together as a browser would show them: white space is one space, and none at the edges. */
final class HtmlText {

    private final List<Inline> runs = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private List<Mark> marks = List.of();
    private char last = '\n';

    /** A text without marks, its white space as a browser shows it. */
    static List<Inline> line(String text) {
        var line = new HtmlText();
        line.add(text, List.of());
        return line.take();
    }

    /** Adds text as it stands between tags. */
    void add(String text, List<Mark> marks) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == ' ' || unit == '\n' || unit == '\t' || unit == '\r' || unit == '\f') {
                if (last != ' ' && last != '\n') {
                    put(' ', marks);
                }
            } else {
                put(sound(text, i), marks);
            }
        }
    }

    /** Adds text whose spaces and line ends count. */
    void addAsIs(String text, List<Mark> marks) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit != '\r') {
                put(unit == '\n' || unit == '\t' ? unit : sound(text, i), marks);
            }
        }
    }

    void lineBreak() {
        cutSpaces();
        put('\n', marks);
    }

    boolean endsInLineBreak() {
        return last == '\n';
    }

    boolean isEmpty() {
        return run.isEmpty() && runs.isEmpty();
    }

    /** Everything so far, and begins anew; nothing when there are only blanks. */
    List<Inline> take() {
        close();
        var text = trimmed(runs);
        runs.clear();
        last = '\n';
        return text;
    }

    private void put(char unit, List<Mark> now) {
        if (!now.equals(marks)) {
            close();
            marks = now;
        }
        run.append(unit);
        last = unit;
    }

    private void close() {
        if (!run.isEmpty()) {
            runs.add(new Inline(run.toString(), marks));
            run.setLength(0);
        }
    }

    private void cutSpaces() {
        while (!run.isEmpty() && run.charAt(run.length() - 1) == ' ') {
            run.setLength(run.length() - 1);
        }
    }

    /** No control character and no half of a surrogate pair: neither can be stored everywhere. */
    private static char sound(String text, int at) {
        char unit = text.charAt(at);
        if (unit < ' ' || unit == '\u007F') {
            return '\uFFFD';
        }
        if (Character.isHighSurrogate(unit)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1)) ? unit : '\uFFFD';
        }
        if (Character.isLowSurrogate(unit)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1)) ? unit : '\uFFFD';
        }
        return unit;
    }

    /** Without blanks at the edges; runs of the same marks as one. */
    static List<Inline> trimmed(List<Inline> runs) {
        int first = 0;
        int end = runs.size();
        while (first < end && isBlank(runs.get(first).text())) {
            first++;
        }
        while (end > first && isBlank(runs.get(end - 1).text())) {
            end--;
        }
        var trimmed = new ArrayList<Inline>();
        for (int i = first; i < end; i++) {
            String text = runs.get(i).text();
            text = i == first ? text.substring(leading(text)) : text;
            text = i == end - 1 ? text.substring(0, trailing(text)) : text;
            var before = trimmed.isEmpty() ? null : trimmed.getLast();
            if (before != null && before.marks().equals(runs.get(i).marks())) {
                trimmed.set(trimmed.size() - 1, new Inline(before.text() + text, before.marks()));
            } else {
                trimmed.add(new Inline(text, runs.get(i).marks()));
            }
        }
        return trimmed;
    }

    private static boolean isBlank(String text) {
        return leading(text) == text.length();
    }

    private static int leading(String text) {
        int at = 0;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int trailing(String text) {
        int at = text.length();
        while (at > 0 && isSpace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** The fixed space, with which editors fill empty paragraphs, and the mark at the start of files count as blank. */
    private static boolean isSpace(char unit) {
        return unit <= ' ' || unit == '\u00A0' || unit == '\uFEFF';
    }
}
