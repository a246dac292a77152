package news.titr.share;

import news.titr.language.Messages;

/**
 * What the template of a mail shows. Text that a mail lacks is the empty string.
 *
 * @param opening who sends or asks what
 * @param link the absolute short link of the story
 * @param request what the recipient is asked to do with {@code confirmLink}
 * @param reason why they get this mail
 */
record MailView(
        Messages words,
        String siteName,
        String opening,
        String headline,
        String lead,
        String link,
        String request,
        String confirmLink,
        String button,
        String reason,
        String neverLink) {

    public String language() {
        return words.language().tag();
    }

    public String direction() {
        return words.language().direction().html();
    }

    public String word(String key) {
        return words.word(key);
    }
}
