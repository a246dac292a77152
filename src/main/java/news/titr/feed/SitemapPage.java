package news.titr.feed;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import news.titr.http.Request;
import news.titr.http.Response;

/** {@code /sitemap/NAME.xml}: a part of what search engines are told of an edition. */
public final class SitemapPage {

    private final Sitemap sitemap;
    private final Function<Request, Response> missing;

    /** @param missing answers what there is no part of */
    public SitemapPage(Sitemap sitemap, Function<Request, Response> missing) {
        this.sitemap = sitemap;
        this.missing = missing;
    }

    public Response answer(Request request) {
        return sitemap.document(request.route().text("name"))
                .map(SitemapPage::xml)
                .orElseGet(() -> missing.apply(request));
    }

    /** {@code /sitemap.xml}: all parts of all editions that are open. */
    public static Response index(List<Sitemap> sitemaps) {
        var parts = sitemaps.stream()
                .filter(Sitemap::isOpen)
                .flatMap(sitemap -> sitemap.parts().stream())
                .toList();
        return xml(XmlDocument.of("sitemapindex", Map.of("", Sitemap.NAMESPACE), Map.of(), index -> {
            for (var part : parts) {
                index.element("sitemap", sitemap -> {
                    sitemap.text("loc", part.address());
                    sitemap.text("lastmod", part.changed());
                });
            }
        }));
    }

    private static Response xml(byte[] document) {
        return Response.of(200, "application/xml; charset=utf-8", document)
                .with("X-Content-Type-Options", "nosniff")
                // for robots to read, and for nobody to find
                .with("X-Robots-Tag", "noindex");
    }
}
