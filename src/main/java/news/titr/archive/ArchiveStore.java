package news.titr.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import news.titr.db.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Every table as {@link ArchiveTables} knows it: rows in an order that both databases have alike, and rows put back. */
final class ArchiveStore {

    /** Rows that a database hands over at once. */
    private static final int AT_ONCE = 200;

    private ArchiveStore() {}

    /** A row, and the number of the story that it belongs to, zero for one that belongs to none. */
    record Row(long story, @Nullable Object[] values) {}

    /** Rows that are read while somebody asks for them. */
    static final class Rows<T> implements Iterator<T>, AutoCloseable {
        private final ResultIterator<T> found;

        private Rows(ResultIterator<T> found) {
            this.found = found;
        }

        @Override
        public boolean hasNext() {
            return found.hasNext();
        }

        @Override
        public T next() {
            return found.next();
        }

        @Override
        public void close() {
            found.close();
        }
    }

    /** All rows of a table, one after the other; the caller closes it. */
    static Rows<Row> rows(Handle read, Database.Engine engine, ArchiveTable table) {
        boolean inStory = !table.storyColumn().isEmpty();
        return new Rows<>(query(read, select(engine, table))
                .map((row, _) -> new Row(inStory ? row.getLong(1) : 0, values(row, table, inStory ? 2 : 1)))
                .iterator());
    }

    private static Query query(Handle read, String sql) {
        return read.createQuery(sql).setFetchSize(AT_ONCE);
    }

    private static String select(Database.Engine engine, ArchiveTable table) {
        var columns = new ArrayList<String>();
        if (!table.storyColumn().isEmpty()) {
            columns.add(table.storyColumn());
        }
        table.columns().forEach(column -> columns.add("t." + column.name()));
        String order = table.order().stream()
                .map(column ->
                        column.endsWith("~") ? column.substring(0, column.length() - 1) + byBytes(engine) : column)
                .collect(Collectors.joining(", "));
        String where = table.name().equals("counter")
                ? " WHERE t.name NOT IN ('" + String.join("', '", ArchiveTables.COUNTERS_LEFT_OUT) + "')"
                : "";
        return "SELECT " + String.join(", ", columns) + " FROM " + table.name() + " t " + table.join() + where
                + " ORDER BY " + order;
    }

    /** SQLite always sorts text so; PostgreSQL as the language of its installation does. */
    private static String byBytes(Database.Engine engine) {
        return engine == Database.Engine.POSTGRESQL ? " COLLATE \"C\"" : "";
    }

    private static @Nullable Object[] values(ResultSet row, ArchiveTable table, int first) throws SQLException {
        var values = new @Nullable Object[table.columns().size()];
        for (int i = 0; i < values.length; i++) {
            if (table.columns().get(i).isText()) {
                values[i] = row.getString(first + i);
            } else {
                long number = row.getLong(first + i);
                values[i] = row.wasNull() ? null : (Object) number;
            }
        }
        return values;
    }

    static long count(Handle read, ArchiveTable table) {
        return query(read, "SELECT COUNT(*) FROM " + table.name())
                .mapTo(Long.class)
                .one();
    }

    /** The numbers of the stories that readers have; the caller closes it. */
    static Rows<Long> live(Handle read) {
        return new Rows<>(query(read, "SELECT number FROM story WHERE release = 'live' ORDER BY number")
                .mapTo(Long.class)
                .iterator());
    }

    static long countLive(Handle read) {
        return query(read, "SELECT COUNT(*) FROM story WHERE release = 'live'")
                .mapTo(Long.class)
                .one();
    }

    /** A file that pictures are made of: its key and what it is. */
    record Blob(String key, String mediaType) {}

    /** Every original, poster and logo, by key; the caller closes it. */
    static Rows<Blob> blobs(Handle read, Database.Engine engine) {
        return new Rows<>(query(
                        read,
                        "SELECT b.blob, MIN(b.media_type) FROM (SELECT blob, media_type FROM asset"
                                + " UNION ALL SELECT poster, 'image/jpeg' FROM asset WHERE poster <> ''"
                                + " UNION ALL SELECT blob, media_type FROM replaced_original) b GROUP BY b.blob ORDER BY b.blob"
                                + byBytes(engine))
                .map((row, _) -> new Blob(row.getString(1), row.getString(2)))
                .iterator());
    }

    /** The settings of the site, every version: logos are named in them and nowhere else. */
    static List<String> settings(Handle read) {
        return query(read, "SELECT settings FROM site_settings ORDER BY version")
                .mapTo(String.class)
                .list();
    }

    // ---- back

    /** The first table that holds something of its own, by the name of its file; empty for a newspaper that has just begun. */
    static List<String> filled(Handle read) {
        return ArchiveTables.ALL.stream()
                .filter(table -> !BEGUN_WITH.contains(table.name()))
                .filter(table ->
                        query(read, "SELECT COUNT(*) FROM (SELECT 1 AS one FROM " + table.name() + " LIMIT 1) f")
                                        .mapTo(Long.class)
                                        .one()
                                > 0)
                .map(ArchiveTable::place)
                .toList();
    }

    /** What every newspaper has as soon as it is opened, before anybody did anything. */
    private static final List<String> BEGUN_WITH = List.of("counter", "edition", "section");

    /** Takes away what a newspaper has from the moment it is opened. */
    static void clear(Handle write) {
        write.execute("DELETE FROM archive_day");
        write.execute("DELETE FROM archive_zone");
        write.execute("DELETE FROM place");
        write.execute("UPDATE section SET parent = NULL");
        write.execute("DELETE FROM section");
        write.execute("DELETE FROM edition");
        write.execute("DELETE FROM counter WHERE name <> 'outbox'");
    }

    /** What the database refused, such as a row that points to nothing. */
    static final class DoesNotFit extends RuntimeException {
        DoesNotFit(ArchiveTable table, JdbiException cause) {
            super(
                    "its " + table.place() + " do not fit together: "
                            + String.valueOf(Optional.<Throwable>ofNullable(cause.getCause())
                                            .orElse(cause)
                                            .getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""),
                    cause);
        }
    }

    /** Puts rows in, as many as were read, and in the order of {@link ArchiveTables#ALL}. */
    static void insert(Handle write, Map<ArchiveTable, List<Row>> rows) {
        for (var table : ArchiveTables.ALL) {
            var some = rows.getOrDefault(table, List.of());
            if (!some.isEmpty()) {
                insert(write, table, some);
            }
        }
    }

    private static void insert(Handle write, ArchiveTable table, List<Row> rows) {
        var columns = new ArrayList<String>();
        if (table.hasStoryColumn()) {
            columns.add("story");
        }
        table.columns().forEach(column -> columns.add(column.name()));
        int later = table.later().map(columns::indexOf).orElse(-1);
        var batch = write.prepareBatch("INSERT INTO " + table.name() + " (" + String.join(", ", columns) + ") VALUES ("
                + columns.stream().map(_ -> "?").collect(Collectors.joining(", ")) + ")");
        for (var row : rows) {
            int position = 0;
            if (table.hasStoryColumn()) {
                batch.bind(position++, row.story());
            }
            for (int i = 0; i < row.values().length; i++) {
                bind(batch, position, table.columns().get(i), position == later ? null : row.values()[i]);
                position++;
            }
            batch.add();
        }
        try {
            batch.execute();
        } catch (JdbiException e) {
            throw new DoesNotFit(table, e);
        }
        if (later >= 0) {
            pointBack(write, table, later, rows);
        }
    }

    private static void bind(PreparedBatch batch, int position, ArchiveColumn column, @Nullable Object value) {
        if (column.isText()) {
            batch.bind(position, (String) value);
        } else {
            batch.bind(position, (Long) value);
        }
    }

    /** The columns that point to rows of the same table, now that all are there. */
    private static void pointBack(Handle write, ArchiveTable table, int later, List<Row> rows) {
        String column = table.columns().get(later).name();
        var pointing = rows.stream().filter(row -> row.values()[later] != null).toList();
        for (var row : pointing) {
            write.createUpdate("UPDATE " + table.name() + " SET " + column + " = :to WHERE id = :id")
                    .bind("to", (String) row.values()[later])
                    .bind("id", (String) row.values()[0])
                    .execute();
        }
    }

    // ---- what there is

    /** Every table with its columns, as the database has them now: what {@link ArchiveTables} is held to. */
    static TreeMap<String, List<String>> schema(Handle read) {
        var tables = new TreeMap<String, List<String>>();
        try {
            var connection = read.getConnection();
            try (var named = connection
                    .getMetaData()
                    .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
                while (named.next()) {
                    tables.put(named.getString("TABLE_NAME"), List.of());
                }
            }
            tables.replaceAll((table, _) -> columns(read, table));
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not say what tables it has", e);
        }
        return tables;
    }

    private static List<String> columns(Handle read, String table) {
        return read.createQuery("SELECT * FROM " + table + " WHERE 1 = 0").execute((statement, _) -> {
            var names = new ArrayList<String>();
            try (var none = statement.get().getResultSet()) {
                for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                    names.add(none.getMetaData().getColumnName(i));
                }
            }
            return List.copyOf(names);
        });
    }
}
