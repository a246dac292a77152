package news.titr.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementException;

/**
 * The database. {@link #read} and {@link #write} each run one transaction; a write that throws leaves nothing behind.
 *
 * <p>At any moment there is one writer, on both engines: what a writer read stays true until it commits, and the outbox
 * is in the order of the commits.
 */
public final class Database implements AutoCloseable {

    /** Thrown when the database cannot be opened; the message says what to do. */
    public static final class CannotOpen extends RuntimeException {
        CannotOpen(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Held for the length of a transaction on PostgreSQL; any number that no other program on the database uses. */
    private static final long POSTGRESQL_WRITER_LOCK = 0x7469_7472L;

    private static final String SQLITE_ALWAYS =
            "journal_mode=WAL&synchronous=FULL&busy_timeout=10000&foreign_keys=true";

    /** One for all: it keeps what it has read, and every database is asked the same. */
    /** The number of the newest file in db/common. */
    static final String NEWEST_MIGRATION = "41";

    private static final SqlParser PARSER = new ColonPrefixSqlParser();

    private final Engine engine;
    private final HikariDataSource writeConnections;
    private final HikariDataSource readConnections;
    private final Jdbi writer;
    private final Jdbi reader;
    /** Writers of this process wait here, where waiting is cheap for virtual threads, and not inside the database. */
    private final ReentrantLock writing = new ReentrantLock(true);

    private final List<Runnable> afterCommit = new CopyOnWriteArrayList<>();

    private Database(Engine engine, HikariDataSource writeConnections, HikariDataSource readConnections) {
        this.engine = engine;
        this.writeConnections = writeConnections;
        this.readConnections = readConnections;
        this.writer = jdbi(writeConnections);
        this.reader = jdbi(readConnections);
    }

    private static Jdbi jdbi(HikariDataSource connections) {
        return Jdbi.create(connections).configure(SqlStatements.class, statements -> statements.setSqlParser(PARSER));
    }

    /** The two databases that Titr runs on. */
    public enum Engine {
        SQLITE,
        POSTGRESQL
    }

    /** The address of the SQLite file in a data folder, used unless the settings name another database. */
    public static String sqliteUrl(Path dataFolder) {
        return "jdbc:sqlite:" + dataFolder.resolve("titr.db");
    }

    /** Opens the database at a JDBC address and brings its tables up to date. */
    public static Database open(String url) {
        try {
            var database = url.startsWith("jdbc:sqlite:") ? openSqlite(url) : openPostgresql(url);
            database.migrate();
            return database;
        } catch (FlywayException e) {
            throw new CannotOpen("The database's tables could not be brought up to date: " + firstLine(e), e);
        } catch (RuntimeException e) {
            throw new CannotOpen("The database at " + withoutPassword(url) + " cannot be opened: " + firstLine(e), e);
        }
    }

    private static Database openSqlite(String url) {
        var separator = url.contains("?") ? "&" : "?";
        var writes = pool(
                url + separator + SQLITE_ALWAYS + "&transaction_mode=IMMEDIATE&cache_size=-16000",
                1,
                Optional.of("PRAGMA wal_autocheckpoint = 4000"));
        var reads = pool(
                url + separator + SQLITE_ALWAYS + "&transaction_mode=DEFERRED",
                8,
                Optional.of("PRAGMA query_only = ON"));
        return new Database(Engine.SQLITE, writes, reads);
    }

    private static Database openPostgresql(String url) {
        var writes = pool(url, 6, Optional.empty());
        var reads = pool(
                url,
                12,
                Optional.of("SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"));
        return new Database(Engine.POSTGRESQL, writes, reads);
    }

    private static HikariDataSource pool(String url, int size, Optional<String> firstStatement) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(5_000);
        firstStatement.ifPresent(config::setConnectionInitSql);
        return new HikariDataSource(config);
    }

    /** Flyway reads and compares every migration, a sixth of a start; tables that have this program's newest need none of it. */
    private void migrate() {
        if (!NEWEST_MIGRATION.equals(newestMigration())) {
            Flyway.configure()
                    .dataSource(writeConnections)
                    .locations("classpath:db/common")
                    .loggers("slf4j")
                    .load()
                    .migrate();
        }
    }

    /** The number of the migration that the tables had last; the empty string where none was, or one failed. */
    private String newestMigration() {
        try {
            return reader.withHandle(read -> read.createQuery(
                            "SELECT CASE WHEN success THEN version ELSE '' END FROM flyway_schema_history"
                                    + " WHERE version IS NOT NULL ORDER BY success, installed_rank DESC LIMIT 1")
                    .mapTo(String.class)
                    .findOne()
                    .orElse(""));
        } catch (StatementException e) {
            return ""; // a new database has no history
        }
    }

    public Engine engine() {
        return engine;
    }

    /** Reads in one transaction: everything it sees is of one moment. */
    public <T> T read(Function<Handle, T> work) {
        return reader.inTransaction(work::apply);
    }

    /** Writes in one transaction, alone. */
    public <T> T write(Function<Handle, T> work) {
        T result = writeAlone(work);
        afterCommit.forEach(Runnable::run);
        return result;
    }

    /** What is done after each write of this process, before whoever wrote goes on. Must not write, and must not throw. */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /** Outside of the writers' queue, for what changes nothing. */
    <T> T quickly(Function<Handle, T> work) {
        return writer.withHandle(work::apply);
    }

    /** A connection that is kept for listening; its closing gives it back. */
    Connection listeningConnection() throws SQLException {
        return writeConnections.getConnection();
    }

    private <T> T writeAlone(Function<Handle, T> work) {
        writing.lock();
        try {
            return writer.inTransaction(handle -> {
                if (engine == Engine.POSTGRESQL) {
                    handle.createQuery("SELECT pg_advisory_xact_lock(:lock) IS NULL")
                            .bind("lock", POSTGRESQL_WRITER_LOCK)
                            .mapTo(Boolean.class)
                            .one();
                    // heard by every process when this commits: there may be something new in the outbox
                    handle.execute("NOTIFY " + SignalStore.CHANNEL);
                }
                return work.apply(handle);
            });
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void close() {
        readConnections.close();
        writeConnections.close();
    }

    private static String withoutPassword(String url) {
        return url.replaceAll("(?i)(password=)[^&]*", "$1…").replaceAll("//[^/@]*@", "//");
    }

    private static String firstLine(Throwable problem) {
        Throwable deepest = problem;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .strip();
    }
}
