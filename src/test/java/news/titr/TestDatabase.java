package news.titr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import news.titr.db.Database;

/**
 * A database for one test: a fresh file on SQLite, a fresh database on PostgreSQL. Which of the two is said by
 * {@code TITR_TEST_DATABASE}; a test that uses one is tagged {@code database}, and runs on both.
 *
 * <p>Its tables are made once for each run of tests, and every test has a copy of them, with nothing in them: making them takes
 * several times as long as most tests do.
 */
public final class TestDatabase {

    private static final AtomicLong NAMES = new AtomicLong();
    private static final Map<Database, String> OPEN = new ConcurrentHashMap<>();

    private TestDatabase() {}

    /** Opens a database with all tables and nothing in them. {@link #close} also takes it away. */
    public static Database open() {
        String url = url();
        var database = Database.open(url);
        OPEN.put(database, url);
        return database;
    }

    public static void close(Database database) {
        database.close();
        String url = OPEN.remove(database);
        if (url != null && isPostgresql()) {
            Postgresql.drop(url);
        }
    }

    /** The JDBC address of a database with all tables and nothing in them. */
    public static String url() {
        return isPostgresql() ? Postgresql.copy() : Database.sqliteUrl(Sqlite.copy());
    }

    /** The JDBC address of a database as its owner gets it, without a table. */
    public static String emptyUrl() {
        return isPostgresql() ? Postgresql.freshSchema() : Database.sqliteUrl(temporaryFolder());
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

        private static final Set<String> NOT_DROPPED = ConcurrentHashMap.newKeySet();

        /** How databases are copied; empty for a user who may not make any, whose tests make all tables in a schema each. */
        private static final Optional<String> COPYING = copying();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> NOT_DROPPED.forEach(Postgresql::dropNow)));
        }

        private static final Optional<String> MODEL = COPYING.map(_ -> {
            String name = fresh();
            execute("CREATE DATABASE " + name);
            Database.open(at(name)).close();
            return name;
        });

        static String copy() {
            if (MODEL.isEmpty()) {
                return freshSchema();
            }
            String name = fresh();
            execute("CREATE DATABASE " + name + " TEMPLATE " + MODEL.get() + COPYING.get());
            return at(name);
        }

        static void drop(String url) {
            NOT_DROPPED.stream()
                    .filter(name -> url.equals(at(name)))
                    .findFirst()
                    .ifPresent(Postgresql::dropNow);
        }

        static String freshSchema() {
            String schema = freshName();
            execute("CREATE SCHEMA " + schema);
            return SERVER + (SERVER.contains("?") ? "&" : "?") + "currentSchema=" + schema;
        }

        private static String fresh() {
            String name = freshName();
            NOT_DROPPED.add(name);
            return name;
        }

        private static void dropNow(String name) {
            execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            NOT_DROPPED.remove(name);
        }

        private static Optional<String> copying() {
            try (var connection = connect();
                    var statement = connection.createStatement();
                    var may = statement.executeQuery(
                            "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user")) {
                if (!may.next() || !may.getBoolean(1)) {
                    return Optional.empty();
                }
                // PostgreSQL 15 and newer would rather go through its log, which takes twice as long
                boolean canChoose = connection.getMetaData().getDatabaseMajorVersion() >= 15;
                return Optional.of(canChoose ? " STRATEGY FILE_COPY" : "");
            } catch (SQLException e) {
                throw new IllegalStateException("The tests' PostgreSQL does not answer", e);
            }
        }

        private static void execute(String statement) {
            try (var connection = connect();
                    var execution = connection.createStatement()) {
                execution.execute(statement);
            } catch (SQLException e) {
                throw new IllegalStateException("The tests' PostgreSQL refuses: " + statement, e);
            }
        }

        private static Connection connect() throws SQLException {
            return DriverManager.getConnection(SERVER);
        }

        /** The address of another database on the same server. */
        private static String at(String name) {
            return SERVER.replaceFirst("^(jdbc:postgresql:(?://[^/]*/)?)[^?/]*", "$1" + name);
        }
    }
}
