package news.titr.site;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.titr.doc.Body;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.Addresses;
import news.titr.story.Front;
import news.titr.story.LiveCoverage;
import news.titr.story.LiveStories;
import news.titr.story.LiveStory;
import news.titr.story.Section;
import news.titr.story.StoryType;
import news.titr.story.Teaser;

/**
 * {@code /lite}: the newspaper for slow networks and small data plans. Each page is text in one file of a few kilobytes,
 * without script, font or picture; a picture is a line that says how large it is and leads to it. Search engines are
 * sent to the full pages.
 */
public final class LitePages {

    private static final int LATEST = 12;
    private static final int STORIES = 20;

    /** Of a live coverage on one page: as many as stay within its few kilobytes. */
    private static final int ENTRIES = 15;

    /**
     * A list of stories.
     *
     * @param lead with their leads, before the groups
     * @param more where the list goes on; empty at its end
     */
    record View(String heading, List<TeaserView> lead, List<Group> groups, String more) {

        public boolean empty() {
            return lead.isEmpty() && groups.isEmpty();
        }
    }

    /** Stories below a heading, which may be empty. */
    record Group(String heading, List<TeaserView> stories) {}

    /**
     * @param section in the light edition, or none
     * @param body as HTML, the story's own picture before its text, and the entries of a coverage behind it
     * @param older where the entries go on, or empty
     */
    record StoryShown(StoryView story, List<PageFrame.Link> section, String body, String older) {}

    private final Site site;
    private final StoryViews views;

    public LitePages(Site site) {
        this.site = site;
        views = new StoryViews(
                site,
                (assets, stories) -> new TextOnly(
                        site,
                        assets,
                        stories,
                        LitePages::within,
                        story -> site.masthead.addresses().liteStory(story.edition(), story.number())));
    }

    /** {@code /lite}: the lead, what else is important, and what is newest. */
    public Response front(Request request) {
        var layout = site.stories.front(site.edition(), site.clock.instant());
        var lead = layout.area(Front.LEAD).stories();
        var seconds = layout.area(Front.SECOND).stories();
        var above = Stream.concat(lead.stream(), seconds.stream())
                .map(Teaser::number)
                .collect(Collectors.toSet());
        var latest = site.stories.list(
                new LiveStories.Of.Edition(site.edition()), LiveStories.After.START, LATEST + above.size());
        var groups = new ArrayList<Group>();
        group(groups, "site.seconds", seconds);
        group(
                groups,
                "site.latest",
                latest.stream()
                        .filter(story -> !above.contains(story.number()))
                        .limit(LATEST)
                        .toList());
        var view = new View("", lines(lead), groups, all());
        return site.litePage(200, site.templates.liteList(frame(site.frontFrame(), site.address("/")), view));
    }

    private void group(List<Group> groups, String heading, List<Teaser> stories) {
        if (!stories.isEmpty()) {
            groups.add(new Group(site.words().word(heading), lines(stories)));
        }
    }

    /** {@code /lite/latest}: all stories, newest first. */
    public Response latest(Request request) {
        String heading = site.words().word("site.latest");
        return list(
                request, new LiveStories.Of.Edition(site.edition()), heading, all(), site.address(LatestPage.PATH), "");
    }

    /** {@code /lite/section/SLUG} */
    public Response section(Request request) {
        String slug = request.route().text("slug");
        return site.stories
                .section(site.edition(), slug)
                .map(section -> {
                    String address = site.masthead.addresses().liteSection(section);
                    return section.slug().equals(slug)
                            ? list(
                                    request,
                                    new LiveStories.Of.InSection(section),
                                    section.name(),
                                    address,
                                    site.address(section),
                                    slug)
                            : Response.movedPermanently(address);
                })
                .orElseGet(this::missing);
    }

    private Response list(
            Request request, LiveStories.Of of, String heading, String path, String full, String section) {
        var after = ListPage.after(request);
        if (after.isEmpty()) {
            return missing();
        }
        var found = site.stories.list(of, after.get(), STORIES + 1);
        var shown = found.subList(0, Math.min(STORIES, found.size()));
        String more =
                found.size() > STORIES ? Turn.at(path, ListPage.written(LiveStories.After.of(shown.getLast()))) : "";
        var groups = shown.isEmpty() ? List.<Group>of() : List.of(new Group("", lines(shown)));
        var frame = frame(site.frame(heading, "", full, section), full);
        return site.litePage(200, site.templates.liteList(frame, new View(heading, List.of(), groups, more)));
    }

    /** {@code /lite/news/N}; a story of another edition is in that one. */
    public Response story(Request request) {
        var number = StoryNumber.of(request);
        if (number.isEmpty()) {
            return missing();
        }
        return switch (site.find(number.getAsLong())) {
            case LiveStories.Found.Live(var story) -> {
                String address = site.masthead.addresses().liteStory(story.edition(), story.number());
                yield address.equals(request.path()) ? show(request, story) : Response.movedPermanently(address);
            }
            case LiveStories.Found.Withdrawn gone -> withdrawn(gone);
            case LiveStories.Found.Absent() -> missing();
        };
    }

    /** Of a live coverage some entries; {@code ?before=N} goes on behind one of them. */
    private Response show(Request request, LiveStory story) {
        if (story.type() != StoryType.LIVE) {
            return show(story, "");
        }
        var before = StoryNumber.of(request.query().text("before"));
        LiveCoverage.From from =
                before.isPresent() ? new LiveCoverage.From.Before(before.getAsLong()) : new LiveCoverage.From.Newest();
        return site.stories
                .coverage(story.number(), from, ENTRIES)
                .map(live -> show(
                        story.withBody(live.below(before.isPresent() ? Body.EMPTY : story.body(), site.dates()::full)),
                        live.older().isPresent()
                                ? site.masthead.addresses().liteStory(story.edition(), story.number()) + "?before="
                                        + live.older().getAsLong()
                                : ""))
                .orElseGet(this::missing);
    }

    private Response show(LiveStory story, String older) {
        String full = site.address(story);
        var frame = frame(
                site.frame(
                        story.headline(),
                        story.lead(),
                        full,
                        story.section().map(Section::slug).orElse("")),
                full);
        var view = views.of(story);
        String picture = story.picture().map(its -> views.body(Body.of(its))).orElse("");
        var shown = new StoryShown(
                view,
                story.section().stream()
                        .map(section -> PageFrame.Link.to(
                                section.name(), site.masthead.addresses().liteSection(section)))
                        .toList(),
                picture + view.body(),
                older);
        return site.litePage(200, site.templates.liteStory(frame, shown));
    }

    private Response withdrawn(LiveStories.Found.Withdrawn withdrawn) {
        return notice(410, Addresses.shortLink(withdrawn.number()), WithdrawnPage.notice(site, withdrawn));
    }

    Response missing() {
        return notice(404, site.address("/"), MissingPage.notice(site));
    }

    private Response notice(int status, String full, Notice notice) {
        return site.litePage(
                status, site.templates.liteNotice(frame(site.frame(notice.heading(), "", full, ""), full), notice));
    }

    private LiteFrame frame(PageFrame page, String full) {
        var addresses = site.masthead.addresses();
        return new LiteFrame(
                page,
                site.liteStyle().css(),
                addresses.liteFront(site.edition()),
                all(),
                addresses.todayFile(site.edition()),
                full,
                page.sections().stream()
                        .map(section ->
                                new PageFrame.Link(section.name(), within(section.address()), section.current()))
                        .toList(),
                page.editions().stream()
                        .map(other -> other.at(addresses.liteFront(other.language())))
                        .toList());
    }

    /** The address of the list of all stories. */
    private String all() {
        return site.masthead.addresses().liteFront(site.edition()) + LatestPage.PATH;
    }

    /** Readers stay in the light edition wherever it has the page. */
    private static String within(String address) {
        return Addresses.lite(address).orElse(address);
    }

    private List<TeaserView> lines(List<Teaser> stories) {
        return site.teasers().list(stories);
    }
}
