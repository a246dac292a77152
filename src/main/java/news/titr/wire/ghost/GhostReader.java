package news.titr.wire.ghost;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.titr.doc.Block;
import news.titr.story.Addresses;
import news.titr.story.ArchivedPage;
import news.titr.story.ArchivedStory;
import news.titr.story.Content;
import news.titr.story.Drafting;
import news.titr.story.Label;
import news.titr.story.Published;
import news.titr.story.StoryType;
import news.titr.wire.html.HtmlBlocks;
import news.titr.wire.html.HtmlSurroundings;
import news.titr.wire.moving.ArchiveFiles;
import news.titr.wire.moving.ArchiveReader;
import news.titr.wire.moving.BadArchive;
import news.titr.wire.moving.Receiver;
import news.titr.wire.moving.Where;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Reads the JSON that Ghost exports, twice: posts come one by one, and what they refer to (tags, people) may stand behind
 * them. The first public tag of a post is its section, as themes there have it.
 */
public final class GhostReader implements ArchiveReader {

    /** What Ghost writes for its own address, so that an export can be taken in elsewhere. */
    private static final String OWN = "__GHOST_URL__";

    private static final Pattern IMAGES = Pattern.compile(
            "(?:https?://[^/]+|" + OWN + ")?/content/(?:images|media|files)/" + "(?:size/[^/]+/)?([^?#]+)(?:[?#].*)?");

    private static final List<String> KNOBS =
            List.of("kg-audio-player", "kg-video-player-container", "kg-video-overlay", "kg-audio-thumbnail");

    private static final int LONGEST_TEXT = 16_000_000;

    private static final JsonMapper JSON = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_TEXT)
                            .maxNestingDepth(500)
                            .build())
                    .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .build();

    private final ArchiveFiles files;
    private final String site;
    private final Addresses addresses;

    private record Named(String name, String slug, boolean hidden) {}

    private final Map<String, Named> tags = new HashMap<>();
    private final Map<String, Named> people = new HashMap<>();
    private final Map<String, TreeMap<Integer, String>> tagsOf = new HashMap<>();
    private final Map<String, TreeMap<Integer, String>> peopleOf = new HashMap<>();
    private final Map<String, JsonNode> more = new HashMap<>();
    private long posts;

    /** @param site where the newspaper stood, {@code https://example.org}, or the empty string */
    public GhostReader(ArchiveFiles files, String site, Addresses addresses) {
        this.files = files;
        this.site = site.replaceFirst("/+$", "");
        this.addresses = addresses;
    }

    @Override
    public String source() {
        String host = site.replaceFirst("(?i)^https?://(?:www\\.)?", "");
        return "ghost:" + (host.isEmpty() ? "export" : host);
    }

    @Override
    public long size() {
        return files.size();
    }

    // ---- reading JSON

    @Override
    public void survey(LongConsumer progress) {
        each(progress, (table, row) -> {
            switch (table) {
                case "tags" ->
                    tags.put(
                            text(row, "id"),
                            new Named(
                                    text(row, "name"),
                                    text(row, "slug"),
                                    text(row, "visibility").equals("internal")
                                            || text(row, "name").startsWith("#")));
                case "users" -> people.put(text(row, "id"), new Named(text(row, "name"), text(row, "slug"), false));
                case "posts_tags" -> tie(tagsOf, row, "tag_id");
                case "posts_authors" -> tie(peopleOf, row, "author_id");
                case "posts_meta" -> more.put(text(row, "post_id"), row);
                case "posts" -> posts++;
                default -> {}
            }
        });
        if (posts == 0) {
            throw new BadArchive(
                    files.parts().getFirst().name() + ": It is JSON, but no export of Ghost: it has no posts");
        }
    }

    private static void tie(Map<String, TreeMap<Integer, String>> ties, JsonNode row, String to) {
        var order = ties.computeIfAbsent(text(row, "post_id"), _ -> new TreeMap<>());
        int place = row.path("sort_order").asInt(order.size());
        while (order.containsKey(place)) {
            place++;
        }
        order.put(place, text(row, to));
    }

    /** Every row of every table, one at a time. */
    private void each(LongConsumer progress, BiConsumer<String, JsonNode> taker) {
        long before = 0;
        for (var part : files.parts()) {
            long start = before;
            try (var in = ArchiveFiles.open(part, read -> progress.accept(start + read));
                    var parser = JSON.getFactory().createParser(in)) {
                rows(parser, taker);
            } catch (JsonProcessingException e) {
                long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
                boolean cut = e instanceof com.fasterxml.jackson.core.io.JsonEOFException;
                throw new BadArchive(
                        part.name() + ": line " + line + ": "
                                + (cut
                                        ? "The file is cut off; get it whole, and begin again"
                                        : "It is not sound JSON: "
                                                + e.getOriginalMessage()
                                                        .lines()
                                                        .findFirst()
                                                        .orElse("")),
                        e);
            } catch (IOException e) {
                throw new BadArchive(part.name() + ": It cannot be read: " + e.getMessage(), e);
            }
            before += part.size();
        }
    }

    /** Tables stand in {@code db[0].data} or in {@code data}. */
    private static void rows(JsonParser parser, BiConsumer<String, JsonNode> taker) throws IOException {
        String table = "";
        boolean inData = false;
        int depth = 0;
        int dataDepth = 0;
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT && inData && depth == dataDepth + 2) {
                JsonNode row = JSON.readTree(parser);
                taker.accept(table, row);
            } else if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                depth++;
            } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
                depth--;
                inData &= depth > dataDepth;
            } else if (token == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (!inData && name.equals("data")) {
                    inData = true;
                    dataDepth = depth;
                    if (parser.nextToken() == JsonToken.START_OBJECT) {
                        depth++;
                    } else {
                        inData = false;
                        parser.skipChildren();
                    }
                } else if (inData && depth == dataDepth + 1) {
                    table = name;
                }
            }
        }
    }

    private static String text(JsonNode row, String field) {
        return row.path(field).isNull() ? "" : row.path(field).asText("");
    }

    // ---- handing it over

    @Override
    public void read(Receiver receiver) {
        each(receiver::progress, (table, row) -> {
            if (table.equals("posts")) {
                post(row, receiver);
            }
        });
        lists(
                Label.Kind.TAG,
                tags.values().stream().filter(tag -> !tag.hidden()).toList(),
                receiver);
        lists(Label.Kind.AUTHOR, people.values(), receiver);
        receiver.redirect("/rss", addresses.in(receiver.edition(), "/rss.xml"));
    }

    private static void lists(Label.Kind kind, Collection<Named> named, Receiver receiver) {
        var pages = receiver.labels(kind, named.stream().map(Named::name).toList());
        for (var each : named) {
            String page = pages.get(each.name());
            if (page != null) {
                receiver.redirect("/" + kind.name().toLowerCase(Locale.ROOT) + "/" + each.slug(), page);
            }
        }
    }

    private void post(JsonNode post, Receiver receiver) {
        boolean isPage = text(post, "type").equals("page")
                || post.path("page").asBoolean(false)
                || post.path("page").asInt(0) == 1;
        String id = text(post, "id").isEmpty() ? text(post, "uuid") : text(post, "id");
        var where = new Where(isPage ? "page" : "post", id, HtmlBlocks.line(text(post, "title")), 0);
        if (id.isEmpty()) {
            receiver.refuse(where, "it has no id");
            return;
        }
        var reading = new HtmlBlocks(new Surroundings(receiver))
                .read(GhostHtml.of(post).replace(OWN, site));
        String slug = text(post, "slug");
        List<String> stood = slug.isEmpty() ? List.of() : List.of("/" + slug + "/");
        String status = text(post, "status");
        if (isPage) {
            boolean live = status.equals("published") && isForEverybody(post);
            receiver.take(new Receiver.PageItem(
                    where,
                    new ArchivedPage(source(), id, receiver.edition(), slug, where.name(), reading.body(), live),
                    live ? stood : List.of(),
                    reading.remarks()));
            return;
        }
        var notes = new ArrayList<String>();
        var published = moment(post.path("published_at"));
        var changed = moment(post.path("updated_at")).or(() -> published).orElse(Instant.EPOCH);
        var standing = standing(status, published, changed);
        if (!isForEverybody(post)) {
            standing = new ArchivedStory.Standing.Draft();
            notes.add("taken as a draft: it was for " + text(post, "visibility"));
        } else if (status.equals("sent")) {
            notes.add("taken as a draft: it went out by mail only");
        }
        receiver.take(new Receiver.StoryItem(
                where,
                new ArchivedStory(
                        source(),
                        id,
                        new Drafting.Beginning(
                                receiver.edition(),
                                StoryType.NEWS,
                                OptionalLong.empty(),
                                id,
                                text(post, "feature_image")),
                        content(post, id, where.name(), reading.body(), published, status, receiver, notes),
                        changed,
                        standing),
                standing instanceof ArchivedStory.Standing.Draft ? List.of() : stood,
                List.of(),
                reading.remarks(),
                notes));
    }

    private static boolean isForEverybody(JsonNode post) {
        String visibility = text(post, "visibility");
        return visibility.isEmpty() || visibility.equals("public");
    }

    private static ArchivedStory.Standing standing(String status, Optional<Instant> published, Instant changed) {
        return switch (status) {
            case "published" -> new ArchivedStory.Standing.Live(published.orElse(changed), published.orElse(changed));
            case "scheduled" ->
                published
                        .<ArchivedStory.Standing>map(ArchivedStory.Standing.Scheduled::new)
                        .orElseGet(ArchivedStory.Standing.Draft::new);
            default -> new ArchivedStory.Standing.Draft();
        };
    }

    private Content content(
            JsonNode post,
            String id,
            String headline,
            news.titr.doc.Body body,
            Optional<Instant> published,
            String status,
            Receiver receiver,
            List<String> notes) {
        var named = new LinkedHashSet<String>();
        String section = "";
        for (String tagId : tagsOf.getOrDefault(id, new TreeMap<>()).values()) {
            var tag = tags.get(tagId);
            if (tag == null || tag.hidden()) {
                continue;
            }
            if (section.isEmpty()) {
                section = receiver.section(new Receiver.SectionWish(tag.slug(), tag.name(), Optional.empty()));
                if (!section.isEmpty()) {
                    continue;
                }
            }
            named.add(tag.name());
        }
        var authors = new LinkedHashSet<String>();
        peopleOf.getOrDefault(id, new TreeMap<>())
                .values()
                .forEach(person -> author(person).ifPresent(authors::add));
        if (authors.isEmpty()) {
            author(text(post, "author_id")).ifPresent(authors::add);
        }
        var extra = more.getOrDefault(id, post);
        var picture = asset(text(post, "feature_image"), text(extra, "feature_image_alt"), receiver)
                .map(asset -> new Block.Picture(
                        asset,
                        HtmlBlocks.line(text(extra, "feature_image_alt")),
                        HtmlBlocks.line(text(extra, "feature_image_caption")),
                        ""));
        if (picture.isEmpty() && !text(post, "feature_image").isEmpty()) {
            notes.add("main picture left behind; its address is in the note on the story");
        }
        Published date = published.<Published>map(Published.At::new).orElseGet(Published.Unknown::new);
        return new Content(
                "",
                headline,
                List.of(),
                HtmlBlocks.line(text(post, "custom_excerpt")),
                body,
                section,
                List.copyOf(named),
                List.copyOf(authors),
                "",
                "",
                "",
                status.equals("published") ? date : new Published.OnRelease(),
                picture);
    }

    private Optional<String> author(String id) {
        return Optional.ofNullable(people.get(id)).map(Named::name).filter(name -> !name.isBlank());
    }

    /** ISO 8601, the same with a blank and without a zone, or milliseconds. */
    private static Optional<Instant> moment(JsonNode written) {
        if (written.isNumber()) {
            return Optional.of(Instant.ofEpochMilli(written.asLong()));
        }
        String text = written.asText("").strip();
        try {
            if (text.matches("\\d{11,14}")) {
                return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
            }
            return text.length() < 10 || text.equals("null")
                    ? Optional.empty()
                    : Optional.of(
                            text.matches(".*(?:Z|[+-]\\d\\d:?\\d\\d)$")
                                    ? OffsetDateTime.parse(text.replace(' ', 'T'))
                                            .toInstant()
                                    : LocalDateTime.parse(text.replace(' ', 'T'))
                                            .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> asset(String address, String alt, Receiver receiver) {
        Matcher image = IMAGES.matcher(address);
        return image.matches() ? receiver.file(image.group(1), new Receiver.Said(alt, "", "")) : Optional.empty();
    }

    private final class Surroundings implements HtmlSurroundings {
        private final Receiver receiver;

        Surroundings(Receiver receiver) {
            this.receiver = receiver;
        }

        @Override
        public String base() {
            return site.isEmpty() ? "" : site + "/";
        }

        @Override
        public Optional<String> asset(String address, Element element) {
            return GhostReader.asset(address, element.attr("alt"), receiver);
        }

        /** The knobs below a film or sound are no text. */
        @Override
        public Optional<List<Block>> special(Node node) {
            boolean knobs = node instanceof Element element && KNOBS.stream().anyMatch(element::hasClass);
            return knobs ? Optional.of(List.of()) : Optional.empty();
        }

        @Override
        public String link(String address) {
            boolean within =
                    !site.isEmpty() && address.toLowerCase(Locale.ROOT).startsWith(site.toLowerCase(Locale.ROOT) + "/");
            return within ? address.substring(site.length()) : address;
        }
    }
}
