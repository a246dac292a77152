package news.titr.doc;

/** Escaping for HTML text and attribute values. */
public final class Html {

    private Html() {}

    /**
     * The text with {@code & < > " '} as character references; everything else, U+200C included, as it is;
     * only control characters, which no HTML may contain, are left out.
     */
    public static String escape(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            String reference = switch (character) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '"' -> "&quot;";
                case '\'' -> "&#39;";
                default -> "";
            };
            if (!reference.isEmpty() || isForbidden(character)) {
                if (escaped == null) {
                    escaped = new StringBuilder(text.length() + 32).append(text, 0, i);
                }
                escaped.append(reference);
            } else if (escaped != null) {
                escaped.append(character);
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    private static boolean isForbidden(char character) {
        return character < ' ' && character != '\n' && character != '\t' && character != '\r'
                || character >= 0x7F && character <= 0x9F;
    }
}
