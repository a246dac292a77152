package news.titr.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    /** What a module imports: static imports and exports at the start of a line, and {@code import("./…")}. */
    private static final Pattern IMPORT = Pattern.compile(
            "(?m)(^import\\s*|^(?:import|export)\\b[^\"';=()]*?\\bfrom\\s*|\\bimport\\()([\"'])([a-z0-9./-]+)\\2");

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "woff2", "font/woff2",
            "svg", "image/svg+xml",
            "png", "image/png",
            "txt", "text/plain; charset=utf-8");

    /** A file with the first eight bytes of its SHA-256, in hexadecimal digits, and the modules that it imports itself. */
    private record Content(byte[] bytes, String hash, List<String> imports) {}

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

    public boolean has(String name) {
        return find(name).isPresent();
    }

    /** The addresses of a module and of all that it imports, each once, so that a page may ask for them at once. */
    public List<String> modules(String name) {
        var names = new LinkedHashSet<String>();
        collect(name, names);
        return names.stream().map(this::address).toList();
    }

    /** The text of a file, for what is better sent inside a page. */
    public String text(String name) {
        return text(content(name).bytes());
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
            var content = withAddresses(name, stream.readAllBytes());
            files.put(name, content);
            return Optional.of(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files name each other by their paths below {@code web/}; browsers need the addresses. */
    private Content withAddresses(String name, byte[] bytes) {
        return switch (extension(name)) {
            case "css" -> style(text(bytes));
            case "js" -> module(name, text(bytes));
            default -> content(bytes, List.of());
        };
    }

    private Content style(String css) {
        return content(
                NAMED_FILE.matcher(css).replaceAll((MatchResult file) -> "url(" + address(file.group(1)) + ")"),
                List.of());
    }

    /** Two modules that import each other would have no address: each hash would stand in the other. */
    private Content module(String name, String module) {
        var imports = new ArrayList<String>();
        var text = IMPORT.matcher(module).replaceAll((MatchResult found) -> {
            imports.add(imported(name, found.group(3)));
            return found.group(1) + found.group(2) + address(imports.getLast()) + found.group(2);
        });
        return content(text, List.copyOf(imports));
    }

    /** The path of what a module imports: a neighbour by {@code ./schema.js}, a library by its name. */
    private static String imported(String by, String named) {
        return named.startsWith(".")
                ? Path.of(by).resolveSibling(named).normalize().toString()
                : "vendor/" + named + ".js";
    }

    private void collect(String name, Set<String> names) {
        if (names.add(name)) {
            content(name).imports().forEach(imported -> collect(imported, names));
        }
    }

    private static Content content(String text, List<String> imports) {
        return content(text.getBytes(StandardCharsets.UTF_8), imports);
    }

    private static Content content(byte[] bytes, List<String> imports) {
        return new Content(bytes, hash(bytes), imports);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
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
