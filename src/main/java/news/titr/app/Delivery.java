package news.titr.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import news.titr.http.HttpDate;
import news.titr.http.Request;
import news.titr.http.Response;

/** What every answer gets on its way out: an ETag, 304 for what the browser has already, and compression. */
final class Delivery {

    /** Below this many bytes, compression costs more than it saves: the answer fits one packet anyway. */
    private static final int WORTH_COMPRESSING = 1_000;

    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{0,15})-([0-9]{0,15})");

    private Delivery() {}

    static Response prepare(Request request, Response response) {
        boolean page = !request.isChange();
        if (response.content() instanceof Response.Content.OfFile(var file, var from, var length)
                && page
                && response.status() == 200) {
            return ranged(request, response, file, from, length);
        }
        if (!page || response.status() != 200 || !(response.content() instanceof Response.Content.Bytes)) {
            return response.has("Cache-Control") ? response : response.with("Cache-Control", "no-store");
        }
        boolean compress = isText(response) && response.body().length >= WORTH_COMPRESSING && accepts(request, "gzip");
        var tagged = response;
        if (!tagged.has("Cache-Control")) {
            tagged = tagged.with("Cache-Control", "no-cache");
        }
        if (isText(response)) {
            String other = tagged.header("Vary");
            tagged = tagged.with("Vary", other.isEmpty() ? "Accept-Encoding" : other + ", Accept-Encoding");
        }
        if (!tagged.has("ETag") && !tagged.header("Cache-Control").contains("no-store")) {
            tagged = tagged.with("ETag", '"' + hash(response.body()) + (compress ? "-gz" : "") + '"');
        }
        if (isThere(request, tagged)) {
            var headers = tagged.headers().stream()
                    .filter(header -> !header.name().equalsIgnoreCase("Content-Type"))
                    .toList();
            return new Response(304, headers, new Response.Content.Bytes(new byte[0]));
        }
        return compress ? compressed(tagged) : tagged;
    }

    /** Players of video and sound ask for pieces: {@code Range: bytes=100-}. Several pieces at once are not cut. */
    private static Response ranged(Request request, Response response, Path file, long from, long length) {
        var whole = response.with("Accept-Ranges", "bytes");
        var asked = RANGE.matcher(request.header("Range").orElse(""));
        if (!asked.matches() || (asked.group(1).isEmpty() && asked.group(2).isEmpty())) {
            return whole;
        }
        long first = asked.group(1).isEmpty()
                ? Math.max(0, length - Long.parseLong(asked.group(2)))
                : Long.parseLong(asked.group(1));
        long last = asked.group(1).isEmpty() || asked.group(2).isEmpty()
                ? length - 1
                : Math.min(length - 1, Long.parseLong(asked.group(2)));
        if (first >= length || first > last) {
            return new Response(416, whole.headers(), new Response.Content.Bytes(new byte[0]))
                    .with("Content-Range", "bytes */" + length);
        }
        return new Response(206, whole.headers(), new Response.Content.OfFile(file, from + first, last - first + 1))
                .with("Content-Range", "bytes " + first + "-" + last + "/" + length);
    }

    /** By the ETag when one is asked for, else by the date, which is to the second only. */
    private static boolean isThere(Request request, Response response) {
        var condition = request.header("If-None-Match");
        if (condition.isPresent()) {
            return matches(condition.get(), response.header("ETag"));
        }
        var since = request.header("If-Modified-Since").flatMap(HttpDate::read);
        var modified = HttpDate.read(response.header("Last-Modified"));
        return since.isPresent() && modified.isPresent() && !modified.get().isAfter(since.get());
    }

    static boolean matches(String condition, String tag) {
        if (tag.isEmpty() || condition.isEmpty()) {
            return false;
        }
        return condition.strip().equals("*")
                || Arrays.stream(condition.split(",", -1))
                        .map(candidate -> candidate.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag.replaceFirst("^W/", "")::equals);
    }

    private static boolean accepts(Request request, String encoding) {
        return accepts(request.header("Accept-Encoding").orElse(""), encoding);
    }

    /** @param offered what a browser says that it understands */
    static boolean accepts(String offered, String encoding) {
        return Arrays.stream(offered.toLowerCase(Locale.ROOT).split(",", -1))
                .map(offer -> offer.strip().replace(" ", ""))
                .anyMatch(offer -> offer.equals(encoding)
                        || (offer.startsWith(encoding + ";q=") && !offer.matches(".*;q=0(\\.0*)?")));
    }

    private static boolean isText(Response response) {
        String type = response.header("Content-Type").replaceFirst(";.*", "");
        return type.startsWith("text/")
                || type.equals("application/json")
                || type.equals("application/xml")
                || type.endsWith("+json")
                || type.endsWith("+xml");
    }

    private static Response compressed(Response response) {
        var bytes = new ByteArrayOutputStream(response.body().length / 3);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(response.body());
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory could not be compressed", e);
        }
        return new Response(response.status(), response.headers(), new Response.Content.Bytes(bytes.toByteArray()))
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
