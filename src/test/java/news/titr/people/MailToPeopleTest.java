package news.titr.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.regex.Pattern;
import news.titr.World;
import news.titr.mail.MailSettings;
import news.titr.mail.MailText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Invitations and forgotten passwords, against a real mail server. */
@Tag("database")
class MailToPeopleTest {

    private static final Visit STRANGER = new Visit("198.51.100.66", "browser");

    private final World world = new World();
    private final GreenMail postOffice = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final Letters letters = new Letters(world.database, world.ids, world.clock);
    private final Person mina = world.people.add("mina@example.org", "مینا", Role.CHIEF_EDITOR);

    @BeforeEach
    void open() {
        postOffice.start();
    }

    @AfterEach
    void close() {
        postOffice.stop();
        world.close();
    }

    @Test
    void who_forgot_the_password_gets_a_link_that_works_once() {
        letters.forgotten(" Mina@example.org", STRANGER);
        assertEquals(1, send());
        var mail = postOffice.getReceivedMessages()[0];
        String token = token(GreenMailUtil.getBody(mail));
        assertEquals(
                SignIn.Purpose.RESET, world.signIn.find(token).orElseThrow().purpose());
        assertEquals(mina, world.signIn.find(token).orElseThrow().owner());
    }

    @Test
    void nobody_learns_who_has_an_account_and_a_closed_one_gets_nothing() {
        letters.forgotten("nobody@example.org", STRANGER);
        world.people.disable(world.technician, mina.id());
        letters.forgotten("mina@example.org", STRANGER);
        assertEquals(0, send());
        assertEquals(0, world.count("SELECT COUNT(*) FROM letter"));
    }

    @Test
    void a_mailbox_is_not_filled_by_whoever_asks_again_and_again() {
        for (int i = 0; i < 50; i++) {
            letters.forgotten("mina@example.org", new Visit("198.51.100." + i, "browser"));
        }
        assertTrue(send() <= 5);
    }

    @Test
    void nothing_is_lost_while_the_mail_server_is_down_and_no_link_lies_in_the_database() {
        int port = postOffice.getSmtp().getPort();
        postOffice.stop();
        letters.forgotten("mina@example.org", STRANGER);
        assertEquals(0, letters.sendDue(settings(port), "کرانه", "fa", MailToPeopleTest::words));
        assertEquals(1, world.count("SELECT COUNT(*) FROM letter"));
        assertEquals(1, letters.failing());
        world.clock.forward(Duration.ofMinutes(2));
        postOffice.start();
        assertEquals(1, send());
        assertEquals(0, world.count("SELECT COUNT(*) FROM letter"));
        String token = token(GreenMailUtil.getBody(postOffice.getReceivedMessages()[0]));
        assertEquals(0, world.count("SELECT COUNT(*) FROM sign_in_link WHERE token_hash = '" + token + "'"));
    }

    @Test
    void a_letter_that_cannot_be_sent_is_given_up_after_a_day() {
        int port = postOffice.getSmtp().getPort();
        postOffice.stop();
        letters.forgotten("mina@example.org", STRANGER);
        for (int hour = 0; hour < 30; hour++) {
            letters.sendDue(settings(port), "کرانه", "fa", MailToPeopleTest::words);
            world.clock.forward(Duration.ofHours(1));
        }
        assertEquals(0, world.count("SELECT COUNT(*) FROM letter"));
        postOffice.start();
    }

    @Test
    void whose_account_is_locked_gets_one_link_that_opens_it_and_nothing_else() {
        String password = "دریاچهٔ قلم سبز و چمدان";
        var strength = new PasswordStrength(java.util.List.of());
        world.signIn.choosePassword(
                world.signIn.link(mina, SignIn.Purpose.INVITATION), password, strength, new Visit("192.0.2.1", "x"));
        for (int hour = 0; hour < 6; hour++) {
            for (int i = 0; i < 6; i++) {
                world.signIn.enter("mina@example.org", "guess", STRANGER);
                world.signIn.enter("nobody@example.org", "guess", new Visit("198.51.100.67", "x"));
            }
            send();
            world.clock.forward(Duration.ofHours(2));
        }
        world.signIn.enter("mina@example.org", "guess", STRANGER);
        assertEquals(1, postOffice.getReceivedMessages().length);
        assertInstanceOf(Entry.Wait.class, world.signIn.enter("mina@example.org", password, STRANGER));

        String token = token(GreenMailUtil.getBody(postOffice.getReceivedMessages()[0]));
        assertTrue(world.signIn.redeem(token, STRANGER).isEmpty());
        assertInstanceOf(
                Verdict.Refused.class,
                world.signIn.choosePassword(token, "چمدان سبز و دریاچهٔ قلم", strength, STRANGER));
        assertEquals(mina, world.signIn.unlock(token, STRANGER).orElseThrow());
        assertTrue(world.signIn.unlock(token, STRANGER).isEmpty());
        assertInstanceOf(
                Entry.Entered.class,
                world.signIn.enter("mina@example.org", password, new Visit("192.0.2.1", "browser")));
    }

    @Test
    void no_letter_waits_where_there_is_no_mail() {
        var silent = new SignIn(world.database, world.ids, world.clock, world.passwords, world.sessions, false);
        for (int i = 0; i < 6; i++) {
            silent.enter("mina@example.org", "guess", STRANGER);
        }
        assertEquals(0, world.count("SELECT COUNT(*) FROM letter"));
    }

    @Test
    void an_invitation_is_good_for_a_day() {
        assertInstanceOf(Verdict.Done.class, letters.send(world.technician, mina.id(), SignIn.Purpose.INVITATION));
        send();
        String token = token(GreenMailUtil.getBody(postOffice.getReceivedMessages()[0]));
        world.clock.forward(Duration.ofHours(23));
        assertTrue(world.signIn.find(token).isPresent());
        world.clock.forward(Duration.ofHours(2));
        assertFalse(world.signIn.find(token).isPresent());
    }

    private int send() {
        return letters.sendDue(settings(postOffice.getSmtp().getPort()), "کرانه", "fa", MailToPeopleTest::words);
    }

    private static MailSettings settings(int port) {
        return new MailSettings("127.0.0.1", port, "", "", "none", "news@example.org");
    }

    private static MailText words(Letters.Letter letter, String token) {
        return new MailText("x", "token " + token, "<p>token " + token + "</p>", "");
    }

    private static String token(String body) {
        var found = Pattern.compile("token ([0-9a-f]{64})").matcher(body);
        assertTrue(found.find(), body);
        return found.group(1);
    }
}
