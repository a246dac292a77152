package news.titr.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import news.titr.TestDatabase;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class ImportPageIT {

    private static final String LISTS =
            Path.of("corpus", "pages", "with-lists.txt").toString();

    private final Home home = Home.fresh();

    @Test
    void eachPageIsOneLineOfNumberAndAddress() {
        var finished = TitrProcess.run(home, "import", "page", LISTS, "--publish");
        assertEquals(0, finished.exitCode(), finished.complaints());
        assertEquals("5521\thttp://localhost:8080/5521\n", finished.out());
        assertTrue(finished.complaints().contains("published: unknown"), finished.complaints());
        // the same page again is the same story
        var again = TitrProcess.run(home, "import", "page", LISTS, "--publish");
        assertEquals(0, again.exitCode(), again.complaints());
        assertEquals(finished.out(), again.out());
        assertTrue(again.complaints().contains("is story 5521 already"), again.complaints());
    }

    @Test
    void oneBadFileDoesNotStopTheOthers() throws IOException {
        Path empty = TestDatabase.temporaryFolder().resolve("empty.txt");
        Files.createFile(empty);
        var finished = TitrProcess.run(home, "import", "page", "no-such-file", empty.toString(), LISTS);
        assertEquals(1, finished.exitCode());
        assertEquals(1, finished.out().lines().count());
        assertTrue(finished.complaints().contains("titr: no-such-file: There is no such file"), finished.complaints());
        assertTrue(finished.complaints().contains("titr: " + empty + ": It is empty"), finished.complaints());
    }

    @Test
    void aPageCanComeThroughAPipe() {
        var finished = TitrProcess.run(
                home,
                "تیتر خبر نمونه است\n\nمتن خبر نمونه اینجاست و پایان می‌یابد.\n".getBytes(StandardCharsets.UTF_8),
                "import",
                "page",
                "-");
        assertEquals(0, finished.exitCode(), finished.complaints());
        assertEquals(1, finished.out().lines().count());
    }
}
