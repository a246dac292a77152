package news.titr.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import org.junit.jupiter.api.Test;

/** A server that is told to stop: after an update, at a machine's shutting down. */
class StoppingIT {

    @Test
    void whoIsBeingAnsweredIsAnsweredToTheEnd() throws Exception {
        try (var titr = TitrProcess.serve(Home.fresh());
                var reader = new Socket("localhost", URI.create(titr.address).getPort())) {
            String form = "email=reporter%40example.org&password=wrong";
            send(
                    reader,
                    "POST /desk/sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                            + "\r\n\r\n" + form.substring(0, 10));
            // the server has to have the beginning before it is told
            Thread.sleep(300);
            titr.tellToStop();
            Thread.sleep(300);
            assertTrue(titr.isRunning(), "it did not wait for whoever was being answered");
            send(reader, form.substring(10));
            String answer = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 "), answer);
            assertTrue(answer.contains("</html>"), answer);
            assertTrue(titr.ends(), "it runs on after the last answer");
        }
    }

    private static void send(Socket to, String text) throws IOException {
        to.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        to.getOutputStream().flush();
    }
}
