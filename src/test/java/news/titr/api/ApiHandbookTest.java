package news.titr.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.titr.World;
import news.titr.media.PictureFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples in docs/api.md, run in their order by the shell. */
@Tag("database")
class ApiHandbookTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final Pattern EXPECTED = Pattern.compile("# ([0-9]{3})$", Pattern.MULTILINE);

    @TempDir
    Path folder;

    @Test
    void every_example_in_the_handbook_works() throws IOException, InterruptedException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":", -1)).anyMatch(path -> Files.exists(Path.of(path, "curl"))),
                "curl is not installed");
        String handbook = Files.readString(Path.of("docs", "api.md"));
        var examples =
                EXAMPLE.matcher(handbook).results().map(found -> found.group(1)).toList();
        assertTrue(examples.size() >= 10, "only " + examples.size() + " examples were found");
        Files.writeString(folder.resolve("examples.sh"), "set -e\n" + String.join("", examples));
        Files.write(folder.resolve("bridge.jpg"), PictureFiles.jpeg(320, 240));
        try (var api = new ApiWorld();
                var server = new ApiServer(api)) {
            long story = api.world.published(World.bridgeReopens()).number();
            api.indexing.run();
            var out = folder.resolve("out.txt");
            var shell = new ProcessBuilder("/bin/sh", "examples.sh").directory(folder.toFile());
            shell.environment().put("TITR", server.address());
            shell.environment().put("TOKEN", api.token());
            shell.environment().put("STORY", Long.toString(story));
            shell.environment().put("LC_ALL", "C.UTF-8");
            var running =
                    shell.redirectErrorStream(true).redirectOutput(out.toFile()).start();
            assertTrue(running.waitFor(60, TimeUnit.SECONDS), "the examples do not end");
            String said = Files.readString(out, StandardCharsets.UTF_8);
            assertEquals(0, running.exitValue(), said);
            assertEquals(
                    EXPECTED.matcher(handbook)
                            .results()
                            .map(found -> found.group(1))
                            .toList(),
                    // a status stands behind an answer that has no line end
                    Pattern.compile("(?m)(?<![0-9])([0-9]{3})$")
                            .matcher(said)
                            .results()
                            .map(found -> found.group(1))
                            .collect(Collectors.toList()),
                    said);
        }
    }
}
