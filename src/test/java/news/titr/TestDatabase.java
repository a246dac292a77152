package news.titr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import news.titr.db.Database;

/**
 * A database for one test: a fresh file on SQLite, a fresh schema on PostgreSQL. Which of the two is said by
 * {@code TITR_TEST_DATABASE}; a test that uses one is tagged {@code database}, and runs on both.
 *
 * <p>Its tables are made once for each run of tests, and every test has a copy of them, with nothing in them: making them takes
 * several times as long as most tests do.
 */
public final class TestDatabase {

    private static final AtomicLong NAMES = new AtomicLong();

    private TestDatabase() {}

    /** Opens a database with all tables and nothing in them. */
    public static Database open() {
        return Database.open(url());
    }

    /** The JDBC address of a database with all tables and nothing in them. */
    public static String url() {
        return isPostgresql() ? Postgresql.copy() : Database.sqliteUrl(Sqlite.copy());
    }

    /** The JDBC address of a database as its owner gets it, without a table. */
    public static String emptyUrl() {
        return isPostgresql() ? Postgresql.empty() : Database.sqliteUrl(temporaryFolder());
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

    /** Of this process alone, however many run tests on one PostgreSQL. */
    private static String freshName() {
        return "test_" + Long.toString(ProcessHandle.current().pid(), 36) + "_"
                + Long.toString(System.currentTimeMillis(), 36) + "_" + NAMES.incrementAndGet();
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // a leftover in the temporary folder harms nobody
        }
    }

    private static final class Sqlite {

        private static final Path MODEL = model();

        private static Path model() {
            var folder = temporaryFolder();
            Database.open(Database.sqliteUrl(folder)).close();
            return folder;
        }

        /** The folder of a copy. */
        static Path copy() {
            var copy = temporaryFolder();
            try (var files = Files.list(MODEL)) {
                for (var file : (Iterable<Path>) files::iterator) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return copy;
        }
    }

    private static final class Postgresql {

        private static final String SERVER = Optional.ofNullable(System.getenv("TITR_TEST_POSTGRESQL_URL"))
                .orElseThrow(() -> new IllegalStateException("TITR_TEST_POSTGRESQL_URL is not set; run bin/test"));

        private static final String NO_ANSWER = "The tests' PostgreSQL does not answer as it should";

        private static final String MODEL = freshSchema();
        /** Every migration that the model went through, and its record of them. */
        private static final String TABLES = tables();

        /** The address of a copy. A database of its own would be slower: the first who enters one waits for its catalogue. */
        static String copy() {
            String schema = freshName();
            execute("CREATE SCHEMA " + schema + "; SET search_path TO " + schema + ";\n" + TABLES);
            return at(schema);
        }

        static String empty() {
            return at(freshSchema());
        }

        private static String freshSchema() {
            String schema = freshName();
            execute("CREATE SCHEMA " + schema);
            return schema;
        }

        private static String tables() {
            Database.open(at(MODEL)).close();
            String record = MODEL + ".flyway_schema_history";
            var tables = new StringBuilder();
            try (var connection = DriverManager.getConnection(SERVER);
                    var statement = connection.createStatement();
                    var scripts = statement.executeQuery(
                            "SELECT script FROM " + record + " WHERE type = 'SQL' ORDER BY installed_rank")) {
                while (scripts.next()) {
                    tables.append(migration(scripts.getString(1))).append(";\n");
                }
            } catch (SQLException e) {
                throw new IllegalStateException(NO_ANSWER, e);
            }
            return tables + "CREATE TABLE flyway_schema_history (LIKE " + record + " INCLUDING ALL);\n"
                    + "INSERT INTO flyway_schema_history SELECT * FROM " + record;
        }

        private static String migration(String script) {
            try (var sql = Database.class.getResourceAsStream("/db/common/" + script)) {
                return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void execute(String statements) {
            try (var connection = DriverManager.getConnection(SERVER);
                    var statement = connection.createStatement()) {
                statement.execute(statements);
            } catch (SQLException e) {
                throw new IllegalStateException(NO_ANSWER, e);
            }
        }

        private static String at(String schema) {
            return SERVER + (SERVER.contains("?") ? "&" : "?") + "currentSchema=" + schema;
        }
    }
}
