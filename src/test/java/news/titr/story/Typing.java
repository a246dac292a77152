package news.titr.story;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import news.titr.World;

/** Somebody at the keyboard: puts words into a story's working copy as an editor window does. */
final class Typing {

    private Typing() {}

    /** Types at the very beginning, in the kicker. */
    static Typed at(World world, long number, long version, String text) {
        return at(world, number, version, 1, text);
    }

    static Typed at(World world, long number, long version, int position, String text) {
        var step = JsonNodeFactory.instance.objectNode();
        step.put("stepType", "replace").put("from", position).put("to", position);
        step.putObject("slice")
                .putArray("content")
                .addObject()
                .put("type", "text")
                .put("text", text);
        return world.drafting.type(world.chiefEditor(), number, version, "window", List.of(step));
    }
}
