package news.titr.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import news.titr.TestDatabase;
import news.titr.World;
import news.titr.db.Database;
import news.titr.feed.ArchivedStories;
import news.titr.feed.Schemas;
import news.titr.language.Language;
import news.titr.media.FolderBlobs;
import news.titr.media.Pictures;
import news.titr.media.Programs;
import news.titr.story.LiveStories;
import news.titr.story.Masthead;
import news.titr.story.SiteSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Everything goes out, and comes in again as it was. */
@Tag("database")
final class ArchiveTest {

    private static final Progress SILENT = (_, _, _) -> {};

    private static final SiteSettings SETTINGS = SiteSettings.of(
            new Masthead("کرانه", "", World.SITE, ZoneId.of("Asia/Tehran"), Language.PERSIAN, List.of()));

    private final Path folder = TestDatabase.temporaryFolder();
    private final List<AutoCloseable> open = new ArrayList<>();

    /** A newspaper and its files. */
    private record Place(Database database, FolderBlobs blobs, Path folder) {
        ArchiveExport.Written export(Path to) {
            return export(to, told());
        }

        ArchiveExport.Written export(Path to, ArchiveExport.Told told) {
            return new ArchiveExport(database, blobs, () -> World.MORNING, "titr test")
                    .write(to, false, List.of(extra()), told, SILENT);
        }

        ArchiveExport.Told told() {
            return new ArchivedStories(
                    () -> SETTINGS,
                    new LiveStories(database),
                    new Pictures(database, blobs, () -> World.MORNING, Programs.NONE),
                    () -> World.MORNING,
                    (blob, mediaType) -> "../" + ArchiveExport.path(blob, mediaType))::ninjs;
        }

        private static ArchiveExport.Extra extra() {
            return new ArchiveExport.Extra(
                    "themes/آبی/theme.css", () -> new ByteArrayInputStream("a {}".getBytes(StandardCharsets.UTF_8)));
        }

        void take(Path archive) {
            new ArchiveImport(database, blobs, () -> World.MORNING, folder)
                    .take(archive, "settings", (_, _) -> {}, SILENT);
        }
    }

    @AfterEach
    void close() throws Exception {
        for (var one : open) {
            one.close();
        }
    }

    private Place place(String name, String url) {
        var database = Database.open(url);
        open.add(database);
        var own = folder.resolve(name);
        return new Place(database, new FolderBlobs(own.resolve("blobs")), own);
    }

    private Place empty(String name) {
        return place(name, TestDatabase.url());
    }

    private Place rich() {
        var place = empty("rich");
        RichNewspaper.fill(new World(place.database), place.blobs);
        return place;
    }

    @Test
    void every_table_and_every_column_is_decided_about() {
        var schema = empty("schema").database.read(ArchiveStore::schema);
        schema.keySet().removeIf(table -> table.startsWith("flyway") || table.startsWith("sqlite"));
        var decided = new TreeMap<String, List<String>>();
        for (var table : ArchiveTables.ALL) {
            var columns = new TreeSet<String>();
            table.columns().forEach(column -> columns.add(column.name()));
            if (table.hasStoryColumn()) {
                columns.add("story");
            }
            ArchiveTables.COLUMNS_LEFT_OUT.keySet().stream()
                    .filter(column -> column.startsWith(table.name() + "."))
                    .forEach(column -> columns.add(column.substring(table.name().length() + 1)));
            decided.put(table.name(), List.copyOf(columns));
        }
        for (var table : schema.entrySet()) {
            if (ArchiveTables.TABLES_LEFT_OUT.containsKey(table.getKey())) {
                continue;
            }
            assertEquals(
                    List.copyOf(new TreeSet<>(table.getValue())),
                    decided.get(table.getKey()),
                    "Say in ArchiveTables what becomes of the columns of " + table.getKey());
        }
        var named = new HashSet<>(decided.keySet());
        named.addAll(ArchiveTables.TABLES_LEFT_OUT.keySet());
        assertEquals(schema.keySet(), new TreeSet<>(named), "ArchiveTables names the tables that there are");
    }

    @Test
    void what_goes_out_comes_in_and_goes_out_the_same() throws IOException {
        // from SQLite to the other engine where there is one, and back
        var rich = place("rich", sqlite("rich"));
        RichNewspaper.fill(new World(rich.database), rich.blobs);
        for (var table : ArchiveTables.ALL) {
            assertTrue(
                    rich.database.read(read -> ArchiveStore.count(read, table)) > 0,
                    "The newspaper of the test has nothing in " + table.name());
        }
        var first = folder.resolve("first.zip");
        rich.export(first);
        var again = folder.resolve("again.zip");
        rich.export(again);
        assertEquals(-1, Files.mismatch(first, again), "two exports of the same moment are the same");

        var second = empty("second");
        second.take(first);
        assertEquals(rows(rich.database), rows(second.database));
        second.export(folder.resolve("second.zip"));
        assertEquals(-1, Files.mismatch(first, folder.resolve("second.zip")));

        var third = place("third", sqlite("third"));
        third.take(folder.resolve("second.zip"));
        assertEquals(rows(rich.database), rows(third.database));
        third.export(folder.resolve("third.zip"));
        assertEquals(-1, Files.mismatch(first, folder.resolve("third.zip")));
    }

    private String sqlite(String name) throws IOException {
        return Database.sqliteUrl(Files.createDirectories(folder.resolve(name)));
    }

    @Test
    void every_story_that_readers_have_is_there_in_ninjs_which_is_what_its_schema_says() throws IOException {
        var place = rich();
        var archive = folder.resolve("ninjs.zip");
        var written = place.export(archive);
        long live = place.database.read(read -> read.createQuery("SELECT COUNT(*) FROM story WHERE release = 'live'")
                .mapTo(Long.class)
                .one());
        assertEquals(live, written.counts().get("ninjs"));
        var pictures = new ArrayList<String>();
        try (var zip = new ZipFile(archive.toFile())) {
            var file = zip.getEntry("ninjs/000001000.jsonl");
            var lines = new String(zip.getInputStream(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertEquals(live, lines.size());
            for (String line : lines) {
                assertEquals(List.of(), Schemas.ninjs(line.getBytes(StandardCharsets.UTF_8)), line);
                new ObjectMapper()
                        .readTree(line)
                        .path("associations")
                        .forEach(picture ->
                                pictures.add(picture.at("/renditions/0/href").asText()));
            }
            assertFalse(pictures.isEmpty(), "one of the stories has a picture");
            for (String address : pictures) {
                assertTrue(zip.getEntry(address.replaceFirst("^\\.\\./", "")) != null, address);
            }
        }
    }

    @Test
    void what_happens_during_the_export_is_in_none_of_its_files() throws Exception {
        var place = rich();
        var world = new World(place.database);
        var archive = folder.resolve("moment.zip");
        var told = place.told();
        var changing = new AtomicBoolean();
        var written = place.export(archive, number -> {
            if (!changing.getAndSet(true)) {
                var other = Thread.ofPlatform().start(() -> world.published(World.bridgeCloses()));
                try {
                    other.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return told.ninjs(number);
        });
        var again = place.export(folder.resolve("moment-after.zip"));
        assertEquals(written.counts().get("ninjs") + 1, again.counts().get("ninjs"));
        assertEquals(written.counts().get("stories") + 1, again.counts().get("stories"));
        try (var zip = new ZipFile(archive.toFile())) {
            for (String path : List.of("stories/000001000.jsonl", "ninjs/000001000.jsonl")) {
                String text = new String(zip.getInputStream(zip.getEntry(path)).readAllBytes(), StandardCharsets.UTF_8);
                assertFalse(text.contains("https://news.example.org/1005"), path);
            }
        }
    }

    /** Every exported row of every table. */
    private static Map<String, List<String>> rows(Database database) {
        return database.read(read -> {
            var all = new LinkedHashMap<String, List<String>>();
            for (var table : ArchiveTables.ALL) {
                var rows = new ArrayList<String>();
                try (var found = ArchiveStore.rows(read, database.engine(), table)) {
                    found.forEachRemaining(row -> rows.add(row.story() + Arrays.toString(row.values())));
                }
                all.put(table.name(), rows);
            }
            return all;
        });
    }

    @Test
    void no_secret_is_in_it_and_text_is_as_it_was_written() throws IOException {
        var archive = folder.resolve("secrets.zip");
        rich().export(archive);
        var all = new StringBuilder();
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : zip.stream().toList()) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
            var people =
                    new String(zip.getInputStream(zip.getEntry("people.jsonl")).readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(people.contains("sara@example.org"), people);
        }
        for (String secret : List.of("argon2id", "SECRET32", "SECRETKEY")) {
            assertFalse(all.toString().contains(secret), secret);
        }
        assertTrue(all.toString().contains("باز می‌شود"), "the half-space is there");
        assertTrue(all.toString().contains("\"firstReleasedAt\":\"2025-01-20T04:40:00Z\""), "times are ISO 8601");
    }

    @Test
    void a_file_that_is_there_stays_and_a_newspaper_that_is_not_empty_takes_nothing_in() throws IOException {
        var rich = rich();
        var archive = folder.resolve("there.zip");
        rich.export(archive);
        var there = assertThrows(ArchiveProblem.class, () -> rich.export(archive));
        assertTrue(there.getMessage().contains("--overwrite"), there.getMessage());
        var full = assertThrows(ArchiveProblem.class, () -> rich.take(archive));
        assertTrue(full.getMessage().contains("not empty"), full.getMessage());
        try (var left = Files.list(folder)) {
            assertTrue(left.noneMatch(file -> file.toString().endsWith(".part")));
        }
    }

    @Test
    void archives_that_are_none_give_one_clear_line_and_leave_nothing() throws IOException {
        var archive = folder.resolve("good.zip");
        rich().export(archive);
        byte[] good = Files.readAllBytes(archive);
        assertRefused("cut off", Arrays.copyOf(good, good.length / 2));
        assertRefused("no zip file", "<html>".getBytes(StandardCharsets.UTF_8));
        assertRefused("manifest.json", changed(archive, "manifest.json", null));
        assertRefused(
                "version 2",
                changed(archive, "manifest.json", text -> text.replace("\"version\" : 1", "\"version\" : 2")));
        assertRefused("damaged", changed(archive, "people.jsonl", text -> text.replace("sara@", "lara@")));
        assertRefused("damaged", changed(archive, "people.jsonl", text -> text + " "));
        assertRefused("missing", changed(archive, "people.jsonl", null));
        assertRefused("does not name", changed(archive, "../../etc/passwd", _ -> "root"));
        assertRefused(
                "no archive has",
                changed(archive, "manifest.json", text -> text.replace("\"people.jsonl\"", "\"../people.jsonl\"")));
        assertRefused("unpack to", bomb());
        assertRefused(
                "no time",
                changed(
                        archive,
                        "manifest.json",
                        text -> text.replace("\"exportedAt\" : \"2", "\"exportedAt\" : \"x")));
        assertRefused("damaged", changed(archive, "manifest.json", text -> text.substring(0, text.length() / 2)));
        assertRefused("damaged", changed(archive, "manifest.json", text -> "[".repeat(5_000)));
    }

    /** Wherever it was cut off, and whichever of its bytes was lost: one line, and nothing is there; or all of it. */
    @Test
    void a_damaged_archive_is_refused_in_one_line_or_comes_in_whole() throws IOException {
        var rich = rich();
        var archive = folder.resolve("whole.zip");
        rich.export(archive);
        byte[] whole = Files.readAllBytes(archive);
        var random = new Random(7);
        var place = empty("damaged");
        for (int i = 0; i < 60; i++) {
            byte[] damaged = i % 3 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int flips = random.nextInt(4); flips >= 0 && damaged.length > 0 && i % 3 != 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            var file = Files.write(folder.resolve("damaged.zip"), damaged);
            try {
                place.take(file);
                assertEquals(rows(rich.database), rows(place.database), "damage " + i);
                place = empty("damaged-" + i);
            } catch (ArchiveProblem problem) {
                String message = problem.getMessage();
                assertEquals(1, message.lines().count(), message);
                assertEquals(List.of(), place.database.read(ArchiveStore::filled));
            }
        }
    }

    private void assertRefused(String word, byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("bad.zip"), bytes);
        var place = empty("bad-" + System.nanoTime());
        var problem = assertThrows(ArchiveProblem.class, () -> place.take(file), word);
        assertTrue(problem.getMessage().contains(word), problem.getMessage());
        assertEquals(1, problem.getMessage().lines().count());
        assertEquals(List.of(), place.database.read(ArchiveStore::filled));
    }

    private interface Change {
        String of(String text);
    }

    /** The archive with one file changed, taken out, or added. */
    private static byte[] changed(Path archive, String path, @org.jspecify.annotations.Nullable Change change)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipFile(archive.toFile());
                var out = new ZipOutputStream(bytes)) {
            for (var entry : zip.stream().toList()) {
                byte[] content = zip.getInputStream(entry).readAllBytes();
                if (!entry.getName().equals(path)) {
                    put(out, entry.getName(), content);
                } else if (change != null) {
                    put(
                            out,
                            path,
                            change.of(new String(content, StandardCharsets.UTF_8))
                                    .getBytes(StandardCharsets.UTF_8));
                }
            }
            if (zip.getEntry(path) == null && change != null) {
                put(out, path, change.of("").getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static void put(OutputStream out, String path, byte[] content) throws IOException {
        var zip = (ZipOutputStream) out;
        zip.putNextEntry(new ZipEntry(path));
        zip.write(content);
        zip.closeEntry();
    }

    /** 300 MB of nothing. */
    private static byte[] bomb() throws IOException {
        int size = 300 << 20;
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("audit.jsonl"));
            var nothing = new byte[1 << 20];
            for (int i = 0; i < size >> 20; i++) {
                out.write(nothing);
            }
            out.closeEntry();
            put(
                    out,
                    "manifest.json",
                    ("{\"format\":\"titr-archive\",\"version\":1,\"exportedAt\":\"2025-01-20T04:40:00Z\",\"files\":[{\"path\":"
                                    + "\"audit.jsonl\",\"size\":" + size + ",\"sha256\":\"\"}]}")
                            .getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
