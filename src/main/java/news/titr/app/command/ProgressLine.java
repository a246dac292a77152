package news.titr.app.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How far a long command has come: a line that is drawn over itself at a terminal, a line now and then elsewhere. With the
 * rate, and the time that is left if it goes on like this.
 */
final class ProgressLine {

    private static final int WIDTH = 24;
    private static final Duration DRAWN = Duration.ofMillis(200);
    private static final Duration TOLD = Duration.ofSeconds(15);

    private final PrintWriter err;
    private final String what;
    private final LongSupplier size;
    private final LongSupplier count;
    private final String unit;
    private final boolean terminal =
            System.console() != null && System.console().isTerminal();
    private final long begun = System.nanoTime();
    private long last = begun;
    private boolean drawn;

    ProgressLine(PrintWriter err, String what, LongSupplier size) {
        this(err, what, size, () -> 0, "");
    }

    /** @param count of what the rate is told */
    ProgressLine(PrintWriter err, String what, LongSupplier size, LongSupplier count, String unit) {
        this.err = err;
        this.what = what;
        this.size = size;
        this.count = count;
        this.unit = unit;
    }

    void at(long done) {
        long now = System.nanoTime();
        if (now - last < (terminal ? DRAWN : TOLD).toNanos()) {
            return;
        }
        last = now;
        String line = line(done, Math.max(size.getAsLong(), 1), count.getAsLong(), Duration.ofNanos(now - begun));
        if (terminal) {
            err.print("\r" + line + "\u001B[K");
            err.flush();
            drawn = true;
        } else {
            err.println(line);
        }
    }

    void end() {
        if (drawn) {
            err.print("\r\u001B[K");
            err.flush();
        }
    }

    String line(long done, long whole, long counted, Duration since) {
        double part = Math.clamp((double) done / whole, 0, 1);
        double seconds = Math.max(since.toMillis(), 1) / 1000.0;
        int filled = (int) (part * WIDTH);
        String rate =
                unit.isEmpty() ? "" : String.format(Locale.ROOT, "  %,d %s, %,.0f/s", counted, unit, counted / seconds);
        String left = part < 0.01 ? "" : ", " + clock((long) (seconds / part - seconds)) + " left";
        return String.format(
                Locale.ROOT,
                "%s [%s%s] %3d %%%s%s",
                what,
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                (int) (part * 100),
                rate,
                left);
    }

    private static String clock(long seconds) {
        return seconds >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
