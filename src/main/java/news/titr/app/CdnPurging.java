package news.titr.app;

import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import news.titr.db.Database;
import news.titr.db.Outbox;
import news.titr.http.OtherServers;
import news.titr.story.ReaderChanges;
import org.jboss.logging.Logger;

/**
 * Tells a content delivery network which pages to drop, by the keys that {@link SurrogateKeys} put on them. It follows the outbox, so
 * that nothing is forgotten while the network cannot be reached, or while this server does not run.
 */
final class CdnPurging {

    private static final Logger LOG = Logger.getLogger(CdnPurging.class);

    private static final String CONSUMER = "cdn";
    private static final int AT_A_TIME = 200;

    private final Database database;
    private final InstantSource clock;
    private final ZoneId zone;
    private final CdnSettings settings;
    private final OtherServers servers;
    private final ReentrantLock working = new ReentrantLock();
    private boolean failing;

    /** The day that stands above the pages which the network keeps. */
    private LocalDate day;

    CdnPurging(Database database, InstantSource clock, ZoneId zone, CdnSettings settings, OtherServers servers) {
        this.database = database;
        this.clock = clock;
        this.zone = zone;
        day = LocalDate.ofInstant(clock.instant(), zone);
        this.settings = settings;
        this.servers = servers;
    }

    /** Tells what has not been told. Does nothing while another thread is at it, or where nobody is to be told. */
    void run() {
        if (settings.purge().isEmpty() || !working.tryLock()) {
            return;
        }
        try {
            var today = LocalDate.ofInstant(clock.instant(), zone);
            if (!today.equals(day) && tell(settings.purge().get(), SurrogateKeys.ALL)) {
                day = today;
            }
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                more = tellNext(settings.purge().get());
            }
        } finally {
            working.unlock();
        }
    }

    /** Answers whether there may be more to tell. */
    private boolean tellNext(URI address) {
        if (!database.read(read -> Outbox.isRead(read, CONSUMER))) {
            long newest = database.read(Outbox::newest);
            // nobody knows what it keeps of us
            return tell(address, SurrogateKeys.ALL) && advance(newest);
        }
        var entries = database.read(read -> Outbox.after(read, Outbox.cursor(read, CONSUMER), AT_A_TIME));
        if (entries.isEmpty()) {
            return false;
        }
        return keys(entries).map(keys -> tell(address, keys)).orElse(true)
                && advance(entries.getLast().position());
    }

    private Optional<String> keys(List<Outbox.Entry> entries) {
        var touched = ReaderChanges.by(database, entries);
        if (touched.everything()) {
            return Optional.of(SurrogateKeys.ALL);
        }
        return touched.keys().isEmpty()
                ? Optional.empty()
                : Optional.of(SurrogateKeys.MANY + " " + SurrogateKeys.written(touched.keys()));
    }

    private boolean advance(long position) {
        database.write(write -> {
            Outbox.advance(write, CONSUMER, position);
            return null;
        });
        return true;
    }

    private boolean tell(URI address, String keys) {
        String trouble;
        try {
            var headers = new LinkedHashMap<>(settings.credentials());
            headers.put(SurrogateKeys.HEADER, keys);
            var answer = servers.ask(OtherServers.Message.post(address, headers, new byte[0], 0));
            trouble = answer.good() ? "" : address.getHost() + " answered " + answer.status();
        } catch (OtherServers.NoAnswer e) {
            trouble = String.valueOf(e.getMessage());
        }
        if (!trouble.isEmpty() && !failing) {
            LOG.errorf(
                    "The content delivery network could not be told what has changed, and readers may get pages that are %d"
                            + " seconds old; it is tried again every second: %s",
                    settings.keeping().toSeconds(), trouble);
        }
        failing = !trouble.isEmpty();
        return !failing;
    }
}
