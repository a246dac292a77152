package news.titr.wire.fetching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import news.titr.audit.Action;
import news.titr.audit.Detail;
import news.titr.http.OtherServers;
import news.titr.http.PrivateServers;
import news.titr.people.Verdict;
import news.titr.sources.WireSources;
import news.titr.story.Arrival;
import news.titr.story.Release;
import news.titr.story.Stage;
import news.titr.wire.moving.OldDates;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How sources are asked: when, by whom, and what may go wrong. */
@Tag("database")
class WireFetchingTest extends AskedSources {
    @Test
    void an_item_is_a_draft_once_with_its_source_and_rights_and_what_has_not_changed_costs_nothing() {
        answering = exchange -> {
            if ("\"a\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                send(exchange, 304, "");
            } else {
                exchange.getResponseHeaders().add("ETag", "\"a\"");
                exchange.getResponseHeaders().add("Last-Modified", "Mon, 20 Jan 2025 04:00:00 GMT");
                send(exchange, 200, rss(item("1", "پل باز می\u200Cشود", LONG), item("2", "جادهٔ تازه", "جاده")));
            }
        };
        var source = added(wish("/feed?key=secret").rights("بازنشر با نام منبع"));
        assertEquals(2, fetch(source).count(Arrival.Fate.BEGUN));
        var story = story(source, "1");
        var content = content(story);
        assertEquals("پل باز می\u200Cشود", content.headline(), "the half-space is kept");
        assertEquals("city", content.section());
        assertEquals("خبرگزاری پل", content.source());
        assertEquals(List.of(), content.tags());
        assertEquals(Stage.DRAFT, story.stage());
        assertInstanceOf(Release.Unreleased.class, story.release());
        var from = arriving.of(story.number()).getFirst();
        assertEquals("پل\u200Cنیوز", from.source());
        assertEquals("بازنشر با نام منبع", from.rights());
        assertEquals("https://pol.example/1", from.link());
        assertEquals(
                Optional.of("پل\u200Cنیوز"),
                audited(story, Action.BEGIN).text(Detail.Name.TOKEN),
                "the audit log says which source it was");

        var again = fetch(source);
        assertEquals(false, again.changed());
        assertEquals("Mon, 20 Jan 2025 04:00:00 GMT", asked.getLast().get("If-modified-since"));
        assertEquals(2, world.count("SELECT COUNT(*) FROM story"));
        assertEquals(0, world.count("SELECT COUNT(*) FROM wire_item WHERE link LIKE '%secret%'"));
    }

    @Test
    void it_is_asked_when_it_is_due_and_by_one_process_at_a_time() throws Exception {
        var answered = new CountDownLatch(1);
        var arrived = new CountDownLatch(1);
        answering = exchange -> {
            arrived.countDown();
            await(answered);
            send(exchange, 200, rss(item("1", "پل باز شد", LONG)));
        };
        var source = added(wish("/feed"));
        try (var one = fetching(PrivateServers.ALL);
                var two = fetching(PrivateServers.ALL)) {
            one.run();
            arrived.await(10, TimeUnit.SECONDS);
            two.run();
            assertEquals(Optional.empty(), two.fetch(source.id()), "somebody asks it already");
            answered.countDown();
        }
        assertEquals(1, asked.size());
        assertEquals(1, now(source).state().taken());
        try (var fetching = fetching(PrivateServers.ALL)) {
            fetching.run();
        }
        assertEquals(1, asked.size(), "it is not due");
        world.clock.forward(Duration.ofMinutes(11));
        try (var fetching = fetching(PrivateServers.ALL)) {
            fetching.run();
        }
        assertEquals(2, asked.size());
    }

    @Test
    void a_process_that_was_lost_has_lost_nothing_and_begun_nothing_twice() {
        answer(rss(item("1", "پل باز شد", LONG), item("2", "جاده بسته شد", "برف")));
        var source = added(wish("/feed"));
        // it took the source, brought one item, and was killed
        var _ = sources().take(source.id()).orElseThrow();
        arriving.take(
                source.actor(),
                new WireMapping(source, Set.of("city"))
                        .arrival(Formats.items(
                                        source,
                                        "feed",
                                        rss(item("1", "پل باز شد", LONG)).getBytes(StandardCharsets.UTF_8),
                                        new OldDates(ZoneId.of("Asia/Tehran"), world.clock.instant()))
                                .getFirst()));
        assertEquals(Optional.empty(), fetching(PrivateServers.ALL).fetch(source.id()));
        world.clock.forward(Duration.ofMinutes(11));
        assertEquals(1, fetch(source).count(Arrival.Fate.BEGUN));
        assertEquals(2, world.count("SELECT COUNT(*) FROM story"));
    }

    @Test
    void of_what_stood_there_before_the_newest_is_taken_and_the_rest_is_never_news() {
        var items = IntStream.range(0, 10)
                .mapToObj(i -> item("" + i, "خبر " + i, "متن " + i))
                .toArray(String[]::new);
        answer(rss(items));
        var source = added(wish("/feed").most(3));
        assertEquals(3, fetch(source).count(Arrival.Fate.BEGUN));
        assertEquals("خبر 0", content(story(source, "0")).headline(), "feeds begin with their newest");
        answer(rss(items) + "<!-- -->");
        assertEquals(0, fetch(source).count(Arrival.Fate.BEGUN));
    }

    // ---- what may go wrong

    @Test
    void a_private_address_is_refused_also_behind_a_redirect_unless_it_is_named() {
        answering = exchange -> {
            exchange.getResponseHeaders()
                    .add("Location", "http://127.0.0.1:" + other.getAddress().getPort() + "/feed");
            send(exchange, 302, "");
        };
        var source = added(wish("/redirect"));
        var refused = fetching(PrivateServers.NONE).fetch(source.id()).orElseThrow();
        assertTrue(refused.failure().contains("private network"), refused.failure());
        assertEquals(0, asked.size());
        var named = new PrivateServers(false, Set.of("localhost"));
        refused = fetching(named).fetch(source.id()).orElseThrow();
        assertTrue(refused.failure().contains("127.0.0.1 stands in a private network"), refused.failure());
        assertEquals(1, asked.size());
        var both = new PrivateServers(false, Set.of("localhost", "127.0.0.1"));
        refused = fetching(both).fetch(source.id()).orElseThrow();
        assertTrue(refused.failure().contains("more than 5 times"), refused.failure());
    }

    @Test
    void what_is_too_large_is_not_read_to_its_end() {
        answering = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] piece = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            try (var out = exchange.getResponseBody()) {
                for (int i = 0; i < 200; i++) {
                    out.write(piece);
                }
            }
        };
        var report = fetch(added(wish("/feed")));
        assertEquals("it answered more than 10 MB", report.failure());
    }

    @Test
    void a_server_that_is_slow_with_its_answer_is_left() {
        var never = new CountDownLatch(1);
        answering = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('<');
            exchange.getResponseBody().flush();
            await(never);
        };
        var source = added(wish("/feed"));
        var hasty = new OtherServers(PrivateServers.ALL, "Titr", Duration.ofMillis(200));
        assertEquals(
                "localhost did not answer in time",
                fetching(hasty).fetch(source.id()).orElseThrow().failure());
        never.countDown();
    }

    @Test
    void who_fails_is_asked_less_and_less_often_and_shows_why() {
        answering = exchange -> send(exchange, 500, "");
        var source = added(wish("/feed"));
        assertEquals("it answered 500", fetch(source).failure());
        assertEquals(Duration.ofMinutes(10), wait(source));
        fetch(source);
        fetch(source);
        assertEquals(Duration.ofMinutes(40), wait(source));
        assertEquals(3, now(source).state().failures());
        answering = exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "36000");
            send(exchange, 429, "");
        };
        fetch(source);
        assertEquals(Duration.ofHours(10), wait(source));
        answer("<html>");
        assertTrue(
                fetch(source).failure().startsWith("line 1: It is not sound XML"),
                fetch(source).failure());
        answer(rss(item("1", "یک", "متن یک")));
        assertEquals("", fetch(source).failure());
        assertEquals(0, now(source).state().failures());
        assertEquals(Duration.ofMinutes(10), wait(source));
    }

    // ---- folders

    @Test
    void the_files_of_a_folder_are_read_once_and_again_when_they_change() throws IOException {
        var agency = Files.createDirectory(folder.resolve("agency"));
        Files.writeString(agency.resolve("1.json"), ninjs("1", "پل باز شد", LONG, "usable"));
        String road = newsml("1", "جاده بسته شد و برف آمد", "usable").replace("guid=\"1\"", "guid=\"2\"");
        Files.writeString(agency.resolve("2.xml"), road.substring(0, 200));
        Files.writeString(agency.resolve(".hidden.json"), "{");
        var source = added(wish("").at("agency"));
        var report = fetch(source);
        assertEquals(1, report.count(Arrival.Fate.BEGUN));
        assertTrue(report.failure().startsWith("2.xml: line "), report.failure());
        assertEquals(false, fetch(source).changed());
        assertTrue(now(source).state().failure().startsWith("2.xml"), "it still cannot be read");
        Files.writeString(agency.resolve("2.xml"), road);
        Files.setLastModifiedTime(agency.resolve("2.xml"), FileTime.from(Instant.parse("2025-01-20T05:00:00Z")));
        report = fetch(source);
        assertEquals(1, report.count(Arrival.Fate.BEGUN));
        assertEquals("", report.failure());
        Files.delete(agency.resolve("1.json"));
        fetch(source);
        assertEquals(1, world.count("SELECT COUNT(*) FROM wire_file"));
        assertEquals(2, world.count("SELECT COUNT(*) FROM story"));
    }

    @Test
    void a_folder_elsewhere_is_refused_by_its_name_and_behind_a_link() throws IOException {
        var below = Files.createDirectory(folder.resolve("below"));
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(below.resolve("link"), elsewhere);
        var sources = new WireSources(
                world.database, world.ids, world.clock, world.sections, world.people, Optional.of(below));
        for (String address : List.of("../elsewhere", elsewhere.toString(), "link", "missing", "/etc", "")) {
            assertEquals(
                    Verdict.refused(Verdict.Reason.NOT_A_WIRE_FOLDER),
                    sources.add(chief, wish("").at(address).wish()),
                    address);
        }
        Files.createDirectory(below.resolve("own"));
        assertInstanceOf(
                Verdict.Done.class, sources.add(chief, wish("").at("own").wish()));
        var without =
                new WireSources(world.database, world.ids, world.clock, world.sections, world.people, Optional.empty());
        assertEquals(
                Verdict.refused(Verdict.Reason.NOT_A_WIRE_FOLDER),
                without.add(chief, wish("").at("own").wish()));
    }
}
