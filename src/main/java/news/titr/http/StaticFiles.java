package news.titr.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Style sheets, scripts and fonts, from {@code web/} on the class path. Their addresses carry a hash of what they hold, so
 * that browsers may keep them for ever.
 */
public final class StaticFiles {

    private static final String PREFIX = "/assets/";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*\\.[a-z0-9]+");
    private static final Pattern NAMED_FILE = Pattern.compile("url\\(([a-z0-9/.-]+)\\)");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "woff2", "font/woff2",
            "svg", "image/svg+xml",
            "png", "image/png",
            "txt", "text/plain; charset=utf-8");

    /** A file with the first eight bytes of its SHA-256, in hexadecimal digits. */
    private record Content(byte[] bytes, String hash) {}

    private final Map<String, Content> files = new ConcurrentHashMap<>();

    /**
     * Where browsers fetch a file, such as {@code /assets/1f0c…/site/site.js}.
     *
     * @param name its path below {@code web/}
     * @throws IllegalArgumentException if there is no such file
     */
    public String address(String name) {
        return PREFIX + content(name).hash() + "/" + name;
    }

    /** The text of a file, for what is better sent inside a page. */
    public String text(String name) {
        return new String(content(name).bytes(), StandardCharsets.UTF_8);
    }

    /** Answers {@code /assets/HASH/NAME}; empty if there is no such file, or it holds something else by now. */
    public Optional<Response> answer(String hash, String name) {
        return find(name)
                .filter(content -> content.hash().equals(hash))
                .map(content -> Response.of(200, type(name), content.bytes())
                        .with("Cache-Control", "public, max-age=31536000, immutable")
                        .with("X-Content-Type-Options", "nosniff"));
    }

    private Content content(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("The program lacks its file web/" + name));
    }

    private Optional<Content> find(String name) {
        var known = files.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        if (!NAME.matcher(name).matches() || !TYPES.containsKey(extension(name))) {
            return Optional.empty();
        }
        try (var stream = StaticFiles.class.getResourceAsStream("/web/" + name)) {
            if (stream == null) {
                return Optional.empty();
            }
            byte[] bytes = name.endsWith(".css") ? withAddresses(stream.readAllBytes()) : stream.readAllBytes();
            var content = new Content(bytes, hash(bytes));
            files.put(name, content);
            return Optional.of(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Style sheets name other files by their path below {@code web/}; browsers need the address. */
    private byte[] withAddresses(byte[] css) {
        return NAMED_FILE
                .matcher(new String(css, StandardCharsets.UTF_8))
                .replaceAll((MatchResult file) -> "url(" + address(file.group(1)) + ")")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String type(String name) {
        return Optional.ofNullable(TYPES.get(extension(name))).orElse("application/octet-stream");
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
