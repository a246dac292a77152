package news.titr.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import news.titr.doc.TextRenderer;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.SortKey;
import news.titr.people.Matter;
import news.titr.people.People;
import news.titr.people.Permission;
import news.titr.people.Person;
import news.titr.story.Arriving;
import news.titr.story.Board;
import news.titr.story.Card;
import news.titr.story.Content;
import news.titr.story.FromWire;
import news.titr.story.Newsroom;
import news.titr.story.Outcome;
import news.titr.story.Planning;
import news.titr.story.Priority;
import news.titr.story.Problem;
import news.titr.story.Stage;
import news.titr.story.StageMove;
import news.titr.story.Story;
import news.titr.story.Workflow;

/**
 * {@code /desk/stories/N/panels/workflow}: who has a story and where it goes next. The same piece of HTML stands beside the
 * editor and opens over the board; each of its forms is answered with the panel as it is afterwards.
 */
public final class WorkflowPanel {

    private static final int MOVES = 30;

    private final Workflow workflow;
    private final Newsroom newsroom;
    private final Board board;
    private final Planning planning;
    private final Arriving arriving;
    private final People people;
    private final DeskFrame frame;

    public WorkflowPanel(
            Workflow workflow,
            Newsroom newsroom,
            Board board,
            Planning planning,
            Arriving arriving,
            People people,
            DeskFrame frame) {
        this.workflow = workflow;
        this.newsroom = newsroom;
        this.board = board;
        this.planning = planning;
        this.arriving = arriving;
        this.people = people;
        this.frame = frame;
    }

    /**
     * What the template shows.
     *
     * @param stage the stage that the forms were made for
     * @param since how long it has stood there, in words
     * @param returned why it was sent back, or empty
     * @param problems why what was asked for was not done
     */
    public record View(
            long number,
            String shownNumber,
            String headline,
            String stage,
            String columnWords,
            String since,
            String returned,
            String returnedBy,
            List<Step> steps,
            boolean claimed,
            boolean claimedByMe,
            String claimer,
            boolean mayClaim,
            boolean mayRelease,
            boolean mayAssign,
            String assignee,
            List<Choice> assignees,
            boolean mayPrioritise,
            List<Choice> priorities,
            String priorityWords,
            List<Move> moves,
            String plan,
            String planAddress,
            List<Origin> origins,
            List<String> problems,
            String note) {}

    /** A stage that it may go to; {@code asksWhy} when that needs a note. */
    public record Step(String stage, String words, boolean asksWhy, boolean main) {}

    public record Choice(String value, String words, boolean chosen) {}

    /**
     * Where it came from by itself.
     *
     * @param words which source it was, or that it has sent the same
     * @param warnings what somebody should know before readers get it
     * @param newer since when a newer version waits, in words; empty without one
     * @param newerText what that version says, plain
     * @param seen the newest revision, which the newer version would take the place of
     */
    public record Origin(
            String origin,
            String item,
            String words,
            String when,
            String moment,
            String rights,
            String link,
            List<String> warnings,
            String newer,
            String newerHeadline,
            String newerText,
            boolean mayTake,
            String seen) {}

    public record Move(String who, String what, String when, String moment, String note) {}

    /** {@code GET /desk/stories/N/panels/workflow}. */
    public Response show(Request request, DeskAccess.Visitor visitor) {
        return answer(request, visitor, 200, List.of());
    }

    /** {@code POST /desk/stories/N/stage}. */
    public Response move(Request request, DeskAccess.Visitor visitor) {
        var form = request.form();
        var seen = Stage.of(form.text("seen"));
        var stage = Stage.of(form.text("stage"));
        if (seen.isEmpty() || stage.isEmpty()) {
            return answer(request, visitor, 422, List.of(frame.word("workflow.unknown")));
        }
        return done(
                request,
                visitor,
                workflow.move(visitor.actor(), number(request), seen.get(), stage.get(), form.text("note")));
    }

    /** {@code POST /desk/stories/N/assignee}: a person's id, or empty for nobody. */
    public Response assign(Request request, DeskAccess.Visitor visitor) {
        var person = request.form().first("person").filter(id -> !id.isEmpty());
        return done(request, visitor, workflow.assign(visitor.actor(), number(request), person));
    }

    /** {@code POST /desk/stories/N/claim}. */
    public Response claim(Request request, DeskAccess.Visitor visitor) {
        return done(
                request,
                visitor,
                request.form().has("release")
                        ? workflow.release(visitor.actor(), number(request))
                        : workflow.claim(visitor.actor(), number(request)));
    }

    /** {@code POST /desk/stories/N/priority}. */
    public Response prioritise(Request request, DeskAccess.Visitor visitor) {
        return Priority.of(request.form().text("priority"))
                .map(priority ->
                        done(request, visitor, workflow.prioritise(visitor.actor(), number(request), priority)))
                .orElseGet(() -> answer(request, visitor, 422, List.of(frame.word("workflow.unknown"))));
    }

    private Response done(Request request, DeskAccess.Visitor visitor, Outcome<Story> outcome) {
        return switch (outcome) {
            // without a script the form is a page of its own: back to where everything stands
            case Outcome.Done<Story> _
            when request.header("sec-fetch-mode").filter("navigate"::equals).isPresent() ->
                Response.seeOther("/desk/stories/" + number(request));
            case Outcome.Done<Story> _ ->
                answer(request, visitor, 200, List.of()).with("X-Titr-Changed", "story");
            case Outcome.Refused<Story> refused ->
                answer(
                        request,
                        visitor,
                        422,
                        refused.problems().stream()
                                .filter(Problem::refuses)
                                .map(frame::problem)
                                .toList());
            case Outcome.Conflict<Story> _ ->
                answer(request, visitor, 409, List.of(frame.word("workflow.moved-meanwhile")));
        };
    }

    private Response answer(Request request, DeskAccess.Visitor visitor, int status, List<String> problems) {
        var story = newsroom.story(number(request));
        var card = board.card(number(request));
        if (story.isEmpty() || card.isEmpty()) {
            return frame.page(404, DeskTemplates.missing(frame.forVisitor(frame.word("desk.missing"), visitor)));
        }
        return frame.fragment(
                status,
                DeskTemplates.workflow(
                        frame.forVisitor("", visitor),
                        view(
                                story.get(),
                                card.get(),
                                visitor,
                                problems,
                                problems.isEmpty() ? "" : request.form().text("note"))));
    }

    private View view(Story story, Card card, DeskAccess.Visitor visitor, List<String> problems, String note) {
        var matter = newsroom.matter(visitor.actor(), story);
        var everybody = people.all().stream()
                .filter(person -> !person.disabled())
                .sorted(Comparator.comparing(person -> SortKey.of(person.name())))
                .toList();
        var moves = board.moves(story.number(), MOVES);
        var plan = planning.ofStory(story.number());
        boolean mine = card.claimedBy().map(Card.Holder::id).equals(Optional.of(visitor.personId()));
        boolean desk = visitor.actor().may(Permission.ASSIGN, matter);
        return new View(
                story.number(),
                frame.dates().digits().apply(Long.toString(story.number())),
                card.headline().isBlank() ? frame.word("desk.no-headline") : card.headline(),
                story.stage().id(),
                frame.word("board.column." + card.column().id()),
                frame.moment(card.movedAt()),
                card.returned(),
                moves.stream()
                        .filter(StageMove::isReturn)
                        .findFirst()
                        .map(move -> name(move.actor(), everybody))
                        .orElse(""),
                steps(story, visitor, matter),
                card.claimedBy().isPresent(),
                mine,
                card.claimedBy().map(Card.Holder::name).orElse(""),
                visitor.actor().may(Permission.WRITE, matter)
                        && !mine
                        && (card.claimedBy().isEmpty() || desk),
                mine || desk,
                desk,
                card.assignee().map(Card.Holder::name).orElse(""),
                assignees(card, everybody),
                visitor.actor().may(Permission.MOVE_STAGE, matter),
                Arrays.stream(Priority.values())
                        .map(priority -> new Choice(
                                priority.id(),
                                frame.dates().digits().number(priority.level()) + " "
                                        + frame.word("priority." + priority.id()),
                                priority == card.priority()))
                        .toList(),
                frame.word("priority." + card.priority().id()),
                moves.stream().map(move -> move(move, everybody)).toList(),
                plan.map(found -> found.details().title()).orElse(""),
                plan.map(found -> "/desk/planning/" + found.id()).orElse(""),
                arriving.of(story.number()).stream()
                        .map(from -> origin(from, story, visitor.actor().may(Permission.WRITE, matter)))
                        .toList(),
                problems,
                note);
    }

    private Origin origin(FromWire from, Story story, boolean mayTake) {
        var warnings = new ArrayList<String>();
        switch (from.status()) {
            case USABLE -> {}
            case WITHHELD, CANCELED ->
                warnings.add(frame.word("wires.panel." + from.status().id()));
        }
        if (!from.problems().isEmpty()) {
            warnings.add(frame.word(
                    "wires.panel.refused",
                    from.problems().stream()
                            .map(kind -> frame.problem(new Problem(kind, "")))
                            .collect(Collectors.joining(" "))));
        }
        return new Origin(
                from.origin(),
                from.item(),
                from.own() ? from.source() : frame.word("wires.panel.same", from.source()),
                frame.word("wires.panel.came", frame.moment(from.cameAt())),
                from.cameAt().toString(),
                from.rights(),
                from.link(),
                warnings,
                from.newerAt()
                        .map(at -> frame.word("wires.panel.newer", frame.moment(at)))
                        .orElse(""),
                from.newer().map(Content::headline).orElse(""),
                from.newer()
                        .map(content -> (content.lead() + "\n" + TextRenderer.render(content.body())).strip())
                        .orElse(""),
                mayTake,
                story.newestRevision());
    }

    /** {@code POST /desk/stories/N/wire}: what becomes of a newer version that waits. */
    public Response settleWire(Request request, DeskAccess.Visitor visitor) {
        var form = request.form();
        return done(
                request,
                visitor,
                form.has("take")
                        ? arriving.takeNewer(
                                visitor.actor(),
                                number(request),
                                form.text("origin"),
                                form.text("item"),
                                form.text("seen"))
                        : arriving.leaveNewer(
                                visitor.actor(), number(request), form.text("origin"), form.text("item")));
    }

    private List<Step> steps(Story story, DeskAccess.Visitor visitor, Matter matter) {
        if (!visitor.actor().may(Permission.MOVE_STAGE, matter)) {
            return story.stage() == Stage.DRAFT && visitor.actor().may(Permission.WRITE, matter)
                    ? List.of(step(Stage.DRAFT, Stage.REVIEW, true))
                    : List.of();
        }
        return switch (story.stage()) {
            case DRAFT ->
                List.of(
                        step(Stage.DRAFT, Stage.REVIEW, true),
                        step(Stage.DRAFT, Stage.READY, false),
                        step(Stage.DRAFT, Stage.SPIKED, false));
            case REVIEW ->
                List.of(
                        step(Stage.REVIEW, Stage.READY, true),
                        step(Stage.REVIEW, Stage.DRAFT, false),
                        step(Stage.REVIEW, Stage.SPIKED, false));
            case READY ->
                List.of(
                        step(Stage.READY, Stage.REVIEW, false),
                        step(Stage.READY, Stage.DRAFT, false),
                        step(Stage.READY, Stage.SPIKED, false));
            case SPIKED -> List.of(step(Stage.SPIKED, Stage.DRAFT, true));
        };
    }

    private Step step(Stage from, Stage to, boolean main) {
        return new Step(
                to.id(),
                frame.word("workflow.move." + from.id() + "." + to.id()),
                to == Stage.DRAFT && from != Stage.SPIKED,
                main);
    }

    private List<Choice> assignees(Card card, List<Person> everybody) {
        String assignee = card.assignee().map(Card.Holder::id).orElse("");
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", frame.word("board.nobody"), assignee.isEmpty()));
        everybody.forEach(person ->
                choices.add(new Choice(person.id(), person.name(), person.id().equals(assignee))));
        return choices;
    }

    private Move move(StageMove move, List<Person> everybody) {
        return new Move(
                name(move.actor(), everybody),
                frame.word(
                        "workflow.moved." + move.from().id() + "." + move.to().id()),
                frame.moment(move.at()),
                move.at().toString(),
                move.note());
    }

    private String name(String actor, List<Person> everybody) {
        return everybody.stream()
                .filter(person -> actor.equals("person:" + person.id()))
                .map(Person::name)
                .findFirst()
                .orElse(frame.word("workflow.technician"));
    }

    private static long number(Request request) {
        return Long.parseLong(request.route().text("number"));
    }
}
