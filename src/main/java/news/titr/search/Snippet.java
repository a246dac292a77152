package news.titr.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import news.titr.language.FoldedWords;
import news.titr.language.Letters;

/**
 * A piece of a text with what was looked for marked in it.
 *
 * @param parts in order; together they are the piece
 */
public record Snippet(List<Part> parts) {

    private static final String LEFT_OUT = "…";

    /** @param marked true for what was looked for */
    public record Part(String text, boolean marked) {}

    public Snippet {
        parts = List.copyOf(parts);
    }

    /** The whole text, marked. */
    public static Snippet whole(String text, String typed) {
        return of(text, FoldedWords.of(text), SearchText.of(typed).terms(), 0, text.length());
    }

    /**
     * The part of a text where most of what was looked for stands closest together.
     *
     * @param length about so many characters
     */
    public static Snippet best(String text, String typed, int length) {
        var terms = SearchText.of(typed).terms();
        var words = FoldedWords.of(text);
        if (text.length() <= length || words.isEmpty()) {
            return of(text, words, terms, 0, text.length());
        }
        int first = 0;
        int best = 0;
        int bestFound = -1;
        int found = 0;
        for (int last = 0; last < words.size(); last++) {
            found += isWanted(words.get(last), terms) ? 1 : 0;
            while (words.get(last).end() - words.get(first).start() > length) {
                found -= isWanted(words.get(first), terms) ? 1 : 0;
                first++;
            }
            if (found > bestFound) {
                bestFound = found;
                best = first;
            }
        }
        int start = sentence(text, words.get(best).start());
        int end = start;
        for (var word : words) {
            if (word.start() >= start && word.end() - start <= length) {
                end = word.end();
            }
        }
        if (end <= start) {
            start = words.get(best).start();
            end = Math.min(text.length(), start + length);
        }
        return of(text, words, terms, start, end);
    }

    /** The beginning of a sentence that begins shortly before, or else the place itself. */
    private static int sentence(String text, int at) {
        for (int i = at; i > Math.max(0, at - 40); i--) {
            char before = text.charAt(i - 1);
            if (before == '\n' || before == ' ' && i >= 2 && ".؟!?".indexOf(text.charAt(i - 2)) >= 0) {
                return i;
            }
        }
        return at <= 40 ? 0 : at;
    }

    private static Snippet of(String text, List<FoldedWords.Word> words, Set<String> terms, int start, int end) {
        var parts = new ArrayList<Part>();
        if (start > 0) {
            parts.add(new Part(LEFT_OUT, false));
        }
        int done = start;
        for (var word : words) {
            if (word.start() >= done && word.end() <= end && isWanted(word, terms)) {
                if (word.start() > done) {
                    parts.add(new Part(line(text, done, word.start()), false));
                }
                done = withItsMarks(text, word.end());
                parts.add(new Part(line(text, word.start(), done), true));
            }
        }
        if (done < end) {
            parts.add(new Part(line(text, done, end), false));
        }
        if (end < text.length()) {
            parts.add(new Part(LEFT_OUT, false));
        }
        return new Snippet(parts);
    }

    /** Vowel signs and hamza stand on the letter before them, and nowhere else. */
    private static int withItsMarks(String text, int end) {
        int marked = end;
        while (marked < text.length() && Letters.isMark(text.charAt(marked))) {
            marked++;
        }
        return marked;
    }

    private static String line(String text, int start, int end) {
        return text.substring(start, end).replace('\n', ' ');
    }

    private static boolean isWanted(FoldedWords.Word word, Set<String> terms) {
        return Stream.of(Stream.of(word.term()), word.otherTerm().stream(), word.parts().stream())
                .flatMap(each -> each)
                .anyMatch(terms::contains);
    }
}
