package news.titr.wire.moving;

import java.util.function.LongConsumer;

/**
 * Reads the archives of one kind, record by record, in bounded memory. {@link #survey} is called once, before anything is
 * stored, and {@link #read} once after it.
 */
public interface ArchiveReader extends AutoCloseable {

    /**
     * Goes through the whole archive: to see that it can be read to its end, and to learn what records refer to (names of
     * authors, addresses of pictures).
     *
     * @param progress is told how far it has come, in the unit of {@link #size}
     * @throws BadArchive when it cannot be read, so that nothing is stored of it
     */
    void survey(LongConsumer progress);

    /** Names the system that it is from, as long as stories come from it: {@code wordpress:example.org}. */
    String source();

    /** How much there is to read, in bytes or records. */
    long size();

    /**
     * Hands over every record, in the archive's order. A record that is bad in itself is refused with its reason, and the
     * next one is read.
     */
    void read(Receiver receiver);

    @Override
    default void close() {}
}
