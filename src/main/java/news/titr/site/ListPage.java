package news.titr.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.LiveStories;
import news.titr.story.Teaser;

/** A list of stories, newest first, twenty a page: what the pages of sections, tags and authors have in common. */
final class ListPage {

    private static final int STORIES = 20;
    private static final int LATEST = 6;
    private static final Pattern AFTER = Pattern.compile("(\\d{1,15})-(\\d{1,15})");

    /**
     * @param kind what the list gathers, such as «برچسب»; empty where the heading says it
     * @param about what readers are told of it; empty where there is nothing to tell
     * @param portrait the writer's face on the page of an author
     * @param below the sections that belong to this one
     * @param newest the address of the first page; empty when this is it
     * @param older the address of the next page; empty when this is the last
     */
    record View(
            String kind,
            String heading,
            String about,
            PictureView portrait,
            List<PageFrame.Link> below,
            List<TeaserView> features,
            List<TeaserView> stories,
            String newest,
            String older,
            List<TeaserView> latest) {

        public boolean empty() {
            return features.isEmpty() && stories.isEmpty();
        }

        public boolean turned() {
            return !newest.isEmpty() || !older.isEmpty();
        }
    }

    private final Site site;
    private final MissingPage missing;

    ListPage(Site site, MissingPage missing) {
        this.site = site;
        this.missing = missing;
    }

    /**
     * What a list is of.
     *
     * @param path the address of the first page
     * @param section the slug of the section that the list is, or the empty string
     * @param below the sections that belong to this one
     * @param indexed false for what is offered nowhere
     */
    record Head(
            String kind,
            String heading,
            String about,
            PictureView portrait,
            String path,
            String section,
            List<PageFrame.Link> below,
            boolean indexed) {

        static Head label(String kind, String heading, String about, PictureView portrait, String path) {
            return new Head(kind, heading, about, portrait, path, "", List.of(), true);
        }
    }

    Response answer(Request request, LiveStories.Of of, Head head) {
        var after = after(request);
        if (after.isEmpty()) {
            return missing.answer(request);
        }
        boolean first = after.get().equals(LiveStories.After.START);
        var found = site.stories.list(of, after.get(), STORIES + 1);
        var shown = found.subList(0, Math.min(STORIES, found.size()));
        String older = found.size() > STORIES ? head.path() + "?after=" + after(shown.getLast()) : "";
        var teasers = site.teasers().list(shown);
        boolean feature = first && !teasers.isEmpty() && teasers.getFirst().pictured() && !portrait(teasers);
        var view = new View(
                head.kind(),
                head.heading(),
                head.about(),
                head.portrait(),
                head.below(),
                feature ? teasers.subList(0, 1) : List.of(),
                feature ? teasers.subList(1, teasers.size()) : teasers,
                first ? "" : head.path(),
                older,
                latest(shown));
        String here =
                first ? head.path() : head.path() + "?after=" + request.query().text("after");
        String title = head.kind().isEmpty()
                ? head.heading()
                : site.words().word("site.list-title", head.kind(), head.heading());
        String description = head.about().isEmpty() ? title : head.about();
        var frame = site.frame(title, description, here, head.section());
        return site.page(200, site.templates.listPage(head.indexed() ? frame : frame.notIndexed(), view));
    }

    /** The newest of the whole newspaper that the list does not show. */
    private List<TeaserView> latest(List<Teaser> shown) {
        var known = shown.stream().map(Teaser::number).collect(Collectors.toSet());
        return site.teasers().latest(LATEST + known.size()).stream()
                .filter(story -> !known.contains(story.number()))
                .limit(LATEST)
                .toList();
    }

    private static boolean portrait(List<TeaserView> teasers) {
        return teasers.getFirst().picture().portrait();
    }

    /** Where the page begins; empty if the query is not one that this site has ever written. */
    static Optional<LiveStories.After> after(Request request) {
        if (!request.query().has("after")) {
            return Optional.of(LiveStories.After.START);
        }
        var text = AFTER.matcher(request.query().text("after"));
        return text.matches()
                ? Optional.of(new LiveStories.After(
                        Instant.ofEpochMilli(Long.parseLong(text.group(1))), Long.parseLong(text.group(2))))
                : Optional.empty();
    }

    /** How {@code ?after=} names a story. */
    static String after(Teaser story) {
        return story.firstReleasedAt().toEpochMilli() + "-" + story.number();
    }
}
