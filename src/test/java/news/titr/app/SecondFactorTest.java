package news.titr.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import news.titr.TestDatabase;
import news.titr.TestTemplates;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.people.Actor;
import news.titr.people.Authenticator;
import news.titr.people.Person;
import news.titr.people.Role;
import news.titr.people.SignIn;
import news.titr.people.Verdict;
import news.titr.people.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where a second factor is required, nobody of weight comes further than to set one up. */
@Tag("database")
class SecondFactorTest {

    private final Newspaper newspaper = Newspaper.open(
            Settings.load(
                    TestDatabase.temporaryFolder(),
                    Map.of("TITR_DATABASE_URL", TestDatabase.url(), "TITR_PEOPLE_SECOND_FACTOR", "required")),
            Clock.systemUTC());

    @AfterEach
    void close() {
        newspaper.close();
    }

    @Test
    void every_address_of_the_desk_leads_there_but_those_where_it_is_done() {
        var root = newspaper.people.add("root@example.org", "ریشه", Role.ADMINISTRATOR);
        var open = new TreeSet<String>();
        for (var route : new Routes(newspaper, TestTemplates.engine()).all()) {
            String path = route.path().replaceAll("^\\^|\\$$", "");
            if (path.startsWith("/desk") && !path.startsWith("/desk/sign-in") && !isShown(route, path, session(root))) {
                open.add(path);
            }
        }
        assertEquals(
                List.of(
                        "/desk/account/codes",
                        "/desk/account/passkeys",
                        "/desk/account/passkeys/challenge",
                        "/desk/account/password",
                        "/desk/account/proof",
                        "/desk/account/proof/passkey",
                        "/desk/account/second-factor",
                        "/desk/account/strength",
                        "/desk/sign-out"),
                List.copyOf(open));
    }

    @Test
    void who_has_one_owes_none_and_who_loses_it_owes_it_again() {
        var root = newspaper.people.add("root@example.org", "ریشه", Role.ADMINISTRATOR);
        var session = session(root);
        assertTrue(newspaper.secondFactor.isOwed(root));
        var setup = newspaper.codes.begin(root);
        var actor = new Actor.AtDesk(root, "192.0.2.1");
        assertTrue(
                newspaper.codes.turnOn(
                                session, actor, setup.secret(), Authenticator.code(setup.secret(), Instant.now()))
                        instanceof Verdict.Done);
        assertFalse(newspaper.secondFactor.isOwed(root));
        newspaper.codes.turnOff(session, actor);
        assertTrue(newspaper.secondFactor.isOwed(root));
    }

    @Test
    void chief_editors_and_administrators_owe_it_and_nobody_else() {
        for (var role : Role.values()) {
            var person = newspaper.people.add(role.id() + "@example.org", "کس", role);
            assertEquals(
                    role == Role.CHIEF_EDITOR || role == Role.ADMINISTRATOR,
                    newspaper.secondFactor.isOwed(person),
                    role.id());
        }
    }

    private SignIn.Session session(Person person) {
        return newspaper
                .signIn
                .redeem(newspaper.signIn.link(person), new Visit("192.0.2.1", "browser"))
                .orElseThrow();
    }

    /** Whether the address answers with the page where a second factor is set up. */
    private static boolean isShown(Route route, String path, SignIn.Session session) {
        String method = route.methods().contains("POST") ? "POST" : "GET";
        var request = new Request(
                method,
                path,
                Parameters.NONE,
                Parameters.NONE,
                new Parameters(Map.of("csrf", List.of(session.csrfToken()))),
                Parameters.NONE,
                new Parameters(Map.of("titr_session", List.of(session.token()))),
                new byte[0],
                List.of(),
                "192.0.2.1",
                false);
        try {
            var answer = route.page().answer(request);
            return answer.status() == 303
                    && answer.headers().stream()
                            .anyMatch(header -> header.name().equals("Location")
                                    && header.value().equals("/desk/account/second-factor"));
        } catch (RuntimeException | LinkageError e) {
            // a page that was let through, and has no templates here
            return false;
        }
    }
}
