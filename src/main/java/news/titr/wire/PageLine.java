package news.titr.wire;

/**
 * A line of a page that is not blank, cleaned.
 *
 * @param number counted from 1, blank lines included
 * @param afterBlank whether a blank line, or nothing, stands above it
 */
public record PageLine(int number, String text, boolean afterBlank) {

    PageLine(int number, String text) {
        this(number, text, false);
    }

    boolean endsWith(String marks) {
        return !text.isEmpty() && marks.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** How many words it has. */
    int words() {
        return text.split(" ").length;
    }

    /** Letters and digits only, so that the same words with other marks and half-spaces are the same. */
    static String key(String text) {
        var key = new StringBuilder(text.length());
        text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(key::appendCodePoint);
        return key.toString();
    }

    String key() {
        return key(text);
    }
}
