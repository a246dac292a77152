package news.titr.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Files by the SHA-256 of what they hold, in a folder. The same content is kept once, and a file never changes. */
public final class BlobStore {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;

    public BlobStore(Path folder) {
        this.folder = folder;
    }

    /** Keeps the bytes and answers their key. When this returns, they are on the disk. */
    public String put(byte[] bytes) {
        return put(bytes, true);
    }

    /** Keeps what can be made again: the disk may write it when it likes, which is ten times as fast. */
    public String putDerived(byte[] bytes) {
        return put(bytes, false);
    }

    private String put(byte[] bytes, boolean atOnce) {
        String key = key(bytes);
        Path file = file(key);
        if (Files.exists(file)) {
            return key;
        }
        try {
            Files.createDirectories(file.getParent());
            // not a temporary file of Java's, which only its owner could read
            Path unfinished = file.resolveSibling(key + "." + UUID.randomUUID() + ".part");
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
            throw new UncheckedIOException("Cannot keep a file in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** What was kept under this key; empty for a key that names nothing. */
    public Optional<byte[]> get(String key) {
        if (!KEY.matcher(key).matches() || !Files.exists(file(key))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file(key)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file(key) + ": " + e.getMessage(), e);
        }
    }

    private Path file(String key) {
        return folder.resolve(key.substring(0, 2)).resolve(key);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String key(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
