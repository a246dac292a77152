package news.titr.wire.moving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The files that stories show: in a folder, or in a zip that has this folder somewhere within it. */
public final class UploadedFiles implements AutoCloseable {

    /** In bytes; a film of more stays where it is. */
    private static final long LARGEST = 4L << 30;

    private static final String FOLDER = "uploads/";

    private final Path path;
    private final ImportReport report;
    private final @Nullable ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private @Nullable Path unpacked;

    private UploadedFiles(Path path, ImportReport report, @Nullable ZipFile zip) {
        this.path = path;
        this.report = report;
        this.zip = zip;
    }

    static UploadedFiles of(Path path, ImportReport report) {
        try {
            if (Files.isDirectory(path)) {
                return new UploadedFiles(path, report, null);
            }
            var zip = new ZipFile(path.toFile());
            var files = new UploadedFiles(path, report, zip);
            zip.stream().filter(entry -> !entry.isDirectory()).forEach(files::add);
            return files;
        } catch (IOException e) {
            throw new BadArchive(path + ": It is neither a folder of files nor a zip of one: " + e.getMessage(), e);
        }
    }

    /** Whether a file is a zip with such a folder in it. */
    public static boolean areIn(Path path) {
        try {
            if (!Files.isRegularFile(path) || !ArchiveFiles.isZip(path)) {
                return false;
            }
            try (var zip = new ZipFile(path.toFile())) {
                return zip.stream().anyMatch(entry -> !entry.isDirectory() && isBelow(entry.getName()));
            }
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isBelow(String name) {
        return name.startsWith(FOLDER) || name.contains("/" + FOLDER);
    }

    private void add(ZipEntry entry) {
        String name = entry.getName();
        entries.putIfAbsent(isBelow(name) ? name.substring(name.indexOf(FOLDER) + FOLDER.length()) : name, entry);
    }

    /** The file at a path, which is there until the next one is asked for; it must not lead out of the folder, by dots or by links. */
    Optional<Path> find(String wanted) {
        String plain = wanted.replaceFirst("^/+", "");
        try {
            return zip == null ? inFolder(plain) : inZip(zip, plain);
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Optional<Path> inFolder(String plain) throws IOException {
        var root = path.toRealPath();
        var file = root.resolve(plain).normalize();
        if (!file.startsWith(root)) {
            report.remark("path leads out of the folder of uploads", plain);
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return Optional.of(file.toRealPath()).filter(real -> real.startsWith(root));
    }

    private Optional<Path> inZip(ZipFile zip, String plain) throws IOException {
        var entry = entries.get(plain);
        if (entry == null) {
            return Optional.empty();
        }
        forget();
        var name = Path.of(plain).getFileName();
        var folder = Files.createTempDirectory("titr-upload");
        unpacked = folder.resolve(name == null ? "file" : name.toString());
        try (var in = zip.getInputStream(entry);
                var out = Files.newOutputStream(unpacked)) {
            byte[] bytes = new byte[1 << 16];
            long written = 0;
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                written += count;
                if (written > LARGEST) {
                    report.remark("file not taken: larger than " + (LARGEST >> 30) + " GB", plain);
                    return Optional.empty();
                }
                out.write(bytes, 0, count);
            }
        }
        return Optional.of(unpacked);
    }

    private void forget() throws IOException {
        var file = unpacked;
        unpacked = null;
        if (file != null) {
            Files.deleteIfExists(file);
            var folder = file.getParent();
            if (folder != null) {
                Files.deleteIfExists(folder);
            }
        }
    }

    @Override
    public void close() {
        try {
            forget();
            if (zip != null) {
                zip.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
