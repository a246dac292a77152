package news.titr.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for one piece of work with files, gone afterwards. */
record Workspace(Path folder) implements AutoCloseable {

    static Workspace open() {
        try {
            return new Workspace(Files.createTempDirectory("titr-media"));
        } catch (IOException e) {
            throw new UncheckedIOException("No place for temporary files: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot tidy up " + folder + ": " + e.getMessage(), e);
        }
    }
}
