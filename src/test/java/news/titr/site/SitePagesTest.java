package news.titr.site;

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
import java.util.Optional;
import java.util.regex.Pattern;
import news.titr.TestDatabase;
import news.titr.TestTemplates;
import news.titr.World;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.doc.Markup;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.http.StaticFiles;
import news.titr.language.Language;
import news.titr.language.Slug;
import news.titr.media.FolderBlobs;
import news.titr.media.Pictures;
import news.titr.media.Programs;
import news.titr.story.Bylines;
import news.titr.story.Colours;
import news.titr.story.Content;
import news.titr.story.Masthead;
import news.titr.story.Published;
import news.titr.story.Publishing;
import news.titr.story.Redirects;
import news.titr.story.Sectioning;
import news.titr.story.SiteKeeping;
import news.titr.story.SiteSettings;
import news.titr.story.Story;
import news.titr.story.StoryType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages as values: what is asked, what is answered. */
@Tag("database")
class SitePagesTest {

    private final World world = new World();
    private final Site site = site(Language.PERSIAN);
    private final MissingPage missing = new MissingPage(site);
    private final WithdrawnPage withdrawn = new WithdrawnPage(site);
    private final StoryPage storyPage = new StoryPage(site, missing, withdrawn);

    private Site site(Language language) {
        var masthead = new Masthead(
                "کرانه",
                "روزنامهٔ صبح",
                URI.create("https://news.example.org"),
                ZoneId.of("Asia/Tehran"),
                language,
                List.of(new Masthead.ImprintLine("سردبیر", "مینا رودباری")));
        var pictures = new Pictures(
                world.database, new FolderBlobs(TestDatabase.temporaryFolder()), world.clock, Programs.NONE);
        return new Site(
                TestTemplates.engine(),
                masthead,
                world.liveStories,
                new Bylines(world.database),
                pictures,
                world.clock,
                new StaticFiles());
    }

    @AfterEach
    void close() {
        world.close();
    }

    // ---- the story

    @Test
    void aStoryShowsEveryPartOfIt() {
        var page = story(world.published(World.bridgeReopens()));
        assertContains(
                page,
                "<title>پل کهنه پس از سه سال باز می‌شود | کرانه</title>",
                "<time datetime=\"2025-01-20\">دوشنبه، ۱ بهمن ۱۴۰۳</time>",
                "<p class=\"kicker\">پایان مرمت</p>",
                "<h1>پل کهنه پس از سه سال باز می‌شود</h1>",
                "<p class=\"subheadline\">عابران از فردا می‌توانند از روی آن بگذرند</p>",
                "<p class=\"lead\">شهرداری می‌گوید مرمت پل تمام شده است و راه از فردا باز است.</p>",
                "<dt>کد خبر</dt> <dd>۱۰۰۱</dd>",
                "<a href=\"/section/city\">شهر</a>",
                "<time datetime=\"2025-01-20T04:40:00Z\">۱ بهمن ۱۴۰۳ - ۸:۱۰</time>",
                "<dt>زمان مطالعه</dt> <dd>۱ دقیقه</dd>",
                "rel=\"author\" href=\"/author/سارا-نویسنده\">سارا نویسنده</a>",
                "<span class=\"dateline\">ساوران</span>",
                "<figcaption>مهندس کار</figcaption>",
                "<a href=\"/tag/حمل-ونقل\" rel=\"tag\">حمل‌ونقل</a>",
                "href=\"/news/1001.pdf\"",
                "href=\"/news/1001/print\"",
                "href=\"/news/1001/send\"",
                "<a href=\"https://news.example.org/1001\" dir=\"ltr\">news.example.org/1001</a>",
                "name=\"text-size\" value=\"large\"");
    }

    @Test
    void machinesAreToldWhereTheStoryStands() {
        var page = story(world.published(World.bridgeReopens()));
        String address = "https://news.example.org/news/1001/%D9%BE%D9%84-";
        assertContains(
                page,
                "<link rel=\"canonical\" href=\"" + address,
                "<meta property=\"og:url\" content=\"" + address,
                "<meta property=\"og:type\" content=\"article\">",
                "<meta property=\"article:published_time\" content=\"2025-01-20T04:40:00Z\">",
                "<meta name=\"description\" content=\"شهرداری می‌گوید");
    }

    @Test
    void aDateThatNobodyKnowsIsSaidToBeUnknownAndNoOtherStandsInItsPlace() {
        var page = story(world.published(World.bridgeReopens().withPublished(new Published.Unknown())));
        assertContains(page, "<dt>تاریخ انتشار</dt> <dd>نامعلوم</dd>");
        assertFalse(text(page).contains("article:published_time"));
        assertFalse(text(page).contains("2025-01-20T"));
    }

    @Test
    void aCorrectionStandsBeforeTheText() {
        var story = world.published(World.bridgeReopens());
        world.clock.forward(Duration.ofHours(2));
        var revised = done(world.drafting.revise(
                world.chiefEditor(), story.number(), story.newestRevision(), World.bridgeReopens()));
        done(world.publishing.correct(
                world.chiefEditor(), story.number(), Publishing.Seen.of(revised), "مرمت سه سال طول کشید، نه دو سال."));
        var page = story(story);
        assertContains(page, "<h2 id=\"corrections\">اصلاحیه</h2>", "مرمت سه سال طول کشید، نه دو سال.", "۱۰:۱۰");
        assertTrue(text(page).indexOf("class=\"corrections\"") < text(page).indexOf("class=\"body\""));
    }

    @Test
    void anAdvertorialIsLabelledOnItsPageAndInEveryList() {
        var draft = world.draft(StoryType.ADVERTORIAL, World.bridgeReopens());
        var story = done(world.publishing.publish(world.technician, draft.number(), Publishing.Seen.of(draft)));
        world.published(World.bridgeCloses());
        String label = "<span class=\"label type-advertorial\">رپورتاژ آگهی</span>";
        assertContains(story(story), label);
        assertContains(front(), label);
        assertContains(new SectionPage(site, missing).answer(get("/section/city", Map.of("slug", "city"))), label);
    }

    @Test
    void whatWasTypedIsNeverMarkup() {
        var content = World.bridgeReopens()
                .withText("<i>", "<script>alert(1)</script> & \"x\"", "<b>", Body.of(Block.Paragraph.of("<u>")));
        for (var page : List.of(story(world.published(content)), front())) {
            assertFalse(text(page).contains("<script>alert"));
            assertFalse(text(page).contains("<i>"));
            assertFalse(text(page).contains("<b>"));
            assertFalse(text(page).contains("<u>"));
        }
    }

    @Test
    void aWrongOrOldSlugLeadsToTheRightOne() {
        var story = world.published(World.bridgeReopens());
        String right = "/news/1001/%D9%BE%D9%84-";
        for (var asked : List.of(
                get("/news/1001", Map.of("number", "1001")),
                get("/news/1001/x", Map.of("number", "1001", "slug", "x")),
                get("/news/۱۰۰۱", Map.of("number", "۱۰۰۱")))) {
            var answer = storyPage.answer(asked);
            assertEquals(301, answer.status());
            assertTrue(header(answer, "Location").startsWith(right), header(answer, "Location"));
            assertEquals("public, max-age=3600", header(answer, "Cache-Control"));
        }
        assertEquals(200, story(story).status());
    }

    @Test
    void aShortLinkLeadsToTheStoryInAnyDigits() {
        world.published(World.bridgeReopens());
        var shortLink = new ShortLink(site, missing, withdrawn);
        assertEquals("/1001", header(shortLink.answer(get("/۱۰۰۱", Map.of("number", "۱۰۰۱"))), "Location"));
        assertEquals(
                "/1001",
                header(
                        shortLink.answer(
                                get("/\u0661\u0660\u0660\u0661", Map.of("number", "\u0661\u0660\u0660\u0661"))),
                        "Location"));
        var answer = shortLink.answer(get("/1001", Map.of("number", "1001")));
        assertEquals(301, answer.status());
        assertTrue(header(answer, "Location").startsWith("/news/1001/"));
        for (String nothing : List.of("1002", "0", "01001", "999999999999999999999999", "x", "")) {
            assertNotThere(shortLink.answer(get("/" + nothing, Map.of("number", nothing))));
        }
    }

    private void assertNotThere(Response answer) {
        // a leading zero is another spelling of nothing: numbers are written one way
        assertEquals(404, answer.status());
    }

    @Test
    void aWithdrawnStoryIsGoneFromEveryAddressWithItsReasonAndNothingOfItsText() {
        var story = world.published(World.bridgeReopens());
        done(world.publishing.withdraw(
                world.chiefEditor(), story.number(), Publishing.Seen.of(story), "به خواست خانواده"));
        var number = Map.of("number", "1001");
        for (var page : List.of(
                storyPage.answer(get("/news/1001", number)),
                new PrintPage(site, missing, withdrawn).answer(get("/news/1001/print", number)),
                new ShortLink(site, missing, withdrawn).answer(get("/1001", number)))) {
            assertEquals(410, page.status());
            assertContains(page, "این خبر پس گرفته شد", "۱۰۰۱", "۱ بهمن ۱۴۰۳", "به خواست خانواده", "noindex");
            assertFalse(text(page).contains("پل کهنه"));
        }
        assertFalse(text(front()).contains("پل کهنه"));
    }

    @Test
    void aDraftCannotBeToldFromNothing() {
        var draft = world.draft(World.bridgeReopens());
        var answer = storyPage.answer(get("/news/1001", Map.of("number", Long.toString(draft.number()))));
        assertEquals(404, answer.status());
        assertFalse(text(answer).contains("پل کهنه"));
    }

    @Test
    void thePrintSheetHasTheStoryItsLinkAndNoFurniture() {
        world.published(World.bridgeReopens());
        var page = new PrintPage(site, missing, withdrawn).answer(get("/news/1001/print", Map.of("number", "1001")));
        assertContains(
                page,
                "<h1>پل کهنه پس از سه سال باز می‌شود</h1>",
                "<svg class=\"qr\"",
                "news.example.org/1001",
                "کد خبر ۱۰۰۱",
                "<figcaption>مهندس کار</figcaption>",
                "noindex");
        assertFalse(text(page).contains("class=\"sections\""));
        assertFalse(text(page).contains("class=\"tools\""));
    }

    // ---- the front page and the lists

    @Test
    void aNewspaperWithoutStoriesSaysSo() {
        assertEquals(200, front().status());
        assertContains(front(), "هنوز خبری منتشر نشده است.", "<h1 class=\"name\"><a href=\"/\">کرانه</a></h1>");
    }

    @Test
    void theFrontPageIsAsTheEditorSetItAndNoStoryStandsThereTwice() {
        var first = world.published(World.bridgeReopens());
        for (int i = 0; i < 20; i++) {
            world.clock.forward(Duration.ofMinutes(10));
            world.published(headlined("خبر شمارهٔ " + i));
        }
        done(world.fronting.place(world.chiefEditor(), "lead", first.number()));
        String page = text(front());
        assertTrue(page.indexOf("پل کهنه پس از") < page.indexOf("خبر شمارهٔ 19"));
        for (int i = 0; i < 20; i++) {
            int number = 1002 + i;
            int links = page.split("href=\"/news/" + number + "/", -1).length - 1;
            assertTrue(links <= 1, "story " + number + " has " + links + " links");
        }
    }

    @Test
    void anAdvertorialLeadsOnlyWhenAnEditorSaysSo() {
        world.published(headlined("خبر کهنه‌تر"));
        world.clock.forward(Duration.ofHours(1));
        var draft = world.draft(StoryType.ADVERTORIAL, headlined("آگهی تازه"));
        done(world.publishing.publish(world.technician, draft.number(), Publishing.Seen.of(draft)));
        assertContains(front(), "<h2 id=\"lead-story\"><a href=\"/news/1001/خبر-کهنه-تر\">");
        done(world.fronting.place(world.chiefEditor(), "lead", draft.number()));
        assertContains(front(), "<h2 id=\"lead-story\"><a href=\"/news/1002/آگهی-تازه\">");
    }

    @Test
    void aListIsTurnedByKeyWithoutLosingOrRepeatingAStory() {
        for (int i = 0; i < 45; i++) {
            world.published(headlined("خبر " + i));
        }
        var section = new SectionPage(site, missing);
        var seen = new HashMap<String, Integer>();
        String address = "/section/city";
        int pages = 0;
        while (!address.isEmpty()) {
            String page = text(section.answer(get(address, Map.of("slug", "city"))));
            var rows = Pattern.compile("(?s)<article class=\"teaser item\">.*?href=\"(/news/\\d+)/")
                    .matcher(page);
            rows.results().forEach(row -> seen.merge(row.group(1), 1, Integer::sum));
            var older = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(page);
            address = older.find() ? older.group(1) : "";
            pages++;
        }
        assertEquals(3, pages);
        assertEquals(45, seen.size());
        assertTrue(seen.values().stream().allMatch(times -> times == 1));
    }

    @Test
    void aPageNumberThatNobodyWroteIsNotThere() {
        world.published(World.bridgeReopens());
        for (String after : List.of("", "x", "1", "1-", "-1-1", "1-1-1", "99999999999999999999-1")) {
            var answer =
                    new SectionPage(site, missing).answer(get("/section/city?after=" + after, Map.of("slug", "city")));
            assertEquals(404, answer.status(), after);
        }
    }

    @Test
    void aTagIsFoundAsReadersTypeIt() {
        world.published(World.bridgeReopens());
        var tags = new TagPage(site, missing);
        assertContains(tags.answer(get("/tag/پل-کهنه", Map.of("slug", "پل-کهنه"))), "<h1>پل کهنه</h1>", "برچسب");
        var typed = tags.answer(get(
                "/tag/\u067e\u0644 \u0643\u0647\u0646\u0647", Map.of("slug", "\u067e\u0644 \u0643\u0647\u0646\u0647")));
        assertEquals(301, typed.status());
        assertEquals(404, tags.answer(get("/tag/x", Map.of("slug", "x"))).status());
    }

    @Test
    void anAuthorHasAPageThatSaysWhoTheyAre() {
        world.published(World.bridgeReopens());
        new Bylines(world.database).describe("fa", "سارا نویسنده", "از شهر می‌نویسد.", Optional.empty());
        var page = new AuthorPage(site, missing).answer(get("/author/سارا-نویسنده", Map.of("slug", "سارا-نویسنده")));
        assertContains(page, "<h1>سارا نویسنده</h1>", "از شهر می‌نویسد.", "پل کهنه پس از سه سال");
    }

    @Test
    void theImprintSaysWhoAnswersForThePaper() {
        assertContains(
                new ImprintPage(site).answer(get("/imprint", Map.of())), "<dt>سردبیر</dt> <dd>مینا رودباری</dd>");
    }

    // ---- all of them

    @Test
    void everyPageHasTheHeadersThatProtectItsReaders() {
        world.published(World.bridgeReopens());
        for (var page : List.of(
                front(),
                missing.answer(get("/x", Map.of())),
                new ErrorPage(site).answer(get("/x", Map.of())),
                new ImprintPage(site).answer(get("/imprint", Map.of())))) {
            assertEquals("text/html; charset=utf-8", header(page, "Content-Type"));
            assertEquals("fa", header(page, "Content-Language"));
            assertEquals("nosniff", header(page, "X-Content-Type-Options"));
            String policy = header(page, "Content-Security-Policy");
            assertTrue(policy.startsWith("default-src 'none'; "), policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertFalse(text(page).contains(" style="));
            assertFalse(text(page).matches("(?s).*<script(?! src=\"/assets/| type=\"application/ld\\+json\">).*"));
        }
    }

    @Test
    void theErrorPageNeedsNoDatabase() {
        var page = new ErrorPage(site);
        world.database.close();
        var answer = page.answer(get("/x", Map.of()));
        assertEquals(500, answer.status());
        assertContains(answer, "صفحه ساخته نشد");
    }

    @Test
    void anEnglishPaperRunsTheOtherWay() {
        var english = site(Language.ENGLISH);
        String page = text(new FrontPage(english).answer(get("/", Map.of())));
        assertTrue(page.contains("<html lang=\"en\" dir=\"ltr\">"));
        assertTrue(page.contains("Monday, 20 January 2025"), page);
    }

    // ---- asking

    private static Content headlined(String headline) {
        return World.bridgeReopens().withText("", headline, "لید.", Body.of(Block.Paragraph.of("متن.")));
    }

    private Response story(Story story) {
        String headline = world.live(story.number()).headline();
        String slug = Slug.of(headline);
        var page = storyPage.answer(get(
                "/news/" + story.number() + "/" + slug, Map.of("number", Long.toString(story.number()), "slug", slug)));
        assertEquals(200, page.status());
        return page;
    }

    private Response front() {
        return new FrontPage(site).answer(get("/", Map.of()));
    }

    static Request get(String address, Map<String, String> route) {
        var query = new HashMap<String, List<String>>();
        int mark = address.indexOf('?');
        if (mark >= 0) {
            String[] parameter = address.substring(mark + 1).split("=", 2);
            query.put(parameter[0], List.of(parameter[1]));
        }
        var values = new HashMap<String, List<String>>();
        route.forEach((name, value) -> values.put(name, List.of(value)));
        return new Request(
                "GET",
                mark < 0 ? address : address.substring(0, mark),
                new Parameters(values),
                new Parameters(query),
                Parameters.NONE,
                Parameters.NONE,
                Parameters.NONE,
                new byte[0],
                List.of(),
                "192.0.2.7",
                false);
    }

    private static String text(Response page) {
        return new String(page.body(), StandardCharsets.UTF_8);
    }

    static String header(Response answer, String name) {
        return answer.headers().stream()
                .filter(header -> header.name().equals(name))
                .map(Response.Header::value)
                .findFirst()
                .orElse("");
    }

    // ---- what the desk decides

    @Test
    void anOldAddressLeadsOnBeforeThePageIsSaidToBeMissing() {
        var redirects = new MissingPage(site, world.redirects::follow);
        done(world.redirects.put(world.chiefEditor(), 0, new Redirects.Wish("/old/خبر", "/section/city", 301)));
        done(world.redirects.put(world.chiefEditor(), 0, new Redirects.Wish("/for-now", "https://example.org/", 302)));
        done(world.redirects.put(world.chiefEditor(), 0, new Redirects.Wish("/gone", "", 410)));
        var moved = redirects.answer(get("/old/خبر", Map.of()));
        assertEquals(301, moved.status());
        assertEquals("/section/city", header(moved, "Location"));
        assertEquals(302, redirects.answer(get("/for-now", Map.of())).status());
        var gone = redirects.answer(get("/gone", Map.of()));
        assertEquals(410, gone.status());
        assertContains(gone, "این صفحه برداشته شده است");
        assertEquals(404, redirects.answer(get("/nowhere", Map.of())).status());
    }

    @Test
    void aRenamedSectionAndTagLeadToTheirNewAddress() {
        world.published(World.bridgeReopens());
        var city = world.sections.all(World.EDITION).getFirst();
        done(world.sectioning.change(
                world.chiefEditor(),
                city.id(),
                city.version(),
                new Sectioning.Wish("شهر", "town", Optional.empty(), "خبرهای شهر", false, true)));
        var old = new SectionPage(site, missing).answer(get("/section/city", Map.of("slug", "city")));
        assertEquals(301, old.status());
        assertEquals("/section/town", header(old, "Location"));
        assertContains(
                new SectionPage(site, missing).answer(get("/section/town", Map.of("slug", "town"))), "خبرهای شهر");
    }

    @Test
    void aPageThatStaysIsShownAtItsSlugAndLinkedInTheFoot() {
        var page = done(world.staticPages.begin(
                world.chiefEditor(), World.EDITION, "about", "دربارهٔ ما", Markup.read("## چه می‌کنیم\n\nمی‌نویسیم.")));
        var shortLink = new ShortLink(site, missing, withdrawn);
        assertEquals(
                404, shortLink.answer(get("/about", Map.of("number", "about"))).status());
        done(world.staticPages.publish(world.chiefEditor(), page.id(), 1));
        var shown = shortLink.answer(get("/about", Map.of("number", "about")));
        assertContains(
                shown,
                "<h1>دربارهٔ ما</h1>",
                "<h2>چه می‌کنیم</h2>",
                "<a href=\"/about\">دربارهٔ ما</a>",
                "<title>دربارهٔ ما | کرانه</title>");
    }

    @Test
    void whatTheImprintSaysBesidesItsLinesStandsBelowThem() {
        var page = done(world.staticPages.begin(
                world.chiefEditor(), World.EDITION, "imprint", "شناسنامه", Markup.read("پروانهٔ انتشار: ۱۲۳")));
        done(world.staticPages.publish(world.chiefEditor(), page.id(), 1));
        assertContains(new ImprintPage(site).answer(get("/imprint", Map.of())), "مینا رودباری", "پروانهٔ انتشار: ۱۲۳");
    }

    @Test
    void breakingNewsStandsAboveEveryPage() {
        var story = world.published(World.bridgeReopens());
        done(world.breaking.show(
                world.chiefEditor(),
                World.EDITION,
                0,
                "پل باز شد",
                java.util.OptionalLong.of(story.number()),
                Optional.empty()));
        for (var page : List.of(
                story(story),
                new FrontPage(site).answer(get("/", Map.of())),
                new ImprintPage(site).answer(get("/imprint", Map.of())))) {
            assertContains(page, "<strong>خبر فوری</strong> <a href=\"/news/1001/", "پل باز شد</a>");
        }
    }

    @Test
    void nameDigitsColoursAndLogoFollowTheSettingsWithoutARestart() {
        var usual = new Masthead(
                "تیتر",
                "",
                URI.create("https://news.example.org"),
                ZoneId.of("Asia/Tehran"),
                Language.PERSIAN,
                List.of());
        var keeping = new SiteKeeping(
                world.database,
                world.ids,
                world.clock,
                new SiteKeeping.Machine(
                        usual, news.titr.language.HouseStyle.standard(), java.util.Set.of(), java.util.Set.of()));
        var living = new Site(
                TestTemplates.engine(),
                keeping::current,
                "fa",
                world.liveStories,
                new Bylines(world.database),
                new Pictures(
                        world.database, new FolderBlobs(TestDatabase.temporaryFolder()), world.clock, Programs.NONE),
                world.clock,
                new StaticFiles());
        var imprint = new ImprintPage(living);
        assertContains(imprint.answer(get("/imprint", Map.of())), "| تیتر</title>", "۱ بهمن ۱۴۰۳");
        var colours =
                new Colours(Optional.of(new Colours.Pair("#0b4f9c", "#8fc2ff")), Optional.empty(), Optional.empty());
        var logo = new SiteSettings.Logo("a".repeat(64), "image/svg+xml", 240, 60);
        done(keeping.change(
                world.chiefEditor(),
                0,
                new SiteSettings.Wishes(
                        "کرانه", "", "", "latin", Map.of(), List.of(), colours, Optional.of(logo), List.of())));
        var changed = imprint.answer(get("/imprint", Map.of()));
        assertContains(
                changed,
                "| کرانه</title>",
                "1 بهمن 1403",
                "--accent:light-dark(#0b4f9c,#8fc2ff)",
                "<img class=\"logo\" src=\"/logo/" + "a".repeat(64)
                        + ".svg\" width=\"240\" height=\"60\" alt=\"کرانه\">");
    }

    private static void assertContains(Response page, String... parts) {
        for (String part : parts) {
            assertTrue(text(page).contains(part), "the page lacks " + part + ":\n" + text(page));
        }
    }
}
