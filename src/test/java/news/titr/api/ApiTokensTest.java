package news.titr.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import news.titr.World;
import news.titr.audit.Action;
import news.titr.audit.AuditQuery;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.people.Role;
import news.titr.people.Scope;
import news.titr.people.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With what other programs come in, and how far. */
@Tag("database")
class ApiTokensTest {

    private final ApiWorld api = new ApiWorld();
    private final World world = api.world;

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void a_token_is_needed_and_one_that_is_over_revoked_or_of_a_closed_account_opens_nothing() {
        assertEquals(401, api.get("/stories").go().status());
        assertEquals("Bearer", api.get("/stories").go().header("WWW-Authenticate"));
        assertEquals(401, api.get("/stories").with("titr_0000").go().status());

        String good = api.token();
        assertEquals(200, api.get("/stories").with(good).go().status());

        var brief = api.issued(Role.CHIEF_EDITOR, Set.of(Scope.READ), Optional.of(Duration.ofDays(1)));
        assertEquals(200, api.get("/stories").with(brief.secret()).go().status());
        world.clock.forward(Duration.ofDays(1));
        assertEquals(401, api.get("/stories").with(brief.secret()).go().status());

        var revoked = api.issued(Role.CHIEF_EDITOR, Set.of(Scope.READ), Optional.empty());
        api.tokens.revoke(world.technician, revoked.token().id());
        assertEquals(401, api.get("/stories").with(revoked.secret()).go().status());

        var closed = api.issued(Role.REPORTER, Set.of(Scope.READ), Optional.empty());
        world.people.disable(world.technician, closed.token().person().id());
        assertEquals(401, api.get("/stories").with(closed.secret()).go().status());
        // and of all of them, nothing is kept that could be used
        assertEquals(0, world.count("SELECT COUNT(*) FROM api_token WHERE token_hash LIKE 'titr%'"));
    }

    @Test
    void nobody_but_an_administrator_makes_or_revokes_tokens_and_no_token_does() {
        var chief = world.chiefEditor();
        var issued = api.issued(Role.ADMINISTRATOR, EnumSet.allOf(Scope.class), Optional.empty());
        assertEquals(
                Verdict.refused(Verdict.Reason.NOT_ALLOWED),
                api.tokens.issue(chief, "نشانه", issued.token().person().id(), Set.of(Scope.READ), Optional.empty()));
        assertEquals(
                Verdict.refused(Verdict.Reason.NOT_ALLOWED),
                api.tokens.revoke(chief, issued.token().id()));
        var program = api.tokens.enter(issued.secret(), "192.0.2.9").orElseThrow();
        assertEquals(
                Verdict.refused(Verdict.Reason.NOT_ALLOWED),
                api.tokens.revoke(program, issued.token().id()));
        assertEquals(Optional.empty(), api.tokens.all(program));
    }

    @Test
    void a_token_does_no_more_than_its_scopes_and_no_more_than_its_person() {
        var draft = world.draft(World.bridgeReopens());
        String address = "/drafts/" + draft.number();
        String reads = api.token(Role.CHIEF_EDITOR, Set.of(Scope.READ));
        assertEquals(403, api.get(address).with(reads).go().status());

        String writes = api.token(Role.CHIEF_EDITOR, Set.of(Scope.WRITE_DRAFTS));
        String tag = api.get(address).with(writes).go().header("ETag");
        var refused = api.ask("POST", address + "/publication")
                .with(writes)
                .header("If-Match", tag)
                .json("{}")
                .go();
        assertEquals(403, refused.status());
        assertTrue(refused.header("WWW-Authenticate").contains("insufficient_scope"));

        // a reporter does not publish, whatever the token says
        String reporter = api.token(Role.REPORTER, EnumSet.allOf(Scope.class));
        var mine = api.ask("POST", "/drafts")
                .with(reporter)
                .json("{\"headline\":\"پل باز شد\",\"section\":\"city\"}")
                .go();
        assertEquals(201, mine.status(), mine.text());
        var published = api.ask("POST", "/drafts/" + mine.json().path("number").asLong() + "/publication")
                .with(reporter)
                .header("If-Match", mine.header("ETag"))
                .json("{}")
                .go();
        assertEquals(403, published.status(), published.text());
        assertEquals(
                "not-allowed",
                published.json().path("problems").path(0).path("kind").asText());
    }

    @Test
    void the_audit_log_names_the_token() {
        String token = api.token();
        long number = api.ask("POST", "/drafts")
                .with(token)
                .json("{\"headline\":\"پل باز شد\"}")
                .go()
                .json()
                .path("number")
                .asLong();
        var entry = world.database
                .read(read -> AuditQuery.about(Subject.story(number), Set.of(Action.BEGIN))
                        .read(read, AuditQuery.After.START, 1))
                .getFirst();
        assertEquals(Optional.of("برنامهٔ آزمون"), entry.detail().text(Detail.Name.TOKEN));
        assertEquals("192.0.2.9", entry.address());
        assertTrue(entry.actor().startsWith("person:"), entry.actor());
    }
}
