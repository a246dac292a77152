package news.titr.desk;

import java.util.List;
import java.util.Set;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.people.Passkeys;
import news.titr.people.People;
import news.titr.people.Person;
import news.titr.people.Sessions;
import news.titr.people.SignIn;
import news.titr.people.Verdict;

/**
 * Nobody does what matters before they have shown, within the last minutes, who they are: whoever finds a screen that was
 * left open changes no password and lets nobody in. A form that comes too late is kept in the page that asks, and sent again
 * with the proof: nothing is typed twice.
 */
public final class ProofPage {

    /** In a form that was kept, beside its own fields. */
    private static final String PASSWORD = "proof-password";

    private final SignIn signIn;
    private final Sessions sessions;
    private final People people;
    private final Passkeys passkeys;
    private final DeskFrame frame;

    public ProofPage(SignIn signIn, Sessions sessions, People people, Passkeys passkeys, DeskFrame frame) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.people = people;
        this.passkeys = passkeys;
        this.frame = frame;
    }

    /**
     * What the template shows.
     *
     * @param action where the form goes: to {@link #prove}, or to where the kept form was going
     * @param to the page to go on to, empty for a kept form
     * @param kept the fields of the form that came too late
     */
    public record View(
            String action,
            String to,
            String email,
            boolean hasPassword,
            boolean hasPasskey,
            List<Field> kept,
            List<String> problems) {}

    public record Field(String name, String value) {}

    /** The page for whoever has shown who they are; everybody else is asked first. */
    public DeskAccess.Page before(DeskAccess.Page page) {
        return (request, visitor) -> {
            if (sessions.isProved(visitor.session())) {
                return page.apply(request, visitor);
            }
            // what a script sends is asked for again by the script
            if (!request.form().has(DeskAccess.CSRF_FIELD)) {
                return Response.seeOther(
                        "/desk/account/proof?to=" + (request.isChange() ? comingFrom(request) : request.path()));
            }
            if (!request.form().has(PASSWORD)) {
                return keep(403, request, visitor, List.of());
            }
            return switch (prove(request, visitor, request.form().text(PASSWORD))) {
                case Verdict.Done<Person> _ -> page.apply(request, proved(visitor));
                case Verdict.Refused<Person>(var reasons) -> keep(422, request, visitor, frame.reasons(reasons));
            };
        };
    }

    private Verdict<Person> prove(Request request, DeskAccess.Visitor visitor, String password) {
        return signIn.prove(visitor.session(), password, SignInPage.visit(request));
    }

    /** The visitor as their session has them now. */
    private DeskAccess.Visitor proved(DeskAccess.Visitor visitor) {
        var session = sessions.find(visitor.session().token(), visitor.actor().networkAddress())
                .orElse(visitor.session());
        return new DeskAccess.Visitor(session, visitor.actor(), visitor.path());
    }

    private Response keep(int status, Request request, DeskAccess.Visitor visitor, List<String> problems) {
        var kept = request.form().values().entrySet().stream()
                .filter(field -> !Set.of(DeskAccess.CSRF_FIELD, PASSWORD).contains(field.getKey()))
                .flatMap(field -> field.getValue().stream().map(value -> new Field(field.getKey(), value)))
                .toList();
        return page(status, visitor, request.path(), "", kept, problems);
    }

    /** {@code GET /desk/account/proof}. */
    public Response ask(Request request, DeskAccess.Visitor visitor) {
        return page(
                200,
                visitor,
                "/desk/account/proof",
                DeskAccess.ownPath(request.query().text("to")),
                List.of(),
                List.of());
    }

    /** {@code POST /desk/account/proof} with the password. */
    public Response prove(Request request, DeskAccess.Visitor visitor) {
        String to = DeskAccess.ownPath(request.form().text("to"));
        return switch (prove(request, visitor, request.form().text(PASSWORD))) {
            case Verdict.Done<Person> _ -> Response.seeOther(to);
            case Verdict.Refused<Person>(var reasons) ->
                page(422, visitor, "/desk/account/proof", to, List.of(), frame.reasons(reasons));
        };
    }

    /** {@code POST /desk/account/proof/passkey} with what the passkey answered, as JSON. */
    public Response proveWithPasskey(Request request, DeskAccess.Visitor visitor) {
        return SignInPage.json(frame, passkeys.prove(visitor.session(), request.text()));
    }

    /** Whoever has nothing to prove it with chooses a password first. */
    private Response page(
            int status, DeskAccess.Visitor visitor, String action, String to, List<Field> kept, List<String> problems) {
        var person = visitor.session().person();
        boolean password = people.hasPassword(person);
        boolean passkey = !passkeys.all(person).isEmpty();
        if (!password && !passkey) {
            return Response.seeOther("/desk/account/password");
        }
        return frame.page(
                status,
                DeskTemplates.proof(
                        frame.forVisitor(frame.word("proof.title"), visitor),
                        new View(action, to, person.email(), password, passkey, kept, problems)));
    }

    /** The page that a script's request stood on, to come back to. */
    private static String comingFrom(Request request) {
        return request.header("Referer")
                .map(referrer -> {
                    try {
                        return DeskAccess.ownPath(
                                String.valueOf(java.net.URI.create(referrer).getPath()));
                    } catch (IllegalArgumentException e) {
                        return "/desk";
                    }
                })
                .orElse("/desk");
    }
}
