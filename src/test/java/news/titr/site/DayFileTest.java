package news.titr.site;

import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
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
import news.titr.media.Asset;
import news.titr.media.FolderBlobs;
import news.titr.media.PictureFiles;
import news.titr.media.Pictures;
import news.titr.media.Programs;
import news.titr.story.Archive;
import news.titr.story.Bylines;
import news.titr.story.Content;
import news.titr.story.Masthead;
import news.titr.story.Publishing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A day's paper in one file. The world's morning is that of 20 January 2025, 1 Bahman 1403. */
@Tag("database")
class DayFileTest {

    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    private final World world = new World();
    private final Pictures pictures =
            new Pictures(world.database, new FolderBlobs(TestDatabase.temporaryFolder()), world.clock, Programs.NONE);
    private final Archive archive = new Archive(world.database);
    private final Site site = new Site(
            TestTemplates.engine(),
            new Masthead(
                    "کرانه",
                    "روزنامهٔ صبح",
                    URI.create("https://news.example.org"),
                    TEHRAN,
                    Language.PERSIAN,
                    List.of()),
            world.liveStories,
            new Bylines(world.database),
            pictures,
            world.clock,
            new StaticFiles());
    private final DayFile file = new DayFile(site, new LitePages(site), archive);

    DayFileTest() {
        archive.keep(World.EDITION, TEHRAN);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aStoryIsWholeInItWithItsNumberDateAuthorAndShortLink() {
        world.published(World.bridgeReopens());
        var today = text(get("today"));
        for (String part : List.of(
                "<time datetime=\"2025-01-20\">دوشنبه، ۱ بهمن ۱۴۰۳</time>",
                "<a href=\"#n1001\">پل کهنه پس از سه سال باز می‌شود</a>",
                "<article id=\"n1001\">",
                "<p>پایه‌ها از نو ساخته شد.</p>",
                "سارا نویسنده",
                "کد خبر ۱۰۰۱",
                "<time datetime=\"2025-01-20T04:40:00Z\">۱ بهمن ۱۴۰۳ - ۸:۱۰</time>",
                "<a href=\"https://news.example.org/1001\" dir=\"ltr\">news.example.org/1001</a>")) {
            assertTrue(today.contains(part), part + " is not in " + today);
        }
    }

    @Test
    void itIsNamedByItsDayAndStandsAtItsDay() {
        world.published(World.bridgeReopens());
        assertEquals(
                "inline; filename=\"2025-01-20.html\"; filename*=UTF-8''%DA%A9%D8%B1%D8%A7%D9%86%D9%87%202025-01-20.html",
                get("today").header("Content-Disposition"));
        assertEquals(text(get("today")), text(get("2025-01-20")));
        assertEquals(404, get("2025-01-19").status());
        assertEquals(404, get("2025-01-21").status());
        assertEquals(404, get("2025-02-30").status());
    }

    @Test
    void aDayBeginsAtTheNewspapersMidnightAndLeadsToTheDayBefore() {
        world.published(World.bridgeReopens());
        world.clock.forward(Duration.ofHours(16));
        assertTrue(text(get("today")).contains("امروز هنوز خبری منتشر نشده است."));
        world.published(World.bridgeCloses());
        var today = text(get("today"));
        assertTrue(today.contains("id=\"n1002\"") && !today.contains("id=\"n1001\""));
        assertTrue(today.contains("<a href=\"https://news.example.org/lite/2025-01-20.html\">"));
        assertTrue(text(get("2025-01-20")).contains("id=\"n1001\""));
    }

    @Test
    void whatIsWithdrawnIsNotInItAnyMore() {
        var story = world.published(World.bridgeReopens());
        world.published(World.bridgeCloses());
        assertTrue(text(get("today")).contains("id=\"n1001\""));
        done(world.publishing.withdraw(world.chiefEditor(), story.number(), Publishing.Seen.of(story), "نادرست بود."));
        assertFalse(text(get("today")).contains("id=\"n1001\""));
    }

    @Test
    void aPictureIsInsideAndTheSamePageWithoutOneNamesIt() {
        var asset = pictures.addDrawn(
                "asset-bridge", PictureFiles.jpeg(1280, 720), Asset.Description.NONE.withCredit("عکس: نیما"));
        var picture = new Block.Picture(asset.id(), "پل سنگی", "پل پس از مرمت", "");
        world.published(
                with(World.bridgeReopens(), Body.of(Block.Paragraph.of("متن."), picture), Optional.of(picture)));
        var today = text(get("today"));
        assertTrue(today.contains("<img src=\"data:image/jpeg;base64,/9j/"));
        // a picture within the text is only named
        assertTrue(Pattern.compile(
                        "<a href=\"https://news\\.example\\.org/media/[^\"]+\">تصویر: پل سنگی</a> \\([۰-۹٫]+ کیلوبایت\\)")
                .matcher(today)
                .find());
        assertNothingIsFetched(today);
        assertTrue(get("today").header("Content-Security-Policy").contains("img-src 'self' data:"));
    }

    @Test
    void itStaysBelowAMegabyteOnTheLongestDay() {
        var paragraph = Block.Paragraph.of("نیم‌فاصله می‌ماند. ".repeat(5_000));
        for (int i = 0; i < 9; i++) {
            world.published(with(World.bridgeReopens(), Body.of(paragraph), Optional.empty()));
        }
        var answer = get("today");
        assertTrue(answer.body().length <= DayPaper.LARGEST, answer.body().length + " bytes");
        var today = text(answer);
        for (int number = 1001; number <= 1009; number++) {
            assertTrue(today.contains("id=\"n" + number + "\""), number + " is not there");
        }
        assertTrue(today.contains("خبرهایی که متنشان در این فایل جا نشد: "));
        assertTrue(today.contains("نیم‌فاصله می‌ماند."));
    }

    @Test
    void itIsMadeAnewOnlyWhenSomethingChanged() {
        world.published(World.bridgeReopens());
        var first = text(get("today"));
        world.clock.forward(Duration.ofMinutes(30));
        assertEquals(first, text(get("today")));
        world.published(World.bridgeCloses());
        assertNotEquals(first, text(get("today")));
    }

    private static void assertNothingIsFetched(String page) {
        var fetched = Pattern.compile("(?:src|srcset|poster)=\"(?!data:)|<link|<script|<iframe|url\\(|@import");
        assertFalse(fetched.matcher(page).find(), page);
    }

    private static Content with(Content content, Body body, Optional<Block.Picture> picture) {
        return new Content(
                content.kicker(),
                content.headline(),
                content.subheadlines(),
                content.lead(),
                body,
                content.section(),
                content.tags(),
                content.authors(),
                content.dateline(),
                content.source(),
                content.place(),
                content.published(),
                picture);
    }

    private Response get(String day) {
        return file.answer(new Request(
                "GET",
                "/lite/" + day + ".html",
                new Parameters(Map.of("day", List.of(day))),
                Parameters.NONE,
                Parameters.NONE,
                Parameters.NONE,
                Parameters.NONE,
                new byte[0],
                List.of(),
                "192.0.2.7",
                false));
    }

    private static String text(Response page) {
        return new String(page.body(), StandardCharsets.UTF_8);
    }
}
