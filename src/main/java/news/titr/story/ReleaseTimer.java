package news.titr.story;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import news.titr.db.Signals;
import org.jspecify.annotations.Nullable;

/**
 * Releases what is due, to the moment: it sleeps until the next planned time and is woken by whatever is committed. What
 * came due while nothing ran goes out as soon as it starts.
 */
public final class ReleaseTimer implements AutoCloseable {

    /** A clock that is set, or a machine that was suspended, delays nothing longer than this. */
    private static final Duration LONGEST_SLEEP = Duration.ofMillis(500);

    private final DueReleases due;
    private final InstantSource clock;
    private final Signals signals;
    private final Consumer<Alarm> raised;
    private final Consumer<RuntimeException> troubles;
    private final Object waking = new Object();
    private boolean woken;
    private volatile boolean closed;
    private Signals.@Nullable Subscription subscription;
    private @Nullable Thread thread;

    /**
     * Nothing runs until {@link #start}.
     *
     * @param raised is told of every alarm once
     * @param troubles is told when something breaks; the timer goes on
     */
    public ReleaseTimer(
            DueReleases due,
            InstantSource clock,
            Signals signals,
            Consumer<Alarm> raised,
            Consumer<RuntimeException> troubles) {
        this.due = due;
        this.clock = clock;
        this.signals = signals;
        this.raised = raised;
        this.troubles = troubles;
    }

    public void start() {
        subscription = signals.onCommitted(_ -> wake());
        thread = Thread.ofPlatform().daemon().name("releases").start(this::run);
    }

    private void run() {
        while (!closed) {
            try {
                due.publish(raised);
                sleep(due.next()
                        .map(next -> Duration.between(clock.instant(), next))
                        .filter(left -> left.compareTo(LONGEST_SLEEP) < 0)
                        .orElse(LONGEST_SLEEP));
            } catch (RuntimeException e) {
                // the database may be away for a while; what is due stays due
                if (!closed) {
                    troubles.accept(e);
                    sleep(LONGEST_SLEEP);
                }
            }
        }
    }

    private void sleep(Duration duration) {
        synchronized (waking) {
            try {
                if (!woken && duration.isPositive()) {
                    // a millisecond is the smallest step of a clock here: waiting less would turn in a circle
                    waking.wait(Math.max(1, duration.toMillis()));
                }
            } catch (InterruptedException e) {
                closed = true;
            }
            woken = false;
        }
    }

    private void wake() {
        synchronized (waking) {
            woken = true;
            waking.notifyAll();
        }
    }

    @Override
    public void close() {
        closed = true;
        var listening = subscription;
        if (listening != null) {
            listening.close();
        }
        wake();
        var running = thread;
        if (running != null) {
            try {
                running.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
