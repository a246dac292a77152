package news.titr.site;

import static news.titr.World.EDITION;
import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import news.titr.TestDatabase;
import news.titr.TestTemplates;
import news.titr.World;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.http.StaticFiles;
import news.titr.language.Language;
import news.titr.media.FolderBlobs;
import news.titr.media.Pictures;
import news.titr.media.Programs;
import news.titr.story.Archive;
import news.titr.story.Bylines;
import news.titr.story.Label;
import news.titr.story.Labels;
import news.titr.story.Masthead;
import news.titr.story.MostRead;
import news.titr.story.Publishing;
import news.titr.story.StoryType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ways that readers have into the newspaper besides its front page: latest, archive, places, topics, corrections, most read. */
@Tag("database")
class ReaderPagesTest {

    private static final Pattern DATE = Pattern.compile("/archive(?:/([^/?]+))?(?:/([^/?]+))?(?:/([^/?]+))?");

    private final World world = new World();
    private final MostRead mostRead = new MostRead(world.database, world.clock);
    private final Site site = site(Language.PERSIAN);
    private final MissingPage missing = new MissingPage(site);
    private final ArchivePage archive = new ArchivePage(site, missing, new Archive(world.database));

    private Site site(Language language) {
        return new Site(
                TestTemplates.engine(),
                new Masthead(
                        "کرانه",
                        "",
                        URI.create("https://news.example.org"),
                        ZoneId.of("Asia/Tehran"),
                        language,
                        List.of()),
                world.liveStories,
                new Bylines(world.database),
                new Pictures(
                        world.database, new FolderBlobs(TestDatabase.temporaryFolder()), world.clock, Programs.NONE),
                world.clock,
                new StaticFiles());
    }

    @AfterEach
    void close() {
        world.close();
    }

    // ---- latest

    @Test
    void theLatestStandDayByDayAndEachDayLeadsToItsArchive() {
        world.published(World.bridgeReopens());
        world.clock.forward(Duration.ofDays(1));
        world.published(World.bridgeCloses());
        String page = text(new LatestPage(site, missing, mostRead).answer(get("/latest", Map.of())));
        int tuesday = page.indexOf("<h2><a href=\"/archive/1403/11/02\">سه‌شنبه، ۲ بهمن ۱۴۰۳</a></h2>");
        int monday = page.indexOf("<h2><a href=\"/archive/1403/11/01\">دوشنبه، ۱ بهمن ۱۴۰۳</a></h2>");
        assertTrue(tuesday > 0 && monday > tuesday, page);
        assertTrue(page.contains("<time datetime=\"2025-01-20T04:40:00Z\">۸:۱۰</time>"));
    }

    @Test
    void aListIsTurnedForwardAndBackAndItsHeadSaysSo() {
        for (int i = 0; i < 45; i++) {
            world.published(World.bridgeReopens());
            world.clock.forward(Duration.ofMinutes(1));
        }
        var latest = new LatestPage(site, missing, mostRead);
        String first = text(latest.answer(get("/latest", Map.of())));
        String second = text(latest.answer(get(link(first, "next"), Map.of())));
        String third = text(latest.answer(get(link(second, "next"), Map.of())));
        assertFalse(first.contains("rel=\"prev\""));
        assertFalse(third.contains("rel=\"next\""));
        assertEquals("/latest", link(second, "prev"));
        assertEquals(link(first, "next"), link(third, "prev"));
        assertTrue(second.contains("<link rel=\"prev\" href=\"/latest\">"));
        assertTrue(second.contains("<link rel=\"canonical\" href=\"https://news.example.org" + link(first, "next")));
    }

    private static String link(String page, String relation) {
        var link =
                Pattern.compile("<a href=\"([^\"]+)\" rel=\"" + relation + "\"").matcher(page);
        assertTrue(link.find(), relation);
        return link.group(1);
    }

    // ---- the archive

    @Test
    void theArchiveLeadsFromYearsToMonthsToDays() {
        world.published(World.bridgeReopens());
        assertContains(archive("/archive"), "<a href=\"/archive/1403\">۱۴۰۳</a>", "۱ خبر", "href=\"/archive/1403/11\"");
        assertContains(archive("/archive/1403"), "<h1>سال ۱۴۰۳</h1>", "<a href=\"/archive/1403/11\"><b>بهمن</b>");
        assertContains(archive("/archive/1403/11"), "<h1>بهمن ۱۴۰۳</h1>", "<a href=\"/archive/1403/11/01\">۱");
        var day = archive("/archive/1403/11/01");
        assertContains(day, "<h1>دوشنبه، ۱ بهمن ۱۴۰۳</h1>", "aria-current=\"page\">۱", "پل کهنه پس از سه سال");
        assertFalse(text(day).contains("noindex"));
    }

    @Test
    void everyOtherWayToWriteADateLeadsToTheOne() {
        world.published(World.bridgeReopens());
        for (var other : Map.of(
                        "/archive/1403/11/1", "/archive/1403/11/01",
                        "/archive/۱۴۰۳/۱۱/۱", "/archive/1403/11/01",
                        "/archive/1403/۱۱", "/archive/1403/11",
                        "/archive/2025/1/20", "/archive/1403/11/01",
                        "/archive/1403/11/1?type=news", "/archive/1403/11/01?type=news",
                        "/archive/1403/11/01?type=gossip", "/archive/1403/11/01")
                .entrySet()) {
            var answer = archive(other.getKey());
            assertEquals(301, answer.status(), other.getKey());
            assertEquals(other.getValue(), answer.header("Location"));
        }
    }

    @Test
    void datesThatDoNotExistAreNotThereAndDaysWithoutStoriesSayWhereThereAreSome() {
        world.published(World.bridgeReopens());
        world.clock.forward(Duration.ofDays(3));
        for (String wrong : List.of(
                "/archive/1403/13",
                "/archive/1403/00",
                "/archive/1402/12/30",
                "/archive/1403/11/32",
                "/archive/x",
                "/archive/1403/11/01/",
                "/archive/99",
                "/archive/1403/11/-1",
                "/archive/14030")) {
            assertEquals(404, archive(wrong).status(), wrong);
        }
        var empty = archive("/archive/1403/11/03");
        assertEquals(200, empty.status());
        assertContains(empty, "در این تاریخ خبری منتشر نشده است.", "پیش از آن: ۱ بهمن", "noindex");
        var longAgo = archive("/archive/1390/01/01");
        assertEquals(404, longAgo.status());
        assertContains(longAgo, "پس از آن: ۱ بهمن");
        assertEquals(404, archive("/archive/1500/01/01").status());
    }

    @Test
    void aDayShowsOneTypeWhenAsked() {
        world.published(World.bridgeReopens());
        var draft = world.draft(StoryType.VIDEO, World.bridgeCloses());
        done(world.publishing.publish(world.technician, draft.number(), Publishing.Seen.of(draft)));
        String videos = text(archive("/archive/1403/11/01?type=video"));
        assertTrue(videos.contains("پل کهنه بسته شد"));
        assertFalse(videos.contains("پل کهنه پس از سه سال"));
        assertTrue(videos.contains("noindex"));
        assertContains(archive("/archive/1403/11/01"), "<a href=\"/archive/1403/11/01?type=video\">ویدئو");
    }

    @Test
    void anEnglishEditionHasItsArchiveByTheGregorianCalendar() {
        var english = site(Language.ENGLISH);
        var page = new ArchivePage(english, new MissingPage(english), new Archive(world.database));
        var answer = page.answer(get("/archive/2025/1", Map.of("year", "2025", "month", "1")));
        assertEquals("/archive/2025/01", answer.header("Location"));
    }

    private Response archive(String address) {
        var date = DATE.matcher(address.replaceFirst("\\?.*", ""));
        var route = new HashMap<String, String>();
        if (!date.matches()) {
            return missing.answer(get(address, route));
        }
        List.of("year", "month", "day").forEach(name -> {
            String part = date.group(name.equals("year") ? 1 : name.equals("month") ? 2 : 3);
            if (part != null) {
                route.put(name, part);
            }
        });
        return archive.answer(get(address, route));
    }

    // ---- places and topics

    @Test
    void aPlaceHasItsStoriesAndAProvinceItsTowns() {
        world.published(World.bridgeReopens().withPlace("مهرکوه/ساوران"));
        var places = new PlacePage(site, missing);
        assertContains(
                places.answer(get("/place/مهرکوه", Map.of("slug", "مهرکوه"))),
                "<h1>مهرکوه</h1>",
                "<link rel=\"alternate\" type=\"application/rss+xml\" title=\"مهرکوه | کرانه\" href=\"/place/%D9%85%D9%87%D8%B1%DA%A9%D9%88%D9%87/rss.xml\">",
                "href=\"/place/مهرکوه-ساوران\">ساوران</a>",
                "پل کهنه پس از سه سال");
        assertContains(
                places.answer(get("/place/مهرکوه-ساوران", Map.of("slug", "مهرکوه-ساوران"))),
                "<p class=\"kicker\">مهرکوه</p>",
                "<h1>ساوران</h1>");
        assertEquals(
                301,
                places.answer(get("/place/مهرکوه ساوران", Map.of("slug", "مهرکوه ساوران")))
                        .status());
        assertEquals(404, places.answer(get("/place/x", Map.of("slug", "x"))).status());
        assertContains(new PlacesPage(site).answer(get("/places", Map.of())), "href=\"/place/مهرکوه\">مهرکوه</a>");
    }

    @Test
    void aTagWithAnIntroductionIsATopicAndOneWithoutIsNone() {
        world.published(World.bridgeReopens());
        var tag = world.labels
                .list(Label.Kind.TAG, EDITION, "پل کهنه", Labels.After.START, 1)
                .getFirst();
        var tags = new TagPage(site, missing);
        var topics = new TopicPage(site, missing);
        var route = Map.of("slug", "پل-کهنه");
        assertEquals(200, tags.answer(get("/tag/پل-کهنه", route)).status());
        assertEquals(302, topics.answer(get("/topic/پل-کهنه", route)).status());

        var introduced = done(world.labelling.introduce(
                world.chiefEditor(), tag.label().id(), tag.version(), "پل کهنه", "", "همهٔ آنچه بر پل گذشت."));
        assertEquals(301, tags.answer(get("/tag/پل-کهنه", route)).status());
        assertContains(
                topics.answer(get("/topic/پل-کهنه", route)),
                "<h1>پل کهنه</h1>",
                "همهٔ آنچه بر پل گذشت.",
                "پرونده",
                "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"پل کهنه | کرانه\" href=\"/topic/%D9%BE%D9%84-%DA%A9%D9%87%D9%86%D9%87/atom.xml\">");
        var story = new StoryPage(site, missing, new WithdrawnPage(site)).show(world.live(1001));
        assertContains(story, "href=\"/topic/پل-کهنه\"", "href=\"/tag/حمل-ونقل\"");
        assertFalse(text(story).contains("/tag/پل-کهنه"), "a link that only leads on");

        done(world.labelling.introduce(
                world.chiefEditor(), tag.label().id(), introduced.version(), "پل کهنه", "", " "));
        assertEquals(200, tags.answer(get("/tag/پل-کهنه", route)).status());
    }

    // ---- corrections

    @Test
    void everyCorrectionStandsWithItsStory() {
        var story = world.published(World.bridgeReopens());
        done(world.publishing.correct(
                world.chiefEditor(), story.number(), Publishing.Seen.of(story), "سه سال، نه دو سال."));
        var page = new CorrectionsPage(site, missing).answer(get("/corrections", Map.of()));
        assertContains(page, "سه سال، نه دو سال.", "href=\"/news/1001/", "۱ بهمن ۱۴۰۳");
        assertEquals(
                404,
                new CorrectionsPage(site, missing)
                        .answer(get("/corrections?after=x", Map.of()))
                        .status());
    }

    // ---- most read

    @Test
    void whatReadersOpenIsCountedAndWhatMachinesFetchIsNot() {
        var story = world.published(World.bridgeReopens());
        var live = world.live(story.number());
        var count = new ReaderCount(mostRead);
        count.count(asked("User-Agent", "Mozilla/5.0"), live);
        for (var machine : List.of(
                asked("User-Agent", "Googlebot/2.1"),
                asked("User-Agent", "curl/8.0"),
                asked("X-Other", "no agent at all"),
                asked("User-Agent", "Mozilla/5.0", "Sec-Purpose", "prefetch;prerender"),
                asked("User-Agent", "Mozilla/5.0", "If-None-Match", "\"abc\""),
                asked("User-Agent", "Mozilla/5.0", "Cache-Control", "max-age=0"))) {
            assertFalse(ReaderCount.isReader(machine), machine.headers().toString());
            count.count(machine, live);
        }
        mostRead.write();
        mostRead.rank();
        assertEquals(1, world.count("SELECT SUM(reads) FROM hourly_reads"));
        var page = new MostReadPage(site, missing, mostRead).answer(get("/most-read", Map.of()));
        assertContains(page, "<ol class=\"ranks\">", "پل کهنه پس از سه سال", "aria-current=\"page\">یک روز گذشته");
        var pages = new MostReadPage(site, missing, mostRead);
        assertEquals(
                200,
                pages.answer(get("/most-read/week", Map.of("span", "week"))).status());
        assertEquals(
                301, pages.answer(get("/most-read/day", Map.of("span", "day"))).status());
        assertEquals(
                404,
                pages.answer(get("/most-read/year", Map.of("span", "year"))).status());
    }

    private static Request asked(String... headers) {
        var values = new HashMap<String, List<String>>();
        for (int i = 0; i < headers.length; i += 2) {
            values.put(headers[i].toLowerCase(java.util.Locale.ROOT), List.of(headers[i + 1]));
        }
        return request("/news/1001", Map.of(), new Parameters(values));
    }

    // ---- the story page

    @Test
    void aStoryLeadsToItsPlacesAndToWhatGoesWithIt() {
        world.published(World.bridgeCloses());
        var story = world.published(World.bridgeReopens().withPlace("مهرکوه/ساوران"));
        var page = new StoryPage(site, missing, new WithdrawnPage(site)).show(world.live(story.number()));
        assertContains(
                page,
                "<a href=\"/place/مهرکوه\">مهرکوه</a>، <a href=\"/place/مهرکوه-ساوران\">ساوران</a>",
                "<h2 id=\"related\">بیشتر در این باره</h2>",
                "پل کهنه بسته شد",
                "<a href=\"/archive/1403/11/01\"><time datetime=\"2025-01-20\">");
    }

    // ----

    private static Request get(String address, Map<String, String> route) {
        return request(address, route, Parameters.NONE);
    }

    private static Request request(String address, Map<String, String> route, Parameters headers) {
        var query = new HashMap<String, List<String>>();
        int mark = address.indexOf('?');
        if (mark >= 0) {
            for (String parameter : address.substring(mark + 1).split("&")) {
                String[] parts = parameter.split("=", 2);
                query.put(parts[0], List.of(parts[1]));
            }
        }
        var values = new HashMap<String, List<String>>();
        route.forEach((name, value) -> values.put(name, List.of(value)));
        return new Request(
                "GET",
                mark < 0 ? address : address.substring(0, mark),
                new Parameters(values),
                new Parameters(query),
                Parameters.NONE,
                headers,
                Parameters.NONE,
                new byte[0],
                List.of(),
                "192.0.2.7",
                false);
    }

    private static String text(Response page) {
        return new String(page.body(), StandardCharsets.UTF_8);
    }

    private static void assertContains(Response page, String... parts) {
        for (String part : parts) {
            assertTrue(
                    text(page).contains(part),
                    part + " is not in\n" + text(page).replaceAll("<style>.*?</style>", ""));
        }
    }
}
