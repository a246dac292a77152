package news.titr.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import news.titr.TestDatabase;
import news.titr.TestTemplates;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Walks every address of the desk as a stranger, and as somebody whose form another site has made. */
@Tag("database")
class DeskRoutesIT {

    /** The ways in are for strangers; each of them has tests of its own. */
    private static final String WAYS_IN = "/desk/sign-in";

    private static final Set<String> CHANGES = Set.of("POST", "PUT", "DELETE");
    private static final Pattern GROUP = Pattern.compile("\\(\\?<(\\w+)>([^()]*)\\)");

    private static final Home HOME = Home.fresh();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static TitrProcess titr;
    private static List<Visit> addresses;

    /** A way to ask for something: each route, with something that it would match. */
    private record Visit(String method, String path) {}

    @BeforeAll
    static void start() {
        titr = TitrProcess.serve(HOME);
        var settings = Settings.load(TestDatabase.temporaryFolder(), Map.of());
        try (var newspaper = Newspaper.open(settings, Clock.systemUTC())) {
            addresses = new Routes(newspaper, TestTemplates.engine())
                    .all().stream()
                            .flatMap(route ->
                                    route.methods().stream().map(method -> new Visit(method, example(route.path()))))
                            .filter(visit -> visit.path().startsWith("/desk"))
                            .filter(visit -> !visit.path().startsWith(WAYS_IN))
                            .toList();
        }
    }

    @AfterAll
    static void stop() {
        titr.close();
    }

    /** {@code ^/desk/stories/(?<number>[0-9]{1,18})/claim$} is met by {@code /desk/stories/1001/claim}. */
    private static String example(String path) {
        String plain = GROUP.matcher(path).replaceAll(group -> group.group(2).contains("0-9") ? "1001" : "x");
        return plain.replaceAll("^\\^|\\$$", "")
                .replace(".*", "nowhere")
                .replace("\\.", ".")
                .replaceAll(":\\w+", "x");
    }

    @Test
    void strangers_change_nothing_and_see_nothing() throws Exception {
        var wrong = new ArrayList<String>();
        for (var visit : addresses) {
            for (String cookie : List.of("", "titr_session=" + "0".repeat(64))) {
                int status = send(visit, cookie, "headline=x", "application/x-www-form-urlencoded", "");
                if (status != 401) {
                    wrong.add(status + " for " + visit + " with “" + cookie + "”");
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(addresses.size() > 60, "only " + addresses.size() + " addresses were walked");
    }

    @Test
    void a_change_that_another_site_has_made_is_refused_at_every_address() throws Exception {
        String session = session("one@example.org");
        String other = session("two@example.org");
        String othersToken = token(titr.get("/desk/account", "Cookie", other).body());
        assertEquals(200, titr.get("/desk/account", "Cookie", session).statusCode());
        var wrong = new ArrayList<String>();
        for (var visit : addresses) {
            if (!CHANGES.contains(visit.method())) {
                continue;
            }
            for (String token : List.of("", "x", othersToken)) {
                check(wrong, 403, visit, send(visit, session, "csrf=" + token, FORM, ""));
                check(
                        wrong,
                        403,
                        visit,
                        send(visit, session, "{\"csrf\":\"" + token + "\"}", "application/json", token));
                // what a form of another site may send without asking
                check(wrong, 403, visit, send(visit, session, "{}", "text/plain", ""));
            }
        }
        assertEquals(List.of(), wrong);
        // nothing of all this has ended the session
        assertEquals(200, titr.get("/desk/account", "Cookie", session).statusCode());
    }

    @Test
    void nobody_is_signed_in_by_another_site() {
        String path = titr.invite("csrf@example.org", "x", "reporter");
        for (var header : List.of(
                List.of("Sec-Fetch-Site", "cross-site"),
                List.of("Sec-Fetch-Site", "same-site"),
                List.of("Origin", "https://evil.example"),
                List.of("Origin", "null"))) {
            for (String way : List.of(
                    path,
                    "/desk/sign-in",
                    "/desk/sign-in/code",
                    "/desk/sign-in/passkey",
                    "/desk/sign-in/forgotten",
                    "/desk/sign-in/passkey-challenge",
                    "/desk/sign-in/first/x")) {
                assertEquals(
                        403,
                        titr.post(way, "email=csrf%40example.org&password=x", header.getFirst(), header.getLast())
                                .statusCode(),
                        way + " " + header);
            }
        }
        assertEquals(303, titr.post(path, "", "Sec-Fetch-Site", "same-origin").statusCode());
    }

    @Test
    void after_signing_in_nobody_is_sent_to_another_site() {
        for (String to : List.of("https://evil.example", "//evil.example", "/desk/../", "/desk\\evil", "/desk//evil")) {
            String page = titr.get("/desk/sign-in?to="
                            + java.net.URLEncoder.encode(to, java.nio.charset.StandardCharsets.UTF_8))
                    .body();
            assertTrue(page.contains("name=\"to\" value=\"/desk\""), to);
        }
    }

    private static final String FORM = "application/x-www-form-urlencoded";

    private static void check(List<String> wrong, int wanted, Visit visit, int status) {
        if (status != wanted) {
            wrong.add(status + " for " + visit);
        }
    }

    private static String session(String email) {
        return titr.post(titr.invite(email, "x", "administrator"), "")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .replaceFirst(";.*", "");
    }

    private static String token(String page) {
        var found = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]+)\"").matcher(page);
        assertTrue(found.find(), "a page without a token");
        return found.group(1);
    }

    private static int send(Visit visit, String cookie, String body, String type, String token)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(titr.address + visit.path()))
                .method(
                        visit.method(),
                        CHANGES.contains(visit.method())
                                ? HttpRequest.BodyPublishers.ofString(body)
                                : HttpRequest.BodyPublishers.noBody())
                .header("Content-Type", type);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        if (!token.isEmpty()) {
            request.header("X-CSRF", token);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
