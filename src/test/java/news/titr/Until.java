package news.titr;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what comes in its own time: another process, a browser, a timer. */
public final class Until {

    private static final int TRIES = 400;

    private Until() {}

    /** Comes back once it holds; fails when it has not held for twenty seconds. */
    public static void until(BooleanSupplier holds) {
        for (int i = 0; i < TRIES; i++) {
            if (holds.getAsBoolean()) {
                return;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("It has not happened in twenty seconds");
    }
}
