package news.titr.share;

import static news.titr.share.Mailroom.FRIEND;
import static news.titr.share.Mailroom.NETWORK;
import static news.titr.share.Mailroom.SENDER;
import static news.titr.share.Mailroom.page;
import static news.titr.share.Mailroom.plain;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the form to the friends' mailboxes, through a real mail server. */
@Tag("database")
class SendingTest {

    private final Mailroom room = new Mailroom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aStoryReachesFriendsOnlyAfterTheSenderHasConfirmed() {
        assertEquals(200, room.ask(SENDER, FRIEND, "second@example.net").status());
        assertEquals(1, room.queue().sendDue());
        assertEquals(1, room.mails().size());
        assertEquals(1, room.mailsTo(SENDER).size());

        assertEquals(200, room.press(room.confirmationLinkOf(SENDER)).status());
        assertEquals(2, room.queue().sendDue());

        assertEquals(1, room.mailsTo(FRIEND).size());
        assertEquals(1, room.mailsTo("second@example.net").size());
        String mail = plain(room.mailsTo(FRIEND).getFirst());
        assertTrue(mail.contains("پل کهنه پس از سه سال باز می‌شود"), mail);
        assertTrue(mail.contains("شهرداری می‌گوید مرمت پل تمام شده است"), mail);
        assertTrue(mail.contains("https://news.example.org/" + room.story + "\n"), mail);
        assertTrue(mail.contains(SENDER), mail);
    }

    @Test
    void theConfirmationSaysNothingOfTheFriends() {
        room.ask(SENDER, FRIEND);
        room.queue().sendDue();

        String mail = Mailroom.everything(room.mailsTo(SENDER).getFirst());
        assertFalse(mail.contains(FRIEND), mail);
    }

    @Test
    void openingTheLinkSendsNothingHoweverOften() {
        room.ask(SENDER, FRIEND);
        room.queue().sendDue();
        String link = room.confirmationLinkOf(SENDER);

        for (int i = 0; i < 20; i++) {
            var page = room.open(link);
            assertEquals(200, page.status());
            assertTrue(page(page).contains("<form method=\"post\""), page(page));
            assertTrue(page(page).contains(FRIEND), "the sender sees where it goes");
        }
        room.queue().sendDue();

        assertEquals(1, room.mails().size());
    }

    @Test
    void aLinkWorksOnceAlsoWhenPressedManyTimesAtOnce() throws Exception {
        room.ask(SENDER, FRIEND);
        room.queue().sendDue();
        String link = room.confirmationLinkOf(SENDER);

        atOnce(20, i -> room.press(link).status());
        room.queue().sendDue();

        assertEquals(1, room.mailsTo(FRIEND).size());
        assertTrue(page(room.open(link)).contains("پیش‌تر فرستاده شده"), page(room.open(link)));
    }

    @Test
    void aLinkDiesAfterADay() {
        room.ask(SENDER, FRIEND);
        room.queue().sendDue();
        String link = room.confirmationLinkOf(SENDER);
        room.world.clock.forward(Duration.ofHours(24).plusSeconds(1));

        assertEquals(404, room.open(link).status());
        assertEquals(404, room.press(link).status());
        room.queue().sendDue();
        assertEquals(0, room.mailsTo(FRIEND).size());
    }

    @Test
    void forgedLinksAndLinksOfAnotherKindLeadNowhere() {
        room.ask(SENDER, FRIEND);
        room.queue().sendDue();
        String link = room.confirmationLinkOf(SENDER);
        String flipped = link.substring(0, link.length() - 1) + (link.endsWith("0") ? "1" : "0");
        String never = room.neverLinkOf(SENDER).replace("/never/", "/confirm/");
        String confirmation = link.replace("/confirm/", "/never/");

        for (String forged :
                List.of(flipped, never, confirmation, link + "0", "https://news.example.org/send/confirm/x")) {
            assertEquals(404, room.open(forged).status(), forged);
            assertEquals(404, room.press(forged).status(), forged);
        }
        room.queue().sendDue();
        assertEquals(1, room.mails().size());
    }

    @Test
    void aFormIsTakenOnce() {
        String token = room.freshToken();
        room.world.clock.forward(Duration.ofSeconds(5));

        assertEquals(200, room.send(NETWORK, token, SENDER, FRIEND).status());
        assertEquals(422, room.send(NETWORK, token, SENDER, "other@example.net").status());
        room.queue().sendDue();
        assertEquals(1, room.mails().size());
    }

    @Test
    void aFormIsTakenOnceAlsoByManyAtOnce() throws Exception {
        String token = room.freshToken();
        room.world.clock.forward(Duration.ofSeconds(5));

        var answers = atOnce(
                30,
                i -> room.send("198.51." + i + ".1", token, "s" + i + "@example.org", FRIEND)
                        .status());

        assertEquals(1, answers.stream().filter(status -> status == 200).count());
    }

    @Test
    void aFormThatComesTooFastIsRefusedAndGoodAMomentLater() {
        String token = room.freshToken();
        room.world.clock.forward(Duration.ofMillis(1_999));
        var refused = room.send(NETWORK, token, SENDER, FRIEND);
        assertEquals(422, refused.status());

        room.world.clock.forward(Duration.ofSeconds(3));
        String again = Mailroom.field(page(refused), "form");
        assertEquals(200, room.send(NETWORK, again, SENDER, FRIEND).status());
    }

    @Test
    void aFormOfYesterdayAForgedOneAndOneOfAnotherStoryAreRefused() {
        String old = room.freshToken();
        room.world.clock.forward(Duration.ofHours(2).plusSeconds(1));
        String fresh = room.freshToken();
        room.world.clock.forward(Duration.ofSeconds(5));
        String ofAnotherStory = FormToken.issue(
                room.key, room.story + 1, room.world.clock.instant().minusSeconds(10));
        String later = "z" + fresh;

        for (String token : List.of(old, "", "x", later, ofAnotherStory, fresh.replace('-', 'a'), fresh + "0")) {
            assertEquals(422, room.send(NETWORK, token, SENDER, FRIEND).status(), token);
        }
        room.queue().sendDue();
        assertEquals(0, room.mails().size());
    }

    @Test
    void aFormWithTheTrapFilledInLooksTakenAndIsNot() {
        String token = room.freshToken();
        room.world.clock.forward(Duration.ofSeconds(5));
        var answer = room.send(
                NETWORK,
                java.util.Map.of(
                        "form", List.of(token),
                        "from", List.of(SENDER),
                        "to", List.of(FRIEND),
                        "website", List.of("https://example.com")));

        assertEquals(page(room.ask("other@example.org", FRIEND)), page(answer), "nobody can tell");
        room.queue().sendDue();
        assertEquals(0, room.mailsTo(SENDER).size());
    }

    @Test
    void neverAgainIsForEverForSendersAndFriendsAndNobodyCanTell() {
        room.sendAndConfirm(SENDER, FRIEND);
        String neverFriend = room.neverLinkOf(FRIEND);
        String neverSender = room.neverLinkOf(SENDER);
        room.open(neverFriend);
        room.sendAndConfirm("third@example.org", FRIEND);
        assertEquals(2, room.mailsTo(FRIEND).size(), "opening the link alone stops nothing");

        assertEquals(200, room.press(neverFriend).status());
        assertEquals(200, room.press(neverFriend).status(), "twice is as good as once");
        assertEquals(200, room.press(neverSender).status());
        room.world.clock.forward(Duration.ofDays(400));

        var toTheUnwilling = room.ask("fourth@example.org", "FRIEND+news@example.net");
        room.queue().sendDue();
        var confirmed = room.press(room.confirmationLinkOf("fourth@example.org"));
        room.queue().sendDue();
        assertEquals(2, room.mailsTo(FRIEND).size());
        assertEquals(0, room.mailsTo("FRIEND+news@example.net").size());
        assertEquals(200, confirmed.status());

        var byTheUnwilling = room.ask(SENDER, "willing@example.net");
        room.queue().sendDue();
        assertEquals(1, room.mailsTo(SENDER).size());
        assertEquals(page(toTheUnwilling), page(byTheUnwilling));
    }

    @Test
    void theUnwillingUseUpTheSameLimitsAsEverybody() {
        room.sendAndConfirm(SENDER, FRIEND);
        room.press(room.neverLinkOf(FRIEND));
        room.press(room.neverLinkOf(SENDER));
        room.world.clock.forward(Duration.ofDays(2));

        var answers = new ArrayList<Integer>();
        for (int i = 0; i < SendLimits.CONFIRMATIONS_PER_SENDER_AN_HOUR + 1; i++) {
            answers.add(room.ask(SENDER, "x" + i + "@example.net").status());
        }
        assertEquals(List.of(200, 200, 200, 429), answers);

        answers.clear();
        for (int i = 0; i < SendLimits.RECEIPTS_PER_RECIPIENT_A_DAY + 1; i++) {
            String sender = "s" + i + "@example.org";
            answers.add(room.ask(sender, FRIEND).status());
            room.queue().sendDue();
            if (answers.getLast() == 200) {
                room.press(room.confirmationLinkOf(sender));
            }
        }
        assertEquals(List.of(200, 200, 200, 429), answers);
    }

    @Test
    void somebodyWhoSaysNeverAgainWhileAMailIsWaitingDoesNotGetIt() {
        room.sendAndConfirm(SENDER, FRIEND);
        room.ask("other@example.org", FRIEND);
        room.queue().sendDue();
        room.press(room.confirmationLinkOf("other@example.org"));
        room.press(room.neverLinkOf(FRIEND));

        room.queue().sendDue();

        assertEquals(1, room.mailsTo(FRIEND).size());
        assertEquals(0, room.world.count("SELECT COUNT(*) FROM outgoing_mail"));
    }

    @Test
    void aSenderMaySendTenADay() {
        for (int i = 0; i < SendLimits.SENDS_PER_SENDER_A_DAY; i++) {
            room.sendAndConfirm(SENDER, "friend" + i + "@example.net");
            room.world.clock.forward(Duration.ofMinutes(61));
        }
        assertEquals(429, room.ask(SENDER, "late@example.net").status());
        room.world.clock.forward(Duration.ofHours(24));
        assertEquals(200, room.ask(SENDER, "late@example.net").status());
    }

    @Test
    void anAddressGetsThreeConfirmationsAnHourAndTenADay() {
        int taken = 0;
        for (int hour = 0; hour < 10; hour++) {
            for (int i = 0; i < 5; i++) {
                if (room.askFrom("10." + hour + "." + i + ".1", "victim+" + hour + i + "@example.org", FRIEND)
                                .status()
                        == 200) {
                    taken++;
                }
            }
            if (hour == 0) {
                assertEquals(SendLimits.CONFIRMATIONS_PER_SENDER_AN_HOUR, taken, "a tag after + makes no new person");
            }
            room.world.clock.forward(Duration.ofHours(1));
        }
        assertEquals(SendLimits.CONFIRMATIONS_PER_SENDER_A_DAY, taken);
    }

    @Test
    void aNetworkMaySendTwentyFormsAnHour() {
        int taken = 0;
        for (int i = 0; i < 30; i++) {
            if (room.askFrom("203.0.113." + i, "s" + i + "@example.org", "f" + i + "@example.net")
                            .status()
                    == 200) {
                taken++;
            }
        }
        assertEquals(SendLimits.FORMS_PER_NETWORK_AN_HOUR, taken);
        assertEquals(
                200, room.askFrom("203.0.112.1", "t@example.org", FRIEND).status(), "the neighbours are not meant");

        taken = 0;
        for (int i = 0; i < 30; i++) {
            if (room.askFrom("2001:db8:7:" + i + "::1", "u" + i + "@example.org", "f" + i + "@example.net")
                            .status()
                    == 200) {
                taken++;
            }
        }
        assertEquals(SendLimits.FORMS_PER_NETWORK_AN_HOUR, taken);
        assertEquals(200, room.askFrom("2001:db8:8::1", "v@example.org", FRIEND).status());
    }

    @Test
    void theWholeNewspaperSendsNoMoreThanItsMailServerBears() {
        String token = room.freshToken();
        int taken = 0;
        for (int i = 0; i < SendLimits.MAILS_AN_HOUR + 20; i++) {
            token = FormToken.issue(
                    room.key, room.story, room.world.clock.instant().minusSeconds(5));
            if (room.send("10." + i % 250 + "." + i / 250 + ".1", token, "s" + i + "@example.org", FRIEND)
                            .status()
                    == 200) {
                taken++;
            }
        }
        assertEquals(SendLimits.MAILS_AN_HOUR, taken);
    }

    @Test
    void limitsHoldWhenEverybodyComesAtOnce() throws Exception {
        var tokens = new ArrayList<String>();
        for (int i = 0; i < 100; i++) {
            tokens.add(room.freshToken());
        }
        room.world.clock.forward(Duration.ofSeconds(5));

        var fromOneNetwork = atOnce(
                50,
                i -> room.send(NETWORK, tokens.get(i), "s" + i + "@example.org", FRIEND)
                        .status());
        var fromOneSender = atOnce(
                50,
                i -> room.send("10.0." + i + ".1", tokens.get(50 + i), SENDER, FRIEND)
                        .status());

        assertEquals(
                SendLimits.FORMS_PER_NETWORK_AN_HOUR,
                fromOneNetwork.stream().filter(status -> status == 200).count());
        assertEquals(
                SendLimits.CONFIRMATIONS_PER_SENDER_AN_HOUR,
                fromOneSender.stream().filter(status -> status == 200).count());
    }

    @Test
    void aFriendGetsThreeADayAlsoWhenManySendersConfirmAtOnce() throws Exception {
        int senders = 12;
        for (int i = 0; i < senders; i++) {
            assertEquals(
                    200,
                    room.askFrom("10.1." + i + ".1", "s" + i + "@example.org", FRIEND)
                            .status());
        }
        room.queue().sendDue();
        var links = new ArrayList<String>();
        for (int i = 0; i < senders; i++) {
            links.add(room.confirmationLinkOf("s" + i + "@example.org"));
        }

        atOnce(senders, i -> room.press(links.get(i)).status());
        room.queue().sendDue();

        assertEquals(
                SendLimits.RECEIPTS_PER_RECIPIENT_A_DAY, room.mailsTo(FRIEND).size());
    }

    @Test
    void oneMailboxInThreeSpellingsGetsOneMail() {
        room.sendAndConfirm(SENDER, "a.b@gmail.com", "ab+x@googlemail.com", "AB@gmail.com");

        assertEquals(2, room.mails().size());
    }

    @Test
    void moreThanThreeFriendsAreRefused() {
        assertEquals(
                422,
                room.ask(SENDER, "a@example.net", "b@example.net", "c@example.net", "d@example.net")
                        .status());
        room.queue().sendDue();
        assertEquals(0, room.mails().size());
    }

    @Test
    void noAddressStaysWhenItsMailIsSent() {
        room.sendAndConfirm(SENDER, FRIEND);

        assertEquals(List.of(), room.addressesInTheDatabase());
    }

    @Test
    void noAddressStaysWhenNobodyConfirms() {
        room.ask(SENDER, FRIEND);
        room.queue().sendDue();
        assertEquals(List.of(SENDER, FRIEND), room.addressesInTheDatabase());

        room.world.clock.forward(Duration.ofHours(24));
        room.sending.forgetOld();

        assertEquals(List.of(), room.addressesInTheDatabase());
        assertEquals(0, room.world.count("SELECT COUNT(*) FROM send_request"));
        assertEquals(0, room.world.count("SELECT COUNT(*) FROM send_tally"));
    }

    @Test
    void aWithdrawnStoryGoesToNobody() {
        room.ask(SENDER, FRIEND);
        room.queue().sendDue();
        String link = room.confirmationLinkOf(SENDER);
        room.withdraw();

        assertEquals(410, room.open(link).status());
        assertEquals(410, room.press(link).status());
        room.queue().sendDue();
        assertEquals(0, room.mailsTo(FRIEND).size());
    }

    @Test
    void everyProcessHasTheSameKey() {
        String token = ShareKey.of(room.world.database).seal("test", "value");

        assertEquals(
                "value", ShareKey.of(room.world.database).open("test", token).orElseThrow());
        assertTrue(room.key.open("other", token).isEmpty());
    }

    /** Does something in many threads and collects the answers. */
    private static <T> List<T> atOnce(int threads, Numbered<T> work) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<T>>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                tasks.add(() -> work.of(number));
            }
            var answers = new ArrayList<T>();
            for (var future : executor.invokeAll(tasks)) {
                answers.add(future.get());
            }
            return answers;
        }
    }

    private interface Numbered<T> {
        T of(int number);
    }
}
