package news.titr.wire.fetching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.titr.World;
import news.titr.audit.Action;
import news.titr.audit.AuditQuery;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.http.OtherServers;
import news.titr.http.PrivateServers;
import news.titr.people.Actor;
import news.titr.people.Role;
import news.titr.people.Verdict;
import news.titr.sources.WireSource;
import news.titr.sources.WireSources;
import news.titr.story.Alarm;
import news.titr.story.Arrival;
import news.titr.story.Arriving;
import news.titr.story.Content;
import news.titr.story.FromWire;
import news.titr.story.Outcome;
import news.titr.story.Problem;
import news.titr.story.Publishing;
import news.titr.story.Release;
import news.titr.story.Stage;
import news.titr.story.Story;
import news.titr.story.StoryDocument;
import news.titr.wire.moving.OldDates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that listen in this process and files in real folders, asked as the program asks them. */
@Tag("database")
class WireFetchingTest {

    private static final String LONG = "مرمت پل سه سال طول کشید و هزینهٔ آن را شهرداری و مردم با هم پرداخته\u200Cاند.";

    private final World world = new World();
    private final Actor chief = world.chiefEditor();
    private final HttpServer other = listening();
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private volatile Answering answering = exchange -> send(exchange, 404, "");
    private final Arriving arriving =
            new Arriving(world.database, world.ids, world.clock, world.drafting, world.publishing);

    @TempDir
    private Path folder;

    /** How the other server answers. */
    private interface Answering {
        void to(HttpExchange exchange) throws IOException;
    }

    @AfterEach
    void close() {
        other.stop(0);
        world.close();
    }

    // ---- once

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
        sources().take(source.id()).orElseThrow();
        arriving.take(source.actor(), new WireMapping(source, Set.of("city")).arrival(Formats.items(
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
    void the_same_text_under_another_id_or_from_another_source_is_a_mark_and_no_second_draft() {
        answer(rss(item("1", "پل باز می\u200Cشود", LONG)));
        var source = added(wish("/feed"));
        fetch(source);
        answer(rss(item("9", "پل باز میشود!", LONG.replace("ک", "\u0643").replace("پل", "«پل»"))));
        assertEquals(1, fetch(source).count(Arrival.Fate.SAME));
        world.clock.forward(Duration.ofMinutes(1));
        var second = added(wish("/other").named("راه\u200Cنیوز"));
        answer(rss(item("1", "پل باز می\u200Cشود", LONG), item("2", "قیمت طلا", "۱۲"), item("3", "قیمت طلا", "۱۲")));
        assertEquals(1, fetch(second).count(Arrival.Fate.SAME));
        assertEquals(3, world.count("SELECT COUNT(*) FROM story"), "texts of a few words are compared by their ids");
        var from = arriving.of(story(source, "1").number());
        assertEquals(List.of(true, false, false), from.stream().map(FromWire::own).toList());
        assertEquals("راه\u200Cنیوز", from.getLast().source());
        assertEquals(0, fetch(second).fates().values().stream().mapToInt(count -> count).sum());
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

    // ---- newer versions

    @Test
    void a_newer_version_becomes_the_text_of_an_untouched_draft() {
        var source = added(wish("/ninjs"));
        answer(ninjs("1", "پل باز شد", LONG, "usable"));
        fetch(source);
        var story = story(source, "1");
        world.drafting.open(chief, story.number());
        answer(ninjs("2", "پل باز شد؛ عابران آمدند", LONG, "usable"));
        assertEquals(1, fetch(source).count(Arrival.Fate.REVISED));
        assertEquals("پل باز شد؛ عابران آمدند", content(story(source, "1")).headline());
        answer(ninjs("1", "پل باز شد", LONG, "usable"));
        assertEquals(1, fetch(source).count(Arrival.Fate.THERE), "an older one comes late");
        assertEquals("پل باز شد؛ عابران آمدند", content(story(source, "1")).headline());
        assertEquals(
                "پل باز شد؛ عابران آمدند",
                StoryDocument.content(
                                world.drafting.open(chief, story.number()).orElseThrow().document())
                        .headline(),
                "whoever has it open sees it");
    }

    @Test
    void what_an_editor_wrote_is_never_written_over_but_marked() {
        var source = added(wish("/ninjs"));
        answer(ninjs("1", "پل باز شد", LONG, "usable"));
        fetch(source);
        var story = story(source, "1");
        var mine = content(story).withText("", "تیتر من", "", content(story).body());
        World.done(world.drafting.revise(chief, story.number(), story.newestRevision(), mine));
        answer(ninjs("2", "پل باز شد؛ عابران آمدند", LONG, "usable"));
        assertEquals(1, fetch(source).count(Arrival.Fate.WAITS));
        assertEquals("تیتر من", content(story(source, "1")).headline());
        var from = arriving.of(story.number()).getFirst();
        assertEquals("پل باز شد؛ عابران آمدند", from.newer().orElseThrow().headline());
        assertTrue(from.calls());

        var now = story(source, "1");
        assertEquals(
                Outcome.refused(Problem.Kind.NOT_ALLOWED),
                arriving.takeNewer(
                        world.reporter(), now.number(), from.origin(), from.item(), now.newestRevision()));
        assertEquals(
                Outcome.refused(Problem.Kind.NOT_ALLOWED),
                arriving.leaveNewer(world.reporter(), now.number(), from.origin(), from.item()));
        World.done(arriving.takeNewer(chief, now.number(), from.origin(), from.item(), now.newestRevision()));
        assertEquals("پل باز شد؛ عابران آمدند", content(story(source, "1")).headline());
        assertEquals(Optional.empty(), arriving.of(story.number()).getFirst().newer());

        answer(ninjs("3", "پل باز شد و بسته شد", LONG, "usable"));
        assertEquals(1, fetch(source).count(Arrival.Fate.WAITS), "it is the editor's from now on");
        World.done(arriving.leaveNewer(chief, now.number(), from.origin(), from.item()));
        assertEquals(Optional.empty(), arriving.of(story.number()).getFirst().newer());
    }

    @Test
    void who_has_taken_or_moved_a_story_has_touched_it() {
        var source = added(wish("/ninjs"));
        answer(ninjs("1", "پل باز شد", LONG, "usable"));
        fetch(source);
        var story = story(source, "1");
        World.done(world.workflow.claim(chief, story.number()));
        answer(ninjs("2", "پل باز شد؛ عابران آمدند", LONG, "usable"));
        assertEquals(1, fetch(source).count(Arrival.Fate.WAITS));
        World.done(world.workflow.release(chief, story.number()));
        World.done(world.workflow.move(chief, story.number(), Stage.DRAFT, Stage.READY, ""));
        answer(ninjs("3", "سومین", LONG, "usable"));
        assertEquals(1, fetch(source).count(Arrival.Fate.WAITS));
        assertEquals("پل باز شد", content(story(source, "1")).headline());
    }

    // ---- taken back

    @Test
    void a_draft_that_its_agency_kills_goes_onto_the_spike_and_comes_back_with_it() {
        var source = added(wish("/newsml"));
        answer(newsml("1", "پل باز شد", "usable"));
        fetch(source);
        answer(newsml("2", "پل باز شد", "canceled"));
        assertEquals(1, fetch(source).count(Arrival.Fate.TAKEN_BACK));
        assertEquals(Stage.SPIKED, story(source, "1").stage());
        assertEquals(List.of(), world.alarms.open(), "nobody has seen it");
        answer(newsml("3", "پل باز شد، این بار درست", "usable"));
        assertEquals(1, fetch(source).count(Arrival.Fate.REVISED));
        assertEquals(Stage.DRAFT, story(source, "1").stage());
    }

    @Test
    void of_a_story_that_readers_have_the_desk_is_told_and_nothing_is_withdrawn() {
        var source = added(wish("/ninjs"));
        answer(ninjs("1", "پل باز شد", LONG, "usable"));
        fetch(source);
        var story = story(source, "1");
        World.done(world.publishing.publish(chief, story.number(), Publishing.Seen.of(story)));
        answer(ninjs("2", "پل باز شد", LONG, "canceled"));
        fetch(source);
        assertInstanceOf(Release.Live.class, story(source, "1").release());
        assertEquals(Arrival.Status.CANCELED, arriving.of(story.number()).getFirst().status());
        var alarm = world.alarms.unseen(chief).getFirst();
        assertEquals(Alarm.Kind.CANCELED, alarm.kind());
        World.done(world.alarms.acknowledge(chief, story.number()));
        assertEquals(List.of(), world.alarms.open());
    }

    @Test
    void what_was_taken_back_before_it_came_is_no_news() {
        var source = added(wish("/ninjs"));
        answer(ninjs("2", "پل باز شد", LONG, "withheld"));
        assertEquals(1, fetch(source).count(Arrival.Fate.TAKEN_BACK));
        answer(ninjs("1", "پل باز شد", LONG, "usable"));
        assertEquals(1, fetch(source).count(Arrival.Fate.THERE));
        assertEquals(0, world.count("SELECT COUNT(*) FROM story"));
    }

    // ---- rules

    @Test
    void a_rule_publishes_with_the_rights_of_who_made_it_and_follows_until_somebody_touches_the_story() {
        var source = added(wish("/ninjs").rule(Arrival.Rule.FOLLOW));
        answer(ninjs("1", "پل باز شد", LONG, "usable"));
        fetch(source);
        var story = story(source, "1");
        assertEquals("پل باز شد", world.live(story.number()).headline());
        assertEquals(
                Optional.of("پل\u200Cنیوز"), audited(story, Action.PUBLISH).text(Detail.Name.TOKEN));
        answer(ninjs("2", "پل باز شد؛ عابران آمدند", LONG, "usable"));
        fetch(source);
        assertEquals("پل باز شد؛ عابران آمدند", world.live(story.number()).headline());
        answer(ninjs("3", "پل باز شد", LONG, "canceled"));
        fetch(source);
        var withdrawn = assertInstanceOf(Release.Withdrawn.class, story(source, "1").release());
        assertEquals("منبع fa آن را پس گرفت", withdrawn.reason());
    }

    @Test
    void without_a_rule_for_it_what_a_rule_published_stays() {
        var source = added(wish("/ninjs").rule(Arrival.Rule.PUBLISH));
        answer(ninjs("1", "پل باز شد", LONG, "usable"));
        fetch(source);
        answer(ninjs("2", "پل باز شد", LONG, "canceled"));
        fetch(source);
        assertInstanceOf(Release.Live.class, story(source, "1").release());
        assertEquals(1, world.alarms.unseen(chief).size());
    }

    @Test
    void the_checks_hold_for_a_rule_and_the_desk_is_told_what_was_refused() {
        var source = added(wish("/feed").rule(Arrival.Rule.PUBLISH));
        answer(rss(item("1", "", LONG)));
        fetch(source);
        var story = story(source, "1");
        assertInstanceOf(Release.Unreleased.class, story.release());
        assertEquals(
                List.of(Problem.Kind.NO_HEADLINE),
                arriving.of(story.number()).getFirst().problems());
    }

    @Test
    void a_rule_of_somebody_who_has_left_publishes_nothing() {
        var editor = world.actor("ed@example.org", "دبیر", Role.CHIEF_EDITOR);
        var source = added(editor, wish("/ninjs").rule(Arrival.Rule.PUBLISH));
        world.people.disable(world.actor("admin@example.org", "مدیر", Role.ADMINISTRATOR), ((Actor.AtDesk) editor)
                .person()
                .id());
        answer(ninjs("1", "پل باز شد", LONG, "usable"));
        fetch(source);
        var story = story(source, "1");
        assertInstanceOf(Release.Unreleased.class, story.release());
        assertEquals(
                List.of(Problem.Kind.NOT_ALLOWED),
                arriving.of(story.number()).getFirst().problems());
    }

    @Test
    void an_embargo_is_kept_and_a_rule_waits_for_its_end() {
        var source = added(wish("/ninjs").rule(Arrival.Rule.PUBLISH));
        var until = world.clock.instant().plus(Duration.ofHours(2));
        answer(ninjs("1", "پل باز شد", LONG, "usable").replace("{", "{\"embargoed\":\"" + until + "\","));
        fetch(source);
        var story = story(source, "1");
        assertEquals(Optional.of(until), story.embargo());
        assertEquals(until, assertInstanceOf(Release.Scheduled.class, story.release()).at());
        world.clock.forward(Duration.ofHours(3));
        world.due.publish();
        assertInstanceOf(Release.Live.class, story(source, "1").release());
    }

    @Test
    void their_categories_become_sections_as_the_mapping_says() {
        var source = added(wish("/feed").mapping("Arts = culture\nmedtop:01 = culture").tags());
        answer(rss(
                item("1", "یک", "متن یک", "sport", "ARTS"),
                item("2", "دو", "متن دو", "sport"),
                item("3", "سه", "متن سه")));
        fetch(source);
        assertEquals("culture", content(story(source, "1")).section());
        assertEquals(List.of("sport", "ARTS"), content(story(source, "1")).tags());
        assertEquals("city", content(story(source, "2")).section());
    }

    @Test
    void a_draft_that_nobody_wanted_goes_onto_the_spike_after_its_days() {
        var source = added(wish("/feed").kept(3));
        answer(rss(item("1", "یک", "متن یک"), item("2", "دو", "متن دو")));
        fetch(source);
        World.done(world.workflow.claim(chief, story(source, "2").number()));
        world.clock.forward(Duration.ofDays(4));
        fetch(source);
        assertEquals(Stage.SPIKED, story(source, "1").stage());
        assertEquals(Stage.DRAFT, story(source, "2").stage());
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
        assertEquals("localhost did not answer in time", fetching(hasty).fetch(source.id()).orElseThrow().failure());
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
        assertTrue(fetch(source).failure().startsWith("line 1: It is not sound XML"), fetch(source).failure());
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
        assertInstanceOf(Verdict.Done.class, sources.add(chief, wish("").at("own").wish()));
        var without = new WireSources(
                world.database, world.ids, world.clock, world.sections, world.people, Optional.empty());
        assertEquals(
                Verdict.refused(Verdict.Reason.NOT_A_WIRE_FOLDER),
                without.add(chief, wish("").at("own").wish()));
    }

    // ---- what these tests do

    private HttpServer listening() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                asked.add(exchange.getRequestHeaders().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, header -> header.getValue().getFirst())));
                answering.to(exchange);
                exchange.close();
            });
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void answer(String body) {
        answering = exchange -> send(exchange, 200, body);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private WireSources sources() {
        return new WireSources(
                world.database, world.ids, world.clock, world.sections, world.people, Optional.of(folder));
    }

    private WireFetching fetching(PrivateServers allowed) {
        return fetching(new OtherServers(allowed, "Titr"));
    }

    private WireFetching fetching(OtherServers servers) {
        return new WireFetching(
                sources(),
                arriving,
                world.sections,
                world.clock,
                ZoneId.of("Asia/Tehran"),
                servers,
                edition -> "منبع " + edition + " آن را پس گرفت");
    }

    private WireFetching.Report fetch(WireSource source) {
        return fetching(PrivateServers.ALL).fetch(source.id()).orElseThrow();
    }

    private WireSource added(Wished wished) {
        return added(chief, wished);
    }

    private WireSource added(Actor actor, Wished wished) {
        if (sources().add(actor, wished.wish()) instanceof Verdict.Done<WireSource>(var source)) {
            return source;
        }
        throw new AssertionError(sources().add(actor, wished.wish()).toString());
    }

    private WireSource now(WireSource source) {
        return sources().all(chief).orElseThrow().stream()
                .filter(each -> each.id().equals(source.id()))
                .findFirst()
                .orElseThrow();
    }

    private Duration wait(WireSource source) {
        return Duration.between(world.clock.instant(), now(source).state().dueAt());
    }

    private Story story(WireSource source, String item) {
        var number = world.database.read(read -> read.createQuery(
                        "SELECT story FROM wire_item WHERE origin = :origin AND item = :item")
                .bind("origin", source.origin())
                .bind("item", item)
                .mapTo(Long.class)
                .one());
        return world.newsroom.story(number).orElseThrow();
    }

    private Content content(Story story) {
        return world.newsroom.open(story.number()).orElseThrow().revision().content();
    }

    private Detail audited(Story story, Action action) {
        return world.database.read(read -> AuditQuery.about(Subject.story(story.number()), Set.of(action))
                .read(read, AuditQuery.After.START, 10)
                .getFirst()
                .detail());
    }

    private Wished wish(String path) {
        return new Wished(WireSource.Wish.usual(World.EDITION))
                .named("پل\u200Cنیوز")
                .at(path.isEmpty() ? "" : "http://localhost:" + other.getAddress().getPort() + path)
                .credited("خبرگزاری پل");
    }

    /** A wish, changed part by part. */
    private record Wished(WireSource.Wish wish) {
        private Wished changed(
                String name, String address, String mapping, String rights, boolean tags, Arrival.Rule rule, int most,
                int kept) {
            return new Wished(new WireSource.Wish(
                    name, address, wish.format(), 10, wish.edition(), "city", mapping, wish.credit(), rights, true,
                    tags, rule, most, kept));
        }

        Wished named(String name) {
            return changed(name, wish.address(), wish.mapping(), wish.rights(), wish.tags(), wish.rule(), wish.most(), 0);
        }

        Wished at(String address) {
            return changed(wish.name(), address, wish.mapping(), wish.rights(), wish.tags(), wish.rule(), wish.most(), 0);
        }

        Wished credited(String credit) {
            return new Wished(new WireSource.Wish(
                    wish.name(), wish.address(), wish.format(), 10, wish.edition(), "city", "", credit, "", true,
                    false, wish.rule(), wish.most(), 0));
        }

        Wished rights(String rights) {
            return changed(wish.name(), wish.address(), wish.mapping(), rights, wish.tags(), wish.rule(), wish.most(), 0);
        }

        Wished mapping(String mapping) {
            return changed(wish.name(), wish.address(), mapping, wish.rights(), wish.tags(), wish.rule(), wish.most(), 0);
        }

        Wished tags() {
            return changed(wish.name(), wish.address(), wish.mapping(), wish.rights(), true, wish.rule(), wish.most(), 0);
        }

        Wished rule(Arrival.Rule rule) {
            return changed(wish.name(), wish.address(), wish.mapping(), wish.rights(), wish.tags(), rule, wish.most(), 0);
        }

        Wished most(int most) {
            return changed(wish.name(), wish.address(), wish.mapping(), wish.rights(), wish.tags(), wish.rule(), most, 0);
        }

        Wished kept(int days) {
            return changed(
                    wish.name(), wish.address(), wish.mapping(), wish.rights(), wish.tags(), wish.rule(), wish.most(),
                    days);
        }
    }

    private static String rss(String... items) {
        return "<rss version=\"2.0\"><channel><title>پل</title>" + String.join("", items) + "</channel></rss>";
    }

    private static String item(String id, String headline, String text, String... categories) {
        var written = new StringBuilder("<item><guid>" + id + "</guid><title>" + headline
                + "</title><link>https://pol.example/" + id + "</link><description>" + text + "</description>");
        for (String category : categories) {
            written.append("<category>").append(category).append("</category>");
        }
        return written.append("</item>").toString();
    }

    private static String ninjs(String version, String headline, String text, String status) {
        return """
                {"uri":"1","type":"text","version":"%s","headline":"%s","pubstatus":"%s","body_xhtml":"<p>%s</p>"}\
                """.formatted(version, headline, status, text);
    }

    private static String newsml(String version, String headline, String status) {
        return """
                <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="1" version="%s">
                <itemMeta><pubStatus qcode="stat:%s"/></itemMeta>
                <contentMeta><headline>%s</headline></contentMeta>
                <contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>%s</p></body></html></inlineXML></contentSet>
                </newsItem>""".formatted(version, status, headline, LONG);
    }
}
