package news.titr.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import news.titr.TestDatabase;
import news.titr.World;
import news.titr.people.Actor;
import news.titr.people.Role;
import news.titr.story.Drafting;
import news.titr.story.Publishing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newspaper moves from one data folder to another, with its settings, its themes, and what is derived. */
@Tag("database")
final class MovingTest {

    @TempDir
    Path folder;

    private final Actor technician = new Actor.Technician();

    @Test
    void a_newspaper_is_the_same_in_another_folder_and_readers_have_it_at_once() throws IOException {
        var old = Files.createDirectories(folder.resolve("old"));
        Files.writeString(old.resolve(Settings.FILE), """
                site.name = روزنامهٔ پل
                site.base-url = https://news.example.org
                mail.host = mail.example.org
                mail.from = news@example.org
                mail.password = secret-of-the-mail
                """);
        Files.createDirectories(old.resolve("themes/own"));
        Files.writeString(old.resolve("themes/own/theme.css"), ":root {}");
        var first = folder.resolve("first.zip");
        long number;
        var oldDatabase = environment();
        try (var newspaper = Newspaper.open(Settings.load(old, oldDatabase), Clock.systemUTC())) {
            newspaper.people.add("sara@example.org", "سارا", Role.REPORTER);
            var draft = World.done(
                    newspaper.drafting.begin(technician, Drafting.Beginning.in(World.EDITION), World.bridgeCloses()));
            number = draft.number();
            World.done(newspaper.publishing.publish(technician, number, Publishing.Seen.of(draft)));
            Moving.out(newspaper, oldDatabase, "titr test", first, false, (_, _, _) -> {});
        }

        // where somebody has looked already, so that there are sections and a database, and a setting of its own
        var young = Files.createDirectories(folder.resolve("young"));
        Files.writeString(young.resolve(Settings.FILE), "site.name = دیگر\n");
        var database = environment();
        Newspaper.open(Settings.load(young, database), Clock.systemUTC()).close();
        var in = Moving.in(young, database, Clock.systemUTC(), first, (_, _, _) -> {});
        assertEquals(List.of("site.name is “دیگر” here and “روزنامهٔ پل” in the archive"), in.told());
        assertEquals(":root {}", Files.readString(young.resolve("themes/own/theme.css")));
        String settings = Files.readString(young.resolve(Settings.FILE));
        assertTrue(settings.contains("site.base-url = https://news.example.org"), settings);
        Files.writeString(young.resolve(Settings.FILE), settings.replace("دیگر", "روزنامهٔ پل"));

        var second = folder.resolve("second.zip");
        try (var newspaper = Newspaper.open(Settings.load(young, database), Clock.systemUTC())) {
            assertEquals(
                    "پل کهنه بسته شد",
                    newspaper.liveStories.story(number).orElseThrow().headline());
            Moving.out(newspaper, database, "titr test", second, false, (_, _, _) -> {});
        }
        assertEquals(files(first), files(second));
        assertTrue(files(first).values().stream().noneMatch(text -> text.contains("secret-of-the-mail")));
    }

    private static Map<String, String> environment() {
        return Map.of("TITR_DATABASE_URL", TestDatabase.url());
    }

    private static Map<String, String> files(Path archive) throws IOException {
        var files = new HashMap<String, String>();
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : zip.stream().toList()) {
                if (!entry.getName().equals("manifest.json")) {
                    files.put(
                            entry.getName(),
                            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return files;
    }
}
