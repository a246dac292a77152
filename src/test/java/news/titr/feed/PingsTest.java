package news.titr.feed;

import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import news.titr.World;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.http.OtherServers;
import news.titr.http.PrivateServers;
import news.titr.language.Language;
import news.titr.story.Covering;
import news.titr.story.Masthead;
import news.titr.story.Publishing;
import news.titr.story.SiteSettings;
import news.titr.story.Story;
import news.titr.story.StoryType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is told of changes, by a server that listens as a hub and as a search engine. */
@Tag("database")
class PingsTest {

    private static final String SITE = "https://news.example.org";
    private static final String KEY = "0123456789abcdef";

    private record Heard(String path, String type, String text) {}

    private final World world = new World();
    private final HttpServer other = listening();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile int status = 202;
    private final SiteSettings settings = SiteSettings.of(
            new Masthead("کرانه", "", URI.create(SITE), ZoneId.of("Asia/Tehran"), Language.PERSIAN, List.of()));
    private final PingSettings both = new PingSettings(
            List.of(address("/hub")), Optional.of(new PingSettings.IndexNow(address("/indexnow"), KEY)));

    @AfterEach
    void close() {
        other.stop(0);
        world.close();
    }

    @Test
    void what_was_there_before_is_told_to_nobody() {
        world.published(World.bridgeCloses());
        var pings = begun(both);
        pings.run();
        assertEquals(List.of(), heard);
    }

    @Test
    void a_hub_is_told_of_the_feeds_that_show_a_story_and_a_search_engine_of_its_page() throws IOException {
        var pings = begun(both);
        world.published(World.bridgeReopens());
        pings.run();
        assertEquals(
                List.of(
                        SITE + "/atom.xml",
                        SITE + "/feed.json",
                        SITE + "/rss.xml",
                        SITE + "/section/city/atom.xml",
                        SITE + "/section/city/feed.json",
                        SITE + "/section/city/rss.xml"),
                topics());
        var hub = heard.stream()
                .filter(one -> one.path().equals("/hub"))
                .findFirst()
                .orElseThrow();
        assertEquals("application/x-www-form-urlencoded", hub.type());
        assertTrue(hub.text().startsWith("hub.mode=publish&hub.url=https%3A%2F%2Fnews.example.org%2F"), hub.text());

        var said = new ObjectMapper().readTree(searched().getFirst());
        assertEquals("news.example.org", said.path("host").asText());
        assertEquals(KEY, said.path("key").asText());
        assertEquals(SITE + "/" + KEY + ".txt", said.path("keyLocation").asText());
        assertEquals(1, said.path("urlList").size());
        assertTrue(said.path("urlList").path(0).asText().startsWith(SITE + "/news/1001/%D9%BE"), said.toString());
        assertEquals(List.of(), Pings.troubles(world.database));
    }

    @Test
    void everybody_is_told_once() {
        var pings = begun(both);
        world.published(World.bridgeReopens());
        pings.run();
        heard.clear();
        pings.run();
        world.clock.forward(Duration.ofDays(1));
        pings.run();
        // and what happens at the desk alone concerns nobody
        world.draft(World.bridgeCloses());
        pings.run();
        assertEquals(List.of(), heard);
    }

    @Test
    void a_search_engine_comes_to_a_coverage_at_most_once_in_a_while_and_after_the_last_entry() {
        var pings = begun(new PingSettings(List.of(), both.indexNow()));
        var draft = world.draft(StoryType.LIVE, World.bridgeReopens());
        var story = done(world.publishing.publish(world.technician, draft.number(), Publishing.Seen.of(draft)));
        pings.run();
        assertEquals(1, searched().size());
        for (int entry = 1; entry <= 9; entry++) {
            world.clock.forward(Duration.ofMinutes(1));
            write(story);
            pings.run();
        }
        assertEquals(1, searched().size());
        world.clock.forward(Duration.ofMinutes(1));
        pings.run();
        assertEquals(2, searched().size(), "the entries up to now");
        world.clock.forward(Duration.ofMinutes(1));
        write(story);
        pings.run();
        assertEquals(2, searched().size());
        // a correction of the story is told at once
        done(world.publishing.correct(
                world.chiefEditor(),
                story.number(),
                Publishing.Seen.of(world.newsroom.story(story.number()).orElseThrow()),
                "سه سال، نه دو سال."));
        pings.run();
        assertEquals(3, searched().size());
        world.clock.forward(Duration.ofHours(1));
        pings.run();
        assertEquals(3, searched().size(), "nothing new");
    }

    private void write(Story coverage) {
        done(world.covering.write(
                world.chiefEditor(),
                coverage.number(),
                world.ids.next(),
                Covering.Wish.of(Body.of(Block.Paragraph.of("گل!")))));
    }

    @Test
    void whoever_does_not_answer_is_told_later_and_the_desk_sees_it() {
        var pings = begun(new PingSettings(List.of(), both.indexNow()));
        status = 503;
        world.published(World.bridgeReopens());
        pings.run();
        assertEquals(1, heard.size());
        var trouble = Pings.troubles(world.database).getFirst();
        assertEquals("answered 503", trouble.failure());
        assertEquals(address("/indexnow").toString(), trouble.target());
        assertEquals(1, trouble.pings());
        assertEquals(0, trouble.givenUp());

        world.clock.forward(Duration.ofSeconds(50));
        pings.run();
        assertEquals(1, heard.size(), "not yet");
        world.clock.forward(Duration.ofSeconds(11));
        status = 200;
        pings.run();
        assertEquals(2, heard.size());
        assertEquals(List.of(), Pings.troubles(world.database));
    }

    @Test
    void after_two_days_it_is_given_up_and_still_seen_until_a_month_has_passed() {
        var pings = begun(new PingSettings(List.of(), both.indexNow()));
        status = 403;
        world.published(World.bridgeReopens());
        for (int hour = 0; hour < 60; hour++) {
            pings.run();
            world.clock.forward(Duration.ofHours(1));
        }
        int tries = heard.size();
        assertTrue(tries > 8 && tries < 24, tries + " tries");
        assertEquals(1, Pings.troubles(world.database).getFirst().givenUp());
        world.clock.forward(Duration.ofDays(10));
        pings.forgetOld();
        pings.run();
        assertEquals(tries, heard.size());
        assertEquals(1, Pings.failing(world.database));
        world.clock.forward(Duration.ofDays(21));
        pings.forgetOld();
        assertEquals(0, Pings.failing(world.database));
    }

    @Test
    void a_story_that_moves_or_is_withdrawn_is_told_of_at_every_address_it_had() {
        var pings = begun(new PingSettings(List.of(), both.indexNow()));
        var story = world.published(World.bridgeReopens());
        pings.run();
        var revised = done(world.drafting.revise(
                world.chiefEditor(),
                story.number(),
                story.newestRevision(),
                World.bridgeReopens().withText("", "Bridge open", "", Body.EMPTY)));
        var live = done(world.publishing.publish(world.chiefEditor(), story.number(), Publishing.Seen.of(revised)));
        heard.clear();
        world.clock.forward(Duration.ofMinutes(1));
        pings.run();
        assertEquals(2, addresses());
        assertTrue(
                searched().getFirst().contains(SITE + "/news/1001/bridge-open"),
                searched().toString());
        heard.clear();
        done(world.publishing.withdraw(world.chiefEditor(), story.number(), Publishing.Seen.of(live), "نادرست بود"));
        pings.run();
        assertEquals(2, addresses());
    }

    @Test
    void a_private_network_is_asked_nothing_unless_that_is_allowed() {
        var pings = new Pings(
                world.database,
                world.ids,
                world.clock,
                () -> settings,
                world.liveStories,
                both,
                new OtherServers(PrivateServers.NONE, "Titr"));
        pings.run();
        world.published(World.bridgeReopens());
        pings.run();
        assertEquals(List.of(), heard);
        var trouble = Pings.troubles(world.database).getFirst();
        assertTrue(trouble.failure().contains("private network"), trouble.failure());
    }

    @Test
    void without_settings_nothing_is_kept_and_nobody_is_told() {
        var pings = begun(PingSettings.NONE);
        world.published(World.bridgeReopens());
        pings.run();
        assertEquals(0, world.count("SELECT COUNT(*) FROM ping"));
    }

    // ---- steps

    private Pings begun(PingSettings wanted) {
        var pings = new Pings(
                world.database,
                world.ids,
                world.clock,
                () -> settings,
                world.liveStories,
                wanted,
                new OtherServers(PrivateServers.ALL, "Titr (+" + SITE + ")"));
        pings.run();
        return pings;
    }

    private List<String> topics() {
        return heard.stream()
                .filter(one -> one.path().equals("/hub"))
                .map(one -> URLDecoder.decode(one.text().replaceAll(".*hub\\.topic=", ""), StandardCharsets.UTF_8))
                .sorted()
                .toList();
    }

    private List<String> searched() {
        return heard.stream()
                .filter(one -> one.path().equals("/indexnow"))
                .map(Heard::text)
                .toList();
    }

    private int addresses() {
        return String.join("", searched()).split(SITE + "/news/1001", -1).length - 1;
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + other.getAddress().getPort() + path);
    }

    private HttpServer listening() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                heard.add(new Heard(
                        exchange.getRequestURI().getPath(),
                        exchange.getRequestHeaders().getFirst("Content-Type"),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
