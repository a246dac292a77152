package news.titr.fediverse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.titr.World;
import news.titr.http.OtherServers;
import news.titr.http.Parameters;
import news.titr.http.PrivateServers;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.Language;
import news.titr.push.Deliveries;
import news.titr.push.Delivery;
import news.titr.story.Masthead;
import news.titr.story.Publishing;
import news.titr.story.SiteSettings;
import news.titr.story.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The newspaper followed from a server that plays Mastodon, and has its own way to sign and to check signatures. */
@Tag("database")
class FediverseTest {

    private static final String SITE = World.SITE.toString();

    private final World world = new World();
    private final SiteSettings settings = SiteSettings.of(
            new Masthead("کرانه", "", World.SITE, ZoneId.of("Asia/Tehran"), Language.PERSIAN, List.of()));
    private final Fediverse fediverse = fediverse(PrivateServers.ALL);
    private final Deliveries deliveries = new Deliveries(
            world.database,
            world.clock,
            new OtherServers(PrivateServers.ALL, "Titr"),
            Map.of(Delivery.Kind.ACTIVITY, fediverse));
    private final PlayedMastodon mastodon = new PlayedMastodon(world.clock);
    private final String city = SITE + "/fediverse/" + world.sectionId("city");

    @AfterEach
    void close() {
        deliveries.close();
        mastodon.close();
        world.close();
    }

    private Fediverse fediverse(PrivateServers allowed) {
        return new Fediverse(
                world.database,
                world.ids,
                world.clock,
                () -> settings,
                world.liveStories,
                world.newsroom,
                world.sections,
                new OtherServers(allowed, "Titr"));
    }

    // ---- asking

    private static Request request(
            String method, String address, Map<String, String> headers, String key, String note, byte[] body) {
        var numbered = note.split("-", 2);
        var query = new HashMap<String, List<String>>();
        int question = address.indexOf('?');
        if (question >= 0) {
            for (String each : address.substring(question + 1).split("&", -1)) {
                var parts = each.split("=", 2);
                query.put(parts[0], List.of(parts[1]));
            }
        }
        var named = new HashMap<String, List<String>>();
        headers.forEach((name, value) -> named.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        return new Request(
                method,
                (question < 0 ? address : address.substring(0, question)).replace(SITE, ""),
                new Parameters(Map.of(
                        "key",
                        List.of(key),
                        "number",
                        List.of(numbered[0]),
                        "time",
                        numbered.length > 1 ? List.of(numbered[1]) : List.of())),
                new Parameters(query),
                Parameters.NONE,
                new Parameters(named),
                Parameters.NONE,
                body,
                List.of(),
                "192.0.2.9",
                true);
    }

    private static Request get(String address) {
        String rest = address.replace(SITE + "/fediverse/", "");
        String key = rest.replaceFirst("[/?].*", "");
        String number = rest.contains("/notes/") ? rest.replaceFirst(".*/notes/", "") : "0";
        return request("GET", address, Map.of("Accept", "application/activity+json"), key, number, new byte[0]);
    }

    private static JsonNode json(Response response) {
        return json(new String(response.body(), StandardCharsets.UTF_8));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    /** Says something to an inbox, signed as Mastodon signs. */
    private Response say(String inbox, String body) {
        return say(inbox, mastodon.signed(inbox, body), body);
    }

    private Response say(String inbox, Map<String, String> headers, String body) {
        String key = inbox.replace(SITE + "/fediverse/", "").replaceFirst("/?inbox$", "");
        return fediverse.hear(request("POST", inbox, headers, key, "0", body.getBytes(StandardCharsets.UTF_8)));
    }

    private void tell() {
        fediverse.run();
        deliveries.runAll();
    }

    private String follow(String actor) {
        return "{\"@context\":\"https://www.w3.org/ns/activitystreams\",\"id\":\"%s/follow/1\",\"type\":\"Follow\",\"actor\":\"%s\",\"object\":\"%s\"}"
                .formatted(mastodon.reader(), mastodon.reader(), actor);
    }

    private long followers(String actor) {
        return json(fediverse.followers(get(actor + "/followers")))
                .path("totalItems")
                .asLong();
    }

    private Publishing.Seen seen(Story story) {
        return Publishing.Seen.of(world.newsroom.story(story.number()).orElseThrow());
    }

    private String ourKey(String keyId) {
        return json(fediverse.actor(get(keyId.replaceFirst("#.*", ""))))
                .path("publicKey")
                .path("publicKeyPem")
                .asText();
    }

    // ---- being found

    @Test
    void a_section_is_found_by_its_name_and_says_who_it_is() {
        var found = fediverse.webFinger(get(SITE + "/.well-known/webfinger?resource=acct:city@news.example.org"));
        assertEquals(200, found.status());
        assertEquals("application/jrd+json", found.header("Content-Type"));
        var self = json(found).path("links").path(0);
        assertEquals("self", self.path("rel").asText());
        assertEquals(city, self.path("href").asText());
        var actor = json(fediverse.actor(get(city)));
        assertEquals(city, actor.path("id").asText());
        assertEquals("city", actor.path("preferredUsername").asText());
        assertEquals("شهر | کرانه", actor.path("name").asText());
        assertEquals(SITE + "/section/city", actor.path("url").asText());
        assertEquals(
                SITE + "/fediverse/inbox",
                actor.path("endpoints").path("sharedInbox").asText());
        assertTrue(actor.path("publicKey").path("publicKeyPem").asText().startsWith("-----BEGIN PUBLIC KEY-----\n"));
        assertEquals(
                actor.path("publicKey"),
                json(fediverse(PrivateServers.NONE).actor(get(city))).path("publicKey"),
                "one key, made once");
        // the whole newspaper, too; and nobody who is not there
        assertEquals(
                SITE + "/fediverse/fa",
                json(fediverse.webFinger(get(SITE + "/.well-known/webfinger?resource=acct:news@news.example.org")))
                        .path("links")
                        .path(0)
                        .path("href")
                        .asText());
        for (String nobody : List.of("acct:nobody@news.example.org", "acct:city@example.org", "acct:city", "x")) {
            assertEquals(
                    404,
                    fediverse
                            .webFinger(get(SITE + "/.well-known/webfinger?resource=" + nobody))
                            .status(),
                    nobody);
        }
        // whoever comes with a browser sees the section itself
        var page = fediverse.actor(
                request("GET", city, Map.of("Accept", "text/html"), world.sectionId("city"), "0", new byte[0]));
        assertEquals(302, page.status());
        assertEquals(
                "2.1",
                json(fediverse.nodeInfo(get(SITE + "/x"))).path("version").asText());
    }

    @Test
    void the_outbox_has_what_was_published_page_by_page() {
        for (int i = 0; i < 23; i++) {
            world.clock.forward(Duration.ofMinutes(1));
            world.published(World.bridgeReopens());
        }
        var outbox = json(fediverse.outbox(get(city + "/outbox")));
        assertEquals(23, outbox.path("totalItems").asInt());
        var first = json(fediverse.outbox(get(outbox.path("first").asText())));
        assertEquals(20, first.path("orderedItems").size());
        var second = json(fediverse.outbox(get(first.path("next").asText())));
        assertEquals(3, second.path("orderedItems").size());
        assertFalse(second.has("next"));
        var create = first.path("orderedItems").path(0);
        assertEquals("Create", create.path("type").asText());
        var note = create.path("object");
        assertEquals("Note", note.path("type").asText());
        assertTrue(
                note.path("content")
                        .asText()
                        .startsWith("<p><strong>پل کهنه پس از سه سال باز می‌شود</strong></p><p>شهرداری"),
                note.path("content").asText());
        assertEquals("#پل_کهنه", note.path("tag").path(0).path("name").asText());
        assertEquals("#حمل_ونقل", note.path("tag").path(1).path("name").asText());
        assertEquals(note.path("content"), note.path("contentMap").path("fa"));
        assertTrue(note.path("url").asText().startsWith(SITE + "/news/1023/%D9%BE"));
        assertEquals(
                note.path("id"),
                json(fediverse.note(get(note.path("id").asText()))).path("id"));
    }

    // ---- being followed

    @Test
    void somebody_follows_hears_of_everything_and_follows_no_longer() {
        fediverse.run();
        assertEquals(202, say(city + "/inbox", follow(city)).status());
        assertEquals(1, followers(city));
        tell();
        assertEquals(List.of("Accept"), mastodon.types());
        assertEquals(
                mastodon.reader() + "/follow/1",
                json(mastodon.heard().getFirst().body())
                        .path("object")
                        .path("id")
                        .asText());

        var story = world.published(World.bridgeReopens());
        tell();
        World.done(world.publishing.correct(world.chiefEditor(), story.number(), seen(story), "سه سال، نه دو سال."));
        tell();
        World.done(world.publishing.withdraw(world.chiefEditor(), story.number(), seen(story), "به حکم دادگاه"));
        tell();
        // another section is followed by nobody
        world.published(World.bridgeCloses().withSection("culture"));
        tell();
        assertEquals(List.of("Accept", "Create", "Update", "Delete"), mastodon.types());
        var create = json(mastodon.heard().get(1).body());
        assertEquals(
                "https://www.w3.org/ns/activitystreams",
                create.at("/@context/0").asText());
        assertEquals("as:Hashtag", create.at("/@context/1/Hashtag").asText());
        assertEquals(city, create.path("actor").asText());
        assertEquals(
                "https://www.w3.org/ns/activitystreams#Public",
                create.path("to").path(0).asText());
        var update = json(mastodon.heard().get(2).body());
        assertTrue(update.path("object").path("content").asText().contains("سه سال، نه دو سال."));
        assertEquals(create.path("object").path("id"), update.path("object").path("id"));
        var delete = json(mastodon.heard().get(3).body());
        assertEquals(create.path("object").path("id"), delete.path("object").path("id"));
        assertEquals("Tombstone", delete.path("object").path("type").asText());
        assertEquals(
                410,
                fediverse.note(get(create.path("object").path("id").asText())).status());

        // every one of them went to the shared inbox (but the answer to the reader's own), signed by whom it is from
        assertEquals(
                List.of("/users/reader/inbox", "/inbox", "/inbox", "/inbox"),
                mastodon.heard().stream().map(PlayedMastodon.Heard::path).toList());
        mastodon.heard().forEach(one -> mastodon.check(one, this::ourKey));

        String undo = "{\"id\":\"%s/undo/1\",\"type\":\"Undo\",\"actor\":\"%s\",\"object\":%s}"
                .formatted(mastodon.reader(), mastodon.reader(), follow(city));
        assertEquals(202, say(SITE + "/fediverse/inbox", undo).status());
        assertEquals(0, followers(city));
        world.published(World.bridgeReopens());
        tell();
        assertEquals(4, mastodon.heard().size());
    }

    @Test
    void a_story_that_was_withdrawn_and_is_out_again_is_a_note_of_its_own() {
        fediverse.run();
        say(city + "/inbox", follow(city));
        var story = world.published(World.bridgeReopens());
        tell();
        // withdrawn, out and corrected again before anybody has read the outbox
        World.done(world.publishing.withdraw(world.chiefEditor(), story.number(), seen(story), "به حکم دادگاه"));
        World.done(world.publishing.publish(world.chiefEditor(), story.number(), seen(story)));
        World.done(world.publishing.correct(world.chiefEditor(), story.number(), seen(story), "سه سال، نه دو سال."));
        tell();
        assertEquals(List.of("Accept", "Create", "Delete", "Create", "Update"), mastodon.types());
        var ids = mastodon.heard().stream()
                .skip(1)
                .map(one -> json(one.body()).path("object").path("id").asText())
                .toList();
        String first = city + "/notes/" + story.number();
        assertEquals(List.of(first, first, first + "-2", first + "-2"), ids);
        assertEquals(410, fediverse.note(get(first)).status());
        assertEquals(
                first + "-2", json(fediverse.note(get(first + "-2"))).path("id").asText());
        assertEquals(404, fediverse.note(get(first + "-3")).status());
        assertEquals(
                first + "-2",
                json(fediverse.outbox(get(city + "/outbox?page=true")))
                        .at("/orderedItems/0/object/id")
                        .asText());
        // the page points to what the whole edition says
        assertEquals(
                SITE + "/fediverse/fa/notes/" + story.number() + "-2",
                fediverse.note(world.live(story.number())).orElseThrow());
        World.done(world.publishing.withdraw(world.chiefEditor(), story.number(), seen(story), "باز هم"));
        tell();
        assertEquals(
                first + "-2",
                json(mastodon.heard().getLast().body())
                        .path("object")
                        .path("id")
                        .asText());
        assertEquals(410, fediverse.note(get(first + "-2")).status());
    }

    @Test
    void the_whole_newspaper_is_followed_and_a_server_is_told_once_for_all_its_people() {
        fediverse.run();
        String all = SITE + "/fediverse/fa";
        say(all + "/inbox", follow(all));
        mastodon.another();
        say(all + "/inbox", follow(all));
        tell();
        world.published(World.bridgeReopens());
        world.published(World.bridgeCloses().withSection("culture"));
        tell();
        assertEquals(2, followers(all));
        assertEquals(List.of("Accept", "Accept", "Create", "Create"), mastodon.types());
    }

    @Test
    void nothing_is_done_for_what_is_not_signed_by_whom_it_is_from() {
        String body = follow(city);
        String inbox = city + "/inbox";
        assertEquals(401, say(inbox, Map.of(), body).status());
        var headers = mastodon.signed(inbox, body);
        assertEquals(
                401, say(inbox, headers, body.replace("/follow/1", "/follow/2")).status(), "another body");
        assertEquals(401, say(SITE + "/fediverse/inbox", headers, body).status(), "another address");
        world.clock.forward(Duration.ofHours(2));
        assertEquals(401, say(inbox, headers, body).status(), "caught, and sent again");
        String other = body.replace("/users/reader\",\"object", "/users/other\",\"object");
        assertEquals(401, say(inbox, mastodon.signed(inbox, other), other).status(), "somebody else's name");
        String elsewhere = body.replace(mastodon.reader() + "\",\"object", "https://example.com/users/x\",\"object");
        assertEquals(
                401, say(inbox, mastodon.signed(inbox, elsewhere), elsewhere).status(), "another server's");
        var weak = mastodon.signed(inbox, body);
        weak.put(
                "Signature",
                weak.get("Signature").replace("headers=\"(request-target) host date digest\"", "headers=\"date\""));
        assertEquals(401, say(inbox, weak, body).status(), "not over the body");
        assertEquals(0, followers(city));
        assertEquals(404, say(SITE + "/fediverse/nobody/inbox", body).status());
        assertEquals(202, say(inbox, mastodon.signed(inbox, body), body).status(), "and the right one is");
    }

    @Test
    void a_key_that_was_changed_is_asked_for_again() {
        say(city + "/inbox", follow(city));
        mastodon.changeKey();
        String undo = "{\"id\":\"%s/undo/1\",\"type\":\"Undo\",\"actor\":\"%s\",\"object\":%s}"
                .formatted(mastodon.reader(), mastodon.reader(), follow(city));
        assertEquals(202, say(city + "/inbox", undo).status());
        assertEquals(0, followers(city));
    }

    @Test
    void whoever_is_gone_is_forgotten_and_nobody_else_can_say_so() {
        say(city + "/inbox", follow(city));
        assertEquals(1, followers(city));
        String delete = "{\"id\":\"%s#delete\",\"type\":\"Delete\",\"actor\":\"%s\",\"object\":\"%s\"}"
                .formatted(mastodon.reader(), mastodon.reader(), mastodon.reader());
        // a key that there is not, on the server where they still are
        var forged = mastodon.signed(city + "/inbox", delete);
        forged.put("Signature", forged.get("Signature").replace("/users/reader#main-key", "/nothing#main-key"));
        assertEquals(401, say(city + "/inbox", forged, delete).status());
        assertEquals(1, followers(city));
        mastodon.reader(410);
        assertEquals(202, say(city + "/inbox", delete).status());
        assertEquals(0, followers(city));
        // of whom we never heard, nobody is asked
        int asked = mastodon.asked();
        assertEquals(
                202, say(city + "/inbox", delete.replace("reader", "stranger")).status());
        assertEquals(
                202,
                say(city + "/inbox", "{\"type\":\"Like\",\"actor\":\"https://example.com/x\"}")
                        .status());
        assertEquals(asked, mastodon.asked());
    }

    @Test
    void a_server_that_says_it_is_gone_is_believed_and_private_networks_are_not_asked() {
        say(city + "/inbox", follow(city));
        tell();
        mastodon.inbox(410);
        fediverse.run();
        world.published(World.bridgeReopens());
        tell();
        assertEquals(0, followers(city));
        var careful = fediverse(PrivateServers.NONE);
        String body = follow(city);
        var refused = careful.hear(request(
                "POST",
                city + "/inbox",
                mastodon.signed(city + "/inbox", body),
                world.sectionId("city"),
                "0",
                body.getBytes(StandardCharsets.UTF_8)));
        assertEquals(401, refused.status());
    }
}
