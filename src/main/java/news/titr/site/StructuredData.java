package news.titr.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.titr.doc.TextRenderer;
import news.titr.language.Shorten;
import news.titr.language.WordCount;
import news.titr.media.Asset;
import news.titr.media.Slot;
import news.titr.story.Bylines;
import news.titr.story.Coverage;
import news.titr.story.Label;
import news.titr.story.LiveCoverage;
import news.titr.story.LiveStory;
import news.titr.story.Section;
import news.titr.story.StaticPage;
import news.titr.story.StoryType;

/**
 * What pages tell search engines in the words of schema.org, as JSON-LD. It is data, not a script: no browser runs it, and so
 * the content security policy lets it stand.
 */
final class StructuredData {

    /** Of an entry that has no headline. */
    private static final int FIRST_WORDS = 110;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What search engines ask of a picture, in pixels. */
    private static final int WIDE = 1_200;

    /** The shapes that search engines choose a picture from. */
    private static final List<Slot> SHAPES = List.of(Slot.WHOLE, Slot.LEAD, Slot.TEASER, Slot.SQUARE);

    /** Pages that stay, by their slug, and what they say of the newspaper. */
    private static final Map<String, String> POLICIES = Map.of(
            "ethics", "ethicsPolicy",
            "diversity", "diversityPolicy",
            "fact-checking", "verificationFactCheckingPolicy",
            "feedback", "actionableFeedbackPolicy",
            "ownership", "ownershipFundingInfo",
            "principles", "publishingPrinciples",
            "sources", "unnamedSourcesPolicy");

    private final Site site;

    StructuredData(Site site) {
        this.site = site;
    }

    /** The newspaper, with its imprint and those of its policies that are written down. */
    String newspaper() {
        var node = publisher(root("NewsMediaOrganization"));
        if (!site.masthead.motto().isEmpty()) {
            node.put("slogan", site.masthead.motto());
        }
        node.put("masthead", site.absolute(site.address("/imprint")));
        node.put("correctionsPolicy", site.absolute(site.address("/" + StaticPage.CORRECTIONS)));
        for (var page :
                site.stories.around(site.edition(), site.clock.instant()).pages()) {
            Optional.ofNullable(POLICIES.get(page.slug()))
                    .ifPresent(policy -> node.put(
                            policy, site.absolute(site.masthead.addresses().page(site.edition(), page.slug()))));
        }
        return text(node);
    }

    /** The site of this edition. */
    String website() {
        var node = root("WebSite")
                .put("name", site.masthead.name())
                .put("url", home())
                .put("inLanguage", site.edition());
        node.putObject("publisher").put("@id", organization());
        var action = node.putObject("potentialAction").put("@type", "SearchAction");
        action.putObject("target")
                .put("@type", "EntryPoint")
                .put("urlTemplate", site.absolute(site.address(SearchPage.PATH)) + "?q={words}");
        action.put("query-input", "required name=words");
        return text(node);
    }

    /** Where a page stands: the front page, its sections from the top down. */
    String path(List<Section> sections) {
        var node = root("BreadcrumbList");
        var items = node.putArray("itemListElement");
        step(items, site.words().word("site.home"), home());
        sections.forEach(section -> step(items, section.name(), site.absolute(site.address(section))));
        return text(node);
    }

    private static void step(ArrayNode items, String name, String address) {
        items.addObject()
                .put("@type", "ListItem")
                .put("position", items.size())
                .put("name", name)
                .put("item", address);
    }

    String author(Label author, Optional<Bylines.Profile> profile) {
        var node = root("ProfilePage");
        var person = node.putObject("mainEntity")
                .put("@type", "Person")
                .put("name", author.name())
                .put("url", site.absolute(site.address(author)));
        profile.map(Bylines.Profile::biography)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> person.put("description", text));
        profile.flatMap(Bylines.Profile::picture)
                .flatMap(site.pictures::find)
                .flatMap(face -> face.atLeast(Slot.SQUARE, WIDE))
                .ifPresent(face -> person.put("image", site.absolute(face.address())));
        return text(node);
    }

    /**
     * A story.
     *
     * @param card the picture that is shown of it elsewhere, for a story that has none itself
     * @param coverage its newest entries, for one that is covered live
     */
    String story(LiveStory story, List<PageFrame.CardPicture> card, Optional<LiveCoverage> coverage) {
        var node = JSON.createObjectNode().put("@context", "https://schema.org");
        types(node.putArray("@type"), story.type());
        String address = site.absolute(site.address(story));
        node.put("headline", story.headline());
        put(node, "alternativeHeadline", String.join(" ", story.subheadlines()));
        put(node, "description", story.lead());
        node.put("url", address).put("mainEntityOfPage", address);
        node.put("identifier", Long.toString(story.number())).put("inLanguage", story.edition());
        story.published().ifPresent(published -> node.put("datePublished", published.toString()));
        Stream.of(
                        story.published(),
                        story.updated(),
                        coverage.flatMap(LiveCoverage::coverage).map(Coverage::changedAt))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .filter(_ -> story.published().isPresent() || story.updated().isPresent())
                .ifPresent(changed -> node.put("dateModified", changed.toString()));
        authors(node, story);
        publisher(node.putObject("publisher").put("@type", "NewsMediaOrganization"));
        pictures(node, story, card);
        story.section().ifPresent(section -> node.put("articleSection", section.name()));
        if (!story.tags().isEmpty()) {
            var keywords = node.putArray("keywords");
            story.tags().forEach(tag -> keywords.add(tag.name()));
        }
        int words = WordCount.of(story.lead() + "\n" + TextRenderer.render(story.body()));
        node.put("wordCount", words).put("isAccessibleForFree", true);
        place(node, "contentLocation", story.place());
        place(node, "locationCreated", story.dateline());
        if (!story.source().isEmpty()) {
            node.putObject("isBasedOn")
                    .put("@type", "CreativeWork")
                    .putObject("provider")
                    .put("@type", "Organization")
                    .put("name", story.source());
        }
        corrections(node, story);
        coverage.ifPresent(live -> coverage(node, story, live));
        var speakable = node.putObject("speakable")
                .put("@type", "SpeakableSpecification")
                .putArray("cssSelector");
        speakable.add(".story h1").add(".story .lead");
        return text(node);
    }

    /** The type that says most, and the one that every search engine knows. */
    private static void types(ArrayNode types, StoryType type) {
        switch (type) {
            case NEWS, INTERVIEW, PICTURE, VIDEO -> types.add("NewsArticle");
            case LIVE -> types.add("LiveBlogPosting").add("NewsArticle");
            case REPORT -> types.add("ReportageNewsArticle").add("NewsArticle");
            case OPINION -> types.add("OpinionNewsArticle").add("NewsArticle");
            case ADVERTORIAL -> types.add("AdvertiserContentArticle");
        }
    }

    private void authors(ObjectNode node, LiveStory story) {
        var authors = node.putArray("author");
        for (var author : story.authors()) {
            authors.addObject()
                    .put("@type", "Person")
                    .put("name", author.name())
                    .put("url", site.absolute(site.address(author)));
        }
        if (story.authors().isEmpty()) {
            // what nobody has signed is the newspaper's
            authors.addObject()
                    .put("@type", "NewsMediaOrganization")
                    .put("@id", organization())
                    .put("name", site.masthead.name())
                    .put("url", home());
        }
    }

    private void pictures(ObjectNode node, LiveStory story, List<PageFrame.CardPicture> card) {
        var images = node.putArray("image");
        var use = story.picture();
        var asset = use.flatMap(picture -> site.pictures.find(picture.asset()));
        if (use.isPresent() && asset.isPresent()) {
            String credit = use.get().credit().isEmpty()
                    ? asset.get().credit()
                    : use.get().credit();
            for (var shape : shapes(asset.get())) {
                var image = image(images.addObject(), shape.address(), shape.width(), shape.height());
                put(image, "caption", use.get().caption());
                put(image, "creditText", credit);
            }
            film(node, story, asset.get());
        }
        if (images.isEmpty()) {
            card.forEach(picture -> image(images.addObject(), picture.address(), picture.width(), picture.height()));
        }
        if (images.isEmpty()) {
            node.remove("image");
        }
    }

    /** The widest of each shape; a shape that is not made yet is the whole picture again. */
    private static List<Asset.Rendition> shapes(Asset asset) {
        return SHAPES.stream()
                .flatMap(slot -> asset.atLeast(slot, WIDE).stream())
                .distinct()
                .toList();
    }

    private ObjectNode image(ObjectNode image, String address, int width, int height) {
        return image.put("@type", "ImageObject")
                .put("url", address.startsWith("/") ? site.absolute(address) : address)
                .put("width", width)
                .put("height", height);
    }

    private void film(ObjectNode node, LiveStory story, Asset asset) {
        var played = asset.played();
        var still = asset.atLeast(Slot.LEAD, WIDE);
        if (story.type() != StoryType.VIDEO || played.isEmpty() || still.isEmpty()) {
            return;
        }
        var film = node.putObject("video")
                .put("@type", "VideoObject")
                .put("name", story.headline())
                .put("contentUrl", site.absolute(played.get().address()))
                .put("thumbnailUrl", site.absolute(still.get().address()))
                .put("uploadDate", story.published().orElse(asset.addedAt()).toString());
        put(film, "description", story.lead());
        if (asset.original().length().isPositive()) {
            film.put("duration", asset.original().length().toString());
        }
    }

    private void coverage(ObjectNode node, LiveStory story, LiveCoverage live) {
        node.put(
                "coverageStartTime",
                story.published().orElse(story.releasedAt()).toString());
        live.coverage().flatMap(Coverage::finishedAt).ifPresent(end -> node.put("coverageEndTime", end.toString()));
        var updates = node.putArray("liveBlogUpdate");
        Stream.concat(live.pinned().stream(), live.entries().stream()).forEach(entry -> {
            String text = TextRenderer.render(entry.body());
            var update = updates.addObject()
                    .put("@type", "BlogPosting")
                    .put("headline", entry.headline().isEmpty() ? Shorten.atWord(text, FIRST_WORDS) : entry.headline())
                    .put("url", site.absolute(CoverageViews.own(site.address(story), entry.number())))
                    .put("datePublished", entry.at().toString());
            put(update, "articleBody", text);
        });
    }

    private static void corrections(ObjectNode node, LiveStory story) {
        if (!story.corrections().isEmpty()) {
            var corrections = node.putArray("correction");
            story.corrections()
                    .forEach(correction -> corrections
                            .addObject()
                            .put("@type", "CorrectionComment")
                            .put("text", correction.text())
                            .put("datePublished", correction.at().toString()));
        }
    }

    private static void place(ObjectNode node, String property, String place) {
        if (!place.isEmpty()) {
            node.putObject(property).put("@type", "Place").put("name", place);
        }
    }

    /** What every story says of who publishes it; the front page and the imprint say the rest, under the same id. */
    private ObjectNode publisher(ObjectNode node) {
        node.put("@id", organization()).put("name", site.masthead.name()).put("url", home());
        site.logo()
                .filter(logo -> logo.mediaType().equals("image/png"))
                .ifPresent(logo -> image(node.putObject("logo"), logo.address(), logo.width(), logo.height()));
        return node;
    }

    private String organization() {
        return home() + "#newspaper";
    }

    private String home() {
        return site.absolute(site.address("/"));
    }

    private static ObjectNode root(String type) {
        return JSON.createObjectNode().put("@context", "https://schema.org").put("@type", type);
    }

    private static void put(ObjectNode node, String name, String text) {
        if (!text.isEmpty()) {
            node.put(name, text);
        }
    }

    /** JSON in which nothing can end the script element that it stands in, or begin another. */
    private static String text(ObjectNode node) {
        return node.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }
}
