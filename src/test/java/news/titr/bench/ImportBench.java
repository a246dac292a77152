package news.titr.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import news.titr.TestDatabase;
import news.titr.World;
import news.titr.db.Database;
import news.titr.doc.Block;
import news.titr.doc.Inline;
import news.titr.story.ArchivedStory;
import news.titr.wire.moving.Arrival;

/**
 * Writes an export of WordPress of any size and lets the program take it in with {@code bin/titr import wxr}, as users do; then
 * once more, killed at ten random moments and begun again each time, and compares the two. {@code --posts N} (100,000),
 * {@code --kills N} (10), {@code --to DIR} keeps export and archives there. Java gets as little memory as docs/moving.md says that
 * it needs, unless {@code TITR_JAVA_OPTIONS} says otherwise.
 */
final class ImportBench {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String SMALL = "-Xmx116m";

    private final Path folder;
    private final int posts;

    private ImportBench(Path folder, int posts) {
        this.folder = folder;
        this.posts = posts;
    }

    public static void main(String[] arguments) throws Exception {
        String to = option(arguments, "--to", "");
        var folder = to.isEmpty() ? TestDatabase.temporaryFolder() : Files.createDirectories(Path.of(to));
        var bench = new ImportBench(folder, Integer.parseInt(option(arguments, "--posts", "100000")));
        bench.run(Integer.parseInt(option(arguments, "--kills", "10")));
    }

    private void run(int kills) throws IOException, InterruptedException {
        var export = folder.resolve("export.xml");
        write(export);
        System.out.printf("%,d posts, %,d MB of XML%n", posts, Files.size(export) >> 20);
        var whole = folder.resolve("whole");
        long begin = System.nanoTime();
        var process = start(export, whole);
        long most = 0;
        while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
            most = Math.max(most, resident(process.pid()));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf("%.1f s with start and survey, exit code %d%n", seconds, process.exitValue());
        System.out.printf("%,.0f posts/s: %s%n", posts / seconds, Target.atLeast(posts / seconds, 1_000));
        System.out.printf("%,d MB resident at most: %s%n", most >> 10, Target.atMost(most >> 10, 300));
        if (kills > 0) {
            killed(export, whole, kills, seconds);
        }
    }

    private void killed(Path export, Path whole, int kills, double seconds) throws IOException, InterruptedException {
        var random = new Random(1);
        var resumed = folder.resolve("resumed");
        for (int i = 0; i < kills; i++) {
            var process = start(export, resumed);
            // each run goes a little further than the one before
            Thread.sleep(1_000 + (long) (random.nextDouble() * seconds * 2_000 / kills));
            boolean died = process.isAlive();
            process.destroyForcibly().waitFor();
            System.out.printf(
                    "kill %d: %s%n", i + 1, died ? stories(resumed) + " stories were in" : "had ended before");
        }
        System.out.printf("exit code %d at last%n", start(export, resumed).waitFor());
        System.out.println(everything(whole).equals(everything(resumed)) ? "the same archive" : "NOT THE SAME ARCHIVE");
    }

    private static long stories(Path data) {
        if (!Files.exists(data.resolve("titr.db"))) {
            return 0;
        }
        try (var database = Database.open(Database.sqliteUrl(data))) {
            return database.read(read -> read.createQuery("SELECT COUNT(*) FROM story")
                    .mapTo(Long.class)
                    .one());
        }
    }

    private static List<String> everything(Path data) {
        try (var world = new World(Database.open(Database.sqliteUrl(data)))) {
            return new Arrival(world).whole();
        }
    }

    private static Process start(Path export, Path data) throws IOException {
        var builder = new ProcessBuilder("bin/titr", "import", "wxr", export.toString(), "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling(data.getFileName() + ".log").toFile());
        builder.environment().putIfAbsent("TITR_JAVA_OPTIONS", SMALL);
        return builder.start();
    }

    /** In kB, as Linux tells it; 0 elsewhere. */
    private static long resident(long pid) throws IOException {
        var status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    // ---- the export

    private void write(Path file) throws IOException {
        var archive = new BenchArchive(posts);
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<rss version=\"2.0\"><channel><title>خبر</title>\n"
                    + "<wp:base_blog_url>https://khabar.example</wp:base_blog_url>\n");
            for (int i = 0; i < posts; i++) {
                item(out, i + 1, archive.story(i));
            }
            out.write("</channel></rss>\n");
        }
    }

    private static void item(Writer out, int id, ArchivedStory story) throws IOException {
        var content = story.content();
        String time = TIME.format(story.revisedAt());
        out.write("<item><title>" + content.headline() + "</title><link>https://khabar.example/"
                + time.substring(0, 10).replace('-', '/') + "/khabar-" + id + "/</link>\n");
        out.write(
                "<dc:creator><![CDATA[" + content.authors().getFirst() + "]]></dc:creator><content:encoded><![CDATA[");
        var blocks = new ArrayList<>(content.body().blocks());
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Paragraph(var text)) {
                out.write("<!-- wp:paragraph -->\n<p>"
                        + Inline.text(text).replaceFirst(" ", " <strong>").replaceFirst("\\. |، ", "</strong>، ")
                        + "</p>\n<!-- /wp:paragraph -->\n\n");
            }
            if (i == 2) {
                out.write(
                        "<!-- wp:heading --><h2>میان‌تیتر</h2><!-- /wp:heading -->\n\n<p><a href=\"https://khabar.example/?p="
                                + Math.max(1, id - 7) + "\">بیشتر</a></p>");
            }
        }
        out.write("]]></content:encoded><excerpt:encoded><![CDATA[" + content.lead() + "]]></excerpt:encoded>\n");
        out.write("<wp:post_id>" + id + "</wp:post_id><wp:post_date_gmt>" + time
                + "</wp:post_date_gmt><wp:post_name>khabar-" + id
                + "</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>\n");
        out.write("<category domain=\"category\" nicename=\"" + content.section() + "\">" + content.section()
                + "</category>");
        for (String tag : content.tags()) {
            out.write("<category domain=\"post_tag\" nicename=\"" + tag.replace(' ', '-') + "\"><![CDATA[" + tag
                    + "]]></category>");
        }
        if (id % 10 == 0) {
            out.write(
                    "<wp:comment><wp:comment_id>" + id
                            + "</wp:comment_id><wp:comment_author>خواننده</wp:comment_author>"
                            + "<wp:comment_content>می‌پسندم</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>");
        }
        out.write("</item>\n");
    }

    private static String option(String[] arguments, String name, String usual) {
        int at = Arrays.asList(arguments).indexOf(name);
        return at >= 0 && at + 1 < arguments.length ? arguments[at + 1] : usual;
    }
}
