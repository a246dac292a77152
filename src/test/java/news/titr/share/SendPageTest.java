package news.titr.share;

import static news.titr.share.Mailroom.FRIEND;
import static news.titr.share.Mailroom.NETWORK;
import static news.titr.share.Mailroom.SENDER;
import static news.titr.share.Mailroom.get;
import static news.titr.share.Mailroom.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.titr.http.Response;
import news.titr.language.Language;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class SendPageTest {

    private static String header(Response response, String name) {
        return response.headers().stream()
                .filter(header -> header.name().equals(name))
                .map(Response.Header::value)
                .findFirst()
                .orElse("");
    }

    private static Response show(SendPage page, long number) {
        return page.show(get("/news/" + number + "/send", Map.of("number", "" + number)));
    }

    @Test
    void theReadersOwnMeansComeFirstThenTheForm() {
        try (var room = new Mailroom()) {
            String page = page(show(room.sendPage, room.story));

            assertTrue(page.indexOf("mailto:?subject=") > 0, page);
            assertTrue(page.indexOf("<form") > page.indexOf("mailto:?subject="), page);
            assertTrue(
                    page.contains("href=\"https://news.example.org/" + room.story + "\" dir=\"ltr\">news.example.org/"
                            + room.story),
                    page);
            assertTrue(page.contains("پل کهنه پس از سه سال باز می‌شود"), page);
            assertFalse(page.contains("<script"), "the page asks nothing of anybody");
            assertFalse(page.contains("src="), page);
        }
    }

    @Test
    void withoutAMailServerThereIsNoFormAndNothingToPostTo() {
        try (var room = new Mailroom()) {
            var pages = new SendPage(
                    room.masthead, room.world.liveStories, Optional.empty(), Mailroom.templates(), room.frame);
            var page = page(show(pages, room.story));

            assertTrue(page.contains("mailto:?subject="), page);
            assertFalse(page.contains("<form"), page);
            assertEquals(
                    404, pages.ask(get("/", Map.of("number", "" + room.story))).status());
        }
    }

    @Test
    void theFormIsKeptNowhereAndTellsNobodyWhereTheReaderCameFrom() {
        try (var room = new Mailroom()) {
            var page = show(room.sendPage, room.story);

            assertEquals("no-store", header(page, "Cache-Control"));
            assertEquals("no-referrer", header(page, "Referrer-Policy"));
        }
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndWhatWasTypedIsKept() {
        try (var room = new Mailroom()) {
            String token = room.freshToken();
            var answer = room.send(NETWORK, token, "sara(at)example", "", "<b>\"x\"</b>&amp;", "good@example.net");

            String page = page(answer);
            assertEquals(422, answer.status());
            assertTrue(page.contains("value=\"sara(at)example\" aria-invalid=\"true\""), page);
            assertTrue(page.contains("value=\"&lt;b&gt;&quot;x&quot;&lt;/b&gt;&amp;amp;\" aria-invalid"), page);
            assertTrue(page.contains("value=\"good@example.net\">"), page);
            assertTrue(page.contains("فرم زودتر از آن رسید"), page);
            assertEquals(2, page.split("این نشانی ایمیل درست نیست", -1).length - 1, page);
            assertFalse(page.contains("<b>"), page);
        }
    }

    @Test
    void anEmptyFormIsAskedForBothAddresses() {
        try (var room = new Mailroom()) {
            var answer = room.ask("", "", "", "");

            assertEquals(422, answer.status());
            assertTrue(page(answer).contains("نشانی ایمیل خودتان را بنویسید"), page(answer));
            assertTrue(page(answer).contains("نشانی دست‌کم یک دوست را بنویسید"), page(answer));
        }
    }

    @Test
    void tenThousandLettersComeBackAsAFew() {
        try (var room = new Mailroom()) {
            var answer = room.ask("s".repeat(10_000), "😀".repeat(5_000));

            assertEquals(422, answer.status());
            assertTrue(answer.body().length < 20_000, "" + answer.body().length);
        }
    }

    @Test
    void aLimitIsSaidPolitelyAndTheOwnMeansStillStandThere() {
        try (var room = new Mailroom()) {
            for (int i = 0; i < SendLimits.CONFIRMATIONS_PER_SENDER_AN_HOUR; i++) {
                room.ask(SENDER, FRIEND);
            }
            var answer = room.ask(SENDER, FRIEND);

            assertEquals(429, answer.status());
            assertTrue(page(answer).contains("mailto:?subject="), page(answer));
            assertTrue(page(answer).contains("value=\"" + SENDER + "\""), page(answer));
        }
    }

    @Test
    void storiesThatAreNotThereAndNumbersThatAreNone() {
        try (var room = new Mailroom()) {
            for (String number : List.of("0", "-1", "abc", "99999999999999999999", "9999", "1001;x", "")) {
                assertEquals(
                        404,
                        room.sendPage.show(get("/", Map.of("number", number))).status(),
                        number);
            }
            room.withdraw();
            assertEquals(410, show(room.sendPage, room.story).status());
        }
    }

    @Test
    void anEnglishNewspaperSpeaksEnglishOnPagesAndInMails() {
        try (var room = new Mailroom(Language.ENGLISH)) {
            String page = page(show(room.sendPage, room.story));
            assertTrue(page.contains("With what you have"), page);
            assertTrue(page(room.ask("", "")).contains("Please give your own e-mail address."));

            room.sendAndConfirm(SENDER, FRIEND);
            String mail = Mailroom.plain(room.mailsTo(FRIEND).getFirst());
            assertTrue(mail.contains("has sent you this story:"), mail);
            room.world.clock.forward(Duration.ofDays(2));
            assertTrue(page(room.open(room.neverLinkOf(FRIEND))).contains("Never again"));
        }
    }
}
