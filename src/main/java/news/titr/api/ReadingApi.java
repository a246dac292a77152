package news.titr.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import news.titr.http.Response;
import news.titr.language.DateParser;
import news.titr.search.SearchIndex;
import news.titr.search.SearchQuery;
import news.titr.search.SearchRequest;
import news.titr.search.SearchResult;
import news.titr.story.Label;
import news.titr.story.Labels;
import news.titr.story.LiveStories;
import news.titr.story.Section;
import news.titr.story.SiteSettings;
import news.titr.story.StoryType;
import news.titr.story.Teaser;

/** What readers have: stories, search, the front page, sections, tags and authors. */
final class ReadingApi {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int USUAL = 20;

    /** A list with several filters looks at so many stories, and no more: its page may be short, and go on. */
    private static final int LOOKED_AT = 2_000;

    private static final int LOOKED_AT_ONCE = 200;

    private final Supplier<SiteSettings> settings;
    private final LiveStories stories;
    private final Labels labels;
    private final Supplier<Optional<SearchIndex>> index;
    private final StoryJson json;
    private final InstantSource clock;

    ReadingApi(
            Supplier<SiteSettings> settings,
            LiveStories stories,
            Labels labels,
            Supplier<Optional<SearchIndex>> index,
            StoryJson json,
            InstantSource clock) {
        this.settings = settings;
        this.stories = stories;
        this.labels = labels;
        this.index = index;
        this.json = json;
        this.clock = clock;
    }

    // ---- lists of stories

    /** @param all true where every story of the list fits */
    private record Narrowed(
            LiveStories.Of of, Predicate<Teaser> fits, boolean all, Optional<Instant> from, Optional<Instant> to) {}

    Response stories(Call call) {
        int limit = call.limit(USUAL);
        var narrowed = narrowed(call, edition(call));
        var start = narrowed.to().map(to -> new LiveStories.After(to, 0)).orElse(LiveStories.After.START);
        var after = call.asked("after").map(ReadingApi::after).orElse(start);
        var found = new ArrayList<Teaser>();
        Optional<LiveStories.After> next = Optional.of(after);
        // one more than the page holds, to know whether there is another
        int once = narrowed.all() ? limit + 1 : LOOKED_AT_ONCE;
        for (int looked = 0; looked < LOOKED_AT && found.size() < limit && next.isPresent(); looked += once) {
            next = more(narrowed, next.get(), limit, once, found);
        }
        var root = JSON.objectNode();
        root.set("stories", json.teasers(found));
        return page(call, root, next.map(place -> place.firstReleasedAt().toEpochMilli() + "-" + place.number()));
    }

    /** Adds what fits from one look; answers where the list goes on, if it does. */
    private Optional<LiveStories.After> more(
            Narrowed narrowed, LiveStories.After after, int limit, int once, List<Teaser> found) {
        var teasers = stories.list(narrowed.of(), after, once);
        for (var teaser : teasers) {
            if (narrowed.from()
                    .filter(from -> teaser.firstReleasedAt().isBefore(from))
                    .isPresent()) {
                return Optional.empty();
            }
            if (found.size() == limit) {
                return Optional.of(LiveStories.After.of(found.getLast()));
            }
            if (narrowed.fits().test(teaser)) {
                found.add(teaser);
            }
        }
        return teasers.size() < once ? Optional.empty() : Optional.of(LiveStories.After.of(teasers.getLast()));
    }

    /** The list that holds fewest of them goes along its index; what else is asked for is looked at in each story. */
    private Narrowed narrowed(Call call, String edition) {
        var section = call.asked("section").map(slug -> known("section", slug, stories.section(edition, slug)));
        var tag = call.asked("tag").map(slug -> known("tag", slug, stories.label(Label.Kind.TAG, edition, slug)));
        var author = call.asked("author")
                .map(slug -> known("author", slug, stories.label(Label.Kind.AUTHOR, edition, slug)));
        var place = call.asked("place").map(slug -> known("place", slug, stories.place(edition, slug)));
        var type = call.asked("type").map(id -> known("type", id, StoryType.of(id)));
        var from = day(call, "from", false);
        var to = day(call, "to", true);
        LiveStories.Of of = tag.or(() -> author)
                .<LiveStories.Of>map(LiveStories.Of.Labelled::new)
                .or(() -> place.map(LiveStories.Of.About::new))
                .or(() -> section.map(LiveStories.Of.InSection::new))
                .orElseGet(() -> new LiveStories.Of.Released(
                        edition, from.orElse(Instant.EPOCH), to.orElse(Instant.ofEpochMilli(Long.MAX_VALUE)), type));
        var sections = section.map(stories::idsWithin).map(Set::copyOf);
        Predicate<Teaser> fits =
                teaser -> type.filter(its -> its != teaser.type()).isEmpty()
                        && sections.filter(ids -> teaser.section()
                                        .map(Section::id)
                                        .filter(ids::contains)
                                        .isEmpty())
                                .isEmpty()
                        && (tag.isEmpty()
                                || author.filter(its -> teaser.authors().stream()
                                                .noneMatch(label -> label.id().equals(its.id())))
                                        .isEmpty());
        if (place.isPresent() && (tag.isPresent() || author.isPresent())) {
            throw new ApiProblem.Met(ApiProblem.Kind.BAD_PARAMETER, "place", "with tag or author");
        }
        boolean all = of instanceof LiveStories.Of.Released
                || type.isEmpty()
                        && Stream.of(section, tag, author)
                                        .filter(Optional::isPresent)
                                        .count()
                                <= 1;
        return new Narrowed(of, fits, all, from, to);
    }

    private static <T> T known(String name, String value, Optional<T> found) {
        return found.orElseThrow(() -> new ApiProblem.Met(ApiProblem.Kind.BAD_PARAMETER, name, value));
    }

    /** A moment in ISO 8601, or a day in any calendar; the day that ends a list belongs to it. */
    private Optional<Instant> day(Call call, String name, boolean isEnd) {
        return call.asked(name).map(text -> {
            if (text.contains("T")) {
                return ApiProblem.moment(name, text);
            }
            var zone = settings.get().masthead().zone();
            var day = new DateParser(zone)
                    .parse(text, clock.instant())
                    .orElseThrow(() -> new ApiProblem.Met(ApiProblem.Kind.BAD_PARAMETER, name, text));
            return isEnd ? day.date().plusDays(1).atStartOfDay(zone).toInstant() : day.at(zone, LocalTime.MIN);
        });
    }

    private static LiveStories.After after(String text) {
        var parts = text.split("-", -1);
        if (parts.length == 2 && parts[0].matches("[0-9]{1,15}") && parts[1].matches("[0-9]{1,18}")) {
            return new LiveStories.After(Instant.ofEpochMilli(Long.parseLong(parts[0])), Long.parseLong(parts[1]));
        }
        throw new ApiProblem.Met(ApiProblem.Kind.BAD_PARAMETER, "after", text);
    }

    /** The edition that is asked for, which must be open; the main one where none is. */
    private String edition(Call call) {
        String edition =
                call.asked("edition").orElseGet(() -> settings.get().main().id());
        return known("edition", edition, Optional.of(edition).filter(json::isOpen));
    }

    /** A page of a list, with the address of the next one in it and in the header. */
    private Response page(Call call, ObjectNode root, Optional<String> next) {
        return page(call, root, "after", next);
    }

    private Response page(Call call, ObjectNode root, String name, Optional<String> next) {
        if (next.isEmpty()) {
            return Call.json(200, root.putNull("next"));
        }
        var query = new LinkedHashMap<String, String>();
        call.request().query().values().forEach((key, values) -> query.put(key, values.getFirst()));
        query.put(name, next.get());
        String address = json.absolute(Api.PREFIX + call.request().path().substring(Api.PREFIX.length())) + "?"
                + String.join(
                        "&",
                        query.entrySet().stream()
                                .map(each -> each.getKey() + "="
                                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                                .sorted()
                                .toList());
        return Call.json(200, root.put("next", address)).with("Link", "<" + address + ">; rel=\"next\"");
    }

    // ---- one story

    Response story(Call call) {
        return switch (stories.find(call.number())) {
            case LiveStories.Found.Live(var story)
            when json.isOpen(story.edition()) ->
                switch (wanted(call)) {
                    case "html" -> Response.html(200, json.html(json.covered(story)));
                    case "text" -> Response.text(200, json.text(story));
                    case "markdown" ->
                        Response.of(
                                200,
                                "text/markdown; charset=utf-8",
                                json.markdown(story).getBytes(StandardCharsets.UTF_8));
                    default -> Call.json(200, json.story(story, forms(call)));
                };
            case LiveStories.Found.Withdrawn(var _, var _, var reason) ->
                throw new ApiProblem.Met(ApiProblem.Kind.WITHDRAWN, reason);
            case LiveStories.Found.Live _, LiveStories.Found.Absent _ ->
                throw new ApiProblem.Met(ApiProblem.Kind.NOT_FOUND);
        };
    }

    /** What of {@code json}, {@code html}, {@code text} and {@code markdown} the header asks for first. */
    private static String wanted(Call call) {
        String accept = call.request().header("Accept").orElse("").toLowerCase(Locale.ROOT);
        if (accept.isBlank()) {
            return "json";
        }
        var kinds = Map.of(
                "application/json", "json",
                "application/*", "json",
                "*/*", "json",
                "text/html", "html",
                "text/plain", "text",
                "text/markdown", "markdown",
                "text/*", "text");
        return Arrays.stream(accept.split(",", -1))
                .map(offer -> offer.strip().split("\\s*;\\s*", -1))
                .filter(offer -> kinds.containsKey(offer[0]))
                .max(java.util.Comparator.comparingDouble(ReadingApi::weight))
                .map(offer -> String.valueOf(kinds.get(offer[0])))
                .orElseThrow(() -> new ApiProblem.Met(ApiProblem.Kind.NOT_ACCEPTABLE, accept));
    }

    /** Of two with the same weight, the first is not lost: what is more exact goes before what is less. */
    private static double weight(String[] offer) {
        double weight = Arrays.stream(offer)
                .filter(part -> part.matches("q=[01](\\.[0-9]{0,3})?"))
                .mapToDouble(part -> Double.parseDouble(part.substring(2)))
                .findFirst()
                .orElse(1);
        return weight - (offer[0].equals("*/*") ? 0.000_2 : offer[0].endsWith("/*") ? 0.000_1 : 0);
    }

    private static Set<StoryJson.Form> forms(Call call) {
        String asked = call.asked("body").orElse("html");
        var forms = EnumSet.noneOf(StoryJson.Form.class);
        for (String name : asked.split(",", -1)) {
            forms.add(Arrays.stream(StoryJson.Form.values())
                    .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> new ApiProblem.Met(ApiProblem.Kind.BAD_PARAMETER, "body", name)));
        }
        return forms;
    }

    // ---- search

    Response search(Call call) {
        int limit = call.limit(USUAL);
        String edition = edition(call);
        var asked = SearchRequest.of(call::query);
        if (asked.isEmpty()) {
            throw new ApiProblem.Met(ApiProblem.Kind.BAD_PARAMETER, "q", "");
        }
        var understood =
                asked.understood(stories, edition, settings.get().masthead().zone(), clock.instant(), limit);
        if (!understood.badDates().isEmpty()) {
            throw new ApiProblem.Met(
                    ApiProblem.Kind.BAD_PARAMETER,
                    "from, to",
                    understood.badDates().getFirst());
        }
        var searched = index.get()
                .orElseThrow(() -> new ApiProblem.Met(
                        ApiProblem.of(ApiProblem.Kind.NOT_READY).with("Retry-After", "10")));
        var result = understood.query().map(searched::search).orElse(SearchResult.NOTHING);
        var teasers = stories.teasers(result.stories());
        var root = JSON.objectNode()
                .put("total", result.total())
                .put("exact", result.exact())
                .put("partial", result.partial());
        result.meant().ifPresentOrElse(meant -> root.put("didYouMean", meant), () -> root.putNull("didYouMean"));
        root.set(
                "stories",
                json.teasers(result.stories().stream()
                        .flatMap(number -> Optional.ofNullable(teasers.get(number)).stream())
                        .toList()));
        int shown = asked.page() * limit;
        boolean goesOn = shown < SearchQuery.DEEPEST && result.total() > shown;
        return page(call, root, "page", goesOn ? Optional.of(Integer.toString(asked.page() + 1)) : Optional.empty());
    }

    // ---- the front page, and what stories are filed under

    Response front(Call call) {
        String edition = edition(call);
        var layout = stories.front(edition, clock.instant());
        var around = stories.around(edition, clock.instant());
        var root = JSON.objectNode().put("edition", edition);
        around.breaking()
                .ifPresentOrElse(
                        flash -> {
                            var node = root.putObject("breaking").put("text", flash.text());
                            flash.story()
                                    .ifPresentOrElse(
                                            story -> node.put("story", story.number()), () -> node.putNull("story"));
                            StoryJson.put(node, "until", flash.until());
                        },
                        () -> root.putNull("breaking"));
        var areas = root.putArray("areas");
        for (var filled : layout.areas()) {
            if (!filled.stories().isEmpty()) {
                var area = areas.addObject().put("key", filled.area().key());
                filled.section()
                        .ifPresentOrElse(section -> area.put("section", section.slug()), () -> area.putNull("section"));
                area.set("stories", json.teasers(filled.stories()));
            }
        }
        return Call.json(200, root);
    }

    Response sections(Call call) {
        String edition = edition(call);
        var all = stories.sections(edition);
        var root = JSON.objectNode();
        var array = root.putArray("sections");
        for (var section : all) {
            var node = array.addObject()
                    .put("slug", section.slug())
                    .put("name", section.name())
                    .put("description", section.description())
                    .put(
                            "url",
                            json.absolute(settings.get().masthead().addresses().section(section)));
            all.stream()
                    .filter(other -> section.parent().equals(Optional.of(other.id())))
                    .findFirst()
                    .ifPresentOrElse(parent -> node.put("parent", parent.slug()), () -> node.putNull("parent"));
        }
        return Call.json(200, root);
    }

    Response tags(Call call) {
        return labels(call, Label.Kind.TAG, "tags");
    }

    Response authors(Call call) {
        return labels(call, Label.Kind.AUTHOR, "authors");
    }

    /** Those with most stories first; what no live story carries is the desk's own. */
    private Response labels(Call call, Label.Kind kind, String name) {
        String edition = edition(call);
        int limit = call.limit(50);
        var after = call.asked("after").map(ReadingApi::labelAfter).orElse(Labels.After.START);
        var lines = labels.list(kind, edition, call.query("q"), after, limit).stream()
                .filter(line -> line.stories() > 0)
                .toList();
        var root = JSON.objectNode();
        var array = root.putArray(name);
        lines.forEach(line -> array.add(json.label(edition, line.label()).put("stories", line.stories())));
        return page(
                call,
                root,
                lines.size() < limit
                        ? Optional.empty()
                        : Optional.of(lines.getLast())
                                .map(line -> line.stories() + "~" + line.label().id() + "~" + line.sortKey()));
    }

    private static Labels.After labelAfter(String text) {
        var parts = text.split("~", 3);
        if (parts.length == 3 && parts[0].matches("[0-9]{1,15}")) {
            return new Labels.After(Long.parseLong(parts[0]), parts[2], parts[1]);
        }
        throw new ApiProblem.Met(ApiProblem.Kind.BAD_PARAMETER, "after", text);
    }

    Response editions(Call call) {
        var root = JSON.objectNode();
        var array = root.putArray("editions");
        settings.get()
                .open()
                .forEach(edition -> array.addObject()
                        .put("id", edition.id())
                        .put("name", edition.masthead().name())
                        .put("main", edition.isMain())
                        .put("url", json.absolute(edition.front())));
        return Call.json(200, root.putNull("next"))
                .with("Content-Language", call.language().tag());
    }
}
