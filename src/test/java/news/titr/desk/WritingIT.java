package news.titr.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Typing over the wire, against the built program: what a browser's editor relies on. */
class WritingIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Home home = Home.fresh();
    private TitrProcess titr;
    private String number;
    private String cookie;
    private String csrf;

    @BeforeEach
    void start() {
        var imported = TitrProcess.run(
                home,
                "پل کهنه باز شد\n\nراه از فردا باز است و مردم می‌گذرند.\n".getBytes(StandardCharsets.UTF_8),
                "import",
                "page",
                "-");
        assertEquals(0, imported.exitCode(), imported.complaints());
        number = imported.out().split("\t", -1)[0];
        titr = TitrProcess.serve(home);
        var signedIn = titr.post(titr.invite("mina@example.org", "مینا", "chief-editor"), "");
        cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
        var meta = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]+)\">")
                .matcher(titr.get("/desk", "Cookie", cookie).body());
        assertTrue(meta.find());
        csrf = meta.group(1);
    }

    @AfterEach
    void stop() {
        titr.close();
    }

    @Test
    void aKillWhileSomebodyTypesLosesNothingThatWasAcknowledged() throws InterruptedException {
        var acknowledged = new ArrayList<String>();
        long version = document().path("version").longValue();
        for (int round = 0; round < 3; round++) {
            var enough = new CountDownLatch(10 + 17 * round);
            var server = titr;
            int now = round;
            long from = version;
            var typing = Thread.ofPlatform().start(() -> {
                try {
                    for (int i = 0; ; i++) {
                        String word = "واژه‌" + now + "." + i + " ";
                        var answer = type(server, from + i, "window" + now, word);
                        if (answer.statusCode() == 200) {
                            acknowledged.add(word);
                            enough.countDown();
                        }
                    }
                } catch (UncheckedIOException e) {
                    // the server is gone
                }
            });
            assertTrue(enough.await(60, TimeUnit.SECONDS));
            titr.kill();
            typing.join();
            titr = TitrProcess.serve(home);

            var after = document();
            String text = after.path("document").path("content").path(0).toString();
            assertEquals(
                    List.of(),
                    acknowledged.stream().filter(word -> !text.contains(word)).toList());
            version = after.path("version").longValue();
            // the one whose answer was lost may be in it or not
            assertTrue(version - acknowledged.size() <= now + 1L, version + " steps, " + acknowledged.size());
        }
        assertTrue(acknowledged.size() >= 10 + 27 + 44);
    }

    @Test
    void whoHasTheStoryOpenHearsOfStepsAndPeople() throws InterruptedException {
        var heard = new LinkedBlockingQueue<String>();
        var stream = titr.lines("/desk/stories/" + number + "/events?client=listener", "Cookie", cookie);
        var listening = Thread.ofVirtual().start(() -> {
            try {
                stream.forEach(heard::add);
            } catch (UncheckedIOException e) {
                // closed
            }
        });
        until(heard, "data: []");
        assertEquals(200, type(titr, 0, "typist", "سلام ").statusCode());
        until(heard, "data: {\"version\":1}");
        post("presence", "{\"client\":\"typist\",\"anchor\":5,\"head\":7}");
        until(heard, "data: [{\"client\":\"typist\",\"name\":\"مینا\",\"anchor\":5,\"head\":7}]");
        assertEquals(
                List.of("typist"),
                JSON.convertValue(
                        read(get("steps?since=0")).path("clients"),
                        JSON.getTypeFactory().constructCollectionType(List.class, String.class)));

        // what a command beside the server publishes is what was typed until then
        var published = TitrProcess.run(home, "publish", number);
        assertEquals(0, published.exitCode(), published.complaints());
        until(heard, "event: story");
        assertTrue(titr.get("/news/" + number + "/print").body().contains("سلام"));
        listening.interrupt();
    }

    @Test
    void everyAnswerSaysWhatIsWrong() {
        assertEquals(
                404, titr.get("/desk/stories/987654/document", "Cookie", cookie).statusCode());
        assertEquals(
                401, titr.postJson("/desk/stories/" + number + "/steps", "{}").statusCode());
        assertEquals(
                403,
                titr.postJson("/desk/stories/" + number + "/steps", "{}", "Cookie", cookie)
                        .statusCode());
        for (String body : List.of(
                "",
                "{",
                "[]",
                "{\"version\":0,\"client\":\"x\"}",
                "{\"version\":0,\"client\":\"\",\"steps\":[]}",
                "{\"version\":\"0\",\"client\":\"x\",\"steps\":[]}",
                "{\"version\":0,\"client\":\"x\",\"steps\":[{\"stepType\":\"replace\",\"from\":0,\"to\":3}]}",
                "[".repeat(100_000))) {
            var answer = post("steps", body);
            assertEquals(422, answer.statusCode(), body);
            assertTrue(read(answer).path("problems").path(0).isTextual(), answer.body());
        }
        assertEquals(422, get("steps?since=x").statusCode());
        assertEquals(410, get("steps?since=99").statusCode());
        assertEquals(200, type(titr, 0, "x", "الف").statusCode());
        var behind = type(titr, 0, "y", "ب");
        assertEquals(409, behind.statusCode());
        assertEquals(
                "الف",
                read(behind)
                        .path("steps")
                        .path(0)
                        .path("slice")
                        .path("content")
                        .path(0)
                        .path("text")
                        .asText());
        assertEquals(
                200,
                post("steps", "{\"version\":1,\"client\":\"y\",\"steps\":[]}").statusCode());
    }

    // ---- asking

    private JsonNode document() {
        return read(get("document"));
    }

    private HttpResponse<String> get(String what) {
        return titr.get("/desk/stories/" + number + "/" + what, "Cookie", cookie);
    }

    private HttpResponse<String> post(String what, String json) {
        return titr.postJson("/desk/stories/" + number + "/" + what, json, "Cookie", cookie, "X-CSRF", csrf);
    }

    /** Types at the beginning of the kicker. */
    private HttpResponse<String> type(TitrProcess server, long version, String client, String text) {
        var request =
                JsonNodeFactory.instance.objectNode().put("version", version).put("client", client);
        var step = request.putArray("steps")
                .addObject()
                .put("stepType", "replace")
                .put("from", 1)
                .put("to", 1);
        step.putObject("slice")
                .putArray("content")
                .addObject()
                .put("type", "text")
                .put("text", text);
        return server.postJson(
                "/desk/stories/" + number + "/steps", request.toString(), "Cookie", cookie, "X-CSRF", csrf);
    }

    private static void until(BlockingQueue<String> heard, String line) throws InterruptedException {
        var before = new ArrayList<String>();
        for (String next = heard.poll(20, TimeUnit.SECONDS); next != null; next = heard.poll(20, TimeUnit.SECONDS)) {
            if (next.equals(line)) {
                return;
            }
            before.add(next);
        }
        throw new AssertionError(line + " was never heard, but " + before);
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
