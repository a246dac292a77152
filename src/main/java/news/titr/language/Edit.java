package news.titr.language;

/**
 * One suggestion of {@link Tidy}: replace what stands between start and end. Edits are as small as they can be: a
 * half-space put in has an empty {@code before}.
 *
 * @param start first UTF-16 unit that is replaced
 * @param end behind the last one; equal to start where something is only put in
 * @param before what stands there
 * @param after what should stand there
 * @param kind what sort of change it is
 * @param reason why, for machines and for people
 * @param confidence from 0 to 1; rules that know no doubt say 1
 */
public record Edit(int start, int end, String before, String after, Kind kind, Reason reason, double confidence) {
    /** What an edit changes. */
    public enum Kind {
        /** A half-space that had been dropped is put back: «تلاشها». */
        GLUED,
        /** A space becomes a half-space: «می شود». */
        SPACED,
        /** A hamza or tanvin is written: «تاکید», «کاملا». */
        HAMZA,
        /** An Arabic letter becomes the Persian one. */
        LETTER,
        /** A digit takes the house's form. */
        DIGIT,
        /** A punctuation mark takes its Persian form. */
        PUNCTUATION,
        /** A quotation mark takes the house's form. */
        QUOTES,
        /** A space too many or too few, or a half-space where the house wants none. */
        SPACING
    }

    /**
     * Why an edit is suggested.
     *
     * @param key the message key, stable
     * @param sentence one Persian sentence for the person who decides
     */
    public record Reason(String key, String sentence) {}

    public Edit {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("An edit from " + start + " to " + end);
        }
    }

    /** The word, or the words, around this edit as the text has them. */
    public String wordBefore(String text) {
        return text.substring(wordStart(text), wordEnd(text));
    }

    /** The same with this edit applied. */
    public String wordAfter(String text) {
        return text.substring(wordStart(text), start) + after + text.substring(end, wordEnd(text));
    }

    private int wordStart(String text) {
        int at = start;
        while (at > 0 && !Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private int wordEnd(String text) {
        int at = end;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
