package news.titr.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came in.
 *
 * @param method GET, HEAD or POST
 * @param path the path, percent-decoded
 * @param address the network address it came from, after trusted proxies
 * @param secure true when it came over TLS, after trusted proxies
 */
public record Request(
        String method,
        String path,
        Parameters route,
        Parameters query,
        Parameters form,
        Parameters headers,
        Parameters cookies,
        String address,
        boolean secure) {

    public Optional<String> header(String name) {
        return headers.first(name.toLowerCase(java.util.Locale.ROOT));
    }

    /** True when this character stands in the path or in anything that was sent by name. */
    public boolean holds(char character) {
        return path.indexOf(character) >= 0
                || Stream.of(route, query, form)
                        .flatMap(parameters -> parameters.values().values().stream())
                        .flatMap(List::stream)
                        .anyMatch(value -> value.indexOf(character) >= 0);
    }

    public boolean isPost() {
        return method.equals("POST");
    }
}
