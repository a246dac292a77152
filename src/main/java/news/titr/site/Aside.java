package news.titr.site;

import java.util.List;
import java.util.stream.Collectors;
import news.titr.story.MostRead;
import news.titr.story.Teaser;

/** What stands beside a page: a few stories under a heading that leads to more of them. */
record Aside(String heading, String address, List<TeaserView> stories) {

    static final Aside NONE = new Aside("", "", List.of());

    /** The newest of the whole newspaper, without those that the page shows. */
    static Aside latest(Site site, List<Teaser> shown, int count) {
        var known = shown.stream().map(Teaser::number).collect(Collectors.toSet());
        return new Aside(
                site.words().word("site.latest"),
                site.address(LatestPage.PATH),
                site.teasers().latest(count + known.size()).stream()
                        .filter(story -> !known.contains(story.number()))
                        .limit(count)
                        .toList());
    }

    static Aside latest(Site site, int count) {
        return latest(site, List.of(), count);
    }

    /** What readers have opened most in a day. */
    static Aside mostRead(Site site, MostRead mostRead, int count) {
        return new Aside(
                site.words().word("site.most-read"),
                site.address(MostReadPage.PATH),
                site.teasers().list(mostRead.list(site.edition(), MostRead.Span.DAY, count)));
    }
}
