package news.titr.db;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Tells whoever listens that something has happened, in this process and, on PostgreSQL, in the others on the same database.
 *
 * <p>There are two kinds. What is <b>committed</b> comes from the outbox, in order, each entry once, also what a command
 * beside a running server did. What is <b>fleeting</b> (who is typing where) is sent by name and kept nowhere: a listener
 * that was not there has missed it. Listeners are called one after another and must be quick; one that throws harms nobody.
 */
public final class Signals implements AutoCloseable {

    /** How soon the outbox is looked at when nobody says that there is something new. */
    private static final int POLL_MILLISECONDS = 100;

    private static final int AT_A_TIME = 500;

    /** PostgreSQL refuses longer ones. */
    private static final int LONGEST_NOTIFICATION = 7_900;

    private final Database database;
    private final Consumer<RuntimeException> troubles;
    private final String process = UUID.randomUUID().toString();
    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private final List<Consumer<Outbox.Entry>> committed = new CopyOnWriteArrayList<>();
    private final Object waking = new Object();
    private boolean woken;
    private volatile boolean closed;
    private @Nullable Thread tail;

    /**
     * Nothing is heard until {@link #start}.
     *
     * @param troubles is told when a listener or the database fails; the signals go on
     */
    public Signals(Database database, Consumer<RuntimeException> troubles) {
        this.database = database;
        this.troubles = troubles;
    }

    /** Ends the listening that it was given for. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** Begins to listen: to the outbox from now on, and to other processes. */
    public void start() {
        long from = database.read(Outbox::newest);
        database.afterCommit(this::wake);
        tail = Thread.ofPlatform().daemon().name("outbox-tail").start(() -> follow(from));
        if (database.engine() == Database.Engine.POSTGRESQL) {
            Thread.ofPlatform().daemon().name("signals").start(this::hearOthers);
        }
    }

    /** Calls the listener for every entry of the outbox that is committed from now on. */
    public Subscription onCommitted(Consumer<Outbox.Entry> listener) {
        committed.add(listener);
        return () -> committed.remove(listener);
    }

    /** Calls the listener for every fleeting signal of this name. */
    public Subscription on(String name, Consumer<String> listener) {
        listeners.computeIfAbsent(name, _ -> new CopyOnWriteArrayList<>()).add(listener);
        return () -> listeners.computeIfPresent(name, (_, there) -> {
            there.remove(listener);
            return there.isEmpty() ? null : there;
        });
    }

    /**
     * Sends a fleeting signal: to this process at once, to the others on PostgreSQL within milliseconds.
     *
     * @param name a word or path without blanks, such as {@code story/26841/people}
     * @param text at most some thousand characters
     */
    public void send(String name, String text) {
        deliver(name, text);
        if (database.engine() == Database.Engine.POSTGRESQL) {
            String notification = process + " " + name + " " + text;
            if (notification.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_NOTIFICATION) {
                throw new IllegalArgumentException("The signal " + name + " is too long");
            }
            SignalStore.notify(database, notification);
        }
    }

    private void deliver(String name, String text) {
        listeners.getOrDefault(name, List.of()).forEach(listener -> guarded(() -> listener.accept(text)));
    }

    private void wake() {
        synchronized (waking) {
            woken = true;
            waking.notifyAll();
        }
    }

    private void follow(long from) {
        long position = from;
        while (!closed) {
            try {
                long after = position;
                var entries = database.read(read -> Outbox.after(read, after, AT_A_TIME));
                for (var entry : entries) {
                    committed.forEach(listener -> guarded(() -> listener.accept(entry)));
                    position = entry.position();
                }
                if (entries.size() < AT_A_TIME) {
                    sleepUntilWoken();
                }
            } catch (RuntimeException e) {
                // the database may be away for a while; nothing is lost, the position stays
                if (!closed) {
                    troubles.accept(e);
                    sleepUntilWoken();
                }
            }
        }
    }

    private void sleepUntilWoken() {
        synchronized (waking) {
            try {
                if (!woken) {
                    waking.wait(POLL_MILLISECONDS);
                }
            } catch (InterruptedException e) {
                closed = true;
            }
            woken = false;
        }
    }

    private void hearOthers() {
        while (!closed) {
            try (var connection = database.listeningConnection();
                    var statement = connection.createStatement()) {
                statement.execute("LISTEN " + SignalStore.CHANNEL);
                var postgresql = connection.unwrap(PGConnection.class);
                while (!closed) {
                    for (var notification : postgresql.getNotifications(POLL_MILLISECONDS)) {
                        heard(notification.getParameter());
                    }
                }
            } catch (SQLException | RuntimeException e) {
                if (!closed) {
                    troubles.accept(new IllegalStateException("Other processes cannot be heard for the moment", e));
                    sleepUntilWoken();
                }
            }
        }
    }

    private void heard(String notification) {
        if (notification.isEmpty()) {
            wake();
            return;
        }
        String[] parts = notification.split(" ", 3);
        if (parts.length == 3 && !parts[0].equals(process)) {
            deliver(parts[1], parts[2]);
        }
    }

    private void guarded(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            troubles.accept(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        wake();
        var running = tail;
        if (running != null) {
            try {
                running.join(2_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
