package news.titr.language;

import java.util.BitSet;
import java.util.Set;

/**
 * The stretches of a text that no edit may touch: links, e-mail addresses, names with @ and #, Latin runs, and
 * passages in Arabic, such as a verse of the Quran. Found in one walk, without regular expressions.
 */
final class ProtectedText {
    private static final int LEAST_ARABIC_WORDS = 2;
    private static final int LONGEST_WORD = 16;

    /** Words of Arabic that Persian does not use. */
    private static final Set<String> ARABIC_WORDS = Set.of(
            "في", "فی", "على", "إلى", "الى", "الي", "إن", "إنا", "إنه", "إنما", "أن", "إلا", "الذي", "الذين", "الذین",
            "التي", "هذا", "هذه", "ذلك", "ذلک", "كان", "كانت", "قال", "قالت", "يا", "لم", "لن", "قد", "هو", "هي", "هم",
            "عن", "عليه", "عليهم", "علیهم", "فيه", "فیه", "إياك", "إیاک", "لكم", "لکم", "كنتم", "أنت", "أنا", "نحن",
            "بعض", "ثم", "حتى", "عند", "كل", "ولا", "وما", "ومن", "وهو", "لله", "بسم", "قل", "رب");

    /** Words that only a Persian sentence has. */
    private static final Set<String> PERSIAN_WORDS = Set.of(
            "از", "به", "که", "كه", "را", "این", "اين", "آن", "است", "با", "برای", "براي", "در", "شد", "شده", "کرد",
            "كرد", "می", "مي", "یک", "يك", "خود", "ها", "های", "هاي", "بود", "نیست", "نيست", "هر", "تا", "بر", "ای",
            "هست", "دارد", "باید", "بايد", "او", "ما", "دو", "هم", "نمی", "نمي", "شود", "گفت");

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
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
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

    private static boolean endsPassage(char c) {
        return switch (c) {
            case '\n',
                    '\r',
                    '.',
                    '؟',
                    '!',
                    '?',
                    '؛',
                    ';',
                    ':',
                    '«',
                    '»',
                    '"',
                    '(',
                    ')',
                    '[',
                    ']',
                    '{',
                    '}',
                    '\ufd3e',
                    '\ufd3f',
                    '“',
                    '”',
                    '۝',
                    '*' -> true;
            default -> false;
        };
    }

    private void findArabic() {
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || endsPassage(text.charAt(at))) {
                if (at > from && isArabic(from, at)) {
                    touched.set(from, at);
                }
                from = at + 1;
            }
        }
    }

    /** Weighs a passage: endings, articles and words of Arabic and vowel marks against letters and words of Persian. */
    private boolean isArabic(int from, int to) {
        int words = 0;
        int arabic = 0;
        int surely = 0;
        int vowelled = 0;
        int at = from;
        while (at < to) {
            if (!isWordSign(text.charAt(at))) {
                at++;
                continue;
            }
            int start = at;
            int marks = 0;
            boolean onlyPersian = false;
            boolean onlyArabic = false;
            while (at < to && isWordSign(text.charAt(at))) {
                char c = text.charAt(at++);
                marks += c >= '\u064b' && c <= '\u0652' ? 1 : 0;
                onlyPersian |= c == 'پ' || c == 'چ' || c == 'ژ' || c == 'گ' || c == '\u200c';
                onlyArabic |= c == '\u0625' || c == '\u0671' || c == '\u0670';
            }
            words++;
            onlyArabic |= text.charAt(at - 1) == '\u0629' || text.charAt(at - 1) == '\u0649';
            vowelled += marks >= 2 ? 1 : 0;
            String word = at - start > LONGEST_WORD ? "" : text.substring(start, at);
            if (onlyPersian || PERSIAN_WORDS.contains(word)) {
                return false;
            }
            boolean sure = onlyArabic || marks >= 2 || ARABIC_WORDS.contains(word);
            surely += sure ? 1 : 0;
            if (sure || word.length() > 3 && (word.startsWith("ال") || word.startsWith("وال"))) {
                arabic++;
            }
        }
        return words >= LEAST_ARABIC_WORDS
                && arabic >= 2
                && (surely > 0 || arabic > 2)
                && (arabic * 3 >= words || vowelled * 3 >= words);
    }

    private static boolean isWordSign(char c) {
        return c == '\u200c'
                || c >= '\u0621'
                        && c <= '\u06d5'
                        && c != '\u066a'
                        && c != '\u066b'
                        && c != '\u066c'
                        && c != '۔'
                        && !Character.isDigit(c);
    }
}
