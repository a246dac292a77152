package news.titr.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.db.Outbox;
import news.titr.http.Address;
import news.titr.http.OtherServers;
import news.titr.story.Covering;
import news.titr.story.FeedFormat;
import news.titr.story.LiveStories;
import news.titr.story.LiveStory;
import news.titr.story.Section;
import news.titr.story.SiteSettings;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Tells hubs and search engines what has changed, after it has: what happened comes from the outbox, who is to be told waits in the table
 * {@code ping} and is tried again, later each time, for two days. Nothing of it happens while anybody waits for a page.
 */
public final class Pings {

    private static final Logger LOG = Logger.getLogger(Pings.class);

    /** Its name among the readers of the outbox. */
    static final String CONSUMER = "pings";

    static final Duration GIVE_UP_AFTER = Duration.ofDays(2);

    /** What happened longer ago is told to nobody: a server that was off for a week has no news. */
    static final Duration NEWS_FOR = Duration.ofDays(1);

    /** A search engine comes to a live coverage no oftener for its entries, however many there are. */
    static final Duration BETWEEN_ENTRIES = Duration.ofMinutes(10);

    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    /** How long a ping is this process's own: longer than anybody may take to answer. */
    private static final Duration MINE = Duration.ofMinutes(2);

    private static final int AT_A_TIME = 200;

    /** Addresses in one message to a search engine; the protocol allows ten thousand. */
    private static final int ADDRESSES = 500;

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;
    private final Supplier<SiteSettings> settings;
    private final LiveStories stories;
    private final PingSettings wanted;
    private final OtherServers servers;
    private final ReentrantLock working = new ReentrantLock();

    public Pings(
            Database database,
            Ids ids,
            InstantSource clock,
            Supplier<SiteSettings> settings,
            LiveStories stories,
            PingSettings wanted,
            OtherServers servers) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
        this.stories = stories;
        this.wanted = wanted;
        this.servers = servers;
    }

    /**
     * What could not be told.
     *
     * @param pings how many have failed in this way, {@code givenUp} of them for good
     * @param at when the newest of what they tell of happened
     */
    public record Trouble(String target, String failure, long pings, long givenUp, Instant at) {}

    /** What fails, newest first. */
    public static List<Trouble> troubles(Database database) {
        return database.read(read -> PingStore.troubles(read, 20));
    }

    public static long failing(Database database) {
        return database.read(PingStore::failing);
    }

    /** Reads what happened and tells whom it concerns. Does nothing while another thread is at it, or where nobody is to be told. */
    public void run() {
        if (!wanted.anybody() || !working.tryLock()) {
            return;
        }
        try {
            collect();
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                more = tellNext();
            }
        } finally {
            working.unlock();
        }
    }

    /** What was given up is shown for a month. */
    public void forgetOld() {
        if (wanted.anybody()) {
            database.write(write -> {
                PingStore.forget(write, clock.instant().minus(REMEMBERED), targets());
                return null;
            });
        }
    }

    // ---- what is to be told

    private void collect() {
        if (!database.read(read -> Outbox.isRead(read, CONSUMER))) {
            // from now on: nobody is told of all that is there already
            database.write(write -> {
                Outbox.advance(write, CONSUMER, Outbox.newest(write));
                return null;
            });
            return;
        }
        while (true) {
            var entries = database.read(read -> Outbox.after(read, Outbox.cursor(read, CONSUMER), AT_A_TIME));
            if (entries.isEmpty()) {
                return;
            }
            Instant since = clock.instant().minus(NEWS_FOR);
            var changed = new LinkedHashSet<Long>();
            entries.stream()
                    .filter(entry -> entry.story().isPresent()
                            && LiveStories.changesStory(entry.event())
                            && entry.at().isAfter(since))
                    .forEach(entry -> changed.add(entry.story().getAsLong()));
            var more = new HashSet<>(changed);
            entries.stream()
                    .filter(entry -> entry.story().isPresent()
                            && LiveStories.changesStory(entry.event())
                            && !entry.event().equals(Covering.EVENT))
                    .forEach(entry -> more.remove(entry.story().getAsLong()));
            var wishes = changed.stream().flatMap(this::wishes).distinct().toList();
            database.write(write -> {
                Instant now = clock.instant();
                wishes.forEach(wish -> put(write, wish, now, more));
                Outbox.advance(write, CONSUMER, entries.getLast().position());
                return null;
            });
        }
    }

    private record Wish(Ping.Kind kind, URI target, String about, long story) {}

    /** @param more those of which nothing has changed but the entries of their coverage */
    private void put(Handle write, Wish wish, Instant now, Set<Long> more) {
        var pause = wish.kind() == Ping.Kind.INDEXNOW && more.contains(wish.story()) ? BETWEEN_ENTRIES : Duration.ZERO;
        PingStore.put(write, ids.next(), wish.kind(), wish.target(), wish.about(), wish.story(), now, pause);
    }

    /** Nothing for a story that readers never had, or whose edition is not open. */
    private Stream<Wish> wishes(long number) {
        return switch (stories.find(number)) {
            case LiveStories.Found.Live(var story)
            when !settings.get().edition(story.edition()).open() -> Stream.of();
            case LiveStories.Found.Live(var story) ->
                Stream.concat(feeds(story.edition(), sections(story)), pages(number, Optional.of(address(story))));
            // nothing says any more which sections it stood in
            case LiveStories.Found.Withdrawn _ ->
                Stream.concat(
                        settings.get().open().stream()
                                .flatMap(edition -> feeds(edition.id(), stories.sections(edition.id()))),
                        pages(number, Optional.empty()));
            case LiveStories.Found.Absent() -> Stream.of();
        };
    }

    /** Its section and the one above, whose pages both show it. */
    private List<Section> sections(LiveStory story) {
        var all = stories.sections(story.edition());
        return Stream.concat(
                        story.section().stream(),
                        story.section().flatMap(Section::parent).stream()
                                .flatMap(parent -> all.stream()
                                        .filter(section -> section.id().equals(parent))))
                .toList();
    }

    private Stream<Wish> feeds(String edition, List<Section> sections) {
        var addresses = settings.get().masthead().addresses();
        return Stream.concat(
                        Stream.of(addresses.in(edition, "/")), sections.stream().map(addresses::section))
                .flatMap(page -> Arrays.stream(FeedFormat.values()).map(format -> absolute(format.beside(page))))
                .flatMap(feed -> wanted.hubs().stream().map(hub -> new Wish(Ping.Kind.WEBSUB, hub, feed, 0)));
    }

    /** Where the story is, and where search engines were told before that it is. */
    private Stream<Wish> pages(long number, Optional<String> address) {
        return wanted.indexNow().stream()
                .flatMap(indexNow -> Stream.concat(
                                address.stream(),
                                database.read(read -> PingStore.told(read, indexNow.server(), number)).stream())
                        .map(page -> new Wish(Ping.Kind.INDEXNOW, indexNow.server(), page, number)));
    }

    private String address(LiveStory story) {
        return absolute(settings.get().masthead().addresses().story(story));
    }

    private String absolute(String path) {
        return Address.encode(settings.get().masthead().absolute(path));
    }

    private Set<URI> targets() {
        var targets = new LinkedHashSet<>(wanted.hubs());
        wanted.indexNow().ifPresent(indexNow -> targets.add(indexNow.server()));
        return targets;
    }

    // ---- telling

    /** False when nothing is due. */
    private boolean tellNext() {
        Instant now = clock.instant();
        var pings = database.write(write -> PingStore.take(write, now, now.plus(MINE), ADDRESSES));
        if (pings.isEmpty()) {
            return false;
        }
        var target = pings.getFirst().target();
        if (!targets().contains(target)) {
            database.write(write -> {
                PingStore.givenUp(write, pings, "is not among the settings any more");
                return null;
            });
            return true;
        }
        try {
            var answer = servers.post(target, contentType(pings.getFirst().kind()), message(pings));
            if (answer.good()) {
                database.write(write -> {
                    PingStore.told(write, pings, now, clock.instant());
                    return null;
                });
            } else {
                failed(pings, "answered " + answer.status());
            }
        } catch (OtherServers.NoAnswer e) {
            failed(pings, String.valueOf(e.getMessage()));
        }
        return true;
    }

    private void failed(List<Ping> pings, String failure) {
        var oldest = pings.getFirst();
        Instant next = clock.instant().plus(waitAfter(oldest.tries()));
        boolean forGood = next.isAfter(oldest.createdAt().plus(GIVE_UP_AFTER));
        LOG.warnf(
                "%d addresses could not be told to %s%s: %s",
                pings.size(), oldest.target(), forGood ? " and are given up" : "", failure);
        database.write(write -> {
            if (forGood) {
                PingStore.givenUp(write, pings, failure);
            } else {
                PingStore.failed(write, pings, failure, next);
            }
            return null;
        });
    }

    static Duration waitAfter(int tries) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.clamp(tries - 1, 0, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private static String contentType(Ping.Kind kind) {
        return switch (kind) {
            case WEBSUB -> "application/x-www-form-urlencoded";
            case INDEXNOW -> "application/json; charset=utf-8";
        };
    }

    private byte[] message(List<Ping> pings) {
        return switch (pings.getFirst().kind()) {
            case WEBSUB -> {
                var form = new LinkedHashMap<String, String>();
                form.put("hub.mode", "publish");
                // hubs differ in the name that they want
                form.put("hub.url", pings.getFirst().about());
                form.put("hub.topic", pings.getFirst().about());
                yield OtherServers.form(form);
            }
            case INDEXNOW -> indexNow(pings, wanted.indexNow().orElseThrow());
        };
    }

    private byte[] indexNow(List<Ping> pings, PingSettings.IndexNow indexNow) {
        var message = new ObjectMapper()
                .createObjectNode()
                .put("host", settings.get().masthead().baseUrl().getHost())
                .put("key", indexNow.key())
                .put("keyLocation", absolute(indexNow.keyPath()));
        var list = message.putArray("urlList");
        pings.forEach(ping -> list.add(ping.about()));
        return message.toString().getBytes(StandardCharsets.UTF_8);
    }
}
