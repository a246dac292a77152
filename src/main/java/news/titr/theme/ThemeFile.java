package news.titr.theme;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import news.titr.http.Response;

/** A file of a theme that browsers fetch; its address carries a hash of what it holds, so that they may keep it for ever. */
public record ThemeFile(String name, byte[] bytes, String hash) {

    private static final Map<String, String> TYPES = Map.of(
            "woff2", "font/woff2",
            "svg", "image/svg+xml",
            "png", "image/png",
            "jpg", "image/jpeg",
            "webp", "image/webp",
            "avif", "image/avif");

    static ThemeFile of(String name, byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new ThemeFile(name, bytes, HexFormat.of().formatHex(digest, 0, 8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    String address() {
        return "/assets/" + hash + "/" + Theme.PREFIX + name;
    }

    Response answer() {
        String type = Optional.ofNullable(TYPES.get(name.substring(name.lastIndexOf('.') + 1)))
                .orElse("application/octet-stream");
        return Response.of(200, type, bytes)
                .with(Map.of(
                        "Cache-Control",
                        "public, max-age=31536000, immutable",
                        "X-Content-Type-Options",
                        "nosniff",
                        // a drawing that somebody opens on its own runs nothing
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; sandbox"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ThemeFile file && file.name.equals(name) && file.hash.equals(hash);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }
}
