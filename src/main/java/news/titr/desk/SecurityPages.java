package news.titr.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import news.titr.doc.QrCode;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.people.Codes;
import news.titr.people.Passkeys;
import news.titr.people.PasswordStrength;
import news.titr.people.People;
import news.titr.people.Person;
import news.titr.people.SignIn;
import news.titr.people.Verdict;

/** One's own ways in: password, passkeys, authenticator app; and showing again who one is. */
public final class SecurityPages {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SignIn signIn;
    private final People people;
    private final Passkeys passkeys;
    private final Codes codes;
    private final PasswordStrength strength;
    private final DeskFrame frame;

    public SecurityPages(
            SignIn signIn, People people, Passkeys passkeys, Codes codes, PasswordStrength strength, DeskFrame frame) {
        this.signIn = signIn;
        this.people = people;
        this.passkeys = passkeys;
        this.codes = codes;
        this.strength = strength;
        this.frame = frame;
    }

    // ---- password

    /** {@code GET /desk/account/password}. */
    public Response askPassword(Request request, DeskAccess.Visitor visitor) {
        return password(200, visitor, List.of());
    }

    private Response password(int status, DeskAccess.Visitor visitor, List<String> problems) {
        return frame.page(
                status,
                DeskTemplates.changePassword(
                        frame.forVisitor(frame.word("password.choose"), visitor),
                        visitor.session().person().email(),
                        problems));
    }

    /** {@code POST /desk/account/password}. */
    public Response changePassword(Request request, DeskAccess.Visitor visitor) {
        var verdict = signIn.changePassword(
                visitor.session(), request.form().text("password"), strength, SignInPage.visit(request));
        return switch (verdict) {
            case Verdict.Done<Person> _ -> Response.seeOther("/desk/account?done=password");
            case Verdict.Refused<Person>(var reasons)
            when reasons.contains(Verdict.Reason.NOT_PROVED) ->
                Response.seeOther("/desk/account/proof?to=/desk/account/password");
            case Verdict.Refused<Person>(var reasons) -> password(422, visitor, frame.reasons(reasons));
        };
    }

    /** {@code POST /desk/account/strength}: how good a password is, while it is typed; JSON in and out. */
    public Response strength(Request request, DeskAccess.Visitor visitor) {
        var person = visitor.session().person();
        String password = read(request).path("password").asText();
        return SignInPage.json(
                200,
                SignInPage.json(Map.of(
                        "score", strength.score(password, person.name(), person.email()),
                        "problems",
                                strength.problems(password, person.name(), person.email()).stream()
                                        .map(problem -> frame.word(
                                                Verdict.Reason.of(problem).messageKey()))
                                        .toList())));
    }

    // ---- passkeys

    /** {@code POST /desk/account/passkeys/challenge}: what the browser is asked when a passkey is to be made. */
    public Response askPasskey(Request request, DeskAccess.Visitor visitor) {
        return switch (passkeys.askToAdd(visitor.session())) {
            case Verdict.Done<String>(var options) -> SignInPage.json(200, options);
            case Verdict.Refused<String> refused -> SignInPage.json(frame, refused);
        };
    }

    /** {@code POST /desk/account/passkeys} with {@code {"name", "answer"}}. */
    public Response addPasskey(Request request, DeskAccess.Visitor visitor) {
        var sent = read(request);
        return SignInPage.json(
                frame,
                passkeys.add(
                        visitor.session(),
                        visitor.actor(),
                        sent.path("answer").toString(),
                        sent.path("name").asText()));
    }

    /** {@code POST /desk/account/passkeys/removal}. */
    public Response removePasskey(Request request, DeskAccess.Visitor visitor) {
        passkeys.remove(visitor.session(), visitor.actor(), request.form().text("id"));
        return Response.seeOther("/desk/account?done=passkey-removed");
    }

    private static JsonNode read(Request request) {
        try {
            var read = JSON.readTree(request.body());
            return read == null ? JSON.createObjectNode() : read;
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    // ---- authenticator app

    /** {@code GET /desk/account/codes}. */
    public Response askCodes(Request request, DeskAccess.Visitor visitor) {
        var person = visitor.session().person();
        return codes.isOn(person)
                ? Response.seeOther("/desk/account")
                : codes(200, visitor, codes.begin(person), List.of());
    }

    private Response codes(int status, DeskAccess.Visitor visitor, Codes.Setup setup, List<String> problems) {
        return frame.page(
                status,
                DeskTemplates.codes(
                        frame.forVisitor(frame.word("codes.title"), visitor),
                        setup.secret(),
                        setup.secret().replaceAll("(.{4})(?=.)", "$1 "),
                        QrCode.svg(setup.address(), frame.word("codes.qr")),
                        problems));
    }

    /** {@code POST /desk/account/codes}: turns them on. */
    public Response turnOnCodes(Request request, DeskAccess.Visitor visitor) {
        String secret = request.form().text("secret");
        var verdict = codes.turnOn(
                visitor.session(), visitor.actor(), secret, request.form().text("code"));
        return switch (verdict) {
            case Verdict.Done<List<String>>(var recovery) -> recovery(visitor, recovery);
            case Verdict.Refused<List<String>>(var reasons) ->
                codes(422, visitor, codes.setup(visitor.session().person(), secret), frame.reasons(reasons));
        };
    }

    private Response recovery(DeskAccess.Visitor visitor, List<String> recovery) {
        return frame.page(
                200, DeskTemplates.recoveryCodes(frame.forVisitor(frame.word("codes.recovery"), visitor), recovery));
    }

    /** {@code POST /desk/account/codes/recovery}: new recovery codes. */
    public Response renewRecoveryCodes(Request request, DeskAccess.Visitor visitor) {
        return switch (codes.renewRecoveryCodes(visitor.session(), visitor.actor())) {
            case Verdict.Done<List<String>>(var recovery) -> recovery(visitor, recovery);
            case Verdict.Refused<List<String>> _ -> Response.seeOther("/desk/account");
        };
    }

    /** {@code POST /desk/account/codes/removal}. */
    public Response turnOffCodes(Request request, DeskAccess.Visitor visitor) {
        codes.turnOff(visitor.session(), visitor.actor());
        return Response.seeOther("/desk/account?done=codes-off");
    }
}
