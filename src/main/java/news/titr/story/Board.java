package news.titr.story;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.titr.db.Database;
import news.titr.db.Outbox;
import org.jdbi.v3.core.Handle;

/** What stands where in the newsroom: columns of cards, read a page at a time by key. */
public final class Board {

    /** How far a column is counted; what is more is said to be more. */
    public static final int COUNTED = 200;

    /** As many entries as are looked back at. */
    public static final int AT_ONCE = 500;

    /** So many live stories are found by their words; whoever looks for an older one knows more words. */
    private static final int FOUND = 1_000;

    private final Database database;
    private final InstantSource clock;
    private final LiveWords live;

    public Board(Database database, InstantSource clock, LiveWords live) {
        this.database = database;
        this.clock = clock;
        this.live = live;
    }

    /** Finds live stories by all that is written in them; without it, or while it cannot, headlines are looked through. */
    @FunctionalInterface
    public interface LiveWords {

        LiveWords NONE = (_, _) -> Optional.empty();

        /** The live stories of all editions that have these words, the newest first; empty while there is nothing to look in. */
        Optional<List<Long>> having(String words, int most);
    }

    /** The last card that was seen of a column. */
    public record After(long position, long story) {
        public static final After START = new After(Long.MIN_VALUE, 0);

        public static After of(Card card) {
            return new After(card.position(), card.number());
        }
    }

    /**
     * A page of a column.
     *
     * @param count how many stories the column holds, at most {@link #COUNTED}
     */
    public record Column(BoardColumn column, List<Card> cards, Optional<After> next, int count) {}

    /**
     * The board at one moment.
     *
     * @param position how far the outbox had come: what happens later is told after it
     */
    public record Sight(List<Column> columns, long position) {}

    /** The first page of these columns. */
    public Sight sight(BoardFilter filter, List<BoardColumn> columns, ZoneId zone, int limit) {
        return database.read(read -> {
            var found = found(read, filter);
            return new Sight(
                    columns.stream()
                            .map(column ->
                                    BoardStore.column(read, column, filter, found, today(zone), After.START, limit))
                            .toList(),
                    Outbox.newest(read));
        });
    }

    /** The page of a column after a card. */
    public Column column(BoardColumn column, BoardFilter filter, ZoneId zone, After after, int limit) {
        return database.read(
                read -> BoardStore.column(read, column, filter, found(read, filter), today(zone), after, limit));
    }

    /** Those of these stories that the filter lets through, in no order. */
    public List<Card> cards(List<Long> numbers, BoardFilter filter, ZoneId zone) {
        return database.read(read -> BoardStore.cards(read, numbers, filter, found(read, filter), today(zone)));
    }

    /** How many stories stand in each column, each at most {@link #COUNTED}. */
    public Map<BoardColumn, Integer> counts(BoardFilter filter, List<BoardColumn> columns, ZoneId zone) {
        return database.read(read -> {
            var found = found(read, filter);
            var counts = new EnumMap<BoardColumn, Integer>(BoardColumn.class);
            columns.forEach(column -> counts.put(column, BoardStore.count(read, column, filter, found, today(zone))));
            return counts;
        });
    }

    public Optional<Card> card(long number) {
        return database.read(read -> BoardStore.card(read, number));
    }

    public Work work(long number) {
        return database.read(read -> WorkStore.work(read, number));
    }

    /** How a story was handed on, newest first. */
    public List<StageMove> moves(long number, int limit) {
        return database.read(read -> WorkStore.moves(read, number, limit));
    }

    /** What has happened since a position of the outbox. */
    public List<Outbox.Entry> since(long position) {
        return database.read(read -> Outbox.after(read, position, AT_ONCE));
    }

    /** Makes the cards of stories that have none, as after an update of the program; answers how many. */
    public int complete() {
        int made = 0;
        while (true) {
            var missing = database.read(read -> CardStore.without(read, AT_ONCE));
            if (missing.isEmpty()) {
                return made;
            }
            database.write(write -> {
                missing.forEach(number -> CardStore.refresh(write, number));
                return null;
            });
            made += missing.size();
        }
    }

    /** Makes every card anew. */
    public int rebuild() {
        database.write(write -> {
            CardStore.forget(write);
            return null;
        });
        return complete();
    }

    /** The live stories that the filter's words lead to; empty where headlines are to be looked through. */
    private Optional<List<Long>> found(Handle read, BoardFilter filter) {
        // the best of a time would have to be looked for among all
        return filter.words().isBlank()
                        || filter.from().isPresent()
                        || filter.until().isPresent()
                ? Optional.empty()
                : live.having(filter.words(), FOUND)
                        .map(found -> Stream.of(
                                        filter.number().stream(),
                                        BoardStore.newerDrafts(read, filter, FOUND).stream(),
                                        found.stream())
                                .flatMap(numbers -> numbers)
                                .distinct()
                                .toList());
    }

    private Instant today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone).atStartOfDay(zone).toInstant();
    }
}
