package news.titr.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages in {@code corpus/pages}, each with what is to be read from it. {@code -Dcorpus.write=true} writes them anew. */
class PageCorpusTest {

    private static final Path PAGES = Path.of("corpus", "pages");

    static Stream<Path> pages() {
        try (var files = Files.list(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void thereAreManyShapesOfPages() {
        assertTrue(pages().count() >= 8);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isReadAsExpected(Path page) throws IOException {
        Path expected = Path.of(page.toString().replaceFirst("\\.txt$", ".expected"));
        String read = PageDump.of(PageReader.read(Files.readAllBytes(page)));
        if (Boolean.getBoolean("corpus.write")) {
            Files.writeString(expected, read);
        }
        assertEquals(Files.readString(expected), read);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void losesNoLine(Path page) throws IOException {
        EveryLine.isKept(Files.readAllBytes(page));
    }
}
