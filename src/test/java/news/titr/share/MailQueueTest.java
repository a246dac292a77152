package news.titr.share;

import static news.titr.share.Mailroom.FRIEND;
import static news.titr.share.Mailroom.SENDER;
import static news.titr.share.Mailroom.header;
import static news.titr.share.Mailroom.html;
import static news.titr.share.Mailroom.plain;
import static news.titr.share.Mailroom.subject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import news.titr.World;
import news.titr.doc.Body;
import news.titr.mail.MailFailure;
import news.titr.mail.MailSettings;
import news.titr.story.Content;
import news.titr.story.Publishing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class MailQueueTest {

    private final Mailroom room = new Mailroom();

    @AfterEach
    void close() {
        room.close();
    }

    private MailSettings settings(int port, String security) {
        return new MailSettings("127.0.0.1", port, "", "", security, "news@example.org");
    }

    private static int deadPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private long waiting() {
        return room.world.count("SELECT COUNT(*) FROM outgoing_mail");
    }

    @Test
    void halfSpacesArriveInTheSubjectAndInBothBodies() {
        room.sendAndConfirm(SENDER, FRIEND);
        var mail = room.mailsTo(FRIEND).getFirst();

        assertEquals("پل کهنه پس از سه سال باز می‌شود", subject(mail));
        assertTrue(plain(mail).contains("شهرداری می‌گوید مرمت پل تمام شده است و راه از فردا باز است."), plain(mail));
        assertTrue(html(mail).contains("شهرداری می‌گوید مرمت پل تمام شده است و راه از فردا باز است."), html(mail));
        assertTrue(html(mail).contains("dir=\"rtl\""), html(mail));
    }

    @Test
    void theLongestHeadlineArrivesWholeOverManyEncodedWords() {
        String headline = "می‌شود، گفت‌وگو و نیم‌فاصله؛ 😀 در تیتری بسیار بلند که چند سطر می‌گیرد "
                .repeat(8)
                .strip();
        revise(World.bridgeReopens().withText("", headline, "لید.", Body.EMPTY));
        room.sendAndConfirm(SENDER, FRIEND);
        var mail = room.mailsTo(FRIEND).getFirst();

        assertEquals(headline, subject(mail));
        for (String line : header(mail, "Subject").split("\r\n", -1)) {
            assertTrue(line.length() <= 78, line);
        }
    }

    @Test
    void aHeadlineCannotMakeHeadersOrMarkup() {
        String headline = "پل\r\nBcc: all@example.net\r\n\r\n<script>alert(1)</script>";
        revise(World.bridgeReopens().withText("", headline, "<img src=x>\r\n.\r\nRCPT TO:<x@example.net>", Body.EMPTY));
        room.sendAndConfirm(SENDER, FRIEND);
        var mail = room.mailsTo(FRIEND).getFirst();

        assertEquals("", header(mail, "Bcc"));
        assertEquals("پل Bcc: all@example.net <script>alert(1)</script>", subject(mail));
        assertFalse(html(mail).contains("<script>"), html(mail));
        assertFalse(html(mail).contains("<img"), html(mail));
        assertTrue(html(mail).contains("&lt;script&gt;"), html(mail));
        assertEquals(2, room.mails().size());
    }

    private void revise(Content content) {
        var story = room.world.newsroom.story(room.story).orElseThrow();
        var revised = World.done(
                room.world.drafting.revise(room.world.technician, room.story, story.newestRevision(), content));
        World.done(room.world.publishing.publish(room.world.technician, room.story, Publishing.Seen.of(revised)));
    }

    @Test
    void everyMailSaysWhatItIsAndHowToEndIt() throws Exception {
        room.sendAndConfirm(SENDER, FRIEND);

        for (String recipient : List.of(SENDER, FRIEND)) {
            var mail = room.mailsTo(recipient).getFirst();
            assertEquals("news@example.org", ((jakarta.mail.internet.InternetAddress) mail.getFrom()[0]).getAddress());
            assertEquals("ساوران‌نامه", ((jakarta.mail.internet.InternetAddress) mail.getFrom()[0]).getPersonal());
            assertEquals("", header(mail, "Reply-To"));
            assertEquals("auto-generated", header(mail, "Auto-Submitted"));
            assertEquals("bulk", header(mail, "Precedence"));
            assertEquals("List-Unsubscribe=One-Click", header(mail, "List-Unsubscribe-Post"));
            String never = header(mail, "List-Unsubscribe").replaceAll("\\s", "");
            assertEquals("<" + room.neverLinkOf(recipient) + ">", never);
            assertTrue(html(mail).contains(room.neverLinkOf(recipient)), html(mail));
            assertEquals("fa", header(mail, "Content-Language"));
            assertEquals(1, mail.getAllRecipients().length);
        }
        assertEquals(
                200,
                room.press(header(room.mailsTo(FRIEND).getFirst(), "List-Unsubscribe")
                                .replaceAll("[<>\\s]", ""))
                        .status());
        assertEquals(1, room.world.count("SELECT COUNT(*) FROM never_again"));
    }

    @Test
    void nothingIsLostWhileTheMailServerIsDownAndTheProgramIsStartedAnew() throws Exception {
        room.ask(SENDER, FRIEND, "second@example.net");
        room.ask("other@example.org", FRIEND);
        int down = deadPort();
        for (int i = 0; i < 12; i++) {
            assertEquals(0, room.queue(settings(down, "none")).sendDue());
            assertEquals(2, waiting());
            room.world.clock.forward(Duration.ofMinutes(30));
        }

        assertEquals(2, room.queue().sendDue());

        assertEquals(0, waiting());
        assertEquals(1, room.mailsTo(SENDER).size());
        assertEquals(1, room.mailsTo("other@example.org").size());
        assertEquals(0, room.queue().sendDue());
    }

    @Test
    void aServerThatIsBackGetsAllThatWaitedWithinTenMinutes() throws Exception {
        for (int i = 0; i < 10; i++) {
            room.ask("s" + i + "@example.org", FRIEND);
        }
        int port = deadPort();
        var queue = room.queue(settings(port, "none"));
        for (int i = 0; i < 1_000; i++) {
            queue.sendDue();
            room.world.clock.forward(Duration.ofSeconds(30));
        }
        var back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        back.start();
        try {
            room.world.clock.forward(Duration.ofMinutes(10));
            assertEquals(10, queue.sendDue());
        } finally {
            back.stop();
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsNotKnockedAtAllTheTime() {
        room.ask(SENDER, FRIEND);
        try (var server = new StrictMailServer("250 ok", false)) {
            server.shutTheDoor();
            var queue = room.queue(settings(server.port(), "none"));
            for (int second = 0; second < 3_600; second++) {
                queue.sendDue();
                room.world.clock.forward(Duration.ofSeconds(1));
            }
            assertTrue(server.callers.get() < 12, server.callers + " in an hour");
            assertTrue(server.callers.get() > 5, server.callers + " in an hour");
        }
    }

    @Test
    void aMailThatFailedIsNotTriedAgainAtOnce() {
        room.ask(SENDER, FRIEND);
        try (var busy = new StrictMailServer("451 4.7.1 try again later", false)) {
            room.queue(settings(busy.port(), "none")).sendDue();
        }

        assertEquals(0, room.queue().sendDue());
        room.world.clock.forward(Duration.ofMinutes(1));
        assertEquals(1, room.queue().sendDue());
    }

    @Test
    void waitingGrowsToTwoHours() {
        assertEquals(Duration.ofMinutes(1), MailFailure.waitAfter(1));
        assertEquals(Duration.ofMinutes(2), MailFailure.waitAfter(2));
        assertEquals(Duration.ofMinutes(64), MailFailure.waitAfter(7));
        assertEquals(Duration.ofHours(2), MailFailure.waitAfter(8));
        assertEquals(Duration.ofHours(2), MailFailure.waitAfter(1_000));
    }

    @Test
    void aMailIsGivenUpAfterADay() throws Exception {
        room.ask(SENDER, FRIEND);
        var queue = room.queue(settings(deadPort(), "none"));
        int tries = 0;
        while (waiting() > 0 && tries < 100) {
            queue.sendDue();
            tries++;
            room.world.clock.forward(Duration.ofHours(2));
        }

        assertEquals(0, waiting());
        assertEquals(13, tries, "every two hours, the last time after a day");
    }

    @Test
    void whatNoServerEverTookIsForgottenAlsoWhenMailIsNoLongerConfigured() {
        room.ask(SENDER, FRIEND);
        room.world.clock.forward(Duration.ofHours(25));

        room.sending.forgetOld();

        assertEquals(0, waiting());
    }

    @Test
    void aMailboxThatDoesNotExistIsGivenUpAtOnceAndTheNextMailGoes() {
        room.ask(SENDER, FRIEND);
        room.ask("other@example.org", FRIEND);
        try (var server = new StrictMailServer("550 5.1.1 no such user", false)) {
            assertEquals(0, room.queue(settings(server.port(), "none")).sendDue());
            assertEquals(2, server.recipients.get());
        }
        assertEquals(0, waiting());
    }

    @Test
    void aServerThatIsBusyIsAskedAgain() {
        room.ask(SENDER, FRIEND);
        try (var server = new StrictMailServer("451 4.7.1 try again later", false)) {
            assertEquals(0, room.queue(settings(server.port(), "none")).sendDue());
        }
        assertEquals(1, waiting());
        try (var server = new StrictMailServer("554 5.7.1 relay access denied", false)) {
            room.world.clock.forward(Duration.ofHours(1));
            assertEquals(0, room.queue(settings(server.port(), "none")).sendDue());
        }
        assertEquals(1, waiting());
    }

    @Test
    void aServerThatHangsUpInTheMiddleIsAskedAgain() {
        room.ask(SENDER, FRIEND);
        try (var server = new StrictMailServer("250 ok", true)) {
            assertEquals(0, room.queue(settings(server.port(), "none")).sendDue());
        }
        room.world.clock.forward(Duration.ofMinutes(1));
        assertEquals(1, room.queue().sendDue());
    }

    @Test
    void twoProcessesSendEachMailOnce() throws Exception {
        for (int i = 0; i < 15; i++) {
            assertEquals(200, room.ask("s" + i + "@example.org", FRIEND).status());
        }
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 4; i++) {
                var queue = room.queue();
                runs.add(queue::sendDue);
                runs.add(queue::sendDue);
            }
            executor.invokeAll(runs);
        }

        assertEquals(15, room.mails().size());
        assertEquals(0, waiting());
    }

    @Test
    void aWithdrawnStoryThatIsWaitingIsSentToNobody() {
        room.ask(SENDER, FRIEND);
        room.withdraw();

        assertEquals(0, room.queue().sendDue());
        assertEquals(0, room.mails().size());
        assertEquals(0, waiting());
    }

    @Test
    void aServerThatOffersNoEncryptionGetsNoMailWhenEncryptionIsAskedFor() {
        room.ask(SENDER, FRIEND);
        int port = room.postOffice.getSmtp().getPort();

        assertEquals(0, room.queue(settings(port, "starttls")).sendDue());
        assertEquals(0, room.mails().size());
        assertEquals(1, waiting());
    }

    @Test
    void aServerThatCannotShowWhoItIsGetsNoMail() {
        var stranger = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        stranger.start();
        try {
            room.ask(SENDER, FRIEND);

            assertEquals(
                    0,
                    room.queue(settings(stranger.getSmtps().getPort(), "tls")).sendDue());
            assertEquals(0, stranger.getReceivedMessages().length);
            assertEquals(1, waiting());
        } finally {
            stranger.stop();
        }
    }

    @Test
    void aServerThatAsksForAPasswordGetsIt() {
        room.postOffice.setUser("news@example.org", "news", "secret");
        room.ask(SENDER, FRIEND);
        int port = room.postOffice.getSmtp().getPort();
        var wrong = new MailSettings("127.0.0.1", port, "news", "wrong", "none", "news@example.org");
        var right = new MailSettings("127.0.0.1", port, "news", "secret", "none", "news@example.org");

        assertEquals(0, room.queue(wrong).sendDue());
        room.world.clock.forward(Duration.ofMinutes(1));
        assertEquals(1, room.queue(right).sendDue());
        assertEquals(1, room.mailsTo(SENDER).size());
    }
}
