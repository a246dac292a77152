package news.titr.desk;

import java.util.List;
import java.util.Optional;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.people.Codes;
import news.titr.people.Passkeys;
import news.titr.people.People;
import news.titr.people.Person;
import news.titr.people.SecondFactor;
import news.titr.people.Sessions;
import news.titr.people.Verdict;

/** {@code /desk/account}: one's own name, language, ways in, and sessions. */
public final class AccountPage {

    private final People people;
    private final Sessions sessions;
    private final Passkeys passkeys;
    private final Codes codes;
    private final SecondFactor secondFactor;
    private final DeskFrame frame;

    public AccountPage(
            People people,
            Sessions sessions,
            Passkeys passkeys,
            Codes codes,
            SecondFactor secondFactor,
            DeskFrame frame) {
        this.people = people;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.codes = codes;
        this.secondFactor = secondFactor;
        this.frame = frame;
    }

    /**
     * What the template shows.
     *
     * @param language the tag that was chosen, or empty
     * @param advice what a person of this role is asked to do, or empty
     */
    public record View(
            String name,
            String email,
            String role,
            String sections,
            String language,
            boolean hasPassword,
            boolean hasCodes,
            String recoveryCodesLeft,
            String advice,
            List<PasskeyLine> passkeys,
            List<SessionLine> sessions,
            String notice,
            List<String> problems) {}

    public record PasskeyLine(String id, String name, String created, String used) {}

    public record SessionLine(String id, String device, String address, String seen, boolean current) {}

    public Response show(Request request, DeskAccess.Visitor visitor) {
        return page(200, visitor, visitor.session().person(), notice(request), List.of());
    }

    private String notice(Request request) {
        String done = request.query().text("done");
        return List.of("saved", "password", "passkey", "passkey-removed", "codes-off", "sessions")
                        .contains(done)
                ? frame.word("account.done." + done)
                : "";
    }

    private Response page(int status, DeskAccess.Visitor visitor, Person person, String notice, List<String> problems) {
        var keys = passkeys.all(person);
        var view = new View(
                person.name(),
                person.email(),
                frame.word(person.role().messageKey()),
                "",
                person.language(),
                people.hasPassword(person),
                codes.isOn(person),
                frame.word("account.codes.left", codes.recoveryCodesLeft(person)),
                secondFactor.isMissing(person)
                        ? frame.word("account.advice", frame.word(person.role().messageKey()))
                        : "",
                keys.stream().map(this::line).toList(),
                sessions.all(person).stream()
                        .map(session -> line(session, Sessions.id(visitor.session())))
                        .toList(),
                notice,
                problems);
        return frame.page(status, DeskTemplates.account(frame.forVisitor(frame.word("account.title"), visitor), view));
    }

    /** {@code GET /desk/account/second-factor}: what somebody sees who has to set one up first. */
    public Response askSecondFactor(Request request, DeskAccess.Visitor visitor) {
        var person = visitor.session().person();
        return secondFactor.isOwed(person)
                ? frame.page(
                        200,
                        DeskTemplates.secondFactor(
                                frame.forNewcomer(frame.word("second-factor.title"), visitor),
                                frame.word(
                                        "second-factor.why",
                                        frame.word(person.role().messageKey()))))
                : Response.seeOther("/desk/account");
    }

    private PasskeyLine line(Passkeys.Passkey passkey) {
        return new PasskeyLine(
                passkey.id(),
                passkey.name(),
                frame.word("account.passkey.created", frame.dates().longDate(passkey.createdAt())),
                passkey.usedAt()
                        .map(used -> frame.word("account.passkey.used", frame.moment(used)))
                        .orElseGet(() -> frame.word("account.passkey.unused")));
    }

    private SessionLine line(Sessions.Open session, String current) {
        return new SessionLine(
                session.id(),
                Devices.words(session.agent(), frame),
                session.address(),
                frame.word("account.session.seen", frame.moment(session.seenAt())),
                session.id().equals(current));
    }

    /** {@code POST /desk/account}. */
    public Response save(Request request, DeskAccess.Visitor visitor) {
        String language = Optional.of(request.form().text("language"))
                .filter(List.of("fa", "en")::contains)
                .orElse("");
        return switch (people.introduce(visitor.actor(), request.form().text("name"), language)) {
            case Verdict.Done<Person> _ -> Response.seeOther("/desk/account?done=saved");
            case Verdict.Refused<Person>(var reasons) ->
                page(422, visitor, visitor.session().person(), "", frame.reasons(reasons));
        };
    }

    /** {@code POST /desk/account/passkeys/name}. */
    public Response renamePasskey(Request request, DeskAccess.Visitor visitor) {
        passkeys.rename(
                visitor.session().person(),
                request.form().text("id"),
                request.form().text("name"));
        return Response.seeOther("/desk/account?done=saved");
    }

    /** {@code POST /desk/account/sessions/end}. */
    public Response endSession(Request request, DeskAccess.Visitor visitor) {
        sessions.end(visitor.actor(), request.form().text("id"));
        return Response.seeOther("/desk/account?done=sessions");
    }

    /** {@code POST /desk/account/sessions/end-others}. */
    public Response endOtherSessions(Request request, DeskAccess.Visitor visitor) {
        sessions.endOthers(visitor.actor(), visitor.session());
        return Response.seeOther("/desk/account?done=sessions");
    }
}
