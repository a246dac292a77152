package news.titr.app;

import java.util.Set;
import news.titr.http.Request;
import news.titr.http.Response;

/**
 * One line of the table of routes.
 *
 * @param path a Vert.x path such as {@code /section/:slug}, or a regular expression with named groups when it begins
 *     with {@code ^}
 */
record Route(Set<String> methods, String path, Page page) {

    /** A page: what comes in, what goes out. May throw; the server then answers with the error page. */
    @FunctionalInterface
    interface Page {
        Response answer(Request request);
    }

    static Route get(String path, Page page) {
        return new Route(Set.of("GET", "HEAD"), path, page);
    }

    static Route post(String path, Page page) {
        return new Route(Set.of("POST"), path, page);
    }

    static Route put(String path, Page page) {
        return new Route(Set.of("PUT"), path, page);
    }

    static Route delete(String path, Page page) {
        return new Route(Set.of("DELETE"), path, page);
    }

    boolean isRegularExpression() {
        return path.startsWith("^");
    }
}
