package news.titr.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import news.titr.World;
import news.titr.db.Database;
import news.titr.language.JalaliDate;
import news.titr.search.Indexing;
import news.titr.search.SearchQuery;
import news.titr.story.Archive;
import news.titr.story.BoardColumn;
import news.titr.story.BoardFilter;
import news.titr.story.LiveStories;
import news.titr.story.PictureUses;
import news.titr.story.Publishing.Seen;

/**
 * Whether anything that readers and editors do every day grows with the archive: one table, a column for each size. {@code --sizes
 * 1000,100000,1000000}; {@code --archives DIR} keeps the archives, so that they are made once (a million stories take some ten
 * minutes and 8 GB).
 */
final class ScaleBench {

    private static final int TIMES = 100;
    private static final int WARMING = 1_500;
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    private final Path folder;
    private final int stories;
    private final Map<String, Double> rows = new LinkedHashMap<>();

    private ScaleBench(Path folder, int stories) {
        this.folder = folder;
        this.stories = stories;
    }

    public static void main(String[] arguments) throws Exception {
        var archives = Path.of(option(arguments, "--archives", "target/archives"));
        var sizes = Arrays.stream(
                        option(arguments, "--sizes", "1000,100000,1000000").split(",", -1))
                .map(Integer::parseInt)
                .toList();
        var columns = new TreeMap<Integer, Map<String, Double>>();
        for (int size : sizes) {
            var bench = new ScaleBench(archives.resolve(Integer.toString(size)), size);
            bench.measure();
            columns.put(size, bench.rows);
        }
        print(columns);
    }

    private static void print(TreeMap<Integer, Map<String, Double>> columns) {
        System.out.printf("%-44s", "");
        columns.keySet().forEach(size -> System.out.printf("%,14d", size));
        System.out.println("  last:first");
        var first = columns.firstEntry().getValue();
        var last = columns.lastEntry().getValue();
        for (String row : first.keySet()) {
            System.out.printf("%-44s", row);
            columns.values().forEach(column -> System.out.printf("%14.2f", column.getOrDefault(row, Double.NaN)));
            double growth = last.getOrDefault(row, Double.NaN) / first.get(row);
            System.out.printf("%12.2f%s%n", growth, row.endsWith("p50") ? "  " + Target.atMost(growth, 1.3) : "");
        }
        var targets = Map.of(
                "search, ms, p50", 5.0,
                "search, ms, p99", 25.0,
                "story page, made, ms, p99", 10.0,
                "publish, ms, p99", 20.0);
        targets.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(target -> say(columns.lastKey(), last, target.getKey(), target.getValue()));
        var hundredThousand = columns.get(100_000);
        if (hundredThousand != null) {
            say(100_000, hundredThousand, "start to first page, s", 1);
            say(100_000, hundredThousand, "memory, MB", 256 * 1.048576);
        }
    }

    private static void say(int size, Map<String, Double> column, String row, double most) {
        double figure = column.getOrDefault(row, Double.NaN);
        System.out.printf("%,d stories, %s: %.2f, %s%n", size, row, figure, Target.atMost(figure, most));
    }

    private void measure() throws Exception {
        Files.createDirectories(folder);
        String url = Database.sqliteUrl(folder);
        boolean there = Files.exists(folder.resolve("titr.db"));
        var search = new ArrayList<String>();
        String deep;
        try (var world = new World(Database.open(url))) {
            if (!there) {
                new PictureUses(world.database).fillOnce();
                world.liveStories.gatherPlacesOnce();
                new BenchArchive(stories).fill(world, _ -> {});
            }
            new Archive(world.database).keep(World.EDITION, TEHRAN);
            deep = deep(world);
            doors(world);
            index(world, search);
        }
        rows.put("disk, MB", Files.size(folder.resolve("titr.db")) / 1e6);
        served(deep);
    }

    /** A page in the middle of a section's list: the 5,000th of a million stories in twelve sections would be behind its end. */
    private static String deep(World world) {
        var section = world.liveStories
                .section(World.EDITION, BenchArchive.section(3))
                .orElseThrow();
        var middle = BenchArchive.NEWEST.minus(Duration.ofDays(2 * 365 + 180));
        var story = world.liveStories
                .list(new LiveStories.Of.InSection(section), new LiveStories.After(middle, Long.MAX_VALUE), 1)
                .getFirst();
        return "/section/" + section.slug() + "?after="
                + story.firstReleasedAt().toEpochMilli() + "-" + story.number();
    }

    private void doors(World world) {
        world.clock.forward(
                Duration.between(world.clock.instant(), InstantSource.system().instant()));
        quantiles("publish, ms", TIMES, i -> {
            var story = world.draft(World.bridgeReopens().withSection(BenchArchive.section(i % 12)));
            long begin = System.nanoTime();
            World.done(world.publishing.publish(world.technician, story.number(), Seen.of(story)));
            return System.nanoTime() - begin;
        });
        var columns = Arrays.asList(BoardColumn.values());
        quantiles("desk board, ms", TIMES, _ -> {
            long begin = System.nanoTime();
            world.board.sight(BoardFilter.EVERYTHING, columns, TEHRAN, 20);
            return System.nanoTime() - begin;
        });
    }

    private void index(World world, List<String> words) {
        try (var indexing = new Indexing(world.database, world.liveStories, folder.resolve("search"), _ -> {})) {
            boolean there = Files.exists(folder.resolve("search/current"));
            long begin = System.nanoTime();
            indexing.run();
            rows.put(there ? "search index caught up, s" : "search index made, s", (System.nanoTime() - begin) / 1e9);
            var random = new Random(7);
            var seen = new LinkedHashSet<String>();
            var some = world.liveStories.list(new LiveStories.Of.Edition(World.EDITION), LiveStories.After.START, 400);
            while (seen.size() < 300) {
                var parts = some.get(random.nextInt(some.size())).headline().split("\\s+", -1);
                int from = random.nextInt(parts.length);
                seen.add(String.join(
                        " ", Arrays.copyOfRange(parts, from, Math.min(parts.length, from + 1 + random.nextInt(3)))));
            }
            words.addAll(seen);
            var index = indexing.index().orElseThrow();
            IntFunction<Long> once = i -> {
                long start = System.nanoTime();
                index.search(SearchQuery.of(World.EDITION, words.get(i % words.size()), 20));
                return System.nanoTime() - start;
            };
            quantiles("search, the first time, ms", words.size(), once);
            quantiles("search, ms", words.size(), once);
        }
    }

    private void served(String deep) throws IOException {
        long begin = System.nanoTime();
        var home = new Home(folder, Map.of());
        try (var titr = TitrProcess.serve(home)) {
            titr.get("/");
            rows.put("start to first page, s", (System.nanoTime() - begin) / 1e9);
            // a server is asked for other stories than these before anything counts: Java is slow with what it does
            // first
            for (int i = 0; i < WARMING; i++) {
                String other = titr.get("/news/" + story(100 + i))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
                titr.get(other + (i < stories - 100 ? "" : "?"));
            }
            quantiles(
                    "story page, made, ms",
                    TIMES,
                    i -> get(
                            titr,
                            titr.get("/news/" + story(i))
                                    .headers()
                                    .firstValue("Location")
                                    .orElseThrow()));
            String kept = titr.get("/news/" + story(1))
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            quantiles("story page, kept, ms", TIMES, _ -> get(titr, kept));
            // a query that no page of the site writes is answered anew each time
            Map.of(
                            "front page, made, ms", "/?",
                            "section, page 1, made, ms", "/section/section-4?",
                            "section, in the middle, made, ms", deep + "&",
                            "archive month, made, ms", "/archive/" + month() + "?",
                            "feed, made once, ms", "/rss.xml?",
                            "sitemap index, ms", "/sitemap.xml?",
                            "search page, ms", "/search?q=%D8%B4%D9%87%D8%B1&")
                    .entrySet()
                    .stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(page -> quantiles(page.getKey(), TIMES, i -> get(titr, page.getValue() + "n=" + i)));
            rows.put("memory, MB", titr.residentBytes() / 1e6);
        }
    }

    private long story(int i) {
        return 1001 + (i * 7919L) % stories;
    }

    private static String month() {
        var date = JalaliDate.of(
                BenchArchive.NEWEST.minus(Duration.ofDays(400)).atZone(TEHRAN).toLocalDate());
        return "%d/%02d".formatted(date.year(), date.month());
    }

    private static long get(TitrProcess titr, String path) {
        long begin = System.nanoTime();
        var answer = titr.getBytes(path, "Accept-Encoding", "gzip");
        long took = System.nanoTime() - begin;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " for " + path);
        }
        return took;
    }

    private void quantiles(String name, int times, IntFunction<Long> nanos) {
        var took = new ArrayList<Long>();
        for (int i = 0; i < times; i++) {
            took.add(nanos.apply(i));
        }
        took.sort(null);
        rows.put(name + ", p50", took.get(times / 2) / 1e6);
        rows.put(name + ", p99", took.get(times * 99 / 100) / 1e6);
    }

    private static String option(String[] arguments, String name, String usual) {
        int at = Arrays.asList(arguments).indexOf(name);
        return at >= 0 && at + 1 < arguments.length ? arguments[at + 1] : usual;
    }
}
