package news.titr.site;

import java.util.ArrayList;
import java.util.List;
import news.titr.http.Response;
import news.titr.story.Addresses;
import news.titr.story.LiveStories;

/**
 * The page that stands at every address of a withdrawn story: page, short link, print sheet, PDF and send. It says when
 * and why it was withdrawn, and nothing of what it said.
 */
public final class WithdrawnPage {

    private static final int LATEST = 4;

    private final Site site;

    public WithdrawnPage(Site site) {
        this.site = site;
    }

    public Response answer(LiveStories.Found.Withdrawn withdrawn) {
        var notice = notice(site, withdrawn);
        var frame = site.frame(notice.heading(), "", Addresses.shortLink(withdrawn.number()), "");
        return site.page(410, site.templates.noticePage(frame.notIndexed(), notice));
    }

    static Notice notice(Site site, LiveStories.Found.Withdrawn withdrawn) {
        String heading = site.words().word("story.withdrawn");
        var lines = new ArrayList<String>();
        lines.add(site.words()
                .word("story.withdrawn-at", withdrawn.number(), site.dates().longDate(withdrawn.at())));
        if (!withdrawn.reason().isBlank()) {
            lines.add(site.words().word("story.withdrawn-reason", withdrawn.reason()));
        }
        return new Notice("", heading, List.copyOf(lines), Aside.latest(site, LATEST));
    }
}
