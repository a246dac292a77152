package news.titr.site;

import java.nio.charset.StandardCharsets;
import news.titr.doc.Html;
import news.titr.http.Request;
import news.titr.http.Response;

/** {@code /opensearch.xml}: tells browsers how to search the newspaper from their own address bar (OpenSearch 1.1). */
public final class OpenSearch {

    static final String PATH = "/opensearch.xml";
    static final String MEDIA_TYPE = "application/opensearchdescription+xml";

    /** The standard allows a short name of so many characters. */
    private static final int SHORT_NAME = 16;

    private final Site site;

    public OpenSearch(Site site) {
        this.site = site;
    }

    public Response answer(Request request) {
        String name = site.masthead.name();
        String document = """
                <?xml version="1.0" encoding="UTF-8"?>
                <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
                <ShortName>%s</ShortName>
                <Description>%s</Description>
                <InputEncoding>UTF-8</InputEncoding>
                <Language>%s</Language>
                <Url type="text/html" template="%s?q={searchTerms}"/>
                <Url type="application/rss+xml" template="%s/rss.xml?q={searchTerms}"/>
                </OpenSearchDescription>
                """.formatted(
                        Html.escape(name.substring(0, Math.min(SHORT_NAME, name.length()))),
                        Html.escape(site.words().word("search.opensearch", name)),
                        Html.escape(site.edition()),
                        Html.escape(site.absolute(site.address(SearchPage.PATH))),
                        Html.escape(site.absolute(site.address(SearchPage.PATH))));
        return Response.of(200, MEDIA_TYPE + "; charset=utf-8", document.getBytes(StandardCharsets.UTF_8));
    }
}
