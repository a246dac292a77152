package news.titr.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import news.titr.db.Signals;
import news.titr.doc.step.DocumentJson;
import news.titr.doc.step.StepFailed;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.people.Permission;
import news.titr.story.Drafting;
import news.titr.story.LoggedStep;
import news.titr.story.Outcome;
import news.titr.story.Problem;
import news.titr.story.Publishing;
import news.titr.story.Story;
import news.titr.story.StoryType;
import news.titr.story.Typed;

/** A story's document and its steps, as the editor in the browser reads and sends them: JSON, all of it. */
public final class WritingAddress {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Drafting drafting;
    private final Signals signals;
    private final DeskFrame frame;

    public WritingAddress(Drafting drafting, Signals signals, DeskFrame frame) {
        this.drafting = drafting;
        this.signals = signals;
        this.frame = frame;
    }

    /** {@code GET /desk/stories/N/document}. */
    public Response document(Request request, DeskAccess.Visitor visitor) {
        return drafting.open(visitor.actor(), number(request))
                .map(open -> {
                    var json = NODES.objectNode().put("version", open.version());
                    json.set("document", open.document().json());
                    json.put("revision", open.story().newestRevision());
                    json.put("type", open.story().type().id());
                    json.put("live", Publishing.Seen.of(open.story()).live().orElse(""));
                    var may = json.putArray("may");
                    open.may().forEach(permission -> may.add(name(permission)));
                    return Response.json(200, json.toString());
                })
                .orElseGet(() -> problems(404, List.of(word(Problem.Kind.NO_SUCH_STORY))));
    }

    /** {@code POST /desk/stories/N/steps}. */
    public Response type(Request request, DeskAccess.Visitor visitor) {
        JsonNode sent;
        try {
            sent = DocumentJson.read(request.text());
        } catch (StepFailed e) {
            return problems(422, List.of(frame.word("problem.step-does-not-fit", e.reason())));
        }
        var client = sent.path("client").asText();
        if (!sent.path("version").canConvertToLong()
                || !sent.path("steps").isArray()
                || !CLIENT.matcher(client).matches()) {
            return problems(422, List.of(frame.word("problem.step-does-not-fit", "version, client, steps")));
        }
        var steps = new ArrayList<JsonNode>();
        sent.path("steps").forEach(steps::add);
        long number = number(request);
        long version = sent.path("version").longValue();
        var typed = drafting.type(visitor.actor(), number, version, client, steps);
        if (typed instanceof Typed.Accepted(var now) && !steps.isEmpty()) {
            signals.send(StoryRooms.steps(number), Long.toString(now));
            signals.send(BoardPage.TYPED, Long.toString(number));
        }
        return answer(typed, 409);
    }

    /** {@code POST /desk/stories/N/type} with {@code {"type": "interview"}}. */
    public Response retype(Request request, DeskAccess.Visitor visitor) {
        String sent;
        try {
            sent = DocumentJson.read(request.text()).path("type").asText();
        } catch (StepFailed e) {
            sent = "";
        }
        return StoryType.of(sent)
                .map(type -> drafting.retype(visitor.actor(), number(request), type))
                .map(outcome -> switch (outcome) {
                    case Outcome.Done<Story>(var story, var _) ->
                        Response.json(
                                200,
                                NODES.objectNode()
                                        .put("type", story.type().id())
                                        .toString());
                    case Outcome.Refused<Story>(var problems) ->
                        problems(
                                status(problems),
                                problems.stream().map(frame::problem).toList());
                    case Outcome.Conflict<Story> _ -> problems(409, List.of());
                })
                .orElseGet(() -> problems(422, List.of(frame.word(Problem.Kind.NO_SUCH_CHOICE.messageKey(), ""))));
    }

    /** {@code GET /desk/stories/N/steps?since=17}. */
    public Response since(Request request, DeskAccess.Visitor visitor) {
        String since = request.query().text("since");
        if (!since.matches("[0-9]{1,18}")) {
            return problems(422, List.of(frame.word("problem.step-does-not-fit", "since")));
        }
        return answer(drafting.stepsSince(number(request), Long.parseLong(since)), 200);
    }

    private Response answer(Typed typed, int behind) {
        return switch (typed) {
            case Typed.Accepted(var version) ->
                Response.json(200, NODES.objectNode().put("version", version).toString());
            case Typed.Behind(var version, var steps) -> Response.json(behind, steps(version, steps));
            case Typed.TooOld(var version, var document) ->
                Response.json(
                        410,
                        NODES.objectNode()
                                .put("version", version)
                                .<ObjectNode>set("document", document.json())
                                .toString());
            case Typed.Refused(var problems) ->
                problems(status(problems), problems.stream().map(frame::problem).toList());
        };
    }

    /** The steps are JSON already: they are put into the answer as they lie in the log. */
    private static String steps(long version, List<LoggedStep> steps) {
        var json = new StringBuilder("{\"version\":").append(version).append(",\"steps\":[");
        json.append(String.join(",", steps.stream().map(LoggedStep::json).toList()));
        var clients = NODES.arrayNode();
        steps.forEach(step -> clients.add(step.client()));
        return json.append("],\"clients\":").append(clients).append('}').toString();
    }

    private static int status(List<Problem> problems) {
        var kind = problems.getFirst().kind();
        return kind == Problem.Kind.NOT_ALLOWED ? 403 : kind == Problem.Kind.NO_SUCH_STORY ? 404 : 422;
    }

    private static Response problems(int status, List<String> words) {
        var json = NODES.objectNode();
        var array = json.putArray("problems");
        words.forEach(array::add);
        return Response.json(status, json.toString());
    }

    private String word(Problem.Kind kind) {
        return frame.word(kind.messageKey());
    }

    private static String name(Permission permission) {
        return permission.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static long number(Request request) {
        return Long.parseLong(request.route().text("number"));
    }
}
