package news.titr.doc;

import java.util.List;

/** A run of text with the same marks, outermost mark first. A line feed in the text is a line break. */
public record Inline(String text, List<Mark> marks) {

    public Inline {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("A run of text is never empty");
        }
        marks = List.copyOf(marks);
    }

    /** Text without marks: one run, or none when it is empty. */
    public static List<Inline> plain(String text) {
        return text.isEmpty() ? List.of() : List.of(new Inline(text, List.of()));
    }

    /** The text of all runs, marks left out. */
    public static String text(List<Inline> runs) {
        var text = new StringBuilder();
        runs.forEach(run -> text.append(run.text()));
        return text.toString();
    }
}
