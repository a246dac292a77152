package news.titr.desk;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.DateParser;
import news.titr.language.Digits;
import news.titr.media.Pictures;
import news.titr.people.People;
import news.titr.people.Permission;
import news.titr.story.FrontChange;
import news.titr.story.FrontDifference;
import news.titr.story.FrontDraft;
import news.titr.story.FrontLayout;
import news.titr.story.FrontRevision;
import news.titr.story.Fronting;
import news.titr.story.LiveStories;
import news.titr.story.Outcome;

/** {@code /desk/front}: the front page, set by hand. Every act is a form; a script makes it keys and dragging. */
public final class FrontEditor {

    private static final String ADDRESS = "/desk/front";
    private static final int HISTORY = 20;

    private final Fronting fronting;
    private final DeskFrame frame;
    private final FrontEditorViews views;

    public FrontEditor(Fronting fronting, LiveStories stories, Pictures pictures, People people, DeskFrame frame) {
        this.fronting = fronting;
        this.frame = frame;
        views = new FrontEditorViews(fronting, stories, pictures, new ActorNames(people, frame), frame);
    }

    /** {@code GET /desk/front}: {@code slot} or {@code area} says what is chosen, {@code q} what is looked for. */
    public Response show(Request request, DeskAccess.Visitor visitor) {
        String done = request.query().text("done");
        String notice = List.of("published", "restored").contains(done) ? frame.word("desk.front.done." + done) : "";
        return page(200, visitor, FrontEditorViews.Chosen.of(request.query()), List.of(), notice, Optional.empty());
    }

    /** {@code POST /desk/front/draft}: one act. */
    public Response change(Request request, DeskAccess.Visitor visitor) {
        var chosen = FrontEditorViews.Chosen.of(request.form());
        long seen = number(request.form().text("version"));
        var change = FrontAct.read(request.form(), this::moment);
        if (change.isEmpty()) {
            return page(422, visitor, chosen, List.of(frame.word("desk.front.problem.act")), "", Optional.empty());
        }
        return switch (fronting.change(visitor.actor(), frame.edition(), seen, change.get())) {
            case Outcome.Done<FrontDraft> _ -> Response.seeOther(frame.within(ADDRESS + after(chosen, change.get())));
            case Outcome.Refused<FrontDraft>(var problems) ->
                page(422, visitor, chosen, problems.stream().map(frame::problem).toList(), "", Optional.empty());
            case Outcome.Conflict<FrontDraft>(var current) -> {
                var meanwhile = fronting.draft(frame.edition(), seen)
                        .map(mine -> views.lines(FrontDifference.between(mine.front(), current.front())))
                        .orElse(List.of());
                var repeated = request.form().values().entrySet().stream()
                        .filter(field -> !List.of("version", "csrf").contains(field.getKey()))
                        .flatMap(field -> field.getValue().stream()
                                .map(value -> new FrontEditorViews.Field(field.getKey(), value)))
                        .toList();
                var conflict = new FrontEditorViews.Conflict(
                        frame.word(
                                "desk.front.conflict", views.names().of(current.actor()), frame.moment(current.at())),
                        meanwhile,
                        frame.within("/desk/front/draft"),
                        repeated);
                yield page(409, visitor, chosen, List.of(), "", Optional.of(conflict));
            }
        };
    }

    /** {@code POST /desk/front/publication}: readers have the draft from now on. */
    public Response publish(Request request, DeskAccess.Visitor visitor) {
        var form = request.form();
        var chosen = FrontEditorViews.Chosen.of(form);
        long version = number(form.text("version"));
        long ordinal = number(form.text("ordinal"));
        return switch (fronting.publish(visitor.actor(), frame.edition(), version, ordinal)) {
            case Outcome.Done<FrontRevision> _ -> Response.seeOther(frame.within(ADDRESS + "?done=published"));
            case Outcome.Refused<FrontRevision>(var problems) ->
                page(422, visitor, chosen, problems.stream().map(frame::problem).toList(), "", Optional.empty());
            case Outcome.Conflict<FrontRevision>(var live) -> {
                var current = fronting.draft(frame.edition());
                boolean draftMoved = current.version() != version;
                var before = draftMoved
                        ? fronting.draft(frame.edition(), version).map(FrontDraft::front)
                        : fronting.revision(frame.edition(), ordinal).map(FrontRevision::front);
                var now = draftMoved ? current.front() : live.front();
                var conflict = new FrontEditorViews.Conflict(
                        draftMoved
                                ? frame.word(
                                        "desk.front.conflict",
                                        views.names().of(current.actor()),
                                        frame.moment(current.at()))
                                : frame.word(
                                        "desk.front.conflict-published",
                                        views.names().of(live.actor()),
                                        frame.moment(live.at())),
                        before.map(front -> views.lines(FrontDifference.between(front, now)))
                                .orElse(List.of()),
                        frame.within("/desk/front/publication"),
                        List.of(new FrontEditorViews.Field("slot", chosen.slot())));
                yield page(409, visitor, chosen, List.of(), "", Optional.of(conflict));
            }
        };
    }

    /** {@code GET /desk/front/history}: what readers had, what changed each time, and the way back. */
    public Response history(Request request, DeskAccess.Visitor visitor) {
        if (!visitor.actor().may(Permission.EDIT_FRONT)) {
            return SiteTemplates.refused(frame, visitor);
        }
        long below = request.query()
                .first("before")
                .map(FrontEditor::number)
                .filter(ordinal -> ordinal > 0)
                .orElse(Long.MAX_VALUE);
        var revisions = fronting.history(frame.edition(), below, HISTORY + 1);
        var view = views.history(
                revisions.subList(0, Math.min(HISTORY, revisions.size())),
                revisions,
                fronting.draft(frame.edition()).version(),
                revisions.size() > HISTORY
                        ? frame.within("/desk/front/history?before="
                                + revisions.get(HISTORY - 1).ordinal())
                        : "");
        return frame.page(
                200, FrontTemplates.frontHistory(frame.forVisitor(frame.word("desk.front.history"), visitor), view));
    }

    /** What a preview shows: what stands where at a moment. */
    public record Preview(String edition, FrontLayout layout, Instant moment) {}

    /**
     * {@code GET /desk/front/preview}: the draft, or a {@code revision} that readers had, {@code at} a moment or now. Empty
     * when the moment cannot be read, or the visitor may not see it.
     */
    public Optional<Preview> preview(Request request, DeskAccess.Visitor visitor) {
        String typed = request.query().text("at");
        if (!visitor.actor().may(Permission.EDIT_FRONT)) {
            return Optional.empty();
        }
        var front = request.query()
                .first("revision")
                .flatMap(ordinal -> fronting.revision(frame.edition(), number(ordinal)))
                .map(FrontRevision::front)
                .orElseGet(() -> fronting.draft(frame.edition()).front());
        return (typed.isBlank() ? Optional.of(frame.now()) : moment(typed))
                .map(moment -> new Preview(frame.edition(), fronting.preview(frame.edition(), front, moment), moment));
    }

    /** For a preview that cannot be shown. */
    public Response refusedPreview(Request request, DeskAccess.Visitor visitor) {
        return page(
                422,
                visitor,
                FrontEditorViews.Chosen.of(request.query()),
                List.of(frame.word("desk.front.problem.act")),
                "",
                Optional.empty());
    }

    private Optional<Instant> moment(String typed) {
        var zone = frame.masthead().zone();
        return new DateParser(zone).parse(typed, frame.now()).map(date -> date.at(zone, LocalTime.MIDNIGHT));
    }

    private Response page(
            int status,
            DeskAccess.Visitor visitor,
            FrontEditorViews.Chosen chosen,
            List<String> problems,
            String notice,
            Optional<FrontEditorViews.Conflict> conflict) {
        if (!visitor.actor().may(Permission.EDIT_FRONT)) {
            return SiteTemplates.refused(frame, visitor);
        }
        var view = views.view(frame.edition(), chosen, problems, notice, conflict);
        return frame.page(status, FrontTemplates.front(frame.forVisitor(frame.word("desk.front"), visitor), view));
    }

    /** What was moved stays chosen. */
    private static String after(FrontEditorViews.Chosen chosen, FrontChange change) {
        return switch (change) {
            case FrontChange.Place(var slot, var _, var _) -> "?slot=" + slot;
            case FrontChange.Move(var _, var to, var _) -> "?slot=" + to;
            case FrontChange.Remove(var slot) -> "?slot=" + slot;
            case FrontChange.Pin(var slot, var _) -> "?slot=" + slot;
            case FrontChange.Fill(var area) -> "?area=" + area.key();
            case FrontChange.MoveBand(var key, var _) -> "?area=" + key;
            case FrontChange.Restore _ -> "?done=restored";
            case FrontChange.Undo _, FrontChange.Discard _ -> "?slot=" + chosen.slot();
        };
    }

    static long number(String text) {
        try {
            return Long.parseLong(Digits.ascii(text.strip()));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
