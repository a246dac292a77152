package news.titr.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import news.titr.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class DatabaseTest {

    @Test
    void twoProcessesThatWriteAtOnceTakeTurns() throws Exception {
        String url = TestDatabase.url();
        try (var one = Database.open(url);
                var other = Database.open(url);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writes = new ArrayList<Callable<Long>>();
            for (int i = 0; i < 100; i++) {
                var database = i % 2 == 0 ? one : other;
                writes.add(() -> database.write(write -> Counters.next(write, "outbox")));
            }
            for (var write : threads.invokeAll(writes)) {
                write.get();
            }
            assertEquals(100L, one.read(Outbox::newest));
        }
    }

    /** A start compares the number alone: with a wrong one, a newspaper would never get its new tables. */
    @Test
    void theNewestMigrationIsTheNewestFile() throws Exception {
        var folder = Path.of(Database.class.getResource("/db/common").toURI());
        try (var files = Files.list(folder);
                var database = TestDatabase.open()) {
            int newest = files.map(file -> file.getFileName().toString())
                    .mapToInt(name -> Integer.parseInt(name.replaceFirst("V(\\d+)__.*", "$1")))
                    .max()
                    .orElseThrow();
            assertEquals(Database.NEWEST_MIGRATION, Integer.toString(newest));
            assertEquals(
                    Database.NEWEST_MIGRATION,
                    database.read(read -> read.createQuery(
                                    "SELECT version FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1")
                            .mapTo(String.class)
                            .one()));
        }
    }

    @Test
    void aReadSeesOneMoment() {
        try (var database = TestDatabase.open()) {
            database.read(read -> {
                long before = Outbox.newest(read);
                database.write(write -> Counters.next(write, "outbox"));
                assertEquals(before, Outbox.newest(read));
                return null;
            });
            assertEquals(1L, database.read(Outbox::newest));
        }
    }

    @Test
    void nothingCanBeWrittenWhileReading() {
        try (var database = TestDatabase.open()) {
            assertThrows(
                    RuntimeException.class,
                    () -> database.read(read -> read.execute("UPDATE counter SET value = 7 WHERE name = 'outbox'")));
            assertEquals(0L, database.read(Outbox::newest));
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsOneClearLine() {
        var problem = assertThrows(
                Database.CannotOpen.class,
                () -> Database.open("jdbc:postgresql://127.0.0.1:1/titr?user=titr&password=secret"));
        assertTrue(
                problem.getMessage().startsWith("The database at jdbc:postgresql://127.0.0.1:1/titr"),
                problem.getMessage());
        assertTrue(!problem.getMessage().contains("secret"), problem.getMessage());
    }
}
