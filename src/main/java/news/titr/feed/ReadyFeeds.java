package news.titr.feed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import news.titr.story.FeedFormat;

/**
 * Feeds that were made and have not changed since: feed readers ask again and again, and a feed takes ten times as long as a page. Each is
 * good for one change of the newspaper, and whoever asks says which that is, so none can outlive a withdrawal.
 */
final class ReadyFeeds {

    /** Bytes that are kept. */
    private static final long MOST = 16 << 20;

    private record Key(FeedFormat format, String page) {}

    private record Ready(long change, byte[] bytes) {}

    private final ReentrantLock lock = new ReentrantLock();
    /** Least used first. */
    private final Map<Key, Ready> kept = new LinkedHashMap<>(16, 0.75f, true);

    private long size;

    /**
     * @param change the position of the newest change, read before the feed is made
     * @param made makes it
     */
    byte[] get(FeedFormat format, String page, long change, Supplier<byte[]> made) {
        var key = new Key(format, page);
        lock.lock();
        try {
            var ready = kept.get(key);
            if (ready != null && ready.change() == change) {
                return ready.bytes();
            }
        } finally {
            lock.unlock();
        }
        byte[] bytes = made.get();
        keep(key, new Ready(change, bytes));
        return bytes;
    }

    private void keep(Key key, Ready ready) {
        lock.lock();
        try {
            var before = kept.put(key, ready);
            size += ready.bytes().length - (before == null ? 0 : before.bytes().length);
            var eldest = kept.values().iterator();
            while (size > MOST && eldest.hasNext()) {
                size -= eldest.next().bytes().length;
                eldest.remove();
            }
        } finally {
            lock.unlock();
        }
    }
}
