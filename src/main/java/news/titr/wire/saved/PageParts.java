package news.titr.wire.saved;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.titr.wire.html.HtmlBlocks;
import news.titr.wire.moving.BadArchive;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/**
 * Where the parts of a story stand in the pages of a site: selectors as in style sheets, {@code selector@attribute} for what
 * stands in an attribute. Where nothing is named, machine-readable data (JSON-LD, OpenGraph) goes first, then the usual names.
 */
public final class PageParts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry(
                    "headline",
                    "[itemprop=headline], article h1, h1.title, h1, meta[property=og:title]@content, title"),
            Map.entry(
                    "kicker", ".rutitr, .rotitr, .roo-titr, .kicker, .overline, .surtitle, .uptitle, [class*=rutitr]"),
            Map.entry("subheadline", ".subtitle, .sub-title, .zirtitr"),
            Map.entry("lead", "[itemprop=description], .lead, .introtext, .summary, .news-lead, .subtitle-lead"),
            Map.entry(
                    "body",
                    "[itemprop=articleBody], .item-text, .news-text, .news-body, .news_body, #newsbody, #news-body, .body, .entry-content, .post-content, .article-body,"
                            + " .story-body, .content-text, .story, article, main"),
            Map.entry(
                    "date",
                    "meta[property=article:published_time]@content, [itemprop=datePublished]@content,"
                            + " [itemprop=datePublished]@datetime, time[datetime]@datetime, .item-date span, .item-date,"
                            + " .news_pdate_c, .publish-date, .pubdate, .date, .news-date, .news_date, .post-date, .entry-date,"
                            + " time"),
            Map.entry("updated", "meta[property=article:modified_time]@content, [itemprop=dateModified]@content"),
            Map.entry("section", "meta[property=article:section]@content, .breadcrumb a:last-of-type"),
            Map.entry("author", "[itemprop=author] [itemprop=name], [rel=author], meta[name=author]@content, .author"),
            Map.entry("tag", "meta[property=article:tag]@content, a[rel=tag], .tags a"),
            Map.entry("source", ".source, .news-source"),
            Map.entry("picture", "meta[property=og:image]@content"),
            Map.entry("address", "link[rel=canonical]@href, meta[property=og:url]@content"),
            Map.entry(
                    "remove", "nav, aside, footer, .share, .comments, #comments, .related, .tags, .breadcrumb, form"));

    private static final int ENOUGH = 20;

    private final Map<String, String> named;

    public PageParts(Map<String, String> named) {
        this.named = new LinkedHashMap<>(named);
        var unknown = new LinkedHashSet<>(named.keySet());
        unknown.removeAll(USUAL.keySet());
        if (!unknown.isEmpty()) {
            throw new BadArchive("The settings name " + String.join(", ", unknown) + "; they may name "
                    + String.join(", ", fields()));
        }
    }

    public static Set<String> fields() {
        return new java.util.TreeSet<>(USUAL.keySet());
    }

    boolean isNamed(String part) {
        return named.containsKey(part);
    }

    /** The first text that stands where this part stands. */
    String text(Document page, String part) {
        return texts(page, part).stream().findFirst().orElse("");
    }

    List<String> texts(Document page, String part) {
        return texts(page, part, selectors(part));
    }

    private static List<String> texts(Document page, String part, List<String> selectors) {
        var texts = new LinkedHashSet<String>();
        for (String selector : selectors) {
            int at = selector.lastIndexOf('@');
            String where = at < 0 ? selector : selector.substring(0, at);
            for (var element : select(page, where, part)) {
                String text = at < 0
                        ? HtmlBlocks.line(element.html())
                        : element.attr(selector.substring(at + 1)).strip();
                if (!text.isEmpty()) {
                    texts.add(text);
                }
            }
            if (!texts.isEmpty()) {
                break;
            }
        }
        return List.copyOf(texts);
    }

    /** Everything that may be this part, the likeliest first: where several things have a usual name, one of them is meant. */
    List<String> candidates(Document page, String part) {
        var all = new LinkedHashSet<String>();
        for (String selector : selectors(part)) {
            all.addAll(texts(page, part, List.of(selector)));
        }
        return List.copyOf(all);
    }

    Optional<Element> element(Document page, String part) {
        Optional<Element> brief = Optional.empty();
        for (String selector : selectors(part)) {
            for (var element : select(page, selector, part)) {
                // pages have empty boxes of the same name
                if (element.text().length() > ENOUGH || isNamed(part)) {
                    return Optional.of(element);
                }
                if (brief.isEmpty() && element.hasText()) {
                    brief = Optional.of(element);
                }
            }
        }
        return brief;
    }

    void clean(Element body) {
        for (String selector : selectors("remove")) {
            body.children().select(selector).remove();
        }
    }

    private List<String> selectors(String part) {
        return List.of(named.getOrDefault(part, USUAL.getOrDefault(part, "")).split(",\\s*", -1)).stream()
                .filter(selector -> !selector.isBlank())
                .toList();
    }

    private static List<Element> select(Document page, String selector, String part) {
        try {
            return page.select(selector);
        } catch (Selector.SelectorParseException e) {
            throw new BadArchive("The settings' selector of " + part + " is none: " + selector, e);
        }
    }

    /** What the page tells machines about its story; an empty object when it tells nothing. */
    static JsonNode told(Document page) {
        for (var script : page.select("script[type=application/ld+json]")) {
            try {
                var found = new ArrayList<JsonNode>();
                gather(JSON.readTree(script.data()), found, 0);
                for (var node : found) {
                    if (node.has("headline")) {
                        return node;
                    }
                }
            } catch (JsonProcessingException e) {
                // somebody else's mistake; the page itself says it as well
            }
        }
        return JSON.createObjectNode();
    }

    private static void gather(JsonNode node, List<JsonNode> found, int depth) {
        if (depth > 6) {
            return;
        }
        if (node.isObject()) {
            found.add(node);
            gather(node.path("@graph"), found, depth + 1);
            gather(node.path("mainEntity"), found, depth + 1);
        } else if (node.isArray()) {
            node.forEach(each -> gather(each, found, depth + 1));
        }
    }

    /** A name, or the names of a list. */
    static List<String> names(JsonNode node) {
        if (node.isArray()) {
            var names = new ArrayList<String>();
            node.forEach(each -> names.addAll(names(each)));
            return names;
        }
        String name = HtmlBlocks.line(
                node.isTextual() ? node.asText() : node.path("name").asText(""));
        return name.isEmpty() ? List.of() : List.of(name);
    }
}
