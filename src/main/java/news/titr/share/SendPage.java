package news.titr.share;

import io.quarkus.qute.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.Addresses;
import news.titr.story.LiveStories;
import news.titr.story.LiveStory;
import news.titr.story.Masthead;

/**
 * {@code /news/N/send}: the reader's own means first; then, where mail is configured, the form by which the newspaper
 * sends the story.
 */
public final class SendPage {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    /** What is given back of what was typed: longer than any address, shorter than anybody's trick. */
    private static final int LONGEST_TYPED = 260;

    private static final String TOKEN = "form";
    private static final String SENDER = "from";
    private static final String RECIPIENT = "to";

    /** A name that machines fill in gladly. */
    private static final String TRAP = "website";

    private final LiveStories stories;
    private final Optional<Sending> sending;
    private final Frame frame;
    private final SharePages pages;

    /** @param sending empty when no mail is configured */
    public SendPage(Masthead masthead, LiveStories stories, Optional<Sending> sending, Engine templates, Frame frame) {
        this.stories = stories;
        this.sending = sending;
        this.frame = frame;
        pages = new SharePages(masthead, templates, frame);
    }

    /** GET. */
    public Response show(Request request) {
        return withStory(request, story -> page(200, story, fresh(story)));
    }

    /** POST. */
    public Response ask(Request request) {
        if (sending.isEmpty()) {
            return frame.missing(request);
        }
        return withStory(request, story -> answer(sending.get(), request, story));
    }

    private Response withStory(Request request, Function<LiveStory, Response> answer) {
        String number = request.route().text("number");
        if (!NUMBER.matcher(number).matches()) {
            return frame.missing(request);
        }
        return switch (stories.find(Long.parseLong(number))) {
            case LiveStories.Found.Live(var story) ->
                address(story).equals(request.path()) ? answer.apply(story) : Response.movedPermanently(address(story));
            case LiveStories.Found.Withdrawn gone -> frame.withdrawn(gone);
            case LiveStories.Found.Absent() -> frame.missing(request);
        };
    }

    private String address(LiveStory story) {
        return pages.masthead.addresses().send(story.edition(), story.number());
    }

    private Response answer(Sending open, Request request, LiveStory story) {
        var typed = request.form();
        var form = new Sending.Form(
                typed.text(TOKEN), typed.text(SENDER), typed.all(RECIPIENT), typed.text(TRAP), request.address());
        return switch (open.ask(story.number(), form)) {
            case Sending.Asked.Taken() ->
                pages.note(
                        200,
                        new NoteView(
                                pages.words,
                                pages.words.word("send.taken"),
                                List.of(pages.words.word("send.taken-text"), pages.words.word("send.taken-spam")),
                                List.of(),
                                "",
                                "",
                                pages.masthead.addresses().story(story)));
            case Sending.Asked.Refused(var problems) -> {
                boolean limit =
                        problems.stream().anyMatch(problem -> problem.kind().isLimit());
                yield page(limit ? 429 : 422, story, refused(open, story, form, problems));
            }
        };
    }

    private List<SendView.Form> fresh(LiveStory story) {
        return sending.map(open -> List.of(form(story, open.formToken(story.number()), "", List.of(), List.of())))
                .orElse(List.of());
    }

    /** The form again, with what was typed. One that came too fast is good in a moment; every other is a new one. */
    private List<SendView.Form> refused(Sending open, LiveStory story, Sending.Form typed, List<SendProblem> problems) {
        boolean tooFast = problems.stream().anyMatch(problem -> problem.kind() == SendProblem.Kind.TOO_FAST);
        String token = tooFast ? typed.token() : open.formToken(story.number());
        return List.of(form(story, token, typed.sender(), typed.recipients(), problems));
    }

    private SendView.Form form(
            LiveStory story, String token, String sender, List<String> recipients, List<SendProblem> problems) {
        var general = problems.stream()
                .filter(problem -> problem.field().isEmpty())
                .map(this::words)
                .toList();
        var fields = IntStream.range(0, Sending.MOST_RECIPIENTS)
                .mapToObj(index -> field(
                        SendProblem.recipientField(index),
                        RECIPIENT,
                        pages.words.word(index == 0 ? "send.to" : "send.to-more", index + 1),
                        index < recipients.size() ? recipients.get(index) : "",
                        problems))
                .toList();
        return new SendView.Form(
                address(story),
                token,
                field(SendProblem.SENDER, SENDER, pages.words.word("send.from"), sender, problems),
                fields,
                general,
                !problems.isEmpty(),
                TRAP);
    }

    private SendView.Field field(String id, String name, String label, String typed, List<SendProblem> problems) {
        String problem = problems.stream()
                .filter(found -> found.field().equals(id))
                .map(this::words)
                .findFirst()
                .orElse("");
        return new SendView.Field(id, name, label, shortened(typed), problem);
    }

    private String words(SendProblem problem) {
        return pages.words.word(problem.kind().messageKey());
    }

    private static String shortened(String typed) {
        if (typed.length() <= LONGEST_TYPED) {
            return typed;
        }
        int end = Character.isHighSurrogate(typed.charAt(LONGEST_TYPED - 1)) ? LONGEST_TYPED - 1 : LONGEST_TYPED;
        return typed.substring(0, end);
    }

    private Response page(int status, LiveStory story, List<SendView.Form> form) {
        String link = pages.masthead.absolute(Addresses.shortLink(story.number()));
        var means = new ArrayList<SendView.Means>();
        for (var way : OwnMeans.of(story.headline(), story.lead(), link)) {
            means.add(new SendView.Means(
                    pages.words.word("send.by." + way.name()),
                    way.address(),
                    way.leaves() ? "external nofollow noopener noreferrer" : "nofollow"));
        }
        var view = new SendView(
                pages.words,
                story.headline(),
                story.lead(),
                pages.masthead.addresses().story(story),
                link,
                link.substring(link.indexOf("//") + 2),
                means,
                form);
        return pages.send(status, pages.words.word("send.title", story.headline()), view);
    }
}
