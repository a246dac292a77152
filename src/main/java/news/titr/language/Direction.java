package news.titr.language;

/** The direction that a line of text runs in. */
public enum Direction {
    RIGHT_TO_LEFT("rtl"),
    LEFT_TO_RIGHT("ltr");

    private final String html;

    Direction(String html) {
        this.html = html;
    }

    /** The value of HTML's {@code dir}: "rtl" or "ltr". */
    public String html() {
        return html;
    }

    /**
     * The direction of the first letter that has one, as rule P2 of Unicode's bidirectional algorithm; right to left where
     * there is none (digits and punctuation alone), since the newspaper is Persian first.
     */
    public static Direction of(String text) {
        return of(text, RIGHT_TO_LEFT);
    }

    /** As {@link #of(String)}, with another answer for text that has no letter. Isolated runs are passed over. */
    public static Direction of(String text, Direction otherwise) {
        int isolates = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            switch (Character.getDirectionality(codePoint)) {
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
                    if (isolates == 0) {
                        return LEFT_TO_RIGHT;
                    }
                }
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
                    if (isolates == 0) {
                        return RIGHT_TO_LEFT;
                    }
                }
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                        Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                        Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE -> isolates++;
                case Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE -> isolates = Math.max(0, isolates - 1);
                default -> {}
            }
            i += Character.charCount(codePoint);
        }
        return otherwise;
    }
}
