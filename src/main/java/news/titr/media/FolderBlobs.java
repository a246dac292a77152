package news.titr.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Blobs as files in a folder. */
public final class FolderBlobs implements BlobStore {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;

    public FolderBlobs(Path folder) {
        // programs that look at pictures run in a folder of their own
        this.folder = folder.toAbsolutePath();
    }

    private record FileBlob(Path file, long size) implements Blob {
        @Override
        public InputStream open(long from) throws IOException {
            var channel = Files.newByteChannel(file);
            return java.nio.channels.Channels.newInputStream(channel.position(from));
        }

        @Override
        public Path file(Path folderForCopies) {
            return file;
        }
    }

    @Override
    public String put(byte[] bytes) {
        return put(bytes, true);
    }

    @Override
    public String putDerived(byte[] bytes) {
        return put(bytes, false);
    }

    @Override
    public String put(Path file) {
        try {
            String key = key(file);
            if (!Files.exists(file(key))) {
                Files.createDirectories(file(key).getParent());
                Path unfinished = unfinished(key);
                Files.copy(file, unfinished);
                try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                move(unfinished, file(key));
            }
            return key;
        } catch (IOException e) {
            throw cannotKeep(e);
        }
    }

    private String put(byte[] bytes, boolean atOnce) {
        String key = HexFormat.of().formatHex(sha256().digest(bytes));
        Path file = file(key);
        if (Files.exists(file)) {
            return key;
        }
        try {
            Files.createDirectories(file.getParent());
            Path unfinished = unfinished(key);
            try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                if (atOnce) {
                    channel.force(true);
                }
            }
            move(unfinished, file);
            return key;
        } catch (IOException e) {
            throw cannotKeep(e);
        }
    }

    @Override
    public Optional<byte[]> get(String key) {
        return find(key).map(blob -> {
            try {
                return Files.readAllBytes(file(key));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file(key) + ": " + e.getMessage(), e);
            }
        });
    }

    @Override
    public Optional<Blob> find(String key) {
        if (!KEY.matcher(key).matches()) {
            return Optional.empty();
        }
        try {
            return Files.exists(file(key))
                    ? Optional.of(new FileBlob(file(key), Files.size(file(key))))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file(key) + ": " + e.getMessage(), e);
        }
    }

    private Path file(String key) {
        return folder.resolve(key.substring(0, 2)).resolve(key);
    }

    /** Not a temporary file of Java's, which only its owner could read. */
    private Path unfinished(String key) {
        return file(key).resolveSibling(key + "." + UUID.randomUUID() + ".part");
    }

    private UncheckedIOException cannotKeep(IOException e) {
        return new UncheckedIOException("Cannot keep a file in " + folder + ": " + e.getMessage(), e);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String key(Path file) throws IOException {
        var digest = sha256();
        try (var input = new DigestInputStream(Files.newInputStream(file), digest)) {
            input.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
