package news.titr.push;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import news.titr.db.Database;
import news.titr.http.OtherServers;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Sends messages to other systems until they have arrived, or for a day. Each is a row that is leased while it is under way, so
 * that of several servers one sends it; where one leads, nothing else goes at the same time. A message may arrive twice (when a
 * server is lost before it has written down the answer); one that was refused may be overtaken by later ones.
 */
public final class Deliveries implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Deliveries.class);

    static final Duration GIVE_UP_AFTER = Duration.ofHours(24);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final Duration KEPT = Duration.ofDays(30);

    /** How long a message is this server's own: longer than anybody may take to answer. */
    private static final Duration MINE = Duration.ofMinutes(2);

    /** To so many places at the same time. */
    private static final int AT_ONCE = 16;

    private static final int LOOKED_AT = 500;
    private static final int EXCERPT = 500;

    private final Database database;
    private final InstantSource clock;
    private final OtherServers servers;
    private final Map<Delivery.Kind, Sender> senders = new EnumMap<>(Delivery.Kind.class);
    private final Semaphore places = new Semaphore(AT_ONCE);
    private volatile boolean closed;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param senders who knows how to say each kind; what has none stays where it is */
    public Deliveries(
            Database database, InstantSource clock, OtherServers servers, Map<Delivery.Kind, Sender> senders) {
        this.database = database;
        this.clock = clock;
        this.servers = servers;
        this.senders.putAll(senders);
    }

    /** Knows how messages of one kind are said. */
    public interface Sender {

        /** The message as it is sent now, signed; empty when nobody wants it any more. */
        Optional<OtherServers.Message> message(Delivery delivery, Instant now);

        /** Told how a try went, in the transaction that writes it down. */
        default void tried(Handle write, Delivery delivery, Outcome outcome) {}
    }

    /**
     * How a try went.
     *
     * @param last true when it is not tried again
     */
    public record Outcome(boolean arrived, boolean last, int status, String failure) {}

    /** Puts messages among those that are to be sent. */
    public static void put(Handle write, List<Delivery> deliveries) {
        DeliveryStore.insert(write, deliveries);
    }

    /** Takes back what is still to be sent to an address. */
    public static void takeBack(Handle write, Delivery.Kind kind, String address) {
        DeliveryStore.deleteTo(write, kind, address);
    }

    /** Begins to send what is due, and does not wait for it. */
    public void run() {
        while (true) {
            Instant now = clock.instant();
            if (database.read(read -> DeliveryStore.due(read, senders.keySet(), now, 1))
                            .isEmpty()
                    || !places.tryAcquire()) {
                return;
            }
            var taken = take(now);
            if (taken.isEmpty()) {
                places.release();
                return;
            }
            threads.execute(() -> {
                try {
                    alongLane(taken.get());
                } catch (RuntimeException e) {
                    LOG.error("A message could not be sent, and will be tried again", e);
                } finally {
                    places.release();
                }
            });
        }
    }

    private Optional<Delivery> take(Instant now) {
        return database.write(write -> {
            var first =
                    DeliveryStore.due(write, senders.keySet(), now, 1).stream().findFirst();
            first.ifPresent(delivery -> DeliveryStore.lease(write, delivery.id(), now.plus(MINE)));
            return first;
        });
    }

    /** Sends one message after the other to where the first one leads. */
    private void alongLane(Delivery first) {
        Optional<Delivery> next = Optional.of(first);
        while (next.isPresent()) {
            send(next.get());
            if (closed) {
                return;
            }
            Instant now = clock.instant();
            next = database.write(write -> {
                var found = DeliveryStore.due(write, first.lane(), now);
                found.ifPresent(delivery -> DeliveryStore.lease(write, delivery.id(), now.plus(MINE)));
                return found;
            });
        }
    }

    private void send(Delivery delivery) {
        var sender = Optional.ofNullable(senders.get(delivery.kind())).orElseThrow();
        var message = sender.message(delivery, clock.instant());
        if (message.isEmpty()) {
            ended(sender, delivery, new Outcome(false, true, 0, "nobody wants it any more"), "");
            return;
        }
        try {
            var answer = servers.ask(message.get());
            boolean good = answer.good();
            boolean last = good || isForGood(answer.status()) || isTooOld(delivery);
            ended(
                    sender,
                    delivery,
                    new Outcome(good, last, answer.status(), good ? "" : "answered " + answer.status()),
                    excerpt(answer.text()));
        } catch (OtherServers.NoAnswer e) {
            if (closed) {
                // the server stops: nobody has failed, and another one sends it when the lease is over
                return;
            }
            ended(sender, delivery, new Outcome(false, isTooOld(delivery), 0, String.valueOf(e.getMessage())), "");
        }
    }

    /** It is gone, and says so: another try would be a nuisance. */
    private static boolean isForGood(int status) {
        return status == 410;
    }

    private boolean isTooOld(Delivery delivery) {
        return next(delivery).isAfter(delivery.createdAt().plus(GIVE_UP_AFTER));
    }

    private Instant next(Delivery delivery) {
        return clock.instant().plus(waitAfter(delivery.tries() + 1, delivery.id()));
    }

    /** Twice as long each time, and not for all at the same moment. */
    static Duration waitAfter(int tries, String id) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.clamp(tries - 1, 0, 12));
        var bounded = wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
        int spread = Math.floorMod(id.hashCode() * 31 + tries, 41) - 20;
        return bounded.plus(bounded.multipliedBy(spread).dividedBy(100));
    }

    private void ended(Sender sender, Delivery delivery, Outcome outcome, String answer) {
        if (!outcome.arrived()) {
            LOG.warnf(
                    "A message of %s could not be told to %s%s: %s",
                    delivery.kind().id(),
                    delivery.address().getHost(),
                    outcome.last() ? " and is given up" : "",
                    outcome.failure());
        }
        database.write(write -> {
            DeliveryStore.tried(
                    write,
                    delivery.id(),
                    outcome.status(),
                    answer,
                    outcome.failure(),
                    outcome.last() ? Optional.empty() : Optional.of(next(delivery)),
                    clock.instant());
            if (!outcome.arrived() && outcome.status() == 0 && !outcome.last()) {
                DeliveryStore.hold(write, delivery.lane(), next(delivery));
            }
            sender.tried(write, delivery, outcome);
            return null;
        });
    }

    /** How an answer begins, without what no page and no database takes. */
    private static String excerpt(String answer) {
        String clean = answer.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip();
        int end = Math.min(clean.length(), EXCERPT);
        return end > 0 && Character.isHighSurrogate(clean.charAt(end - 1))
                ? clean.substring(0, end - 1)
                : clean.substring(0, end);
    }

    /** Waits until nothing is under way. */
    void finish() {
        places.acquireUninterruptibly(AT_ONCE);
        places.release(AT_ONCE);
    }

    /** Sends all that is due, and waits for it. */
    public void runAll() {
        Set<String> before = new HashSet<>();
        while (true) {
            run();
            finish();
            var due =
                    database
                            .read(read -> DeliveryStore.due(read, senders.keySet(), clock.instant(), LOOKED_AT))
                            .stream()
                            .map(delivery -> delivery.id() + delivery.tries())
                            .toList();
            if (due.isEmpty() || !before.addAll(due)) {
                return;
            }
        }
    }

    /** What has ended is shown for a month. */
    public void forgetOld() {
        database.write(write -> {
            DeliveryStore.forget(write, clock.instant().minus(KEPT));
            return null;
        });
    }

    public static long failing(Database database) {
        return database.read(DeliveryStore::failing);
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("A message is still under way; it will be sent again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
