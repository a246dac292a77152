package news.titr.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of the site's settings. */
final class SiteStore {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SiteStore() {}

    static SiteKeeping.Version newest(Handle read) {
        return history(read, Long.MAX_VALUE, 1).stream()
                .findFirst()
                .orElseGet(() -> new SiteKeeping.Version(0, Instant.EPOCH, "", SiteSettings.Wishes.NONE));
    }

    static List<SiteKeeping.Version> history(Handle read, long below, int limit) {
        return read.createQuery("SELECT version, at, actor, settings FROM site_settings WHERE version < :below"
                        + " ORDER BY version DESC LIMIT :limit")
                .bind("below", below)
                .bind("limit", limit)
                .map((row, _) -> new SiteKeeping.Version(
                        row.getLong("version"),
                        StoryStore.instant(row, "at"),
                        row.getString("actor"),
                        wishes(row.getString("settings"))))
                .list();
    }

    static void insert(Handle write, SiteKeeping.Version version) {
        write.createUpdate("INSERT INTO site_settings (version, at, actor, settings)"
                        + " VALUES (:version, :at, :actor, :settings)")
                .bind("version", version.version())
                .bind("at", version.at().toEpochMilli())
                .bind("actor", version.actor())
                .bind("settings", json(version.wishes()))
                .execute();
    }

    private static String json(SiteSettings.Wishes wishes) {
        var root = JSON.createObjectNode()
                .put("name", wishes.name())
                .put("motto", wishes.motto())
                .put("zone", wishes.zone())
                .put("digits", wishes.digits())
                .put("theme", wishes.theme());
        var style = root.putObject("houseStyle");
        wishes.houseStyle().forEach(style::put);
        put(root.putArray("imprint"), wishes.imprint());
        var colours = root.putObject("colours");
        put(colours, "accent", wishes.colours().accent());
        put(colours, "ink", wishes.colours().ink());
        put(colours, "paper", wishes.colours().paper());
        wishes.logo()
                .ifPresent(logo -> root.putObject("logo")
                        .put("blob", logo.blob())
                        .put("mediaType", logo.mediaType())
                        .put("width", logo.width())
                        .put("height", logo.height()));
        var editions = root.putArray("editions");
        for (var edition : wishes.editions()) {
            var wish = editions.addObject()
                    .put("id", edition.id())
                    .put("open", edition.open())
                    .put("name", edition.name())
                    .put("motto", edition.motto())
                    .put("digits", edition.digits())
                    .put("calendar", edition.calendar());
            put(wish.putArray("imprint"), edition.imprint());
        }
        var robots = root.putObject("robots").put("ai", wishes.robots().ai().id());
        var rules = robots.putArray("rules");
        wishes.robots().rules().forEach(rule -> {
            var closed = rules.addObject().put("robot", rule.robot()).putArray("closed");
            rule.closed().forEach(closed::add);
        });
        root.putObject("security")
                .put("contact", wishes.security().contact())
                .put("policy", wishes.security().policy());
        var formats = root.putObject("formats");
        wishes.formats().audiences().forEach((format, audience) -> formats.put(format.id(), audience.id()));
        return root.toString();
    }

    /** What is damaged is for nobody: a lock that cannot be read is not open. */
    private static StoryFormats formats(JsonNode node) {
        var audiences = new EnumMap<StoryFormat, StoryFormats.Audience>(StoryFormat.class);
        for (var format : StoryFormat.values()) {
            if (node.has(format.id())) {
                audiences.put(
                        format,
                        StoryFormats.Audience.of(node.path(format.id()).asText())
                                .orElse(StoryFormats.Audience.NOBODY));
            }
        }
        return new StoryFormats(audiences);
    }

    private static Robots robots(JsonNode node) {
        var rules = new ArrayList<Robots.Rule>();
        for (var rule : node.path("rules")) {
            var closed = new ArrayList<String>();
            rule.path("closed").forEach(path -> closed.add(path.asText()));
            rules.add(new Robots.Rule(rule.path("robot").asText(), closed));
        }
        return new Robots(Robots.Ai.of(node.path("ai").asText()).orElse(Robots.USUAL.ai()), rules);
    }

    private static void put(ArrayNode array, List<Masthead.ImprintLine> imprint) {
        imprint.forEach(line -> array.addObject().put("office", line.office()).put("holder", line.holder()));
    }

    private static List<Masthead.ImprintLine> imprint(JsonNode array) {
        var imprint = new ArrayList<Masthead.ImprintLine>();
        array.forEach(line -> imprint.add(new Masthead.ImprintLine(
                line.path("office").asText(), line.path("holder").asText())));
        return imprint;
    }

    private static void put(ObjectNode colours, String name, Optional<Colours.Pair> pair) {
        pair.ifPresent(
                colour -> colours.putObject(name).put("light", colour.light()).put("dark", colour.dark()));
    }

    private static SiteSettings.Wishes wishes(String json) {
        try {
            var root = JSON.readTree(json);
            var style = new LinkedHashMap<String, String>();
            root.path("houseStyle")
                    .fieldNames()
                    .forEachRemaining(choice -> style.put(
                            choice, root.path("houseStyle").path(choice).asText()));
            var colours = root.path("colours");
            var logo = root.path("logo");
            return new SiteSettings.Wishes(
                    root.path("name").asText(),
                    root.path("motto").asText(),
                    root.path("zone").asText(),
                    root.path("digits").asText(),
                    style,
                    imprint(root.path("imprint")),
                    new Colours(pair(colours.path("accent")), pair(colours.path("ink")), pair(colours.path("paper"))),
                    logo.isObject()
                            ? Optional.of(new SiteSettings.Logo(
                                    logo.path("blob").asText(),
                                    logo.path("mediaType").asText(),
                                    logo.path("width").asInt(),
                                    logo.path("height").asInt()))
                            : Optional.empty(),
                    editions(root.path("editions")),
                    robots(root.path("robots")),
                    new SecurityContact(
                            root.path("security").path("contact").asText(),
                            root.path("security").path("policy").asText()),
                    root.path("theme").asText(),
                    formats(root.path("formats")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The settings in the database are damaged: " + json, e);
        }
    }

    private static List<SiteSettings.EditionWish> editions(JsonNode array) {
        var editions = new ArrayList<SiteSettings.EditionWish>();
        array.forEach(wish -> editions.add(new SiteSettings.EditionWish(
                wish.path("id").asText(),
                wish.path("open").asBoolean(),
                wish.path("name").asText(),
                wish.path("motto").asText(),
                wish.path("digits").asText(),
                wish.path("calendar").asText(),
                imprint(wish.path("imprint")))));
        return editions;
    }

    private static Optional<Colours.Pair> pair(JsonNode node) {
        return node.isObject()
                ? Optional.of(new Colours.Pair(
                        node.path("light").asText(), node.path("dark").asText()))
                : Optional.empty();
    }
}
