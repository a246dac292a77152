package news.titr.doc;

/** Escaping for HTML text and attribute values. */
public final class Html {

    private Html() {}

    /** The text with {@code & < > " '} as character references; everything else, U+200C included, as it is. */
    public static String escape(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            String reference = switch (text.charAt(i)) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '"' -> "&quot;";
                case '\'' -> "&#39;";
                default -> "";
            };
            if (!reference.isEmpty()) {
                if (escaped == null) {
                    escaped = new StringBuilder(text.length() + 32).append(text, 0, i);
                }
                escaped.append(reference);
            } else if (escaped != null) {
                escaped.append(text.charAt(i));
            }
        }
        return escaped == null ? text : escaped.toString();
    }
}
