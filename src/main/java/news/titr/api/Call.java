package news.titr.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.Language;
import news.titr.language.Messages;
import news.titr.people.Actor;

/**
 * A request that one operation answers.
 *
 * @param places what stands in the places of its path
 * @param caller whoever has the token; empty where everybody may read
 * @param language of what is written for people
 */
record Call(Request request, Map<String, String> places, Optional<Actor.AtDesk> caller, Language language) {

    /** Refuses what stands behind the body, and names that stand twice: both would be read differently elsewhere. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private static final int MOST = 100;

    Actor.AtDesk actor() {
        return caller.orElseThrow(() -> new ApiProblem.Met(ApiProblem.Kind.NO_TOKEN));
    }

    long number() {
        return Long.parseLong(String.valueOf(places.get("number")));
    }

    String place(String name) {
        return String.valueOf(places.get(name));
    }

    String query(String name) {
        return request.query().text(name).strip();
    }

    Optional<String> asked(String name) {
        return request.query().first(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** How many a list should hold. */
    int limit(int usual) {
        var text = asked("limit");
        if (text.isEmpty()) {
            return usual;
        }
        if (!text.get().matches("[0-9]{1,4}")
                || Integer.parseInt(text.get()) < 1
                || Integer.parseInt(text.get()) > MOST) {
            throw new ApiProblem.Met(ApiProblem.Kind.BAD_PARAMETER, "limit", text.get());
        }
        return Integer.parseInt(text.get());
    }

    Messages words() {
        return Messages.of(language);
    }

    /** What was sent, as a JSON object with no other members than these. */
    JsonNode json(Set<String> members) {
        String type = request.header("Content-Type")
                .orElse("")
                .replaceFirst(";.*", "")
                .strip();
        if (!type.equalsIgnoreCase("application/json")) {
            throw new ApiProblem.Met(ApiProblem.Kind.WRONG_TYPE, "application/json");
        }
        JsonNode sent;
        try {
            sent = JSON.readTree(request.text());
        } catch (JsonProcessingException e) {
            throw new ApiProblem.Met(ApiProblem.Kind.BAD_REQUEST, String.valueOf(e.getOriginalMessage()));
        }
        if (!(sent instanceof ObjectNode)) {
            throw new ApiProblem.Met(ApiProblem.Kind.BAD_REQUEST, "a JSON object is expected");
        }
        sent.fieldNames().forEachRemaining(name -> {
            if (!members.contains(name)) {
                throw new ApiProblem.Met(ApiProblem.Kind.BAD_REQUEST, "unknown member “" + name + "”");
            }
        });
        if (sent.toString().indexOf("\\u0000") >= 0) {
            throw new ApiProblem.Met(ApiProblem.Kind.BAD_REQUEST, "a text holds the character U+0000");
        }
        return sent;
    }

    static String text(JsonNode sent, String name) {
        var value = sent.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw new ApiProblem.Met(ApiProblem.Kind.BAD_REQUEST, "“" + name + "” must be a text");
        }
        return value.textValue();
    }

    static Response json(int status, JsonNode answer) {
        return Response.of(
                        status, "application/json", answer.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .with("Cache-Control", "private, no-cache");
    }
}
