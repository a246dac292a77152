package news.titr.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import news.titr.TestDatabase;
import news.titr.World;
import news.titr.db.Database;

/**
 * Makes an archive of any size through the door that importers use, and says how fast it came in. {@code --stories N}
 * (100,000), {@code --to DIR} keeps it in a folder that {@code titr serve --data DIR} shows, {@code --database URL} puts it
 * into another database.
 */
final class DataBench {

    private DataBench() {}

    public static void main(String[] arguments) throws IOException {
        var given = Arrays.asList(arguments);
        int stories = Integer.parseInt(option(arguments, "--stories", "100000"));
        var folder = given.contains("--to") ? Path.of(option(arguments, "--to", "")) : TestDatabase.temporaryFolder();
        Files.createDirectories(folder);
        String url = option(arguments, "--database", Database.sqliteUrl(folder));
        try (var world = new World(Database.open(url))) {
            var archive = new BenchArchive(stories);
            long begin = System.nanoTime();
            long[] last = {begin, 0};
            archive.fill(world, done -> {
                long now = System.nanoTime();
                if (now - last[0] > 10e9 || done == stories) {
                    System.out.printf(
                            "%,9d stories, %,6.0f/s, now %,6.0f/s%n",
                            done, done / ((now - begin) / 1e9), (done - last[1]) / ((now - last[0]) / 1e9));
                    last[0] = now;
                    last[1] = done;
                }
            });
            double rate = stories / ((System.nanoTime() - begin) / 1e9);
            System.out.printf("%,.0f stories a second, %s%n", rate, Target.atLeast(rate, 3_000));
        }
        if (url.startsWith("jdbc:sqlite:")) {
            long bytes = Files.size(folder.resolve("titr.db"));
            System.out.printf("%,d MB in %s, %,d bytes a story%n", bytes >> 20, folder, bytes / stories);
        }
    }

    private static String option(String[] arguments, String name, String usual) {
        int at = Arrays.asList(arguments).indexOf(name);
        return at >= 0 && at + 1 < arguments.length ? arguments[at + 1] : usual;
    }
}
