package news.titr.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import news.titr.db.Outbox;
import news.titr.db.Signals;
import news.titr.doc.step.DocumentJson;
import news.titr.doc.step.StepFailed;
import news.titr.http.EventStream;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.Covering;
import news.titr.story.Newsroom;
import news.titr.story.Publishing;
import org.jspecify.annotations.Nullable;

/**
 * Who is in which story at this moment, and what they are told: that steps have come, who else is there and where, that
 * the story has moved on. A story that somebody has open in this process has a room here; rooms of several processes
 * hear each other through {@link Signals}.
 */
public final class StoryRooms {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Newsroom newsroom;
    private final Signals signals;
    private final InstantSource clock;
    private final Map<Long, StoryRoom> rooms = new HashMap<>();

    public StoryRooms(Newsroom newsroom, Signals signals, InstantSource clock) {
        this.newsroom = newsroom;
        this.signals = signals;
        this.clock = clock;
        signals.onCommitted(this::committed);
    }

    /** The signal that a story's document has a new version. */
    static String steps(long story) {
        return "story/" + story + "/steps";
    }

    /** The signal that somebody has come, moved or gone. */
    static String people(long story) {
        return "story/" + story + "/people";
    }

    /** {@code GET /desk/stories/N/events?client=ID}; who gives an id leaves when the stream is closed. */
    public Response events(Request request, DeskAccess.Visitor visitor) {
        long number = number(request);
        if (newsroom.story(number).isEmpty()) {
            return Response.json(404, "{\"problems\":[]}");
        }
        String client = request.query().text("client");
        return Response.events(stream -> {
            enter(number, stream);
            stream.whenClosed(() -> {
                leave(number, stream);
                if (CLIENT.matcher(client).matches()) {
                    signals.send(
                            people(number),
                            NODES.objectNode().put("gone", client).toString());
                }
            });
        });
    }

    /** {@code POST /desk/stories/N/presence}. */
    public Response presence(Request request, DeskAccess.Visitor visitor) {
        JsonNode sent;
        try {
            sent = DocumentJson.read(request.text());
        } catch (StepFailed e) {
            return Response.json(422, "{\"problems\":[]}");
        }
        String client = sent.path("client").asText();
        if (!CLIENT.matcher(client).matches()) {
            return Response.json(422, "{\"problems\":[]}");
        }
        var person = NODES.objectNode().put("client", client).put("name", visitor.name());
        put(person, "anchor", sent);
        put(person, "head", sent);
        signals.send(people(number(request)), person(person, clock.millis()));
        return Response.json(200, "{}");
    }

    /** Forgets who has not been heard of for half a minute, and tells the versions that a lost signal kept back. */
    public void sweep() {
        for (var room : open()) {
            room.forgetBefore(clock.instant().minusSeconds(30));
            newsroom.version(room.story()).ifPresent(room::version);
        }
    }

    /** What is said of one who is there, as of a moment. */
    static String person(JsonNode person, long at) {
        return NODES.objectNode()
                .put("at", at)
                .<ObjectNode>set("person", person)
                .toString();
    }

    private static void put(ObjectNode person, String name, JsonNode sent) {
        if (sent.path(name).canConvertToInt()) {
            person.put(name, sent.path(name).intValue());
        }
    }

    private void enter(long number, EventStream stream) {
        StoryRoom room;
        synchronized (rooms) {
            room = rooms.computeIfAbsent(number, _ -> new StoryRoom(number, signals));
            room.enter(stream);
        }
        newsroom.version(number).ifPresent(room::version);
    }

    private void leave(long number, EventStream stream) {
        synchronized (rooms) {
            var room = rooms.get(number);
            if (room != null && room.leave(stream)) {
                room.close();
                rooms.remove(number);
            }
        }
    }

    private void committed(Outbox.Entry entry) {
        entry.story().ifPresent(number -> {
            var room = room(number);
            if (room == null) {
                return;
            }
            if (entry.event().equals(Covering.EVENT)) {
                room.tell("coverage", "{}");
                return;
            }
            if (entry.event().startsWith("note")) {
                room.tell("notes", "{}");
                return;
            }
            newsroom.story(number)
                    .ifPresent(story -> room.tell(
                            "story",
                            NODES.objectNode()
                                    .put("event", entry.event())
                                    .put("stage", story.stage().id())
                                    .put("revision", story.newestRevision())
                                    .put(
                                            "live",
                                            Publishing.Seen.of(story).live().orElse(""))
                                    .toString()));
            newsroom.version(number).ifPresent(room::version);
        });
    }

    private @Nullable StoryRoom room(long number) {
        synchronized (rooms) {
            return rooms.get(number);
        }
    }

    private java.util.List<StoryRoom> open() {
        synchronized (rooms) {
            return java.util.List.copyOf(rooms.values());
        }
    }

    private static long number(Request request) {
        return Long.parseLong(request.route().text("number"));
    }
}
