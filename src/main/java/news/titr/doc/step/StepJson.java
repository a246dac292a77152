package news.titr.doc.step;

import static news.titr.doc.step.Schema.number;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Steps as prosemirror-transform writes them, and back. */
public final class StepJson {

    private StepJson() {}

    /** Throws {@link StepFailed} for what is not a step. */
    public static Step read(Schema schema, JsonNode json) {
        var step = switch (json.path("stepType").asText()) {
            case "replace" ->
                new Step.Replace(
                        number(json, "from"),
                        number(json, "to"),
                        schema.slice(json.path("slice")),
                        json.path("structure").asBoolean(false));
            case "replaceAround" ->
                new Step.ReplaceAround(
                        number(json, "from"),
                        number(json, "to"),
                        number(json, "gapFrom"),
                        number(json, "gapTo"),
                        schema.slice(json.path("slice")),
                        number(json, "insert"),
                        json.path("structure").asBoolean(false));
            case "addMark" ->
                new Step.AddMark(number(json, "from"), number(json, "to"), schema.mark(json.path("mark")));
            case "removeMark" ->
                new Step.RemoveMark(number(json, "from"), number(json, "to"), schema.mark(json.path("mark")));
            case "addNodeMark" -> new Step.AddNodeMark(number(json, "pos"), schema.mark(json.path("mark")));
            case "removeNodeMark" -> new Step.RemoveNodeMark(number(json, "pos"), schema.mark(json.path("mark")));
            case "attr" -> new Step.SetAttribute(number(json, "pos"), name(json), json.path("value"));
            case "docAttr" -> new Step.SetDocumentAttribute(name(json), json.path("value"));
            default ->
                throw new StepFailed("No step type " + json.path("stepType").asText() + " defined");
        };
        Schema.require(inOrder(step), "A range ends before it begins");
        return step;
    }

    public static ObjectNode write(Step step) {
        var json = JsonNodeFactory.instance.objectNode();
        switch (step) {
            case Step.Replace(var from, var to, var slice, var structure) -> {
                json.put("stepType", "replace").put("from", from).put("to", to);
                writeSlice(json, slice, structure);
            }
            case Step.ReplaceAround(var from, var to, var gapFrom, var gapTo, var slice, var insert, var structure) -> {
                json.put("stepType", "replaceAround").put("from", from).put("to", to);
                json.put("gapFrom", gapFrom).put("gapTo", gapTo).put("insert", insert);
                writeSlice(json, slice, structure);
            }
            case Step.AddMark(var from, var to, var mark) ->
                json.put("stepType", "addMark")
                        .<ObjectNode>set("mark", mark.json())
                        .put("from", from)
                        .put("to", to);
            case Step.RemoveMark(var from, var to, var mark) ->
                json.put("stepType", "removeMark")
                        .<ObjectNode>set("mark", mark.json())
                        .put("from", from)
                        .put("to", to);
            case Step.AddNodeMark(var position, var mark) ->
                json.put("stepType", "addNodeMark").put("pos", position).set("mark", mark.json());
            case Step.RemoveNodeMark(var position, var mark) ->
                json.put("stepType", "removeNodeMark").put("pos", position).set("mark", mark.json());
            case Step.SetAttribute(var position, var name, var value) -> {
                json.put("stepType", "attr").put("pos", position).put("attr", name);
                writeValue(json, value);
            }
            case Step.SetDocumentAttribute(var name, var value) -> {
                json.put("stepType", "docAttr").put("attr", name);
                writeValue(json, value);
            }
        }
        return json;
    }

    private static void writeSlice(ObjectNode json, Slice slice, boolean structure) {
        if (slice.size() > 0) {
            json.set("slice", slice.json());
        }
        if (structure) {
            json.put("structure", true);
        }
    }

    private static void writeValue(ObjectNode json, JsonNode value) {
        if (!value.isMissingNode()) {
            json.set("value", value.deepCopy());
        }
    }

    private static String name(JsonNode json) {
        Schema.require(json.path("attr").isTextual(), "attr is a text");
        return json.path("attr").textValue();
    }

    private static boolean inOrder(Step step) {
        return switch (step) {
            case Step.Replace(var from, var to, var _, var _) -> 0 <= from && from <= to;
            case Step.ReplaceAround(var from, var to, var gapFrom, var gapTo, var slice, var insert, var _) ->
                0 <= from
                        && from <= gapFrom
                        && gapFrom <= gapTo
                        && gapTo <= to
                        && 0 <= insert
                        && insert <= slice.size();
            case Step.AddMark(var from, var to, var _) -> 0 <= from && from <= to;
            case Step.RemoveMark(var from, var to, var _) -> 0 <= from && from <= to;
            case Step.AddNodeMark _, Step.RemoveNodeMark _, Step.SetAttribute _, Step.SetDocumentAttribute _ -> true;
        };
    }
}
