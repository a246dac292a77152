package news.titr.share;

import io.quarkus.qute.Engine;
import java.util.ArrayList;
import java.util.List;
import news.titr.language.Bidi;
import news.titr.language.Direction;
import news.titr.language.Messages;
import news.titr.mail.MailText;
import news.titr.story.Addresses;
import news.titr.story.LiveStory;
import news.titr.story.Masthead;

/** What readers' mails say. All of it is the newspaper's own, but for the sender's confirmed address. */
final class ReaderMails {

    private ReaderMails() {}

    /** Asks the sender whether it was they who asked for this. */
    static MailText confirmation(
            Engine templates, Masthead masthead, ShareKey key, LiveStory story, OutgoingMail mail) {
        var words = Messages.of(masthead.language());
        String confirmLink = absolute(masthead, ConfirmPage.PATH + Sending.confirmToken(key, mail.request()));
        var view = new MailView(
                words,
                MailText.oneLine(masthead.name()),
                words.word("send.mail.asked", MailText.oneLine(masthead.name())),
                MailText.oneLine(story.headline()),
                "",
                masthead.absolute(Addresses.shortLink(story.number())),
                words.word("send.mail.confirm"),
                confirmLink,
                words.word("send.mail.confirm-button"),
                words.word("send.mail.not-you"),
                never(masthead, key, mail));
        return of(templates, words.word("send.mail.confirm-subject", view.headline()), view);
    }

    /** A story for a friend. */
    static MailText story(Engine templates, Masthead masthead, ShareKey key, LiveStory story, OutgoingMail mail) {
        var words = Messages.of(masthead.language());
        String sender = Bidi.isolate(mail.sender(), Direction.LEFT_TO_RIGHT);
        var view = new MailView(
                words,
                MailText.oneLine(masthead.name()),
                words.word("send.mail.sent", sender),
                MailText.oneLine(story.headline()),
                MailText.oneLine(story.lead()),
                masthead.absolute(Addresses.shortLink(story.number())),
                "",
                "",
                "",
                words.word("send.mail.why", MailText.oneLine(masthead.name()), sender),
                never(masthead, key, mail));
        return of(templates, view.headline(), view);
    }

    private static String never(Masthead masthead, ShareKey key, OutgoingMail mail) {
        return absolute(masthead, NeverPage.PATH + Sending.neverToken(key, new MailAddress(mail.recipient())));
    }

    private static String absolute(Masthead masthead, String path) {
        return masthead.absolute(masthead.addresses().in(masthead.language().tag(), path));
    }

    private static MailText of(Engine templates, String subject, MailView view) {
        String html =
                templates.getTemplate("share/mail.html").data("mail", view).render();
        return new MailText(subject, plain(view), html, view.neverLink());
    }

    private static String plain(MailView view) {
        var paragraphs = new ArrayList<String>();
        paragraphs.add(view.opening());
        paragraphs.add(view.headline());
        paragraphs.add(view.lead());
        paragraphs.add(view.link());
        paragraphs.add(view.request());
        paragraphs.add(view.confirmLink());
        paragraphs.add(view.reason());
        paragraphs.add(view.words().word("send.mail.never") + "\n" + view.neverLink());
        paragraphs.add(view.siteName());
        return String.join("\n\n", withoutEmpty(paragraphs)) + "\n";
    }

    private static List<String> withoutEmpty(List<String> paragraphs) {
        return paragraphs.stream().filter(paragraph -> !paragraph.isEmpty()).toList();
    }
}
