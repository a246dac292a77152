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
}
