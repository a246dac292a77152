package news.titr.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    @TempDir
    Path folder;

    @Test
    void the_mail_server_is_tried_and_gets_no_mail() {
        var postOffice = new GreenMail(ServerSetup.SMTP.dynamicPort());
        postOffice.start();
        int port = postOffice.getSmtp().getPort();
        try {
            assertEquals(Doctor.State.GOOD, mail(port).state(), mail(port).text());
            assertEquals(0, postOffice.getReceivedMessages().length);
        } finally {
            postOffice.stop();
        }
        var silent = mail(port);
        assertEquals(Doctor.State.WRONG, silent.state());
        assertTrue(silent.text().contains("look at mail.host, mail.port"), silent.text());
    }

    private Doctor.Finding mail(int port) {
        return Doctor.examine(
                        folder,
                        Map.of(
                                "TITR_MAIL_HOST", "127.0.0.1",
                                "TITR_MAIL_PORT", Integer.toString(port),
                                "TITR_MAIL_SECURITY", "none",
                                "TITR_MAIL_FROM", "news@example.org"))
                .stream()
                .filter(finding -> finding.what().equals("mail"))
                .findFirst()
                .orElseThrow();
    }
}
