package news.titr.app;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import news.titr.db.Database;
import news.titr.db.Outbox;
import org.jboss.logging.Logger;

/**
 * Tells what has happened to everything that is derived from stories. Each consumer goes at its own pace: one that fails
 * is tried again from the same entry, later and later, while the others go on. Consumers are idempotent: after a crash
 * they are told the last entries again.
 */
final class OutboxRunner {

    private static final Logger LOG = Logger.getLogger(OutboxRunner.class);

    private static final int AT_ONCE = 100;
    private static final int LONGEST_PAUSE = 256;

    private final Database database;
    private final Map<String, Consumer<Outbox.Entry>> consumers;
    /** Rounds that a consumer still sits out, and how many it will after its next failure. */
    private final Map<String, Pause> pauses = new HashMap<>();

    private record Pause(int left, int next) {}

    OutboxRunner(Database database, Map<String, Consumer<Outbox.Entry>> consumers) {
        this.database = database;
        this.consumers = new LinkedHashMap<>(consumers);
    }

    /** One round: every consumer hears what is new to it. */
    void run() {
        consumers.forEach((name, consumer) -> {
            var pause = pauses.getOrDefault(name, new Pause(0, 1));
            if (pause.left() > 0) {
                pauses.put(name, new Pause(pause.left() - 1, pause.next()));
            } else {
                tell(name, consumer, pause);
            }
        });
    }

    private void tell(String name, Consumer<Outbox.Entry> consumer, Pause pause) {
        var entries = database.read(read -> Outbox.after(read, Outbox.cursor(read, name), AT_ONCE));
        for (var entry : entries) {
            try {
                consumer.accept(entry);
            } catch (RuntimeException e) {
                LOG.errorf(
                        e,
                        "%s could not follow entry %d (%s); it will try again",
                        name,
                        entry.position(),
                        entry.event());
                pauses.put(name, new Pause(pause.next(), Math.min(pause.next() * 2, LONGEST_PAUSE)));
                return;
            }
            database.write(write -> {
                Outbox.advance(write, name, entry.position());
                return null;
            });
        }
        if (!entries.isEmpty()) {
            pauses.remove(name);
        }
    }
}
