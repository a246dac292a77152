package news.titr.doc.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Does in Java what a case says that ProseMirror did, and compares, node for node. */
final class SameAsProseMirror {

    private SameAsProseMirror() {}

    static void check(JsonNode made, String name) {
        var schema = StorySchema.SCHEMA;
        var document = schema.node(made.path("document"));
        same(made.path("document"), document.json(), name + " as read");
        int number = 0;
        for (var entry : made.path("steps")) {
            String at = name + " step " + number++ + " " + entry.path("step");
            var step = StepJson.read(schema, entry.path("step"));
            same(entry.path("step"), StepJson.write(step), at);
            Optional<Node> after;
            try {
                after = Optional.of(step.apply(document));
            } catch (StepFailed e) {
                after = Optional.empty();
            }
            assertEquals(entry.path("applies").booleanValue(), after.isPresent(), at);
            if (after.isEmpty()) {
                continue;
            }
            same(entry.path("inverse"), StepJson.write(step.inverted(document)), at + " undone");
            mapped(entry.path("mapped"), step.map(), at);
            var other = StepJson.read(schema, entry.path("other")).through(step.map());
            assertEquals(!entry.path("through").isNull(), other.isPresent(), at + " through it " + entry.path("other"));
            other.ifPresent(moved -> same(entry.path("through"), StepJson.write(moved), at + " through it"));
            document = after.get();
            assertEquals(entry.path("size").intValue(), document.content().size(), at);
        }
        same(made.path("result"), document.json(), name + " at the end");
        assertEquals(made.path("sound").booleanValue(), isSound(document), name + " " + document.json());
    }

    private static void mapped(JsonNode expected, StepMap map, String at) {
        var mapped = map.mapped(expected.get(0).intValue(), expected.get(1).intValue());
        assertEquals(expected.get(2).intValue(), mapped.position(), at + " position");
        assertEquals(expected.get(3).booleanValue(), mapped.deleted(), at + " deleted");
        assertEquals(expected.get(4).booleanValue(), mapped.deletedAfter(), at + " deleted after");
        assertEquals(expected.get(5).booleanValue(), mapped.deletedAcross(), at + " deleted across");
    }

    private static boolean isSound(Node document) {
        try {
            StorySchema.SCHEMA.check(document);
            return true;
        } catch (StepFailed e) {
            return false;
        }
    }

    /** As trees: the order of the fields of an object says nothing. */
    private static void same(JsonNode expected, JsonNode actual, String at) {
        assertEquals(DocumentJson.read(expected.toString()), DocumentJson.read(actual.toString()), at);
    }
}
