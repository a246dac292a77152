package news.titr.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import news.titr.doc.Block;
import news.titr.doc.BlockWords;
import news.titr.doc.BodyJson;
import news.titr.doc.HtmlRenderer;
import news.titr.doc.MarkdownText;
import news.titr.doc.TextRenderer;
import news.titr.http.Address;
import news.titr.media.Asset;
import news.titr.media.Pictures;
import news.titr.media.Slot;
import news.titr.story.Addresses;
import news.titr.story.Coverage;
import news.titr.story.Label;
import news.titr.story.LiveCoverage;
import news.titr.story.LiveStories;
import news.titr.story.LiveStory;
import news.titr.story.OutsideSurroundings;
import news.titr.story.Section;
import news.titr.story.SiteSettings;
import news.titr.story.StoryType;
import news.titr.story.Teaser;

/** Stories as readers have them, as JSON; and their bodies in every form that programs ask for. Addresses are absolute. */
final class StoryJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Supplier<SiteSettings> settings;
    private final LiveStories stories;
    private final Pictures pictures;

    StoryJson(Supplier<SiteSettings> settings, LiveStories stories, Pictures pictures) {
        this.settings = settings;
        this.stories = stories;
        this.pictures = pictures;
    }

    /** In what forms a body is asked for. */
    enum Form {
        HTML,
        TEXT,
        BLOCKS,
        MARKDOWN
    }

    String absolute(String path) {
        return Address.encode(settings.get().masthead().absolute(path));
    }

    boolean isOpen(String edition) {
        return settings.get().open().stream().anyMatch(open -> open.id().equals(edition));
    }

    // ---- in lists

    ArrayNode teasers(Collection<Teaser> teasers) {
        var assets = pictures.find(teasers.stream()
                .flatMap(teaser -> teaser.picture().stream())
                .map(Block.Picture::asset)
                .distinct()
                .toList());
        var array = JSON.arrayNode();
        teasers.forEach(teaser -> array.add(teaser(teaser, assets)));
        return array;
    }

    private ObjectNode teaser(Teaser teaser, Map<String, Asset> assets) {
        var node = JSON.objectNode()
                .put("number", teaser.number())
                .put("edition", teaser.edition())
                .put("type", teaser.type().id())
                .put("url", absolute(settings.get().masthead().addresses().story(teaser)))
                .put("shortUrl", absolute(Addresses.shortLink(teaser.number())))
                .put("kicker", teaser.kicker())
                .put("headline", teaser.headline())
                .put("lead", teaser.lead());
        node.set("section", section(teaser.section()));
        node.set("authors", labels(teaser.edition(), teaser.authors()));
        put(node, "publishedAt", teaser.published());
        node.put("releasedAt", teaser.firstReleasedAt().toString());
        node.set("picture", picture(teaser.picture(), assets));
        return node;
    }

    private com.fasterxml.jackson.databind.JsonNode section(Optional<Section> section) {
        return section.<com.fasterxml.jackson.databind.JsonNode>map(this::section)
                .orElse(JSON.nullNode());
    }

    private ObjectNode section(Section section) {
        return JSON.objectNode()
                .put("slug", section.slug())
                .put("name", section.name())
                .put("url", absolute(settings.get().masthead().addresses().section(section)));
    }

    private ArrayNode labels(String edition, List<Label> labels) {
        var array = JSON.arrayNode();
        labels.forEach(label -> array.add(label(edition, label)));
        return array;
    }

    ObjectNode label(String edition, Label label) {
        return JSON.objectNode()
                .put("slug", label.slug())
                .put("name", label.name())
                .put("url", absolute(settings.get().masthead().addresses().label(edition, label)));
    }

    private com.fasterxml.jackson.databind.JsonNode picture(Optional<Block.Picture> use, Map<String, Asset> assets) {
        if (use.isEmpty() || assets.get(use.get().asset()) == null) {
            return JSON.nullNode();
        }
        var asset = Optional.ofNullable(assets.get(use.get().asset())).orElseThrow();
        var node = JSON.objectNode()
                .put("id", asset.id())
                .put("alt", use.get().alt())
                .put("caption", use.get().caption())
                .put(
                        "credit",
                        use.get().credit().isEmpty()
                                ? asset.credit()
                                : use.get().credit());
        node.set("sizes", sizes(asset));
        return node;
    }

    ArrayNode sizes(Asset asset) {
        var array = JSON.arrayNode();
        asset.stills(Slot.WHOLE)
                .forEach(still -> array.addObject()
                        .put("url", absolute(still.address()))
                        .put("mediaType", still.mediaType())
                        .put("width", still.width())
                        .put("height", still.height()));
        return array;
    }

    // ---- whole

    /** With the entries of its coverage below its text, for one that is covered live. */
    LiveStory covered(LiveStory story) {
        if (story.type() != StoryType.LIVE) {
            return story;
        }
        var dates = settings.get().edition(story.edition()).dates();
        return stories.coverage(story.number(), new LiveCoverage.From.Newest(), LiveCoverage.ALL)
                .map(live -> story.withBody(live.below(story.body(), dates::full)))
                .orElse(story);
    }

    ObjectNode story(LiveStory story, Collection<Form> forms) {
        var assets = assets(story);
        var node = JSON.objectNode()
                .put("number", story.number())
                .put("edition", story.edition())
                .put("type", story.type().id())
                .put("url", absolute(settings.get().masthead().addresses().story(story)))
                .put("shortUrl", absolute(Addresses.shortLink(story.number())))
                .put("pdfUrl", absolute(settings.get().masthead().addresses().pdf(story.edition(), story.number())))
                .put("revision", story.revision())
                .put("kicker", story.kicker())
                .put("headline", story.headline());
        story.subheadlines().forEach(node.putArray("subheadlines")::add);
        node.put("lead", story.lead());
        node.set("section", section(story.section()));
        node.set("tags", labels(story.edition(), story.tags()));
        node.set("authors", labels(story.edition(), story.authors()));
        node.put("dateline", story.dateline()).put("source", story.source()).put("place", story.place());
        put(node, "publishedAt", story.published());
        put(node, "updatedAt", story.updated());
        node.put("releasedAt", story.releasedAt().toString());
        node.set("picture", picture(story.picture(), assets));
        var corrections = node.putArray("corrections");
        story.corrections()
                .forEach(correction -> corrections
                        .addObject()
                        .put("text", correction.text())
                        .put("at", correction.at().toString()));
        stories.coverage(story.number(), new LiveCoverage.From.Newest(), 1)
                .flatMap(LiveCoverage::coverage)
                .ifPresent(coverage -> coverage(node, coverage));
        var whole = covered(story);
        var body = node.putObject("body");
        for (var form : forms) {
            switch (form) {
                case HTML -> body.put("html", html(whole));
                case TEXT -> body.put("text", TextRenderer.render(whole.body()));
                case BLOCKS -> body.set("blocks", BodyJson.tree(story.body()));
                case MARKDOWN -> body.put("markdown", MarkdownText.of(whole.body(), surroundings(whole)));
            }
        }
        return node;
    }

    private static void coverage(ObjectNode node, Coverage coverage) {
        node.putObject("coverage")
                .put("finished", coverage.isFinished())
                .put("changedAt", coverage.changedAt().toString());
    }

    String html(LiveStory whole) {
        return HtmlRenderer.render(whole.body(), surroundings(whole), words(whole));
    }

    BlockWords words(LiveStory story) {
        return BlockWords.of(settings.get().edition(story.edition()).words());
    }

    private Map<String, Asset> assets(LiveStory story) {
        var assets = new ArrayList<String>();
        story.picture().map(Block.Picture::asset).ifPresent(assets::add);
        story.body().all(Block.Picture.class).forEach(picture -> assets.add(picture.asset()));
        return pictures.find(assets.stream().distinct().toList());
    }

    OutsideSurroundings surroundings(LiveStory story) {
        var pointed = story.body().all(Block.ReadAlso.class).stream()
                .map(Block.ReadAlso::story)
                .distinct()
                .toList();
        return new OutsideSurroundings(
                this::absolute,
                settings.get().masthead().addresses(),
                assets(story),
                stories.teasers(pointed).entrySet().stream()
                        .filter(named -> isOpen(named.getValue().edition()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** All of a story as text, its headline first. */
    String text(LiveStory story) {
        return head(story, "", "") + TextRenderer.render(covered(story).body()) + "\n";
    }

    String markdown(LiveStory story) {
        var whole = covered(story);
        return head(story, "# ", "## ") + MarkdownText.of(whole.body(), surroundings(whole)) + "\n";
    }

    private static String head(LiveStory story, String first, String second) {
        var head = new StringBuilder();
        line(head, "", story.kicker());
        line(head, first, story.headline());
        story.subheadlines().forEach(subheadline -> line(head, second, subheadline));
        line(head, "", story.lead());
        return head.toString();
    }

    private static void line(StringBuilder text, String mark, String line) {
        if (!line.isEmpty()) {
            text.append(mark).append(line).append("\n\n");
        }
    }

    static void put(ObjectNode node, String name, Optional<Instant> moment) {
        if (moment.isPresent()) {
            node.put(name, moment.get().toString());
        } else {
            node.putNull(name);
        }
    }
}
