package news.titr.story;

import java.util.List;
import java.util.Optional;
import news.titr.doc.step.DocumentJson;
import news.titr.doc.step.Node;
import news.titr.doc.step.StepJson;
import news.titr.doc.step.StorySchema;

/** Follows a passage of a story's document through what is typed around it. */
final class Passages {

    private static final int LONGEST_QUOTE = 300;

    private Passages() {}

    /** Where a passage is after these steps; empty when all of it was deleted. */
    static Optional<Note.Passage> after(Note.Passage passage, List<LoggedStep> steps) {
        int from = passage.from();
        int to = passage.to();
        for (var logged : steps) {
            var map = StepJson.read(StorySchema.SCHEMA, DocumentJson.read(logged.json()))
                    .map();
            from = map.map(from, 1);
            to = map.map(to, -1);
            if (from >= to) {
                return Optional.empty();
            }
        }
        return Optional.of(new Note.Passage(from, to));
    }

    static boolean isWithin(Node document, Note.Passage passage) {
        return passage.from() >= 0 && passage.from() < passage.to() && passage.to() <= document.size() - 2;
    }

    /** What a passage says, blocks parted by a space. */
    static String quote(Node document, Note.Passage passage) {
        var quote = new StringBuilder();
        collect(document, 0, passage, quote);
        String text = quote.toString().strip();
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE - 1) + "…";
    }

    private static void collect(Node parent, int start, Note.Passage passage, StringBuilder quote) {
        int at = start;
        for (var child : parent.children()) {
            int end = at + child.size();
            if (end > passage.from() && at < passage.to()) {
                if (child.isText()) {
                    String text = child.textContent();
                    quote.append(text, Math.max(passage.from() - at, 0), Math.min(passage.to(), end) - at);
                } else {
                    if (!quote.isEmpty() && quote.charAt(quote.length() - 1) != ' ') {
                        quote.append(' ');
                    }
                    collect(child, at + 1, passage, quote);
                }
            }
            at = end;
        }
    }

    /** The one place in the document that says this; empty when there is none, or more than one. */
    static Optional<Note.Passage> find(Node document, String quote) {
        var finding = new Finding(quote);
        if (!quote.isBlank() && !quote.endsWith("…")) {
            finding.look(document, 0);
        }
        return finding.count == 1 ? Optional.of(finding.found) : Optional.empty();
    }

    private static final class Finding {
        private final String quote;
        private int count;
        private Note.Passage found = new Note.Passage(0, 0);

        Finding(String quote) {
            this.quote = quote;
        }

        void look(Node parent, int start) {
            boolean holdsText = parent.children().stream().anyMatch(Node::isText);
            if (holdsText) {
                String text = parent.textContent();
                for (int i = text.indexOf(quote); i >= 0; i = text.indexOf(quote, i + 1)) {
                    count++;
                    found = new Note.Passage(start + i, start + i + quote.length());
                }
                return;
            }
            int at = start;
            for (var child : parent.children()) {
                look(child, at + 1);
                at += child.size();
            }
        }
    }
}
