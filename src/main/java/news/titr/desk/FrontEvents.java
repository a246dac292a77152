package news.titr.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import news.titr.db.Signals;
import news.titr.http.EventStream;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.people.Permission;
import news.titr.story.Fronting;

/** Tells everybody who has the front page open at the desk that somebody has changed its draft, or published it. */
public final class FrontEvents {

    private static final Set<String> CHANGES = Set.of("front-draft", "front");

    private final Fronting fronting;
    private final DeskFrame frame;
    private final List<EventStream> streams = new CopyOnWriteArrayList<>();

    public FrontEvents(Fronting fronting, Signals signals, DeskFrame frame) {
        this.fronting = fronting;
        this.frame = frame;
        signals.onCommitted(entry -> {
            if (CHANGES.contains(entry.event()) && !streams.isEmpty()) {
                String state = state();
                streams.forEach(stream -> stream.send("front", state));
            }
        });
    }

    /** {@code GET /desk/front/events}: says at once how things stand, for whoever comes back after a gap. */
    public Response show(Request request, DeskAccess.Visitor visitor) {
        if (!visitor.actor().may(Permission.EDIT_FRONT)) {
            return Response.json(403, "{}");
        }
        return Response.events(stream -> {
            streams.add(stream);
            stream.whenClosed(() -> streams.remove(stream));
            stream.send("front", state());
        });
    }

    private String state() {
        String edition = frame.masthead().language().tag();
        return JsonNodeFactory.instance
                .objectNode()
                .put("version", fronting.draft(edition).version())
                .put("ordinal", fronting.live(edition).ordinal())
                .toString();
    }
}
