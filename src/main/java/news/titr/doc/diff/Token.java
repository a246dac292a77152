package news.titr.doc.diff;

import java.util.ArrayList;
import java.util.List;
import news.titr.doc.Inline;
import news.titr.language.Letters;

/**
 * A word or a punctuation mark, with the space before it. A word keeps its half-spaces, vowel signs and marks: «می‌رود» is one
 * word, and so is «۱۴۰۳/۱۱/۰۱».
 *
 * @param spaceStart where the space before it begins in the text; the word begins at {@code start}
 * @param look what it looks like, see {@link Unseen#look}; empty for the end of the text
 */
record Token(int spaceStart, int start, int end, String look) {

    /** Where a piece is cut: before the space, or behind it. */
    int edge(int behind) {
        return behind == 0 ? spaceStart : start;
    }

    boolean isWord() {
        return !look.isEmpty() && Character.isLetterOrDigit(look.codePointAt(0));
    }

    /** How much of the reader's eye it takes. */
    int weight() {
        return isWord() ? look.length() : 0;
    }

    /** The tokens of a text; the last one is its end, with whatever space stands before it. */
    static List<Token> of(String text) {
        var tokens = new ArrayList<Token>();
        int at = 0;
        while (true) {
            int space = at;
            while (at < text.length() && Unseen.isSpace(text.charAt(at))) {
                at++;
            }
            if (at == text.length()) {
                tokens.add(new Token(space, at, at, ""));
                return tokens;
            }
            int start = at;
            at = end(text, start);
            tokens.add(new Token(space, start, at, Unseen.look(text.substring(start, at))));
        }
    }

    private static int end(String text, int start) {
        int at = start;
        boolean letters = false;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            boolean letter = Character.isLetterOrDigit(character);
            if (!letter && !clings(text, at, character)) {
                break;
            }
            letters |= letter;
            at += Character.charCount(character);
        }
        if (letters || at == text.length() || at > start && Unseen.isSpace(text.charAt(at))) {
            return at;
        }
        // a punctuation mark, with the invisible characters around it
        at += Character.charCount(text.codePointAt(at));
        while (at < text.length() && Unseen.isHidden(text.charAt(at)) && text.charAt(at) != Letters.HALF_SPACE) {
            at++;
        }
        return at;
    }

    /** What does not end a word: signs on letters, what takes no room, and the points and slashes within numbers. */
    private static boolean clings(String text, int at, int character) {
        int type = Character.getType(character);
        if (Unseen.isHidden(character)
                || character == Letters.TATWEEL
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK) {
            return true;
        }
        if (at == 0 || at + 1 >= text.length()) {
            return false;
        }
        char before = text.charAt(at - 1);
        char after = text.charAt(at + 1);
        return switch (character) {
            case '\'', '’' -> Character.isLetter(before) && Character.isLetter(after);
            case '.', ',', '٫', '٬', '/', ':' -> Character.isDigit(before) && Character.isDigit(after);
            default -> false;
        };
    }

    /** A text as runs, from which pieces can be cut. */
    static final class Runs {

        private final List<Inline> runs;
        final String text;

        Runs(List<Inline> runs) {
            this.runs = joined(runs);
            text = Inline.text(runs);
        }

        List<Inline> cut(int from, int to) {
            var cut = new ArrayList<Inline>();
            int at = 0;
            for (var run : runs) {
                int end = at + run.text().length();
                if (from < to && end > from && at < to) {
                    cut.add(new Inline(
                            run.text().substring(Math.max(from - at, 0), Math.min(to, end) - at), run.marks()));
                }
                if (end >= to) {
                    break;
                }
                at = end;
            }
            return cut;
        }
    }

    /** The same runs, neighbours with the same marks made one. */
    static List<Inline> joined(List<Inline> runs) {
        var joined = new ArrayList<Inline>();
        for (var run : runs) {
            if (!joined.isEmpty() && joined.getLast().marks().equals(run.marks())) {
                joined.add(new Inline(joined.removeLast().text() + run.text(), run.marks()));
            } else {
                joined.add(run);
            }
        }
        return joined;
    }
}
