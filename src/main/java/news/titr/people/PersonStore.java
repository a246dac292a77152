package news.titr.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The accounts' tables. */
final class PersonStore {

    private static final String SELECT = "SELECT id, email, name, role, language, disabled_at FROM person ";

    private static final String EDITS = "edits";
    private static final String TRUSTED = "trusted";

    private PersonStore() {}

    /** By name, which is for eyes; see the stored keys for lists that are long. */
    static List<Person> all(Handle read) {
        var bonds = new HashMap<String, Bonds>();
        read.createQuery("SELECT person, section, bond FROM person_section")
                .map((row, _) -> bonds.computeIfAbsent(row.getString("person"), _ -> new Bonds())
                        .add(row.getString("bond"), row.getString("section")))
                .list();
        return read.createQuery(SELECT + "ORDER BY email")
                .map((row, _) -> person(row, bonds))
                .list();
    }

    /** How many may sign in. */
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
        return read.createQuery(SELECT + "WHERE " + column + " = :value")
                .bind("value", value)
                .map((row, _) -> person(row, Map.of(row.getString("id"), bonds(read, row.getString("id")))))
                .findOne();
    }

    static void insert(Handle write, Person person, Instant at) {
        write.createUpdate("INSERT INTO person (id, email, name, role, language, created_at)"
                        + " VALUES (:id, :email, :name, :role, :language, :at)")
                .bind("id", person.id())
                .bind("email", person.email())
                .bind("name", person.name())
                .bind("role", person.role().id())
                .bind("language", person.language())
                .bind("at", at.toEpochMilli())
                .execute();
        putSections(write, person);
    }

    static void setPlace(Handle write, Person person) {
        write.createUpdate("UPDATE person SET role = :role WHERE id = :id")
                .bind("role", person.role().id())
                .bind("id", person.id())
                .execute();
        write.createUpdate("DELETE FROM person_section WHERE person = :id")
                .bind("id", person.id())
                .execute();
        putSections(write, person);
    }

    static void setName(Handle write, String id, String name, String language) {
        write.createUpdate("UPDATE person SET name = :name, language = :language WHERE id = :id")
                .bind("name", name)
                .bind("language", language)
                .bind("id", id)
                .execute();
    }

    static void setDisabled(Handle write, String id, Optional<Instant> at) {
        write.createUpdate("UPDATE person SET disabled_at = :at WHERE id = :id")
                .bind("at", at.map(Instant::toEpochMilli).orElse(null))
                .bind("id", id)
                .execute();
    }

    /** As {@link Passwords} keeps it; empty for whoever has none. */
    static String password(Handle read, String id) {
        return read.createQuery("SELECT password FROM person WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .orElse("");
    }

    static void setPassword(Handle write, String id, String hashed) {
        write.createUpdate("UPDATE person SET password = :hashed WHERE id = :id")
                .bind("hashed", hashed)
                .bind("id", id)
                .execute();
    }

    /** How many may sign in and manage the others. */
    static long administrators(Handle read) {
        return read.createQuery("SELECT COUNT(*) FROM person WHERE role = :role AND disabled_at IS NULL")
                .bind("role", Role.ADMINISTRATOR.id())
                .mapTo(Long.class)
                .one();
    }

    /** What sections are called, for the audit log. */
    static List<String> sectionNames(Handle read, Set<String> sections) {
        return sections.isEmpty()
                ? List.of()
                : read.createQuery("SELECT name FROM section WHERE id IN (<ids>) ORDER BY position")
                        .bindList("ids", List.copyOf(sections))
                        .mapTo(String.class)
                        .list();
    }

    static void moveSection(Handle write, String from, String into) {
        write.createUpdate(
                        "INSERT INTO person_section (person, section, bond)"
                                + " SELECT person, :into, bond FROM person_section WHERE section = :from ON CONFLICT DO NOTHING")
                .bind("into", into)
                .bind("from", from)
                .execute();
        write.createUpdate("DELETE FROM person_section WHERE section = :from")
                .bind("from", from)
                .execute();
    }

    private static void putSections(Handle write, Person person) {
        for (var bond :
                Map.of(EDITS, person.sections(), TRUSTED, person.trusted()).entrySet()) {
            for (String section : bond.getValue()) {
                write.createUpdate("INSERT INTO person_section (person, section, bond)"
                                + " VALUES (:person, :section, :bond)")
                        .bind("person", person.id())
                        .bind("section", section)
                        .bind("bond", bond.getKey())
                        .execute();
            }
        }
    }

    /** What ties a person to sections. */
    private static final class Bonds {
        private final Map<String, Set<String>> sections = new HashMap<>();

        Bonds add(String bond, String section) {
            sections.computeIfAbsent(bond, _ -> new HashSet<>()).add(section);
            return this;
        }

        Set<String> of(String bond) {
            return sections.getOrDefault(bond, Set.of());
        }
    }

    private static Bonds bonds(Handle read, String person) {
        var bonds = new Bonds();
        read.createQuery("SELECT section, bond FROM person_section WHERE person = :person")
                .bind("person", person)
                .map((row, _) -> bonds.add(row.getString("bond"), row.getString("section")))
                .list();
        return bonds;
    }

    private static Person person(ResultSet row, Map<String, Bonds> bonds) throws SQLException {
        String role = row.getString("role");
        row.getLong("disabled_at");
        boolean disabled = !row.wasNull();
        var sections = bonds.getOrDefault(row.getString("id"), new Bonds());
        return new Person(
                row.getString("id"),
                row.getString("email"),
                row.getString("name"),
                Role.of(role).orElseThrow(() -> new IllegalStateException("Unknown role in the database: " + role)),
                sections.of(EDITS),
                sections.of(TRUSTED),
                row.getString("language"),
                disabled);
    }
}
