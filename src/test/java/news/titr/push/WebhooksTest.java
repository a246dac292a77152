package news.titr.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import news.titr.World;
import news.titr.audit.Action;
import news.titr.audit.AuditQuery;
import news.titr.audit.Subject;
import news.titr.http.OtherServers;
import news.titr.http.PrivateServers;
import news.titr.language.Language;
import news.titr.people.Actor;
import news.titr.people.Role;
import news.titr.people.Verdict;
import news.titr.story.Masthead;
import news.titr.story.Publishing;
import news.titr.story.SiteSettings;
import news.titr.story.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What other systems hear, by one that listens in this process. */
@Tag("database")
class WebhooksTest {

    private record Heard(String path, Map<String, String> headers, String body) {}

    private final World world = new World();
    private final HttpServer other = listening();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private final Actor administrator = world.actor("admin@example.org", "مدیر", Role.ADMINISTRATOR);
    private final Webhooks webhooks = new Webhooks(world.database, world.ids, world.clock);
    private final SiteSettings settings = SiteSettings.of(
            new Masthead("کرانه", "", World.SITE, ZoneId.of("Asia/Tehran"), Language.PERSIAN, List.of()));
    private final WebhookNews news =
            new WebhookNews(world.database, world.ids, world.clock, () -> settings, world.liveStories, world.newsroom);
    private final Deliveries deliveries = deliveries(PrivateServers.ALL);

    @AfterEach
    void close() {
        deliveries.close();
        other.stop(0);
        world.close();
    }

    private Deliveries deliveries(PrivateServers allowed) {
        return new Deliveries(
                world.database,
                world.clock,
                new OtherServers(allowed, "Titr"),
                Map.of(Delivery.Kind.WEBHOOK, webhooks));
    }

    private HttpServer listening() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                var headers = new java.util.HashMap<String, String>();
                exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
                heard.add(new Heard(
                        exchange.getRequestURI().getPath(),
                        headers,
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                byte[] answer = "سپاس\u0000".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String address(String path) {
        return "http://localhost:" + other.getAddress().getPort() + path;
    }

    private Webhooks.Issued added(String path, Set<Webhook.Event> events, String edition, String section) {
        var verdict = webhooks.add(administrator, new Webhooks.Wish("همکار", address(path), events, edition, section));
        if (verdict instanceof Verdict.Done<Webhooks.Issued>(var issued)) {
            return issued;
        }
        throw new AssertionError(verdict.toString());
    }

    private Webhooks.Issued added() {
        news.run();
        return added("/hook", EnumSet.allOf(Webhook.Event.class), "", "");
    }

    private void tell() {
        news.run();
        deliveries.runAll();
    }

    private Delivery newest(Webhooks.Issued hook) {
        return line(hook).deliveries().getFirst();
    }

    private Webhooks.Line line(Webhooks.Issued hook) {
        return webhooks.all(administrator).orElseThrow().stream()
                .filter(line -> line.webhook().id().equals(hook.webhook().id()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(Heard heard) {
        try {
            return new ObjectMapper().readTree(heard.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Publishing.Seen seen(Story story) {
        return Publishing.Seen.of(world.newsroom.story(story.number()).orElseThrow());
    }

    @Test
    void each_change_before_readers_is_told_once_in_its_order_and_signed() throws Exception {
        var hook = added();
        var story = world.published(World.bridgeReopens());
        World.done(world.publishing.correct(world.chiefEditor(), story.number(), seen(story), "سه سال، نه دو سال."));
        tell();
        World.done(world.publishing.withdraw(world.chiefEditor(), story.number(), seen(story), "به حکم دادگاه"));
        tell();
        tell();
        // and what happens at the desk alone is nobody's business
        world.draft(World.bridgeCloses());
        tell();
        assertEquals(
                List.of("story.published", "story.corrected", "story.withdrawn"),
                heard.stream().map(one -> json(one).path("type").asText()).toList());
        var first = json(heard.getFirst());
        assertEquals(story.number(), first.path("story").path("number").asLong());
        assertEquals(
                "پل کهنه پس از سه سال باز می‌شود",
                first.path("story").path("headline").asText());
        assertEquals("city", first.path("story").path("section").asText());
        assertEquals(
                "به حکم دادگاه",
                json(heard.getLast()).path("story").path("reason").asText());
        assertTrue(first.path("sequence").asLong()
                < json(heard.get(1)).path("sequence").asLong());
        for (var one : heard) {
            assertEquals(json(one).path("id").asText(), one.headers().get("Titr-delivery"));
            assertEquals(json(one).path("type").asText(), one.headers().get("Titr-event"));
            signed(one, hook.secret());
        }
        assertTrue(newest(hook).arrived());
        assertEquals("سپاس", newest(hook).answer());
        // the secret stands in nothing that is shown
        assertFalse(webhooks.all(administrator).toString().contains(hook.secret()));
    }

    /** As whoever receives it would: by the documents alone. */
    private void signed(Heard one, String secret) throws Exception {
        var parts = one.headers().get("Titr-signature").split(",", -1);
        assertTrue(
                parts[0].startsWith("t=") && parts[1].startsWith("v1="),
                one.headers().toString());
        String moment = parts[0].substring(2);
        assertEquals(world.clock.instant().getEpochSecond(), Long.parseLong(moment));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertEquals(
                HexFormat.of().formatHex(mac.doFinal((moment + "." + one.body()).getBytes(StandardCharsets.UTF_8))),
                parts[1].substring(3));
    }

    @Test
    void a_webhook_hears_only_of_what_it_wants() {
        news.run();
        added("/published", Set.of(Webhook.Event.PUBLISHED), "", "");
        added("/culture", EnumSet.allOf(Webhook.Event.class), World.EDITION, "culture");
        added("/english", EnumSet.allOf(Webhook.Event.class), "en", "");
        var city = world.published(World.bridgeReopens());
        World.done(world.publishing.withdraw(world.chiefEditor(), city.number(), seen(city), "دلیل"));
        world.published(World.bridgeCloses().withSection("culture"));
        world.published("en", World.bridgeReopens());
        tell();
        assertEquals(
                // the first story was taken back before anybody was told of it
                List.of("/culture", "/english", "/published", "/published"),
                heard.stream().map(Heard::path).sorted().toList());
    }

    @Test
    void what_does_not_arrive_is_tried_again_later_each_time_and_given_up_after_a_day() {
        var hook = added();
        status = 500;
        world.published(World.bridgeReopens());
        tell();
        assertEquals(1, heard.size());
        assertEquals("answered 500", newest(hook).failure());
        assertEquals(1, Deliveries.failing(world.database));
        assertTrue(line(hook).webhook().failingSince().isPresent());
        tell();
        assertEquals(1, heard.size(), "not before its time");
        world.clock.forward(Duration.ofSeconds(40));
        tell();
        assertEquals(2, heard.size());
        assertEquals(heard.get(0).body(), heard.get(1).body());
        assertNotEquals(
                heard.get(0).headers().get("Titr-signature"),
                heard.get(1).headers().get("Titr-signature"));
        Instant begun = world.clock.instant();
        while (!newest(hook).givenUp()) {
            world.clock.forward(Duration.ofMinutes(10));
            tell();
        }
        assertTrue(Duration.between(begun, world.clock.instant()).compareTo(Duration.ofHours(24)) < 0);
        assertTrue(heard.size() > 8 && heard.size() < 16, heard.size() + " tries");

        status = 204;
        assertTrue(
                webhooks.again(administrator, hook.webhook().id(), newest(hook).id()) instanceof Verdict.Done<Webhook>);
        tell();
        assertTrue(newest(hook).arrived());
        assertEquals(Optional.empty(), line(hook).webhook().failingSince());
        world.clock.forward(Duration.ofDays(31));
        deliveries.forgetOld();
        assertEquals(List.of(), line(hook).deliveries());
    }

    @Test
    void where_nothing_arrives_for_days_nobody_is_told_any_more_and_that_is_said() {
        var hook = added();
        status = 503;
        for (int day = 0; day < 5 && !line(hook).webhook().isDisabled(); day++) {
            world.published(World.bridgeReopens());
            for (int hour = 0; hour < 24; hour++) {
                world.clock.forward(Duration.ofHours(1));
                tell();
            }
        }
        assertTrue(line(hook).webhook().isDisabled());
        assertEquals("answered 503", line(hook).webhook().disabledWhy());
        assertEquals(1, Webhooks.stopped(world.database).size());
        assertEquals(List.of("همکار"), webhooks.stopped());
        assertEquals(0, Deliveries.failing(world.database));
        assertEquals(
                "timer",
                world.database
                        .read(read -> AuditQuery.about(
                                        new Subject(
                                                Subject.Kind.WEBHOOK,
                                                hook.webhook().id(),
                                                ""),
                                        Set.of(Action.DISABLE))
                                .read(read, AuditQuery.After.START, 1))
                        .getFirst()
                        .actor());
        heard.clear();
        status = 200;
        world.published(World.bridgeReopens());
        tell();
        assertEquals(0, heard.size());
        webhooks.enable(administrator, hook.webhook().id(), true);
        tell();
        assertEquals(0, heard.size(), "of what happens from now on");
        world.published(World.bridgeReopens());
        tell();
        assertEquals(1, heard.size());
    }

    @Test
    void one_that_says_that_it_is_gone_is_believed() {
        var hook = added();
        status = 410;
        world.published(World.bridgeReopens());
        tell();
        assertTrue(line(hook).webhook().isDisabled());
        assertTrue(newest(hook).givenUp());
    }

    @Test
    void of_two_servers_one_sends_it() {
        added();
        try (var second = deliveries(PrivateServers.ALL)) {
            var othersNews = new WebhookNews(
                    world.database, world.ids, world.clock, () -> settings, world.liveStories, world.newsroom);
            for (int i = 0; i < 5; i++) {
                world.published(World.bridgeReopens());
            }
            var reading = Thread.startVirtualThread(othersNews::run);
            news.run();
            reading.join();
            var sending = Thread.startVirtualThread(second::runAll);
            deliveries.runAll();
            sending.join();
            deliveries.runAll();
            second.runAll();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertEquals(5, heard.size());
        assertEquals(5, heard.stream().map(Heard::body).distinct().count());
        var sequence =
                heard.stream().map(one -> json(one).path("sequence").asLong()).toList();
        assertEquals(sequence.stream().sorted().toList(), sequence, "one after the other");
    }

    @Test
    void private_networks_are_not_asked_unless_the_settings_name_them() {
        var hook = added();
        try (var careful = deliveries(PrivateServers.NONE)) {
            webhooks.test(administrator, hook.webhook().id());
            careful.runAll();
            assertEquals(0, heard.size());
            assertTrue(
                    newest(hook).failure().contains("private network"),
                    newest(hook).failure());
        }
        world.clock.forward(Duration.ofMinutes(1));
        try (var named = deliveries(new PrivateServers(false, Set.of("LOCALHOST")))) {
            named.runAll();
            assertEquals("test", json(heard.getFirst()).path("type").asText());
        }
    }

    @Test
    void nobody_but_an_administrator_may() {
        var hook = added();
        String id = hook.webhook().id();
        var chief = world.chiefEditor();
        var wish = new Webhooks.Wish("x", "https://example.org/", Webhooks.usual(), "", "");
        var refused = Verdict.refused(Verdict.Reason.NOT_ALLOWED);
        assertEquals(refused, webhooks.add(chief, wish));
        assertEquals(refused, webhooks.change(chief, id, wish));
        assertEquals(refused, webhooks.remove(chief, id));
        assertEquals(refused, webhooks.enable(chief, id, false));
        assertEquals(refused, webhooks.renew(chief, id));
        assertEquals(refused, webhooks.test(chief, id));
        assertEquals(refused, webhooks.again(chief, id, "x"));
        assertEquals(Optional.empty(), webhooks.all(chief));
        for (String wrong : List.of("ftp://example.org/", "example.org", "https://u:p@example.org/", "javascript:x")) {
            assertEquals(
                    Verdict.refused(Verdict.Reason.NOT_A_WEB_ADDRESS),
                    webhooks.add(administrator, new Webhooks.Wish("x", wrong, Webhooks.usual(), "", "")));
        }
    }
}
