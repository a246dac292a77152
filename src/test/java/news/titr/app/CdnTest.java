package news.titr.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.titr.TestDatabase;
import news.titr.TestTemplates;
import news.titr.World;
import news.titr.http.Response;
import news.titr.people.Actor;
import news.titr.story.Drafting;
import news.titr.story.Publishing.Seen;
import news.titr.story.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A network in front of the server learns from headers what pages were made from, and is told what to drop. */
@Tag("database")
class CdnTest {

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private volatile int answer = 200;
    private final HttpServer network = listening();
    private final Newspaper newspaper = Newspaper.open(
            Settings.load(
                    TestDatabase.temporaryFolder(),
                    Map.of(
                            "TITR_DATABASE_URL", TestDatabase.url(),
                            "TITR_CDN_SECONDS", "600",
                            "TITR_CDN_PURGE_ADDRESS",
                                    "http://localhost:" + network.getAddress().getPort() + "/purge",
                            "TITR_CDN_PURGE_HEADER", "Fastly-Key: secret",
                            "TITR_OUTGOING_PRIVATE_ADDRESSES", "yes")),
            Clock.systemUTC());
    private final PageCache cache = new PageCache(newspaper);
    private final List<Route> routes = new Routes(newspaper, TestTemplates.engine()).all();

    private HttpServer listening() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/purge", exchange -> {
                var headers = exchange.getRequestHeaders();
                if (answer == 200) {
                    told.add(exchange.getRequestMethod() + " " + headers.getFirst("Fastly-Key") + " "
                            + headers.getFirst("Surrogate-Key"));
                }
                exchange.sendResponseHeaders(answer, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() {
        newspaper.close();
        network.stop(0);
    }

    @Test
    void theKeysOfAPageAreWhatItsChangeTells() {
        var story = publish();
        newspaper.cdnPurging.run();
        assertEquals(List.of("POST secret all"), told, "nobody knows what it kept before");
        told.clear();

        var page = get("/news/" + story.number() + "/print");
        var keys = Set.of(page.header("Surrogate-Key").split(" ", -1));
        assertTrue(keys.contains("story:" + story.number()) && keys.contains("all"), keys.toString());
        assertEquals("max-age=600, stale-while-revalidate=30", page.header("CDN-Cache-Control"));
        assertEquals("no-cache", page.header("Cache-Control"), "browsers go on asking");
        assertTrue(page.header("Surrogate-Key").chars().allMatch(letter -> letter > 31 && letter < 127));

        newspaper.publishing.withdraw(
                new Actor.Technician(),
                story.number(),
                Seen.of(newspaper.newsroom.story(story.number()).orElseThrow()),
                "آزمون");
        newspaper.cdnPurging.run();
        assertEquals(1, told.size());
        assertFalse(Collections.disjoint(keys, Set.of(told.getFirst().split(" ", -1))), told.getFirst());
        newspaper.cdnPurging.run();
        assertEquals(1, told.size(), "it was told already");
    }

    @Test
    void whatCouldNotBeToldIsToldLater() {
        newspaper.cdnPurging.run();
        told.clear();
        answer = 503;
        publish();
        newspaper.cdnPurging.run();
        assertEquals(List.of(), told);
        answer = 200;
        newspaper.cdnPurging.run();
        assertEquals(1, told.size());
        assertTrue(told.getFirst().contains("edition:fa"), told.getFirst());
    }

    @Test
    void everyWayToSendAPageIsMadeOfTheOneThatIsKept() {
        var story = publish();
        String path = "/news/" + story.number() + "/print";
        var tags = new HashMap<String, String>();
        for (String coding : List.of("br", "gzip", "zstd", "")) {
            var page = get(path, coding);
            assertEquals(coding, page.header("Content-Encoding"));
            assertEquals("Accept-Encoding", page.header("Vary"));
            tags.put(coding, page.header("ETag"));
        }
        assertEquals(1, cache.size());
        assertEquals(4, Set.copyOf(tags.values()).size(), tags.toString());
        tags.forEach((coding, tag) -> {
            String other = tag.replaceFirst("-(br|gzip|zstd)\"$", "\"");
            assertEquals(tags.get(""), other);
            assertEquals(coding, get(path, coding).header("Content-Encoding"));
        });
    }

    private Story publish() {
        var technician = new Actor.Technician();
        var begun = World.done(newspaper.drafting.begin(
                technician, Drafting.Beginning.in("fa"), World.bridgeReopens().withSection("city")));
        return World.done(newspaper.publishing.publish(technician, begun.number(), Seen.of(begun)));
    }

    private Response get(String path) {
        return get(path, "");
    }

    private Response get(String path, String encoding) {
        var asked = Asked.of(routes, path, encoding.isEmpty() ? Map.of() : Map.of("accept-encoding", encoding));
        return Delivery.prepare(
                asked.request(), cache.get(path, asked.request(), asked.route().page()));
    }
}
