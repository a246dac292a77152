package news.titr.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import news.titr.Browser;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import news.titr.ValidHtml;
import news.titr.World;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.people.Actor;
import news.titr.story.Content;
import news.titr.story.Drafting;
import news.titr.story.Publishing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A newspaper in three languages: opened at the desk, read in a browser. */
class EditionsIT {

    private static final Home HOME = Home.fresh();
    private static TitrProcess titr;
    private static Browser browser;

    @BeforeAll
    static void start() {
        try (var newspaper = Newspaper.open(Settings.load(HOME.data(), HOME.environment()), Clock.systemUTC())) {
            newspaper.sections.keep("en", List.of(Map.entry("city", "City")));
            newspaper.sections.keep("ar", List.of(Map.entry("city", "المد\u064Aنة")));
            publish(newspaper, "fa", World.bridgeReopens());
            publish(newspaper, "en", text("The old bridge opens again", "Repairs took three years."));
            publish(
                    newspaper,
                    "ar",
                    text("الجسر القد\u064Aم \u064Aُفتح من جد\u064Aد", "استغرق الترم\u064Aم ثلاث سنوات."));
        }
        titr = TitrProcess.serve(HOME);
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
        titr.close();
    }

    private static void publish(Newspaper newspaper, String edition, Content content) {
        var technician = new Actor.Technician();
        var story = done(newspaper.drafting.begin(technician, Drafting.Beginning.in(edition), content));
        done(newspaper.publishing.publish(technician, story.number(), Publishing.Seen.of(story)));
    }

    private static Content text(String headline, String lead) {
        return World.bridgeReopens().withText("", headline, lead, Body.of(Block.Paragraph.of(lead)));
    }

    @Test
    void aNewspaperBecomesOneOfThreeLanguages() throws Exception {
        assertEquals(404, titr.get("/en/").statusCode());
        assertContains("/en/", "<html lang=\"fa\" dir=\"rtl\">");
        assertFalse(titr.get("/").body().contains("hreflang"));

        try (var visitor = browser.visitor()) {
            visitor.setDefaultTimeout(15_000);
            var page = signedIn(visitor.newPage());
            assertThat(page.locator(".edition-choice")).hasCount(0);
            openEditions(page);
            assertReadersHaveThem();
            roomsOfTheEnglishEdition(page);
            tieTheArabicStory(page);
            beginATranslation(page);
            assertPagesStand();

            // one that is closed again is not there
            page.navigate(titr.address + "/desk/site/editions");
            page.uncheck("[name='open.ar']");
            page.click("[data-command=settings-save]");
            page.waitForURL(url -> url.contains("done=yes"));
        }
        assertEquals(404, titr.get("/ar/").statusCode());
        assertFalse(titr.get("/").body().contains("hreflang=\"ar\""));
    }

    private void openEditions(Page page) {
        page.navigate(titr.address + "/desk/site/editions");
        for (String edition : List.of("en", "ar")) {
            page.check("[name='open." + edition + "']");
        }
        page.locator("fieldset:has([name='name.en']) summary").click();
        page.fill("[name='name.en']", "The Shore");
        page.fill("[name='motto.en']", "News of the river");
        page.click("[data-command=settings-save]");
        page.waitForURL(url -> url.contains("done=yes"));
        assertThat(page.locator("[name='open.en']")).isChecked();
        assertThat(page.locator("[name='name.en']")).hasValue("The Shore");
        assertEquals(List.of(), Browser.violations(page));
    }

    private void assertReadersHaveThem() {
        assertLeads("/en", "/en/");
        assertContains(
                "/en/",
                "<html lang=\"en\" dir=\"ltr\">",
                "<title>The Shore | News of the river</title>",
                "<link rel=\"canonical\" href=\"" + titr.address + "/en/\">",
                "href=\"/en/section/city\"",
                "href=\"/en/news/1002/the-old-bridge-opens-again\"",
                "href=\"/en/rss.xml\"");
        assertContains("/ar/", "<html lang=\"ar\" dir=\"rtl\">", "الصفحة الأولى", "/ar/news/1003/");
        for (String front : List.of("/", "/en/", "/ar/")) {
            assertContains(
                    front,
                    "hreflang=\"fa\" href=\"" + titr.address + "/\"",
                    "hreflang=\"en\" href=\"" + titr.address + "/en/\"",
                    "hreflang=\"ar\" href=\"" + titr.address + "/ar/\"",
                    "hreflang=\"x-default\" href=\"" + titr.address + "/\"");
        }
        String page = "/en/news/1002/the-old-bridge-opens-again";
        assertLeads("/1002", page);
        assertLeads("/en/1002", "/1002");
        assertLeads("/news/1002/whatever", page);
        assertLeads("/news/1002.pdf", "/en/news/1002.pdf");
        assertLeads("/ar/news/1002/print", "/en/news/1002/print");
        assertLeads("/news/1002/send", "/en/news/1002/send");
        assertContains(page, "lang=\"en\"", "Published", "<a href=\"/en/\">Front page</a>");
        for (String there : List.of("/en/news/1002/print", "/en/news/1002.pdf", "/en/news/1002/send", "/en/imprint")) {
            assertEquals(200, titr.get(there).statusCode(), there);
        }
        assertContains("/en/rss.xml", "The old bridge opens again", titr.address + page);
        assertContains("/en/nowhere", "<html lang=\"en\" dir=\"ltr\">", "There is no such page");
        for (String nowhere : List.of("/en/nowhere", "/en/section/none", "/en/news/999", "/en/desk", "/eo/", "/fa/")) {
            assertEquals(404, titr.get(nowhere).statusCode(), nowhere);
        }
        assertContains("/nowhere", "<html lang=\"fa\" dir=\"rtl\">");
    }

    private void roomsOfTheEnglishEdition(Page page) {
        page.navigate(titr.address + "/desk/site/sections");
        page.click(".edition-switch a[href$='edition=en']");
        page.waitForURL(url -> url.endsWith("/desk/site/sections?edition=en"));
        assertThat(page.locator(".lines .name")).hasText("City");
        page.fill("[name=name]", "Culture");
        page.fill("[name=slug]", "culture");
        page.click(".site-form button.main");
        page.waitForURL(url -> url.contains("done=yes") && url.endsWith("edition=en"));
        assertContains("/en/", "<a href=\"/en/section/culture\">Culture</a>");
        assertFalse(titr.get("/").body().contains("Culture"));

        page.navigate(titr.address + "/desk/site/breaking?edition=en");
        page.fill("[name=text]", "The bridge is open");
        page.click("[data-command=breaking-on]");
        page.waitForURL(url -> url.contains("done=yes"));
        assertContains("/en/", "The bridge is open");
        assertFalse(titr.get("/").body().contains("The bridge is open"));

        page.navigate(titr.address + "/desk/front?edition=en");
        assertThat(page.locator(".edition-switch [aria-current]")).hasCount(1);
        assertThat(page.locator("#front-desk")).containsText("The old bridge opens again");
        assertThat(page.locator("#front-desk")).not().containsText("پل کهنه پس از سه سال");
    }

    private void tieTheArabicStory(Page page) {
        for (String story : List.of("1002", "1003")) {
            page.navigate(titr.address + "/desk/stories/" + story);
            details(page);
            page.locator(".translations button").last().click();
            page.fill("dialog input[type=search]", "1001");
            page.click("dialog ul.choices button:has-text('پل کهنه')");
            assertThat(page.locator(".versions")).containsText("پل کهنه پس از سه سال باز می‌شود");
        }
        String persian = titr.get("/1001").headers().firstValue("Location").orElseThrow();
        assertContains(persian, "این خبر به زبان‌های دیگر", "<span>English</span>", "/ar/news/1003/");
        String english = "/en/news/1002/the-old-bridge-opens-again";
        assertContains(english, "This story in other languages", "<span>فارسی</span>", "/ar/news/1003/");
        for (String version : List.of(persian, english)) {
            assertContains(
                    version,
                    "hreflang=\"en\" href=\"" + titr.address + english + "\"",
                    "hreflang=\"fa\" href=\"" + titr.address + persian + "\"",
                    "hreflang=\"x-default\" href=\"" + titr.address + persian + "\"");
        }
    }

    private void beginATranslation(Page page) {
        page.navigate(titr.address + "/desk");
        page.locator(".sidebar .edition-choice select").selectOption("en");
        page.locator("[data-command=new-story]").dispatchEvent("click");
        page.waitForURL("**/desk/stories/*");
        assertThat(page.locator("#story-editor .ProseMirror").first()).hasAttribute("dir", "ltr");
        details(page);
        page.locator(".translations button").first().click();
        page.waitForURL("**/desk/stories/1005");
        assertThat(page.locator("#story-editor .ProseMirror").first()).hasAttribute("dir", "rtl");
        page.navigate(titr.address + "/desk?language=en");
        assertThat(page.locator("#card-1004")).isVisible();
        assertThat(page.locator("#card-1005")).hasCount(0);
    }

    private static void details(Page page) {
        page.waitForSelector(".saving[data-state=saved]");
        page.keyboard().press("Alt+1");
        page.locator(".translations .acts button").first().waitFor();
    }

    /** What everybody can use, what is valid, what fits the screen. */
    private void assertPagesStand() throws Exception {
        try (var visitor = browser.visitor(
                new NewContextOptions().setViewportSize(390, 844).setBypassCSP(true))) {
            var page = visitor.newPage();
            for (String path : List.of("/", "/en/", "/ar/", "/1001", "/1002", "/1003", "/en/nowhere")) {
                page.navigate(titr.address + path);
                assertEquals(List.of(), Browser.violations(page), path);
                assertEquals(390, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue(), path);
                byte[] html = page.context().request().get(page.url()).body();
                assertEquals("", ValidHtml.complaints(html), path);
            }
        }
    }

    private static Page signedIn(Page page) {
        Browser.signIn(page.context(), titr, titr.invite("mina@example.org", "مینا", "chief-editor"));
        page.navigate(titr.address + "/desk");
        return page;
    }

    private static void assertLeads(String from, String to) {
        var answer = titr.get(from);
        assertEquals(301, answer.statusCode(), from);
        assertEquals(to, answer.headers().firstValue("Location").orElseThrow(), from);
    }

    private static void assertContains(String path, String... parts) {
        String body = new String(titr.getBytes(path).body(), StandardCharsets.UTF_8);
        for (String part : parts) {
            assertTrue(body.contains(part), path + " lacks " + part + ":\n" + body);
        }
    }
}
