package news.titr.wire.moving;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Does work on a thread of its own, one piece after the other, while whoever hands it over prepares the next: one piece is
 * in work at a time, and none waits, so that what is prepared takes no more memory than one piece. Once a piece has failed,
 * nothing more is done.
 */
final class Conveyor implements AutoCloseable {

    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("storing").factory());
    private @Nullable Future<?> inWork;
    private boolean failed;

    /** Waits for the piece before, and answers while this one is in work; throws what the one before threw. */
    void hand(Runnable piece) {
        settle();
        if (!failed) {
            inWork = worker.submit(piece);
        }
    }

    /** Waits until everything that was handed over is done; throws what it threw, once. */
    void settle() {
        var before = inWork;
        inWork = null;
        if (before == null) {
            return;
        }
        try {
            before.get();
        } catch (ExecutionException e) {
            failed = true;
            throw thrown(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed = true;
            throw new IllegalStateException("The import was interrupted", e);
        }
    }

    private static RuntimeException thrown(ExecutionException failure) {
        return switch (failure.getCause()) {
            case RuntimeException problem -> problem;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(failure);
        };
    }

    /** Waits for what is in work. */
    @Override
    public void close() {
        worker.close();
    }
}
