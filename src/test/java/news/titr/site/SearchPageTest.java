package news.titr.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import news.titr.TestDatabase;
import news.titr.TestTemplates;
import news.titr.World;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.http.StaticFiles;
import news.titr.language.Language;
import news.titr.media.FolderBlobs;
import news.titr.media.Pictures;
import news.titr.media.Programs;
import news.titr.search.Indexing;
import news.titr.story.Bylines;
import news.titr.story.Masthead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Readers look for stories by their words, without a script. */
@Tag("database")
class SearchPageTest {

    private final World world = new World();
    private final Indexing indexing =
            new Indexing(world.database, world.liveStories, TestDatabase.temporaryFolder(), _ -> {});
    private final Site site = new Site(
            TestTemplates.engine(),
            new Masthead(
                    "کرانه",
                    "",
                    URI.create("https://news.example.org"),
                    ZoneId.of("Asia/Tehran"),
                    Language.PERSIAN,
                    List.of()),
            world.liveStories,
            new Bylines(world.database),
            new Pictures(world.database, new FolderBlobs(TestDatabase.temporaryFolder()), world.clock, Programs.NONE),
            world.clock,
            new StaticFiles());
    private final SearchPage page = new SearchPage(site, indexing::index);

    @AfterEach
    void close() {
        indexing.close();
        world.close();
    }

    @Test
    void aStoryIsFoundAndShowsWhy() {
        var story = world.published(World.bridgeReopens());
        String found = search(Map.of("q", "پل باز میشود"));
        assertTrue(found.contains("<h2>۱ خبر پیدا شد</h2>"), found);
        assertTrue(
                found.contains("<h3><a href=\"/news/" + story.number() + "/")
                        && found.contains(
                                "<mark>پل</mark> کهنه پس از سه سال <mark>باز</mark> <mark>می‌شود</mark></a></h3>"),
                found);
        assertTrue(found.contains("value=\"پل باز میشود\""));
        assertTrue(found.contains("<meta name=\"robots\" content=\"noindex\">"));
    }

    @Test
    void whatIsTypedIsShownAsItWasTypedAndNeverAsMarkup() {
        world.published(World.bridgeReopens()
                .withText("", "پل <b>کهنه</b>", "", Body.of(Block.Paragraph.of("<i>پل</i> & راه"))));
        String found = search(Map.of("q", "پل \"><script>alert(1)</script>"));
        assertFalse(found.contains("<script>alert"), found);
        found = search(Map.of("q", "پل"));
        assertTrue(found.contains("<mark>پل</mark> &lt;b&gt;کهنه&lt;/b&gt;"), found);
        assertTrue(found.contains("&lt;i&gt;<mark>پل</mark>&lt;/i&gt; &amp; راه"), found);
    }

    @Test
    void choicesNarrowTheSearchAndAreTakenAwayAgain() {
        world.published(World.bridgeReopens());
        world.published(World.bridgeReopens().withSection("culture"));
        String both = search(Map.of("q", "پل"));
        String narrowed = follow(both, ">فرهنگ <span class=\"count\">۱</span>");
        assertTrue(narrowed.contains("۱ خبر پیدا شد"));
        assertTrue(narrowed.contains("<input type=\"hidden\" name=\"section\" value=\"culture\">"));
        assertTrue(follow(narrowed, ">فرهنگ<span aria-hidden").contains("۲ خبر پیدا شد"));
        assertTrue(search(Map.of("q", "پل", "section", "nowhere")).contains("چیزی پیدا نشد"));
    }

    @Test
    void daysAreTypedInTheReadersCalendar() {
        world.published(World.bridgeReopens());
        world.clock.forward(Duration.ofDays(3));
        world.published(World.bridgeCloses());
        assertTrue(search(Map.of("q", "پل", "to", "۱ بهمن ۱۴۰۳")).contains("۱ خبر پیدا شد"));
        assertTrue(search(Map.of("q", "پل", "from", "2025-01-21")).contains("۱ خبر پیدا شد"));
        assertTrue(search(Map.of("from", "1403/11/01", "to", "1403/11/04")).contains("۲ خبر پیدا شد"));
        String misunderstood = search(Map.of("q", "پل", "from", "چند وقت پیش"));
        assertTrue(misunderstood.contains("«چند وقت پیش» را تاریخ نشناختیم"));
        assertTrue(misunderstood.contains("۲ خبر پیدا شد"));
    }

    @Test
    void aMisspeltWordLeadsOn() {
        world.published(World.bridgeReopens());
        String found = search(Map.of("q", "مرنت"));
        assertTrue(found.contains("چیزی پیدا نشد"));
        assertTrue(follow(found, ">مرمت</a>").contains("۱ خبر پیدا شد"));
        assertEquals(
                "[\"مرمت\"]",
                new String(
                        page.suggest(get("/search/suggest", Map.of("q", "مرم"))).body(), StandardCharsets.UTF_8));
    }

    @Test
    void manyStoriesAreTurnedPageByPage() {
        for (int i = 0; i < 45; i++) {
            world.published(World.bridgeReopens());
            world.clock.forward(Duration.ofMinutes(1));
        }
        String first = search(Map.of("q", "پل", "sort", "newest"));
        assertTrue(first.contains("۴۵ خبر پیدا شد"));
        assertTrue(first.indexOf("/news/1045/") < first.indexOf("/news/1044/"));
        String third = follow(follow(first, " rel=\"next nofollow\""), " rel=\"next nofollow\"");
        assertTrue(third.contains("/news/1001/") && !third.contains("rel=\"next"));
        assertTrue(follow(third, " rel=\"prev nofollow\"").contains("/news/1025/"));
        assertTrue(search(Map.of("q", "پل", "page", "999999999")).contains("۴۵ خبر پیدا شد"));
        assertTrue(search(Map.of("q", "پل", "page", "-1")).contains("/news/"));
    }

    @Test
    void withoutWordsThePageExplainsItselfAndWithoutAnIndexItAsksForPatience() {
        world.published(World.bridgeReopens());
        String empty = search(Map.of());
        assertFalse(empty.contains("پیدا"));
        assertTrue(empty.contains("عبارت را میان «گیومه» بگذارید"));
        search(Map.of("q", "ب".repeat(10_000)));
        var early = new SearchPage(site, Optional::empty).answer(get("/search", Map.of("q", "پل")));
        assertEquals(503, early.status());
        assertEquals("30", early.header("Retry-After"));
    }

    @Test
    void browsersAreToldHowToSearch() {
        String document = new String(
                new OpenSearch(site).answer(get("/opensearch.xml", Map.of())).body(), StandardCharsets.UTF_8);
        assertTrue(document.contains("template=\"https://news.example.org/search?q={searchTerms}\""), document);
    }

    // ---- what these tests do

    private String search(Map<String, String> query) {
        indexing.run();
        Response answer = page.answer(get("/search", query));
        assertEquals(200, answer.status());
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** The page behind the link whose tag is followed by this. */
    private String follow(String page, String end) {
        var link = Pattern.compile("href=\"/search\\?([^\"]*)\"(?: rel=\"nofollow\")?" + Pattern.quote(end))
                .matcher(page);
        assertTrue(link.find(), end + " in " + page);
        var values = new HashMap<String, String>();
        for (String value : link.group(1).replace("&amp;", "&").split("&", -1)) {
            int at = value.indexOf('=');
            values.put(value.substring(0, at), URLDecoder.decode(value.substring(at + 1), StandardCharsets.UTF_8));
        }
        return search(values);
    }

    private static Request get(String path, Map<String, String> query) {
        var values = new HashMap<String, List<String>>();
        query.forEach((name, value) -> values.put(name, List.of(value)));
        return new Request(
                "GET",
                path,
                Parameters.NONE,
                new Parameters(values),
                Parameters.NONE,
                Parameters.NONE,
                Parameters.NONE,
                new byte[0],
                List.of(),
                "192.0.2.7",
                false);
    }
}
