package news.titr.language;

import java.util.BitSet;

/**
 * The stretches of a text that no edit may touch: links, e-mail addresses, names with @ and #, Latin runs, and
 * passages in Arabic, such as a verse of the Quran. Found in one walk, without regular expressions.
 */
final class ProtectedText {
    private final String text;
    private final BitSet touched;

    private ProtectedText(String text) {
        this.text = text;
        touched = new BitSet(text.length());
    }

    /** The UTF-16 units of the text that must stay as they are. */
    static BitSet of(String text) {
        ProtectedText found = new ProtectedText(text);
        found.findTokens();
        found.findLatinRuns();
        found.findArabic();
        return found.touched;
    }

    private static boolean isSpace(char c) {
        // nearly every sign of a Persian text is decided by the first comparison
        return c >= '\u0600' && c < '\u1680'
                ? false
                : c == ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private void findTokens() {
        int at = 0;
        int length = text.length();
        while (at < length) {
            if (isSpace(text.charAt(at))) {
                at++;
                continue;
            }
            int from = at;
            boolean address = false;
            while (at < length && !isSpace(text.charAt(at))) {
                char c = text.charAt(at);
                address |= c == '@'
                        || c == '#'
                        || c == ':' && text.startsWith("://", at)
                        || c == 'w' && text.startsWith("www.", at)
                        || c == 'm' && text.startsWith("mailto:", at);
                at++;
            }
            if (address) {
                int start = from;
                while (start < at && isBracket(text.charAt(start))) {
                    start++;
                }
                int end = at;
                while (end > start && isTrailing(text.charAt(end - 1))) {
                    end--;
                }
                touched.set(start, Math.max(start, end));
            }
        }
    }

    private static boolean isBracket(char c) {
        return c == '(' || c == '«' || c == '"' || c == '[' || c == '<' || c == '“';
    }

    private static boolean isTrailing(char c) {
        return c == ')' || c == '»' || c == '"' || c == ']' || c == '>' || c == '”' || c == '.' || c == '،' || c == '؛'
                || c == '؟' || c == '!';
    }

    private static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetter(c) || c >= 0x370 && c < 0x530 && Character.isLetter(c);
    }

    private static boolean inLatinRun(char c) {
        return isLatin(c) || c > ' ' && c < 0x7f || c == ' ';
    }

    private void findLatinRuns() {
        int at = 0;
        int length = text.length();
        while (at < length) {
            if (!isLatin(text.charAt(at))) {
                at++;
                continue;
            }
            int from = at;
            while (from > 0 && isRunEdge(text.charAt(from - 1)) && !touched.get(from - 1)) {
                from--;
            }
            int last = at;
            while (at < length && inLatinRun(text.charAt(at))) {
                char c = text.charAt(at);
                if (isLatin(c) || c >= '0' && c <= '9') {
                    last = at;
                }
                at++;
            }
            touched.set(from, last + 1);
        }
    }

    private static boolean isRunEdge(char c) {
        return c >= '0' && c <= '9' || c == '.' || c == '-' || c == '_' || c == '/' || c == '+';
    }

    private void findArabic() {
        for (int from = 0; from < text.length(); ) {
            int newline = text.indexOf('\n', from);
            int to = newline < 0 ? text.length() : newline;
            if (mayHoldArabic(from, to)) {
                findArabic(from, text.substring(from, to));
            }
            from = to + 1;
        }
    }

    /** A letter, a vowel sign or an article that a Persian line seldom has: only then is the line worth a closer look. */
    private boolean mayHoldArabic(int from, int to) {
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            switch (c) {
                case '\u0629',
                        '\u064a',
                        '\u0643',
                        '\u0649',
                        '\u0625',
                        '\u0670',
                        '\u0671',
                        '\u064e',
                        '\u0650',
                        '\u064f',
                        '\u0652' -> {
                    return true;
                }
                case '\u0644' -> {
                    boolean article = at > from
                            && text.charAt(at - 1) == '\u0627'
                            && (at - 2 < from || !StyleRules.isLetter(text.charAt(at - 2)));
                    if (article) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    private void findArabic(int offset, String line) {
        int from = -1;
        int to = -1;
        for (ArabicPassages.Word word : ArabicPassages.words(line)) {
            if (word.arabic()) {
                from = from < 0 ? word.start() : from;
                to = word.end();
            } else if (from >= 0) {
                touched.set(offset + from, offset + to);
                from = -1;
            }
        }
        if (from >= 0) {
            touched.set(offset + from, offset + to);
        }
    }
}
