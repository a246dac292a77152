package news.titr.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.people.Codes;
import news.titr.people.Letters;
import news.titr.people.People;
import news.titr.people.Permission;
import news.titr.people.Person;
import news.titr.people.Role;
import news.titr.people.Sessions;
import news.titr.people.SignIn;
import news.titr.people.Verdict;
import news.titr.story.Section;
import news.titr.story.Sections;

/** {@code /desk/people}: who works here, as what, in which sections, and whom is trusted where. */
public final class PeoplePages {

    private final People people;
    private final Sessions sessions;
    private final Codes codes;
    private final Letters letters;
    private final Sections sections;
    private final boolean hasMail;
    private final DeskFrame frame;

    public PeoplePages(
            People people,
            Sessions sessions,
            Codes codes,
            Letters letters,
            Sections sections,
            boolean hasMail,
            DeskFrame frame) {
        this.people = people;
        this.sessions = sessions;
        this.codes = codes;
        this.letters = letters;
        this.sections = sections;
        this.hasMail = hasMail;
        this.frame = frame;
    }

    /** A line of the list. */
    public record Line(
            String address,
            String name,
            String email,
            String role,
            String sections,
            String trusted,
            String seen,
            boolean disabled,
            boolean locked,
            boolean secondFactor,
            boolean wantsSecondFactor) {}

    /** A choice in a form. */
    public record Choice(String value, String words, boolean chosen) {}

    /** What the form for a person's place shows. */
    public record Place(List<Choice> roles, boolean allSections, List<Choice> sections, List<Choice> trusted) {}

    /** @param link a link just made, to be copied, or empty */
    public record PersonView(
            Line line,
            Place place,
            boolean self,
            boolean hasPassword,
            boolean hasCodes,
            boolean mail,
            String link,
            String notice,
            List<String> problems) {}

    /** What was typed into the form for somebody new. */
    public record Invitation(String name, String email, Place place) {}

    // ---- the list

    public Response show(Request request, DeskAccess.Visitor visitor) {
        return allowed(
                visitor,
                () -> list(
                        200,
                        visitor,
                        new Invitation("", "", place(new People.Place(Role.REPORTER, Set.of(), Set.of()))),
                        List.of()));
    }

    private Response list(int status, DeskAccess.Visitor visitor, Invitation invitation, List<String> problems) {
        return frame.page(
                status,
                DeskTemplates.people(
                        frame.forVisitor(frame.word("people.title"), visitor),
                        people.lines().stream().map(this::line).toList(),
                        invitation,
                        hasMail,
                        problems));
    }

    /** {@code POST /desk/people}: adds somebody, and sends or shows the link by which they come in. */
    public Response invite(Request request, DeskAccess.Visitor visitor) {
        String name = request.form().text("name");
        String email = request.form().text("email");
        var place = place(request);
        return allowed(visitor, () -> switch (people.invite(visitor.actor(), email, name, place)) {
            case Verdict.Done<Person>(var person) -> {
                if (hasMail) {
                    letters.send(visitor.actor(), person.id(), SignIn.Purpose.INVITATION);
                    yield Response.seeOther("/desk/people/" + person.id() + "?done=invited");
                }
                yield withLink(visitor, person.id());
            }
            case Verdict.Refused<Person>(var reasons) ->
                list(422, visitor, new Invitation(name, email, place(place)), frame.reasons(reasons));
        });
    }

    // ---- one person

    /** {@code GET /desk/people/ID}. */
    public Response open(Request request, DeskAccess.Visitor visitor) {
        String done = request.query().text("done");
        String notice = List.of("invited", "placed", "closed", "opened", "sent", "sessions", "unlocked", "codes-off")
                        .contains(done)
                ? frame.word("people.done." + done)
                : "";
        return allowed(visitor, () -> person(200, visitor, id(request), "", notice, List.of()));
    }

    private Response person(
            int status, DeskAccess.Visitor visitor, String id, String link, String notice, List<String> problems) {
        return people.line(id)
                .map(line -> frame.page(
                        status,
                        DeskTemplates.person(
                                frame.forVisitor(line.person().name(), visitor),
                                new PersonView(
                                        line(line),
                                        place(People.Place.of(line.person())),
                                        visitor.session().person().id().equals(id),
                                        people.hasPassword(line.person()),
                                        codes.isOn(line.person()),
                                        hasMail,
                                        link,
                                        notice,
                                        problems))))
                .orElseGet(() -> missing(visitor));
    }

    /** {@code POST /desk/people/ID}: role, sections, trust. */
    public Response place(Request request, DeskAccess.Visitor visitor) {
        return answer(request, visitor, people.place(visitor.actor(), id(request), place(request)), "placed");
    }

    /** {@code POST /desk/people/ID/closing}. */
    public Response close(Request request, DeskAccess.Visitor visitor) {
        return answer(request, visitor, people.disable(visitor.actor(), id(request)), "closed");
    }

    /** {@code POST /desk/people/ID/opening}. */
    public Response reopen(Request request, DeskAccess.Visitor visitor) {
        return answer(request, visitor, people.enable(visitor.actor(), id(request)), "opened");
    }

    /** {@code POST /desk/people/ID/letter}: sends the link by which they choose a password. */
    public Response sendLetter(Request request, DeskAccess.Visitor visitor) {
        var purpose = people.line(id(request))
                        .filter(line -> people.hasPassword(line.person()))
                        .isPresent()
                ? SignIn.Purpose.RESET
                : SignIn.Purpose.INVITATION;
        return answer(request, visitor, letters.send(visitor.actor(), id(request), purpose), "sent");
    }

    /** {@code POST /desk/people/ID/link}: shows it instead, to be handed over in another way. */
    public Response showLink(Request request, DeskAccess.Visitor visitor) {
        return allowed(visitor, () -> withLink(visitor, id(request)));
    }

    private Response withLink(DeskAccess.Visitor visitor, String id) {
        return switch (people.resetLink(visitor.actor(), id)) {
            case Verdict.Done<String>(var token) ->
                person(200, visitor, id, frame.masthead().absolute("/desk/sign-in/" + token), "", List.of());
            case Verdict.Refused<String>(var reasons) -> person(422, visitor, id, "", "", frame.reasons(reasons));
        };
    }

    /** {@code POST /desk/people/ID/sessions}: ends them all. */
    public Response endSessions(Request request, DeskAccess.Visitor visitor) {
        return answer(request, visitor, sessions.endAll(visitor.actor(), id(request)), "sessions");
    }

    /** {@code POST /desk/people/ID/unlocking}. */
    public Response unlock(Request request, DeskAccess.Visitor visitor) {
        return answer(request, visitor, people.unlock(visitor.actor(), id(request)), "unlocked");
    }

    /** {@code POST /desk/people/ID/codes}: turns their authenticator app off. */
    public Response turnOffCodes(Request request, DeskAccess.Visitor visitor) {
        return answer(request, visitor, codes.turnOff(visitor.actor(), id(request)), "codes-off");
    }

    private <T> Response answer(Request request, DeskAccess.Visitor visitor, Verdict<T> verdict, String done) {
        return switch (verdict) {
            case Verdict.Done<T> _ -> Response.seeOther("/desk/people/" + id(request) + "?done=" + done);
            case Verdict.Refused<T>(var reasons)
            when reasons.contains(Verdict.Reason.NOT_ALLOWED) -> notAllowed(visitor);
            case Verdict.Refused<T>(var reasons) -> person(422, visitor, id(request), "", "", frame.reasons(reasons));
        };
    }

    // ---- what these share

    private Response allowed(DeskAccess.Visitor visitor, java.util.function.Supplier<Response> page) {
        return visitor.actor().may(Permission.MANAGE_PEOPLE) ? page.get() : notAllowed(visitor);
    }

    private Response notAllowed(DeskAccess.Visitor visitor) {
        return frame.page(
                403,
                DeskTemplates.notice(
                        frame.forVisitor(frame.word("people.title"), visitor),
                        frame.word(Verdict.Reason.NOT_ALLOWED.messageKey())));
    }

    private Response missing(DeskAccess.Visitor visitor) {
        return frame.page(404, DeskTemplates.missing(frame.forVisitor(frame.word("desk.missing"), visitor)));
    }

    private static String id(Request request) {
        return request.route().text("person");
    }

    private List<Section> allSections() {
        return sections.editions().stream()
                .flatMap(edition -> sections.all(edition).stream())
                .toList();
    }

    private Line line(People.Line line) {
        var person = line.person();
        return new Line(
                "/desk/people/" + person.id(),
                person.name(),
                person.email(),
                frame.word(person.role().messageKey()),
                person.role() == Role.DESK_EDITOR && person.sections().isEmpty()
                        ? frame.word("people.sections.all")
                        : person.role() == Role.DESK_EDITOR ? names(person.sections()) : "",
                person.trusted().isEmpty() ? "" : frame.word("people.trusted-in", names(person.trusted())),
                line.lastSeen().map(frame::moment).orElseGet(() -> frame.word("people.never-seen")),
                person.disabled(),
                line.locked().isPresent(),
                line.secondFactor(),
                person.role().asksForSecondFactor() && !line.secondFactor());
    }

    private String names(Set<String> ids) {
        return allSections().stream()
                .filter(section -> ids.contains(section.id()))
                .map(Section::name)
                .collect(Collectors.joining(frame.word("people.comma")));
    }

    private Place place(People.Place place) {
        Function<Set<String>, List<Choice>> choices = chosen -> allSections().stream()
                .map(section -> new Choice(section.id(), section.name(), chosen.contains(section.id())))
                .toList();
        return new Place(
                Arrays.stream(Role.values())
                        .map(role -> new Choice(role.id(), frame.word(role.messageKey()), role == place.role()))
                        .toList(),
                place.sections().isEmpty(),
                choices.apply(place.sections()),
                choices.apply(place.trusted()));
    }

    /** No section ticked means all of them only where that was said: a slip must not make an editor of everything. */
    private static People.Place place(Request request) {
        var role = Role.of(request.form().text("role")).orElse(Role.REPORTER);
        var ticked = Set.copyOf(request.form().all("section"));
        boolean all =
                role != Role.DESK_EDITOR || request.form().text("sections").equals("all");
        var chosen = all ? Set.<String>of() : ticked.isEmpty() ? Set.of("none") : ticked;
        return new People.Place(role, chosen, Set.copyOf(request.form().all("trusted")));
    }
}
