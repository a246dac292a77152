package news.titr.app;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;

/** What a page was made from, as a content delivery network is told: {@code Surrogate-Key: all story:26841 edition:fa}. */
final class SurrogateKeys {

    static final String HEADER = "Surrogate-Key";

    /** On every page: dropping it drops them all. */
    static final String ALL = "all";

    /** As much of a header as the usual networks take. */
    private static final int MOST_CHARACTERS = 7_000;

    private SurrogateKeys() {}

    /** Of a page. One with more keys than fit carries none but {@link #ALL}'s, {@link #MANY}. */
    static String of(Collection<String> keys) {
        String written = written(keys);
        return written.length() <= MOST_CHARACTERS ? ALL + " " + written : ALL + " " + MANY;
    }

    /** On pages that were made of more than their header can say: they are dropped at every change. */
    static final String MANY = "many";

    static String written(Collection<String> keys) {
        return keys.stream().map(SurrogateKeys::escaped).sorted().collect(Collectors.joining(" "));
    }

    /** Headers are ASCII, and a blank ends a key. */
    static String escaped(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8)
                .replace("%3A", ":")
                .replace("%2F", "/");
    }
}
