package news.titr.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.people.Entry;
import news.titr.people.Letters;
import news.titr.people.Passkeys;
import news.titr.people.Person;
import news.titr.people.Sessions;
import news.titr.people.SignIn;
import news.titr.people.Verdict;
import news.titr.people.Visit;

/** Signing in with a password, a code, a passkey; asking for a new password; and out again. */
public final class SignInPage {

    /** As long as a session may last; the database knows better when it ends. */
    private static final long COOKIE_SECONDS = Sessions.LONGEST.toSeconds();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SignIn signIn;
    private final Passkeys passkeys;
    private final Letters letters;
    private final Sessions sessions;
    private final boolean hasMail;
    private final DeskFrame frame;

    public SignInPage(
            SignIn signIn, Passkeys passkeys, Letters letters, Sessions sessions, boolean hasMail, DeskFrame frame) {
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.letters = letters;
        this.sessions = sessions;
        this.hasMail = hasMail;
        this.frame = frame;
    }

    /**
     * What the template shows.
     *
     * @param to the page of the desk that was asked for
     * @param mail whether a forgotten password can be mended by mail
     */
    public record View(String to, String email, String problem, String notice, boolean mail) {}

    /** {@code GET /desk} for a stranger, and every other page of the desk: how to get in. */
    Response show(Request request) {
        String query = request.query().text("below");
        String to = request.path().startsWith("/desk/sign-in") || !query.isEmpty() ? "/desk" : request.path();
        return show(401, new View(to, "", "", "", hasMail));
    }

    /** {@code GET /desk/sign-in}. */
    public Response ask(Request request) {
        return show(200, new View(DeskAccess.ownPath(request.query().text("to")), "", "", "", hasMail));
    }

    public Response refused(int status) {
        String problem = status == 401 ? "desk.sign-in.first" : "desk.sign-in.stale-form";
        return show(status, new View("/desk", "", frame.word(problem), "", hasMail));
    }

    private Response show(int status, View view) {
        return frame.page(status, DeskTemplates.signIn(frame.forStranger("desk.sign-in"), view));
    }

    /** {@code POST /desk/sign-in}. */
    public Response enter(Request request) {
        if (isForeign(request)) {
            return refused(403);
        }
        String email = request.form().text("email");
        String to = DeskAccess.ownPath(request.form().text("to"));
        return answer(request, signIn.enter(email, request.form().text("password"), visit(request)), to, email);
    }

    /** {@code POST /desk/sign-in/code}: the second step. */
    public Response enterCode(Request request) {
        if (isForeign(request)) {
            return refused(403);
        }
        String step = request.form().text("step");
        String to = DeskAccess.ownPath(request.form().text("to"));
        var entry = signIn.enterCode(step, request.form().text("code"), visit(request));
        return switch (entry) {
            case Entry.Wrong() -> askCode(422, step, to, frame.word("desk.sign-in.code.wrong"));
            case Entry.Wait(var until) -> askCode(429, step, to, frame.word("desk.sign-in.wait", moment(until)));
            case Entry.Entered _, Entry.CodeWanted _, Entry.TooLate _, Entry.Busy _ -> answer(request, entry, to, "");
        };
    }

    private Response askCode(int status, String step, String to, String problem) {
        return frame.page(status, DeskTemplates.signInCode(frame.forStranger("desk.sign-in.code"), step, to, problem));
    }

    /** What every way in ends with. */
    Response answer(Request request, Entry entry, String to, String email) {
        return switch (entry) {
            case Entry.Entered(var session) -> entered(request, session, to);
            case Entry.CodeWanted(var step) -> askCode(200, step, to, "");
            case Entry.Wrong() -> show(422, new View(to, email, frame.word("desk.sign-in.wrong"), "", hasMail));
            case Entry.Wait(var until) ->
                // said of every account, whether there is one or not
                show(
                        429,
                        new View(
                                to,
                                email,
                                frame.word("desk.sign-in.wait", moment(until)),
                                hasMail ? frame.word("desk.sign-in.unlock-sent") : "",
                                hasMail));
            case Entry.TooLate() -> show(410, new View(to, email, frame.word("desk.sign-in.too-late"), "", hasMail));
            case Entry.Busy() -> show(503, new View(to, email, frame.word("desk.sign-in.busy"), "", hasMail));
        };
    }

    /** The door for somebody who may try again. */
    Response unlocked(Person owner) {
        return show(200, new View("/desk", owner.email(), "", frame.word("unlock.done"), hasMail));
    }

    private String moment(java.time.Instant until) {
        return frame.dates().time(until);
    }

    Response entered(Request request, SignIn.Session session, String to) {
        return Response.seeOther(to)
                .with("Set-Cookie", cookie(request, session))
                .with("Cache-Control", "no-store");
    }

    private String cookie(Request request, SignIn.Session session) {
        return cookie(session.token(), COOKIE_SECONDS, isSecure(request));
    }

    // ---- with a passkey

    /** {@code POST /desk/sign-in/passkey-challenge}: what the browser asks the passkey, as JSON. */
    public Response challenge(Request request) {
        return isForeign(request) ? json(403, "{}") : json(200, passkeys.ask());
    }

    /** {@code POST /desk/sign-in/passkey} with what the passkey answered, as JSON. */
    public Response enterWithPasskey(Request request) {
        if (isForeign(request)) {
            return json(403, "{}");
        }
        var entry = passkeys.enter(request.text(), visit(request));
        return entry instanceof Entry.Entered(var session)
                ? json(200, "{}").with("Set-Cookie", cookie(request, session))
                : json(422, json(Map.of("problem", frame.word("desk.sign-in.passkey.wrong"))));
    }

    static Response json(int status, String json) {
        return Response.of(status, "application/json", json.getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "no-store")
                .with("X-Content-Type-Options", "nosniff");
    }

    /** What a script is told of a verdict. */
    static <T> Response json(DeskFrame frame, Verdict<T> verdict) {
        return switch (verdict) {
            case Verdict.Done<T> _ -> json(200, "{}");
            case Verdict.Refused<T>(var reasons) ->
                json(422, json(Map.of("problem", frame.word(reasons.getFirst().messageKey()))));
        };
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    // ---- a forgotten password

    /** {@code GET /desk/sign-in/forgotten}. */
    public Response askForgotten(Request request) {
        return frame.page(200, DeskTemplates.forgotten(frame.forStranger("desk.forgotten"), "", hasMail));
    }

    /** {@code POST /desk/sign-in/forgotten}: says the same whether there is such an account or not. */
    public Response forgotten(Request request) {
        if (isForeign(request)) {
            return refused(403);
        }
        if (hasMail) {
            letters.forgotten(request.form().text("email"), visit(request));
        }
        return frame.page(
                200,
                DeskTemplates.forgotten(
                        frame.forStranger("desk.forgotten"),
                        hasMail ? frame.word("desk.forgotten.sent") : "",
                        hasMail));
    }

    // ---- out again

    /** {@code POST /desk/sign-out}. */
    public Response signOut(Request request, DeskAccess.Visitor visitor) {
        sessions.signOut(visitor.session().token());
        return Response.seeOther("/desk/sign-in").with("Set-Cookie", cookie("", 0, isSecure(request)));
    }

    // ---- what all of these share

    static Visit visit(Request request) {
        return new Visit(request.address(), request.header("User-Agent").orElse(""));
    }

    /**
     * Whether another site sent this: it must not sign an editor in as somebody else, and read along. Browsers say it
     * themselves; those too old for that name the origin of every form.
     */
    boolean isForeign(Request request) {
        Optional<String> site = request.header("Sec-Fetch-Site");
        if (site.isPresent()) {
            return !site.get().equals("same-origin");
        }
        return request.header("Origin")
                .filter(origin -> !origin.equals(origin(frame.masthead().baseUrl()))
                        && !isHost(origin, request.header("Host").orElse("")))
                .isPresent();
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    private static boolean isHost(String origin, String host) {
        return !host.isEmpty() && (origin.equals("http://" + host) || origin.equals("https://" + host));
    }

    /** Readers' address says it, also where the proxy does not. */
    private boolean isSecure(Request request) {
        return request.secure() || "https".equals(frame.masthead().baseUrl().getScheme());
    }

    private static String cookie(String value, long seconds, boolean secure) {
        return DeskAccess.COOKIE + "=" + value + "; Path=/desk; HttpOnly; SameSite=Lax; Max-Age=" + seconds
                + (secure ? "; Secure" : "");
    }
}
