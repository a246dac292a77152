package news.titr.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import news.titr.doc.step.DocumentJson;
import news.titr.doc.step.Fragment;
import news.titr.doc.step.Mapping;
import news.titr.doc.step.Node;
import news.titr.doc.step.Slice;
import news.titr.doc.step.Step;
import news.titr.doc.step.StepFailed;
import news.titr.doc.step.StepJson;
import news.titr.doc.step.StepMap;
import news.titr.doc.step.StorySchema;
import news.titr.people.Actor;

/** An editor's window as prosemirror-collab has it: types at once, sends later, and rebases over what others did. */
final class EditorWindow {

    private record Unsent(Step step, Step inverted) {}

    private final Drafting drafting;
    private final Actor actor;
    private final long number;
    private final String client;
    private Node document;
    private long version;
    private List<Unsent> unsent = new ArrayList<>();

    EditorWindow(Drafting drafting, Actor actor, long number, String client) {
        this.drafting = drafting;
        this.actor = actor;
        this.number = number;
        this.client = client;
        var open = drafting.open(actor, number).orElseThrow();
        document = open.document();
        version = open.version();
    }

    Node document() {
        return document;
    }

    long version() {
        return version;
    }

    void apply(Step step) {
        var before = document;
        document = step.apply(document);
        unsent.add(new Unsent(step, step.inverted(before)));
    }

    void typeAtEndOf(String field, String text) {
        int position = 0;
        for (var child : document.children()) {
            position += child.size();
            if (child.type().name().equals(field)) {
                insert(position - 1, text);
                return;
            }
        }
        throw new AssertionError("No " + field);
    }

    void typeAtEndOfBlock(int index, String text) {
        int position = document.content().size() - document.children().getLast().size() + 1;
        for (int i = 0; i <= index; i++) {
            position += document.children().getLast().child(i).size();
        }
        insert(position - 1, text);
    }

    void insert(int position, String text) {
        var node = StorySchema.SCHEMA.text(text, List.of());
        apply(new Step.Replace(position, position, new Slice(Fragment.of(List.of(node)), 0, 0), false));
    }

    /** Sends until everything is taken. */
    void send() {
        while (true) {
            var steps = unsent.stream()
                    .map(one -> (JsonNode) StepJson.write(one.step()))
                    .toList();
            switch (drafting.type(actor, number, version, client, steps)) {
                case Typed.Accepted(var now) -> {
                    version = now;
                    unsent = new ArrayList<>();
                    return;
                }
                case Typed.Behind(var _, var others) -> receive(others);
                case Typed.TooOld _, Typed.Refused _ -> throw new AssertionError("The server does not take " + steps);
            }
        }
    }

    /** Sends once; true when it was taken. The answer may get lost on the way. */
    boolean trySend(boolean answerIsLost) {
        if (unsent.isEmpty()) {
            return true;
        }
        var steps = unsent.stream()
                .map(one -> (JsonNode) StepJson.write(one.step()))
                .toList();
        var answer = drafting.type(actor, number, version, client, steps);
        if (answerIsLost) {
            return false;
        }
        return switch (answer) {
            case Typed.Accepted(var now) -> {
                version = now;
                unsent = new ArrayList<>();
                yield true;
            }
            case Typed.Behind(var _, var others) -> {
                receive(others);
                yield false;
            }
            case Typed.TooOld _, Typed.Refused _ -> throw new AssertionError("The server answers " + answer);
        };
    }

    void receive() {
        if (drafting.stepsSince(number, version) instanceof Typed.Behind(var _, var steps)) {
            receive(steps);
        }
    }

    private void receive(List<LoggedStep> logged) {
        int ours = 0;
        while (ours < logged.size() && logged.get(ours).client().equals(client)) {
            ours++;
        }
        var waiting = unsent.subList(ours, unsent.size());
        var others = logged.subList(ours, logged.size()).stream()
                .map(step -> StepJson.read(StorySchema.SCHEMA, DocumentJson.read(step.json())))
                .toList();
        unsent = others.isEmpty() ? new ArrayList<>(waiting) : rebase(waiting, others);
        version += logged.size();
    }

    /** Undoes what is unsent, does what others did, and does again what was unsent, as prosemirror-collab does. */
    private List<Unsent> rebase(List<Unsent> waiting, List<Step> others) {
        var pipeline = new Pipeline();
        for (var one : waiting.reversed()) {
            document = one.inverted().apply(document);
            pipeline.add(one.inverted().map());
        }
        for (var step : others) {
            document = step.apply(document);
            pipeline.add(step.map());
        }
        var rebased = new ArrayList<Unsent>();
        int from = waiting.size();
        for (var one : waiting) {
            var moved = one.step().through(pipeline.from(from));
            from--;
            if (moved.isEmpty()) {
                continue;
            }
            try {
                var before = document;
                document = moved.get().apply(document);
                pipeline.add(moved.get().map());
                pipeline.mirror(from, pipeline.maps.size() - 1);
                rebased.add(new Unsent(moved.get(), moved.get().inverted(before)));
            } catch (StepFailed e) {
                // the others have left no place for it
            }
        }
        return rebased;
    }

    /** Maps in a row, of which some undo others: what the one lost, the other brings back. */
    private static final class Pipeline {

        private final List<StepMap> maps = new ArrayList<>();
        private final Map<Integer, Integer> mirrors = new HashMap<>();

        void add(StepMap map) {
            maps.add(map);
        }

        void mirror(int one, int other) {
            mirrors.put(one, other);
            mirrors.put(other, one);
        }

        Mapping from(int first) {
            return (position, side) -> mapped(first, position, side);
        }

        private StepMap.Mapped mapped(int first, int position, int side) {
            int at = position;
            boolean deleted = false;
            boolean after = false;
            boolean across = false;
            for (int i = first; i < maps.size(); i++) {
                var mapped = maps.get(i).mapped(at, side);
                var mirror = Optional.ofNullable(mirrors.get(i))
                        .filter(other -> mapped.recovery().isPresent());
                if (mirror.isPresent() && mirror.get() > i && mirror.get() < maps.size()) {
                    i = mirror.get();
                    at = maps.get(i).recover(mapped.recovery().getAsLong());
                    continue;
                }
                deleted |= mapped.deleted();
                after |= mapped.deletedAfter();
                across |= mapped.deletedAcross();
                at = mapped.position();
            }
            return new StepMap.Mapped(at, deleted, after, across, OptionalLong.empty());
        }
    }
}
