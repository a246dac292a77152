package news.titr.wire.fetching;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import news.titr.language.Fold;
import news.titr.sources.WireSource;
import news.titr.story.Arrival;
import news.titr.story.Content;
import news.titr.wire.agency.WireItem;

/** What an item of a source becomes here: its section, credit, bylines, tags and rights, as the source is set up. */
final class WireMapping {

    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_TEXT = 2_000;

    private final WireSource source;
    private final Set<String> sections;

    /** @param sections the slugs that the edition has now: one that is gone by now leads nowhere */
    WireMapping(WireSource source, Set<String> sections) {
        this.source = source;
        this.sections = sections;
    }

    Arrival arrival(WireItem item) {
        var terms = item.terms();
        return new Arrival(
                source.origin(),
                name(item),
                terms.version(),
                item.changed().or(item::published),
                source.wish().edition(),
                content(item),
                item.said(),
                cut(item.noted(), LONGEST_TEXT),
                cut(terms.rights().isBlank() ? source.wish().rights() : terms.rights(), LONGEST_TEXT),
                item.link().matches("(?i)https?://.*") ? cut(item.link(), LONGEST_TEXT) : "",
                terms.embargo(),
                terms.status(),
                source.wish().rule());
    }

    static String name(WireItem item) {
        return cut(item.name(), LONGEST_NAME);
    }

    private Content content(WireItem item) {
        var wish = source.wish();
        var content = item.content(item.read().body());
        return new Content(
                content.kicker(),
                content.headline(),
                content.subheadlines(),
                content.lead(),
                content.body(),
                section(item),
                wish.tags() ? content.tags() : List.of(),
                wish.authors() ? content.authors() : List.of(),
                content.dateline(),
                wish.credit().isBlank() ? content.source() : wish.credit(),
                content.place(),
                content.published(),
                content.picture());
    }

    /** Where the first of its categories leads that the mapping knows; else the source's own section. */
    private String section(WireItem item) {
        var known = source.wish().sections();
        return Stream.concat(item.tags().stream(), item.codes().stream())
                .map(Fold::fold)
                .filter(category -> !category.isEmpty())
                .flatMap(category -> Stream.ofNullable(known.get(category)))
                .filter(sections::contains)
                .findFirst()
                .orElse(
                        sections.contains(source.wish().section())
                                ? source.wish().section()
                                : "");
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
