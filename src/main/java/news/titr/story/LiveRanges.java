package news.titr.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import news.titr.db.Database;

/**
 * Every live story of an edition, in ranges of story numbers: for whoever lists all of them. A range holds at most as many stories as it
 * has numbers, so nothing has to be counted, and no query looks at more than one range.
 */
public final class LiveRanges {

    private static final int AT_A_TIME = 500;

    private final Database database;

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
    public record Place(long number, String headline, Instant changedAt, List<String> pictures) {}

    /** The ranges that hold anything, lowest first; ranges that are empty are skipped, however many lie between two stories. */
    public List<Range> all(String edition, int size) {
        return database.read(read -> {
            var ranges = new ArrayList<Range>();
            var next = LiveRangeStore.firstFrom(read, edition, 0);
            while (next.isPresent()) {
                long from = next.getAsLong() - next.getAsLong() % size;
                ranges.add(new Range(from, LiveRangeStore.changedAt(read, edition, from, from + size)));
                next = LiveRangeStore.firstFrom(read, edition, from + size);
            }
            return ranges;
        });
    }

    /** The live stories of one range, lowest number first. */
    public List<Place> in(String edition, long from, int size) {
        return database.read(read -> {
            var places = new ArrayList<Place>();
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
