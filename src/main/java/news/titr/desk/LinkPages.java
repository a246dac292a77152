package news.titr.desk;

import java.util.List;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.people.FirstPerson;
import news.titr.people.PasswordStrength;
import news.titr.people.Passwords;
import news.titr.people.SignIn;
import news.titr.people.Verdict;

/**
 * One-time links: coming in, choosing a password, making the first account. Looking at one uses nothing up, because mail
 * scanners open every link they see.
 */
public final class LinkPages {

    private final SignIn signIn;
    private final FirstPerson firstPerson;
    private final PasswordStrength strength;
    private final SignInPage signInPage;
    private final DeskFrame frame;

    public LinkPages(
            SignIn signIn, FirstPerson firstPerson, PasswordStrength strength, SignInPage signInPage, DeskFrame frame) {
        this.signIn = signIn;
        this.firstPerson = firstPerson;
        this.strength = strength;
        this.signInPage = signInPage;
        this.frame = frame;
    }

    /** {@code GET /desk/sign-in/TOKEN}. */
    public Response show(Request request) {
        String token = request.route().text("token");
        return signIn.find(token).map(link -> show(200, token, link, List.of())).orElseGet(this::used);
    }

    private Response show(int status, String token, SignIn.Link link, List<String> problems) {
        String address = "/desk/sign-in/" + token;
        return switch (link.purpose()) {
            case ENTER ->
                frame.page(
                        status,
                        DeskTemplates.confirmSignIn(
                                frame.forStranger("desk.sign-in"),
                                address,
                                link.owner().name()));
            case UNLOCK ->
                frame.page(
                        status,
                        DeskTemplates.confirmUnlocking(
                                frame.forStranger("unlock.title"),
                                address,
                                link.owner().name()));
            case INVITATION, RESET ->
                frame.page(
                        status,
                        DeskTemplates.choosePassword(
                                frame.forStranger("password.choose"),
                                address,
                                link.owner().name(),
                                link.owner().email(),
                                problems));
        };
    }

    /** {@code POST /desk/sign-in/TOKEN}: uses the link up. */
    public Response use(Request request) {
        if (signInPage.isForeign(request)) {
            return signInPage.refused(403);
        }
        String token = request.route().text("token");
        var link = signIn.find(token);
        if (link.isEmpty()) {
            return used();
        }
        var visit = SignInPage.visit(request);
        return switch (link.get().purpose()) {
            case ENTER ->
                signIn.redeem(token, visit)
                        .map(session -> signInPage.entered(request, session, "/desk"))
                        .orElseGet(this::used);
            case UNLOCK -> signIn.unlock(token, visit).map(signInPage::unlocked).orElseGet(this::used);
            case INVITATION, RESET ->
                switch (signIn.choosePassword(token, request.form().text("password"), strength, visit)) {
                    case Verdict.Done<news.titr.people.Entry>(var entry) ->
                        signInPage.answer(request, entry, "/desk", "");
                    case Verdict.Refused<news.titr.people.Entry>(var reasons)
                    when reasons.contains(Verdict.Reason.LINK_IS_USED) -> used();
                    case Verdict.Refused<news.titr.people.Entry>(var reasons) ->
                        show(422, token, link.get(), frame.reasons(reasons));
                };
        };
    }

    private Response used() {
        return frame.page(
                410,
                DeskTemplates.signIn(
                        frame.forStranger("desk.sign-in"),
                        new SignInPage.View("/desk", "", frame.word("desk.sign-in.used"), "", false)));
    }

    /** {@code GET /desk/sign-in/first/TOKEN}. */
    public Response showFirst(Request request) {
        String token = request.route().text("token");
        return firstPerson.isGood(token) ? first(200, token, "", "", List.of()) : used();
    }

    private Response first(int status, String token, String name, String email, List<String> problems) {
        return frame.page(
                status,
                DeskTemplates.firstPerson(
                        frame.forStranger("first.title"), "/desk/sign-in/first/" + token, name, email, problems));
    }

    /** {@code POST /desk/sign-in/first/TOKEN}: makes the administrator. */
    public Response makeFirst(Request request) {
        if (signInPage.isForeign(request)) {
            return signInPage.refused(403);
        }
        String token = request.route().text("token");
        String name = request.form().text("name");
        String email = request.form().text("email");
        try {
            var made = firstPerson.make(
                    token, name, email, request.form().text("password"), strength, SignInPage.visit(request));
            return switch (made) {
                case Verdict.Done<SignIn.Session>(var session) -> signInPage.entered(request, session, "/desk");
                case Verdict.Refused<SignIn.Session>(var reasons)
                when reasons.contains(Verdict.Reason.LINK_IS_USED) -> used();
                case Verdict.Refused<SignIn.Session>(var reasons) ->
                    first(422, token, name, email, frame.reasons(reasons));
            };
        } catch (Passwords.Busy e) {
            return first(503, token, name, email, List.of(frame.word("desk.sign-in.busy")));
        }
    }
}
