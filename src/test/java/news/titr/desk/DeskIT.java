package news.titr.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import news.titr.Browser;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The desk as an editor uses it, in a browser, against the built program. */
@Tag("database")
class DeskIT {

    private static final Home HOME = Home.fresh();
    private static TitrProcess titr;
    private static Browser browser;

    @BeforeAll
    static void start() {
        titr = TitrProcess.serve(HOME);
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
        titr.close();
    }

    @Test
    void aStrangerIsAskedToSignInAlsoWhenThereIsNobodyYet() {
        var answer = titr.get("/desk");
        assertEquals(401, answer.statusCode());
        assertTrue(answer.body().contains("ورود به میز تحریریه"));
        assertEquals(401, titr.get("/desk/stories/1001").statusCode());
    }

    @Test
    void aStrangersChangeIsRefusedBeforeAnythingLooksAtIt() {
        for (String path : List.of(
                "/desk/stories",
                "/desk/stories/1",
                "/desk/stories/1/publication",
                "/desk/stories/1/withdrawal",
                "/desk/sign-out",
                "/desk/nowhere")) {
            assertEquals(401, titr.post(path, "headline=x").statusCode(), path);
            assertEquals(
                    401,
                    titr.post(path, "headline=x", "Cookie", "titr_session=" + "0".repeat(64))
                            .statusCode(),
                    path);
        }
    }

    @Test
    void aSignedInEditorsFormNeedsItsToken() {
        try (var editor = signedIn("csrf@example.org", "reporter")) {
            var cookie = editor.cookies().getFirst();
            assertTrue(cookie.httpOnly);
            String session = cookie.name + "=" + cookie.value;
            assertEquals(
                    403,
                    titr.post("/desk/stories", "headline=x", "Cookie", session).statusCode());
            assertEquals(
                    403,
                    titr.post("/desk/stories", "headline=x&csrf=abc", "Cookie", session)
                            .statusCode());
            assertEquals(200, titr.get("/desk", "Cookie", session).statusCode());
        }
    }

    @Test
    void aStoryIsWrittenPublishedCorrectedAndWithdrawn() {
        try (var editor = signedIn("mina@example.org", "chief-editor")) {
            var page = editor.newPage();
            page.navigate(titr.address + "/desk/stories/new");
            page.fill("[name=kicker]", "پایان مرمت");
            page.fill("[name=headline]", "پل کهنه باز می‌شود");
            page.fill("[name=lead]", "راه از فردا باز است.");
            page.fill("[name=body]", "مرمت تمام شد.\n\n## چه شد\n\n> پایه‌ها از نو ساخته شد.\n> — مهندس کار");
            page.selectOption("[name=section]", "city");
            page.fill("[name=tags]", "پل، حمل‌ونقل");
            page.click("button.main");
            assertTrue(page.locator("[role=status]").textContent().contains("ذخیره شد"));
            String number = page.url().replaceAll("[^0-9]*:[0-9]+/desk/stories/([0-9]+).*", "$1");
            assertEquals(404, titr.get("/" + number).statusCode());

            page.click("button.go");
            assertTrue(page.locator("[role=status]").textContent().contains("منتشر شد"));
            var reader = editor.newPage();
            reader.navigate(titr.address + "/" + number);
            assertEquals("پل کهنه باز می‌شود | تیتر", reader.title());
            assertEquals(
                    "پایه‌ها از نو ساخته شد.",
                    reader.locator("blockquote p").textContent().strip());

            page.fill("[name=headline]", "پل کهنه بسته می‌ماند");
            page.click("details:has([name=correction]) summary");
            page.fill("[name=correction]", "پل هنوز بسته است.");
            page.click("[formaction$=correction]");
            reader.reload();
            assertTrue(reader.content().contains("پل هنوز بسته است."));

            page.click("details:has([name=reason]) summary");
            page.fill("[name=reason]", "خبر نادرست بود.");
            page.click("[formaction$=withdrawal]");
            for (String path : List.of(
                    "/" + number,
                    "/news/" + number,
                    "/news/" + number + "/x",
                    "/news/" + number + ".pdf",
                    "/news/" + number + "/print",
                    "/news/" + number + "/send")) {
                var gone = titr.get(path);
                assertEquals(410, gone.statusCode(), path);
                assertTrue(gone.body().contains("خبر نادرست بود."), path);
            }
            assertFalse(titr.get("/").body().contains("پل کهنه بسته می‌ماند"));
        }
    }

    @Test
    void theDateIsPickedFromAJalaliMonth() {
        try (var editor = signedIn("date@example.org", "chief-editor")) {
            var page = editor.newPage();
            page.navigate(titr.address + "/desk/stories/new");
            page.fill("[name=headline]", "خبری با تاریخ");
            page.click(".date-field > button");
            page.waitForSelector(".month");
            String month = page.locator(".turn strong").textContent();
            page.click(".turn [data-turn='-1']");
            page.waitForCondition(
                    () -> !page.locator(".turn strong").textContent().equals(month));
            page.locator(".month td button:not(.other)")
                    .getByText("۱۲", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                    .click();
            assertTrue(
                    page.inputValue("[name=published-at]").startsWith("۱۲ "), page.inputValue("[name=published-at]"));
            assertTrue(page.isChecked("[name=published][value=at]"));
            page.click("button.main");
            assertTrue(page.inputValue("[name=published-at]").startsWith("۱۲ "));
        }
    }

    @Test
    void aDateThatCannotBeReadIsSaidAndNothingTypedIsLost() {
        try (var editor = signedIn("lost@example.org", "chief-editor")) {
            var page = editor.newPage();
            page.navigate(titr.address + "/desk/stories/new");
            page.fill("[name=headline]", "تیتری که نباید گم شود");
            page.check("[name=published][value=at]");
            page.fill("[name=published-at]", "سی‌ام اسفند هیچ سال");
            page.click("button.main");
            assertTrue(page.locator("[role=alert]").textContent().contains("تاریخ انتشار خوانده نشد"));
            assertEquals("تیتری که نباید گم شود", page.inputValue("[name=headline]"));
            assertEquals("سی‌ام اسفند هیچ سال", page.inputValue("[name=published-at]"));
        }
    }

    @Test
    void whoSavesSecondSeesTheConflictAndKeepsTheirText() {
        try (var editor = signedIn("two@example.org", "chief-editor")) {
            var first = editor.newPage();
            first.navigate(titr.address + "/desk/stories/new");
            first.fill("[name=headline]", "نسخهٔ نخست");
            first.click("button.main");
            String address = first.url().replaceAll("\\?.*", "");
            var second = editor.newPage();
            second.navigate(address);
            first.fill("[name=headline]", "نوشتهٔ نفر اول");
            first.click("button.main");
            second.fill("[name=headline]", "نوشتهٔ نفر دوم");
            second.click("button.main");
            assertTrue(second.locator("[role=alert]").textContent().contains("کس دیگری"));
            assertEquals("نوشتهٔ نفر دوم", second.inputValue("[name=headline]"));
            second.click("button.main");
            second.navigate(address);
            assertEquals("نوشتهٔ نفر دوم", second.inputValue("[name=headline]"));
        }
    }

    @Test
    void aLongStoryIsSavedAndTidiedLikeAShortOne() {
        try (var editor = signedIn("long@example.org", "chief-editor")) {
            var page = editor.newPage();
            page.navigate(titr.address + "/desk/stories/new");
            page.fill("[name=headline]", "گزارشی بلند");
            String body = "تلاشها در این زمینهها بیشتر میشود و کتابها خوانده میشود.\n\n".repeat(120);
            page.fill("[name=body]", body);
            page.click("button.main");
            assertTrue(page.locator("[role=status]").textContent().contains("ذخیره شد"));
            assertTrue(page.inputValue("[name=body]").startsWith("تلاشها"));
            page.click("[formaction$=tidying]");
            assertTrue(page.locator(".offers li").count() > 400);
            page.click(".checks [formaction$=tidying]");
            assertFalse(page.inputValue("[name=body]").contains("تلاشها"));
            page.click("button.main");
            assertTrue(page.locator("[role=status]").textContent().contains("ذخیره شد"));
        }
    }

    @Test
    void whatIsLargerThanAnyStoryIsRefusedInWords() {
        try (var editor = signedIn("large@example.org", "chief-editor")) {
            var cookie = editor.cookies().getFirst();
            var refused = titr.post(
                    "/desk/stories", "body=" + "x".repeat(5 << 20), "Cookie", cookie.name + "=" + cookie.value);
            assertEquals(413, refused.statusCode());
            assertTrue(refused.body().contains("بیش از اندازه بزرگ"));
        }
    }

    @Test
    void halfSpacesAreMendedOneByOneAndNothingIsSavedUnasked() {
        try (var editor = signedIn("tidy@example.org", "chief-editor")) {
            var page = editor.newPage();
            page.navigate(titr.address + "/desk/stories/new");
            page.fill("[name=headline]", "تلاشها ادامه دارد");
            page.fill("[name=body]", "کتابها در کتابخانه میماند و کار تمام میشود.");
            page.click("button.main");
            String address = page.url().replaceAll("\\?.*", "");
            page.click("[formaction$=tidying]");
            assertTrue(page.locator(".offers").textContent().contains("تلاش\u200cها"));
            // the headline's mend is declined
            page.locator(".offers li", new com.microsoft.playwright.Page.LocatorOptions().setHasText("تلاش\u200cها"))
                    .locator("input")
                    .uncheck();
            page.click(".checks [formaction$=tidying]");
            assertEquals("تلاشها ادامه دارد", page.inputValue("[name=headline]"));
            assertTrue(page.inputValue("[name=body]").contains("می\u200cشود"), page.inputValue("[name=body]"));

            var other = editor.newPage();
            other.navigate(address);
            assertTrue(other.inputValue("[name=body]").contains("میشود"));
            page.click("button.main");
            other.navigate(address);
            assertTrue(other.inputValue("[name=body]").contains("می\u200cشود"));
        }
    }

    @Test
    void aReporterWritesButDoesNotPublish() {
        try (var editor = signedIn("sara@example.org", "reporter")) {
            var page = editor.newPage();
            page.navigate(titr.address + "/desk/stories/new");
            page.fill("[name=headline]", "نوشتهٔ خبرنگار");
            page.click("button.main");
            page.click("button.go");
            assertTrue(page.locator("[role=alert]").textContent().contains("اجازهٔ این کار را ندارید"));
        }
    }

    @Test
    void everyPageIsForEverybody() {
        try (var editor = signedIn("axe@example.org", "administrator")) {
            var page = editor.newPage();
            page.navigate(titr.address + "/desk/stories/new");
            page.fill("[name=headline]", "خبری برای همه");
            page.click("button.main");
            String story = page.url();
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                for (String address : List.of(titr.address + "/desk", titr.address + "/desk/stories/new", story)) {
                    page.navigate(address);
                    assertEquals(List.of(), Browser.violations(page), address + " " + scheme);
                }
            }
            try (var stranger = browser.visitor()) {
                var outside = stranger.newPage();
                outside.navigate(titr.address + "/desk");
                assertEquals(List.of(), Browser.violations(outside));
            }
        }
    }

    private static BrowserContext signedIn(String email, String role) {
        var added = TitrProcess.run(HOME, "person", "add", email, "--name", "آزمایشگر", "--role", role);
        assertEquals(0, added.exitCode(), added.complaints());
        String token = added.out().strip().replaceAll(".*/", "");
        var context = browser.visitor();
        context.setDefaultTimeout(15_000);
        var page = context.newPage();
        page.navigate(titr.address + "/desk/sign-in/" + token);
        page.click("button.main");
        assertTrue(Pattern.matches(".*/desk", page.url()), page.url());
        return context;
    }
}
