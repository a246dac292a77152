package news.titr.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import news.titr.language.Language;
import news.titr.language.Messages;
import news.titr.people.Scope;

/** The OpenAPI 3.1 document, made from the operations themselves. The shapes of what is sent stand in {@code api/schemas.json}. */
final class OpenApi {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private OpenApi() {}

    /** @param server the absolute address of the API */
    static ObjectNode document(List<Operation> operations, String server, String name, ApiSettings settings) {
        var words = Messages.of(Language.ENGLISH);
        var root = JSON.objectNode().put("openapi", "3.1.0");
        root.putObject("info")
                .put("title", name)
                .put("version", "1")
                .put("description", words.word("api.page.introduction"));
        root.putArray("servers").addObject().put("url", server);
        var tags = root.putArray("tags");
        for (var group : Operation.Group.values()) {
            tags.addObject().put("name", group.id()).put("description", words.word("api.group." + group.id()));
        }
        var paths = root.putObject("paths");
        for (var operation : operations) {
            var path = paths.path(operation.path()) instanceof ObjectNode there
                    ? there
                    : paths.putObject(operation.path());
            path.set(operation.method().toLowerCase(Locale.ROOT), operation(operation, words, settings));
        }
        var components = root.putObject("components");
        components.set("schemas", schemas());
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", words.word("api.page.token"));
        return root;
    }

    static JsonNode schemas() {
        try (var stream = OpenApi.class.getResourceAsStream("/api/schemas.json")) {
            if (stream == null) {
                throw new IllegalStateException("The program lacks its file api/schemas.json");
            }
            return MAPPER.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode operation(Operation operation, Messages words, ApiSettings settings) {
        var node = JSON.objectNode().put("operationId", operation.id());
        node.putArray("tags").add(operation.group().id());
        node.put("summary", words.word(operation.messageKey()));
        var security = node.putArray("security");
        if (operation.open() && settings.publicReading()) {
            security.addObject();
        }
        // any one of the scopes will do
        operation.scopes().stream()
                .sorted()
                .map(Scope::id)
                .forEach(scope -> security.addObject().putArray("token").add(scope));
        if (operation.scopes().isEmpty()) {
            security.addObject().putArray("token");
        }
        parameters(node, operation);
        operation.body().ifPresent(sent -> {
            var body = node.putObject("requestBody").put("required", true).putObject("content");
            var content = body.putObject(sent.mediaType());
            if (sent.schema().isEmpty()) {
                content.putObject("schema");
            } else {
                content.set("schema", reference(sent.schema()));
                content.set("example", read(operation.example()));
            }
        });
        answers(node.putObject("responses"), operation, words);
        return node;
    }

    private static void parameters(ObjectNode node, Operation operation) {
        var parameters = node.putArray("parameters");
        for (var parameter : operation.parameters()) {
            parameters
                    .addObject()
                    .put("name", parameter.name())
                    .put("in", parameter.in())
                    .put("required", parameter.in().equals("path"))
                    .put("description", parameter.words())
                    .set("schema", read(parameter.schema()));
        }
        if (operation.conditional()) {
            header(parameters.addObject(), "If-Match", true, "The ETag of what was seen: 412 when it is no longer so.");
        }
        if (operation.method().equals("POST")) {
            header(
                    parameters.addObject(),
                    "Idempotency-Key",
                    false,
                    "Any text of at most 255 characters: asked again with the same one, the same answer comes, for a day.");
        }
    }

    private static void header(ObjectNode parameter, String name, boolean required, String words) {
        parameter
                .put("name", name)
                .put("in", "header")
                .put("required", required)
                .put("description", words)
                .putObject("schema")
                .put("type", "string");
    }

    private static void answers(ObjectNode responses, Operation operation, Messages words) {
        operation.answers().forEach((status, schema) -> {
            var answer = responses
                    .putObject(Integer.toString(status))
                    .put("description", words.word("api.schema." + schema.toLowerCase(Locale.ROOT)));
            var content = answer.putObject("content");
            content.putObject("application/json").set("schema", reference(schema));
            if (operation.id().equals("getStory")) {
                for (String type : List.of("text/html", "text/plain", "text/markdown")) {
                    content.putObject(type).putObject("schema").put("type", "string");
                }
            }
        });
        for (var kind : problems(operation)) {
            var answer = responses.path(Integer.toString(kind.status())) instanceof ObjectNode there
                    ? there
                    : responses.putObject(Integer.toString(kind.status()));
            String said = answer.path("description").asText("");
            answer.put(
                    "description",
                    said.isEmpty() ? words.word(kind.messageKey()) : said + " / " + words.word(kind.messageKey()));
            answer.putObject("content").putObject("application/problem+json").set("schema", reference("Problem"));
        }
    }

    /** Why it may not be done, in the order of the statuses. */
    static Iterable<ApiProblem.Kind> problems(Operation operation) {
        var kinds = new TreeSet<ApiProblem.Kind>(
                Comparator.comparingInt(ApiProblem.Kind::status).thenComparing(Comparator.naturalOrder()));
        kinds.addAll(List.of(ApiProblem.Kind.NO_TOKEN, ApiProblem.Kind.NO_SCOPE, ApiProblem.Kind.TOO_MANY));
        if (operation.path().contains("{")) {
            kinds.add(ApiProblem.Kind.NOT_FOUND);
        }
        if (operation.conditional()) {
            kinds.addAll(List.of(ApiProblem.Kind.CHANGED, ApiProblem.Kind.NO_CONDITION));
        }
        if (operation.isChange()) {
            kinds.addAll(List.of(
                    ApiProblem.Kind.BAD_REQUEST,
                    ApiProblem.Kind.NOT_ALLOWED,
                    ApiProblem.Kind.TOO_LARGE,
                    ApiProblem.Kind.WRONG_TYPE,
                    ApiProblem.Kind.REFUSED));
        } else if (!operation.parameters().isEmpty()) {
            kinds.add(ApiProblem.Kind.BAD_PARAMETER);
        }
        if (operation.method().equals("POST")) {
            kinds.addAll(List.of(ApiProblem.Kind.BUSY_KEY, ApiProblem.Kind.KEY_REUSED));
        }
        if (operation.id().equals("getStory")) {
            kinds.addAll(List.of(ApiProblem.Kind.WITHDRAWN, ApiProblem.Kind.NOT_ACCEPTABLE));
        }
        if (operation.id().equals("search")) {
            kinds.add(ApiProblem.Kind.NOT_READY);
        }
        return kinds;
    }

    private static ObjectNode reference(String schema) {
        return JSON.objectNode().put("$ref", "#/components/schemas/" + schema);
    }

    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException("No JSON: " + json, e);
        }
    }

    static Map<String, String> headers() {
        return Map.of("Cache-Control", "no-cache", "Access-Control-Allow-Origin", "*");
    }
}
