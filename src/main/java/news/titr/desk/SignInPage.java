package news.titr.desk;

import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.people.Person;
import news.titr.people.SignIn;

/** Signing in with a one-time link, and out again. */
public final class SignInPage {

    private static final int FOURTEEN_DAYS = 14 * 24 * 60 * 60;

    private final SignIn signIn;
    private final DeskFrame frame;

    public SignInPage(SignIn signIn, DeskFrame frame) {
        this.signIn = signIn;
        this.frame = frame;
    }

    /** {@code GET /desk} for a stranger: how to get in. */
    Response show(Request request) {
        return frame.page(401, DeskTemplates.signIn(frame.forStranger("desk.sign-in"), "", ""));
    }

    public Response refused(int status) {
        String problem = status == 401 ? "desk.sign-in.first" : "desk.sign-in.stale-form";
        return frame.page(status, DeskTemplates.signIn(frame.forStranger("desk.sign-in"), "", frame.word(problem)));
    }

    /** {@code GET /desk/sign-in/TOKEN}: only shows a button, because mail scanners open every link they see. */
    public Response ask(Request request) {
        String token = request.route().text("token");
        return signIn.owner(token)
                .map(Person::name)
                .map(name -> frame.page(
                        200,
                        DeskTemplates.confirmSignIn(frame.forStranger("desk.sign-in"), "/desk/sign-in/" + token, name)))
                .orElseGet(this::used);
    }

    /** {@code POST /desk/sign-in/TOKEN}: uses the link up. */
    public Response redeem(Request request) {
        // another site must not sign an editor in as somebody else
        if (request.header("Sec-Fetch-Site")
                .filter(site -> !site.equals("same-origin"))
                .isPresent()) {
            return refused(403);
        }
        String agent = request.header("User-Agent").orElse("");
        return signIn.redeem(
                        request.route().text("token"),
                        request.address(),
                        agent.substring(0, Math.min(agent.length(), 300)))
                .map(session -> Response.seeOther("/desk")
                        .with("Set-Cookie", cookie(session.token(), FOURTEEN_DAYS, isSecure(request)))
                        .with("Cache-Control", "no-store"))
                .orElseGet(this::used);
    }

    /** {@code POST /desk/sign-out}. */
    public Response signOut(Request request, DeskAccess.Visitor visitor) {
        signIn.signOut(visitor.session().token());
        return Response.seeOther("/desk").with("Set-Cookie", cookie("", 0, isSecure(request)));
    }

    private Response used() {
        return frame.page(
                410, DeskTemplates.signIn(frame.forStranger("desk.sign-in"), "", frame.word("desk.sign-in.used")));
    }

    /** Readers' address says it, also where the proxy does not. */
    private boolean isSecure(Request request) {
        return request.secure() || "https".equals(frame.masthead().baseUrl().getScheme());
    }

    private static String cookie(String value, int seconds, boolean secure) {
        return DeskAccess.COOKIE + "=" + value + "; Path=/desk; HttpOnly; SameSite=Lax; Max-Age=" + seconds
                + (secure ? "; Secure" : "");
    }
}
