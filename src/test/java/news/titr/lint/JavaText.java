package news.titr.lint;

import java.util.EnumSet;
import java.util.Set;

/** Parts Java source into code, comments and string literals. What is not asked for is blanked out, so that places stay right. */
final class JavaText {

    private enum Part {
        CODE,
        COMMENT,
        LITERAL
    }

    /** Stands for each character between two literals, so that no pattern takes them for one text. */
    private static final char GAP = '\uFFFC';

    private JavaText() {}

    /** The source with comments and the insides of literals blanked. */
    static String codeOnly(String source) {
        return only(source, ' ', Part.CODE);
    }

    /** The source with everything but the insides of string literals and text blocks struck out. */
    static String literalsOnly(String source) {
        return only(source, GAP, Part.LITERAL);
    }

    /** The source with its comments blanked. */
    static String withoutComments(String source) {
        return only(source, ' ', Part.CODE, Part.LITERAL);
    }

    private static String only(String source, char blank, Part first, Part... more) {
        Set<Part> wanted = EnumSet.of(first, more);
        StringBuilder result = new StringBuilder(source.length());
        int i = 0;
        while (i < source.length()) {
            int end;
            int quotes = 0;
            Part part;
            if (source.startsWith("//", i)) {
                end = orEnd(source, source.indexOf('\n', i));
                part = Part.COMMENT;
            } else if (source.startsWith("/*", i)) {
                end = orEnd(source, source.indexOf("*/", i + 2) + 2);
                part = Part.COMMENT;
            } else if (source.startsWith("\"\"\"", i)) {
                end = closing(source, i + 3, "\"\"\"");
                quotes = 3;
                part = Part.LITERAL;
            } else if (source.charAt(i) == '"' || source.charAt(i) == '\'') {
                end = closing(source, i + 1, source.substring(i, i + 1));
                quotes = 1;
                part = Part.LITERAL;
            } else {
                end = i + 1;
                part = Part.CODE;
            }
            for (int start = i; i < end; i++) {
                char c = source.charAt(i);
                boolean quote = i < start + quotes || i >= end - quotes;
                Part here = quote && part == Part.LITERAL ? Part.CODE : part;
                result.append(wanted.contains(here) || c == '\n' ? c : blank);
            }
        }
        return result.toString();
    }

    private static int orEnd(String source, int place) {
        return place < 2 ? source.length() : place;
    }

    private static int closing(String source, int from, String quote) {
        int i = from;
        while (i < source.length() && !source.startsWith(quote, i)) {
            i += source.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(source.length(), i + quote.length());
    }
}
