package news.titr.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.Newsroom;
import news.titr.story.Note;
import news.titr.story.Notes;
import news.titr.story.Outcome;

/** Notes on passages of a story: beside the editor as a panel, and as JSON for the marks in the text. */
public final class NotesPanel {

    private final Notes notes;
    private final Newsroom newsroom;
    private final DeskFrame frame;

    public NotesPanel(Notes notes, Newsroom newsroom, DeskFrame frame) {
        this.notes = notes;
        this.newsroom = newsroom;
        this.frame = frame;
    }

    /**
     * What the template shows.
     *
     * @param typed what was written and refused, so that nobody writes it twice
     * @param names JSON: who can be called
     */
    public record View(
            String action, List<Line> open, List<Line> resolved, String typed, List<String> problems, String names) {

        public boolean isEmpty() {
            return open.isEmpty() && resolved.isEmpty();
        }
    }

    /** A note; {@code gone} when the passage was deleted. */
    public record Line(String id, String quote, boolean gone, List<Said> sayings, String resolved) {}

    public record Said(String who, String when, String exactly, String machine, String text) {}

    /** {@code GET /desk/stories/N/panels/notes}. */
    public Response show(Request request, DeskAccess.Visitor visitor) {
        long number = HistoryPage.number(request);
        if (newsroom.story(number).isEmpty()) {
            return frame.page(404, DeskTemplates.missing(frame.forVisitor(frame.word("desk.missing"), visitor)));
        }
        notes.seen(visitor.actor(), number);
        return panel(200, number, visitor, "", List.of());
    }

    /** {@code POST /desk/stories/N/panels/notes}: adds, answers, resolves or reopens a note. */
    public Response act(Request request, DeskAccess.Visitor visitor) {
        long number = HistoryPage.number(request);
        var form = request.form();
        String note = form.text("note");
        String text = form.text("text");
        var outcome = switch (form.text("act")) {
            case "add" ->
                notes.add(
                        visitor.actor(),
                        number,
                        position(form.text("version")),
                        new Note.Passage((int) position(form.text("from")), (int) position(form.text("to"))),
                        form.text("quote"),
                        text);
            case "resolve" -> notes.resolve(visitor.actor(), number, note);
            case "reopen" -> notes.reopen(visitor.actor(), number, note);
            default -> notes.answer(visitor.actor(), number, note, text);
        };
        return switch (outcome) {
            case Outcome.Done<Note> _ -> panel(200, number, visitor, "", List.of());
            case Outcome.Refused<Note> refused ->
                panel(
                        422,
                        number,
                        visitor,
                        text,
                        refused.problems().stream().map(frame::problem).toList());
            case Outcome.Conflict<Note> _ -> panel(409, number, visitor, text, List.of(frame.word("desk.conflict")));
        };
    }

    /** {@code GET /desk/stories/N/notes}: where the notes stand in the newest version of the text. */
    public Response json(Request request, DeskAccess.Visitor visitor) {
        var json = JsonNodeFactory.instance.arrayNode();
        for (var note : notes.of(HistoryPage.number(request))) {
            var node = json.addObject()
                    .put("id", note.id())
                    .put("version", note.version())
                    .put("open", note.isOpen())
                    .put("quote", note.quote());
            note.passage().ifPresent(passage -> node.put("from", passage.from()).put("to", passage.to()));
        }
        return Response.json(200, json.toString());
    }

    private Response panel(int status, long number, DeskAccess.Visitor visitor, String typed, List<String> problems) {
        var all = notes.of(number);
        var names = JsonNodeFactory.instance.arrayNode();
        notes.names().forEach(names::add);
        var view = new View(
                HistoryPage.address(number) + "/panels/notes",
                all.stream().filter(Note::isOpen).map(this::line).toList(),
                all.stream().filter(note -> !note.isOpen()).map(this::line).toList(),
                typed,
                problems,
                names.toString());
        return frame.fragment(status, DeskTemplates.notesPanel(frame.forVisitor("", visitor), view));
    }

    private Line line(Note note) {
        return new Line(
                note.id(),
                note.quote(),
                note.passage().isEmpty(),
                note.sayings().stream()
                        .map(saying -> said(saying.by(), saying.byName(), saying.at(), saying.text()))
                        .toList(),
                note.resolved()
                        .map(resolved -> frame.word(
                                "notes.resolved-by",
                                HistoryPage.who(frame, resolved.by(), resolved.byName()),
                                frame.moment(resolved.at())))
                        .orElse(""));
    }

    private Said said(String by, String name, Instant at, String text) {
        return new Said(
                HistoryPage.who(frame, by, name),
                frame.moment(at),
                frame.dates().full(at),
                at.toString(),
                text);
    }

    private static long position(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
