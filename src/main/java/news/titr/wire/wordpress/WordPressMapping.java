package news.titr.wire.wordpress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.doc.Inline;
import news.titr.language.Fold;
import news.titr.story.ArchivedPage;
import news.titr.story.ArchivedStory;
import news.titr.story.Content;
import news.titr.story.Drafting;
import news.titr.story.Published;
import news.titr.story.StoryType;
import news.titr.wire.html.HtmlBlocks;
import news.titr.wire.html.HtmlReading;
import news.titr.wire.moving.Receiver;

/** What each item becomes here. */
final class WordPressMapping {

    /** Fields in which themes of news sites keep what the system has no place for, by what they are here. */
    private static final Map<String, List<String>> FIELDS = Map.of(
            "kicker",
            List.of(
                    "titr_kicker",
                    "rotitr",
                    "ro_titr",
                    "roo_titr",
                    "rootitr",
                    "rutitr",
                    "roti",
                    "روتیتر",
                    "kicker",
                    "pre_title",
                    "pretitle",
                    "overline",
                    "surtitle",
                    "uptitle",
                    "up_title",
                    "_rotitr",
                    "post_rotitr",
                    "rootitle"),
            "subheadline",
            List.of(
                    "zirtitr",
                    "zir_titr",
                    "زیرتیتر",
                    "subtitle",
                    "sub_title",
                    "_subtitle",
                    "wps_subtitle",
                    "secondary_title",
                    "_secondary_title",
                    "kia_subtitle"),
            "lead",
            List.of("lead", "lid", "لید", "_lead", "post_lead"),
            "source",
            List.of("titr_source", "source", "source_name", "manba", "منبع", "news_source", "_source"),
            "dateline",
            List.of("titr_dateline", "dateline", "location_name"),
            "author",
            List.of("reporter", "khabarnegar", "خبرنگار", "author_name", "نویسنده"));

    private final WordPressOptions options;
    private final WordPressTerms terms;
    private final WordPressFiles files;
    private final Map<String, String> reusable;
    private final String site;
    private final String source;
    private final WordPressAddresses addresses;
    private final Receiver receiver;
    private final WordPressDates dates;
    private final Set<String> sectionsUsed = new LinkedHashSet<>();

    WordPressMapping(
            WordPressOptions options,
            WordPressTerms terms,
            WordPressFiles files,
            Map<String, String> reusable,
            String site,
            String source,
            WordPressAddresses addresses,
            Receiver receiver) {
        this.options = options;
        this.terms = terms;
        this.files = files;
        this.reusable = reusable;
        this.site = site;
        this.source = source;
        this.addresses = addresses;
        this.receiver = receiver;
        dates = new WordPressDates(options.zone());
    }

    Set<String> sectionsUsed() {
        return sectionsUsed;
    }

    // ---- stories

    void story(WordPressItem item) {
        var notes = new ArrayList<String>();
        var reading = new WordPressText(item, files, reusable, site, receiver).read(item.field("content:encoded"));
        var published = dates.published(item);
        var standing = standing(item, published, notes);
        var content = content(item, reading, published, notes);
        var revised = dates.modified(item).or(() -> published).orElse(Instant.EPOCH);
        var beginning =
                new Drafting.Beginning(receiver.edition(), type(item), number(item), item.id(), note(item, content));
        boolean shown = !(standing instanceof ArchivedStory.Standing.Draft);
        receiver.take(new Receiver.StoryItem(
                item.where(),
                new ArchivedStory(source, item.id(), beginning, content, revised, standing),
                shown ? addresses.of(item) : List.of(),
                comments(item),
                reading.remarks(),
                notes));
    }

    private ArchivedStory.Standing standing(WordPressItem item, Optional<Instant> published, List<String> notes) {
        String status = WordPressTerms.or(item.wp("status"), "publish");
        if (!item.wp("post_password").isEmpty()) {
            notes.add("taken as a draft: it had a password");
            return new ArchivedStory.Standing.Draft();
        }
        return switch (status) {
            case "publish", "published" -> {
                if (published.isEmpty()) {
                    notes.add("date unknown");
                }
                var at = published.or(() -> dates.modified(item)).orElse(Instant.EPOCH);
                yield new ArchivedStory.Standing.Live(at, at);
            }
            case "future" ->
                published
                        .<ArchivedStory.Standing>map(ArchivedStory.Standing.Scheduled::new)
                        .orElseGet(ArchivedStory.Standing.Draft::new);
            case "draft" -> new ArchivedStory.Standing.Draft();
            default -> {
                notes.add("taken as a draft: its status was " + status);
                yield new ArchivedStory.Standing.Draft();
            }
        };
    }

    private Content content(WordPressItem item, HtmlReading reading, Optional<Instant> published, List<String> notes) {
        var blocks = new ArrayList<>(reading.blocks());
        String lead = or(field(item, "lead"), HtmlBlocks.line(item.field("excerpt:encoded")));
        // themes show the excerpt above the text; who wrote the first paragraph into both wrote it once
        if (!lead.isEmpty()
                && !blocks.isEmpty()
                && blocks.getFirst() instanceof Block.Paragraph(var first)
                && Fold.fold(Inline.text(first)).equals(Fold.fold(lead))) {
            blocks.removeFirst();
        }
        var section = section(item);
        String status = WordPressTerms.or(item.wp("status"), "publish");
        Published date = published
                .<Published>map(Published.At::new)
                .orElseGet(() -> status.equals("publish") ? new Published.Unknown() : new Published.OnRelease());
        return new Content(
                field(item, "kicker"),
                HtmlBlocks.line(item.field("title")),
                subheadlines(item),
                lead,
                new Body(blocks),
                section.slug(),
                tags(item, section.categories()),
                authors(item),
                field(item, "dateline"),
                field(item, "source"),
                HtmlBlocks.line(item.meta("titr_place")),
                status.equals("publish") ? date : new Published.OnRelease(),
                featured(item, notes));
    }

    private static String or(String text, String other) {
        return text.isEmpty() ? other : text;
    }

    /** A custom field that means this here: one that was named for it, else one of the usual names. */
    private String field(WordPressItem item, String meaning) {
        for (var named : options.fields().entrySet()) {
            if (named.getValue().equals(meaning) && !item.meta(named.getKey()).isEmpty()) {
                return HtmlBlocks.line(item.meta(named.getKey()));
            }
        }
        for (String usual : FIELDS.getOrDefault(meaning, List.of())) {
            String value = item.meta(usual);
            if (!value.isEmpty() && !options.fields().containsKey(usual) && value.length() < 2_000) {
                return HtmlBlocks.line(value);
            }
        }
        return "";
    }

    /** Our own exports have several, a line for each; others one. */
    private List<String> subheadlines(WordPressItem item) {
        var own = lines(item.meta("titr_subheadlines"));
        String usual = field(item, "subheadline");
        return !own.isEmpty() || usual.isEmpty() ? own : List.of(usual);
    }

    private static List<String> lines(String text) {
        return text.lines()
                .map(HtmlBlocks::line)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    // ---- sections, tags, bylines

    /** @param categories those that the section stands for: itself and the ones above it */
    private record SectionFound(String slug, Set<String> categories) {}

    /** The category that an editor called the first one, else the one that lies deepest. */
    private SectionFound section(WordPressItem item) {
        var slugs = item.terms.stream()
                .filter(term -> term.domain().equals("category"))
                .map(term -> or(term.slug(), term.name()))
                .filter(slug -> !WordPressTerms.isNoSection(slug))
                .distinct()
                .toList();
        if (slugs.isEmpty()) {
            return new SectionFound("", Set.of());
        }
        String chosen = terms.categoryOfId(
                        or(item.meta("_yoast_wpseo_primary_category"), item.meta("rank_math_primary_category")))
                .filter(slugs::contains)
                .orElse(slugs.getFirst());
        if (item.meta("_yoast_wpseo_primary_category").isEmpty()) {
            int deepest = terms.line(chosen).size();
            for (String slug : slugs) {
                if (terms.line(slug).size() > deepest) {
                    deepest = terms.line(slug).size();
                    chosen = slug;
                }
            }
        }
        String here = receiver.section(terms.wish(chosen));
        if (here.isEmpty()) {
            return new SectionFound("", Set.of());
        }
        var covered = new LinkedHashSet<String>();
        terms.line(chosen).forEach(category -> covered.add(category.slug()));
        covered.add(chosen);
        sectionsUsed.addAll(covered);
        return new SectionFound(here, covered);
    }

    /** Tags, and the further categories of an item: it has one section here. */
    private List<String> tags(WordPressItem item, Set<String> covered) {
        var tags = new LinkedHashSet<String>();
        for (var term : item.terms) {
            boolean category = term.domain().equals("category")
                    && !covered.contains(or(term.slug(), term.name()))
                    && !WordPressTerms.isNoSection(term.slug());
            if (category || WordPressTerms.isTag(term)) {
                tags.add(HtmlBlocks.line(or(term.name(), term.slug())));
            } else if (!term.domain().equals("category")
                    && !term.domain().equals("post_format")
                    && !term.domain().equals("author")) {
                receiver.remark("taxonomy left behind: " + term.domain(), term.name(), item.where());
            }
        }
        return List.copyOf(tags);
    }

    private List<String> authors(WordPressItem item) {
        var names = new LinkedHashSet<>(lines(item.meta("titr_authors")));
        for (var term : item.terms) {
            if (term.domain().equals("author") && !term.name().isBlank()) {
                names.add(term.name());
            }
        }
        String reporter = field(item, "author");
        if (names.isEmpty() && !reporter.isEmpty()) {
            names.add(reporter);
        }
        String login = item.field("dc:creator");
        if (names.isEmpty() && !login.isEmpty()) {
            names.add(options.authors().containsKey(login) ? login : terms.authors.getOrDefault(login, login));
        }
        return names.stream()
                .map(name -> options.authors().getOrDefault(name, HtmlBlocks.line(name)))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static StoryType type(WordPressItem item) {
        var own = StoryType.of(item.meta("titr_type"));
        if (own.isPresent()) {
            return own.get();
        }
        for (var term : item.terms) {
            if (term.domain().equals("post_format")) {
                return switch (term.slug().toLowerCase(Locale.ROOT)) {
                    case "post-format-video" -> StoryType.VIDEO;
                    case "post-format-gallery", "post-format-image" -> StoryType.PICTURE;
                    default -> StoryType.NEWS;
                };
            }
        }
        return StoryType.NEWS;
    }

    private OptionalLong number(WordPressItem item) {
        return options.keepNumbers() && item.wp("post_id").matches("[1-9]\\d{0,17}")
                ? OptionalLong.of(Long.parseLong(item.wp("post_id")))
                : OptionalLong.empty();
    }

    // ---- pictures

    private Optional<Block.Picture> featured(WordPressItem item, List<String> notes) {
        var file = files.find(item.meta("_thumbnail_id"));
        if (file.isEmpty()) {
            if (!item.meta("_thumbnail_id").isEmpty()) {
                notes.add("main picture is not in the export");
            }
            return Optional.empty();
        }
        var asset = file.get().path().isEmpty()
                ? Optional.<String>empty()
                : WordPressFiles.asset(
                        receiver,
                        file.get().path(),
                        new Receiver.Said(file.get().alt(), file.get().caption(), ""));
        if (asset.isEmpty()) {
            notes.add("main picture left behind; its address is in the note on the story");
        }
        return asset.map(
                key -> new Block.Picture(key, file.get().alt(), file.get().caption(), ""));
    }

    private String note(WordPressItem item, Content content) {
        var lines = new ArrayList<String>();
        if (content.picture().isEmpty()) {
            files.find(item.meta("_thumbnail_id")).ifPresent(file -> lines.add(file.address()));
        }
        return String.join("\n", lines);
    }

    void attachment(WordPressItem item) {
        var file = files.find(item.id());
        if (file.isEmpty() || file.get().address().isEmpty()) {
            receiver.refuse(item.where(), "it does not say where its file is");
            return;
        }
        var asset = file.get().path().isEmpty()
                ? Optional.<String>empty()
                : receiver.file(
                        file.get().path(),
                        new Receiver.Said(file.get().alt(), file.get().caption(), ""));
        if (asset.isPresent()) {
            receiver.took(item.where(), false);
        } else {
            receiver.skip(
                    item.where(), "its file is not here; texts lead to where it was (--uploads DIR brings files in)");
        }
    }

    // ---- pages and comments

    void page(WordPressItem item) {
        var reading = new WordPressText(item, files, reusable, site, receiver).read(item.field("content:encoded"));
        boolean live = WordPressTerms.or(item.wp("status"), "publish").equals("publish")
                && item.wp("post_password").isEmpty();
        if (!item.comments.isEmpty()) {
            receiver.remark("comments left behind: below a page", item.comments.size() + "", item.where());
        }
        receiver.take(new Receiver.PageItem(
                item.where(),
                new ArchivedPage(
                        source,
                        item.id(),
                        receiver.edition(),
                        WordPressTerms.decoded(item.wp("post_name")),
                        HtmlBlocks.line(item.field("title")),
                        reading.body(),
                        live),
                live ? addresses.of(item) : List.of(),
                reading.remarks()));
    }

    private List<Receiver.Comment> comments(WordPressItem item) {
        var comments = new ArrayList<Receiver.Comment>();
        for (var comment : item.comments) {
            String approved = comment.field("approved");
            String type = comment.field("type");
            String text = text(comment.field("content"));
            if (approved.equals("spam") || approved.equals("trash") || approved.equals("post-trashed")) {
                receiver.remark("comment left behind: " + approved, "", item.where());
            } else if (!type.isEmpty() && !type.equals("comment")) {
                receiver.remark("comment left behind: " + type, "", item.where());
            } else if (text.isBlank() || comment.field("id").isEmpty()) {
                receiver.remark("comment left behind: empty", "", item.where());
            } else {
                String parent = comment.field("parent");
                comments.add(new Receiver.Comment(
                        comment.field("id"),
                        parent.equals("0") ? "" : parent,
                        HtmlBlocks.line(comment.field("author")),
                        comment.field("author_url"),
                        text,
                        approved.equals("1") || approved.equals("approve"),
                        dates.written(comment).orElse(Instant.EPOCH)));
            }
        }
        return comments;
    }

    private static String text(String html) {
        return news.titr.doc.TextRenderer.render(new HtmlBlocks(news.titr.wire.html.HtmlSurroundings.NONE)
                .read(html, HtmlBlocks.LineEnds.PARAGRAPHS)
                .body());
    }
}
