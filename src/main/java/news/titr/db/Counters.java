package news.titr.db;

import org.jdbi.v3.core.Handle;

/** Numbers that are given out once, inside the transaction that uses them. */
public final class Counters {

    private Counters() {}

    /** The next value of a counter. */
    public static long next(Handle write, String name) {
        return write.createQuery("UPDATE counter SET value = value + 1 WHERE name = :name RETURNING value")
                .bind("name", name)
                .mapTo(Long.class)
                .one();
    }

    /** The first of so many values in a row, all of which are given out. */
    public static long next(Handle write, String name, int count) {
        return write.createQuery("UPDATE counter SET value = value + :count WHERE name = :name RETURNING value")
                        .bind("count", count)
                        .bind("name", name)
                        .mapTo(Long.class)
                        .one()
                - count
                + 1;
    }

    public static long current(Handle read, String name) {
        return read.createQuery("SELECT value FROM counter WHERE name = :name")
                .bind("name", name)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /** Makes sure that a counter exists and has reached at least this value. */
    public static void raise(Handle write, String name, long value) {
        write.createUpdate("INSERT INTO counter (name, value) VALUES (:name, :value)"
                        + " ON CONFLICT (name) DO UPDATE SET value ="
                        + " CASE WHEN counter.value < excluded.value THEN excluded.value ELSE counter.value END")
                .bind("name", name)
                .bind("value", value)
                .execute();
    }
}
