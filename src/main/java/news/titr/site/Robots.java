package news.titr.site;

import news.titr.http.Request;
import news.titr.http.Response;

/** {@code /robots.txt}: search engines may read all that readers may. */
public final class Robots {

    private static final String RULES = """
            User-agent: *
            Disallow: /desk
            """;

    public Response answer(Request request) {
        return Response.text(200, RULES);
    }
}
