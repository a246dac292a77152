package news.titr.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import news.titr.World;
import news.titr.media.PictureFiles;
import news.titr.story.Publishing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The document that says what the API does, held against what it does. */
@Tag("database")
class OpenApiTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final ApiWorld api = new ApiWorld();
    private final World world = api.world;

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void the_document_is_what_openapi_says_it_must_be() throws IOException {
        try (var schema = OpenApiTest.class.getResourceAsStream("/schemas/openapi-3.1.json")) {
            assertNotNull(schema);
            var errors = SCHEMAS.getSchema(ApiWorld.JSON.readTree(schema)).validate(document());
            assertEquals(List.of(), errors);
        }
    }

    @Test
    void every_operation_of_the_document_does_what_the_document_says() {
        String token = api.token();
        var unknown = new TreeSet<String>();
        for (var path : document().path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                var operation = method.getValue();
                var ask = api.ask(method.getKey().toUpperCase(Locale.ROOT), address(path.getKey(), operation))
                        .with(token);
                if (operation.path("parameters").findValuesAsText("name").contains("If-Match")) {
                    ask.header("If-Match", seen(ask, path.getKey(), token));
                }
                operation.path("requestBody").path("content").properties().forEach(content -> {
                    if (content.getKey().equals("application/json")) {
                        var example = content.getValue().path("example");
                        String schema =
                                content.getValue().path("schema").path("$ref").asText();
                        assertEquals(
                                List.of(),
                                errors(schema, example),
                                operation.path("operationId").asText());
                        ask.json(example.toString());
                    } else {
                        ask.bytes("image/png", PictureFiles.png(200, 100));
                    }
                });
                var answer = ask.go();
                String named = operation.path("operationId").asText();
                var said = operation.path("responses").path(Integer.toString(answer.status()));
                assertTrue(
                        answer.status() < 300 && !said.isMissingNode(), named + ": " + answer.status() + answer.text());
                String schema = said.path("content")
                        .path("application/json")
                        .path("schema")
                        .path("$ref")
                        .asText();
                var errors = errors(schema, answer.json());
                if (!errors.isEmpty()) {
                    unknown.add(named + ": " + errors);
                }
            }
        }
        assertEquals(new TreeSet<String>(), unknown);
    }

    /** An address that leads somewhere: to a story of its own for each operation, in the state that it needs. */
    private String address(String path, JsonNode operation) {
        String named = operation.path("operationId").asText();
        String filled = path.replace("{picture}", path.contains("{picture}") ? picture() : "");
        if (filled.contains("{number}")) {
            filled = filled.replace("{number}", Long.toString(story(named)));
        }
        api.indexing.run();
        return named.equals("search") ? filled + "?q=%D9%BE%D9%84" : filled;
    }

    private long story(String operation) {
        var draft = world.draft(World.bridgeReopens());
        var seen = Publishing.Seen.of(draft);
        switch (operation) {
            case "getStory", "correct", "withdraw" ->
                World.done(world.publishing.publish(world.technician, draft.number(), seen));
            case "unschedule" ->
                World.done(world.publishing.schedule(
                        world.technician, draft.number(), seen, World.MORNING.plusSeconds(3_600)));
            case "liftEmbargo" ->
                World.done(world.publishing.embargo(
                        world.technician, draft.number(), seen, World.MORNING.plusSeconds(3_600)));
            default -> {
                // a draft will do
            }
        }
        return draft.number();
    }

    private String picture() {
        return api.ask("POST", "/pictures")
                .with(api.token())
                .bytes("image/png", PictureFiles.png(201, 101))
                .go()
                .json()
                .path("id")
                .asText();
    }

    private String seen(ApiWorld.Ask ask, String path, String token) {
        String whole = ask.address().replaceFirst("(/drafts/[0-9]+|/pictures/[^/]+).*", "$1");
        var answer = api.get(whole).with(token).go();
        assertEquals(200, answer.status(), path);
        return answer.header("ETag");
    }

    private List<Error> errors(String reference, JsonNode value) {
        return schema(reference).validate(value);
    }

    private Schema schema(String reference) {
        assertTrue(reference.startsWith("#/components/schemas/"), reference);
        ObjectNode root = ApiWorld.JSON.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema").put("$ref", reference);
        root.set("components", document().path("components"));
        return SCHEMAS.getSchema(root);
    }

    @Test
    void nothing_is_said_of_a_shape_that_nothing_has() {
        var document = document();
        var named = new TreeSet<String>();
        document.findValuesAsText("$ref")
                .forEach(reference -> named.add(reference.replace("#/components/schemas/", "")));
        var there = new TreeSet<String>();
        document.path("components").path("schemas").fieldNames().forEachRemaining(there::add);
        assertEquals(there, named);
        assertEquals(
                ApiWorld.SITE + "/api/v1",
                document.path("servers").path(0).path("url").asText());
    }

    @Test
    void the_page_shows_every_operation_in_two_languages_and_asks_nothing_of_others() {
        var operations = new ArrayList<String>();
        document()
                .path("paths")
                .forEach(path -> path.forEach(operation ->
                        operations.add(operation.path("operationId").asText())));
        for (var language : Map.of("fa", "rtl", "en", "ltr").entrySet()) {
            var page = api.get("/api/v1/?lang=" + language.getKey()).go();
            assertEquals(200, page.status());
            assertTrue(
                    page.text()
                            .contains(
                                    "<html lang=\"%s\" dir=\"%s\">".formatted(language.getKey(), language.getValue())),
                    page.text().substring(0, 200));
            operations.forEach(named -> assertTrue(page.text().contains("<article id=\"" + named + "\">"), named));
            assertTrue(!page.text().contains("<script") && !page.text().contains("src="), "nothing is loaded");
            assertTrue(page.header("Content-Security-Policy").startsWith("default-src 'none'"));
        }
    }

    private JsonNode document() {
        return api.get("/openapi.json").go().json();
    }
}
