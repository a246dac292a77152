package news.titr.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import news.titr.doc.Surroundings;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.Content;
import news.titr.story.Drafting;
import news.titr.story.History;
import news.titr.story.Newsroom;
import news.titr.story.Publishing;
import news.titr.story.Revision;
import news.titr.story.Sections;
import news.titr.story.StoryDifference;
import news.titr.story.StoryDocument;

/** What has changed between any two states of a story: two revisions, what is live, what is being typed. */
public final class ComparisonPage {

    private final History history;
    private final Newsroom newsroom;
    private final Drafting drafting;
    private final Sections sections;
    private final Surroundings surroundings;
    private final DeskFrame frame;

    public ComparisonPage(
            History history,
            Newsroom newsroom,
            Drafting drafting,
            Sections sections,
            Surroundings surroundings,
            DeskFrame frame) {
        this.history = history;
        this.newsroom = newsroom;
        this.drafting = drafting;
        this.sections = sections;
        this.surroundings = surroundings;
        this.frame = frame;
    }

    /**
     * What the template shows.
     *
     * @param otherView where the same stands beside each other, or in one text
     * @param mayRestore true when the older one is a revision that can be made the newest
     */
    public record View(
            long number,
            String from,
            String fromWords,
            String to,
            String toWords,
            String otherView,
            boolean mayRestore,
            DifferenceView difference) {}

    /** One of the two: where it is from and what it is called. */
    private record End(String id, String words, Content content) {}

    /** {@code GET /desk/stories/N/history/comparison?from=…&to=…&view=sides}. */
    public Response show(Request request, DeskAccess.Visitor visitor) {
        long number = HistoryPage.number(request);
        var ends = ends(request, visitor, number);
        if (ends.isEmpty()) {
            return frame.page(404, DeskTemplates.missing(frame.forVisitor(frame.word("desk.missing"), visitor)));
        }
        var from = ends.get().from();
        var to = ends.get().to();
        boolean sides = request.query().text("view").equals("sides");
        String address = HistoryPage.address(number) + "/history/comparison?from=" + from.id() + "&to=" + to.id();
        var view = new View(
                number,
                from.id(),
                from.words(),
                to.id(),
                to.words(),
                sides ? address : address + "&view=sides",
                history.revision(number, from.id()).isPresent(),
                drawing(sides).of(StoryDifference.of(from.content(), to.content())));
        return frame.page(
                200, DeskTemplates.comparison(frame.forVisitor(frame.word("history.comparison"), visitor), view));
    }

    /** {@code GET /desk/stories/N/difference?from=…&to=…}: the same as JSON, for scripts. */
    public Response json(Request request, DeskAccess.Visitor visitor) {
        var ends = ends(request, visitor, HistoryPage.number(request));
        if (ends.isEmpty()) {
            return Response.json(404, "{\"problems\":[]}");
        }
        var difference =
                StoryDifference.of(ends.get().from().content(), ends.get().to().content());
        var json = JsonNodeFactory.instance.objectNode();
        json.put("same", difference.isEmpty());
        json.put(
                "inline",
                DeskTemplates.difference(drawing(false).of(difference)).render());
        json.put("sides", DeskTemplates.difference(drawing(true).of(difference)).render());
        return Response.json(200, json.toString());
    }

    private DifferenceView.Drawing drawing(boolean sides) {
        return new DifferenceView.Drawing(
                frame,
                surroundings,
                sections.editions().stream()
                        .flatMap(edition -> sections.all(edition).stream())
                        .toList(),
                sides);
    }

    private record Ends(End from, End to) {}

    private Optional<Ends> ends(Request request, DeskAccess.Visitor visitor, long number) {
        String wantedTo = request.query().first("to").orElse("newest");
        String wantedFrom = request.query().text("from");
        return end(number, wantedTo, visitor)
                .flatMap(to -> (wantedFrom.isEmpty() ? before(number, to) : end(number, wantedFrom, visitor))
                        .map(from -> new Ends(from, to)));
    }

    /** What was there before: of the first revision, nothing. */
    private Optional<End> before(long number, End end) {
        return Optional.of(history.revision(number, end.id())
                .flatMap(history::before)
                .map(this::end)
                .orElseGet(() -> new End("", frame.word("history.nothing"), Content.EMPTY)));
    }

    private Optional<End> end(long number, String wanted, DeskAccess.Visitor visitor) {
        return switch (wanted) {
            case "working" ->
                drafting.open(visitor.actor(), number)
                        .map(open -> new End(
                                "working", frame.word("history.working"), StoryDocument.content(open.document())));
            case "newest" -> newsroom.open(number).map(opened -> end(opened.revision()));
            case "live" ->
                newsroom.story(number)
                        .flatMap(story -> Publishing.Seen.of(story).live())
                        .flatMap(live -> history.revision(number, live))
                        .map(this::end);
            default -> history.revision(number, wanted).map(this::end);
        };
    }

    private End end(Revision revision) {
        String moment = frame.dates().full(revision.createdAt());
        return new End(
                revision.id(),
                revision.name().isEmpty() ? moment : frame.word("history.named", revision.name(), moment),
                revision.content());
    }
}
