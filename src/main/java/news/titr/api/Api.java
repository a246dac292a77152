package news.titr.api;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.titr.db.Database;
import news.titr.doc.Body;
import news.titr.http.RateLimits;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.Language;
import news.titr.media.PictureLibrary;
import news.titr.media.Pictures;
import news.titr.people.Actor;
import news.titr.people.Pass;
import news.titr.people.People;
import news.titr.people.Scope;
import news.titr.people.Tokens;
import news.titr.search.SearchIndex;
import news.titr.story.Drafting;
import news.titr.story.Labels;
import news.titr.story.LiveStories;
import news.titr.story.Newsroom;
import news.titr.story.Publishing;
import news.titr.story.SiteSettings;
import news.titr.story.Workflow;

/**
 * {@code /api/v1}: what other programs ask of the newspaper. A request comes with a token and with nothing else: no cookie is
 * looked at, so that no page of somebody else can ask in a visitor's name. What is done is done by the doors, as the person
 * whom the token acts for.
 */
public final class Api {

    public static final String PREFIX = "/api/v1";

    private static final String EXPOSED =
            "ETag, Link, Location, Retry-After, RateLimit, RateLimit-Policy, Idempotency-Replayed";

    private final Supplier<SiteSettings> settings;
    private final ApiSettings wanted;
    private final Tokens tokens;
    private final RateLimits limits;
    private final Answers answers;
    private final List<Line> lines;
    private final ReferencePage reference;

    /** An operation with what matches its path. */
    private record Line(Operation operation, Pattern pattern) {}

    /**
     * All that the API works with.
     *
     * @param index empty as long as it is being made
     * @param html reads the blocks out of HTML
     * @param uploads a folder for files that are being looked at
     */
    public record Parts(
            Database database,
            InstantSource clock,
            Supplier<SiteSettings> settings,
            Tokens tokens,
            People people,
            LiveStories liveStories,
            Labels labels,
            Supplier<Optional<SearchIndex>> index,
            Newsroom newsroom,
            Drafting drafting,
            Publishing publishing,
            Workflow workflow,
            Pictures pictures,
            PictureLibrary library,
            Function<String, Body> html,
            Path uploads) {}

    public Api(Parts parts, ApiSettings wanted) {
        this.settings = parts.settings();
        this.wanted = wanted;
        this.tokens = parts.tokens();
        limits = new RateLimits(wanted.requestsPerMinute(), parts.clock());
        answers = new Answers(parts.database(), parts.clock());
        var json = new StoryJson(settings, parts.liveStories(), parts.pictures());
        var operations = Operations.all(
                new ReadingApi(settings, parts.liveStories(), parts.labels(), parts.index(), json, parts.clock()),
                new DraftingApi(
                        parts.newsroom(),
                        parts.drafting(),
                        parts.publishing(),
                        parts.workflow(),
                        parts.people(),
                        json::absolute,
                        settings.get().main().id(),
                        new DraftJson(parts.html())),
                new PicturesApi(parts.library(), json, parts.uploads()),
                new AccountApi());
        lines = operations.stream()
                .map(operation -> new Line(operation, operation.pattern()))
                .toList();
        reference = new ReferencePage(operations, wanted, () -> json.absolute(PREFIX), settings);
    }

    /** Whether whoever sends a body has a token that opens anything; what it may do, is asked when the body is there. */
    public boolean isKnown(String authorization, String address) {
        return Tokens.bearer(authorization)
                .flatMap(secret -> tokens.enter(secret, address))
                .isPresent();
    }

    /** Answers whatever begins with {@code /api/}. */
    public Response answer(Request request) {
        var language = language(request);
        Response response;
        try {
            response = answered(request, language);
        } catch (ApiProblem.Met met) {
            response = problem(met.problem(), language);
        }
        return shared(request, response);
    }

    /** For what never came as far as an operation: too large, or not well formed; or for one that threw. */
    public Response failed(Request request, int status) {
        var kind = switch (status) {
            case 401 -> ApiProblem.Kind.NO_TOKEN;
            case 413 -> ApiProblem.Kind.TOO_LARGE;
            case 500 -> ApiProblem.Kind.FAILED;
            default -> ApiProblem.Kind.BAD_REQUEST;
        };
        var problem = ApiProblem.of(kind);
        return shared(
                request,
                problem(status == 401 ? problem.with("WWW-Authenticate", "Bearer") : problem, language(request)));
    }

    private Response answered(Request request, Language language) {
        String path = request.path();
        if (path.equals("/api") || path.equals("/api/") || path.equals(PREFIX)) {
            return Response.movedForNow(PREFIX + "/");
        }
        boolean isRead = request.method().equals("GET") || request.method().equals("HEAD");
        if (isRead && path.equals(PREFIX + "/")) {
            return reference.page(request, language);
        }
        if (isRead && path.equals(PREFIX + "/openapi.json")) {
            return reference.document();
        }
        var there = lines.stream()
                .filter(line -> path.startsWith(PREFIX + "/")
                        && line.pattern()
                                .matcher(path.substring(PREFIX.length()))
                                .matches())
                .toList();
        if (there.isEmpty() && !path.equals(PREFIX + "/") && !path.equals(PREFIX + "/openapi.json")) {
            throw new ApiProblem.Met(ApiProblem.Kind.NOT_FOUND);
        }
        String allowed = there.isEmpty() ? "GET, HEAD, OPTIONS" : allowed(there);
        if (request.method().equals("OPTIONS")) {
            return new Response(204, List.of(), new Response.Content.Bytes(new byte[0]))
                    .with("Allow", allowed)
                    .with("Cache-Control", "no-store");
        }
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        return there.stream()
                .filter(line -> line.operation().method().equals(method))
                .findFirst()
                .map(line -> limited(request, line, language))
                .orElseThrow(() -> new ApiProblem.Met(
                        ApiProblem.of(ApiProblem.Kind.NO_METHOD, allowed).with("Allow", allowed)));
    }

    private static String allowed(List<Line> lines) {
        return Stream.concat(
                        lines.stream()
                                .map(line -> line.operation().method())
                                .flatMap(method -> method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(method)),
                        Stream.of("OPTIONS"))
                .collect(Collectors.joining(", "));
    }

    /** Whoever asks too much is told so before anything is done. */
    private Response limited(Request request, Line line, Language language) {
        var secret = request.header("Authorization").flatMap(Tokens::bearer);
        var caller = secret.flatMap(text -> tokens.enter(text, request.address()));
        // without a token, and with one that is none, an address is who asks: guessing is slow
        var state =
                limits.take(caller.flatMap(Actor.AtDesk::pass).map(Pass::token).orElse("address:" + request.address()));
        var headers = Map.of(
                "RateLimit-Policy", "\"minute\";q=" + wanted.requestsPerMinute() + ";w=60",
                "RateLimit", "\"minute\";r=" + state.left() + ";t=" + state.full());
        if (!state.allowed()) {
            return problem(
                            ApiProblem.of(ApiProblem.Kind.TOO_MANY, state.pause())
                                    .with("Retry-After", Long.toString(state.pause())),
                            language)
                    .with(headers);
        }
        try {
            allow(line.operation(), secret.isPresent(), caller);
            return done(request, line, caller, language).with(headers);
        } catch (ApiProblem.Met met) {
            return problem(met.problem(), language).with(headers);
        }
    }

    private void allow(Operation operation, boolean hasToken, Optional<Actor.AtDesk> caller) {
        if (caller.isEmpty() && (hasToken || !(operation.open() && wanted.publicReading()))) {
            throw new ApiProblem.Met(ApiProblem.of(ApiProblem.Kind.NO_TOKEN).with("WWW-Authenticate", "Bearer"));
        }
        boolean covered = operation.scopes().isEmpty()
                || operation.open() && wanted.publicReading()
                || caller.flatMap(Actor.AtDesk::pass).stream()
                        .flatMap(pass -> pass.scopes().stream())
                        .anyMatch(operation.scopes()::contains);
        if (!covered) {
            String needed = operation.scopes().stream().sorted().map(Scope::id).collect(Collectors.joining(" / "));
            throw new ApiProblem.Met(ApiProblem.of(ApiProblem.Kind.NO_SCOPE, needed)
                    .with("WWW-Authenticate", "Bearer error=\"insufficient_scope\""));
        }
    }

    private Response done(Request request, Line line, Optional<Actor.AtDesk> caller, Language language) {
        if (line.operation().conditional() && request.header("If-Match").isEmpty()) {
            throw new ApiProblem.Met(ApiProblem.Kind.NO_CONDITION);
        }
        var places = new HashMap<String, String>();
        var matched = line.pattern().matcher(request.path().substring(PREFIX.length()));
        if (matched.matches()) {
            line.pattern().namedGroups().keySet().forEach(name -> places.put(name, matched.group(name)));
        }
        var call = new Call(request, places, caller, language);
        Supplier<Response> making = () -> {
            try {
                return line.operation().handler().answer(call);
            } catch (ApiProblem.Met met) {
                return problem(met.problem(), language);
            }
        };
        return request.method().equals("POST")
                ? answers.once(
                        caller.flatMap(Actor.AtDesk::pass).map(Pass::token).orElse(""), request, making)
                : making.get();
    }

    private Response problem(ApiProblem problem, Language language) {
        return problem.response(language, settings.get().masthead().absolute(PREFIX + "/"));
    }

    /** In what people read: Persian, English or Arabic, as the header asks; English without it. */
    private static Language language(Request request) {
        return Stream.of(request.header("Accept-Language").orElse("").split(",", -1))
                .map(wish -> wish.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
                .flatMap(tag ->
                        Stream.of("fa", "en", "ar").filter(known -> tag.equals(known) || tag.startsWith(known + "-")))
                .findFirst()
                .map(Language::of)
                .orElse(Language.ENGLISH);
    }

    /** Lets the scripts of sites that the settings name read the answer. */
    private Response shared(Request request, Response response) {
        var answer = response.with("X-Content-Type-Options", "nosniff")
                .with(
                        "Vary",
                        wanted.origins().isEmpty() ? "Accept, Accept-Language" : "Accept, Accept-Language, Origin");
        var origin = request.header("Origin").filter(wanted::allows);
        if (origin.isEmpty()) {
            return answer;
        }
        var open =
                answer.with("Access-Control-Allow-Origin", origin.get()).with("Access-Control-Expose-Headers", EXPOSED);
        return request.method().equals("OPTIONS")
                        && request.header("Access-Control-Request-Method").isPresent()
                ? open.with("Access-Control-Allow-Methods", answer.header("Allow"))
                        .with(
                                "Access-Control-Allow-Headers",
                                "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, Accept-Language")
                        .with("Access-Control-Max-Age", "7200")
                : open;
    }

    /** Forgets answers that nobody asks for again. */
    public void forgetOld() {
        answers.forgetOld();
    }
}
