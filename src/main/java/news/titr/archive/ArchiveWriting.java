package news.titr.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip file that is being written, beside its place until it is whole. What goes in is counted and summed up. The same
 * content gives the same bytes, whenever and wherever it is written.
 */
final class ArchiveWriting implements AutoCloseable {

    /** The first that a zip file can tell; without a zone, which would shift it. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path unfinished;
    private final FileChannel channel;
    private final ZipOutputStream zip;
    private final List<Manifest.File> files = new ArrayList<>();

    ArchiveWriting(Path file) throws IOException {
        this.file = file;
        unfinished = file.resolveSibling(file.getFileName() + ".part");
        channel = FileChannel.open(
                unfinished, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        zip = new ZipOutputStream(new java.io.BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
    }

    /** Writes the content of one file of the archive. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Adds a file of text. */
    void add(String path, Content content) throws IOException {
        add(path, Deflater.DEFAULT_COMPRESSION, content);
    }

    /** Adds a picture or film, in which nothing is left to be pressed out. */
    void addPressed(String path, InputStream content) throws IOException {
        add(path, Deflater.NO_COMPRESSION, content::transferTo);
    }

    private void add(String path, int level, Content content) throws IOException {
        var entry = new ZipEntry(path);
        entry.setTimeLocal(ALWAYS);
        zip.setLevel(level);
        zip.putNextEntry(entry);
        var summed = new Summed(zip);
        content.writeTo(summed);
        zip.closeEntry();
        files.add(new Manifest.File(path, summed.size, HexFormat.of().formatHex(summed.digest.digest())));
    }

    /** What has been added, in that order. */
    List<Manifest.File> files() {
        return files;
    }

    /** Adds the manifest, and puts the file where it belongs, on the disk and not only on its way there. */
    void finish(Manifest manifest) throws IOException {
        add(Manifest.PATH, out -> out.write(manifest.write()));
        zip.finish();
        zip.flush();
        channel.force(true);
        zip.close();
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Leaves nothing behind of what was not finished. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(unfinished);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Stays open when what writes to it is closed. */
    private static final class Summed extends FilterOutputStream {
        private final MessageDigest digest = sha256();
        private long size;

        Summed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            digest.update((byte) one);
            size++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            digest.update(bytes, from, length);
            size += length;
        }

        @Override
        public void close() {
            // the entry is closed by whoever opened it
        }
    }
}
