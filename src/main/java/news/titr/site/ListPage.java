package news.titr.site;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.FeedFormat;
import news.titr.story.LiveStories;
import news.titr.story.Teaser;

/** A list of stories, newest first, twenty a page: what the pages of sections, tags, authors, places and days have in common. */
final class ListPage {

    private static final int STORIES = 20;
    private static final int LATEST = 6;
    private static final Pattern AFTER = Pattern.compile("(\\d{1,15})-(\\d{1,15})");

    /**
     * @param kind what the list gathers, such as «برچسب»; empty where the heading says it
     * @param about what readers are told of it; empty where there is nothing to tell
     * @param portrait the writer's face on the page of an author
     * @param below what belongs to this: the sections of a section, the towns of a province
     * @param feed the address of its feed; empty where it has none
     * @param days the stories, day by day; one without a heading where days do not matter
     */
    record View(
            String kind,
            String heading,
            String about,
            PictureView portrait,
            List<PageFrame.Link> below,
            String feed,
            List<TeaserView> features,
            List<Day> days,
            Turn turn,
            Aside aside) {

        /** True where each story stands with its time of day. */
        public boolean timed() {
            return days.stream().anyMatch(Day::timed);
        }

        public boolean empty() {
            return features.isEmpty() && days.isEmpty();
        }
    }

    /**
     * The stories of a day.
     *
     * @param heading empty where the page itself is of that day, or where days do not matter
     * @param address of the day's archive
     * @param timed true where each stands with its time of day
     */
    record Day(String heading, String address, boolean timed, List<TeaserView> stories) {}

    /** Whether days matter to a list. */
    enum Days {
        ALIKE,
        HEADED,
        ONE
    }

    private final Site site;
    private final MissingPage missing;
    private final Function<List<Teaser>, Aside> aside;

    ListPage(Site site, MissingPage missing) {
        this(site, missing, shown -> Aside.latest(site, shown, LATEST));
    }

    /** @param aside what stands beside the stories that are shown */
    ListPage(Site site, MissingPage missing, Function<List<Teaser>, Aside> aside) {
        this.site = site;
        this.missing = missing;
        this.aside = aside;
    }

    /**
     * What a list is of.
     *
     * @param path the address of the first page
     * @param section the slug of the section that the list is, or the empty string
     * @param below what belongs to this
     * @param indexed false for what is offered nowhere
     * @param days whether each has a heading
     * @param fed true for one that has feeds of its own
     * @param jsonLd what search engines are told of it
     */
    record Head(
            String kind,
            String heading,
            String about,
            PictureView portrait,
            String path,
            String section,
            List<PageFrame.Link> below,
            boolean indexed,
            Days days,
            boolean fed,
            List<String> jsonLd) {

        Head(
                String kind,
                String heading,
                String about,
                PictureView portrait,
                String path,
                String section,
                List<PageFrame.Link> below,
                boolean indexed,
                Days days) {
            this(kind, heading, about, portrait, path, section, below, indexed, days, false, List.of());
        }

        /** A list with feeds of its own, and with what search engines are told of it. */
        Head withFeeds(List<String> itsJsonLd) {
            return new Head(kind, heading, about, portrait, path, section, below, indexed, days, true, itsJsonLd);
        }

        static Head label(String kind, String heading, String about, PictureView portrait, String path) {
            return new Head(kind, heading, about, portrait, path, "", List.of(), true, Days.ALIKE);
        }

        static Head timed(String heading, String path, Days days) {
            return new Head("", heading, "", PictureView.NONE, path, "", List.of(), true, days);
        }

        Head notIndexed() {
            return new Head(kind, heading, about, portrait, path, section, below, false, days, false, List.of());
        }
    }

    Response answer(Request request, LiveStories.Of of, Head head) {
        return view(request, of, head)
                .map(view -> site.page(200, site.templates.listPage(frame(request, head), view)))
                .orElseGet(() -> missing.answer(request));
    }

    PageFrame frame(Request request, Head head) {
        String here = request.query()
                .first(Turn.AFTER)
                .map(after -> Turn.at(head.path(), after))
                .orElse(head.path());
        String title = head.kind().isEmpty()
                ? head.heading()
                : site.words().word("site.list-title", head.kind(), head.heading());
        String description = head.about().isEmpty() ? title : head.about();
        String named = site.words().word("feed.title", head.heading(), site.masthead.name());
        var frame = site.frame(title, description, here, head.section())
                .described(head.fed() ? site.feeds(named, head.path()) : List.of(), head.jsonLd());
        return head.indexed() ? frame : frame.notIndexed();
    }

    /** @return empty if the page begins where this site never ended one */
    Optional<View> view(Request request, LiveStories.Of of, Head head) {
        return after(request).map(after -> view(of, head, after));
    }

    private View view(LiveStories.Of of, Head head, LiveStories.After after) {
        boolean first = after.equals(LiveStories.After.START);
        var page = Turn.Page.of(site.stories.list(of, after, STORIES + 1), STORIES);
        var teasers = site.teasers().of(page.shown());
        var feature = head.days() != Days.ALIKE || !first
                ? Optional.<TeaserView>empty()
                : page.shown().stream()
                        .findFirst()
                        .flatMap(story -> Optional.ofNullable(teasers.get(story.number())))
                        .filter(story -> story.pictured() && !story.picture().portrait());
        return new View(
                head.kind(),
                head.heading(),
                head.about(),
                head.portrait(),
                head.below(),
                head.fed() && head.indexed() ? FeedFormat.RSS.beside(head.path()) : "",
                feature.stream().toList(),
                days(
                        page.shown()
                                .subList(
                                        feature.isPresent() ? 1 : 0,
                                        page.shown().size()),
                        teasers,
                        head.days()),
                Turn.of(
                        head.path(),
                        first,
                        first || page.shown().isEmpty()
                                ? List.of()
                                : site.stories.newer(
                                        of, LiveStories.After.of(page.shown().getFirst()), STORIES + 1),
                        STORIES,
                        page.more()
                                ? Optional.of(LiveStories.After.of(page.shown().getLast()))
                                : Optional.empty(),
                        ListPage::written),
                aside.apply(page.shown()));
    }

    private List<Day> days(List<Teaser> shown, Map<Long, TeaserView> teasers, Days days) {
        var byDate = new LinkedHashMap<Optional<LocalDate>, List<TeaserView>>();
        for (var story : shown) {
            var date =
                    days == Days.HEADED ? Optional.of(site.day(story.firstReleasedAt())) : Optional.<LocalDate>empty();
            Optional.ofNullable(teasers.get(story.number()))
                    .ifPresent(view ->
                            byDate.computeIfAbsent(date, _ -> new ArrayList<>()).add(view));
        }
        return byDate.entrySet().stream()
                .map(day -> new Day(
                        day.getKey().map(site.dates()::fullDate).orElse(""),
                        day.getKey()
                                .flatMap(date -> ArchiveDate.of(site.calendar(), date))
                                .map(date -> site.address(date.path()))
                                .orElse(""),
                        days != Days.ALIKE,
                        List.copyOf(day.getValue())))
                .toList();
    }

    static String written(LiveStories.After after) {
        return after.firstReleasedAt().toEpochMilli() + "-" + after.number();
    }

    /** Where the page begins; empty if the query is not one that this site has ever written. */
    static Optional<LiveStories.After> after(Request request) {
        if (!request.query().has(Turn.AFTER)) {
            return Optional.of(LiveStories.After.START);
        }
        var text = AFTER.matcher(request.query().text(Turn.AFTER));
        return text.matches()
                ? Optional.of(new LiveStories.After(
                        Instant.ofEpochMilli(Long.parseLong(text.group(1))), Long.parseLong(text.group(2))))
                : Optional.empty();
    }
}
