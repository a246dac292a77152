package news.titr.site;

import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import news.titr.TestDatabase;
import news.titr.TestTemplates;
import news.titr.World;
import news.titr.db.Signals;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.doc.Inline;
import news.titr.http.EventStream;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.http.StaticFiles;
import news.titr.language.Language;
import news.titr.media.FolderBlobs;
import news.titr.media.Pictures;
import news.titr.media.Programs;
import news.titr.people.Actor;
import news.titr.story.Archive;
import news.titr.story.Bylines;
import news.titr.story.CoverageEntry;
import news.titr.story.Covering;
import news.titr.story.LiveCoverage;
import news.titr.story.Masthead;
import news.titr.story.Publishing;
import news.titr.story.Story;
import news.titr.story.StoryType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A live coverage before readers: its pages, and what comes to those who have one open. */
@Tag("database")
class CoveragePagesTest {

    private final World world = new World();
    private final Signals signals = new Signals(world.database, trouble -> {
        throw trouble;
    });
    private final Site site = new Site(
            TestTemplates.engine(),
            new Masthead(
                    "کرانه",
                    "روزنامهٔ صبح",
                    URI.create("https://news.example.org"),
                    ZoneId.of("Asia/Tehran"),
                    Language.PERSIAN,
                    List.of()),
            world.liveStories,
            new Bylines(world.database),
            new Pictures(world.database, new FolderBlobs(TestDatabase.temporaryFolder()), world.clock, Programs.NONE),
            world.clock,
            new StaticFiles());
    private final MissingPage missing = new MissingPage(site);
    private final StoryPage page = new StoryPage(site, missing, new WithdrawnPage(site));
    private final CoverageUpdates updates = new CoverageUpdates(site, signals, missing, 2);
    private final Actor editor = world.chiefEditor();
    private final Story story = live();

    @AfterEach
    void close() {
        signals.close();
        world.close();
    }

    private Story live() {
        var draft = world.draft(StoryType.LIVE, World.bridgeReopens());
        return done(world.publishing.publish(editor, draft.number(), Publishing.Seen.of(draft)));
    }

    private CoverageEntry write(String headline, String text, boolean keyEvent) {
        world.clock.forward(Duration.ofMinutes(1));
        return done(world.covering.write(
                editor,
                story.number(),
                world.ids.next(),
                new Covering.Wish(
                        Optional.empty(), headline, Body.of(Block.Paragraph.of(text)), "سارا نویسنده", keyEvent)));
    }

    private CoverageEntry write(String text) {
        return write("", text, false);
    }

    private Response show(String query) {
        String address = site.address(world.live(story.number()));
        return page.answer(request(address + query, address.substring(address.lastIndexOf('/') + 1)));
    }

    private Response ask(String query, java.util.function.Function<Request, Response> of) {
        return of.apply(request("/news/" + story.number() + "/entries" + query, ""));
    }

    private Request request(String address, String slug) {
        var query = new HashMap<String, List<String>>();
        int mark = address.indexOf('?');
        if (mark >= 0) {
            String[] parameter = address.substring(mark + 1).split("=", 2);
            query.put(parameter[0], List.of(parameter[1]));
        }
        var route = new HashMap<String, List<String>>();
        route.put("number", List.of(Long.toString(story.number())));
        if (!slug.isEmpty()) {
            route.put("slug", List.of(slug));
        }
        return new Request(
                "GET",
                mark < 0 ? address : address.substring(0, mark),
                new Parameters(route),
                new Parameters(query),
                Parameters.NONE,
                Parameters.NONE,
                new Parameters(Map.of()),
                new byte[0],
                List.of(),
                "192.0.2.1",
                true);
    }

    private static String html(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static List<String> entries(String html) {
        return Pattern.compile("<article class=\"entry[^\"]*\" id=\"(e\\d+)\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static void assertContains(String html, String... parts) {
        for (String part : parts) {
            assertTrue(html.contains(part), () -> "lacks " + part + "\n" + html);
        }
    }

    // ---- pages

    @Test
    void a_live_story_shows_its_entries_newest_first_each_with_its_time_and_own_link() {
        write("آغاز بازی", "داور سوت زد.", true);
        write("باران گرفت.");
        var html = html(show(""));
        assertEquals(List.of("e2", "e1"), entries(html));
        String own = site.address(world.live(story.number())) + "?entry=1#e1";
        assertContains(
                html,
                "<span class=\"going-on\">پوشش زنده</span>",
                "<a href=\"" + own + "\" rel=\"bookmark\"><time datetime=\"2025-01-20T04:41:00Z\">"
                        + "<span class=\"time\">۸:۱۱</span> <span class=\"day\">۱ بهمن ۱۴۰۳</span></time></a>",
                "<li data-number=\"1\"><time datetime=\"2025-01-20T04:41:00Z\">۸:۱۱</time> <a href=\"" + own
                        + "\">آغاز بازی</a></li>",
                "<h3>آغاز بازی</h3>",
                "<p>داور سوت زد.</p>",
                "<p class=\"author\">سارا نویسنده</p>",
                "<time class=\"updated\" datetime=\"2025-01-20T04:42:00Z\">۱ بهمن ۱۴۰۳ - ۸:۱۲</time>",
                "data-change=\"2\" data-newest=\"2\"");
        assertContains(
                html(new PrintPage(site, missing, new WithdrawnPage(site))
                        .answer(request("/news/" + story.number() + "/print", ""))),
                "<p>داور سوت زد.</p>",
                "<p>باران گرفت.</p>");
    }

    @Test
    void an_own_link_finds_its_entry_when_it_stands_on_an_older_page_by_now() {
        for (int i = 0; i < StoryPage.ENTRIES + 2; i++) {
            write("مطلب " + i);
        }
        var first = html(show(""));
        assertEquals(StoryPage.ENTRIES, entries(first).size());
        assertEquals("e32", entries(first).getFirst());
        assertContains(first, "?before=3\" rel=\"next\"");
        assertEquals(List.of("e2", "e1"), entries(html(show("?before=3"))));
        var own = html(show("?entry=2"));
        assertEquals(List.of("e2", "e1"), entries(own));
        assertContains(own, "رفتن به تازه‌ترین‌ها");
        assertEquals(404, show("?entry=99").status());
        // a link outlives the headline that it was made with
        var moved = page.answer(request("/news/" + story.number() + "/آن-تیتر?entry=2", "آن-تیتر"));
        assertEquals(301, moved.status());
        assertTrue(moved.header("Location").endsWith("?entry=2"), moved.header("Location"));
    }

    @Test
    void an_entry_that_was_taken_back_is_nowhere_and_its_link_says_so_politely() {
        write("راست");
        var rumour = write("شایعه");
        done(world.covering.remove(editor, story.number(), rumour.number(), "نادرست بود"));
        assertEquals(List.of("e1"), entries(html(show(""))));
        var own = show("?entry=2");
        assertEquals(410, own.status());
        assertContains(html(own), "<p class=\"taken-back\" role=\"status\">این مطلب پس گرفته شد.</p>");
        for (var answer : List.of(show(""), own, ask("?numbers=1,2", updates::entries))) {
            assertFalse(html(answer).contains("شایعه"));
            assertFalse(html(answer).contains("نادرست بود"));
        }
    }

    @Test
    void a_pinned_entry_stays_at_the_top_of_the_first_page_and_stands_in_its_place_on_the_others() {
        var first = write("راهنمای رأی‌دادن");
        for (int i = 0; i < StoryPage.ENTRIES; i++) {
            write("مطلب " + i);
        }
        done(world.covering.mark(editor, story.number(), first.number(), false, true));
        assertEquals("e1", entries(html(show(""))).getFirst());
        assertEquals(List.of("e1"), entries(html(show("?before=2"))));
    }

    @Test
    void headings_within_an_entry_belong_to_it() {
        world.clock.forward(Duration.ofMinutes(1));
        done(world.covering.write(
                editor,
                story.number(),
                world.ids.next(),
                new Covering.Wish(
                        Optional.empty(),
                        "نیمهٔ نخست",
                        Body.of(
                                new Block.Subhead(2, "", Inline.plain("گل نخست")),
                                new Block.Subhead(3, "", Inline.plain("داور چه گفت"))),
                        "",
                        false)));
        var html = html(show(""));
        assertContains(html, "<h3>نیمهٔ نخست</h3>", "<h4>گل نخست</h4>", "<h5>داور چه گفت</h5>");
        var lite = html(lite(""));
        assertContains(lite, "<h2>نیمهٔ نخست</h2>", "<h3>گل نخست</h3>", "<h3>داور چه گفت</h3>");
    }

    @Test
    void the_light_page_has_the_entries_a_few_at_a_time() {
        for (int i = 1; i <= 17; i++) {
            write("تیتر " + i, "متن مطلب " + i + ".", false);
        }
        var first = html(lite(""));
        assertContains(first, "مرمت پل سه سال طول کشید.", "<h2>تیتر 17</h2>", "<p>متن مطلب 3.</p>");
        assertFalse(first.contains("متن مطلب 2."));
        assertContains(first, "href=\"/lite/news/1001?before=3\" rel=\"next\"");
        var rest = html(lite("?before=3"));
        assertContains(rest, "<h2>تیتر 2</h2>", "<p>متن مطلب 1.</p>");
        assertFalse(rest.contains("متن مطلب 3.") || rest.contains("rel=\"next\""));
        assertEquals(404, lite("?before=99").status());
    }

    private Response lite(String query) {
        return new LitePages(site).story(request("/lite/news/" + story.number() + query, ""));
    }

    @Test
    void the_paper_of_the_day_has_the_entries_below_its_headlines() {
        write("آغاز بازی", "داور سوت زد.", false);
        var archive = new Archive(world.database);
        archive.keep(World.EDITION, ZoneId.of("Asia/Tehran"));
        var asked = new Request(
                "GET",
                "/lite/today.html",
                new Parameters(Map.of("day", List.of("today"))),
                Parameters.NONE,
                Parameters.NONE,
                Parameters.NONE,
                Parameters.NONE,
                new byte[0],
                List.of(),
                "192.0.2.1",
                true);
        assertContains(
                html(new DayFile(site, new LitePages(site), archive).answer(asked)),
                "<h3>پل کهنه پس از سه سال باز می‌شود</h3>",
                "<h4>آغاز بازی</h4>",
                "<p>داور سوت زد.</p>");
    }

    @Test
    void the_desk_sees_the_entries_of_a_story_that_readers_do_not_have_yet() {
        var draft = world.draft(StoryType.LIVE, World.bridgeReopens());
        done(world.covering.write(
                editor,
                draft.number(),
                world.ids.next(),
                new Covering.Wish(Optional.empty(), "آماده", Body.of(Block.Paragraph.of("همه آمده‌اند.")), "", true)));
        var rumour = done(world.covering.write(
                editor, draft.number(), world.ids.next(), Covering.Wish.of(Body.of(Block.Paragraph.of("شایعه")))));
        done(world.covering.remove(editor, draft.number(), rumour.number(), "نادرست"));
        var rehearsal = world.history.rehearsal(draft, World.bridgeReopens(), draft.newestRevision());
        var live = Optional.of(world.covering.rehearsal(draft.number()));
        for (var answer : List.of(
                page.rehearse(rehearsal, live),
                new PrintPage(site, missing, new WithdrawnPage(site)).show(rehearsal, live))) {
            assertContains(html(answer), "<h3>آماده</h3>", "<p>همه آمده‌اند.</p>");
            assertFalse(html(answer).contains("شایعه"));
        }
        // and readers have none of it
        assertEquals(
                Optional.empty(),
                world.liveStories
                        .coverage(draft.number(), new LiveCoverage.From.Newest(), 9)
                        .flatMap(LiveCoverage::coverage));
    }

    @Test
    void a_coverage_says_when_it_has_ended() {
        write("پایان");
        done(world.covering.finish(editor, story.number()));
        assertContains(
                html(show("")),
                "<section class=\"coverage finished\"",
                "<span class=\"over\">این پوشش زنده پایان یافت</span>");
    }

    // ---- what comes to an open page

    /** What a reader's browser would hear. */
    private static final class Heard implements EventStream {
        final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
        final List<Runnable> closing = new ArrayList<>();

        @Override
        public void send(String name, String data) {
            events.add(name + " " + data);
        }

        @Override
        public void whenClosed(Runnable action) {
            closing.add(action);
        }

        String next() throws InterruptedException {
            String event = events.poll(20, TimeUnit.SECONDS);
            assertTrue(event != null, "nothing was heard");
            return event;
        }
    }

    private Heard listen(long since) {
        var heard = new Heard();
        var content = ask("/events?since=" + since, updates::events).content();
        assertInstanceOf(Response.Content.Events.class, content);
        ((Response.Content.Events) content).opened().accept(heard);
        return heard;
    }

    @Test
    void who_has_the_page_open_hears_of_each_entry_and_of_what_came_while_the_page_was_loading() throws Exception {
        signals.start();
        write("یک");
        write("دو");
        var late = listen(1);
        assertContains(late.next(), "changes {\"change\":2", "\"entries\":[{\"number\":2,\"removed\":false}]");
        var entry = write("سه");
        assertContains(late.next(), "\"change\":3", "[{\"number\":3,\"removed\":false}]");
        done(world.covering.remove(editor, story.number(), entry.number(), "نادرست"));
        assertContains(late.next(), "\"change\":4", "[{\"number\":3,\"removed\":true}]");
        var seen = Publishing.Seen.of(world.newsroom.story(story.number()).orElseThrow());
        done(world.publishing.withdraw(editor, story.number(), seen, "نادرست"));
        assertEquals("gone {}", late.next());
    }

    @Test
    void who_finds_no_place_asks_instead_and_learns_the_same() {
        write("یک");
        var first = listen(1);
        listen(1);
        var full = ask("/events?since=0", updates::events);
        assertEquals(503, full.status());
        assertEquals("60", full.header("Retry-After"));
        assertContains(html(ask("/changes?since=0", updates::changes)), "[{\"number\":1,\"removed\":false}]");
        first.closing.forEach(Runnable::run);
        listen(1);
    }

    @Test
    void what_an_entry_says_is_fetched_by_its_number_as_it_is_now() {
        var entry = write("", "نتیجه: ۱ بر ۰", true);
        assertContains(html(ask("?numbers=1", updates::entries)), "نتیجه: ۱ بر ۰", "class=\"key-events\"");
        done(world.covering.change(
                editor,
                story.number(),
                entry.number(),
                entry.version(),
                Covering.Wish.of(Body.of(Block.Paragraph.of("نتیجه: ۲ بر ۰")))));
        var now = html(ask("?numbers=1", updates::entries));
        assertContains(now, "نتیجه: ۲ بر ۰", "aria-labelledby=\"key-events\" hidden");
        assertFalse(now.contains("نتیجه: ۱ بر ۰"));
    }

    @Test
    void a_story_that_is_no_live_coverage_has_no_updates() {
        var plain = world.published(World.bridgeCloses());
        var asked = new Request(
                "GET",
                "/",
                new Parameters(Map.of("number", List.of(Long.toString(plain.number())))),
                Parameters.NONE,
                Parameters.NONE,
                Parameters.NONE,
                Parameters.NONE,
                new byte[0],
                List.of(),
                "192.0.2.1",
                true);
        assertEquals(404, updates.changes(asked).status());
        assertEquals(404, updates.events(asked).status());
        assertEquals(404, updates.entries(asked).status());
    }
}
