package news.titr.wire.moving;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The files of an archive: named ones, those of a folder, those in a zip, read one by one and never unpacked. */
public final class ArchiveFiles {

    private static final int MOST_ENTRIES = 1_000_000;

    /** An entry may be this large before anybody asks how well it was packed. */
    private static final long UNSUSPICIOUS = 64L << 20;

    /** Text packs ten- to twentyfold; whoever packs better has packed nothing but zeros. */
    private static final long MOST_PACKED = 200;

    /**
     * One file.
     *
     * @param name as people know it: {@code site.zip: 2014.xml}
     */
    public record Part(String name, long size, Opening opening) {}

    /** Opens a file, from its beginning, as often as is asked. */
    public interface Opening {
        InputStream open() throws IOException;
    }

    private final List<Part> parts = new ArrayList<>();
    private final String[] endings;

    private ArchiveFiles(String... endings) {
        this.endings = endings;
    }

    /**
     * @param endings of the files that are looked for in folders and zips, such as {@code .xml}; a file that is named itself
     *     is taken whatever its name
     */
    public static ArchiveFiles of(List<Path> paths, String... endings) {
        var files = new ArchiveFiles(endings);
        for (var path : paths) {
            files.add(path);
        }
        if (files.parts.isEmpty()) {
            throw new BadArchive("There is no file that ends in " + String.join(" or ", endings) + " in "
                    + String.join(", ", paths.stream().map(Path::toString).toList()));
        }
        return files;
    }

    public List<Part> parts() {
        return List.copyOf(parts);
    }

    /** Of all files together, in bytes. */
    public long size() {
        return parts.stream().mapToLong(Part::size).sum();
    }

    private void add(Path path) {
        try {
            if (Files.isDirectory(path)) {
                addFolder(path);
            } else if (!Files.exists(path)) {
                throw new BadArchive(path + ": There is no such file");
            } else if (isZip(path)) {
                addZip(path);
            } else {
                parts.add(new Part(path.toString(), Files.size(path), () -> Files.newInputStream(path)));
            }
        } catch (ZipException e) {
            throw new BadArchive(path + ": It is a damaged zip file: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new BadArchive(path + ": It cannot be read: " + e.getMessage(), e);
        }
    }

    private void addFolder(Path folder) throws IOException {
        try (var inside = Files.walk(folder)) {
            for (var file : inside.filter(Files::isRegularFile)
                    .filter(file -> isWanted(file.toString()))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList()) {
                parts.add(new Part(file.toString(), Files.size(file), () -> Files.newInputStream(file)));
            }
        }
    }

    private static boolean isZip(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            byte[] head = in.readNBytes(4);
            return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
        }
    }

    private boolean isWanted(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String ending : endings) {
            if (lower.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private void addZip(Path path) throws IOException {
        try (var zip = new ZipFile(path.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new BadArchive(path + ": It has " + zip.size() + " files; more than " + MOST_ENTRIES
                        + " are refused. Unpack it, and name the folder");
            }
            var found = new ArrayList<Part>();
            zip.stream().forEach(entry -> {
                String name = entry.getName().replace('\\', '/');
                if (name.startsWith("/") || List.of(name.split("/", -1)).contains("..")) {
                    throw new BadArchive(path + ": The file " + entry.getName() + " in it leads out of it; refused");
                }
                if (!entry.isDirectory() && isWanted(name) && !name.startsWith("__MACOSX/")) {
                    found.add(part(path, entry));
                }
            });
            found.sort(Comparator.comparing(Part::name));
            parts.addAll(found);
        }
    }

    private static Part part(Path path, ZipEntry entry) {
        String name = path + ": " + entry.getName();
        return new Part(name, Math.max(entry.getSize(), 0), () -> {
            var zip = new ZipFile(path.toFile());
            var in = zip.getInputStream(entry);
            if (in == null) {
                zip.close();
                throw new IOException("It is gone");
            }
            return new Unpacked(in, zip, name, entry.getCompressedSize());
        });
    }

    /** Counts what is read, so that a small file cannot become an endless one. */
    private static final class Unpacked extends FilterInputStream {
        private final ZipFile zip;
        private final String name;
        private final long most;
        private long read;

        Unpacked(InputStream in, ZipFile zip, String name, long packed) {
            super(in);
            this.zip = zip;
            this.name = name;
            most = Math.max(UNSUSPICIOUS, Math.max(packed, 1) * MOST_PACKED);
        }

        @Override
        public int read() throws IOException {
            int unit = super.read();
            count(unit < 0 ? 0 : 1);
            return unit;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int more) {
            read += more;
            if (read > most) {
                throw new BadArchive(name + ": It unpacks to more than " + (most >> 20)
                        + " MB, far more than text can be packed; refused");
            }
        }

        @Override
        public void close() throws IOException {
            super.close();
            zip.close();
        }
    }

    /** Opens a file with a buffer; {@code read} is told of every byte. */
    public static InputStream open(Part part, LongConsumer read) throws IOException {
        var in = part.opening().open();
        return new BufferedInputStream(
                new FilterInputStream(in) {
                    private long count;

                    @Override
                    public int read(byte[] bytes, int offset, int length) throws IOException {
                        int more = super.read(bytes, offset, length);
                        count += Math.max(more, 0);
                        read.accept(count);
                        return more;
                    }
                },
                1 << 16);
    }
}
