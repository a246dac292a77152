package news.titr.share;

import static news.titr.share.Mailroom.everything;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody who wants our mail server to carry their words: not one byte of them arrives. */
@Tag("database")
class AttackTest {

    /** What the attacker wants others to read, in every field that there is. */
    private static final String WORDS = "EARNMONEYFAST";

    private static final List<String> TRICKS = List.of(
            "victim@example.net\r\nSubject: " + WORDS,
            "victim@example.net\nBcc: all@example.net\n\n" + WORDS,
            "victim@example.net%0D%0ABcc:" + WORDS + "@example.net",
            "victim@example.net\u2028Bcc: " + WORDS,
            "victim@example.net\u0000" + WORDS,
            "\"" + WORDS + "\" <victim@example.net>",
            WORDS + " <victim@example.net>",
            "victim@example.net (" + WORDS + ")",
            "victim@example.net," + WORDS + "@example.net",
            "victim@example.net;" + WORDS + "@example.net",
            "\"" + WORDS + "\"@example.net",
            "=?utf-8?B?RUFSTk1PTkVZRkFTVA==?=@example.net",
            "victim@example.net>\r\nDATA\r\n" + WORDS + "\r\n.\r\n",
            "<a href=https://" + WORDS + ".example>x</a>@example.net",
            "{@java.lang.String x}{x}" + WORDS + "@example.net",
            WORDS.repeat(770) + "@example.net",
            "victim@" + WORDS.repeat(770),
            "victim@example.net?subject=" + WORDS,
            "victim@[" + WORDS + "]",
            "\u202Evictim@example.net" + WORDS);

    private final Mailroom room = new Mailroom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aThousandRapidTriesWithTricksInEveryFieldDeliverNothing() throws Exception {
        String good = room.freshToken();
        room.world.clock.forward(Duration.ofSeconds(5));

        var statuses = flood(
                1_000,
                (random, number) -> Map.of(
                        "form", List.of(oneOf(random, List.of(good, WORDS, good + "\r\n" + WORDS, ""))),
                        "from", List.of(oneOf(random, TRICKS)),
                        "to", List.of(oneOf(random, TRICKS), oneOf(random, TRICKS)),
                        "website", List.of(random.nextInt(5) == 0 ? WORDS : ""),
                        "name", List.of(WORDS.repeat(770)),
                        "message", List.of(WORDS),
                        "subject", List.of(WORDS + "\r\nBcc: x@example.net")));

        assertTrue(Set.of(200, 422).containsAll(statuses), statuses.toString());
        room.queue().sendDue();
        assertEquals(0, room.mails().size());
        assertEquals(0, room.world.count("SELECT COUNT(*) FROM outgoing_mail"));
    }

    @Test
    void aThousandRapidTriesWithGoodFormsDeliverNoWordsAndNoMoreThanTheLimits() throws Exception {
        var tokens = new ArrayList<String>();
        for (int i = 0; i < 1_000; i++) {
            tokens.add(FormToken.issue(room.key, room.story, room.world.clock.instant()));
        }
        room.world.clock.forward(Duration.ofSeconds(5));

        flood(
                1_000,
                (random, number) -> Map.of(
                        "form", List.of(tokens.get(number)),
                        "from", List.of("spammer" + number % 50 + "@example.org"),
                        "to", List.of("victim" + number + "@example.net"),
                        "website", List.of(""),
                        "name", List.of(WORDS),
                        "message", List.of(WORDS)));
        room.queue().sendDue();

        assertEquals(SendLimits.FORMS_PER_NETWORK_AN_HOUR, room.mails().size());
        for (var mail : room.mails()) {
            String text = everything(mail).toUpperCase(Locale.ROOT);
            assertFalse(text.contains(WORDS), text);
            assertFalse(text.contains("VICTIM"), text);
            assertTrue(Mailroom.header(mail, "To").matches("spammer\\d+@example\\.org"), text);
        }
    }

    @Test
    void aConfirmedSpammerReachesAFewFriendsWithTheNewspapersWordsAlone() throws Exception {
        for (int i = 0; i < 40; i++) {
            String sender = "spammer@example.org";
            room.ask(sender, "a" + i + "@example.net", "b" + i + "@example.net", "c" + i + "@example.net");
            room.queue().sendDue();
            for (var mail : room.mailsTo(sender)) {
                var link = room.confirmationLinkOf(sender);
                room.press(link);
                assertFalse(everything(mail).contains("@example.net"));
            }
            room.queue().sendDue();
            room.world.clock.forward(Duration.ofMinutes(20));
        }

        var reached = new HashSet<String>();
        var texts = new HashSet<String>();
        for (var mail : room.mails()) {
            if (!Mailroom.header(mail, "To").equals("spammer@example.org")) {
                reached.add(Mailroom.header(mail, "To"));
                texts.add(Mailroom.plain(mail).replaceAll("/send/never/[a-z0-9.]+", "/send/never/…"));
            }
        }
        assertEquals(3 * SendLimits.SENDS_PER_SENDER_A_DAY, reached.size());
        assertEquals(1, texts.size(), "everybody reads the same");
    }

    @Test
    void tricksInLinksLeadNowhereAndComeBackHarmless() {
        for (String token : List.of(
                WORDS,
                "../../x",
                "x\r\nSet-Cookie: a=b",
                "\"><script>" + WORDS + "</script>",
                ".",
                "",
                "a.b",
                "x".repeat(10_000))) {
            for (var answer : List.of(
                    room.confirmPage.show(Mailroom.get("/send/confirm/" + token, Map.of("token", token))),
                    room.confirmPage.confirm(Mailroom.get("/send/confirm/" + token, Map.of("token", token))),
                    room.neverPage.show(Mailroom.get("/send/never/" + token, Map.of("token", token))),
                    room.neverPage.stop(Mailroom.get("/send/never/" + token, Map.of("token", token))))) {
                assertEquals(404, answer.status(), token);
                assertFalse(Mailroom.page(answer).contains(WORDS), token);
            }
        }
        assertEquals(0, room.world.count("SELECT COUNT(*) FROM never_again"));
    }

    @Test
    void aForgedNetworkAddressIsNoWayAroundTheLimits() {
        int taken = 0;
        for (int i = 0; i < 40; i++) {
            if (room.askFrom("not an address " + i, "s" + i + "@example.org", "f" + i + "@example.net")
                            .status()
                    == 200) {
                taken++;
            }
        }
        assertEquals(SendLimits.FORMS_PER_NETWORK_AN_HOUR, taken);
    }

    private List<Integer> flood(int tries, Try form) throws Exception {
        try (var executor = Executors.newFixedThreadPool(16)) {
            var tasks = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < tries; i++) {
                int number = i;
                tasks.add(() -> room.send(Mailroom.NETWORK, form.number(new Random(number), number))
                        .status());
            }
            var statuses = new ArrayList<Integer>();
            for (var future : executor.invokeAll(tasks)) {
                statuses.add(future.get());
            }
            return statuses;
        }
    }

    private static String oneOf(Random random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private interface Try {
        Map<String, List<String>> number(Random random, int number);
    }
}
