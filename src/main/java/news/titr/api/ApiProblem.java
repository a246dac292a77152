package news.titr.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.titr.http.Response;
import news.titr.language.Language;
import news.titr.language.Messages;
import news.titr.media.MediaProblem;
import news.titr.story.Problem;

/**
 * Why a request was not done: {@code application/problem+json} as RFC 9457 has it.
 *
 * @param detail what it was in this case, as arguments of the kind's words
 * @param faults what doors found, every one
 * @param headers that go with it
 */
record ApiProblem(Kind kind, List<Object> detail, List<Fault> faults, Map<String, String> headers) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Each has its title in the messages: {@code api.problem.not-found}, and its place on the page of the API. */
    enum Kind {
        BAD_REQUEST(400),
        BAD_PARAMETER(400),
        NO_TOKEN(401),
        NOT_ALLOWED(403),
        NO_SCOPE(403),
        NOT_FOUND(404),
        NO_METHOD(405),
        NOT_ACCEPTABLE(406),
        BUSY_KEY(409),
        CONFLICT(409),
        WITHDRAWN(410),
        CHANGED(412),
        TOO_LARGE(413),
        WRONG_TYPE(415),
        REFUSED(422),
        KEY_REUSED(422),
        NO_CONDITION(428),
        TOO_MANY(429),
        FAILED(500),
        NOT_READY(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String messageKey() {
            return "api.problem." + id();
        }
    }

    /**
     * One thing that a door found.
     *
     * @param refuses false for what is only told
     */
    record Fault(String kind, String messageKey, boolean refuses, String detail, String place) {

        static Fault of(Problem problem) {
            return new Fault(
                    problem.kind().id(),
                    problem.kind().messageKey(),
                    problem.refuses(),
                    problem.detail(),
                    problem.place());
        }

        static Fault of(MediaProblem problem) {
            return new Fault(
                    problem.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    problem.kind().messageKey(),
                    true,
                    problem.detail(),
                    "");
        }

        String words(Messages messages) {
            return messages.word(messageKey, detail);
        }
    }

    ApiProblem {
        detail = List.copyOf(detail);
        faults = List.copyOf(faults);
        headers = Map.copyOf(headers);
    }

    static ApiProblem of(Kind kind, Object... detail) {
        return new ApiProblem(kind, List.of(detail), List.of(), Map.of());
    }

    /** What a door refused: forbidden, missing, or not fit. */
    static ApiProblem refused(List<Problem> problems) {
        Kind kind = problems.stream().anyMatch(problem -> problem.kind() == Problem.Kind.NOT_ALLOWED)
                ? Kind.NOT_ALLOWED
                : problems.stream().anyMatch(problem -> problem.kind() == Problem.Kind.NO_SUCH_STORY)
                        ? Kind.NOT_FOUND
                        : Kind.REFUSED;
        return new ApiProblem(kind, List.of(), problems.stream().map(Fault::of).toList(), Map.of());
    }

    static ApiProblem refusedMedia(List<MediaProblem> problems) {
        Kind kind = switch (problems.getFirst().kind()) {
            case NOT_ALLOWED -> Kind.NOT_ALLOWED;
            case NO_SUCH_PICTURE, NO_SUCH_UPLOAD -> Kind.NOT_FOUND;
            case TOO_LARGE, TOO_MANY_PIXELS, TOO_MANY_FRAMES -> Kind.TOO_LARGE;
            case UNKNOWN_FORMAT, OTHER_KIND -> Kind.WRONG_TYPE;
            case EMPTY, DAMAGED, CUT_OFF, TOO_SLOW, NEEDS_LIBVIPS, NOT_WHOLE, DATE_NOT_UNDERSTOOD -> Kind.REFUSED;
        };
        return new ApiProblem(kind, List.of(), problems.stream().map(Fault::of).toList(), Map.of());
    }

    ApiProblem with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ApiProblem(kind, detail, faults, more);
    }

    ApiProblem with(List<Fault> others) {
        return new ApiProblem(kind, detail, others, headers);
    }

    /** @param page the absolute address of the page that explains problems */
    Response response(Language language, String page) {
        var english = Messages.of(Language.ENGLISH);
        var words = Messages.of(language);
        var root = JSON.objectNode()
                .put("type", page + "#problem-" + kind.id())
                .put("title", english.word(kind.messageKey()))
                .put("status", kind.status());
        var told = new ArrayList<String>();
        if (!detail.isEmpty()) {
            told.add(words.word(kind.messageKey() + ".detail", detail.toArray()));
        } else if (faults.isEmpty()) {
            told.add(words.word(kind.messageKey()));
        }
        faults.stream()
                .filter(Fault::refuses)
                .map(fault -> fault.words(words))
                .distinct()
                .forEach(told::add);
        root.put("detail", String.join(" ", told));
        if (!faults.isEmpty()) {
            root.set("problems", json(faults, words));
        }
        return Response.of(
                        kind.status(),
                        "application/problem+json",
                        root.toString().getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "no-store")
                .with("Content-Language", language.tag())
                .with(headers);
    }

    static ArrayNode json(List<Fault> faults, Messages words) {
        var array = JSON.arrayNode();
        for (var fault : faults) {
            array.addObject()
                    .put("kind", fault.kind())
                    .put("severity", fault.refuses() ? "refuse" : "warn")
                    .put("message", fault.words(words))
                    .put("detail", fault.detail())
                    .put("place", fault.place());
        }
        return array;
    }

    /** Leaves the answering of a request, from however deep in it. */
    static final class Met extends RuntimeException {
        private final transient ApiProblem problem;

        Met(ApiProblem problem) {
            super(problem.kind().name(), null, false, false);
            this.problem = problem;
        }

        Met(Kind kind, Object... detail) {
            this(of(kind, detail));
        }

        ApiProblem problem() {
            return problem;
        }
    }

    /** The moment that a text stands for, ISO 8601 with an offset. */
    static Instant moment(String name, String text) {
        try {
            return java.time.OffsetDateTime.parse(text).toInstant();
        } catch (java.time.DateTimeException e) {
            throw new Met(Kind.BAD_PARAMETER, name, text);
        }
    }

    static Optional<Instant> moment(String name, Optional<String> text) {
        return text.filter(given -> !given.isBlank()).map(given -> moment(name, given.strip()));
    }
}
