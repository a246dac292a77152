package news.titr.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import news.titr.http.Parameters;
import news.titr.story.Front;
import news.titr.story.FrontChange;

/** Reads one act on the front page from the form that asks for it. */
final class FrontAct {

    private FrontAct() {}

    /**
     * The act; empty when the form makes no sense, such as a date that cannot be read.
     *
     * @param moment reads a date as people type it
     */
    static Optional<FrontChange> read(Parameters form, Function<String, Optional<Instant>> moment) {
        String slot = form.text("slot");
        long story = FrontEditor.number(form.text("story"));
        return switch (form.text("act")) {
            case "place" -> Optional.of(new FrontChange.Place(slot, story, Optional.empty()));
            case "move" -> Optional.of(new FrontChange.Move(form.text("from"), slot, story));
            case "remove" -> Optional.of(new FrontChange.Remove(slot));
            case "unpin" -> Optional.of(new FrontChange.Pin(slot, Optional.empty()));
            case "pin" -> moment.apply(form.text("until")).map(until -> new FrontChange.Pin(slot, Optional.of(until)));
            case "fill" -> rule(form);
            case "up" -> Optional.of(new FrontChange.MoveBand(form.text("area"), -1));
            case "down" -> Optional.of(new FrontChange.MoveBand(form.text("area"), 1));
            case "undo" -> Optional.of(new FrontChange.Undo());
            case "discard" -> Optional.of(new FrontChange.Discard());
            case "restore" -> Optional.of(new FrontChange.Restore(FrontEditor.number(form.text("revision"))));
            default -> Optional.empty();
        };
    }

    private static Optional<FrontChange> rule(Parameters form) {
        return Front.Order.of(form.text("order"))
                .map(order -> new FrontChange.Fill(new Front.Area(
                        form.text("area"), order, (int) FrontEditor.number(form.text("count")), form.has("repeats"))));
    }
}
