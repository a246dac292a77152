package news.titr.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** An archive that is read: nothing is believed of it before every file has the checksum that the manifest tells. */
final class ArchiveReading implements AutoCloseable {

    /** An archive packs to a tenth or a fiftieth; what packs to less than this is made to fill a disk. */
    private static final long MOST_RATIO = 300;

    /** Below this nobody asks how well something packs. */
    private static final long HARMLESS = 256L << 20;

    private static final int LARGEST_MANIFEST = 256 << 20;

    /** Letters of all languages, for the files of themes; no step up, no root, no drive. */
    private static final Pattern SAFE_PATH =
            Pattern.compile("(?!.*(^|/)\\.{1,2}(/|$))[^/\\\\:\\p{Cntrl}]+(/[^/\\\\:\\p{Cntrl}]+)*");

    private final ZipFile zip;
    private final Manifest manifest;
    private final Map<String, Manifest.File> files = new LinkedHashMap<>();

    /** @throws ArchiveProblem for what is no archive, or one that this program does not know */
    ArchiveReading(Path file) throws IOException {
        try {
            zip = new ZipFile(file.toFile());
        } catch (NoSuchFileException e) {
            throw new ArchiveProblem("there is no such file", e);
        } catch (ZipException e) {
            throw new ArchiveProblem("it is no zip file, or was cut off on its way", e);
        }
        try {
            manifest = Manifest.read(readManifest());
            for (var listed : manifest.files()) {
                if (!SAFE_PATH.matcher(listed.path()).matches() || files.put(listed.path(), listed) != null) {
                    throw new ArchiveProblem("its manifest names a file that no archive has: " + listed.path());
                }
            }
            compare(Files.size(file));
        } catch (RuntimeException | IOException e) {
            zip.close();
            throw e;
        }
    }

    private byte[] readManifest() throws IOException {
        var entry = zip.getEntry(Manifest.PATH);
        if (entry == null) {
            throw new ArchiveProblem("it is not an archive of Titr: there is no manifest.json in it");
        }
        try (var in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(LARGEST_MANIFEST + 1);
            if (bytes.length > LARGEST_MANIFEST) {
                throw new ArchiveProblem("its manifest.json is too large");
            }
            return bytes;
        }
    }

    /** Holds the names and sizes in the zip file to those in the manifest. */
    private void compare(long packed) {
        long unpacked = 0;
        int named = 0;
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            if (entry.getName().equals(Manifest.PATH)) {
                continue;
            }
            var listed = files.get(entry.getName());
            if (listed == null) {
                throw new ArchiveProblem("there is a file in it that its manifest does not name: " + entry.getName());
            }
            if (entry.getSize() != listed.size()) {
                throw damaged(listed);
            }
            unpacked += listed.size();
            named++;
        }
        if (named != files.size()) {
            throw new ArchiveProblem("files are missing that its manifest names, or are in it twice");
        }
        if (unpacked > HARMLESS && unpacked / MOST_RATIO > packed) {
            throw new ArchiveProblem(
                    "it would unpack to %d times its size, which no archive does".formatted(unpacked / packed));
        }
    }

    Manifest told() {
        return manifest;
    }

    Iterable<Manifest.File> files() {
        return files.values();
    }

    boolean has(String path) {
        return files.containsKey(path);
    }

    /** Reads every file once. @throws ArchiveProblem when one is not what the manifest says */
    void check(Progress progress) throws IOException {
        long done = 0;
        var buffer = new byte[1 << 16];
        for (var file : files.values()) {
            var digest = ArchiveWriting.sha256();
            long size = 0;
            try (var in = open(file.path())) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                    size += read;
                    if (size > file.size()) {
                        throw damaged(file);
                    }
                }
            } catch (ZipException | java.io.EOFException e) {
                throw damaged(file);
            }
            if (size != file.size()
                    || !HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
                throw damaged(file);
            }
            progress.told("checksums", ++done, files.size());
        }
    }

    InputStream open(String path) throws IOException {
        var entry = zip.getEntry(path);
        if (entry == null) {
            throw new ArchiveProblem("there is no " + path + " in it");
        }
        return new BufferedInputStream(zip.getInputStream(entry), 1 << 16);
    }

    private static ArchiveProblem damaged(Manifest.File file) {
        return new ArchiveProblem(file.path() + " in it is damaged: its checksum or size is not that of the manifest");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
