package news.titr.story;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import news.titr.db.Database;

/**
 * What readers open most. Nothing is known of a reader: a read adds one to a number in memory, and now and then the numbers
 * are added to those of the hour in the database, in one transaction; servers that share a database add up. What is not
 * written yet is lost when a server breaks down.
 */
public final class MostRead {

    /** How long back it is looked. */
    public enum Span {
        /** This hour and the one before it. */
        HOUR(Duration.ofHours(1)),
        DAY(Duration.ofHours(23)),
        WEEK(Duration.ofHours(24 * 7 - 1));

        private final Duration back;

        Span(Duration back) {
            this.back = back;
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Hours are kept apart for so long, and days after them. */
    static final Duration HOURS_KEPT = Duration.ofDays(2);

    static final Duration DAYS_KEPT = Duration.ofDays(9);

    /** A list is made anew when it is older than this. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    /** A list has no more than so many; some of them may be withdrawn meanwhile. */
    private static final int LONGEST = 60;

    record Key(String edition, long hour, long story) {}

    private record Ask(String edition, Span span) {}

    private record Ranking(Instant at, List<Long> stories) {}

    private final Database database;
    private final InstantSource clock;
    private final Map<Key, LongAdder> reads = new ConcurrentHashMap<>();
    private final Map<Ask, Ranking> rankings = new ConcurrentHashMap<>();
    private final ReentrantLock ranking = new ReentrantLock();

    public MostRead(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Somebody has opened a story. */
    public void count(String edition, long story) {
        reads.computeIfAbsent(new Key(edition, hour(clock.instant()), story), _ -> new LongAdder())
                .increment();
    }

    /** Writes down what was counted since the last time, all at once; if that fails, it is kept for the next time. */
    public void write() {
        var counted = new ConcurrentHashMap<Key, Long>();
        for (var key : List.copyOf(reads.keySet())) {
            var adder = reads.remove(key);
            if (adder != null) {
                counted.put(key, adder.sum());
            }
        }
        if (counted.isEmpty()) {
            return;
        }
        try {
            database.write(write -> {
                ReadStore.add(write, counted);
                return null;
            });
        } catch (RuntimeException e) {
            counted.forEach((key, count) ->
                    reads.computeIfAbsent(key, _ -> new LongAdder()).add(count));
            throw e;
        }
    }

    /** Folds hours into days, and forgets days, that no list looks at any more. */
    public void fold() {
        Instant now = clock.instant();
        database.write(write -> {
            ReadStore.fold(write, hour(now.minus(HOURS_KEPT)) / 24 * 24);
            ReadStore.forget(write, hour(now.minus(DAYS_KEPT)) / 24);
            return null;
        });
    }

    /** The live stories that were opened most, the most opened first. */
    public List<Teaser> list(String edition, Span span, int limit) {
        var ask = new Ask(edition, span);
        var numbers = fresh(ask).stories();
        if (numbers.isEmpty()) {
            return List.of();
        }
        return database.read(read -> {
            var found = new ArrayList<>(LiveStore.teasers(read, numbers));
            found.removeIf(story -> story.type() == StoryType.ADVERTORIAL);
            found.sort(java.util.Comparator.comparingInt(story -> numbers.indexOf(story.number())));
            return found.stream().limit(limit).toList();
        });
    }

    /** One thread makes it anew, while the others have the one of before. */
    private Ranking fresh(Ask ask) {
        Instant now = clock.instant();
        var there = rankings.get(ask);
        if (there != null && now.isBefore(there.at().plus(FRESH))) {
            return there;
        }
        if (there != null && !ranking.tryLock()) {
            return there;
        }
        if (there == null) {
            ranking.lock();
        }
        try {
            var made = new Ranking(
                    now,
                    database.read(
                            read -> ReadStore.most(read, ask.edition(), hour(now.minus(ask.span().back)), LONGEST)));
            rankings.put(ask, made);
            return made;
        } finally {
            ranking.unlock();
        }
    }

    private static long hour(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), 3600L);
    }

    /** The spans from the shortest to the longest. */
    public static List<Span> spans() {
        return Stream.of(Span.values()).toList();
    }
}
