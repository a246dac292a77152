package news.titr.language;

/** Keeps runs of another direction from disturbing the line they stand in, where there is no HTML to do it. */
public final class Bidi {
    private static final char LEFT_TO_RIGHT_ISOLATE = '\u2066';
    private static final char RIGHT_TO_LEFT_ISOLATE = '\u2067';
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private Bidi() {}

    /** The text between U+2068 and U+2069: its direction is its own, and its neighbours do not feel it. */
    public static String isolate(String text) {
        return text.isEmpty() ? text : FIRST_STRONG_ISOLATE + text + POP_ISOLATE;
    }

    /** As {@link #isolate(String)} where the direction is known, such as for telephone numbers and addresses. */
    public static String isolate(String text, Direction direction) {
        if (text.isEmpty()) {
            return text;
        }
        return switch (direction) {
            case LEFT_TO_RIGHT -> LEFT_TO_RIGHT_ISOLATE + text + POP_ISOLATE;
            case RIGHT_TO_LEFT -> RIGHT_TO_LEFT_ISOLATE + text + POP_ISOLATE;
        };
    }

    /**
     * The text with each run of the other direction isolated: «نسخهٔ U+2068 Java 25 U+2069 آمد». A run reaches from its first
     * letter to its last, with the digits and signs that cling to it ("C++", "#titr", "+1 (2)"). What stands in isolates
     * already is left alone, so that doing it twice changes nothing.
     *
     * @param base the direction of the line
     */
    public static String isolateRuns(String text, Direction base) {
        var isolated = new StringBuilder(text.length() + 16);
        int done = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (isIsolate(codePoint)) {
                i = behindIsolate(text, i);
            } else if (isForeign(codePoint, base)) {
                int start = clingingBefore(text, i, done);
                int end = runEnd(text, start, i, base);
                isolated.append(text, done, start).append(FIRST_STRONG_ISOLATE);
                isolated.append(text, start, end).append(POP_ISOLATE);
                done = end;
                i = end;
            } else {
                i += Character.charCount(codePoint);
            }
        }
        return done == 0 ? text : isolated.append(text, done, text.length()).toString();
    }

    private static int runEnd(String text, int start, int from, Direction base) {
        int end = from;
        for (int i = from; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (isIsolate(codePoint) || codePoint == POP_ISOLATE || codePoint == '\n' || isOwn(codePoint, base)) {
                break;
            }
            i += Character.charCount(codePoint);
            if (isForeign(codePoint, base)
                    || Character.isDigit(codePoint)
                    || Character.getType(codePoint) == Character.NON_SPACING_MARK) {
                end = i;
            }
        }
        while (end < text.length() && "+#%°".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        boolean open = text.substring(start, end)
                        .chars()
                        .map(c -> c == '(' ? 1 : c == ')' ? -1 : 0)
                        .sum()
                > 0;
        return open && end < text.length() && text.charAt(end) == ')' ? end + 1 : end;
    }

    private static int clingingBefore(String text, int start, int limit) {
        int i = start;
        while (i > limit
                && (Character.isDigit(text.charAt(i - 1)) || "@#$€£+-./\\~_".indexOf(text.charAt(i - 1)) >= 0)) {
            i--;
        }
        return i;
    }

    private static boolean isForeign(int codePoint, Direction base) {
        return switch (base) {
            case RIGHT_TO_LEFT -> isLeftToRight(codePoint);
            case LEFT_TO_RIGHT -> isRightToLeft(codePoint);
        };
    }

    private static boolean isOwn(int codePoint, Direction base) {
        return switch (base) {
            case RIGHT_TO_LEFT -> isRightToLeft(codePoint);
            case LEFT_TO_RIGHT -> isLeftToRight(codePoint);
        };
    }

    private static boolean isLeftToRight(int codePoint) {
        return Character.getDirectionality(codePoint) == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
    }

    private static boolean isRightToLeft(int codePoint) {
        byte direction = Character.getDirectionality(codePoint);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static boolean isIsolate(int codePoint) {
        return codePoint >= LEFT_TO_RIGHT_ISOLATE && codePoint <= FIRST_STRONG_ISOLATE;
    }

    /** The offset behind an isolate and all that is in it; the end of the text if it is never closed. */
    private static int behindIsolate(String text, int start) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char character = text.charAt(i);
            if (isIsolate(character)) {
                depth++;
            } else if (character == POP_ISOLATE && --depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }
}
