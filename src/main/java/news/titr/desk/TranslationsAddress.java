package news.titr.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.Newsroom;
import news.titr.story.Outcome;
import news.titr.story.Story;
import news.titr.story.Translating;

/**
 * {@code /desk/stories/N/translations}: the versions of a story in other languages, for the editor's details. JSON in, JSON
 * out.
 */
public final class TranslationsAddress {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Translating translating;
    private final Newsroom newsroom;
    private final DeskFrame frame;

    public TranslationsAddress(Translating translating, Newsroom newsroom, DeskFrame frame) {
        this.translating = translating;
        this.newsroom = newsroom;
        this.frame = frame;
    }

    /** GET: what there is, and in which open editions there is nothing yet. */
    public Response show(Request request, DeskAccess.Visitor visitor) {
        return newsroom.story(number(request)).map(this::all).orElseGet(() -> Response.json(404, "{\"problems\":[]}"));
    }

    /**
     * POST {@code {"act": "join", "story": M}} ties the story to another, {@code {"act": "leave"}} unties it, {@code {"act":
     * "begin", "edition": "en"}} begins a version of it; all answer as GET does, the last with the new {@code story} besides.
     */
    public Response act(Request request, DeskAccess.Visitor visitor) {
        try {
            var sent = JSON.readTree(request.text());
            long number = number(request);
            return switch (sent.path("act").asText()) {
                case "join" ->
                    answer(
                            number,
                            translating.join(
                                    visitor.actor(), number, sent.path("story").asLong()));
                case "leave" -> answer(number, translating.leave(visitor.actor(), number));
                case "begin" ->
                    answer(
                            number,
                            translating.begin(
                                    visitor.actor(),
                                    number,
                                    sent.path("edition").asText()));
                default -> refused(List.of());
            };
        } catch (JsonProcessingException e) {
            return refused(List.of());
        }
    }

    private Response answer(long number, Outcome<Story> outcome) {
        return switch (outcome) {
            case Outcome.Done<Story>(var story, var _)
            when story.number() != number ->
                Response.json(
                        200, NODES.objectNode().put("story", story.number()).toString());
            case Outcome.Done<Story>(var story, var _) -> all(story);
            case Outcome.Refused<Story>(var problems) ->
                refused(problems.stream().map(frame::problem).toList());
            case Outcome.Conflict<Story> _ -> refused(List.of());
        };
    }

    private static Response refused(List<String> problems) {
        var answer = NODES.objectNode();
        problems.forEach(answer.putArray("problems")::add);
        return Response.json(422, answer.toString());
    }

    private Response all(Story story) {
        var others = translating.others(story.number());
        var answer = NODES.objectNode();
        var versions = answer.putArray("versions");
        for (var other : others) {
            versions.addObject()
                    .put("number", other.number())
                    .put("edition", other.edition())
                    .put("language", frame.languageName(other.edition()))
                    .put("headline", other.headline())
                    .put("live", other.live());
        }
        var missing = answer.putArray("missing");
        frame.openEditions().stream()
                .filter(edition -> !edition.equals(story.edition())
                        && others.stream().noneMatch(other -> other.edition().equals(edition)))
                .forEach(edition ->
                        missing.addObject().put("edition", edition).put("language", frame.languageName(edition)));
        return Response.json(200, answer.toString());
    }

    private static long number(Request request) {
        return Long.parseLong(request.route().text("number"));
    }
}
