package news.titr.mail;

/**
 * What a mail says, as plain text and as HTML.
 *
 * @param subject one line
 * @param neverLink the absolute address by which its recipient ends all mails; empty for mails to people of the newsroom
 */
public record MailText(String subject, String plain, String html, String neverLink) {

    /** The text in one line: line ends and controls, which could end a header, become blanks. Half-spaces stay. */
    public static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029\\s]+", " ")
                .strip();
    }
}
