package news.titr.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import java.util.List;
import news.titr.Browser;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The desk as an editor uses it, in a browser, against the built program. */
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
                "/desk/stories/1/steps",
                "/desk/stories/1/tidying",
                "/desk/embeds",
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
    void everyPageIsForEverybody() {
        try (var editor = signedIn("axe@example.org", "administrator")) {
            var page = editor.newPage();
            page.navigate(titr.address + "/desk");
            assertEquals(List.of(), Browser.violations(page));
            try (var stranger = browser.visitor()) {
                var outside = stranger.newPage();
                outside.navigate(titr.address + "/desk");
                assertEquals(List.of(), Browser.violations(outside));
            }
        }
    }

    private static BrowserContext signedIn(String email, String role) {
        var context = browser.signedIn(titr, email, "آزمایشگر", role);
        context.setDefaultTimeout(15_000);
        return context;
    }
}
