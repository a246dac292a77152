package news.titr.desk;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.Language;
import news.titr.people.Actor;
import news.titr.people.SecondFactor;
import news.titr.people.Sessions;
import news.titr.people.SignIn;

/**
 * Stands before every page of the desk: strangers are sent to sign in, and a change is only looked at when it comes from
 * a form that this desk gave to this session.
 */
public final class DeskAccess {

    public static final String COOKIE = "titr_session";
    static final String CSRF_FIELD = "csrf";
    /** For what scripts send, which is not a form. */
    static final String CSRF_HEADER = "X-CSRF";

    /** Where somebody may go who has to set up a second factor before anything else. */
    private static final Set<String> SETTING_UP = Set.of(
            "/desk/account/second-factor",
            "/desk/account/codes",
            "/desk/account/passkeys",
            "/desk/account/passkeys/challenge",
            "/desk/account/proof",
            "/desk/account/proof/passkey",
            "/desk/account/password",
            "/desk/account/strength",
            "/desk/sign-out");

    private final Sessions sessions;
    private final SecondFactor secondFactor;
    private final SignInPage signInPage;
    private final DeskFrame frame;

    public DeskAccess(Sessions sessions, SecondFactor secondFactor, SignInPage signInPage, DeskFrame frame) {
        this.sessions = sessions;
        this.secondFactor = secondFactor;
        this.signInPage = signInPage;
        this.frame = frame;
    }

    /** A page for somebody signed in. */
    @FunctionalInterface
    public interface Page extends BiFunction<Request, Visitor, Response> {}

    /**
     * Who is looking, and what their forms must carry.
     *
     * @param path the page they look at
     */
    public record Visitor(SignIn.Session session, Actor.AtDesk actor, String path) {

        String name() {
            return session.person().name();
        }

        String personId() {
            return session.person().id();
        }

        /** The language that this person wants the desk to speak; the newspaper's own unless they said so. */
        Language language(DeskFrame frame) {
            String chosen = session.person().language();
            return chosen.isEmpty()
                    ? frame.masthead().language()
                    : Language.of(chosen, frame.masthead().language());
        }

        String csrf() {
            return session.csrfToken();
        }
    }

    /** Lets the page answer when the visitor may be here, and answers in its place when not. */
    public Response enter(Request request, Page page) {
        Optional<SignIn.Session> session =
                request.cookies().first(COOKIE).flatMap(token -> sessions.find(token, request.address()));
        if (session.isEmpty()) {
            return request.isChange() ? signInPage.refused(401) : signInPage.show(request);
        }
        if (request.isChange() && !isOwnForm(request, session.get())) {
            return signInPage.refused(403);
        }
        if (!SETTING_UP.contains(request.path())
                && secondFactor.isOwed(session.get().person())) {
            return Response.seeOther("/desk/account/second-factor");
        }
        var actor = new Actor.AtDesk(session.get().person(), request.address());
        var visitor = new Visitor(session.get(), actor, request.path());
        return frame.speaking(
                        visitor.language(frame),
                        () -> frame.about(request.query().first("edition"), () -> page.apply(request, visitor)))
                .with("Cache-Control", "no-store");
    }

    /** A path of the desk's own, or the desk: nobody is sent elsewhere by a link that somebody made up. */
    static String ownPath(String path) {
        return path.matches("/desk(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?") ? path : "/desk";
    }

    private static boolean isOwnForm(Request request, SignIn.Session session) {
        String token =
                request.header(CSRF_HEADER).orElseGet(() -> request.form().text(CSRF_FIELD));
        return SignIn.same(token, session.csrfToken());
    }
}
