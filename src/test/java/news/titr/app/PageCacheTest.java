package news.titr.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import news.titr.TestDatabase;
import news.titr.TestTemplates;
import news.titr.ValidHtml;
import news.titr.World;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.people.Actor;
import news.titr.story.Content;
import news.titr.story.Drafting;
import news.titr.story.Label;
import news.titr.story.Labels;
import news.titr.story.Published;
import news.titr.story.Publishing.Seen;
import news.titr.story.Sectioning;
import news.titr.story.Story;
import news.titr.story.StoryFormat;
import news.titr.story.StoryFormats;
import news.titr.story.StoryType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A kept page is what would be made now, whatever has been edited; and what an edit does not touch stays kept. */
@Tag("database")
class PageCacheTest {

    private static final List<String> SECTIONS = List.of("politics", "economy", "culture");
    private static final List<String> TAGS = List.of("آب", "راه", "پل");
    private static final List<String> AUTHORS = List.of("سارا", "مینا");
    private static final List<String> PLACES = List.of("مهرکوه", "مهرکوه/ساوران", "");

    @TempDir
    private Path folder;

    private final Hands clock = new Hands();
    private Newspaper newspaper = Newspaper.open(settings(), clock);
    private final Actor technician = new Actor.Technician();
    private PageCache cache = new PageCache(newspaper);
    private List<Route> routes = new Routes(newspaper, TestTemplates.engine()).all();

    private Settings settings() {
        return Settings.load(TestDatabase.temporaryFolder(), Map.of("TITR_DATABASE_URL", TestDatabase.url()));
    }

    /** A clock that is moved by hand. */
    private static final class Hands extends Clock {
        private Instant now = World.MORNING;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @AfterEach
    void close() {
        newspaper.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void noPageIsEverAnotherThanItWouldBeIfItWereMadeNow(int seed) {
        var random = new Random(seed);
        sections();
        var stories = new ArrayList<Long>();
        for (int i = 0; i < 6; i++) {
            stories.add(publish(random).number());
        }
        int hits = 0;
        for (int edit = 0; edit < 30; edit++) {
            var paths = paths(stories);
            paths.forEach(this::get);
            String what = edit(random, stories);
            clock.now = clock.now.plus(Duration.ofMinutes(7));
            for (String path : paths) {
                var kept = cache.kept(path);
                if (kept.isPresent()) {
                    hits++;
                    assertEquals(text(made(path).body()), text(kept.get()), path + " after " + what);
                }
            }
        }
        assertTrue(hits > 100, "only " + hits + " pages were still there after an edit");
    }

    @Test
    void whatAPublicationDoesNotTouchStaysKept() {
        sections();
        var city = publish("politics", "آب", "سارا");
        var other = publish("culture", "پل", "مینا");
        String cityPage = address(city);
        String otherPage = address(other);
        var untouched = List.of(
                otherPage,
                "/news/" + other.number() + "/print",
                "/lite/news/" + other.number(),
                "/lite/section/culture");
        // lists show the newest of the whole newspaper beside them
        var touched =
                List.of(cityPage, "/", "/latest", "/section/politics", "/section/culture", "/tag/آب", "/corrections");
        untouched.forEach(this::get);
        touched.forEach(this::get);
        update(city, "سیاست دیگر شد");
        for (String path : untouched) {
            assertTrue(cache.kept(path).isPresent(), path);
        }
        for (String path : touched) {
            assertFalse(cache.kept(path).isPresent(), path);
        }
        // what happens at the desk alone touches nothing
        touched.forEach(this::get);
        World.done(
                newspaper.drafting.begin(technician, Drafting.Beginning.in("fa"), content("politics", "آب", "سارا")));
        assertTrue(cache.kept("/").isPresent());
    }

    @Test
    void aStoryThatMovesLeavesNothingBehind() {
        sections();
        var story = publish("politics", "آب", "سارا");
        publish("culture", "پل", "مینا");
        var paths = List.of(
                "/section/politics",
                "/section/culture",
                "/lite/section/politics",
                "/tag/آب",
                "/tag/پل",
                "/author/سارا");
        paths.forEach(this::get);
        var moved = World.done(newspaper.drafting.revise(
                technician, story.number(), story.newestRevision(), content("culture", "پل", "مینا")));
        World.done(newspaper.publishing.publish(technician, story.number(), Seen.of(moved)));
        for (String path : paths) {
            assertArrayEquals(made(path).body(), get(path).body(), path);
        }
        assertFalse(text(get("/lite/section/politics").body()).contains("/news/" + story.number()));
    }

    @Test
    void aPageIsMadeOnceForAllWhoAskMeanwhile() throws Exception {
        sections();
        var began = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var times = new java.util.concurrent.atomic.AtomicInteger();
        Route.Page slow = _ -> {
            times.incrementAndGet();
            began.countDown();
            await(goOn);
            return Response.html(200, "<p>page</p>");
        };
        var first = Thread.ofVirtual().start(() -> cache.get("/slow", request("/slow"), slow));
        began.await(10, TimeUnit.SECONDS);
        var second = Thread.ofVirtual().start(() -> cache.get("/slow", request("/slow"), slow));
        while (second.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        first.join();
        second.join();
        assertEquals(1, times.get());
        assertTrue(cache.kept("/slow").isPresent());
    }

    @Test
    void whatWasBegunBeforeAChangeIsNotKeptAfterIt() {
        sections();
        var story = publish("politics", "آب", "سارا");
        String path = address(story);
        var answered = cache.get(path, request(path), request -> {
            var page = made(path);
            update(story, "تیتر تازه");
            return page;
        });
        assertEquals(200, answered.status());
        assertTrue(
                cache.kept(path).map(kept -> text(kept).contains("تیتر تازه")).orElse(true),
                "what was there before the change is kept");
    }

    @Test
    void midnightMakesEveryPageAnother() {
        sections();
        publish("politics", "آب", "سارا");
        get("/section/politics");
        clock.now = clock.now.plus(Duration.ofHours(6));
        assertTrue(cache.kept("/section/politics").isPresent());
        clock.now = clock.now.plus(Duration.ofHours(18));
        assertFalse(cache.kept("/section/politics").isPresent());
    }

    @Test
    void addressesThatNobodyWroteMakeNoPages() {
        sections();
        publish("politics", "آب", "سارا");
        int before = cache.size();
        for (int i = 0; i < 50; i++) {
            get("/section/politics?utm_source=" + i);
            get("/nowhere-" + i);
        }
        assertEquals(before, cache.size());
    }

    @Test
    void aFormatThatIsClosedStandsInNoPageAnyMore() {
        sections();
        var story = publish("politics", "آب", "سارا");
        String path = address(story);
        String link = "<link rel=\"alternate\" type=\"%s\" href=\"/news/" + story.number() + ".%s\">";
        String page = text(get(path).body());
        for (var format : StoryFormat.values()) {
            assertTrue(
                    page.contains(link.formatted(format.mediaType(), format.ending())), format.ending() + "\n" + page);
        }
        assertEquals("", ValidHtml.complaints(get(path).body()));
        assertTrue(cache.kept(path).isPresent());
        var settings = newspaper.siteKeeping.current();
        World.done(newspaper.siteKeeping.change(
                technician,
                settings.version(),
                settings.kept()
                        .withFormats(new StoryFormats(Map.of(
                                StoryFormat.NITF,
                                StoryFormats.Audience.TOKEN,
                                StoryFormat.TEXT,
                                StoryFormats.Audience.NOBODY)))));
        assertFalse(cache.kept(path).isPresent());
        page = text(get(path).body());
        assertTrue(page.contains(".ninjs.json\""), page);
        assertFalse(page.contains(".nitf.xml"), page);
        assertEquals(401, made("/news/" + story.number() + ".nitf.xml").status());
        assertEquals(404, made("/news/" + story.number() + ".txt").status());
        assertEquals(200, made("/news/" + story.number() + ".md").status());
    }

    // ---- edits

    private void sections() {
        for (String slug : SECTIONS) {
            if (newspaper.liveStories.section("fa", slug).isEmpty()) {
                World.done(newspaper.sectioning.add(
                        technician, "fa", new Sectioning.Wish("بخش " + slug, slug, Optional.empty(), "", false, true)));
            }
        }
    }

    private String edit(Random random, List<Long> stories) {
        long number = stories.get(random.nextInt(stories.size()));
        var story = newspaper.newsroom.story(number).orElseThrow();
        switch (random.nextInt(11)) {
            case 0, 1 -> {
                stories.add(publish(random).number());
                return "a publication";
            }
            case 2, 3 -> {
                if (story.isLive()) {
                    var revised = World.done(
                            newspaper.drafting.revise(technician, number, story.newestRevision(), content(random)));
                    World.done(newspaper.publishing.publish(technician, number, Seen.of(revised)));
                }
                return "an update of " + number;
            }
            case 4 -> {
                if (story.isLive()) {
                    World.done(newspaper.publishing.correct(technician, number, Seen.of(story), "نادرست بود."));
                }
                return "a correction of " + number;
            }
            case 5 -> {
                if (story.isLive()) {
                    World.done(newspaper.publishing.withdraw(technician, number, Seen.of(story), "به اشتباه آمد"));
                } else {
                    World.done(newspaper.publishing.publish(technician, number, Seen.of(story)));
                }
                return "a withdrawal, or coming back, of " + number;
            }
            case 6 -> {
                World.done(newspaper.drafting.retype(
                        technician, number, story.type() == StoryType.NEWS ? StoryType.OPINION : StoryType.NEWS));
                return "another type of " + number;
            }
            case 7 -> {
                newspaper.labels.list(Label.Kind.TAG, "fa", "", Labels.After.START, 10).stream()
                        .findFirst()
                        .ifPresent(tag -> World.done(newspaper.labelling.introduce(
                                technician,
                                tag.label().id(),
                                tag.version(),
                                tag.label().name(),
                                tag.label().slug(),
                                "آغاز " + random.nextInt())));
                return "an introduction of a tag";
            }
            case 8 -> {
                var section = newspaper.liveStories.section("fa", "economy").orElseThrow();
                World.done(newspaper.sectioning.change(
                        technician,
                        section.id(),
                        section.version(),
                        new Sectioning.Wish(
                                "اقتصاد " + random.nextInt(100), "economy", Optional.empty(), "", false, true)));
                return "another name of a section";
            }
            case 9 -> {
                var breaking = newspaper.breaking.current("fa");
                World.done(newspaper.breaking.show(
                        technician,
                        "fa",
                        breaking.version(),
                        "خبر فوری " + random.nextInt(100),
                        java.util.OptionalLong.empty(),
                        Optional.empty()));
                return "breaking news";
            }
            default -> {
                World.done(newspaper.drafting.begin(technician, Drafting.Beginning.in("fa"), content(random)));
                return "a draft";
            }
        }
    }

    private Story publish(Random random) {
        return publish(content(random));
    }

    private Story publish(String section, String tag, String author) {
        return publish(content(section, tag, author));
    }

    private Story publish(Content content) {
        var story = World.done(newspaper.drafting.begin(technician, Drafting.Beginning.in("fa"), content));
        return World.done(newspaper.publishing.publish(technician, story.number(), Seen.of(story)));
    }

    private void update(Story story, String headline) {
        var now = newspaper.newsroom.story(story.number()).orElseThrow();
        var revised = World.done(newspaper.drafting.revise(
                technician,
                story.number(),
                now.newestRevision(),
                content("politics", "آب", "سارا")
                        .withText("", headline, "", Body.of(Block.Paragraph.of("متن تازه.")))));
        World.done(newspaper.publishing.publish(technician, story.number(), Seen.of(revised)));
    }

    private static Content content(Random random) {
        return content(
                        SECTIONS.get(random.nextInt(SECTIONS.size())),
                        TAGS.get(random.nextInt(TAGS.size())),
                        AUTHORS.get(random.nextInt(AUTHORS.size())))
                .withPlace(PLACES.get(random.nextInt(PLACES.size())))
                .withText("", "تیتر " + random.nextInt(1000), "لید", Body.of(Block.Paragraph.of("متن خبر.")));
    }

    private static Content content(String section, String tag, String author) {
        return new Content(
                "",
                "تیتر خبر",
                List.of(),
                "لید خبر",
                Body.of(Block.Paragraph.of("متن خبر.")),
                section,
                List.of(tag),
                List.of(author),
                "",
                "",
                "",
                new Published.OnRelease(),
                Optional.empty());
    }

    // ---- pages

    private List<String> paths(List<Long> stories) {
        var paths = new LinkedHashSet<>(List.of(
                "/",
                "/latest",
                "/archive",
                "/archive/1403/11",
                "/archive/1403/11/01",
                "/corrections",
                "/places",
                "/place/مهرکوه",
                "/place/مهرکوه-ساوران",
                "/lite",
                "/lite/latest",
                "/lite/today.html",
                "/imprint",
                "/sitemap/sections.xml",
                "/sitemap/news.xml"));
        SECTIONS.forEach(section -> paths.add("/section/" + section));
        TAGS.forEach(tag -> {
            paths.add("/tag/" + tag);
            paths.add("/topic/" + tag);
        });
        AUTHORS.forEach(author -> paths.add("/author/" + author));
        for (long number : stories) {
            newspaper
                    .liveStories
                    .story(number)
                    .ifPresent(story -> paths.add(newspaper.masthead.addresses().story(story)));
            paths.add("/lite/news/" + number);
            paths.add("/news/" + number + "/print");
        }
        return List.copyOf(paths);
    }

    private String address(Story story) {
        return newspaper
                .masthead
                .addresses()
                .story(newspaper.liveStories.story(story.number()).orElseThrow());
    }

    private Response get(String uri) {
        var found = find(uri);
        return cache.kept(uri)
                .map(bytes -> Response.of(200, "text/html", bytes))
                .orElseGet(() -> found.route().kept()
                        ? cache.get(uri, found.request(), found.route().page())
                        : found.route().page().answer(found.request()));
    }

    private Response made(String uri) {
        var found = find(uri);
        return found.route().page().answer(found.request());
    }

    private Asked find(String uri) {
        return Asked.of(routes, uri);
    }

    private static Request request(String uri) {
        return Asked.request(uri, Parameters.NONE, Parameters.NONE);
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).lines().collect(Collectors.joining("\n"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
