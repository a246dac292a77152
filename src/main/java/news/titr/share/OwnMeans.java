package news.titr.share;

import java.nio.charset.StandardCharsets;
import java.util.List;
import news.titr.language.Shorten;
import news.titr.mail.MailText;

/**
 * The links by which a reader sends a story with what they have: their mail app, SMS, messengers. Nothing is asked of
 * anybody until the reader follows one.
 */
final class OwnMeans {

    /** Some mail apps drop links that are much longer than this makes them (one Persian letter takes six characters). */
    private static final int LONGEST_LEAD = 600;

    private static final String UNRESERVED = "-._~";

    private OwnMeans() {}

    /**
     * A way to send.
     *
     * @param name the last part of the key of its words
     * @param leaves true when it leads to somebody else's site
     */
    record Way(String name, String address, boolean leaves) {}

    /**
     * The ways to send a story, the mail app first.
     *
     * @param link the absolute short link
     */
    static List<Way> of(String headline, String lead, String link) {
        String subject = MailText.oneLine(headline);
        String text = MailText.oneLine(Shorten.atWord(lead, LONGEST_LEAD));
        String body = subject + "\r\n\r\n" + (text.isEmpty() ? "" : text + "\r\n\r\n") + link;
        String line = subject + "\n" + link;
        return List.of(
                new Way("mail", "mailto:?subject=" + encode(subject) + "&body=" + encode(body), false),
                new Way("sms", "sms:?body=" + encode(line), false),
                new Way("telegram", "https://t.me/share/url?url=" + encode(link) + "&text=" + encode(subject), true),
                new Way("whatsapp", "https://wa.me/?text=" + encode(line), true),
                new Way("eitaa", "https://eitaa.com/share/url?url=" + encode(link) + "&text=" + encode(subject), true));
    }

    /** Percent-encodes everything but unreserved characters (RFC 3986): a space is %20, as RFC 6068 asks for. */
    static String encode(String text) {
        var encoded = new StringBuilder(text.length() * 4);
        for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (unit & 0xFF);
            if (character < 0x80 && (Character.isLetterOrDigit(character) || UNRESERVED.indexOf(character) >= 0)) {
                encoded.append(character);
            } else {
                encoded.append('%').append("%02X".formatted(unit & 0xFF));
            }
        }
        return encoded.toString();
    }
}
