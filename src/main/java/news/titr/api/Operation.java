package news.titr.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.titr.http.Response;
import news.titr.people.Scope;

/**
 * One thing that the API does. The routes, the OpenAPI document and the page for people are all made from these.
 *
 * @param path below {@code /api/v1}, such as {@code /stories/{number}}
 * @param id its name in clients that are generated; its words are in the messages: {@code api.operation.list-stories}
 * @param scopes one of which a token needs for it; none where any token will do
 * @param open true for what needs no token where the newspaper lets everybody read
 * @param conditional true where an {@code If-Match} must say what the caller saw
 * @param body what is sent; empty for nothing
 * @param answers status to the name of the schema of what is answered, empty for no content
 * @param example a body that works, as JSON
 */
record Operation(
        String method,
        String path,
        String id,
        Group group,
        Set<Scope> scopes,
        boolean open,
        boolean conditional,
        List<Parameter> parameters,
        Optional<Sent> body,
        Map<Integer, String> answers,
        String example,
        Handler handler) {

    /** How operations are put together for people: {@code api.group.reading}. */
    enum Group {
        READING,
        DRAFTS,
        PUBLISHING,
        PICTURES,
        ACCOUNT;

        String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @param schema JSON Schema of its value, as JSON */
    record Parameter(String name, String in, String schema, String words) {}

    /** @param schema the name of a schema, or empty for bytes */
    record Sent(String mediaType, String schema) {}

    @FunctionalInterface
    interface Handler {
        Response answer(Call call);
    }

    Operation {
        scopes = Set.copyOf(scopes);
        parameters = List.copyOf(parameters);
        answers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    static Operation of(String method, String path, String id, Group group) {
        return new Operation(
                method, path, id, group, Set.of(), false, false, placesIn(path), Optional.empty(), Map.of(), "", _ -> {
                    throw new IllegalStateException(id + " has no handler");
                });
    }

    private static List<Parameter> placesIn(String path) {
        var places = new ArrayList<Parameter>();
        var found = Pattern.compile("\\{([a-z]+)}").matcher(path);
        while (found.find()) {
            String name = found.group(1);
            places.add(new Parameter(
                    name,
                    "path",
                    name.equals("number")
                            ? "{\"type\":\"integer\",\"format\":\"int64\",\"minimum\":1}"
                            : "{\"type\":\"string\"}",
                    name.equals("number") ? "The number of a story." : "The id of a picture."));
        }
        return places;
    }

    /** What matches its path; the places are named groups. */
    Pattern pattern() {
        return Pattern.compile(path.replaceAll("\\{number}", "(?<number>[0-9]{1,18})")
                .replaceAll("\\{picture}", "(?<picture>[0-9A-Za-z-]{1,64})"));
    }

    Operation needs(Scope... needed) {
        return copy(Set.of(needed), open, conditional, parameters, body, answers, example, handler);
    }

    /** Of what readers have: without a token where the newspaper lets everybody read. */
    Operation forReaders() {
        return copy(Set.of(Scope.READ), true, conditional, parameters, body, answers, example, handler);
    }

    Operation conditionally() {
        return copy(scopes, open, true, parameters, body, answers, example, handler);
    }

    Operation with(Parameter... more) {
        var all = new ArrayList<>(parameters);
        all.addAll(List.of(more));
        return copy(scopes, open, conditional, all, body, answers, example, handler);
    }

    Operation takes(String mediaType, String schema, String itsExample) {
        return copy(
                scopes,
                open,
                conditional,
                parameters,
                Optional.of(new Sent(mediaType, schema)),
                answers,
                itsExample,
                handler);
    }

    Operation answers(int status, String schema) {
        var more = new LinkedHashMap<>(answers);
        more.put(status, schema);
        return copy(scopes, open, conditional, parameters, body, more, example, handler);
    }

    Operation by(Handler other) {
        return copy(scopes, open, conditional, parameters, body, answers, example, other);
    }

    private Operation copy(
            Set<Scope> itsScopes,
            boolean isOpen,
            boolean isConditional,
            List<Parameter> itsParameters,
            Optional<Sent> itsBody,
            Map<Integer, String> itsAnswers,
            String itsExample,
            Handler itsHandler) {
        return new Operation(
                method,
                path,
                id,
                group,
                itsScopes,
                isOpen,
                isConditional,
                itsParameters,
                itsBody,
                itsAnswers,
                itsExample,
                itsHandler);
    }

    boolean isChange() {
        return !method.equals("GET");
    }

    /** {@code listStories} as it stands in the names of messages: {@code list-stories}. */
    String messageKey() {
        return "api.operation." + id.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }
}
