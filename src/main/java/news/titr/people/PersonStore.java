package news.titr.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The accounts' tables. */
final class PersonStore {

    private static final String COLUMNS = "id, email, name, role, disabled_at";

    private PersonStore() {}

    static List<Person> all(Handle read) {
        return read.createQuery("SELECT " + COLUMNS + " FROM person ORDER BY email")
                .map(PersonStore::person)
                .list();
    }

    static long count(Handle read) {
        return read.createQuery("SELECT COUNT(*) FROM person WHERE disabled_at IS NULL")
                .mapTo(Long.class)
                .one();
    }

    static Optional<Person> byId(Handle read, String id) {
        return one(read, "id", id);
    }

    static Optional<Person> byEmail(Handle read, String email) {
        return one(read, "email", email);
    }

    private static Optional<Person> one(Handle read, String column, String value) {
        return read.createQuery("SELECT " + COLUMNS + " FROM person WHERE " + column + " = :value")
                .bind("value", value)
                .map(PersonStore::person)
                .findOne();
    }

    static void insert(Handle write, Person person, Instant at) {
        write.createUpdate("INSERT INTO person (id, email, name, role, created_at)"
                        + " VALUES (:id, :email, :name, :role, :at)")
                .bind("id", person.id())
                .bind("email", person.email())
                .bind("name", person.name())
                .bind("role", person.role().id())
                .bind("at", at.toEpochMilli())
                .execute();
    }

    private static Person person(ResultSet row, StatementContext context) throws SQLException {
        String role = row.getString("role");
        row.getLong("disabled_at");
        boolean disabled = !row.wasNull();
        return new Person(
                row.getString("id"),
                row.getString("email"),
                row.getString("name"),
                Role.of(role).orElseThrow(() -> new IllegalStateException("Unknown role in the database: " + role)),
                disabled);
    }
}
