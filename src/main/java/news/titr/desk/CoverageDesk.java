package news.titr.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import news.titr.doc.BlockWords;
import news.titr.doc.Body;
import news.titr.doc.HtmlRenderer;
import news.titr.doc.Markup;
import news.titr.doc.Surroundings;
import news.titr.doc.step.DocumentJson;
import news.titr.doc.step.StepFailed;
import news.titr.doc.step.StorySchema;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.DateParser;
import news.titr.people.People;
import news.titr.story.Content;
import news.titr.story.CoverageEntry;
import news.titr.story.Covering;
import news.titr.story.Newsroom;
import news.titr.story.Outcome;
import news.titr.story.Problem;
import news.titr.story.Story;
import news.titr.story.StoryDocument;
import news.titr.story.StoryType;

/**
 * The entries of a live coverage, written and looked after: a page of forms, which {@code web/desk/coverage.js} makes quick and
 * keeps from losing anything.
 */
public final class CoverageDesk {

    private static final int ON_A_PAGE = 50;

    private static final Problem NOT_A_TEXT = new Problem(Problem.Kind.STEP_DOES_NOT_FIT, "");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Covering covering;
    private final Newsroom newsroom;
    private final ActorNames names;
    private final EditorPage editor;
    private final Surroundings surroundings;
    private final DeskFrame frame;

    public CoverageDesk(
            Covering covering,
            Newsroom newsroom,
            People people,
            EditorPage editor,
            Surroundings surroundings,
            DeskFrame frame) {
        this.covering = covering;
        this.newsroom = newsroom;
        this.names = new ActorNames(people, frame);
        this.editor = editor;
        this.surroundings = surroundings;
        this.frame = frame;
    }

    /**
     * What the template shows.
     *
     * @param address of this page
     * @param site the address of the story before readers, empty while it is not live
     * @param isCoverage false for a story of another kind
     * @param older the address of the next page, or empty
     * @param blank the document of an entry that says nothing yet
     * @param settings JSON for the editor's modules, see {@code web/editor/words.js}
     */
    public record View(
            long number,
            String shownNumber,
            String headline,
            String address,
            String site,
            boolean isCoverage,
            boolean finished,
            boolean mayCover,
            Composer composer,
            List<Line> lines,
            String older,
            List<String> problems,
            String blank,
            String settings) {}

    /**
     * What is being written.
     *
     * @param entry the number of the entry that is edited, or empty for a new one
     * @param version of the text that it began with
     * @param id of a new entry: sent twice, it is written once
     * @param title what the form is called
     * @param text as {@link Markup}, for browsers without scripts
     * @param document the same as the editor has it: JSON of a story's document of which only the body is written on
     */
    public record Composer(
            String entry,
            String title,
            String version,
            String id,
            String at,
            String headline,
            String text,
            String document,
            String author,
            boolean keyEvent) {}

    /**
     * An entry.
     *
     * @param body HTML
     * @param removed who took it back, when and why; or empty
     */
    public record Line(
            long number,
            String shownNumber,
            long change,
            String time,
            String day,
            String machine,
            String headline,
            String body,
            String author,
            String by,
            boolean keyEvent,
            boolean pinned,
            boolean edited,
            String removed,
            String reason) {}

    // ---- looking

    /** {@code GET /desk/stories/N/coverage}; {@code ?edit=E} puts an entry into the form, {@code ?before=E} shows older ones. */
    public Response show(Request request, DeskAccess.Visitor visitor) {
        var edited = number(request.query().text("edit"))
                .flatMap(entry -> covering.entry(HistoryPage.number(request), entry))
                .filter(entry -> !entry.isRemoved());
        return page(200, request, visitor, edited.map(this::composer).orElseGet(this::blank), List.of());
    }

    /** {@code GET /desk/stories/N/coverage/entries}: the list alone, as it is now. */
    public Response entries(Request request, DeskAccess.Visitor visitor) {
        return newsroom.story(HistoryPage.number(request))
                .map(story -> frame.fragment(
                        200,
                        DeskTemplates.coverageEntries(
                                frame.forVisitor("", visitor), view(request, visitor, story, blank(), List.of()))))
                .orElseGet(() -> missing(visitor));
    }

    // ---- writing

    /** {@code POST /desk/stories/N/coverage/entries}. */
    public Response write(Request request, DeskAccess.Visitor visitor) {
        return written(
                request,
                visitor,
                wish -> covering.write(
                        visitor.actor(),
                        HistoryPage.number(request),
                        request.form().text("id"),
                        wish));
    }

    /** {@code POST /desk/stories/N/coverage/entries/E}: another text. */
    public Response change(Request request, DeskAccess.Visitor visitor) {
        return written(
                request,
                visitor,
                wish -> covering.change(
                        visitor.actor(),
                        HistoryPage.number(request),
                        entry(request),
                        number(request.form().text("version")).orElse(0L).intValue(),
                        wish));
    }

    /** {@code POST /desk/stories/N/coverage/entries/E/marks}. */
    public Response mark(Request request, DeskAccess.Visitor visitor) {
        return done(
                request,
                visitor,
                covering.mark(
                        visitor.actor(),
                        HistoryPage.number(request),
                        entry(request),
                        request.form().has("key"),
                        request.form().has("pinned")));
    }

    /** {@code POST /desk/stories/N/coverage/entries/E/removal}. */
    public Response remove(Request request, DeskAccess.Visitor visitor) {
        return done(
                request,
                visitor,
                covering.remove(
                        visitor.actor(),
                        HistoryPage.number(request),
                        entry(request),
                        request.form().text("reason")));
    }

    /** {@code POST /desk/stories/N/coverage/end}: the end, or with {@code reopen} the going on. */
    public Response end(Request request, DeskAccess.Visitor visitor) {
        long number = HistoryPage.number(request);
        return done(
                request,
                visitor,
                request.form().has("reopen")
                        ? covering.reopen(visitor.actor(), number)
                        : covering.finish(visitor.actor(), number));
    }

    private Response written(
            Request request, DeskAccess.Visitor visitor, Function<Covering.Wish, Outcome<CoverageEntry>> door) {
        var form = request.form();
        var at = moment(request);
        if (at.isEmpty() && !typedTime(request).isEmpty()) {
            return refused(422, request, visitor, List.of(frame.word("desk.calendar.not-read")), Optional.empty());
        }
        var body = body(request);
        if (body.isEmpty()) {
            return refused(422, request, visitor, words(List.of(NOT_A_TEXT)), Optional.empty());
        }
        var wish = new Covering.Wish(at, form.text("headline"), body.get(), form.text("author"), form.has("key"));
        return switch (door.apply(wish)) {
            case Outcome.Done<CoverageEntry>(var entry, var warnings) ->
                isScript(request)
                        ? Response.json(
                                200,
                                NODES.objectNode()
                                        .put("number", entry.number())
                                        .put(
                                                "warnings",
                                                String.join(
                                                        " ",
                                                        warnings.stream()
                                                                .map(frame::problem)
                                                                .toList()))
                                        .toString())
                        : Response.seeOther(address(request));
            case Outcome.Refused<CoverageEntry>(var problems) ->
                refused(422, request, visitor, words(problems), Optional.empty());
            case Outcome.Conflict<CoverageEntry>(var current) ->
                refused(409, request, visitor, List.of(frame.word("desk.coverage.conflict")), Optional.of(current));
        };
    }

    /** What the editor sent, or what was typed into the plain field; empty for what is no document. */
    private static Optional<Body> body(Request request) {
        String json = request.form().text("document");
        try {
            return Optional.of(
                    json.isEmpty()
                            ? Markup.read(request.form().text("text").strip())
                            : StoryDocument.content(StorySchema.SCHEMA.node(DocumentJson.read(json)))
                                    .body());
        } catch (StepFailed e) {
            return Optional.empty();
        }
    }

    private <T> Response done(Request request, DeskAccess.Visitor visitor, Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T> _ ->
                isScript(request) ? Response.json(200, "{}") : Response.seeOther(address(request));
            case Outcome.Refused<T>(var problems) -> refused(422, request, visitor, words(problems), Optional.empty());
            case Outcome.Conflict<T> _ ->
                refused(409, request, visitor, List.of(frame.word("desk.coverage.conflict")), Optional.empty());
        };
    }

    /** Says why, with all that was typed; of a conflict the text that another has written as well. */
    private Response refused(
            int status,
            Request request,
            DeskAccess.Visitor visitor,
            List<String> problems,
            Optional<CoverageEntry> current) {
        if (isScript(request)) {
            var node = NODES.objectNode();
            var words = node.putArray("problems");
            problems.forEach(words::add);
            current.ifPresent(theirs -> node.put("version", theirs.version()).put("theirs", html(theirs)));
            return Response.json(status, node.toString());
        }
        var form = request.form();
        boolean isWritten = form.has("text");
        var composer = isWritten
                ? new Composer(
                        request.route().text("entry"),
                        title(request.route().text("entry")),
                        current.map(theirs -> Integer.toString(theirs.version()))
                                .orElseGet(() -> form.text("version")),
                        form.text("id"),
                        form.text("at"),
                        form.text("headline"),
                        form.text("text"),
                        document(Markup.read(form.text("text"))),
                        form.text("author"),
                        form.has("key"))
                : blank();
        return page(status, request, visitor, composer, problems);
    }

    // ---- the time

    /** The time that was typed, unless it is the one that the form came with: that has seconds which no field shows. */
    private String typedTime(Request request) {
        String typed = request.form().text("at").strip();
        return typed.equals(request.form().text("shown-at").strip()) ? "" : typed;
    }

    /**
     * Empty for now, and for what is not understood. {@code waited} says how many milliseconds an entry could not be sent,
     * so that no clock but ours is believed.
     */
    private Optional<Instant> moment(Request request) {
        String typed = typedTime(request);
        if (typed.isEmpty()) {
            return number(request.form().text("waited"))
                    .filter(waited -> waited > 0)
                    .map(waited -> frame.now().minusMillis(waited));
        }
        var zone = frame.masthead().zone();
        var parser = new DateParser(zone);
        return parser.parse(typed, frame.now())
                // only the time of day
                .or(() -> parser.parse("امروز " + typed, frame.now()))
                .filter(date -> date.time().isPresent())
                .map(date -> date.at(zone, LocalTime.MIDNIGHT));
    }

    // ---- views

    private Response page(
            int status, Request request, DeskAccess.Visitor visitor, Composer composer, List<String> problems) {
        return newsroom.story(HistoryPage.number(request))
                .map(story -> {
                    var view = view(request, visitor, story, composer, problems);
                    String title = frame.word("desk.coverage.title", view.headline());
                    return frame.page(status, DeskTemplates.coverage(frame.forVisitor(title, visitor), view));
                })
                .orElseGet(() -> missing(visitor));
    }

    private Response missing(DeskAccess.Visitor visitor) {
        return frame.page(404, DeskTemplates.missing(frame.forVisitor(frame.word("desk.missing"), visitor)));
    }

    private View view(
            Request request, DeskAccess.Visitor visitor, Story story, Composer composer, List<String> problems) {
        long number = story.number();
        var before = number(request.query().text("before"));
        var entries = covering.entries(number, before.map(OptionalLong::of).orElseGet(OptionalLong::empty), ON_A_PAGE);
        return new View(
                number,
                frame.dates().digits().apply(Long.toString(number)),
                newsroom.open(number)
                        .map(opened -> opened.revision().content().headline())
                        .filter(headline -> !headline.isBlank())
                        .orElseGet(() -> frame.word("desk.no-headline")),
                address(request),
                story.isLive() ? "/" + number : "",
                story.type() == StoryType.LIVE,
                covering.coverage(number).map(its -> its.isFinished()).orElse(false),
                covering.mayCover(visitor.actor(), story),
                composer,
                entries.stream().map(this::line).toList(),
                entries.size() < ON_A_PAGE
                        ? ""
                        : address(request) + "?before=" + entries.getLast().number(),
                problems,
                document(Body.EMPTY),
                editor.settings(story, visitor).toString());
    }

    private Composer blank() {
        return new Composer("", title(""), "", covering.newId(), "", "", "", document(Body.EMPTY), "", false);
    }

    private String title(String entry) {
        return entry.isEmpty()
                ? frame.word("desk.coverage.new")
                : frame.word("desk.coverage.editing", frame.dates().digits().apply(entry));
    }

    private static String document(Body body) {
        return StoryDocument.of(Content.EMPTY.withText("", "", "", body)).json().toString();
    }

    private Composer composer(CoverageEntry entry) {
        return new Composer(
                Long.toString(entry.number()),
                title(Long.toString(entry.number())),
                Integer.toString(entry.version()),
                "",
                frame.inField(entry.at()),
                entry.headline(),
                Markup.write(entry.body()),
                document(entry.body()),
                entry.author(),
                entry.keyEvent());
    }

    private Line line(CoverageEntry entry) {
        return new Line(
                entry.number(),
                frame.dates().digits().apply(Long.toString(entry.number())),
                entry.change(),
                frame.dates().time(entry.at()),
                frame.dates().longDate(entry.at()),
                entry.at().toString(),
                entry.headline(),
                html(entry),
                entry.author(),
                names.of(entry.writtenBy()),
                entry.keyEvent(),
                entry.pinned(),
                entry.version() > 1,
                entry.removal()
                        .map(removal -> frame.word(
                                "desk.coverage.removed",
                                names.of(removal.by()),
                                frame.dates().time(removal.at())))
                        .orElse(""),
                entry.removal()
                        .map(removal -> frame.word("desk.coverage.reason", removal.reason()))
                        .orElse(""));
    }

    private String html(CoverageEntry entry) {
        return HtmlRenderer.render(entry.body(), surroundings, BlockWords.of(frame.messages()));
    }

    private List<String> words(List<Problem> problems) {
        return problems.stream().filter(Problem::refuses).map(frame::problem).toList();
    }

    // ---- what was asked

    /** Scripts say what they can read; whoever sends a form wants a page. */
    private static boolean isScript(Request request) {
        return request.header("Accept").orElse("").equals("application/json");
    }

    private static String address(Request request) {
        return HistoryPage.address(HistoryPage.number(request)) + "/coverage";
    }

    private static long entry(Request request) {
        return number(request.route().text("entry")).orElse(0L);
    }

    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,15}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
