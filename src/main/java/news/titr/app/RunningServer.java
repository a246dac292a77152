package news.titr.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

/** What the process does while the server answers: it says where, and waits. */
public final class RunningServer implements QuarkusApplication {

    @Override
    public int run(String... arguments) {
        System.out.println("Titr is ready at http://" + System.getProperty("quarkus.http.host") + ":"
                + System.getProperty("quarkus.http.port") + "/");
        Server.whenReady().run();
        Quarkus.waitForExit();
        // what is being read is read to its end, for some seconds; streams of events have none
        Outgoing.endStreams();
        return 0;
    }
}
