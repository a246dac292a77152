package news.titr.site;

import java.util.Map;
import news.titr.http.Response;

/** The headers of every page of the site: what it is, and all that a browser must not let it do. */
final class SiteHeaders {

    private final Map<String, String> headers;

    SiteHeaders(SiteStyle style, String languageTag) {
        this(style, languageTag, "'self'");
    }

    /** For a page that holds its pictures itself. */
    static SiteHeaders withPicturesInside(SiteStyle style, String languageTag) {
        return new SiteHeaders(style, languageTag, "'self' data:");
    }

    private SiteHeaders(SiteStyle style, String languageTag, String pictures) {
        headers = Map.of(
                "Content-Language",
                languageTag,
                "Content-Security-Policy",
                String.join(
                        "; ",
                        "default-src 'none'",
                        "img-src " + pictures,
                        "media-src 'self'",
                        "font-src 'self'",
                        "style-src " + style.sources(),
                        "script-src 'self'",
                        "connect-src 'self'",
                        "manifest-src 'self'",
                        "worker-src 'self'",
                        "form-action 'self'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'"),
                "X-Content-Type-Options",
                "nosniff",
                "Referrer-Policy",
                "strict-origin-when-cross-origin",
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=()");
    }

    Response on(Response page) {
        return page.with(headers);
    }
}
