package news.titr.app;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a page lies in a folder of files: {@code /news/1057/slug} in {@code news/1057/slug/index.html}, which any host shows at
 * the same address.
 */
final class StaticFile {

    /** What has a name of its own kind stays under it. */
    private static final Pattern NAMED = Pattern.compile(
            ".*\\.(html|xml|json|txt|md|css|js|png|jpg|jpeg|gif|svg|webp|avif|ico|woff2|pdf|mp4|webm|mov|m4a|mp3|ogg|flac|wav)");

    /** Where a list or a coverage goes on; any other query is of no page of its own. */
    private static final Pattern QUERY = Pattern.compile("(after|entry)=([0-9A-Za-z.,_-]{1,80})");

    /** Bytes in a name: file systems end at 255. */
    private static final int LONGEST_NAME = 200;

    private StaticFile() {}

    /** An address without what makes no page of its own: {@code /latest?after=…} as it is, {@code /latest?x=1#top} as {@code /latest}. */
    static String page(String address) {
        String bare = address.replaceFirst("#.*", "");
        int query = bare.indexOf('?');
        if (query < 0) {
            return bare;
        }
        return QUERY.matcher(bare.substring(query + 1)).matches() ? bare : bare.substring(0, query);
    }

    /** The path of the file, parted by slashes, of a page; as it reads, not encoded. */
    static String of(String page) {
        int query = page.indexOf('?');
        String path = decoded(query < 0 ? page : page.substring(0, query));
        String trimmed = path.replaceFirst("^/+", "").replaceFirst("/+$", "");
        if (query >= 0) {
            trimmed +=
                    (trimmed.isEmpty() ? "" : "/") + page.substring(query + 1).replace('=', '-');
        }
        String file =
                Arrays.stream(trimmed.split("/", -1)).map(StaticFile::name).collect(Collectors.joining("/"));
        if (query < 0 && NAMED.matcher(file).matches()) {
            return file;
        }
        return file.isEmpty() ? "index.html" : file + "/index.html";
    }

    /** The same as a link from one file to another, encoded. */
    static String link(String from, String to) {
        String[] here = from.split("/", -1);
        String[] there = to.split("/", -1);
        int same = 0;
        while (same < here.length - 1 && same < there.length - 1 && here[same].equals(there[same])) {
            same++;
        }
        return "../".repeat(here.length - 1 - same)
                + Arrays.stream(there).skip(same).map(StaticFile::encoded).collect(Collectors.joining("/"));
    }

    static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A name that every file system can have; one that was too long keeps what tells it from others. */
    private static String name(String segment) {
        String safe = segment.replaceAll("[\\\\:*?\"<>|\\p{Cntrl}]", "_");
        if (safe.equals(".") || safe.equals("..")) {
            return "_";
        }
        if (safe.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME) {
            return safe;
        }
        var cut = new StringBuilder();
        int bytes = 0;
        for (int i = 0; i < safe.length(); ) {
            int letter = safe.codePointAt(i);
            bytes += Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST_NAME - 10) {
                break;
            }
            cut.appendCodePoint(letter);
            i += Character.charCount(letter);
        }
        return cut + "-" + Integer.toHexString(safe.hashCode());
    }

    /** A path of this site that a link leads to; empty for what leads elsewhere. */
    static Optional<String> path(String link) {
        return link.startsWith("/") && !link.startsWith("//") ? Optional.of(link) : Optional.empty();
    }
}
