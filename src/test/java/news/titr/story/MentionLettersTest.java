package news.titr.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.time.Duration;
import news.titr.World;
import news.titr.mail.MailSettings;
import news.titr.mail.MailText;
import news.titr.people.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class MentionLettersTest {

    private final World world = new World();
    private final GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final MentionLetters letters = new MentionLetters(world.database, world.clock);
    private final Actor sara = world.reporter();
    private final long story = world.draft(World.bridgeReopens()).number();

    @BeforeEach
    void start() {
        mailServer.start();
        long version =
                world.drafting.open(world.chiefEditor(), story).orElseThrow().version();
        World.done(
                world.notes.add(world.chiefEditor(), story, version, new Note.Passage(1, 5), "", "@سارا این را ببین"));
    }

    @AfterEach
    void stop() {
        mailServer.stop();
        world.close();
    }

    @Test
    void who_is_called_and_does_not_look_gets_one_mail() throws MessagingException {
        assertEquals(0, send(), "whoever is at the desk sees it there first");
        world.clock.forward(Duration.ofMinutes(4));
        assertEquals(1, send());
        assertEquals(0, send());
        var mail = mailServer.getReceivedMessages()[0];
        assertEquals("sara@example.org", mail.getAllRecipients()[0].toString());
        assertEquals("مینا: @سارا این را ببین", mail.getSubject());
    }

    @Test
    void who_has_looked_gets_none() {
        world.notes.seen(sara, story);
        world.clock.forward(Duration.ofMinutes(4));
        assertEquals(0, send());
    }

    @Test
    void a_server_that_does_not_answer_is_tried_again() {
        mailServer.stop();
        world.clock.forward(Duration.ofMinutes(4));
        assertEquals(0, letters.failing());
        assertEquals(0, send(1));
        assertEquals(1, letters.failing());
        mailServer.start();
        assertEquals(0, send(), "not at once");
        world.clock.forward(Duration.ofMinutes(2));
        assertEquals(1, send());
        assertEquals(0, letters.failing());
    }

    private int send() {
        return send(mailServer.getSmtp().getPort());
    }

    private int send(int port) {
        return letters.sendDue(
                settings(port),
                "تیتر",
                "fa",
                letter -> new MailText(letter.by() + ": " + letter.text(), letter.text(), "<p></p>", ""));
    }

    private static MailSettings settings(int port) {
        return new MailSettings("127.0.0.1", port, "", "", "none", "news@example.org");
    }
}
