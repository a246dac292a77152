package news.titr.http;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came in.
 *
 * @param method GET, HEAD, POST, PUT or DELETE
 * @param path the path, percent-decoded
 * @param body what was sent that is not a form: JSON, a piece of a file; empty otherwise
 * @param uploads the files of a form, where a page takes any
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
        byte[] body,
        List<Upload> uploads,
        String address,
        boolean secure) {

    /**
     * A file that a form brought. It is gone when the request is answered: whoever wants it keeps a copy.
     *
     * @param field the name of the form's field
     * @param fileName as the sender calls it: never to be trusted as a path
     */
    public record Upload(String field, String fileName, Path file) {}

    public Request {
        uploads = List.copyOf(uploads);
    }

    /** The body as text, in UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public Optional<String> header(String name) {
        return headers.first(name.toLowerCase(Locale.ROOT));
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

    /** True when it asks for something to be done, not only to be shown. */
    public boolean isChange() {
        return !method.equals("GET") && !method.equals("HEAD");
    }
}
