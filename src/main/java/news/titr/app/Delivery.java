package news.titr.app;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
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
        if (response.has("Content-Encoding")) {
            return isThere(request, response) ? notModified(response) : response;
        }
        var coding = coding(request, response);
        var tagged = response;
        if (!tagged.has("Cache-Control")) {
            tagged = tagged.with("Cache-Control", "no-cache");
        }
        String other = tagged.header("Vary");
        // a page that is kept has been here before
        if (isText(response) && !other.contains("Accept-Encoding")) {
            tagged = tagged.with("Vary", other.isEmpty() ? "Accept-Encoding" : other + ", Accept-Encoding");
        }
        if (!tagged.has("ETag") && !tagged.header("Cache-Control").contains("no-store")) {
            tagged = tagged.with("ETag", '"' + hash(response.body()) + '"');
        }
        var named = coding == ContentCoding.IDENTITY ? tagged : named(tagged, coding);
        if (isThere(request, named)) {
            return notModified(named);
        }
        return new Response(named.status(), named.headers(), new Response.Content.Bytes(coding.encode(tagged.body())));
    }

    private static Response notModified(Response response) {
        var headers = response.headers().stream()
                .filter(header -> !header.name().equalsIgnoreCase("Content-Type")
                        && !header.name().equalsIgnoreCase("Content-Encoding"))
                .toList();
        return new Response(304, headers, new Response.Content.Bytes(new byte[0]));
    }

    /** How an answer is sent to who asks: as it is where compressing is not worth it. */
    static ContentCoding coding(Request request, Response response) {
        return isWorthCompressing(response)
                ? ContentCoding.chosen(request.header("Accept-Encoding").orElse(""))
                : ContentCoding.IDENTITY;
    }

    static boolean isWorthCompressing(Response response) {
        return isText(response) && response.body().length >= WORTH_COMPRESSING;
    }

    /** With the headers of the compressed answer; its tag says how, since the bytes are others. */
    private static Response named(Response response, ContentCoding coding) {
        var named = response.with("Content-Encoding", coding.token());
        return named.has("ETag") ? named.with("ETag", tagOf(named.header("ETag"), coding)) : named;
    }

    /** {@code "5f3a"} becomes {@code "5f3a-br"}. */
    static String tagOf(String tag, ContentCoding coding) {
        return coding == ContentCoding.IDENTITY ? tag : tag.replaceFirst("\"$", "-" + coding.token() + '"');
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

    private static boolean isText(Response response) {
        String type = response.header("Content-Type").replaceFirst(";.*", "");
        return type.startsWith("text/")
                || type.equals("application/json")
                || type.equals("application/xml")
                || type.endsWith("+json")
                || type.endsWith("+xml");
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
