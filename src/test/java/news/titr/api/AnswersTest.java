package news.titr.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import news.titr.World;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.people.Role;
import news.titr.people.Scope;
import news.titr.story.Publishing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests with an {@code Idempotency-Key} that come at the same moment, or while the first is still at it. */
@Tag("database")
class AnswersTest {

    private final ApiWorld api = new ApiWorld();
    private final Answers answers = new Answers(api.world.database, api.world.clock);

    @AfterEach
    void close() {
        api.close();
    }

    private static Request request(String body) {
        return ApiWorld.request(
                "POST", "/drafts", Map.of("Idempotency-Key", "k-1"), body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void of_requests_that_come_at_the_same_moment_one_is_done() throws Exception {
        String token = api.token();
        int many = 8;
        var together = new CyclicBarrier(many);
        var asking = new ArrayList<Callable<ApiWorld.Answer>>();
        for (int i = 0; i < many; i++) {
            asking.add(() -> {
                together.await();
                return api.ask("POST", "/drafts")
                        .with(token)
                        .header("Idempotency-Key", "k-1")
                        .json("{\"headline\":\"یک\"}")
                        .go();
            });
        }
        var statuses = new TreeSet<Integer>();
        var places = new TreeSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var asked : threads.invokeAll(asking)) {
                var answer = asked.get();
                statuses.add(answer.status());
                if (answer.status() == 201) {
                    places.add(answer.header("Location"));
                } else {
                    assertEquals("1", answer.header("Retry-After"));
                }
            }
        }
        assertTrue(Set.of(201, 409).containsAll(statuses), statuses.toString());
        assertEquals(1, places.size(), places.toString());
        assertEquals(1, api.world.count("SELECT COUNT(*) FROM story"));
    }

    @Test
    void while_the_first_is_at_it_another_waits_and_another_body_is_refused() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var first = Thread.ofVirtual()
                .start(() -> answers.once("t", request("{}"), () -> {
                    begun.countDown();
                    await(goOn);
                    return Response.text(201, "made");
                }));
        begun.await();
        assertEquals(ApiProblem.Kind.BUSY_KEY, met("{}"));
        assertEquals(ApiProblem.Kind.KEY_REUSED, met("{\"other\":1}"));
        goOn.countDown();
        first.join();
        var again = answers.once("t", request("{}"), () -> Response.text(201, "made twice"));
        assertEquals("made", new String(again.body(), StandardCharsets.UTF_8));
        assertEquals("true", again.header("Idempotency-Replayed"));
    }

    @Test
    void what_failed_here_is_done_when_it_is_sent_again_and_what_was_refused_stays_refused() {
        var times = new AtomicInteger();
        assertThrows(
                IllegalStateException.class,
                () -> answers.once("t", request("{}"), () -> {
                    times.incrementAndGet();
                    throw new IllegalStateException("the disk is full");
                }));
        assertEquals(
                503,
                answers.once("t", request("{}"), () -> Response.text(503, "")).status());
        for (int i = 0; i < 2; i++) {
            var refused = answers.once("t", request("{}"), () -> {
                times.incrementAndGet();
                return Response.text(422, "no headline");
            });
            assertEquals(422, refused.status());
        }
        assertEquals(2, times.get());
    }

    @Test
    void the_key_of_a_server_that_was_lost_is_free_again_and_a_slow_one_takes_nothing_back() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var slow = Thread.ofVirtual()
                .start(() -> answers.once("t", request("{}"), () -> {
                    begun.countDown();
                    await(goOn);
                    return Response.text(201, "late");
                }));
        begun.await();
        api.world.clock.forward(Duration.ofMinutes(1));
        assertEquals(ApiProblem.Kind.BUSY_KEY, met("{}"));
        api.world.clock.forward(Duration.ofMinutes(2));
        assertEquals(
                201,
                answers.once("t", request("{}"), () -> Response.text(201, "second"))
                        .status());
        goOn.countDown();
        slow.join();
        var again = answers.once("t", request("{}"), () -> Response.text(201, "third"));
        assertEquals("second", new String(again.body(), StandardCharsets.UTF_8));
    }

    /** Every status that the handbook names, but those of a server that fails. */
    @Test
    void every_refusal_is_a_problem_that_says_its_kind() {
        String token = api.token();
        var story = api.world.published(World.bridgeReopens());
        api.world.publishing.withdraw(api.world.chiefEditor(), story.number(), Publishing.Seen.of(story), "نادرست بود");
        var live = api.world.published(World.bridgeReopens());
        String draft = "/drafts/" + api.world.draft(World.bridgeCloses()).number();
        var asks = List.of(
                Map.entry(400, api.get("/stories?limit=0").with(token)),
                Map.entry(400, api.get("/stories?from=yesterday-ish").with(token)),
                Map.entry(400, api.ask("POST", "/drafts").with(token).json("{\"headline\":")),
                Map.entry(400, api.ask("POST", "/drafts").with(token).json("{\"headlines\":\"x\"}")),
                Map.entry(400, api.ask("POST", "/drafts").with(token).json("[]")),
                Map.entry(401, api.get("/stories")),
                Map.entry(401, api.get("/stories").with("titr_nothing")),
                Map.entry(403, api.ask("POST", "/drafts").with(readOnly()).json("{}")),
                Map.entry(404, api.get("/stories/999").with(token)),
                Map.entry(404, api.get("/nothing").with(token)),
                Map.entry(405, api.ask("DELETE", "/stories").with(token)),
                Map.entry(406, api.get("/stories/" + live.number()).with(token).header("Accept", "image/png")),
                Map.entry(410, api.get("/stories/" + story.number()).with(token)),
                Map.entry(
                        412,
                        api.ask("PUT", draft)
                                .with(token)
                                .header("If-Match", "\"no\"")
                                .json("{\"headline\":\"x\"}")),
                Map.entry(415, api.ask("POST", "/drafts").with(token).bytes("text/plain", new byte[] {'x'})),
                Map.entry(415, api.ask("POST", "/pictures").with(token).bytes("image/jpeg", new byte[] {'x'})),
                Map.entry(428, api.ask("PUT", draft).with(token).json("{\"headline\":\"x\"}")));
        for (var ask : asks) {
            var answer = ask.getValue().go();
            String what = ask.getKey() + " " + ask.getValue().address() + ": " + answer.text();
            assertEquals(ask.getKey(), answer.status(), what);
            assertProblem(answer, what);
            boolean leadsNowhere =
                    ask.getKey() == 405 || ask.getValue().address().equals("/nothing");
            assertEquals(!leadsNowhere, !answer.header("RateLimit").isEmpty(), what);
        }
        for (int status : List.of(400, 401, 413, 500)) {
            var failed = new ApiWorld.Answer(api.api.failed(request("{}"), status));
            assertEquals(status, failed.status());
            assertProblem(failed, "failed with " + status);
        }
    }

    private static void assertProblem(ApiWorld.Answer answer, String what) {
        assertEquals("application/problem+json", answer.header("Content-Type"), what);
        assertEquals("no-store", answer.header("Cache-Control"), what);
        var problem = answer.json();
        assertEquals(answer.status(), problem.path("status").asInt(), what);
        assertTrue(problem.path("type").asText().startsWith(ApiWorld.SITE + "/api/v1/#problem-"), what);
        assertTrue(problem.path("title").asText().length() > 3, what);
        assertTrue(problem.path("detail").asText().length() > 3, what);
        assertEquals(
                answer.status() == 401, !answer.header("WWW-Authenticate").isEmpty() && answer.status() != 403, what);
        assertEquals(answer.status() == 405, !answer.header("Allow").isEmpty(), what);
    }

    private String readOnly() {
        return api.token(Role.REPORTER, Set.of(Scope.READ));
    }

    private ApiProblem.Kind met(String body) {
        return assertThrows(
                        ApiProblem.Met.class,
                        () -> answers.once("t", request(body), () -> Response.text(201, "done twice")))
                .problem()
                .kind();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
