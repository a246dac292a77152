package news.titr.people;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import news.titr.audit.Action;
import news.titr.audit.Detail;
import news.titr.db.Database;
import news.titr.db.Ids;

/** A newspaper without people: whoever sees the server's console makes the first account, which is the administrator's. */
public final class FirstPerson {

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;
    private final Passwords passwords;

    public FirstPerson(Database database, Ids ids, InstantSource clock, Passwords passwords) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.passwords = passwords;
    }

    /** A new token for the first account; empty when there is somebody already. */
    public Optional<String> link() {
        return database.write(write -> {
            if (PersonStore.count(write) > 0) {
                return Optional.empty();
            }
            String token = Ids.secret();
            SessionStore.insertFirstLink(write, Secret.hash(token), clock.instant());
            return Optional.of(token);
        });
    }

    /** Whether this token may still make the first account. */
    public boolean isGood(String token) {
        return database.read(
                read -> PersonStore.count(read) == 0 && SessionStore.isFirstLink(read, Secret.hash(token)));
    }

    /** Makes the administrator, signed in; every other first link is void from then on. */
    public Verdict<SignIn.Session> make(
            String token, String name, String email, String password, PasswordStrength strength, Visit visit) {
        String address = People.normal(email);
        if (!isGood(token)) {
            return Verdict.refused(Verdict.Reason.LINK_IS_USED);
        }
        if (!People.isName(name)) {
            return Verdict.refused(Verdict.Reason.NO_NAME);
        }
        if (!People.isAddress(address)) {
            return Verdict.refused(Verdict.Reason.NOT_AN_ADDRESS);
        }
        var problems = strength.problems(password, name, address);
        if (!problems.isEmpty()) {
            return Verdict.refused(problems);
        }
        String hashed = passwords.hash(password);
        Instant now = clock.instant();
        return database.write(write -> {
            if (PersonStore.count(write) > 0
                    || PersonStore.byEmail(write, address).isPresent()
                    || !SessionStore.isFirstLink(write, Secret.hash(token))) {
                return Verdict.refused(Verdict.Reason.LINK_IS_USED);
            }
            var person =
                    new Person(ids.next(), address, name.strip(), Role.ADMINISTRATOR, Set.of(), Set.of(), "", false);
            PersonStore.insert(write, person, now);
            PersonStore.setPassword(write, person.id(), hashed);
            SessionStore.deleteFirstLinks(write);
            var actor = new Actor.AtDesk(person, visit.address());
            SignIn.remember(
                    write,
                    ids,
                    now,
                    actor,
                    Action.INVITE,
                    person,
                    Detail.of(Detail.Name.EMAIL, address)
                            .with(Detail.Name.ROLE, person.role().id()));
            return new Verdict.Done<>(SignIn.enter(write, ids, person, now, visit));
        });
    }
}
