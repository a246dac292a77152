package news.titr.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import news.titr.TestDatabase;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class CommandsIT {

    private final Home home = Home.fresh();

    @Test
    void aNewspaperThatCannotBeOpenedIsSaidInOneLine() throws IOException {
        Files.writeString(home.data().resolve("titr.properties"), "site.theme=nosuch\n");
        var theme = TitrProcess.run(home, "serve", "--port", "0");
        assertEquals(1, theme.exitCode());
        assertEquals("", theme.out());
        assertEquals(1, theme.complaints().lines().count(), theme.complaints());
        assertTrue(theme.complaints().startsWith("titr: There is no theme “nosuch”"), theme.complaints());
    }

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
    void aSecondServerOnOneFolderAndAWrongPortAreRefusedInOneLine() {
        assertEquals(
                "titr: --port must be a whole number from 0 to 65535, not “99999”",
                TitrProcess.run(home, "serve", "--port", "99999").complaints());
        // several servers share a PostgreSQL
        if (!TestDatabase.isPostgresql()) {
            try (var _ = TitrProcess.serve(home)) {
                var second = TitrProcess.run(home, "serve", "--port", "0");
                assertEquals(1, second.exitCode(), second.out());
                assertEquals(1, second.complaints().lines().count(), second.complaints());
                assertTrue(
                        second.complaints().startsWith("titr: Another server runs on the data folder "),
                        second.complaints());
                assertEquals(0, TitrProcess.run(home, "person", "list").exitCode());
            }
        }
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
    void textIsTidiedFromTheStandardInput() {
        byte[] text = "تلاشها ادامه دارد و کار تمام میشود.\n".getBytes(StandardCharsets.UTF_8);
        var tidied = TitrProcess.runBare(text, "language", "tidy");
        assertEquals("تلاش\u200cها ادامه دارد و کار تمام می\u200cشود.\n", tidied.out());
        var listed = TitrProcess.runBare(text, "language", "tidy", "--diff");
        assertEquals(2, listed.out().lines().count(), listed.out());
        var json = TitrProcess.runBare(text, "language", "tidy", "--json");
        assertTrue(json.out().startsWith("[{\"start\":4,"), json.out());
    }

    @Test
    void theWordsOfTheHouseAreLearnedFromWhatItPublished() throws IOException {
        assertEquals(1, TitrProcess.run(home, "language", "learn").exitCode(), "nothing is live yet");
        var command = new ArrayList<>(List.of("import", "page", "--publish"));
        for (int i = 0; i < 6; i++) {
            var page = home.data().resolve("page" + i + ".txt");
            Files.writeString(
                    page,
                    "خبر نیلاب‌گردی\n\nنیلاب‌گردان شهر امروز در نیلاب‌گردی شمارهٔ %d گرد هم آمدند و می‌گویند کار ادامه دارد.\n\nبند دوم این خبر دربارهٔ نیلاب‌گردی است و می‌ماند.\n"
                            .formatted(i));
            command.add(page.toString());
        }
        assertEquals(0, TitrProcess.run(home, command.toArray(String[]::new)).exitCode());
        var learned = TitrProcess.run(home, "language", "learn");
        assertEquals(0, learned.exitCode(), learned.complaints());
        assertTrue(learned.out().contains("in 6 texts"), learned.out());
        assertTrue(Files.exists(home.data().resolve("house-words.txt")));
        assertEquals(
                0,
                TitrProcess.run(
                                home,
                                "import",
                                "page",
                                home.data().resolve("page0.txt").toString())
                        .exitCode());
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
