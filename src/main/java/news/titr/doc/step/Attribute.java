package news.titr.doc.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An attribute that nodes or marks of a kind have.
 *
 * @param initial the value of one that is left out; empty when it must be given
 * @param canonical the value as it is kept, such as 2 for 2.0; empty for a value that it cannot have
 */
public record Attribute(String name, Optional<JsonNode> initial, Function<JsonNode, Optional<JsonNode>> canonical) {

    /** The attributes of one node or mark in the order of its kind; what its kind does not know is left out. */
    static Map<String, JsonNode> values(String kind, List<Attribute> attributes, JsonNode given) {
        if (attributes.isEmpty()) {
            return Map.of();
        }
        var values = new LinkedHashMap<String, JsonNode>();
        for (var attribute : attributes) {
            var value = given.path(attribute.name());
            values.put(attribute.name(), attribute.value(kind, value));
        }
        return Collections.unmodifiableMap(values);
    }

    static Map<String, JsonNode> with(
            String kind, List<Attribute> attributes, Map<String, JsonNode> values, String name, JsonNode value) {
        if (attributes.stream().noneMatch(attribute -> attribute.name().equals(name))) {
            return values;
        }
        var changed = new LinkedHashMap<String, JsonNode>(values);
        attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .forEach(attribute -> changed.put(name, attribute.value(kind, value)));
        return Collections.unmodifiableMap(changed);
    }

    static ObjectNode json(ObjectNode into, Map<String, JsonNode> values) {
        if (!values.isEmpty()) {
            var object = into.putObject("attrs");
            values.forEach((name, value) -> object.set(name, value.deepCopy()));
        }
        return into;
    }

    private JsonNode value(String kind, JsonNode given) {
        if (given.isMissingNode()) {
            return initial.orElseThrow(() -> new StepFailed("No value supplied for attribute " + name + " of " + kind));
        }
        return canonical
                .apply(given)
                .orElseThrow(
                        () -> new StepFailed("Attribute " + name + " of " + kind + " cannot be " + shortened(given)));
    }

    private static String shortened(JsonNode value) {
        String text = value.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
