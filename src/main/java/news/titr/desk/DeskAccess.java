package news.titr.desk;

import java.util.Optional;
import java.util.function.BiFunction;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.Language;
import news.titr.people.Actor;
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

    private final SignIn signIn;
    private final SignInPage signInPage;
    private final DeskFrame frame;

    public DeskAccess(SignIn signIn, SignInPage signInPage, DeskFrame frame) {
        this.signIn = signIn;
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
    public record Visitor(SignIn.Session session, Actor actor, String path) {

        String name() {
            return session.person().name();
        }

        String personId() {
            return session.person().id();
        }

        /** The language that this person wants the desk to speak; the newspaper's own unless they said so. */
        Language language(DeskFrame frame) {
            return frame.masthead().language();
        }

        String csrf() {
            return session.csrfToken();
        }
    }

    /** Lets the page answer when the visitor may be here, and answers in its place when not. */
    public Response enter(Request request, Page page) {
        Optional<SignIn.Session> session = request.cookies().first(COOKIE).flatMap(signIn::session);
        if (session.isEmpty()) {
            return request.isChange() ? signInPage.refused(401) : signInPage.show(request);
        }
        if (request.isChange() && !isOwnForm(request, session.get())) {
            return signInPage.refused(403);
        }
        var actor = new Actor.AtDesk(session.get().person(), request.address());
        var visitor = new Visitor(session.get(), actor, request.path());
        return frame.speaking(visitor.language(frame), () -> page.apply(request, visitor))
                .with("Cache-Control", "no-store");
    }

    private static boolean isOwnForm(Request request, SignIn.Session session) {
        String token =
                request.header(CSRF_HEADER).orElseGet(() -> request.form().text(CSRF_FIELD));
        return SignIn.same(token, session.csrfToken());
    }
}
