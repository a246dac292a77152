package news.titr.wire.wordpress;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.titr.wire.html.HtmlBlocks;
import news.titr.wire.moving.Receiver;

/** The categories, tags and authors that an export names before its items. */
final class WordPressTerms {

    private static final Set<String> NO_SECTION =
            Set.of("uncategorized", "دسته-بندی-نشده", "دسته‌بندی-نشده", "دستهبندی-نشده", "بدون-دسته", "بدون-دسته-بندی");

    /** A category as it stands there. */
    record Category(String id, String slug, String parent, String name) {}

    record Tag(String slug, String name) {}

    /** By slug. */
    final Map<String, Category> categories = new LinkedHashMap<>();

    final Map<String, Tag> tags = new LinkedHashMap<>();

    /** Login to the name that readers saw. */
    final Map<String, String> authors = new LinkedHashMap<>();

    private final Map<String, String> authorIds = new HashMap<>();
    private final Map<String, String> categorySlugs = new HashMap<>();

    static String or(String text, String other) {
        return text.isEmpty() ? other : text;
    }

    /** Slugs of other scripts are written out byte by byte there. */
    static String decoded(String slug) {
        String text = slug.strip();
        if (text.contains("%")) {
            try {
                return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return text;
            }
        }
        return text;
    }

    void category(Map<String, String> fields) {
        String slug = decoded(fields.getOrDefault("wp:category_nicename", ""));
        if (!slug.isEmpty()) {
            String name = HtmlBlocks.line(fields.getOrDefault("wp:cat_name", ""));
            String id = fields.getOrDefault("wp:term_id", "").strip();
            categories.put(
                    slug,
                    new Category(id, slug, decoded(fields.getOrDefault("wp:category_parent", "")), or(name, slug)));
            categorySlugs.put(id, slug);
        }
    }

    void tag(Map<String, String> fields) {
        String slug = decoded(fields.getOrDefault("wp:tag_slug", ""));
        if (!slug.isEmpty()) {
            tags.put(slug, new Tag(slug, or(HtmlBlocks.line(fields.getOrDefault("wp:tag_name", "")), slug)));
        }
    }

    void author(Map<String, String> fields) {
        String login = fields.getOrDefault("wp:author_login", "").strip();
        if (!login.isEmpty()) {
            String whole = (fields.getOrDefault("wp:author_first_name", "").strip() + " "
                            + fields.getOrDefault("wp:author_last_name", "").strip())
                    .strip();
            String shown = fields.getOrDefault("wp:author_display_name", "").strip();
            authors.put(login, or(shown, or(whole, login)));
            authorIds.put(login, fields.getOrDefault("wp:author_id", "").strip());
        }
    }

    Optional<String> authorId(String login) {
        return Optional.ofNullable(authorIds.get(login)).filter(id -> !id.isEmpty());
    }

    /** Old exports name terms at their items only. */
    void seen(WordPressItem.Term term) {
        if (term.domain().equals("category") && !term.slug().isEmpty()) {
            categories.computeIfAbsent(
                    term.slug(), _ -> new Category("", term.slug(), "", or(HtmlBlocks.line(term.name()), term.slug())));
        } else if (isTag(term) && !term.slug().isEmpty()) {
            tags.computeIfAbsent(term.slug(), _ -> new Tag(term.slug(), or(HtmlBlocks.line(term.name()), term.slug())));
        }
    }

    static boolean isTag(WordPressItem.Term term) {
        return term.domain().equals("post_tag") || term.domain().equals("tag");
    }

    static boolean isNoSection(String slug) {
        return NO_SECTION.contains(slug);
    }

    Optional<String> categoryOfId(String id) {
        return Optional.ofNullable(categorySlugs.get(id));
    }

    /** The categories above one, itself last. */
    List<Category> line(String slug) {
        var line = new java.util.LinkedList<Category>();
        var seen = new HashSet<String>();
        for (var at = categories.get(slug); at != null && seen.add(at.slug()); at = categories.get(at.parent())) {
            line.addFirst(at);
        }
        return line;
    }

    Receiver.SectionWish wish(String slug) {
        Optional<Receiver.SectionWish> above = Optional.empty();
        for (var category : line(slug)) {
            above = Optional.of(new Receiver.SectionWish(category.slug(), category.name(), above));
        }
        return above.orElseGet(() -> new Receiver.SectionWish(slug, slug, Optional.empty()));
    }

    /** The path of a category's page, below {@code /category/}. */
    String path(String slug) {
        return String.join("/", line(slug).stream().map(Category::slug).toList());
    }
}
