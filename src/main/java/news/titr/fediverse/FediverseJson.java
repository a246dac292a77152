package news.titr.fediverse;

import static news.titr.doc.Html.escape;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import news.titr.language.Messages;
import news.titr.story.Addresses;
import news.titr.story.Label;
import news.titr.story.LiveStory;
import news.titr.story.SiteSettings;
import news.titr.story.StoryType;

/**
 * Actors, notes and activities, as Mastodon shows them best: a story is a note with its headline, its lead and its link, below which
 * Mastodon sets the card that the link has.
 */
final class FediverseJson {

    static final String PUBLIC = "https://www.w3.org/ns/activitystreams#Public";
    private static final String CONTEXT = "https://www.w3.org/ns/activitystreams";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int TAGS = 5;

    private final FediverseActors actors;
    private final Supplier<SiteSettings> settings;

    FediverseJson(FediverseActors actors, Supplier<SiteSettings> settings) {
        this.actors = actors;
        this.settings = settings;
    }

    static ObjectNode withContext(ObjectNode node) {
        ObjectNode whole = JSON.objectNode();
        // Mastodon knows these two of itself; whoever reads it as linked data does not
        whole.putArray("@context")
                .add(CONTEXT)
                .addObject()
                .put("Hashtag", "as:Hashtag")
                .put("sensitive", "as:sensitive");
        whole.setAll(node);
        return whole;
    }

    ObjectNode actor(FediverseActor actor, String publicKey) {
        String address = actors.address(actor);
        var node = JSON.objectNode();
        var context = node.putArray("@context").add(CONTEXT).add("https://w3id.org/security/v1");
        context.addObject()
                .put("toot", "http://joinmastodon.org/ns#")
                .put("discoverable", "toot:discoverable")
                .put("indexable", "toot:indexable")
                .put("manuallyApprovesFollowers", "as:manuallyApprovesFollowers");
        node.put("id", address)
                .put("type", "Service")
                .put("preferredUsername", actor.handle())
                .put("name", actor.name())
                .put("summary", actor.description().isEmpty() ? "" : "<p>" + escape(actor.description()) + "</p>")
                .put("url", actors.page(actor))
                .put("inbox", address + "/inbox")
                .put("outbox", address + "/outbox")
                .put("followers", actors.followers(actor))
                .put("following", address + "/following")
                .put("manuallyApprovesFollowers", false)
                .put("discoverable", true)
                .put("indexable", true);
        node.putObject("endpoints").put("sharedInbox", actors.absolute(FediverseActors.PATH + "/inbox"));
        node.putObject("publicKey")
                .put("id", actors.keyId(actor))
                .put("owner", address)
                .put("publicKeyPem", publicKey);
        var icon = settings.get().logo().filter(logo -> !logo.mediaType().equals("image/svg+xml"));
        icon.ifPresent(logo -> node.putObject("icon")
                .put("type", "Image")
                .put("mediaType", logo.mediaType())
                .put("url", actors.absolute(logo.address())));
        return node;
    }

    /** @param withdrawals how often readers had lost the story before */
    ObjectNode note(FediverseActor actor, LiveStory story, long withdrawals) {
        var words = settings.get().edition(story.edition()).words();
        String html = html(story, words);
        var note = JSON.objectNode()
                .put("id", actors.note(actor, story.number(), withdrawals))
                .put("type", "Note")
                .put("attributedTo", actors.address(actor))
                .put("published", story.published().orElse(story.releasedAt()).toString());
        story.updated().ifPresent(at -> note.put("updated", at.toString()));
        note.put("url", actors.absolute(settings.get().masthead().addresses().story(story)));
        addressed(note, actor);
        note.put("sensitive", false).put("content", html);
        note.putObject("contentMap").put(story.edition(), html);
        var tags = note.putArray("tag");
        tags(story)
                .forEach(tag -> tags.addObject()
                        .put("type", "Hashtag")
                        .put("name", "#" + hashtag(tag.name()))
                        .put(
                                "href",
                                actors.absolute(
                                        settings.get().masthead().addresses().label(story.edition(), tag))));
        return note;
    }

    private void addressed(ObjectNode node, FediverseActor actor) {
        node.putArray("to").add(PUBLIC);
        node.putArray("cc").add(actors.followers(actor));
    }

    private String html(LiveStory story, Messages words) {
        String label = story.type() == StoryType.ADVERTORIAL ? words.word("story.type.advertorial") + ": " : "";
        var html = new StringBuilder("<p><strong>" + escape(label + story.headline()) + "</strong></p>");
        if (!story.lead().isEmpty()) {
            html.append("<p>").append(escape(story.lead())).append("</p>");
        }
        if (!story.corrections().isEmpty()) {
            html.append("<p>")
                    .append(escape(words.word("story.correction") + ": "
                            + story.corrections().getLast().text()))
                    .append("</p>");
        }
        String link = actors.absolute(Addresses.shortLink(story.number()));
        html.append("<p><a href=\"%s\" rel=\"noopener\" target=\"_blank\">%s</a></p>"
                .formatted(escape(link), escape(link.replaceFirst("^https?://", ""))));
        String tags = tags(story).stream()
                .map(tag -> "<a href=\"%s\" class=\"mention hashtag\" rel=\"tag\">#<span>%s</span></a>"
                        .formatted(
                                escape(actors.absolute(
                                        settings.get().masthead().addresses().label(story.edition(), tag))),
                                escape(hashtag(tag.name()))))
                .collect(Collectors.joining(" "));
        if (!tags.isEmpty()) {
            html.append("<p>").append(tags).append("</p>");
        }
        return html.toString();
    }

    private static List<Label> tags(LiveStory story) {
        return story.tags().stream()
                .filter(tag -> hashtag(tag.name()).chars().anyMatch(Character::isLetter))
                .limit(TAGS)
                .toList();
    }

    /** «پل کهنه» is #پل_کهنه: a blank or a half-space would end it. */
    static String hashtag(String name) {
        return name.strip().replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "_").replaceAll("^_|_$", "");
    }

    /** A moment makes the activity one of its own: another change of the same note is another. */
    ObjectNode create(FediverseActor actor, LiveStory story, long withdrawals) {
        return activity(
                "Create",
                actor,
                story,
                withdrawals,
                "/activity",
                story.published().orElse(story.releasedAt()));
    }

    ObjectNode update(FediverseActor actor, LiveStory story, long withdrawals, Instant at) {
        return activity("Update", actor, story, withdrawals, "#update-" + at.toEpochMilli(), at);
    }

    private ObjectNode activity(
            String type, FediverseActor actor, LiveStory story, long withdrawals, String ending, Instant at) {
        var node = JSON.objectNode()
                .put("id", actors.note(actor, story.number(), withdrawals) + ending)
                .put("type", type)
                .put("actor", actors.address(actor))
                .put("published", at.toString());
        addressed(node, actor);
        node.set("object", note(actor, story, withdrawals));
        return node;
    }

    ObjectNode delete(FediverseActor actor, long story, long withdrawals, Instant at) {
        String note = actors.note(actor, story, withdrawals);
        var node = JSON.objectNode()
                .put("id", note + "#delete-" + at.toEpochMilli())
                .put("type", "Delete")
                .put("actor", actors.address(actor));
        addressed(node, actor);
        node.putObject("object").put("id", note).put("type", "Tombstone");
        return withContext(node);
    }

    ObjectNode accept(FediverseActor actor, ObjectNode follow, String id) {
        var node = JSON.objectNode()
                .put("id", actors.address(actor) + "#accept-" + id)
                .put("type", "Accept")
                .put("actor", actors.address(actor));
        node.set("object", follow);
        return withContext(node);
    }

    ObjectNode tombstone(FediverseActor actor, long story, long withdrawals) {
        return withContext(JSON.objectNode()
                .put("id", actors.note(actor, story, withdrawals))
                .put("type", "Tombstone"));
    }
}
