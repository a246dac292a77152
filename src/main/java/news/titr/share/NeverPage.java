package news.titr.share;

import io.quarkus.qute.Engine;
import java.util.List;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.Masthead;

/**
 * {@code /send/never/TOKEN}: ends all mails to one address. The link stands in every mail, also in its
 * {@code List-Unsubscribe} header, where a mail app posts to it in one click (RFC 8058): without cookies or forms, since
 * the token alone says whose address it is.
 */
public final class NeverPage {

    static final String PATH = "/send/never/";

    private final Sending sending;
    private final SharePages pages;

    public NeverPage(Masthead masthead, Sending sending, Engine templates, Frame frame) {
        this.sending = sending;
        pages = new SharePages(masthead, templates, frame);
    }

    /** GET. */
    public Response show(Request request) {
        if (!sending.isNeverLink(token(request))) {
            return gone();
        }
        String name = pages.masthead.name();
        return note(
                200,
                pages.words.word("send.never"),
                pages.words.word("send.never-text", name),
                pages.words.word("send.never-button"),
                pages.address(PATH + token(request)));
    }

    /** POST. */
    public Response stop(Request request) {
        return sending.never(token(request))
                ? note(
                        200,
                        pages.words.word("send.stopped"),
                        pages.words.word("send.stopped-text", pages.masthead.name()),
                        "",
                        "")
                : gone();
    }

    private Response gone() {
        return note(404, pages.words.word("send.gone"), pages.words.word("send.gone-never"), "", "");
    }

    private Response note(int status, String heading, String line, String button, String action) {
        return pages.note(status, new NoteView(pages.words, heading, List.of(line), List.of(), button, action, ""));
    }

    private static String token(Request request) {
        return request.route().text("token");
    }
}
