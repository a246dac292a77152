package news.titr.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class CommandsIT {

    private final Home home = Home.fresh();

    @Test
    void wrongUseIsOneClearLineAndExitCode2() {
        for (String[] wrong : new String[][] {
            {"publihs", "3"}, {"publish"}, {"publish", "three"}, {"withdraw", "3"}, {"person", "add", "a@b.example"}
        }) {
            var finished = TitrProcess.run(home, wrong);
            assertEquals(2, finished.exitCode(), finished.complaints());
            assertEquals(1, finished.complaints().lines().count(), finished.complaints());
            assertEquals("", finished.out());
        }
    }

    @Test
    void aFailedCommandIsOneClearLineAndExitCode1() {
        var finished = TitrProcess.run(home, "publish", "3");
        assertEquals(1, finished.exitCode());
        assertEquals("titr: There is no story 3", finished.complaints());
    }

    @Test
    void aWrongSettingStopsEveryCommand() {
        var finished = TitrProcess.run(home.with("TITR_SITE_NAEM", "x"), "rebuild");
        assertEquals(1, finished.exitCode());
        assertEquals(
                "titr: Unknown setting TITR_SITE_NAEM in the environment. Did you mean TITR_SITE_NAME?",
                finished.complaints());
    }

    @Test
    void everyCommandExplainsItself() {
        for (String command : new String[] {
            "demo", "serve", "import", "publish", "withdraw", "pdf", "rebuild", "person", "doctor", "language"
        }) {
            var finished = TitrProcess.run(home, command, "--help");
            assertEquals(0, finished.exitCode(), finished.complaints());
            assertTrue(finished.out().startsWith("Usage: titr " + command), finished.out());
        }
    }

    @Test
    void aPersonCanBeAddedOnce() {
        String[] add = {"person", "add", "mina@example.org", "--name", "مینا", "--role", "chief-editor"};
        var first = TitrProcess.run(home, add);
        assertEquals(0, first.exitCode(), first.complaints());
        assertTrue(first.out().startsWith("http://localhost:8080/desk/sign-in/"), first.out());
        var second = TitrProcess.run(home, add);
        assertEquals(1, second.exitCode());
        assertEquals("titr: There is already a person with the address mina@example.org", second.complaints());
    }

    @Test
    void theDoctorSaysWhatIsConfigured() {
        TitrProcess.run(home, "person", "add", "mina@example.org", "--name", "مینا", "--role", "chief-editor");
        var finished = TitrProcess.run(home, "doctor");
        assertEquals(0, finished.exitCode(), finished.out());
        assertTrue(finished.out().contains("0 stories, 0 live"), finished.out());
        assertTrue(finished.out().matches("(?s).*ok +people +1.*"), finished.out());
    }
}
