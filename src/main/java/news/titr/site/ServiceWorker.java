package news.titr.site;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import news.titr.http.Request;
import news.titr.http.Response;

/**
 * {@code /sw.js}: the worker that keeps stories in a reader's browser. It stands at the root of an edition, because a worker
 * may only see what lies below its own address. Browsers ask for it again by themselves, and take it for a new one when a
 * single byte is other: so it begins with a version that changes with all that it keeps.
 */
public final class ServiceWorker {

    /** Comments on lines of their own, and what lines begin with: browsers need neither. */
    private static final Pattern BLANK = Pattern.compile("(?m)^\\s*//.*\\R|^\\s+");

    private final Site site;

    public ServiceWorker(Site site) {
        this.site = site;
    }

    public Response answer(Request request) {
        String worker = BLANK.matcher(site.files().text("site/worker.js")).replaceAll("");
        String version = SiteStyle.sha256(String.join(
                        "\n",
                        worker,
                        site.style().css(),
                        site.files().address("site/keep.js"),
                        site.files().address("site/site.js"),
                        site.files().address("site/offline.js"),
                        site.masthead.name()))
                .substring(0, 8);
        return Response.of(
                        200,
                        "text/javascript; charset=utf-8",
                        ("const VERSION = \"" + version + "\";\n" + worker).getBytes(StandardCharsets.UTF_8))
                .with("X-Content-Type-Options", "nosniff")
                .with("Content-Security-Policy", "default-src 'none'; connect-src 'self'");
    }
}
