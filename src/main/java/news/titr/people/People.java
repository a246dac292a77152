package news.titr.people;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import news.titr.audit.Action;
import news.titr.audit.Detail;
import news.titr.db.Database;
import news.titr.db.Ids;
import org.jdbi.v3.core.Handle;

/** The accounts of the newspaper: the only way to add, change and close them. */
public final class People {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;:\"()]{1,64}@[^\\s@<>,;:\"()]{1,190}");
    private static final int LONGEST_NAME = 120;

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

    /** What somebody is, and where; see {@link Person}. */
    public record Place(Role role, Set<String> sections, Set<String> trusted) {

        public static Place of(Person person) {
            return new Place(person.role(), person.sections(), person.trusted());
        }
    }

    /**
     * Somebody in the list of people.
     *
     * @param lastSeen when they were last at the desk, if they have a session
     * @param secondFactor whether they have a passkey or an authenticator app
     * @param locked until when their password must wait, after too many failures
     */
    public record Line(Person person, Optional<Instant> lastSeen, boolean secondFactor, Optional<Instant> locked) {}

    /** Adds an account, for whoever runs the machine. */
    public Person add(String email, String name, Role role) {
        return add(email, name, role, Set.of(), Set.of());
    }

    /**
     * The same, for certain sections; see {@link Person}.
     *
     * @throws CannotAdd when the address is not one, or belongs to somebody already
     */
    public Person add(String email, String name, Role role, Set<String> sections, Set<String> trusted) {
        return switch (invite(new Actor.Technician(), email, name, new Place(role, sections, trusted))) {
            case Verdict.Done<Person>(var person) -> person;
            case Verdict.Refused<Person>(var reasons) -> throw new CannotAdd(complaint(reasons, email));
        };
    }

    private static String complaint(List<Verdict.Reason> reasons, String email) {
        if (reasons.contains(Verdict.Reason.TAKEN)) {
            return "There is already a person with the address " + normal(email);
        }
        return reasons.contains(Verdict.Reason.NOT_AN_ADDRESS)
                ? "“" + email + "” is not an e-mail address"
                : "A person needs a name of at most " + LONGEST_NAME + " letters";
    }

    /** Adds an account; how its owner comes in is for {@link SignIn#link} and {@link Letters} to say. */
    public Verdict<Person> invite(Actor actor, String email, String name, Place place) {
        String address = normal(email);
        if (!actor.may(Permission.MANAGE_PEOPLE)) {
            return Verdict.refused(Verdict.Reason.NOT_ALLOWED);
        }
        if (!isAddress(address)) {
            return Verdict.refused(Verdict.Reason.NOT_AN_ADDRESS);
        }
        if (!isName(name)) {
            return Verdict.refused(Verdict.Reason.NO_NAME);
        }
        return database.write(write -> {
            if (PersonStore.byEmail(write, address).isPresent()) {
                return Verdict.refused(Verdict.Reason.TAKEN);
            }
            return new Verdict.Done<>(insert(write, actor, address, name, place));
        });
    }

    private Person insert(Handle write, Actor actor, String address, String name, Place place) {
        var person = new Person(
                ids.next(), address, name.strip(), place.role(), place.sections(), place.trusted(), "", false);
        PersonStore.insert(write, person, clock.instant());
        SignIn.remember(
                write,
                ids,
                clock.instant(),
                actor,
                Action.INVITE,
                person,
                Detail.of(Detail.Name.EMAIL, address)
                        .with(Detail.Name.ROLE, place.role().id()));
        return person;
    }

    static boolean isAddress(String address) {
        return EMAIL.matcher(address).matches();
    }

    static boolean isName(String name) {
        return !name.isBlank() && name.strip().length() <= LONGEST_NAME;
    }

    /** Gives somebody another role, other sections, other trust. */
    public Verdict<Person> place(Actor actor, String id, Place place) {
        return change(actor, id, (write, person) -> {
            if (place.role() != Role.ADMINISTRATOR && isLastAdministrator(write, person)) {
                return Verdict.refused(Verdict.Reason.LAST_ADMINISTRATOR);
            }
            var changed = new Person(
                    id,
                    person.email(),
                    person.name(),
                    place.role(),
                    place.sections(),
                    place.trusted(),
                    person.language(),
                    person.disabled());
            PersonStore.setPlace(write, changed);
            if (person.role() != place.role()) {
                SignIn.remember(
                        write,
                        ids,
                        clock.instant(),
                        actor,
                        Action.SET_ROLE,
                        person,
                        Detail.change(person.role().id(), place.role().id()));
            }
            if (!person.sections().equals(place.sections()) || !person.trusted().equals(place.trusted())) {
                SignIn.remember(
                        write,
                        ids,
                        clock.instant(),
                        actor,
                        Action.TRUST,
                        person,
                        Detail.of(Detail.Name.SECTION, words(write, place)));
            }
            return new Verdict.Done<>(changed);
        });
    }

    private static String words(Handle read, Place place) {
        return String.join(", ", PersonStore.sectionNames(read, place.sections())) + " / "
                + String.join(", ", PersonStore.sectionNames(read, place.trusted()));
    }

    /** Closes an account: its sessions and links end at once, and nobody comes in with it any more. */
    public Verdict<Person> disable(Actor actor, String id) {
        return change(actor, id, (write, person) -> {
            if (isLastAdministrator(write, person)) {
                return Verdict.refused(Verdict.Reason.LAST_ADMINISTRATOR);
            }
            PersonStore.setDisabled(write, id, Optional.of(clock.instant()));
            SessionStore.deleteAll(write, id, "");
            SessionStore.deleteLinks(write, id);
            SignIn.remember(write, ids, clock.instant(), actor, Action.DISABLE, person, Detail.NONE);
            return new Verdict.Done<>(PersonStore.byId(write, id).orElseThrow());
        });
    }

    public Verdict<Person> enable(Actor actor, String id) {
        return change(actor, id, (write, person) -> {
            PersonStore.setDisabled(write, id, Optional.empty());
            SignIn.remember(write, ids, clock.instant(), actor, Action.ENABLE, person, Detail.NONE);
            return new Verdict.Done<>(PersonStore.byId(write, id).orElseThrow());
        });
    }

    /** Lets somebody try again who failed too often. */
    public Verdict<Person> unlock(Actor actor, String id) {
        return change(actor, id, (write, person) -> {
            Attempts.forget(write, Attempts.account(person.email()));
            Attempts.forget(write, Attempts.codes(id));
            SignIn.remember(write, ids, clock.instant(), actor, Action.UNLOCK, person, Detail.NONE);
            return new Verdict.Done<>(person);
        });
    }

    /** A link for somebody to choose a password with, to be given to them by hand. */
    public Verdict<String> resetLink(Actor actor, String id) {
        return change(actor, id, (write, person) -> {
            if (person.disabled()) {
                return Verdict.refused(Verdict.Reason.NO_SUCH_PERSON);
            }
            SignIn.remember(write, ids, clock.instant(), actor, Action.ASK_RESET, person, Detail.NONE);
            var purpose = PersonStore.password(write, id).isEmpty() ? SignIn.Purpose.INVITATION : SignIn.Purpose.RESET;
            return new Verdict.Done<>(SignIn.link(write, person, purpose, clock.instant()));
        });
    }

    private <T> Verdict<T> change(Actor actor, String id, BiFunction<Handle, Person, Verdict<T>> act) {
        if (!actor.may(Permission.MANAGE_PEOPLE)) {
            return Verdict.refused(Verdict.Reason.NOT_ALLOWED);
        }
        return database.write(write -> PersonStore.byId(write, id)
                .map(person -> act.apply(write, person))
                .orElseGet(() -> Verdict.refused(Verdict.Reason.NO_SUCH_PERSON)));
    }

    private static boolean isLastAdministrator(Handle read, Person person) {
        return person.role() == Role.ADMINISTRATOR && !person.disabled() && PersonStore.administrators(read) <= 1;
    }

    /** Changes one's own name and the language of the desk; empty for the newspaper's own. */
    public Verdict<Person> introduce(Actor.AtDesk actor, String name, String language) {
        if (!isName(name)) {
            return Verdict.refused(Verdict.Reason.NO_NAME);
        }
        return database.write(write -> {
            var person = actor.person();
            PersonStore.setName(write, person.id(), name.strip(), language);
            SignIn.remember(
                    write,
                    ids,
                    clock.instant(),
                    actor,
                    Action.CHANGE,
                    person,
                    person.name().equals(name.strip()) ? Detail.NONE : Detail.change(person.name(), name.strip()));
            return new Verdict.Done<>(PersonStore.byId(write, person.id()).orElseThrow());
        });
    }

    /** Whoever edits or is trusted in one section does so in another from now on: the one was merged into the other. */
    public static void moveSection(Handle write, String from, String into) {
        PersonStore.moveSection(write, from, into);
    }

    /** How many people may sign in. */
    public static long count(Database database) {
        return database.read(PersonStore::count);
    }

    public List<Person> all() {
        return database.read(PersonStore::all);
    }

    /** Everybody, for the list of people. */
    public List<Line> lines() {
        Instant now = clock.instant();
        return database.read(read -> PersonStore.all(read).stream()
                .map(person -> line(read, person, now))
                .toList());
    }

    public Optional<Line> line(String id) {
        return database.read(read -> PersonStore.byId(read, id).map(person -> line(read, person, clock.instant())));
    }

    private static Line line(Handle read, Person person, Instant now) {
        return new Line(
                person,
                SessionStore.lastSeen(read, person.id()),
                !CodeStore.secret(read, person.id()).isEmpty()
                        || !PasskeyStore.all(read, person.id()).isEmpty(),
                Attempts.lockedUntil(read, Attempts.account(person.email()), now)
                        .or(() -> Attempts.lockedUntil(read, Attempts.codes(person.id()), now)));
    }

    /** Whether this person has a password yet. */
    public boolean hasPassword(Person person) {
        return !database.read(read -> PersonStore.password(read, person.id())).isEmpty();
    }

    /** The name of somebody who may sign in. */
    public static Optional<String> nameOf(Handle read, String id) {
        return PersonStore.byId(read, id).filter(person -> !person.disabled()).map(Person::name);
    }

    public Optional<Person> withEmail(String email) {
        return database.read(read -> PersonStore.byEmail(read, normal(email)));
    }

    /** An address as it is kept. */
    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
