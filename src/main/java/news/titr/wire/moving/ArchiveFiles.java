package news.titr.wire.moving;

import java.io.BufferedInputStream;
import java.io.Closeable;
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
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The files of an archive: named ones, those of a folder, those in a zip, packed ones; read one by one and never unpacked. */
public final class ArchiveFiles {

    private static final int MOST_ENTRIES = 1_000_000;

    /** An entry may be this large before anybody asks how well it was packed. */
    private static final long UNSUSPICIOUS = 64L << 20;

    /** Text packs ten- to twentyfold; whoever packs better has packed nothing but zeros. */
    private static final long MOST_PACKED = 200;

    /** How much larger a packed file is likely to be, for whoever watches it being read. */
    private static final long USUALLY_PACKED = 6;

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
                parts.add(part(path));
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
                parts.add(part(file));
            }
        }
    }

    static boolean isZip(Path path) throws IOException {
        return startsWith(path, 'P', 'K', 3, 4);
    }

    private static boolean startsWith(Path path, int... bytes) throws IOException {
        try (var in = Files.newInputStream(path)) {
            for (int each : bytes) {
                if (in.read() != each) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A file, unpacked while it is read if it was packed by itself. */
    private static Part part(Path path) throws IOException {
        long size = Files.size(path);
        if (!startsWith(path, 0x1F, 0x8B)) {
            return new Part(path.toString(), size, () -> Files.newInputStream(path));
        }
        return new Part(path.toString(), size * USUALLY_PACKED, () -> {
            var file = Files.newInputStream(path);
            try {
                return new Unpacked(new GZIPInputStream(file, 1 << 16), file, path.toString(), size);
            } catch (IOException e) {
                file.close();
                throw e;
            }
        });
    }

    private boolean isWanted(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String ending : endings) {
            if (lower.endsWith(ending) || lower.endsWith(ending + ".gz")) {
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
        private final Closeable packed;
        private final String name;
        private final long most;
        private long read;

        Unpacked(InputStream in, Closeable packed, String name, long size) {
            super(in);
            this.packed = packed;
            this.name = name;
            most = Math.max(UNSUSPICIOUS, Math.max(size, 1) * MOST_PACKED);
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
            packed.close();
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
