package news.titr.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import news.titr.World;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.doc.Markup;
import news.titr.media.PictureFiles;
import news.titr.people.Actor;
import news.titr.story.Publishing;
import news.titr.story.StoryType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What other programs ask, and what they hear. */
@Tag("database")
class ApiTest {

    private final ApiWorld api = new ApiWorld();
    private final World world = api.world;

    @AfterEach
    void close() {
        api.close();
    }

    // ---- reading

    @Test
    void a_list_goes_on_where_next_says_and_holds_each_story_once_whatever_narrows_it() {
        String token = api.token();
        for (int i = 0; i < 7; i++) {
            world.clock.forward(Duration.ofMinutes(1));
            world.published(
                    i % 2 == 0 ? World.bridgeReopens() : World.bridgeCloses().withSection("culture"));
        }
        for (String narrowed : List.of(
                "",
                "section=city",
                "section=culture&type=news",
                "tag=پل-کهنه&author=سارا-نویسنده",
                "author=سارا-نویسنده&section=city",
                "type=news&from=2025-01-01&to=1403/11/01")) {
            var found = new ArrayList<Long>();
            String next = "/stories?limit=2&" + encoded(narrowed);
            while (!next.isEmpty()) {
                var page = api.get(next).with(token).go();
                assertEquals(200, page.status(), page.text());
                page.json()
                        .path("stories")
                        .forEach(story -> found.add(story.path("number").asLong()));
                next = page.json().path("next").asText("").replace("null", "").replace(ApiWorld.SITE, "");
                assertEquals(next.isEmpty(), page.header("Link").isEmpty());
            }
            int expected = narrowed.contains("culture") ? 3 : narrowed.contains("city") ? 4 : 7;
            assertEquals(expected, found.size(), narrowed);
            assertEquals(expected, new TreeSet<>(found).size(), narrowed + found);
            assertEquals(found.stream().sorted((a, b) -> Long.compare(b, a)).toList(), found, narrowed);
        }
        assertEquals(400, api.get("/stories?section=nowhere").with(token).go().status());
        assertEquals(400, api.get("/stories?limit=1000").with(token).go().status());
        assertEquals(400, api.get("/stories?after=x").with(token).go().status());
    }

    private static String encoded(String query) {
        var encoded = new StringBuilder();
        for (String each : query.split("&", -1)) {
            var parts = each.split("=", 2);
            if (parts.length == 2) {
                encoded.append(parts[0])
                        .append('=')
                        .append(java.net.URLEncoder.encode(parts[1], java.nio.charset.StandardCharsets.UTF_8))
                        .append('&');
            }
        }
        return encoded.toString();
    }

    @Test
    void one_story_comes_in_the_form_that_is_asked_for() {
        String token = api.token();
        var story = world.published(World.bridgeReopens()
                .withText(
                        "",
                        "پل کهنه باز می‌شود",
                        "لید",
                        Body.of(
                                Block.Paragraph.of("نیم‌فاصله می‌ماند."),
                                new Block.Separator(),
                                Markup.read("می‌شود **باز** و [Nilab]{en}")
                                        .blocks()
                                        .getFirst(),
                                new Block.Embed("aparat", "abc123", "فیلم پل"))));
        String address = "/stories/" + story.number();
        var json =
                api.get(address + "?body=html,text,blocks,markdown").with(token).go();
        assertEquals("پل کهنه باز می‌شود", json.json().path("headline").asText());
        assertEquals("city", json.json().path("section").path("slug").asText());
        var body = json.json().path("body");
        assertTrue(body.path("html").asText().contains("<p>نیم‌فاصله می‌ماند.</p>"), body.toString());
        assertTrue(body.path("text").asText().startsWith("نیم‌فاصله می‌ماند."));
        assertEquals("doc", body.path("blocks").path("type").asText());
        assertEquals(
                "نیم‌فاصله می‌ماند.\n\n•\n\nمی‌شود **باز** و Nilab\n\n[فیلم پل](https://www.aparat.com/v/abc123)",
                body.path("markdown").asText());
        assertTrue(json.json().path("url").asText().startsWith(ApiWorld.SITE + "/news/" + story.number() + "/%D9%BE"));

        assertTrue(api.get(address)
                .with(token)
                .header("Accept", "text/html")
                .go()
                .header("Content-Type")
                .startsWith("text/html"));
        var text = api.get(address).with(token).header("Accept", "text/plain").go();
        assertTrue(text.text().startsWith("پل کهنه باز می‌شود\n\n"), text.text());
        var markdown = api.get(address)
                .with(token)
                .header("Accept", "text/markdown, text/plain;q=0.5")
                .go();
        assertTrue(markdown.text().startsWith("# پل کهنه باز می‌شود\n"), markdown.text());
        assertEquals(
                406,
                api.get(address).with(token).header("Accept", "image/png").go().status());

        world.publishing.withdraw(
                world.technician,
                story.number(),
                Publishing.Seen.of(world.newsroom.story(story.number()).orElseThrow()),
                "به حکم دادگاه");
        var gone = api.get(address).with(token).header("Accept-Language", "fa").go();
        assertEquals(410, gone.status());
        assertEquals(
                "این خبر پس گرفته شده است: به حکم دادگاه",
                gone.json().path("detail").asText());
        assertEquals("The story was withdrawn.", gone.json().path("title").asText());
        assertEquals(404, api.get("/stories/999").with(token).go().status());
        long draft = world.draft(World.bridgeCloses()).number();
        assertEquals(404, api.get("/stories/" + draft).with(token).go().status());
    }

    @Test
    void search_front_and_what_stories_are_filed_under() {
        String token = api.token();
        var notReady = api.get("/search?q=x").with(token).go();
        assertEquals(503, notReady.status());
        var story = world.published(World.bridgeReopens());
        world.draft(World.bridgeCloses());
        api.indexing.run();
        var found = api.get("/search?q=" + "%D9%BE%D9%84").with(token).go();
        assertEquals(200, found.status(), found.text());
        assertEquals(1, found.json().path("total").asInt());
        assertEquals(
                story.number(),
                found.json().path("stories").path(0).path("number").asLong());
        assertEquals(400, api.get("/search").with(token).go().status());

        var front = api.get("/front").with(token).go().json();
        assertEquals("lead", front.path("areas").path(0).path("key").asText(), front.toString());
        assertEquals(
                List.of("city", "culture"),
                slugs(api.get("/sections").with(token).go().json().path("sections")));
        assertEquals(2, api.get("/tags").with(token).go().json().path("tags").size());
        assertEquals(
                List.of("سارا-نویسنده"),
                slugs(api.get("/authors").with(token).go().json().path("authors")));
        assertEquals(
                "fa",
                api.get("/editions")
                        .with(token)
                        .go()
                        .json()
                        .path("editions")
                        .path(0)
                        .path("id")
                        .asText());
    }

    private static List<String> slugs(JsonNode array) {
        var slugs = new ArrayList<String>();
        array.forEach(each -> slugs.add(each.path("slug").asText()));
        return slugs;
    }

    @Test
    void everybody_reads_where_the_newspaper_lets_them_and_nobody_writes() {
        try (var open = new ApiWorld(new ApiSettings(true, Set.of("https://app.example.org"), 600))) {
            open.world.published(World.bridgeReopens());
            assertEquals(200, open.get("/stories").go().status());
            assertEquals(401, open.get("/drafts").go().status());
            assertEquals(
                    401, open.get("/stories").with("titr_made_up").go().status(), "a token that is none is told so");

            // and scripts of one site may read the answers
            var preflight = open.ask("OPTIONS", "/drafts")
                    .header("Origin", "https://app.example.org")
                    .header("Access-Control-Request-Method", "POST")
                    .go();
            assertEquals(204, preflight.status());
            assertEquals("https://app.example.org", preflight.header("Access-Control-Allow-Origin"));
            assertTrue(preflight.header("Access-Control-Allow-Methods").contains("POST"));
            assertTrue(preflight.header("Access-Control-Allow-Headers").contains("Authorization"));
            assertEquals("", preflight.header("Access-Control-Allow-Credentials"));
            assertEquals(
                    "",
                    open.get("/stories")
                            .header("Origin", "https://other.example.org")
                            .go()
                            .header("Access-Control-Allow-Origin"));
        }
    }

    // ---- writing

    @Test
    void a_story_goes_from_nothing_to_readers_and_back() {
        String token = api.token();
        var begun = api.ask("POST", "/drafts").with(token).json("""
                        {"type":"report","kicker":"پایان مرمت","headline":"پل کهنه پس از سه سال باز می‌شود","lead":"لید.",
                         "section":"city","tags":["پل کهنه"],"authors":["سارا نویسنده"],"published":"2025-01-19T10:00:00+03:30",
                         "body":{"markup":"مرمت پل سه سال طول کشید.\\n\\n## میان‌تیتر\\n\\n> پایه‌ها از نو ساخته شد.\\n> — مهندس"}}""").go();
        assertEquals(201, begun.status(), begun.text());
        long number = begun.json().path("number").asLong();
        String address = "/drafts/" + number;
        assertEquals(ApiWorld.SITE + "/api/v1" + address, begun.header("Location"));
        assertEquals("2025-01-19T06:30:00Z", begun.json().path("published").asText());
        assertEquals(3, begun.json().path("body").path("blocks").path("content").size());

        var written = api.ask("PUT", address)
                .with(token)
                .header("If-Match", begun.header("ETag"))
                .json(
                        "{\"headline\":\"پل کهنه باز شد\",\"section\":\"city\",\"type\":\"news\",\"body\":{\"markup\":\"متن.\"}}")
                .go();
        assertEquals(200, written.status(), written.text());
        assertEquals("news", written.json().path("type").asText());
        assertNotEquals(begun.header("ETag"), written.header("ETag"));
        var late = api.ask("PUT", address)
                .with(token)
                .header("If-Match", begun.header("ETag"))
                .json("{\"headline\":\"دیر\"}")
                .go();
        assertEquals(412, late.status());
        assertEquals(428, api.ask("PUT", address).with(token).json("{}").go().status());

        var moved = api.ask("PUT", address + "/stage")
                .with(token)
                .json("{\"stage\":\"ready\"}")
                .go();
        assertEquals("ready", moved.json().path("stage").asText(), moved.text());
        assertEquals(
                412,
                api.ask("PUT", address + "/stage")
                        .with(token)
                        .json("{\"stage\":\"review\",\"from\":\"draft\"}")
                        .go()
                        .status());
        var back = api.ask("PUT", address + "/stage")
                .with(token)
                .json("{\"stage\":\"draft\"}")
                .go();
        assertEquals(422, back.status(), "whoever returns a story says why");
        assertEquals(
                "no-reason", back.json().path("problems").path(0).path("kind").asText());

        var assigned = api.ask("PUT", address + "/assignee")
                .with(token)
                .json("{\"person\":\"chief-editor@example.org\"}")
                .go();
        assertEquals(200, assigned.status(), assigned.text());

        var published = api.ask("POST", address + "/publication")
                .with(token)
                .header("If-Match", assigned.header("ETag"))
                .json("{}")
                .go();
        assertEquals(200, published.status(), published.text());
        assertEquals("live", published.json().path("release").path("state").asText());
        assertEquals("پل کهنه باز شد", world.live(number).headline());

        var corrected = api.ask("POST", address + "/correction")
                .with(token)
                .header("If-Match", published.header("ETag"))
                .json("{\"text\":\"سه سال، نه دو سال.\"}")
                .go();
        assertEquals(200, corrected.status(), corrected.text());
        assertEquals(1, world.live(number).corrections().size());

        var withdrawn = api.ask("POST", address + "/withdrawal")
                .with(token)
                .header("If-Match", corrected.header("ETag"))
                .json("{\"reason\":\"به حکم دادگاه\"}")
                .go();
        assertEquals("withdrawn", withdrawn.json().path("release").path("state").asText(), withdrawn.text());
    }

    @Test
    void html_becomes_what_a_story_is_made_of_and_nothing_that_runs() {
        var begun = api.ask("POST", "/drafts")
                .with(api.token())
                .json(
                        "{\"body\":{\"html\":\"<h2>میان‌تیتر</h2><p onclick='x()'>می‌شود <b>باز</b></p><script>alert(1)</script>\"}}")
                .go();
        assertEquals(201, begun.status(), begun.text());
        String blocks = begun.json().path("body").path("blocks").path("content").toString();
        assertTrue(blocks.contains("\"text\":\"میان‌تیتر\"") && blocks.contains("\"type\":\"strong\""), blocks);
        assertFalse(blocks.contains("alert") || blocks.contains("onclick"), blocks);
    }

    @Test
    void answers_differ_by_what_is_asked_for_and_say_so() {
        String token = api.token();
        long number = world.published(World.bridgeReopens()).number();
        var answer = api.get("/stories/" + number).with(token).go();
        assertEquals("Accept, Accept-Language", answer.header("Vary"));
        assertEquals("private, no-cache", answer.header("Cache-Control"));
    }

    @Test
    void whoever_publishes_what_others_have_typed_over_since_hears_of_it() {
        String token = api.token();
        var story = world.draft(World.bridgeReopens());
        String address = "/drafts/" + story.number();
        String seen = api.get(address).with(token).go().header("ETag");
        assertEquals(
                200,
                api.get(address).with(token).header("If-None-Match", seen).go().status());
        world.drafting.revise(world.technician, story.number(), story.newestRevision(), World.bridgeCloses());
        assertEquals(
                412,
                api.ask("POST", address + "/publication")
                        .with(token)
                        .header("If-Match", seen)
                        .json("{}")
                        .go()
                        .status());
        assertFalse(world.newsroom.story(story.number()).orElseThrow().isLive());
    }

    @Test
    void a_refusal_says_every_reason_at_once_in_the_language_that_is_asked_for() {
        String token = api.token();
        var begun = api.ask("POST", "/drafts").with(token).json("{}").go();
        assertEquals(201, begun.status(), begun.text());
        var refused = api.ask("PUT", "/drafts/" + begun.json().path("number").asLong() + "/schedule")
                .with(token)
                .header("If-Match", begun.header("ETag"))
                .header("Accept-Language", "fa-IR,fa;q=0.9,en;q=0.5")
                .json("{\"at\":\"2020-01-01T00:00:00Z\"}")
                .go();
        assertEquals(422, refused.status(), refused.text());
        assertEquals("application/problem+json", refused.header("Content-Type"));
        var kinds = new TreeSet<String>();
        refused.json()
                .path("problems")
                .forEach(problem -> kinds.add(problem.path("kind").asText()));
        assertTrue(kinds.containsAll(Set.of("no-headline", "time-is-past")), kinds.toString());
        assertEquals(
                ApiWorld.SITE + "/api/v1/#problem-refused",
                refused.json().path("type").asText());
        assertEquals("fa", refused.header("Content-Language"));
        assertTrue(refused.json().path("detail").asText().contains("تیتر"), refused.text());

        for (String wrong : List.of(
                "[]",
                "{\"headlin\":\"x\"}",
                "{\"headline\":1}",
                "{\"headline\":\"a\",\"headline\":\"b\"}",
                "{} {}",
                "{\"body\":{\"blocks\":{\"type\":\"x\"}}}",
                "{\"body\":{\"markup\":\"a\",\"html\":\"b\"}}",
                "{\"type\":\"poem\"}",
                "{\"headline\":\"a\\u0000\"}",
                "{\"published\":\"yesterday\"}")) {
            assertEquals(
                    400, api.ask("POST", "/drafts").with(token).json(wrong).go().status(), wrong);
        }
        assertEquals(
                415,
                api.ask("POST", "/drafts")
                        .with(token)
                        .bytes("text/plain", new byte[] {'x'})
                        .go()
                        .status());
        assertEquals(
                422,
                api.ask("POST", "/drafts")
                        .with(token)
                        .json("{\"section\":\"nowhere\"}")
                        .go()
                        .status());
    }

    @Test
    void a_post_that_is_sent_again_is_not_done_again() {
        String token = api.token();
        var first = api.ask("POST", "/drafts")
                .with(token)
                .header("Idempotency-Key", "k-1")
                .json("{\"headline\":\"یک\"}")
                .go();
        var again = api.ask("POST", "/drafts")
                .with(token)
                .header("Idempotency-Key", "k-1")
                .json("{\"headline\":\"یک\"}")
                .go();
        assertEquals(201, again.status());
        assertEquals(first.text(), again.text());
        assertEquals(first.header("ETag"), again.header("ETag"));
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals(
                422,
                api.ask("POST", "/drafts")
                        .with(token)
                        .header("Idempotency-Key", "k-1")
                        .json("{\"headline\":\"دو\"}")
                        .go()
                        .status());
        // the key is the caller's own
        assertEquals(
                201,
                api.ask("POST", "/drafts")
                        .with(api.token())
                        .header("Idempotency-Key", "k-1")
                        .json("{\"headline\":\"دو\"}")
                        .go()
                        .status());
        assertEquals(2, world.count("SELECT COUNT(*) FROM story"));
        world.clock.forward(Duration.ofHours(25));
        api.api.forgetOld();
        assertEquals(0, world.count("SELECT COUNT(*) FROM api_answer"));
    }

    @Test
    void whoever_asks_too_much_is_told_when_to_come_back() {
        try (var slow = new ApiWorld(new ApiSettings(false, Set.of(), 3))) {
            String token = slow.token();
            assertEquals("\"minute\";r=2;t=20", slow.get("/me").with(token).go().header("RateLimit"));
            assertEquals("\"minute\";q=3;w=60", slow.get("/me").with(token).go().header("RateLimit-Policy"));
            assertEquals(200, slow.get("/me").with(token).go().status());
            var much = slow.get("/me").with(token).go();
            assertEquals(429, much.status());
            assertEquals("20", much.header("Retry-After"));
            assertEquals(200, slow.get("/me").with(slow.token()).go().status(), "another token has its own");
            slow.world.clock.forward(Duration.ofSeconds(20));
            assertEquals(200, slow.get("/me").with(token).go().status());
        }
    }

    @Test
    void pictures_go_through_the_same_door_as_at_the_desk() {
        String token = api.token();
        byte[] jpeg = PictureFiles.jpeg(640, 480);
        var added = api.ask("POST", "/pictures?fileName=bridge.jpg")
                .with(token)
                .bytes("image/jpeg", jpeg)
                .go();
        assertEquals(201, added.status(), added.text());
        String id = added.json().path("id").asText();
        assertEquals(640, added.json().path("width").asInt());
        var again = api.ask("POST", "/pictures")
                .with(token)
                .bytes("image/jpeg", jpeg)
                .go();
        assertEquals(200, again.status(), "there is one of it");
        assertEquals(id, again.json().path("id").asText());
        var described = api.ask("PUT", "/pictures/" + id)
                .with(token)
                .header("If-Match", added.header("ETag"))
                .json("{\"alt\":\"پل\",\"credit\":\"سارا\",\"keywords\":[\"پل\"]}")
                .go();
        assertEquals("پل", described.json().path("alt").asText(), described.text());
        assertEquals(
                412,
                api.ask("PUT", "/pictures/" + id)
                        .with(token)
                        .header("If-Match", added.header("ETag"))
                        .json("{}")
                        .go()
                        .status());
        var wrong = api.ask("POST", "/pictures")
                .with(token)
                .bytes("image/jpeg", "not a picture".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .go();
        assertEquals(415, wrong.status(), wrong.text());
        assertEquals(404, api.get("/pictures/none").with(token).go().status());
    }

    // ---- the protocol

    @Test
    void what_cannot_be_done_to_an_address_is_said_with_what_can() {
        String token = api.token();
        var wrong = api.ask("DELETE", "/stories").with(token).go();
        assertEquals(405, wrong.status());
        assertEquals("GET, HEAD, OPTIONS", wrong.header("Allow"));
        assertEquals(
                "GET, HEAD, POST, OPTIONS", api.ask("OPTIONS", "/drafts").go().header("Allow"));
        assertEquals(200, api.ask("HEAD", "/me").with(token).go().status());
        assertEquals(404, api.get("/nothing").with(token).go().status());
        assertEquals(404, api.get("/stories/abc").with(token).go().status());
        assertEquals(405, api.ask("PATCH", "/drafts").with(token).go().status());
        assertEquals(302, api.get("/api/v1").go().status());
        assertEquals("", wrong.header("Access-Control-Allow-Origin"));
    }

    @Test
    void a_live_coverage_comes_with_its_entries() {
        String token = api.token();
        var draft = world.draft(StoryType.LIVE, World.bridgeReopens());
        World.done(world.publishing.publish(world.technician, draft.number(), Publishing.Seen.of(draft)));
        World.done(world.covering.write(
                new Actor.Technician(),
                draft.number(),
                world.ids.next(),
                news.titr.story.Covering.Wish.of(Body.of(Block.Paragraph.of("گل!")))));
        var story = api.get("/stories/" + draft.number() + "?body=text")
                .with(token)
                .go()
                .json();
        assertTrue(story.path("body").path("text").asText().contains("گل!"), story.toString());
        assertFalse(story.path("coverage").path("finished").asBoolean(true));
    }
}
