package news.titr.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import news.titr.db.Database;
import news.titr.db.Dependencies;
import news.titr.db.Outbox;
import org.jdbi.v3.core.Handle;

/**
 * Every live story of an edition, in ranges of story numbers, and everything that gathers them: for whoever lists all. A range holds at
 * most as many stories as it has numbers, so they need not be counted, and no query looks at more than one range.
 */
public final class LiveRanges {

    private static final int AT_A_TIME = 500;
    private static final int LABELS_AT_A_TIME = 5_000;

    /** After more than so many changes everything is looked at again. */
    private static final int CHANGES = 1_000;

    private final Database database;

    /** The ranges as they were when they were asked for last: only those in which something has happened since are looked at again. */
    private final Map<Kept, Known> known = new ConcurrentHashMap<>();

    private record Kept(String edition, int size) {}

    /** @param position the outbox's newest */
    private record Known(long position, SortedMap<Long, Range> ranges) {}

    public LiveRanges(Database database) {
        this.database = database;
    }

    /**
     * A range with at least one live story.
     *
     * @param from the lowest number in it, a multiple of the size of ranges
     * @param changedAt when a story in it was released or withdrawn last
     */
    public record Range(long from, Instant changedAt) {}

    /** @param pictures the ids of its pictures, the main one among them */
    public record Line(long number, String headline, Instant changedAt, List<String> pictures) {}

    /** The ranges that hold anything, lowest first; ranges that are empty are skipped, however many lie between two stories. */
    public List<Range> all(String edition, int size) {
        Dependencies.on(ReaderChanges.edition(edition));
        var kept = new Kept(edition, size);
        return database.read(read -> {
            long position = Outbox.newest(read);
            var before = known.get(kept);
            var ranges = Optional.ofNullable(before)
                    .filter(one -> position - one.position() <= CHANGES)
                    .flatMap(one -> changed(read, kept, one))
                    .orElseGet(() -> all(read, kept));
            known.put(kept, new Known(position, ranges));
            return List.copyOf(ranges.values());
        });
    }

    /** What was known, with the ranges anew whose stories something has happened to; empty if it happened to more than stories. */
    private static Optional<SortedMap<Long, Range>> changed(Handle read, Kept kept, Known before) {
        var changes = Outbox.after(read, before.position(), CHANGES);
        if (changes.stream().anyMatch(change -> change.story().isEmpty())) {
            return Optional.empty();
        }
        var ranges = new TreeMap<>(before.ranges());
        changes.stream()
                .map(change -> change.story().getAsLong() / kept.size() * kept.size())
                .distinct()
                .forEach(from -> {
                    var first = LiveRangeStore.firstFrom(read, kept.edition(), from);
                    if (first.isPresent() && first.getAsLong() < from + kept.size()) {
                        ranges.put(from, range(read, kept, from));
                    } else {
                        ranges.remove(from);
                    }
                });
        return Optional.of(ranges);
    }

    private static SortedMap<Long, Range> all(Handle read, Kept kept) {
        var ranges = new TreeMap<Long, Range>();
        var next = LiveRangeStore.firstFrom(read, kept.edition(), 0);
        while (next.isPresent()) {
            long from = next.getAsLong() / kept.size() * kept.size();
            ranges.put(from, range(read, kept, from));
            next = LiveRangeStore.firstFrom(read, kept.edition(), from + kept.size());
        }
        return ranges;
    }

    private static Range range(Handle read, Kept kept, long from) {
        return new Range(from, LiveRangeStore.changedAt(read, kept.edition(), from, from + kept.size()));
    }

    /** How many tags, topics or authors have live stories. */
    public long labels(Label.Kind kind, boolean topics, String edition) {
        Dependencies.on(ReaderChanges.edition(edition));
        return database.read(read -> LiveRangeStore.countLabels(read, kind, topics, edition));
    }

    /** Those of them that stand behind the first {@code from}, in the order in which they came to be known: what comes later stands behind them. */
    public List<Label> labels(Label.Kind kind, boolean topics, String edition, long from, int limit) {
        Dependencies.on(ReaderChanges.edition(edition));
        return database.read(read -> {
            var labels = new ArrayList<Label>();
            String after = "";
            long passed = 0;
            while (labels.size() < limit) {
                var page = LiveRangeStore.labels(read, kind, topics, edition, after, LABELS_AT_A_TIME);
                for (var label : page) {
                    if (passed++ >= from && labels.size() < limit) {
                        labels.add(label);
                    }
                }
                if (page.size() < LABELS_AT_A_TIME) {
                    break;
                }
                after = page.getLast().id();
            }
            return labels;
        });
    }

    /** Every place that live stories are about. */
    public List<Place> places(String edition) {
        Dependencies.on(ReaderChanges.edition(edition));
        return database.read(read -> PlaceStore.all(read, edition));
    }

    /** Every day with live stories, oldest first. */
    public List<LocalDate> days(String edition) {
        Dependencies.on(ReaderChanges.edition(edition));
        return database.read(read -> ArchiveStore.all(read, edition));
    }

    /** The live stories of one range, lowest number first. */
    public List<Line> in(String edition, long from, int size) {
        Dependencies.on(ReaderChanges.edition(edition));
        return database.read(read -> {
            var places = new ArrayList<Line>();
            long next = from;
            while (true) {
                var page = LiveRangeStore.places(read, edition, next, from + size, AT_A_TIME);
                places.addAll(page);
                if (page.size() < AT_A_TIME) {
                    return places;
                }
                next = page.getLast().number() + 1;
            }
        });
    }
}
