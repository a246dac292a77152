package news.titr.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import news.titr.doc.TextRenderer;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.search.SearchIndex;
import news.titr.search.SearchQuery;
import news.titr.search.SearchRequest;
import news.titr.search.SearchResult;
import news.titr.search.Snippet;
import news.titr.story.FeedFormat;
import news.titr.story.Label;
import news.titr.story.LiveStory;
import news.titr.story.Section;
import news.titr.story.StoryType;

/** {@code /search}: stories by their words, with what narrows them; {@code /search/suggest} finishes words that are being typed. */
public final class SearchPage {

    static final String PATH = "/search";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STORIES = 20;
    private static final int SUGGESTIONS = 8;
    private static final int SNIPPET = 220;
    private static final int MOST_READ = 6;

    private final Site site;
    private final Supplier<Optional<SearchIndex>> index;

    /** @param index empty as long as it is being made */
    public SearchPage(Site site, Supplier<Optional<SearchIndex>> index) {
        this.site = site;
        this.index = index;
    }

    /**
     * What the page shows.
     *
     * @param typed what was looked for
     * @param kept filters that stay when other words are looked for
     * @param counted how many were found; empty before anything was looked for
     * @param said what else readers should know: that no story has all words, that a date was not understood
     * @param meant what may be meant otherwise, or none
     * @param chosen filters in force, each with the address that does without
     * @param groups what narrows further
     * @param orders the other order
     * @param feed the address of the feed of this search; empty before anything was looked for
     */
    record View(
            String action,
            String typed,
            List<Field> kept,
            String from,
            String to,
            String counted,
            List<String> said,
            List<PageFrame.Link> meant,
            List<PageFrame.Link> chosen,
            List<Group> groups,
            List<PageFrame.Link> orders,
            List<Hit> hits,
            String previous,
            String next,
            String feed,
            String script,
            Aside aside) {

        public boolean dated() {
            return !from.isEmpty() || !to.isEmpty();
        }
    }

    record Field(String name, String value) {}

    record Group(String heading, List<Choice> choices) {}

    record Choice(String name, String address, String count) {}

    /** A story that was found: what is marked in its headline, and where the words stand in its text. */
    record Hit(TeaserView story, Snippet headline, Snippet text) {}

    public Response answer(Request request) {
        var asked = SearchRequest.of(request.query()::text);
        var searched = index.get();
        if (searched.isEmpty()) {
            String heading = site.words().word("search.preparing");
            var notice = new Notice(
                    "", heading, List.of(site.words().word("search.preparing-text")), Aside.latest(site, MOST_READ));
            var frame = site.frame(heading, "", site.address(PATH), "").notIndexed();
            return site.page(503, site.templates.noticePage(frame, notice)).with("Retry-After", "30");
        }
        return show(asked, searched.get());
    }

    /** JSON: the ways in which what is typed may go on. */
    public Response suggest(Request request) {
        var words = index.get()
                .map(searched -> searched.completions(
                        SearchRequest.of(request.query()::text).text("q"), SUGGESTIONS))
                .orElse(List.of());
        return Response.of(200, "application/json", json(words)).with("Cache-Control", "max-age=60");
    }

    private static byte[] json(List<String> words) {
        try {
            return JSON.writeValueAsBytes(words);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Words in memory could not be written", e);
        }
    }

    private Response show(SearchRequest asked, SearchIndex searched) {
        var understood =
                asked.understood(site.stories, site.edition(), site.masthead.zone(), site.clock.instant(), STORIES);
        var said = new ArrayList<String>();
        understood.badDates().forEach(typed -> said.add(site.words().word("search.bad-date", typed)));
        var result = asked.isEmpty()
                ? SearchResult.NOTHING
                : understood.query().map(searched::search).orElse(SearchResult.NOTHING);
        if (result.partial()) {
            said.add(site.words().word("search.partial"));
        }
        String heading = asked.text("q").isEmpty()
                ? site.words().word("site.search")
                : site.words().word("search.title", asked.text("q"));
        var frame = site.frame(heading, "", site.address(PATH), "").notIndexed();
        var view = new View(
                site.address(PATH),
                asked.text("q"),
                List.of("section", "type", "tag", "author", "sort").stream()
                        .filter(name -> !asked.text(name).isEmpty())
                        .map(name -> new Field(name, asked.text(name)))
                        .toList(),
                asked.text("from"),
                asked.text("to"),
                asked.isEmpty() ? "" : counted(result),
                said,
                result.meant().stream()
                        .map(other -> PageFrame.Link.to(other, at(asked.with("q", other))))
                        .toList(),
                chosen(asked),
                groups(asked, result),
                orders(asked, result),
                hits(asked, result),
                asked.page() > 1
                        ? at(asked.with("page", asked.page() == 2 ? "" : Integer.toString(asked.page() - 1)))
                        : "",
                hasMore(asked, result) ? at(asked.with("page", Integer.toString(asked.page() + 1))) : "",
                asked.isEmpty()
                        ? ""
                        : FeedFormat.RSS.beside(site.address(PATH)) + "?"
                                + asked.with("sort", "").query(),
                site.script("site/search.js"),
                asked.isEmpty() || result.stories().isEmpty() ? Aside.latest(site, MOST_READ) : Aside.NONE);
        return site.page(200, site.templates.searchPage(frame, view));
    }

    private static boolean hasMore(SearchRequest asked, SearchResult result) {
        int shown = asked.page() * STORIES;
        return shown < SearchQuery.DEEPEST
                && (result.total() > shown
                        || !result.exact() && !result.stories().isEmpty());
    }

    // ---- what is shown

    private String at(SearchRequest asked) {
        String query = asked.query();
        return site.address(PATH) + (query.isEmpty() ? "" : "?" + query);
    }

    private String counted(SearchResult result) {
        if (result.total() == 0) {
            return site.words().word("search.nothing");
        }
        String number = site.number(result.total());
        return site.words().word(result.exact() ? "search.found" : "search.found-more", number);
    }

    private List<PageFrame.Link> chosen(SearchRequest asked) {
        var chosen = new ArrayList<PageFrame.Link>();
        chosen(
                chosen,
                asked,
                "section",
                site.stories.section(site.edition(), asked.text("section")).map(Section::name));
        chosen(chosen, asked, "type", StoryType.of(asked.text("type")).map(this::name));
        chosen(
                chosen,
                asked,
                "tag",
                site.stories
                        .label(Label.Kind.TAG, site.edition(), asked.text("tag"))
                        .map(Label::name));
        chosen(
                chosen,
                asked,
                "author",
                site.stories
                        .label(Label.Kind.AUTHOR, site.edition(), asked.text("author"))
                        .map(Label::name));
        return chosen;
    }

    private void chosen(List<PageFrame.Link> chosen, SearchRequest asked, String filter, Optional<String> name) {
        if (!asked.text(filter).isEmpty()) {
            chosen.add(PageFrame.Link.to(name.orElse(asked.text(filter)), at(asked.with(filter, ""))));
        }
    }

    private List<PageFrame.Link> orders(SearchRequest asked, SearchResult result) {
        if (result.stories().size() < 2 || asked.text("q").isEmpty()) {
            return List.of();
        }
        boolean newest = asked.text("sort").equals("newest");
        return List.of(
                new PageFrame.Link(site.words().word("search.by-relevance"), at(asked.with("sort", "")), !newest),
                new PageFrame.Link(site.words().word("search.by-newest"), at(asked.with("sort", "newest")), newest));
    }

    private List<Group> groups(SearchRequest asked, SearchResult result) {
        var groups = new ArrayList<Group>();
        var sections = site.stories.sectionsById(site.edition());
        group(
                groups,
                asked,
                "section",
                counts(result, SearchResult.Facet.SECTION),
                value -> Optional.ofNullable(sections.get(value))
                        .filter(section -> !section.hidden())
                        .map(section -> new Named(section.slug(), section.name())));
        group(
                groups,
                asked,
                "type",
                counts(result, SearchResult.Facet.TYPE),
                value -> StoryType.of(value).map(type -> new Named(value, name(type))));
        labels(groups, asked, "author", Label.Kind.AUTHOR, counts(result, SearchResult.Facet.AUTHOR));
        labels(groups, asked, "tag", Label.Kind.TAG, counts(result, SearchResult.Facet.TAG));
        return groups;
    }

    private static List<SearchResult.Count> counts(SearchResult result, SearchResult.Facet facet) {
        return result.facets().getOrDefault(facet, List.of());
    }

    private void labels(
            List<Group> groups, SearchRequest asked, String filter, Label.Kind kind, List<SearchResult.Count> counts) {
        var known = site.stories.labelsById(
                kind, counts.stream().map(SearchResult.Count::value).toList());
        group(
                groups,
                asked,
                filter,
                counts,
                value -> Optional.ofNullable(known.get(value)).map(label -> new Named(label.slug(), label.name())));
    }

    private record Named(String value, String name) {}

    private interface Naming {
        Optional<Named> of(String value);
    }

    /** A choice that leaves nothing out is none. */
    private void group(
            List<Group> groups,
            SearchRequest asked,
            String filter,
            Collection<SearchResult.Count> counts,
            Naming naming) {
        var choices = new LinkedHashMap<Named, Integer>();
        for (var count : counts) {
            naming.of(count.value()).ifPresent(named -> choices.merge(named, count.stories(), Integer::sum));
        }
        if (asked.text(filter).isEmpty() && choices.size() > 1) {
            groups.add(new Group(
                    site.words().word("search.by." + filter),
                    choices.entrySet().stream()
                            .map(choice -> new Choice(
                                    choice.getKey().name(),
                                    at(asked.with(filter, choice.getKey().value())),
                                    site.number(choice.getValue())))
                            .toList()));
        }
    }

    private String name(StoryType type) {
        return site.words().word("story.type." + type.id());
    }

    private List<Hit> hits(SearchRequest asked, SearchResult result) {
        var teasers = site.stories.teasers(result.stories());
        var views = site.teasers()
                .of(result.stories().stream()
                        .flatMap(number -> Optional.ofNullable(teasers.get(number)).stream())
                        .toList());
        return views.values().stream()
                .flatMap(view -> site.stories.story(view.number()).map(story -> hit(asked, view, story)).stream())
                .toList();
    }

    private static Hit hit(SearchRequest asked, TeaserView view, LiveStory story) {
        String typed = asked.text("q");
        String text = story.lead().isEmpty()
                ? TextRenderer.render(story.body())
                : story.lead() + "\n" + TextRenderer.render(story.body());
        return new Hit(view, Snippet.whole(story.headline(), typed), Snippet.best(text, typed, SNIPPET));
    }
}
