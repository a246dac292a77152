package news.titr.site;

import java.util.List;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.MostRead;

/** {@code /most-read}, {@code /most-read/hour}, {@code /most-read/week}: what readers have opened most, of a day unless said. */
public final class MostReadPage {

    static final String PATH = "/most-read";

    private static final int STORIES = 20;

    /** @param spans hour, day and week */
    record View(String heading, List<PageFrame.Link> spans, List<TeaserView> stories) {}

    private final Site site;
    private final MissingPage missing;
    private final MostRead mostRead;

    public MostReadPage(Site site, MissingPage missing, MostRead mostRead) {
        this.site = site;
        this.missing = missing;
        this.mostRead = mostRead;
    }

    public Response answer(Request request) {
        return request.route()
                .first("span")
                .map(text -> MostRead.spans().stream()
                        .filter(span -> span.id().equals(text))
                        .findFirst()
                        .map(span ->
                                span == MostRead.Span.DAY ? Response.movedPermanently(site.address(PATH)) : show(span))
                        .orElseGet(() -> missing.answer(request)))
                .orElseGet(() -> show(MostRead.Span.DAY));
    }

    private Response show(MostRead.Span shown) {
        String heading = site.words().word("site.most-read");
        var spans = MostRead.spans().stream()
                .map(span -> new PageFrame.Link(
                        site.words().word("site.most-read." + span.id()), address(span), span == shown))
                .toList();
        var stories = site.teasers().list(mostRead.list(site.edition(), shown, STORIES));
        String title =
                site.words().word("site.list-title", heading, site.words().word("site.most-read." + shown.id()));
        return site.page(
                200,
                site.templates.mostReadPage(
                        site.frame(title, title, address(shown), ""), new View(heading, spans, stories)));
    }

    private String address(MostRead.Span span) {
        return site.address(span == MostRead.Span.DAY ? PATH : PATH + "/" + span.id());
    }
}
