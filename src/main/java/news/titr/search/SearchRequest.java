package news.titr.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import news.titr.language.DateParser;
import news.titr.language.Digits;
import news.titr.language.TypedDate;
import news.titr.story.Label;
import news.titr.story.LiveStories;
import news.titr.story.StoryType;

/** A search as it stands in an address, behind the question mark: {@code q=…&section=city&from=1403/11/01&sort=newest&page=2}. */
public record SearchRequest(Map<String, String> values) {

    /** What narrows a search, in the order in which it stands in an address. */
    private static final List<String> FILTERS = List.of("section", "type", "tag", "author", "from", "to");

    private static final List<String> NAMES = names();

    private static List<String> names() {
        var names = new ArrayList<>(List.of("q"));
        names.addAll(FILTERS);
        names.add("sort");
        names.add("page");
        return List.copyOf(names);
    }

    /** @param value the value of a parameter, or the empty string */
    public static SearchRequest of(UnaryOperator<String> value) {
        var values = new LinkedHashMap<String, String>();
        for (String name : NAMES) {
            String text = value.apply(name).strip();
            if (!text.isEmpty()) {
                values.put(name, text.length() > SearchQuery.LONGEST ? text.substring(0, SearchQuery.LONGEST) : text);
            }
        }
        return new SearchRequest(values);
    }

    /** The value of a parameter, or the empty string. */
    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** True when nothing is looked for. */
    public boolean isEmpty() {
        return text("q").isEmpty()
                && FILTERS.stream().allMatch(name -> text(name).isEmpty());
    }

    /** The same with another value; without it where that is empty. Whoever changes anything begins at the first page. */
    public SearchRequest with(String name, String value) {
        return of(each -> each.equals(name) ? value : each.equals("page") ? "" : text(each));
    }

    /** Counted from 1. */
    public int page() {
        return (int) Math.clamp(Digits.parse(text("page")).orElse(1), 1, 1_000);
    }

    /** As it stands in an address, encoded. */
    public String query() {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /**
     * What is meant by it.
     *
     * @param query empty where a filter names what there is not, so that nothing can be found
     * @param badDates what was typed for a date, and is none
     */
    public record Understood(Optional<SearchQuery> query, List<String> badDates) {}

    /** @param count of stories on a page */
    public Understood understood(LiveStories stories, String edition, ZoneId zone, Instant now, int count) {
        var section = stories.section(edition, text("section"));
        var tag = stories.label(Label.Kind.TAG, edition, text("tag"));
        var author = stories.label(Label.Kind.AUTHOR, edition, text("author"));
        var type = StoryType.of(text("type"));
        var badDates = new ArrayList<String>();
        var from = date("from", zone, now, badDates).map(date -> date.at(zone, LocalTime.MIN));
        // the day that is named belongs to what is looked for
        var until = date("to", zone, now, badDates)
                .map(date -> date.date().plusDays(1).atStartOfDay(zone).toInstant());
        if (isUnknown("section", section)
                || isUnknown("tag", tag)
                || isUnknown("author", author)
                || isUnknown("type", type)) {
            return new Understood(Optional.empty(), badDates);
        }
        return new Understood(
                Optional.of(new SearchQuery(
                        edition,
                        text("q"),
                        section.map(stories::idsWithin).orElse(List.of()),
                        tag.map(stories::idsOf).orElse(List.of()),
                        author.map(stories::idsOf).orElse(List.of()),
                        type,
                        from,
                        until,
                        text("sort").equals("newest") ? SearchQuery.Order.NEWEST : SearchQuery.Order.RELEVANCE,
                        (page() - 1) * count,
                        count)),
                badDates);
    }

    private boolean isUnknown(String name, Optional<?> found) {
        return !text(name).isEmpty() && found.isEmpty();
    }

    /** The day that was typed, in any calendar. */
    private Optional<TypedDate> date(String name, ZoneId zone, Instant now, List<String> badDates) {
        String typed = text(name);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        var date = new DateParser(zone).parse(typed, now);
        if (date.isEmpty()) {
            badDates.add(typed);
        }
        return date;
    }
}
