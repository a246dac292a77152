package news.titr.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import news.titr.doc.EmbedProvider;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.DateParser;
import news.titr.language.Edit;
import news.titr.language.HouseStyle;
import news.titr.language.Tidy;
import news.titr.media.Pictures;
import news.titr.story.Bylines;
import news.titr.story.Label;
import news.titr.story.Newsroom;

/** What the editor asks the server while somebody writes: JSON in, JSON out. Nothing here changes anything. */
public final class EditorQuestions {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_STORIES = 50;
    private static final int MOST_NAMES = 12;
    private static final int MOST_TEXTS = 500;
    private static final int USUAL_WIDTH = 640;

    private final Newsroom newsroom;
    private final Bylines bylines;
    private final Pictures pictures;
    private final Tidy tidy;
    private final Supplier<HouseStyle> style;
    private final DeskFrame frame;

    public EditorQuestions(
            Newsroom newsroom,
            Bylines bylines,
            Pictures pictures,
            Tidy tidy,
            Supplier<HouseStyle> style,
            DeskFrame frame) {
        this.newsroom = newsroom;
        this.bylines = bylines;
        this.pictures = pictures;
        this.tidy = tidy;
        this.style = style;
        this.frame = frame;
    }

    /** {@code GET /desk/stories/search?q=…&limit=12}: stories by words of their headlines or by number, newest first. */
    public Response stories(Request request, DeskAccess.Visitor visitor) {
        int limit = limit(request.query().text("limit"));
        var answer = NODES.objectNode();
        var stories = answer.putArray("stories");
        newsroom.search(request.query().text("q"), limit)
                .forEach(line -> stories.addObject()
                        .put("number", line.story().number())
                        .put("headline", line.headline())
                        .put("edition", line.story().edition())
                        .put("section", line.section())
                        .put("state", frame.word("desk.state." + StoriesPage.state(line.story())))
                        .put("date", frame.moment(line.revisedAt())));
        return json(answer);
    }

    /** {@code GET /desk/known/tags?q=…}, {@code /desk/known/authors?q=…}: names that are in use already. */
    public Response names(Request request, DeskAccess.Visitor visitor) {
        var kind = request.route().text("kind").equals("tags") ? Label.Kind.TAG : Label.Kind.AUTHOR;
        var answer = NODES.objectNode();
        var names = answer.putArray("names");
        bylines.known(
                        kind,
                        request.query().first("edition").orElseGet(frame::edition),
                        request.query().text("q"),
                        MOST_NAMES)
                .forEach(names::add);
        return json(answer);
    }

    /** {@code GET /desk/dates?text=…} reads a date as people type it; {@code ?at=…} says one as it stands in a field. */
    public Response dates(Request request, DeskAccess.Visitor visitor) {
        var zone = frame.masthead().zone();
        var moment = request.query().has("at")
                ? instant(request.query().text("at"))
                : new DateParser(zone)
                        .parse(request.query().text("text"), frame.now())
                        .map(date -> date.at(zone, LocalTime.NOON));
        var answer = NODES.objectNode();
        moment.ifPresent(at -> answer.put("at", at.toString()).put("shown", frame.inField(at)));
        return json(answer);
    }

    /** {@code GET /desk/picture-addresses?asset=…}: where pictures are shown from; those that there are not are left out. */
    public Response pictures(Request request, DeskAccess.Visitor visitor) {
        var answer = NODES.objectNode();
        var found = answer.putArray("pictures");
        pictures.find(request.query().all("asset"))
                .values()
                .forEach(asset -> asset.atLeast(USUAL_WIDTH)
                        .ifPresent(rendition -> found.addObject()
                                .put("asset", asset.id())
                                .put("address", rendition.address())
                                .put("width", rendition.width())
                                .put("height", rendition.height())));
        return json(answer);
    }

    /** {@code POST /desk/embeds {"address"}}: the card that an address stands for, if it is one of a provider. */
    public Response embed(Request request, DeskAccess.Visitor visitor) {
        var answer = NODES.objectNode();
        sent(request)
                .flatMap(json -> EmbedProvider.read(json.path("address").asText()))
                .ifPresent(embed -> answer.putObject("embed")
                        .put("provider", embed.provider())
                        .put("id", embed.id())
                        .put("title", embed.title()));
        return json(answer);
    }

    /** {@code POST /desk/stories/N/tidying {"texts": […]}}: for each text, what the house would mend in it. */
    public Response tidy(Request request, DeskAccess.Visitor visitor) {
        var texts = sent(request).map(json -> json.path("texts")).filter(JsonNode::isArray);
        if (texts.isEmpty() || texts.get().size() > MOST_TEXTS) {
            return Response.json(422, "{\"problems\":[]}");
        }
        var answer = NODES.objectNode();
        var all = answer.putArray("edits");
        for (var text : texts.get()) {
            var edits = all.addArray();
            tidy.edits(text.asText(), style.get()).forEach(edit -> edits.add(json(edit, text.asText())));
        }
        return json(answer);
    }

    private static ObjectNode json(Edit edit, String text) {
        return NODES.objectNode()
                .put("start", edit.start())
                .put("end", edit.end())
                .put("before", edit.before())
                .put("after", edit.after())
                .put("wordBefore", edit.wordBefore(text))
                .put("wordAfter", edit.wordAfter(text))
                .put("kind", edit.kind().name().toLowerCase(Locale.ROOT))
                .put("reason", edit.reason().sentence());
    }

    private static Optional<JsonNode> sent(Request request) {
        try {
            return Optional.ofNullable(JSON.readTree(request.text())).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static int limit(String text) {
        return text.matches("[0-9]{1,3}") ? Math.clamp(Integer.parseInt(text), 1, MOST_STORIES) : MOST_NAMES;
    }

    private static Response json(ObjectNode answer) {
        return Response.json(200, answer.toString());
    }
}
