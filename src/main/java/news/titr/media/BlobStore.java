package news.titr.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Files by the SHA-256 of what they hold: the same content is kept once, and what a key names never changes. A folder
 * today; whatever can put, get and read from an offset (an object store) can stand in its place.
 */
public interface BlobStore {

    /** Keeps the bytes and answers their key. When this returns, they are safe. */
    String put(byte[] bytes);

    /** Keeps what can be made again: it may be lost in a crash, and is kept ten times as fast. */
    String putDerived(byte[] bytes);

    /** Keeps a file of any size and answers its key; the file itself may be moved or stay, and is the caller's to delete. */
    String put(Path file);

    /** What was kept under this key; empty for a key that names nothing. */
    Optional<byte[]> get(String key);

    /** The same without reading it yet. */
    Optional<Blob> find(String key);

    /** Something kept. */
    interface Blob {
        /** In bytes. */
        long size();

        /** A stream that begins that many bytes after the start; the caller closes it. */
        InputStream open(long from) throws IOException;

        /** A file with the same content, to be read only: programs outside need one. */
        Path file(Path folderForCopies) throws IOException;
    }
}
