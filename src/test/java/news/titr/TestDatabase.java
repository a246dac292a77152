package news.titr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import news.titr.db.Database;

/**
 * An empty database for one test: a fresh file on SQLite, a fresh schema on PostgreSQL. Which of the two is said by
 * {@code TITR_TEST_DATABASE}; a test that uses one is tagged {@code database}, and runs on both.
 */
public final class TestDatabase {

    private TestDatabase() {}

    public static Database open() {
        return Database.open(url());
    }

    /** The JDBC address of an empty database. */
    public static String url() {
        return isPostgresql() ? freshSchema() : Database.sqliteUrl(temporaryFolder());
    }

    public static boolean isPostgresql() {
        return "postgresql".equals(System.getenv("TITR_TEST_DATABASE"));
    }

    /** A folder that is gone when the tests are over. */
    public static Path temporaryFolder() {
        try {
            var folder = Files.createTempDirectory("titr-test-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String freshSchema() {
        String server = Optional.ofNullable(System.getenv("TITR_TEST_POSTGRESQL_URL"))
                .orElseThrow(() -> new IllegalStateException("TITR_TEST_POSTGRESQL_URL is not set; run bin/test"));
        String schema = "test_" + Long.toString(System.nanoTime(), 36) + "_"
                + Thread.currentThread().threadId();
        try (var connection = DriverManager.getConnection(server);
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException("The tests' PostgreSQL does not answer", e);
        }
        return server + (server.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // a leftover in the temporary folder harms nobody
        }
    }
}
