package news.titr.site;

import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.titr.TestDatabase;
import news.titr.TestTemplates;
import news.titr.World;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.http.StaticFiles;
import news.titr.language.HouseStyle;
import news.titr.language.Language;
import news.titr.media.FolderBlobs;
import news.titr.media.Pictures;
import news.titr.media.Programs;
import news.titr.story.Bylines;
import news.titr.story.Content;
import news.titr.story.Masthead;
import news.titr.story.Publishing;
import news.titr.story.SiteKeeping;
import news.titr.story.SiteSettings;
import news.titr.story.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A Persian newspaper with an English edition. */
@Tag("database")
class EditionsTest {

    private static final Masthead PAPER = new Masthead(
            "کرانه",
            "روزنامهٔ صبح",
            URI.create("https://news.example.org"),
            ZoneId.of("Asia/Tehran"),
            Language.PERSIAN,
            List.of());

    private final World world = new World();
    private final SiteKeeping keeping = new SiteKeeping(
            world.database,
            world.ids,
            world.clock,
            new SiteKeeping.Machine(PAPER, HouseStyle.standard(), Set.of(), Set.of()));
    private final Site persian = site("fa");
    private final Site english = site("en");

    private Site site(String edition) {
        return new Site(
                TestTemplates.engine(),
                keeping::current,
                edition,
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

    @Test
    void anEditionHasItsOwnPlaceNameLanguageDigitsAndCalendar() {
        assertFalse(english.isOpen());
        openEnglish();
        assertTrue(english.isOpen());
        var story = world.published("en", bridge());
        assertContains(
                new FrontPage(english).answer(get("/en/", Map.of())),
                "<html lang=\"en\" dir=\"ltr\">",
                "<title>The Shore | News of the river</title>",
                "Monday, 20 January 2025",
                "<a href=\"/en/section/city\">",
                "href=\"/en/news/" + story.number() + "/the-old-bridge-opens\"",
                "<link rel=\"canonical\" href=\"https://news.example.org/en/\">",
                "<a href=\"/en/imprint\">Imprint</a>",
                "<a href=\"/\" lang=\"fa\" hreflang=\"fa\" dir=\"rtl\">فارسی</a>");
    }

    @Test
    void frontPagesNameEachOtherToMachines() {
        assertLacks(new FrontPage(persian).answer(get("/", Map.of())), "hreflang", "class=\"editions\"");
        openEnglish();
        for (var page : List.of(
                new FrontPage(persian).answer(get("/", Map.of())),
                new FrontPage(english).answer(get("/en/", Map.of())))) {
            assertContains(
                    page,
                    "<link rel=\"alternate\" hreflang=\"fa\" href=\"https://news.example.org/\">",
                    "<link rel=\"alternate\" hreflang=\"en\" href=\"https://news.example.org/en/\">",
                    "<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://news.example.org/\">");
        }
    }

    @Test
    void anArabicEditionHasItsDigitsAndTheNamesOfItsMonths() {
        open(SiteSettings.EditionWish.usual("ar", true));
        assertContains(
                new FrontPage(site("ar")).answer(get("/ar/", Map.of())),
                "<html lang=\"ar\" dir=\"rtl\">",
                "الاثن\u064Aن، \u0662\u0660 \u064Aنا\u064Aر \u0662\u0660\u0662\u0665",
                "الصفحة الأولى");
        open(new SiteSettings.EditionWish("ar", true, "", "", "latin", "hijri", List.of()));
        assertContains(new FrontPage(site("ar")).answer(get("/ar/", Map.of())), "20 رجب 1446");
    }

    @Test
    void aLanguageThatSomebodyAddsHasAnEditionLikeTheOthers() {
        open(SiteSettings.EditionWish.usual("eo", true));
        world.published("eo", bridge());
        assertContains(
                new FrontPage(site("eo")).answer(get("/eo/", Map.of())),
                "<html lang=\"eo\" dir=\"ltr\">",
                "lundo, 20 Januaro 2025",
                "<a href=\"/eo/news/1001/the-old-bridge-opens\">");
        assertContains(new FrontPage(persian).answer(get("/", Map.of())), "hreflang=\"eo\" dir=\"ltr\">Esperanto</a>");
    }

    @Test
    void storiesOfOneEditionStandInNoListOfAnother() {
        openEnglish();
        world.published("en", bridge());
        world.published(World.bridgeReopens());
        assertLacks(new FrontPage(persian).answer(get("/", Map.of())), "The old bridge opens");
        assertLacks(new FrontPage(english).answer(get("/en/", Map.of())), "پل کهنه پس از سه سال");
    }

    @Test
    void aStoryLeadsToItsOwnEditionFromEveryAddress() {
        openEnglish();
        var story = world.published("en", bridge());
        String number = Long.toString(story.number());
        String page = "/en/news/" + number + "/the-old-bridge-opens";
        for (var site : List.of(persian, english)) {
            var missing = new MissingPage(site);
            var withdrawn = new WithdrawnPage(site);
            assertLeads(
                    page,
                    new StoryPage(site, missing, withdrawn)
                            .answer(get(site.address("/news/" + number), Map.of("number", number))));
            assertLeads(
                    page, new ShortLink(site, missing, withdrawn).answer(get("/" + number, Map.of("number", number))));
        }
        var missing = new MissingPage(persian);
        var withdrawn = new WithdrawnPage(persian);
        assertLeads(
                "/en/news/" + number + "/print",
                new PrintPage(persian, missing, withdrawn)
                        .answer(get("/news/" + number + "/print", Map.of("number", number))));
        var shown = new StoryPage(english, new MissingPage(english), new WithdrawnPage(english))
                .answer(get(page, Map.of("number", number, "slug", "the-old-bridge-opens")));
        assertEquals(200, shown.status());
        assertContains(
                shown,
                "<link rel=\"canonical\" href=\"https://news.example.org" + page + "\">",
                "href=\"/en/news/" + number + ".pdf\"",
                "href=\"/en/news/" + number + "/print\"",
                "href=\"/en/news/" + number + "/send\"",
                "<a href=\"https://news.example.org/" + number + "\" dir=\"ltr\">");
    }

    @Test
    void aTranslatedStoryLeadsToItsOtherVersionsAndBack() {
        openEnglish();
        var original = world.published(World.bridgeReopens());
        var translated = world.published("en", bridge());
        assertLacks(story(persian, original), "hreflang=\"x-default\"", "class=\"translations\"");
        done(world.translating.join(world.chiefEditor(), translated.number(), original.number()));
        var onPersian = story(persian, original);
        var onEnglish = story(english, translated);
        for (var page : List.of(onPersian, onEnglish)) {
            assertContains(
                    page,
                    "<link rel=\"alternate\" hreflang=\"fa\" href=\"https://news.example.org/news/1001/%D9%BE",
                    "<link rel=\"alternate\" hreflang=\"en\" href=\"https://news.example.org/en/news/1002/the-old-bridge-opens\">",
                    "<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://news.example.org/news/1001/%D9%BE");
        }
        assertContains(
                onPersian,
                "این خبر به زبان‌های دیگر",
                "<a href=\"/en/news/1002/the-old-bridge-opens\" lang=\"en\" hreflang=\"en\" dir=\"ltr\"><span>English</span>");
        assertContains(
                onEnglish,
                "This story in other languages",
                "lang=\"fa\" hreflang=\"fa\" dir=\"rtl\"><span>فارسی</span>");
        close("en");
        assertLacks(story(persian, original), "hreflang=\"en\"", "class=\"translations\"");
    }

    @Test
    void aStoryOfAClosedEditionIsNowhereAndNothingLeadsThere() {
        openEnglish();
        var story = world.published("en", bridge());
        var pointing = world.published(World.bridgeReopens()
                .withText("", "پیوند", "", Body.of(new Block.ReadAlso(story.number(), "The old bridge opens"))));
        assertContains(story(persian, pointing), "href=\"/en/news/" + story.number());
        close("en");
        String number = Long.toString(story.number());
        var missing = new MissingPage(persian);
        var withdrawn = new WithdrawnPage(persian);
        var route = Map.of("number", number);
        for (var answer : List.of(
                new ShortLink(persian, missing, withdrawn).answer(get("/" + number, route)),
                new StoryPage(persian, missing, withdrawn).answer(get("/news/" + number, route)),
                new PrintPage(persian, missing, withdrawn).answer(get("/news/" + number + "/print", route)),
                new LitePages(persian).story(get("/lite/news/" + number, route)))) {
            assertEquals(404, answer.status());
            assertContains(answer, "<html lang=\"fa\" dir=\"rtl\">", "چنین صفحه‌ای نداریم");
        }
        assertFalse(persian.isReadable(story.number()));
        assertTrue(persian.isReadable(pointing.number()));
        assertLacks(story(persian, pointing), "/en/news/");
        // why a story was taken back is told in any case
        done(world.publishing.withdraw(world.chiefEditor(), story.number(), Publishing.Seen.of(story), "نادرست بود"));
        assertEquals(
                410,
                new ShortLink(persian, missing, withdrawn)
                        .answer(get("/" + number, route))
                        .status());
        assertTrue(persian.isReadable(story.number()));
    }

    private static Response story(Site site, Story story) {
        var page = new StoryPage(site, new MissingPage(site), new WithdrawnPage(site));
        return page.show(site.stories.story(story.number()).orElseThrow());
    }

    private void close(String edition) {
        var settings = keeping.current();
        done(keeping.change(
                world.chiefEditor(),
                settings.version(),
                settings.wishes().withEditions(List.of(SiteSettings.EditionWish.usual(edition, false)))));
    }

    @Test
    void whatTheMachineSaysOfEditionsGoesFirst() {
        var fixed = new SiteKeeping(
                world.database,
                world.ids,
                world.clock,
                new SiteKeeping.Machine(PAPER, HouseStyle.standard(), Set.of(), Set.of("site.editions")));
        openEnglish();
        fixed.refresh();
        assertEquals(
                List.of("fa"),
                fixed.current().open().stream().map(edition -> edition.id()).toList());
        assertEquals("The Shore", fixed.edition("en").masthead().name());
    }

    private void openEnglish() {
        open(new SiteSettings.EditionWish("en", true, "The Shore", "News of the river", "", "", List.of()));
    }

    private void open(SiteSettings.EditionWish wish) {
        var settings = keeping.current();
        done(keeping.change(
                world.chiefEditor(), settings.version(), settings.wishes().withEditions(List.of(wish))));
    }

    private static Content bridge() {
        return World.bridgeReopens()
                .withText("", "The old bridge opens", "It does.", Body.of(Block.Paragraph.of("Text.")));
    }

    private static void assertLeads(String address, Response answer) {
        assertEquals(301, answer.status());
        assertEquals(
                Optional.of(address),
                answer.headers().stream()
                        .filter(header -> header.name().equals("Location"))
                        .map(Response.Header::value)
                        .findFirst());
    }

    private static void assertContains(Response page, String... parts) {
        String text = new String(page.body(), StandardCharsets.UTF_8);
        for (String part : parts) {
            assertTrue(text.contains(part), "the page lacks " + part + ":\n" + text);
        }
    }

    private static void assertLacks(Response page, String... parts) {
        String text = new String(page.body(), StandardCharsets.UTF_8);
        for (String part : parts) {
            assertFalse(text.contains(part), "the page has " + part);
        }
    }

    private static Request get(String path, Map<String, String> route) {
        var values = new HashMap<String, List<String>>();
        route.forEach((name, value) -> values.put(name, List.of(value)));
        return new Request(
                "GET",
                path,
                new Parameters(values),
                Parameters.NONE,
                Parameters.NONE,
                Parameters.NONE,
                Parameters.NONE,
                new byte[0],
                List.of(),
                "192.0.2.7",
                false);
    }
}
