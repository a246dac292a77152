package news.titr.share;

import java.time.Instant;

/**
 * A mail that is still to be sent. It holds what the mail is about, not what it says: that is made when it goes, so that a
 * story which was withdrawn meanwhile goes to nobody.
 *
 * @param request what a confirmation asks the recipient to confirm; empty in other mails
 * @param sender the reader who sends the story on; empty in a confirmation
 * @param tries how often it was tried, this time included
 */
record OutgoingMail(
        String id,
        Kind kind,
        long story,
        String request,
        String recipient,
        String sender,
        Instant createdAt,
        int tries) {

    enum Kind {
        /** To the sender: was it you? */
        CONFIRMATION,
        /** To a friend. */
        STORY
    }

    static OutgoingMail confirmation(String id, long story, String request, String recipient, Instant now) {
        return new OutgoingMail(id, Kind.CONFIRMATION, story, request, recipient, "", now, 0);
    }

    static OutgoingMail story(String id, long story, String recipient, String sender, Instant now) {
        return new OutgoingMail(id, Kind.STORY, story, "", recipient, sender, now, 0);
    }
}
