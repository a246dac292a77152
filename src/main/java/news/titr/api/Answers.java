package news.titr.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import news.titr.db.Database;
import news.titr.http.Request;
import news.titr.http.Response;

/**
 * What was answered to requests with an {@code Idempotency-Key}: whoever did not hear the answer asks again with the same key,
 * and gets it, and nothing is done twice.
 */
final class Answers {

    static final Duration KEPT = Duration.ofHours(24);

    /** A request that has not ended by then never will: the server that had it is gone. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final int LONGEST_KEY = 255;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final InstantSource clock;

    Answers(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The answer to a request: made now, or as it was. */
    Response once(String token, Request request, Supplier<Response> making) {
        var key = request.header("Idempotency-Key").map(String::strip).filter(text -> !text.isEmpty());
        if (key.isEmpty()) {
            return making.get();
        }
        if (key.get().length() > LONGEST_KEY) {
            throw new ApiProblem.Met(ApiProblem.Kind.BAD_PARAMETER, "Idempotency-Key", "…");
        }
        String fingerprint = fingerprint(request);
        Instant now = clock.instant();
        var earlier = begin(token, key.get(), fingerprint, now);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        boolean kept = false;
        try {
            var response = making.get();
            // a refusal stays one as long as the request is the same; what failed here may work the next time
            if (response.status() < 500) {
                keep(token, key.get(), now, response);
                kept = true;
            }
            return response;
        } finally {
            if (!kept) {
                database.write(write -> {
                    AnswerStore.forget(write, token, key.get(), now);
                    return null;
                });
            }
        }
    }

    /** Empty when this request is the first with its key. */
    private Optional<Response> begin(String token, String key, String fingerprint, Instant now) {
        return database.write(write -> {
            var there = AnswerStore.find(write, token, key)
                    .filter(row -> row.begunAt().plus(KEPT).isAfter(now))
                    .filter(row ->
                            row.status() != 0 || row.begunAt().plus(LONGEST).isAfter(now));
            if (there.isEmpty()) {
                AnswerStore.begin(write, token, key, fingerprint, now);
                return Optional.empty();
            }
            if (!there.get().fingerprint().equals(fingerprint)) {
                throw new ApiProblem.Met(ApiProblem.Kind.KEY_REUSED);
            }
            if (there.get().status() == 0) {
                throw new ApiProblem.Met(ApiProblem.of(ApiProblem.Kind.BUSY_KEY).with("Retry-After", "1"));
            }
            return Optional.of(again(there.get()));
        });
    }

    private void keep(String token, String key, Instant begun, Response response) {
        var headers = JSON.createArrayNode();
        response.headers()
                .forEach(header -> headers.addArray().add(header.name()).add(header.value()));
        database.write(write -> {
            AnswerStore.end(
                    write,
                    token,
                    key,
                    begun,
                    response.status(),
                    headers.toString(),
                    new String(response.body(), StandardCharsets.UTF_8));
            return null;
        });
    }

    private static Response again(AnswerStore.Row row) {
        var headers = new ArrayList<Response.Header>();
        try {
            for (var header : JSON.readTree(row.headers())) {
                headers.add(new Response.Header(
                        header.path(0).asText(), header.path(1).asText()));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer that was kept is damaged", e);
        }
        headers.add(new Response.Header("Idempotency-Replayed", "true"));
        return new Response(
                row.status(), headers, new Response.Content.Bytes(row.body().getBytes(StandardCharsets.UTF_8)));
    }

    private static String fingerprint(Request request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.method() + " " + request.path() + " "
                            + request.query().values() + " "
                            + request.header("If-Match").orElse("") + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(request.body()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    void forgetOld() {
        database.write(write -> {
            AnswerStore.forgetBefore(write, clock.instant().minus(KEPT));
            return null;
        });
    }
}
