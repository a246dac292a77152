package news.titr.doc.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.titr.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The same steps in the real ProseMirror, in a browser and with the editor's own schema, and here.
 * {@code -Dsteps.seed=7 -Dsteps.count=2000} tries others; {@code -Dcorpus.write=true} writes the corpus anew.
 */
class StepsInBrowserIT {

    private static final String ADDRESS = "http://steps.test/";
    private static final Path VENDOR = Path.of("target", "classes", "web", "vendor");
    private static final Path SCHEMA = Path.of("src", "main", "resources", "web", "editor", "schema.js");
    private static final Path MAKER = Path.of("src", "test", "resources", "news", "titr", "doc", "step", "steps.js");
    private static final Path CORPUS = StepCorpusTest.FOLDER.resolve("random.json");
    private static final List<Integer> OF_THE_CORPUS = List.of(5, 40);

    private static Browser browser;
    private static Page page;

    @BeforeAll
    static void start() {
        browser = new Browser();
        page = browser.visitor().newPage();
        page.route(ADDRESS + "**", StepsInBrowserIT::serve);
        page.navigate(ADDRESS);
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @Test
    void everyStepDoesTheSameThereAndHere() {
        int seed = Integer.getInteger("steps.seed", 2025);
        int count = Integer.getInteger("steps.count", 400);
        int number = 0;
        for (var made : made(seed, count)) {
            SameAsProseMirror.check(made, "seed " + seed + " case " + number++);
        }
        assertEquals(count, number);
    }

    @Test
    void theCorpusIsWhatProseMirrorMakes() throws IOException {
        var lines = made(OF_THE_CORPUS.getFirst(), OF_THE_CORPUS.getLast());
        if (Boolean.getBoolean("corpus.write")) {
            Files.writeString(
                    CORPUS, lines.stream().map(JsonNode::toString).collect(Collectors.joining(",\n", "[\n", "\n]\n")));
        }
        var kept = DocumentJson.read(Files.readString(CORPUS));
        assertEquals(kept.size(), lines.size());
        for (int i = 0; i < kept.size(); i++) {
            assertEquals(kept.get(i).toString(), lines.get(i).toString(), "case " + i);
        }
    }

    private static List<JsonNode> made(int seed, int count) {
        Object json = page.evaluate(
                "([seed, count]) => import('steps').then(({ cases }) => JSON.stringify(cases(seed, count)))",
                List.of(seed, count));
        var made = DocumentJson.read((String) json);
        assertTrue(made.isArray());
        return Stream.iterate(0, i -> i + 1).limit(made.size()).map(made::get).toList();
    }

    private static void serve(Route route) {
        String path = route.request().url().substring(ADDRESS.length());
        switch (path) {
            case "" -> fulfill(route, "text/html", "<script type=importmap>" + importMap() + "</script>");
            case "schema.js" -> fulfill(route, "text/javascript", read(SCHEMA));
            case "steps.js" -> fulfill(route, "text/javascript", read(MAKER));
            default -> fulfill(route, "text/javascript", read(VENDOR.resolve(path)));
        }
    }

    private static void fulfill(Route route, String type, String body) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(200)
                .setHeaders(Map.of("Content-Type", type + "; charset=utf-8"))
                .setBody(body));
    }

    private static String importMap() {
        try (var modules = Files.list(VENDOR)) {
            return modules.map(file -> file.getFileName().toString())
                    .map(file -> "\"" + file.replace(".js", "") + "\":\"/" + file + "\"")
                    .collect(Collectors.joining(
                            ",", "{\"imports\":{\"steps\":\"/steps.js\",\"schema\":\"/schema.js\",", "}}"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
