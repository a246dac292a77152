package news.titr.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.doc.BodyJson;
import news.titr.doc.Markup;
import news.titr.story.Content;
import news.titr.story.Published;
import news.titr.story.Release;
import news.titr.story.Story;

/** What is written in a draft, as JSON and back. */
final class DraftJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The members that hold what is written. */
    static final Set<String> CONTENT = Set.of(
            "kicker",
            "headline",
            "subheadlines",
            "lead",
            "body",
            "section",
            "tags",
            "authors",
            "dateline",
            "source",
            "place",
            "published",
            "picture");

    /** Beyond these, a text is no headline and a list no list of tags. */
    private static final int LONGEST_LINE = 2_000;

    private static final int LONGEST_LIST = 100;

    private final Function<String, Body> html;

    /** @param html reads the blocks out of HTML */
    DraftJson(Function<String, Body> html) {
        this.html = html;
    }

    // ---- reading

    Content content(JsonNode sent) {
        return new Content(
                line(sent, "kicker"),
                line(sent, "headline"),
                lines(sent, "subheadlines"),
                line(sent, "lead"),
                body(sent.path("body")),
                line(sent, "section"),
                lines(sent, "tags"),
                lines(sent, "authors"),
                line(sent, "dateline"),
                line(sent, "source"),
                line(sent, "place"),
                published(Call.text(sent, "published")),
                picture(sent.path("picture")));
    }

    private static String line(JsonNode sent, String name) {
        String text = Call.text(sent, name);
        if (text.length() > LONGEST_LINE) {
            throw bad("“" + name + "” is longer than " + LONGEST_LINE + " characters");
        }
        // a line is a line; U+200C and all that is not a line end stays
        return text.replaceAll("[\\r\\n]+", " ").strip();
    }

    private static List<String> lines(JsonNode sent, String name) {
        var array = sent.path(name);
        if (array.isMissingNode() || array.isNull()) {
            return List.of();
        }
        if (!array.isArray() || array.size() > LONGEST_LIST) {
            throw bad("“" + name + "” must be a list of at most " + LONGEST_LIST + " texts");
        }
        var lines = new ArrayList<String>();
        for (var each : array) {
            if (!each.isTextual() || each.textValue().length() > LONGEST_LINE) {
                throw bad("“" + name + "” must be a list of texts");
            }
            lines.add(each.textValue().replaceAll("[\\r\\n]+", " ").strip());
        }
        return lines;
    }

    private Body body(JsonNode sent) {
        if (sent.isMissingNode() || sent.isNull()) {
            return Body.EMPTY;
        }
        if (!sent.isObject() || sent.size() != 1) {
            throw bad("“body” must have one of the members blocks, markup and html");
        }
        if (sent.has("blocks")) {
            try {
                return BodyJson.read(sent.path("blocks"));
            } catch (BodyJson.NotABody e) {
                throw bad(String.valueOf(e.getMessage()));
            }
        }
        if (sent.has("markup")) {
            return Markup.read(Call.text(sent, "markup"));
        }
        if (sent.has("html")) {
            return html.apply(Call.text(sent, "html"));
        }
        throw bad("“body” must have one of the members blocks, markup and html");
    }

    private static Published published(String text) {
        return switch (text) {
            case "", "onRelease" -> new Published.OnRelease();
            case "unknown" -> new Published.Unknown();
            default -> new Published.At(ApiProblem.moment("published", text));
        };
    }

    private static Optional<Block.Picture> picture(JsonNode sent) {
        if (sent.isMissingNode() || sent.isNull()) {
            return Optional.empty();
        }
        if (!sent.isObject() || Call.text(sent, "id").isEmpty()) {
            throw bad("“picture” must be an object with the id of a picture");
        }
        sent.fieldNames().forEachRemaining(name -> {
            if (!Set.of("id", "alt", "caption", "credit").contains(name)) {
                throw bad("unknown member “picture." + name + "”");
            }
        });
        return Optional.of(new Block.Picture(
                Call.text(sent, "id"), line(sent, "alt"), line(sent, "caption"), line(sent, "credit")));
    }

    static ApiProblem.Met bad(String why) {
        return new ApiProblem.Met(ApiProblem.Kind.BAD_REQUEST, why);
    }

    // ---- writing

    static ObjectNode content(Content content) {
        var node = JSON.objectNode().put("kicker", content.kicker()).put("headline", content.headline());
        content.subheadlines().forEach(node.putArray("subheadlines")::add);
        node.put("lead", content.lead());
        node.putObject("body").put("markup", Markup.write(content.body())).set("blocks", BodyJson.tree(content.body()));
        node.put("section", content.section());
        content.tags().forEach(node.putArray("tags")::add);
        content.authors().forEach(node.putArray("authors")::add);
        node.put("dateline", content.dateline())
                .put("source", content.source())
                .put("place", content.place())
                .put(
                        "published",
                        switch (content.published()) {
                            case Published.OnRelease() -> "onRelease";
                            case Published.Unknown() -> "unknown";
                            case Published.At(var instant) -> instant.toString();
                        });
        content.picture()
                .ifPresentOrElse(
                        picture -> node.putObject("picture")
                                .put("id", picture.asset())
                                .put("alt", picture.alt())
                                .put("caption", picture.caption())
                                .put("credit", picture.credit()),
                        () -> node.putNull("picture"));
        return node;
    }

    /** What is known of a story beside what is written in it. */
    static ObjectNode story(Story story) {
        var node = JSON.objectNode()
                .put("number", story.number())
                .put("edition", story.edition())
                .put("type", story.type().id())
                .put("stage", story.stage().id());
        var release = node.putObject("release");
        switch (story.release()) {
            case Release.Unreleased() -> release.put("state", "unreleased");
            case Release.Scheduled(var at, var revision) ->
                release.put("state", "scheduled").put("at", at.toString()).put("revision", revision);
            case Release.Live(var revision, var first, var released) ->
                release.put("state", "live")
                        .put("at", released.toString())
                        .put("firstAt", first.toString())
                        .put("revision", revision);
            case Release.Withdrawn(var at, var reason, var first) ->
                release.put("state", "withdrawn")
                        .put("at", at.toString())
                        .put("firstAt", first.toString())
                        .put("reason", reason);
        }
        StoryJson.put(node, "embargoUntil", story.embargo());
        StoryJson.put(node, "updateAt", story.update().map(update -> update.at()));
        node.put("createdAt", story.createdAt().toString());
        node.put("sourceNumber", story.sourceNumber());
        return node;
    }

    static String live(Story story) {
        return story.release() instanceof Release.Live(String revision, Instant _, Instant _) ? revision : "";
    }
}
