package news.titr.people;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.titr.db.Database;
import news.titr.db.Ids;
import org.jdbi.v3.core.Handle;

/** The accounts of the newspaper. */
public final class People {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;:\"()]{1,64}@[^\\s@<>,;:\"()]{1,190}");

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;

    public People(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** Why a person could not be added. */
    public static final class CannotAdd extends RuntimeException {
        CannotAdd(String message) {
            super(message);
        }
    }

    /**
     * Adds an account.
     *
     * @throws CannotAdd when the address is not one, or belongs to somebody already
     */
    public Person add(String email, String name, Role role) {
        return add(email, name, role, Set.of(), Set.of());
    }

    /** The same, for certain sections; see {@link Person}. */
    public Person add(String email, String name, Role role, Set<String> sections, Set<String> trusted) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        if (!EMAIL.matcher(address).matches()) {
            throw new CannotAdd("“" + email + "” is not an e-mail address");
        }
        if (name.isBlank()) {
            throw new CannotAdd("A person needs a name");
        }
        return database.write(write -> {
            if (PersonStore.byEmail(write, address).isPresent()) {
                throw new CannotAdd("There is already a person with the address " + address);
            }
            var person = new Person(ids.next(), address, name.strip(), role, sections, trusted, "", false);
            PersonStore.insert(write, person, clock.instant());
            return person;
        });
    }

    /** How many people may sign in. */
    public static long count(Database database) {
        return database.read(PersonStore::count);
    }

    public List<Person> all() {
        return database.read(PersonStore::all);
    }

    /** The name of somebody who may sign in. */
    public static Optional<String> nameOf(Handle read, String id) {
        return PersonStore.byId(read, id).filter(person -> !person.disabled()).map(Person::name);
    }

    public Optional<Person> withEmail(String email) {
        return database.read(read -> PersonStore.byEmail(read, email.strip().toLowerCase(Locale.ROOT)));
    }
}
