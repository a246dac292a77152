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
import java.util.stream.Stream;
import news.titr.db.Database;
import news.titr.db.Dependencies;

/**
 * What readers open most. Nothing is known of a reader: a read adds one to a number in memory, and now and then the numbers
 * are added to those of the hour in the database, in one transaction; servers that share a database add up. What is not
 * written yet is lost when a server breaks down. Lists are made from time to time by {@link #rank}; whoever asks for one gets the
 * last that was made, and never waits for it.
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

    /** How often lists are made anew. */
    public static final Duration RANKED_EVERY = Duration.ofMinutes(1);

    /**
     * So many stories are kept of an hour that is over, and of a day: the most opened ones. What robots open once in an archive of half a
     * million stories is on no list, and would make a million rows a week.
     */
    static final int KEPT = 1_000;

    /** Servers may still write down what they counted in the hour before. */
    private static final int OPEN_HOURS = 2;

    /** A list has no more than so many; some of them may be withdrawn meanwhile. */
    private static final int LONGEST = 60;

    record Key(String edition, long hour, long story) {}

    private record Ask(String edition, Span span) {}

    private final Database database;
    private final InstantSource clock;
    private final Map<Key, LongAdder> reads = new ConcurrentHashMap<>();
    private final Map<Ask, List<Long>> rankings = new ConcurrentHashMap<>();

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

    /** Folds hours into days, and forgets what no list looks at: old days, and the stories that were opened least. */
    public void fold() {
        Instant now = clock.instant();
        database.write(write -> {
            ReadStore.prune(write, ReadStore.HOURS, hour(now) - OPEN_HOURS, KEPT);
            ReadStore.fold(write, hour(now.minus(HOURS_KEPT)) / 24 * 24);
            ReadStore.forget(write, hour(now.minus(DAYS_KEPT)) / 24);
            ReadStore.prune(write, ReadStore.DAYS, hour(now) / 24, KEPT);
            return null;
        });
    }

    /** Makes all lists anew. */
    public void rank() {
        Instant now = clock.instant();
        for (String edition : database.read(SectionStore::editions)) {
            for (var span : Span.values()) {
                rankings.put(
                        new Ask(edition, span),
                        database.read(read -> ReadStore.most(read, edition, hour(now.minus(span.back)), LONGEST)));
            }
        }
    }

    /** The live stories that were opened most when it was looked last, the most opened first; none before that. */
    public List<Teaser> list(String edition, Span span, int limit) {
        Dependencies.until(clock.instant().plus(RANKED_EVERY));
        var numbers = rankings.getOrDefault(new Ask(edition, span), List.of());
        if (numbers.isEmpty()) {
            return List.of();
        }
        return database.read(read -> {
            var found = new ArrayList<>(LiveStore.teasers(read, numbers));
            found.removeIf(story -> story.type() == StoryType.ADVERTORIAL);
            found.forEach(story -> Dependencies.on(ReaderChanges.story(story.number())));
            found.sort(java.util.Comparator.comparingInt(story -> numbers.indexOf(story.number())));
            return found.stream().limit(limit).toList();
        });
    }

    private static long hour(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), 3600L);
    }

    /** The spans from the shortest to the longest. */
    public static List<Span> spans() {
        return Stream.of(Span.values()).toList();
    }
}
