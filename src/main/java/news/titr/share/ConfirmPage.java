package news.titr.share;

import io.quarkus.qute.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.LiveStories;
import news.titr.story.LiveStory;
import news.titr.story.Masthead;

/**
 * {@code /send/confirm/TOKEN}: where the link in the sender's mailbox leads. Only the button sends: mail scanners open every
 * link long before its reader does.
 */
public final class ConfirmPage {

    static final String PATH = "/send/confirm/";

    private final LiveStories stories;
    private final Sending sending;
    private final Frame frame;
    private final SharePages pages;

    public ConfirmPage(Masthead masthead, LiveStories stories, Sending sending, Engine templates, Frame frame) {
        this.stories = stories;
        this.sending = sending;
        this.frame = frame;
        pages = new SharePages(masthead, templates, frame);
    }

    /** GET. */
    public Response show(Request request) {
        return answer(request, sending.look(token(request)));
    }

    /** POST. */
    public Response confirm(Request request) {
        var link = sending.look(token(request));
        // a withdrawn story is not sent, and the link is not used up for nothing
        if (link instanceof Sending.Link.Open open
                && stories.story(open.story()).isEmpty()) {
            return answer(request, link);
        }
        return switch (sending.confirm(token(request))) {
            case Sending.Confirmed.Sent(var number, var held) -> sent(request, number, held);
            case Sending.Confirmed.TooMuch(var number, var problem) ->
                withStory(
                        request,
                        number,
                        story -> note(
                                429,
                                "send.not-now",
                                List.of(pages.words.word(problem.kind().messageKey())),
                                story));
            case Sending.Confirmed.Not(var other) -> answer(request, other);
        };
    }

    private Response answer(Request request, Sending.Link link) {
        return switch (link) {
            case Sending.Link.Open(var number, var sender, var recipients) ->
                withStory(request, number, story -> ask(request, story, sender, recipients));
            case Sending.Link.Used(var number) ->
                withStory(
                        request,
                        number,
                        story -> note(200, "send.used", List.of(pages.words.word("send.used-text")), story));
            case Sending.Link.Gone() ->
                pages.note(
                        404,
                        new NoteView(
                                pages.words,
                                pages.words.word("send.gone"),
                                List.of(pages.words.word("send.gone-text")),
                                List.of(),
                                "",
                                "",
                                ""));
        };
    }

    private Response ask(Request request, LiveStory story, String sender, List<String> recipients) {
        return pages.note(
                200,
                new NoteView(
                        pages.words,
                        pages.words.word("send.confirm"),
                        List.of(
                                pages.words.word("send.confirm-sender", sender),
                                pages.words.word("send.confirm-story", story.headline())),
                        recipients,
                        pages.words.word("send.confirm-button"),
                        pages.address(PATH + token(request)),
                        pages.masthead.addresses().story(story)));
    }

    private Response sent(Request request, long number, int held) {
        var lines = new ArrayList<String>();
        lines.add(pages.words.word("send.sent-text"));
        if (held > 0) {
            lines.add(pages.words.word("send.sent-held", held));
        }
        return withStory(request, number, story -> note(200, "send.sent", lines, story));
    }

    private Response note(int status, String heading, List<String> lines, LiveStory story) {
        return pages.note(
                status,
                new NoteView(
                        pages.words,
                        pages.words.word(heading),
                        lines,
                        List.of(),
                        "",
                        "",
                        pages.masthead.addresses().story(story)));
    }

    private Response withStory(Request request, long number, Function<LiveStory, Response> answer) {
        return switch (stories.find(number)) {
            case LiveStories.Found.Live(var story) -> answer.apply(story);
            case LiveStories.Found.Withdrawn gone -> frame.withdrawn(gone);
            case LiveStories.Found.Absent() -> frame.missing(request);
        };
    }

    private static String token(Request request) {
        return request.route().text("token");
    }
}
