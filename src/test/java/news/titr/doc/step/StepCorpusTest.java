package news.titr.doc.step;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents, steps, and what the real ProseMirror made of them: {@code corpus/steps} is written by
 * {@link StepsInBrowserIT}, and read here.
 */
class StepCorpusTest {

    static final Path FOLDER = Path.of("corpus", "steps");

    static Stream<Path> files() {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyStepDoesWhatItDoesInProseMirror(Path file) throws IOException {
        int number = 0;
        for (var line : DocumentJson.read(Files.readString(file))) {
            SameAsProseMirror.check(line, file + " case " + number++);
        }
    }

    @Test
    void everyKindOfStepHasSucceededAndFailedInTheCorpus() throws IOException {
        var seen = new HashSet<String>();
        for (var file : files().toList()) {
            for (var line : DocumentJson.read(Files.readString(file))) {
                line.path("steps")
                        .forEach(step ->
                                seen.add(step.path("step").path("stepType").asText()
                                        + (step.path("applies").asBoolean() ? "" : " refused")));
            }
        }
        assertTrue(
                seen.containsAll(Set.of(
                        "replace",
                        "replace refused",
                        "replaceAround",
                        "replaceAround refused",
                        "addMark",
                        "removeMark",
                        "addNodeMark refused",
                        "removeNodeMark",
                        "attr",
                        "attr refused",
                        "docAttr")),
                seen.toString());
    }
}
