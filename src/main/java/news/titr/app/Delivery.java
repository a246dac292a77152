package news.titr.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import news.titr.http.Request;
import news.titr.http.Response;

/** What every answer gets on its way out: an ETag, 304 for what the browser has already, and compression. */
final class Delivery {

    /** Below this many bytes, compression costs more than it saves: the answer fits one packet anyway. */
    private static final int WORTH_COMPRESSING = 1_000;

    private Delivery() {}

    static Response prepare(Request request, Response response) {
        boolean page = request.method().equals("GET") || request.method().equals("HEAD");
        if (!page || response.status() != 200) {
            return response.has("Cache-Control") ? response : response.with("Cache-Control", "no-store");
        }
        boolean compress = isText(response) && response.body().length >= WORTH_COMPRESSING && accepts(request, "gzip");
        var tagged = response;
        if (!tagged.has("Cache-Control")) {
            tagged = tagged.with("Cache-Control", "no-cache");
        }
        if (isText(response)) {
            tagged = tagged.with("Vary", "Accept-Encoding");
        }
        if (!tagged.has("ETag") && !header(tagged, "Cache-Control").contains("no-store")) {
            tagged = tagged.with("ETag", '"' + hash(response.body()) + (compress ? "-gz" : "") + '"');
        }
        if (matches(request.header("If-None-Match").orElse(""), header(tagged, "ETag"))) {
            var headers = tagged.headers().stream()
                    .filter(header -> !header.name().equalsIgnoreCase("Content-Type"))
                    .toList();
            return new Response(304, headers, new byte[0]);
        }
        return compress ? compressed(tagged) : tagged;
    }

    private static boolean matches(String condition, String tag) {
        if (tag.isEmpty() || condition.isEmpty()) {
            return false;
        }
        return condition.strip().equals("*")
                || Arrays.stream(condition.split(",", -1))
                        .map(candidate -> candidate.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag.replaceFirst("^W/", "")::equals);
    }

    private static boolean accepts(Request request, String encoding) {
        return Arrays.stream(request.header("Accept-Encoding")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .split(",", -1))
                .map(offer -> offer.strip().replace(" ", ""))
                .anyMatch(offer -> offer.equals(encoding)
                        || (offer.startsWith(encoding + ";q=") && !offer.matches(".*;q=0(\\.0*)?")));
    }

    private static boolean isText(Response response) {
        String type = header(response, "Content-Type");
        return type.startsWith("text/")
                || type.startsWith("application/json")
                || type.startsWith("application/xml")
                || type.startsWith("application/manifest+json")
                || type.startsWith("image/svg+xml");
    }

    private static String header(Response response, String name) {
        return response.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Response.Header::value)
                .findFirst()
                .orElse("");
    }

    private static Response compressed(Response response) {
        var bytes = new ByteArrayOutputStream(response.body().length / 3);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(response.body());
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory could not be compressed", e);
        }
        return new Response(response.status(), response.headers(), bytes.toByteArray())
                .with("Content-Encoding", "gzip");
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
