package news.titr.app.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import news.titr.archive.Progress;

/** Tells on stderr how far something has come: at once what begins, and then every few seconds how much of it is done. */
final class ShownProgress implements Progress {

    private static final long BETWEEN = Duration.ofSeconds(3).toNanos();

    private final PrintWriter out;
    private String current = "";
    private long begun;
    private long shown;

    ShownProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void told(String what, long done, long total) {
        long now = System.nanoTime();
        if (!what.equals(current)) {
            current = what;
            begun = now;
            shown = now;
            out.println(Character.toUpperCase(what.charAt(0)) + what.substring(1) + " …");
            return;
        }
        if (now - shown < BETWEEN) {
            return;
        }
        shown = now;
        double seconds = (now - begun) / 1e9;
        String line =
                "  %,d%s, %,.0f a second".formatted(done, total > 0 ? " of %,d".formatted(total) : "", done / seconds);
        if (total > done) {
            long left = Math.round(seconds / done * (total - done));
            line += String.format(Locale.ROOT, ", %d:%02d left", left / 60, left % 60);
        }
        out.println(line);
    }
}
