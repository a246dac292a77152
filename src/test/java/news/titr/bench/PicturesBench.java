package news.titr.bench;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.media.FolderBlobs;
import news.titr.media.MediaOutcome;
import news.titr.media.PictureFiles;
import news.titr.media.PictureLibrary;
import news.titr.media.Pictures;
import news.titr.media.Programs;
import news.titr.people.Actor;

/**
 * How long a picture of 12 million pixels takes to come in (decoded in another process, all plain sizes made), and how
 * many sizes a second are made afterwards; with the JDK alone, and with libvips where it is installed.
 */
public final class PicturesBench {

    private static final int RUNS = 9;

    private PicturesBench() {}

    public static void main(String[] arguments) throws Exception {
        measure("JDK", Programs.NONE);
        var installed = Programs.on(Optional.ofNullable(System.getenv("PATH")).orElse(""));
        if (installed.vips().isPresent()) {
            measure("libvips", installed);
        }
    }

    private static void measure(String name, Programs programs) throws Exception {
        var folder = Files.createTempDirectory("pictures-bench");
        try (var database = Database.open(Database.sqliteUrl(folder))) {
            var clock = Clock.systemUTC();
            var blobs = new FolderBlobs(folder.resolve("blobs"));
            var pictures = new Pictures(database, blobs, clock, programs);
            var library = new PictureLibrary(database, pictures, blobs, new Ids(clock), clock, ZoneOffset.UTC);
            var taken = new double[RUNS];
            for (int run = 0; run < RUNS; run++) {
                var file = Files.write(folder.resolve("photo.jpg"), photo(run));
                long start = System.nanoTime();
                if (!(library.takeIn(new Actor.Technician(), file, "photo.jpg") instanceof MediaOutcome.Done<?>)) {
                    throw new IllegalStateException("The picture was not taken in");
                }
                taken[run] = (System.nanoTime() - start) / 1e6;
            }
            Arrays.sort(taken);
            long before = sizes(database);
            long start = System.nanoTime();
            while (pictures.developNext()) {
                // until nothing is missing
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long made = sizes(database);
            System.out.printf(
                    Locale.ROOT,
                    "%-8s came in: median %6.0f ms, slowest %6.0f ms, with %d sizes each",
                    name,
                    taken[RUNS / 2],
                    taken[RUNS - 1],
                    before / RUNS);
            if (made > before) {
                System.out.printf(Locale.ROOT, "; afterwards %d sizes, %.1f a second", made, made / seconds);
            }
            System.out.println();
        }
    }

    private static long sizes(Database database) {
        return database.read(read -> read.createQuery("SELECT COUNT(*) FROM rendition")
                .mapTo(Long.class)
                .one());
    }

    /** A sky with some noise, as a camera sees it. */
    private static byte[] photo(int seed) {
        var image = new BufferedImage(4000, 3000, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(70, 110, 180), 0, 3000, new Color(230, 190, 150)));
        graphics.fillRect(0, 0, 4000, 3000);
        var random = new Random(seed);
        for (int i = 0; i < 4000; i++) {
            graphics.setColor(new Color(random.nextInt(1 << 24)));
            graphics.fillOval(random.nextInt(4000), random.nextInt(3000), random.nextInt(200), random.nextInt(120));
        }
        graphics.dispose();
        return PictureFiles.written(image, "jpeg");
    }
}
