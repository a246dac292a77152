package news.titr.doc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bodies as the editor's JSON, and beside each what every output makes of it. {@code -Dcorpus.write=true} writes the
 * outputs anew; the change is then read before it is committed.
 */
class BodyCorpusTest {

    private static final Path FOLDER = Path.of("corpus", "bodies");

    /** Two pictures and two stories that the bodies of the corpus may name. */
    private static final Surroundings SURROUNDINGS = new Surroundings() {
        @Override
        public Optional<ShownPicture> picture(String asset) {
            return asset.startsWith("known-")
                    ? Optional.of(new ShownPicture(
                            "/media/" + asset + ".jpg",
                            "/media/" + asset + "-320.jpg 320w, /media/" + asset + ".jpg 960w",
                            960,
                            600))
                    : Optional.empty();
        }

        @Override
        public Optional<ShownStory> story(long number) {
            return number < 2000
                    ? Optional.of(new ShownStory("/news/" + number + "/تیتر-زنده", "تیتر زندهٔ " + number))
                    : Optional.empty();
        }
    };

    static Stream<Path> bodies() {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void writingWhatWasReadGivesTheSameJson(Path file) throws IOException {
        var json = new ObjectMapper().readTree(Files.readString(file));
        // as text: to Jackson, an int and a long of the same value differ
        assertEquals(json.toString(), BodyJson.write(BodyJson.read(json)));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void everyOutputIsAsItWas(Path file) throws IOException {
        var body = BodyJson.read(Files.readString(file));
        same(file, ".html", HtmlRenderer.render(body, SURROUNDINGS, BlockWords.PERSIAN));
        same(file, ".txt", TextRenderer.render(body) + "\n");
        same(file, ".markup", Markup.write(body) + "\n");
    }

    @Test
    void everyKindOfBlockHasItsPlaceInTheCorpus() {
        var seen = new HashSet<Class<?>>();
        bodies().forEach(file -> {
            try {
                BodyJson.read(Files.readString(file)).walk(block -> seen.add(block.getClass()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        var missing = Arrays.stream(Block.class.getPermittedSubclasses())
                .filter(kind -> !seen.contains(kind))
                .toList();
        assertEquals(List.of(), missing, "these blocks have no body in corpus/bodies");
    }

    @Test
    void noBodyPutsAnythingIntoThePageThatABrowserWouldRun() {
        bodies().forEach(file -> {
            String html = read(file, ".html").toLowerCase(java.util.Locale.ROOT);
            assertFalse(html.contains("<script"), file.toString());
            assertFalse(html.contains("javascript:"), file.toString());
            assertFalse(html.matches("(?s).*<[^>]*\\son[a-z]+=.*"), file.toString());
        });
    }

    @Test
    void theHalfSpaceIsInEveryOutput() {
        for (String output : List.of(".html", ".txt", ".markup")) {
            assertTrue(read(FOLDER.resolve("paragraphs.json"), output).contains("می\u200cشود"), output);
        }
    }

    private static void same(Path body, String output, String now) throws IOException {
        if (Boolean.getBoolean("corpus.write")) {
            Files.writeString(beside(body, output), now);
        }
        assertEquals(read(body, output), now, body + " " + output);
    }

    private static String read(Path body, String output) {
        try {
            return Files.readString(beside(body, output));
        } catch (IOException e) {
            throw new UncheckedIOException("Run the test once with -Dcorpus.write=true, and read what it wrote", e);
        }
    }

    private static Path beside(Path body, String output) {
        return body.resolveSibling(body.getFileName().toString().replace(".json", output));
    }
}
