package news.titr.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import news.titr.TestDatabase;
import news.titr.World;
import news.titr.archive.ArchiveProblem;
import news.titr.archive.WxrExport;
import news.titr.media.Asset;
import news.titr.media.PictureFiles;
import news.titr.people.Actor;
import news.titr.story.Drafting;
import news.titr.story.Publishing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports where the disk is full, where nothing may be written, and where somebody pulls the plug. */
@Tag("database")
final class ExportFailuresTest {

    @TempDir
    Path folder;

    private final String database = TestDatabase.url();
    private final List<Path> mounted = new ArrayList<>();

    @AfterEach
    void unmount() throws Exception {
        for (var place : mounted) {
            run("umount", "-l", place.toString());
        }
    }

    private Newspaper newspaper() {
        return Newspaper.open(
                Settings.load(folder.resolve("data"), Map.of("TITR_DATABASE_URL", database)), Clock.systemUTC());
    }

    /** A newspaper with a picture that is larger than the small disk. */
    private Newspaper filled() throws IOException {
        var newspaper = newspaper();
        var technician = new Actor.Technician();
        for (int i = 0; i < 5; i++) {
            var draft = World.done(
                    newspaper.drafting.begin(technician, Drafting.Beginning.in(World.EDITION), World.bridgeCloses()));
            World.done(newspaper.publishing.publish(technician, draft.number(), Publishing.Seen.of(draft)));
        }
        var noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        var asset = newspaper.pictures.addDrawn("bridge", PictureFiles.jpeg(640, 480), Asset.Description.NONE);
        // as damaged files are: it goes along, and is named
        Files.write(blob(asset.original().blob()), noise);
        return newspaper;
    }

    private Path blob(String key) throws IOException {
        try (var files = Files.walk(folder.resolve("data"))) {
            return files.filter(file -> file.getFileName().toString().contains(key.substring(4)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    /** A disk in memory; whoever may not mount one leaves these tests out. */
    private Path disk(String options) throws IOException, InterruptedException {
        var place = Files.createDirectory(folder.resolve("disk-" + mounted.size()));
        boolean works;
        try {
            works = run("mount", "-t", "tmpfs", "-o", options, "tmpfs", place.toString()) == 0;
        } catch (IOException e) {
            works = false;
        }
        assumeTrue(works, "nobody but root mounts a disk");
        mounted.add(place);
        return place;
    }

    private static void out(Newspaper newspaper, Path to, boolean overwrite) {
        Moving.out(newspaper, Map.of(), "titr test", to, overwrite, (_, _, _) -> {});
    }

    private static String oneLine(RuntimeException problem) {
        String message = String.valueOf(problem.getMessage());
        assertEquals(1, message.lines().count(), message);
        return message;
    }

    @Test
    void a_full_disk_gives_one_line_and_leaves_what_was_there() throws Exception {
        var disk = disk("size=400k");
        try (var newspaper = filled()) {
            var before = disk.resolve("before.zip");
            Files.writeString(before, "the one before");
            var problem = assertThrows(ArchiveProblem.class, () -> out(newspaper, before, true));
            assertTrue(oneLine(problem).contains("No space left"), problem.getMessage());
            assertTrue(problem.getMessage().contains(before.toString()), problem.getMessage());
            assertEquals("the one before", Files.readString(before));
            assertEquals(List.of("before.zip"), names(disk), "nothing is left of what was not finished");

            var tiny = disk("size=8k");
            var wxr = assertThrows(ArchiveProblem.class, () -> wxr(newspaper, tiny.resolve("site.xml")));
            assertTrue(oneLine(wxr).contains("No space left"), wxr.getMessage());
            assertEquals(List.of(), names(tiny));

            var site = disk.resolve("site");
            var pages = assertThrows(
                    Settings.WrongSetting.class, () -> StaticSite.write(newspaper, site, false, (_, _, _) -> {}));
            assertTrue(oneLine(pages).contains("No space left"), pages.getMessage());
            assertTrue(pages.getMessage().contains("not the whole site"), pages.getMessage());
        }
    }

    @Test
    void where_nothing_may_be_written_one_line_says_so() throws Exception {
        try (var newspaper = filled()) {
            var nowhere =
                    assertThrows(ArchiveProblem.class, () -> out(newspaper, folder.resolve("nowhere/a.zip"), false));
            assertTrue(oneLine(nowhere).contains("there is no folder"), nowhere.getMessage());
            Files.createDirectory(folder.resolve("a.zip"));
            for (boolean overwrite : List.of(true, false)) {
                var place =
                        assertThrows(ArchiveProblem.class, () -> out(newspaper, folder.resolve("a.zip"), overwrite));
                assertTrue(oneLine(place).contains("is a folder"), place.getMessage());
            }
            Files.writeString(folder.resolve("file"), "");
            var file = assertThrows(ArchiveProblem.class, () -> out(newspaper, folder.resolve("file/a.zip"), false));
            assertTrue(oneLine(file).contains("Not a directory"), file.getMessage());
            var readOnly = disk("size=8k,ro");
            for (var to : List.of(readOnly.resolve("a.zip"), readOnly.resolve("a.xml"))) {
                var closed = assertThrows(ArchiveProblem.class, () -> {
                    if (to.toString().endsWith(".zip")) {
                        out(newspaper, to, false);
                    } else {
                        wxr(newspaper, to);
                    }
                });
                assertTrue(oneLine(closed).contains("Read-only file system"), closed.getMessage());
            }
            var site = assertThrows(
                    Settings.WrongSetting.class,
                    () -> StaticSite.write(newspaper, readOnly.resolve("site"), false, (_, _, _) -> {}));
            assertTrue(oneLine(site).contains("Read-only file system"), site.getMessage());
        }
    }

    /** The file of a picture is a pipe that nobody writes to, so that the export stands in its middle until it is killed. */
    @Test
    void an_export_that_is_killed_leaves_no_archive_and_the_next_one_is_whole() throws Exception {
        Path picture;
        byte[] content;
        try (var newspaper = filled()) {
            picture = blob(
                    newspaper.pictures.find("bridge").orElseThrow().original().blob());
            content = Files.readAllBytes(picture);
        }
        Files.delete(picture);
        assumeTrue(run("mkfifo", picture.toString()) == 0, "there are no pipes with names here");
        var archive = folder.resolve("killed.zip");
        var export = titr(
                "export",
                "--to",
                archive.toString(),
                "--data",
                folder.resolve("data").toString());
        try {
            // the start of a program takes its time on a busy machine
            for (int i = 0; i < 1_200 && export.isAlive() && !said().contains("Pictures"); i++) {
                export.waitFor(50, TimeUnit.MILLISECONDS);
            }
            assertTrue(export.isAlive() && said().contains("Pictures"), "it stands at the picture: " + said());
        } finally {
            export.destroyForcibly().waitFor();
        }
        assertFalse(Files.exists(archive));
        Files.delete(picture);
        Files.write(picture, content);
        try (var newspaper = newspaper()) {
            out(newspaper, archive, false);
        }
        try (var zip = new ZipFile(archive.toFile())) {
            assertTrue(zip.getEntry("manifest.json") != null);
        }
        assertTrue(
                names(folder).stream().noneMatch(name -> name.endsWith(".part")),
                names(folder).toString());
    }

    /** Folders that are named from where one stands, and the one in which one stands: programs that look at pictures stand elsewhere. */
    @Test
    void a_newspaper_moves_between_folders_that_are_named_from_where_one_stands() throws Exception {
        try (var newspaper = filled()) {
            newspaper.pictures.addDrawn("river", PictureFiles.jpeg(1280, 720), Asset.Description.NONE);
        }
        var theme = Files.createDirectories(folder.resolve("data/themes/own"));
        Files.writeString(theme.resolve("theme.css"), ":root {}");
        assertEquals(0, titr("export", "--to", "moved.zip", "--data", "data").waitFor(), said());
        Files.createDirectory(folder.resolve("other"));
        var other = new ProcessBuilder(command("import", "archive", "../moved.zip", "--data", "."))
                .directory(folder.resolve("other").toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        String there = TestDatabase.url();
        other.environment().put("TITR_DATABASE_URL", there);
        assertEquals(0, other.start().waitFor(), said());
        assertEquals(":root {}", Files.readString(folder.resolve("other/themes/own/theme.css")));
        assertFalse(said().contains("is there already"), said());
        var settings = Settings.load(folder.resolve("other"), Map.of("TITR_DATABASE_URL", there));
        try (var newspaper = Newspaper.open(settings, Clock.systemUTC())) {
            var river = newspaper.pictures.find("river").orElseThrow();
            assertFalse(river.renditions().isEmpty(), said());
        }
    }

    private static List<String> command(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(part -> Path.of(part).toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator)),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The program, as somebody starts it who stands in the folder. */
    private Process titr(String... arguments) throws IOException {
        var process = new ProcessBuilder(command(arguments))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        process.environment().put("TITR_DATABASE_URL", database);
        return process.start();
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("said"));
        } catch (IOException e) {
            return "";
        }
    }

    private static void wxr(Newspaper newspaper, Path to) {
        new WxrExport(
                        newspaper.liveStories,
                        newspaper.liveRanges,
                        newspaper.staticPages,
                        newspaper.pictures,
                        newspaper.siteKeeping.edition(World.EDITION))
                .write(to, false, (_, _, _) -> {});
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
