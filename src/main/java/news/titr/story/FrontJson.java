package news.titr.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/** A front page as it stands in the database. */
final class FrontJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FrontJson() {}

    static String write(Front front) {
        var root = JSON.createObjectNode();
        var placements = root.putArray("placements");
        for (var placement : front.placements()) {
            var node = placements.addObject().put("slot", placement.slot()).put("story", placement.story());
            placement.until().ifPresent(until -> node.put("until", until.toEpochMilli()));
        }
        var areas = root.putArray("areas");
        for (var area : front.areas()) {
            areas.addObject()
                    .put("key", area.key())
                    .put("order", area.order().id())
                    .put("count", area.count())
                    .put("repeats", area.repeats());
        }
        return root.toString();
    }

    static Front read(String json) {
        try {
            var root = JSON.readTree(json);
            var placements = new ArrayList<Front.Placement>();
            for (JsonNode node : root.path("placements")) {
                placements.add(new Front.Placement(
                        node.path("slot").asText(),
                        node.path("story").asLong(),
                        node.has("until")
                                ? Optional.of(
                                        Instant.ofEpochMilli(node.path("until").asLong()))
                                : Optional.empty()));
            }
            var areas = new ArrayList<Front.Area>();
            for (JsonNode node : root.path("areas")) {
                areas.add(new Front.Area(
                        node.path("key").asText(),
                        Front.Order.of(node.path("order").asText()).orElse(Front.Order.NEWEST),
                        node.path("count").asInt(),
                        node.path("repeats").asBoolean()));
            }
            return new Front(placements, areas);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A front page in the database is damaged: " + json, e);
        }
    }
}
