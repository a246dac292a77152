package news.titr.story;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import news.titr.db.Database;

/** What the newsroom has done of late, and what waits. */
public final class Numbers {

    /** How many days are looked back. */
    public static final int DAYS = 30;

    private static final int NEXT = 10;

    private final Database database;
    private final InstantSource clock;

    public Numbers(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How many stories came out on a day. */
    public record Day(LocalDate date, int stories) {}

    /**
     * The last thirty days.
     *
     * @param median from the first draft to readers; empty when nothing came out
     * @param ninetieth nine of ten stories took no longer
     */
    public record Lately(List<Day> days, Optional<Duration> median, Optional<Duration> ninetieth) {}

    /** A story that goes out at a moment to come. */
    public record Next(long number, String headline, Instant at) {}

    /**
     * What waits for somebody.
     *
     * @param review stories in review in their sections, if they edit any
     * @param returned their own stories that were sent back
     * @param assigned stories that were given to them and are not released
     * @param calls who calls them by name in open notes that they have not looked at
     */
    public record Waiting(long review, long returned, long assigned, List<Notes.Call> calls) {}

    /** First releases in the last thirty days, by the day of that zone. */
    public Lately lately(String edition, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate first = today.minusDays(DAYS - 1L);
        var released = database.read(read -> NumbersStore.releasedSince(
                read, edition, first.atStartOfDay(zone).toInstant()));
        var counts = new TreeMap<LocalDate, Integer>();
        for (LocalDate day = first; !day.isAfter(today); day = day.plusDays(1)) {
            counts.put(day, 0);
        }
        released.forEach(story ->
                counts.computeIfPresent(LocalDate.ofInstant(story.releasedAt(), zone), (_, count) -> count + 1));
        var durations = released.stream()
                // what came from an archive was released before it was begun here
                .filter(story -> !story.begunAt().isAfter(story.releasedAt()))
                .map(story -> Duration.between(story.begunAt(), story.releasedAt()))
                .sorted()
                .toList();
        return new Lately(
                counts.entrySet().stream()
                        .map(day -> new Day(day.getKey(), day.getValue()))
                        .toList(),
                rank(durations, 50),
                rank(durations, 90));
    }

    /** The smallest value that no fewer than that many in a hundred do not exceed. */
    static Optional<Duration> rank(List<Duration> sorted, int percent) {
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() * percent + 99) / 100 - 1));
    }

    /** What goes out next. */
    public List<Next> next() {
        return database.read(read -> NumbersStore.next(read, NEXT));
    }

    /** @param sections the sections whose reviews somebody does; none for all, empty for somebody who reviews nothing */
    public Waiting waiting(String person, Optional<List<String>> sections) {
        return database.read(read -> new Waiting(
                sections.map(own -> NumbersStore.inReview(read, own)).orElse(0L),
                NumbersStore.returned(read, person),
                NumbersStore.assigned(read, person),
                NoteStore.calls(read, person)));
    }
}
