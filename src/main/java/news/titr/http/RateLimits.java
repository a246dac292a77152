package news.titr.http;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * How much one caller asks. Each may ask a minute's requests at once, and gets them back evenly; this server counts for itself
 * alone.
 */
public final class RateLimits {

    private static final double MINUTE = 60_000;
    /** Whoever has not asked for so long has everything back, and need not be remembered. */
    private static final int MOST_REMEMBERED = 10_000;

    private final int perMinute;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new HashMap<>();

    private record Bucket(double left, long at) {}

    public RateLimits(int perMinute, InstantSource clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /**
     * What is left to a caller.
     *
     * @param left whole requests
     * @param pause seconds until there is another one; zero while there is
     * @param full seconds until all are back
     */
    public record State(boolean allowed, long left, long pause, long full) {}

    public synchronized State take(String caller) {
        long now = clock.millis();
        if (buckets.size() >= MOST_REMEMBERED) {
            buckets.values().removeIf(bucket -> now - bucket.at() >= MINUTE);
        }
        var bucket = buckets.getOrDefault(caller, new Bucket(perMinute, now));
        double left = Math.min(perMinute, bucket.left() + (now - bucket.at()) * perMinute / MINUTE);
        boolean allowed = left >= 1;
        double then = allowed ? left - 1 : left;
        buckets.put(caller, new Bucket(then, now));
        return new State(allowed, (long) then, allowed ? 0 : (long) Math.ceil((1 - then) * 60 / perMinute), (long)
                Math.ceil((perMinute - then) * 60 / perMinute));
    }
}
