package news.titr.app;

import java.util.Set;
import news.titr.http.Request;
import news.titr.http.Response;

/**
 * One line of the table of routes.
 *
 * @param kept true for a page whose bytes may be kept until what it shows changes
 * @param path a Vert.x path such as {@code /section/:slug}, or a regular expression with named groups when it begins
 *     with {@code ^}
 */
record Route(Set<String> methods, String path, Page page, boolean kept) {

    /** A page: what comes in, what goes out. May throw; the server then answers with the error page. */
    @FunctionalInterface
    interface Page {
        Response answer(Request request);
    }

    static Route get(String path, Page page) {
        return new Route(Set.of("GET", "HEAD"), path, page, false);
    }

    /** A page that is the same for everybody who asks. */
    static Route kept(String path, Page page) {
        return new Route(Set.of("GET", "HEAD"), path, page, true);
    }

    static Route post(String path, Page page) {
        return new Route(Set.of("POST"), path, page, false);
    }

    static Route put(String path, Page page) {
        return new Route(Set.of("PUT"), path, page, false);
    }

    static Route delete(String path, Page page) {
        return new Route(Set.of("DELETE"), path, page, false);
    }

    boolean isRegularExpression() {
        return path.startsWith("^");
    }
}
