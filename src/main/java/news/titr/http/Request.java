package news.titr.http;

import java.util.Optional;

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

    public boolean isPost() {
        return method.equals("POST");
    }
}
