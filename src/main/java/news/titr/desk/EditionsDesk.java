package news.titr.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.titr.desk.SiteTemplates.Choice;
import news.titr.desk.SiteTemplates.Room;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.Edition;
import news.titr.story.Outcome;
import news.titr.story.SiteKeeping;
import news.titr.story.SiteSettings;

/** {@code /desk/site/editions}: which languages the newspaper has besides its main one, and what it is called there. */
public final class EditionsDesk {

    private static final String ADDRESS = "/desk/site/editions";

    private final SiteKeeping keeping;
    private final DeskFrame frame;

    public EditionsDesk(SiteKeeping keeping, DeskFrame frame) {
        this.keeping = keeping;
        this.frame = frame;
    }

    /** @param address of its front page */
    public record Line(
            String id,
            String language,
            String direction,
            String address,
            boolean open,
            String name,
            String motto,
            String imprint,
            List<Choice> digits,
            List<Choice> calendars) {}

    /**
     * @param main what the language of the main edition is called
     * @param usualName the name that an edition has which is given none
     * @param fixed true when the machine says which are open
     */
    public record View(long version, String main, String usualName, boolean fixed, List<Line> lines) {}

    public Response show(Request request, DeskAccess.Visitor visitor) {
        String notice = request.query().has("done") ? frame.word("desk.site.done") : "";
        return page(200, visitor, wishes(keeping.current()), Room.of(frame, "editions", notice));
    }

    /** {@code POST /desk/site/editions}: all of them at once. */
    public Response save(Request request, DeskAccess.Visitor visitor) {
        var settings = keeping.current();
        var wishes = others(settings).map(other -> wish(other, request.form())).toList();
        long version = FrontEditor.number(request.form().text("version"));
        var outcome = keeping.change(visitor.actor(), version, settings.kept().withEditions(wishes));
        return switch (outcome) {
            case Outcome.Done<SiteSettings> _ -> Response.seeOther(ADDRESS + "?done=yes");
            case Outcome.Refused<SiteSettings>(var problems) ->
                page(
                        422,
                        visitor,
                        wishes,
                        Room.refused(
                                frame,
                                "editions",
                                problems.stream().map(frame::problem).toList()));
            case Outcome.Conflict<SiteSettings>(var current) ->
                page(
                        409,
                        visitor,
                        wishes,
                        Room.conflict(frame, "editions", frame.word("desk.site.conflict", called(current))));
        };
    }

    private String called(SiteSettings settings) {
        return settings.open().stream()
                .map(edition -> frame.languageName(edition.id()) + ": "
                        + edition.masthead().name())
                .collect(Collectors.joining(" · "));
    }

    private static SiteSettings.EditionWish wish(Edition edition, Parameters form) {
        String end = "." + edition.id();
        return new SiteSettings.EditionWish(
                edition.id(),
                form.has("open" + end),
                form.text("name" + end).strip(),
                form.text("motto" + end).strip(),
                form.text("digits" + end),
                form.text("calendar" + end),
                SettingsDesk.lines(form.text("imprint" + end)));
    }

    private static Stream<Edition> others(SiteSettings settings) {
        return settings.editions().stream().skip(1);
    }

    /** What was chosen, for every language; what is open is what the settings in force say. */
    private static List<SiteSettings.EditionWish> wishes(SiteSettings settings) {
        return others(settings)
                .map(other -> settings.wishes().editions().stream()
                        .filter(wish -> wish.id().equals(other.id()))
                        .map(wish -> wish.opened(other.open()))
                        .findFirst()
                        .orElseGet(() -> SiteSettings.EditionWish.usual(other.id(), other.open())))
                .toList();
    }

    private Response page(int status, DeskAccess.Visitor visitor, List<SiteSettings.EditionWish> wishes, Room room) {
        if (!SiteTemplates.mayEnter(visitor)) {
            return SiteTemplates.refused(frame, visitor);
        }
        var settings = keeping.current();
        var view = new View(
                settings.version(),
                frame.languageName(settings.main().id()),
                settings.masthead().name(),
                settings.isFixed("site.editions"),
                wishes.stream().map(wish -> line(settings, wish)).toList());
        return frame.page(
                status,
                SiteTemplates.siteEditions(frame.forVisitor(frame.word("desk.site.editions"), visitor), room, view));
    }

    private Line line(SiteSettings settings, SiteSettings.EditionWish wish) {
        var edition = settings.edition(wish.id());
        return new Line(
                wish.id(),
                frame.languageName(wish.id()),
                edition.masthead().language().direction().html(),
                edition.front(),
                wish.open(),
                wish.name(),
                wish.motto(),
                wish.imprint().stream()
                        .map(line -> line.office() + ": " + line.holder())
                        .collect(Collectors.joining("\n")),
                choices("desk.site.digits.", List.of("persian", "arabic", "latin"), wish.digits()),
                choices("desk.site.calendar.", List.of("jalali", "gregorian", "hijri"), wish.calendar()));
    }

    private List<Choice> choices(String words, List<String> ids, String chosen) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", frame.word(words + "usual"), chosen.isEmpty()));
        ids.forEach(id -> choices.add(new Choice(id, frame.word(words + id), id.equals(chosen))));
        return List.copyOf(choices);
    }
}
