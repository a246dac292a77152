package news.titr.db;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What a piece of work has read, as keys ({@code story:26841}, {@code section:…}), so that what was made of it can be dropped when
 * one of these changes. Whoever reads says so by {@link #on}; outside of {@link #record} nobody listens.
 */
public final class Dependencies {

    private static final ScopedValue<Dependencies> LISTENING = ScopedValue.newInstance();

    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private volatile Instant validUntil = Instant.MAX;

    /** The current work has read this. */
    public static void on(String key) {
        if (LISTENING.isBound()) {
            LISTENING.get().keys.add(key);
        }
    }

    public static void onAll(Collection<String> keys) {
        if (LISTENING.isBound()) {
            LISTENING.get().keys.addAll(keys);
        }
    }

    /** What the current work makes is another from this moment on, even if nothing changes. */
    public static void until(Instant moment) {
        if (LISTENING.isBound()) {
            var dependencies = LISTENING.get();
            if (moment.isBefore(dependencies.validUntil)) {
                dependencies.validUntil = moment;
            }
        }
    }

    /** Does the work, and listens to what it reads. */
    public <T> T record(Supplier<T> work) {
        return ScopedValue.where(LISTENING, this).call(work::get);
    }

    public Set<String> keys() {
        return Set.copyOf(keys);
    }

    /** {@link Instant#MAX} where only a change makes another of it. */
    public Instant validUntil() {
        return validUntil;
    }
}
