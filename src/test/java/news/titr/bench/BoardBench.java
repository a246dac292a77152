package news.titr.bench;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import news.titr.World;
import news.titr.db.Database;
import news.titr.story.BoardColumn;
import news.titr.story.BoardFilter;

/**
 * How long the first sight of the board takes with many stories, from the question to the cards of every column.
 * {@code --stories N} (100,000) and {@code --database URL} (a fresh SQLite file) change what is measured.
 */
public final class BoardBench {

    private static final int CARDS = 20;
    private static final int LOOKS = 200;
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    private BoardBench() {}

    public static void main(String[] arguments) {
        var given = Arrays.asList(arguments);
        int stories =
                given.contains("--stories") ? Integer.parseInt(given.get(given.indexOf("--stories") + 1)) : 100_000;
        String url = given.contains("--database")
                ? given.get(given.indexOf("--database") + 1)
                : Database.sqliteUrl(news.titr.TestDatabase.temporaryFolder());
        try (var world = new World(Database.open(url))) {
            long begin = System.nanoTime();
            // most of a newspaper's stories have been read long ago; some hundreds are in the making
            new BenchArchive(stories).fill(world, _ -> {});
            for (int i = 0; i < Math.min(500, stories / 50); i++) {
                world.draft(World.bridgeReopens());
            }
            System.out.printf("%d stories in %.0f s%n", stories, (System.nanoTime() - begin) / 1e9);
            measure("everything", world, BoardFilter.EVERYTHING);
        }
    }

    private static void measure(String name, World world, BoardFilter filter) {
        var columns = Arrays.asList(BoardColumn.values());
        var millis = new ArrayList<Double>();
        for (int i = 0; i < LOOKS; i++) {
            long begin = System.nanoTime();
            var sight = world.board.sight(filter, columns, TEHRAN, CARDS);
            millis.add((System.nanoTime() - begin) / 1e6);
            if (sight.columns().size() != columns.size()) {
                throw new IllegalStateException(sight.toString());
            }
        }
        millis.sort(null);
        System.out.printf(
                "%-12s slowest %6.1f ms, p50 %6.1f ms, p95 %6.1f ms%n",
                name, millis.getLast(), millis.get(LOOKS / 2), millis.get(LOOKS * 95 / 100));
    }
}
