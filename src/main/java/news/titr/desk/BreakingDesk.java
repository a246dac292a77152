package news.titr.desk;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import news.titr.desk.SiteTemplates.Room;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.DateParser;
import news.titr.people.People;
import news.titr.people.Permission;
import news.titr.story.Breaking;
import news.titr.story.BreakingNews;
import news.titr.story.Outcome;

/** {@code /desk/site/breaking}: the bar of breaking news, switched on and off. */
public final class BreakingDesk {

    private final Breaking breaking;
    private final ActorNames names;
    private final DeskFrame frame;

    public BreakingDesk(Breaking breaking, People people, DeskFrame frame) {
        this.breaking = breaking;
        this.names = new ActorNames(people, frame);
        this.frame = frame;
    }

    public record View(long version, boolean shown, String state, String text, String story, String until) {}

    public Response show(Request request, DeskAccess.Visitor visitor) {
        String notice = request.query().has("done") ? frame.word("desk.site.done") : "";
        return page(200, visitor, view(breaking.current(frame.edition())), Room.of(frame, "breaking", notice));
    }

    /** {@code POST /desk/site/breaking}: on, or off. */
    public Response change(Request request, DeskAccess.Visitor visitor) {
        var form = request.form();
        long version = FrontEditor.number(form.text("version"));
        var current = breaking.current(frame.edition());
        var typed = new View(
                current.version(),
                current.shown(),
                state(current),
                form.text("text"),
                form.text("story"),
                form.text("until"));
        if (form.text("act").equals("off")) {
            return answer(visitor, typed, breaking.hide(visitor.actor(), frame.edition(), version));
        }
        String story = form.text("story").strip();
        Optional<Instant> until = moment(typed.until());
        long number = FrontEditor.number(story);
        if (until.isEmpty() && !typed.until().isBlank() || !story.isEmpty() && number <= 0) {
            return page(
                    422,
                    visitor,
                    typed,
                    Room.refused(frame, "breaking", List.of(frame.word("desk.front.problem.act"))));
        }
        return answer(
                visitor,
                typed,
                breaking.show(
                        visitor.actor(),
                        frame.edition(),
                        version,
                        typed.text(),
                        story.isEmpty() ? OptionalLong.empty() : OptionalLong.of(number),
                        until));
    }

    private Response answer(DeskAccess.Visitor visitor, View typed, Outcome<BreakingNews> outcome) {
        return switch (outcome) {
            case Outcome.Done<BreakingNews> _ -> Response.seeOther(frame.within("/desk/site/breaking?done=yes"));
            case Outcome.Refused<BreakingNews>(var problems) ->
                page(
                        422,
                        visitor,
                        typed,
                        Room.refused(
                                frame,
                                "breaking",
                                problems.stream().map(frame::problem).toList()));
            case Outcome.Conflict<BreakingNews>(var current) ->
                page(
                        409,
                        visitor,
                        typed,
                        Room.conflict(
                                frame,
                                "breaking",
                                frame.word("desk.site.conflict", current.text() + " " + state(current))));
        };
    }

    private Response page(int status, DeskAccess.Visitor visitor, View view, Room room) {
        if (!visitor.actor().may(Permission.EDIT_FRONT)) {
            return SiteTemplates.refused(frame, visitor);
        }
        return frame.page(
                status,
                SiteTemplates.siteBreaking(frame.forVisitor(frame.word("desk.site.breaking"), visitor), room, view));
    }

    private View view(BreakingNews news) {
        return new View(
                news.version(),
                news.shown(),
                state(news),
                news.text(),
                news.story().isPresent() ? Long.toString(news.story().getAsLong()) : "",
                news.until()
                        .filter(end -> end.isAfter(frame.now()))
                        .map(frame::inField)
                        .orElse(""));
    }

    private String state(BreakingNews news) {
        if (news.version() == 0) {
            return frame.word("desk.site.breaking.off");
        }
        boolean over = news.until().map(end -> !end.isAfter(frame.now())).orElse(false);
        String word = news.shown() && !over ? "desk.site.breaking.on" : "desk.site.breaking.off";
        return frame.word(word) + " "
                + frame.word("desk.front.last-act", names.of(news.actor()), frame.moment(news.at()));
    }

    private Optional<Instant> moment(String typed) {
        var zone = frame.masthead().zone();
        return typed.isBlank()
                ? Optional.empty()
                : new DateParser(zone).parse(typed, frame.now()).map(date -> date.at(zone, LocalTime.MIDNIGHT));
    }
}
