package news.titr.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import news.titr.audit.Action;
import news.titr.audit.Audit;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.audit.Who;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.language.Digits;
import org.jdbi.v3.core.Handle;

/**
 * The ways in: with a one-time link, with a password and, where there is one, the code of an authenticator app.
 * {@link Passkeys} is the third. The database holds hashes of tokens and passwords only.
 */
public final class SignIn {

    private static final Duration LINK_LIFE = Duration.ofHours(24);
    private static final Duration STEP_LIFE = Duration.ofMinutes(10);

    private static final String CODE_STEP = "code";

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;
    private final Passwords passwords;
    private final Sessions sessions;
    private final boolean mail;

    /** @param mail whether the owner of an account that was locked can be told by a letter */
    public SignIn(
            Database database, Ids ids, InstantSource clock, Passwords passwords, Sessions sessions, boolean mail) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.passwords = passwords;
        this.sessions = sessions;
        this.mail = mail;
    }

    /**
     * Somebody who is signed in.
     *
     * @param csrfToken what every form of this session must carry
     * @param provedAt when its owner last proved who they are
     */
    public record Session(String token, Person person, String csrfToken, Instant provedAt) {}

    /** What a one-time link is for. */
    public enum Purpose {
        /** Comes in at once: given by whoever runs the machine. */
        ENTER,
        /** Chooses a first password. */
        INVITATION,
        /** Chooses another password. */
        RESET,
        /** Ends the wait after too many failures. */
        UNLOCK
    }

    public record Link(Person owner, Purpose purpose) {}

    // ---- with a link

    /** A new token that signs this person in once, within a day. */
    public String link(Person person) {
        return link(person, Purpose.ENTER);
    }

    /** A new token for this person, good once, within a day. */
    public String link(Person person, Purpose purpose) {
        return database.write(write -> link(write, person, purpose, clock.instant()));
    }

    static String link(Handle write, Person person, Purpose purpose, Instant now) {
        String token = Ids.secret();
        SessionStore.insertLink(write, Secret.hash(token), person.id(), purpose, now.plus(LINK_LIFE));
        return token;
    }

    /** What a link is, while it can still be used; looking does not use it up. */
    public Optional<Link> find(String token) {
        return database.read(read -> find(read, token, clock.instant()));
    }

    static Optional<Link> find(Handle read, String token, Instant now) {
        return SessionStore.link(read, Secret.hash(token), now)
                .filter(link -> !link.owner().disabled());
    }

    /** Opens a session and uses the link up; empty when it was used, is too old, or is for something else. */
    public Optional<Session> redeem(String token, Visit visit) {
        return database.write(write -> {
            Instant now = clock.instant();
            var person = find(write, token, now)
                    .filter(link -> link.purpose() == Purpose.ENTER)
                    .map(Link::owner);
            if (person.isEmpty() || !SessionStore.useLink(write, Secret.hash(token), now)) {
                return Optional.empty();
            }
            return Optional.of(enter(write, ids, person.get(), now, visit));
        });
    }

    /** Opens a session, and says so in the audit log. */
    static Session enter(Handle write, Ids ids, Person person, Instant now, Visit visit) {
        remember(write, ids, now, new Actor.AtDesk(person, visit.address()), Action.SIGN_IN, person, Detail.NONE);
        return Sessions.open(write, person, now, visit);
    }

    // ---- with a password

    /** Comes in with a password, or up to the code. Takes as long and says the same when there is no such account. */
    public Entry enter(String email, String password, Visit visit) {
        String account = Attempts.account(email);
        String network = Attempts.network(visit.address());
        var wait = begin(account, network);
        if (wait.isPresent()) {
            return new Entry.Wait(wait.get());
        }
        var person = database.read(read -> PersonStore.byEmail(read, People.normal(email)))
                .filter(found -> !found.disabled());
        var hashed = person.map(found -> database.read(read -> PersonStore.password(read, found.id())));
        boolean right;
        String renewed = "";
        try {
            right = passwords.matches(password, hashed);
            if (right && passwords.isOutdated(hashed.orElseThrow())) {
                renewed = passwords.hash(password);
            }
        } catch (Passwords.Busy e) {
            forgive(account, network);
            return new Entry.Busy();
        }
        if (!right) {
            failed(visit, person, account);
            return new Entry.Wrong();
        }
        return entered(person.orElseThrow(), hashed.orElseThrow(), renewed, account, network, visit);
    }

    private Entry entered(Person person, String hashed, String renewed, String account, String network, Visit visit) {
        Instant now = clock.instant();
        return database.write(write -> {
            // it may have been changed, or the account closed, while the password was looked at
            var current = PersonStore.byId(write, person.id()).filter(found -> !found.disabled());
            if (current.isEmpty() || !PersonStore.password(write, person.id()).equals(hashed)) {
                return new Entry.Wrong();
            }
            Attempts.forget(write, account);
            Attempts.forgive(write, network);
            if (!renewed.isEmpty()) {
                PersonStore.setPassword(write, person.id(), renewed);
            }
            return afterPassword(write, current.get(), now, visit);
        });
    }

    /** Whoever has an authenticator app is asked for its code; everybody else is in. */
    private Entry afterPassword(Handle write, Person person, Instant now, Visit visit) {
        if (CodeStore.secret(write, person.id()).isEmpty()) {
            return new Entry.Entered(enter(write, ids, person, now, visit));
        }
        String step = Ids.secret();
        SessionStore.insertStep(write, Secret.hash(step), CODE_STEP, Optional.of(person.id()), now.plus(STEP_LIFE));
        return new Entry.CodeWanted(step);
    }

    /** The second step: a code of the authenticator app, or a recovery code. */
    public Entry enterCode(String step, String code, Visit visit) {
        Instant now = clock.instant();
        return database.write(write -> {
            var person = SessionStore.stepOwner(write, Secret.hash(step), CODE_STEP, now)
                    .filter(found -> !found.disabled());
            if (person.isEmpty()) {
                return new Entry.TooLate();
            }
            String codes = Attempts.codes(person.get().id());
            String network = Attempts.network(visit.address());
            var wait = Attempts.begin(write, now, List.of(codes, network));
            if (wait.isPresent()) {
                return new Entry.Wait(wait.get());
            }
            if (!useCode(write, person.get(), code, now)) {
                rememberFailure(write, now, visit, person, codes);
                return new Entry.Wrong();
            }
            SessionStore.useStep(write, Secret.hash(step), CODE_STEP, now);
            Attempts.forget(write, codes);
            Attempts.forgive(write, network);
            return new Entry.Entered(enter(write, ids, person.get(), now, visit));
        });
    }

    /** True once for every code that is right. */
    static boolean useCode(Handle write, Person person, String typed, Instant now) {
        String code = Digits.ascii(typed).replaceAll("[\\s\\u200C-]", "");
        var step = Totp.stepOf(code, CodeStore.secret(write, person.id()), now, CodeStore.lastStep(write, person.id()));
        if (step.isPresent()) {
            CodeStore.setLastStep(write, person.id(), step.getAsLong());
            return true;
        }
        return CodeStore.useRecoveryCode(write, person.id(), Codes.hash(code), now);
    }

    // ---- choosing a password

    /** Sets the password that the owner of an invitation or reset link chose, and ends all their sessions. */
    public Verdict<Entry> choosePassword(String token, String password, PasswordStrength strength, Visit visit) {
        var link =
                find(token).filter(found -> found.purpose() == Purpose.INVITATION || found.purpose() == Purpose.RESET);
        if (link.isEmpty()) {
            return Verdict.refused(Verdict.Reason.LINK_IS_USED);
        }
        var owner = link.get().owner();
        var problems = strength.problems(password, owner.name(), owner.email());
        if (!problems.isEmpty()) {
            return Verdict.refused(problems);
        }
        String hashed;
        try {
            hashed = passwords.hash(password);
        } catch (Passwords.Busy e) {
            return Verdict.refused(Verdict.Reason.BUSY);
        }
        Instant now = clock.instant();
        return database.write(write -> {
            if (find(write, token, now).isEmpty() || !SessionStore.useLink(write, Secret.hash(token), now)) {
                return Verdict.refused(Verdict.Reason.LINK_IS_USED);
            }
            PersonStore.setPassword(write, owner.id(), hashed);
            SessionStore.deleteAll(write, owner.id(), "");
            SessionStore.deleteLinks(write, owner.id());
            Attempts.forget(write, Attempts.account(owner.email()));
            remember(
                    write, ids, now, new Actor.AtDesk(owner, visit.address()), Action.SET_PASSWORD, owner, Detail.NONE);
            return new Verdict.Done<>(afterPassword(write, owner, now, visit));
        });
    }

    /** Sets another password for who is signed in, and ends all their other sessions. */
    public Verdict<Person> changePassword(Session session, String password, PasswordStrength strength, Visit visit) {
        var owner = session.person();
        if (!sessions.isProved(session) && database.read(read -> hasMeans(read, owner.id()))) {
            return Verdict.refused(Verdict.Reason.NOT_PROVED);
        }
        var problems = strength.problems(password, owner.name(), owner.email());
        if (!problems.isEmpty()) {
            return Verdict.refused(problems);
        }
        String hashed;
        try {
            hashed = passwords.hash(password);
        } catch (Passwords.Busy e) {
            return Verdict.refused(Verdict.Reason.BUSY);
        }
        Instant now = clock.instant();
        return database.write(write -> {
            PersonStore.setPassword(write, owner.id(), hashed);
            SessionStore.deleteAll(write, owner.id(), Sessions.id(session));
            SessionStore.deleteLinks(write, owner.id());
            SessionStore.prove(write, Sessions.id(session), now);
            remember(
                    write, ids, now, new Actor.AtDesk(owner, visit.address()), Action.SET_PASSWORD, owner, Detail.NONE);
            return new Verdict.Done<>(owner);
        });
    }

    /** Whether this person has anything to prove with who they are. */
    static boolean hasMeans(Handle read, String person) {
        return !PersonStore.password(read, person).isEmpty()
                || !PasskeyStore.all(read, person).isEmpty();
    }

    /** Shows again, with the password, who sits at the screen. */
    public Verdict<Person> prove(Session session, String password, Visit visit) {
        var person = session.person();
        String account = Attempts.account(person.email());
        String network = Attempts.network(visit.address());
        if (begin(account, network).isPresent()) {
            return Verdict.refused(Verdict.Reason.WAIT);
        }
        try {
            var hashed = database.read(read -> PersonStore.password(read, person.id()));
            if (!passwords.matches(password, Optional.of(hashed))) {
                failed(visit, Optional.of(person), account);
                return Verdict.refused(Verdict.Reason.WRONG_PASSWORD);
            }
        } catch (Passwords.Busy e) {
            forgive(account, network);
            return Verdict.refused(Verdict.Reason.BUSY);
        }
        Instant now = clock.instant();
        return database.write(write -> {
            Attempts.forget(write, account);
            Attempts.forgive(write, network);
            SessionStore.prove(write, Sessions.id(session), now);
            return new Verdict.Done<>(person);
        });
    }

    // ---- an account that was locked

    /** Lets the owner of an unlocking link try again at once; empty when it was used, is too old, or is for something else. */
    public Optional<Person> unlock(String token, Visit visit) {
        return database.write(write -> {
            Instant now = clock.instant();
            var person = find(write, token, now)
                    .filter(link -> link.purpose() == Purpose.UNLOCK)
                    .map(Link::owner)
                    .filter(_ -> SessionStore.useLink(write, Secret.hash(token), now));
            person.ifPresent(owner -> {
                Attempts.forget(write, Attempts.account(owner.email()));
                Attempts.forget(write, Attempts.codes(owner.id()));
                remember(write, ids, now, new Actor.AtDesk(owner, visit.address()), Action.UNLOCK, owner, Detail.NONE);
            });
            return person;
        });
    }

    // ---- failures

    private Optional<Instant> begin(String account, String network) {
        Instant now = clock.instant();
        return database.write(write -> Attempts.begin(write, now, List.of(account, network)));
    }

    private void forgive(String account, String network) {
        database.write(write -> {
            Attempts.forgive(write, account);
            Attempts.forgive(write, network);
            return null;
        });
    }

    private void failed(Visit visit, Optional<Person> person, String account) {
        Instant now = clock.instant();
        database.write(write -> {
            rememberFailure(write, now, visit, person, account);
            return null;
        });
    }

    /** What was typed is never kept: many a password was typed into the wrong field. */
    private void rememberFailure(Handle write, Instant now, Visit visit, Optional<Person> person, String tally) {
        var who = Who.stranger(visit.address());
        var subject =
                person.map(found -> Subject.person(found.id(), found.name())).orElse(Subject.person("", ""));
        Audit.append(write, ids.next(), now, who, Action.SIGN_IN_FAILED, subject, Detail.NONE);
        var locked = Attempts.lockedUntil(write, tally, now);
        locked.ifPresent(until -> {
            Audit.append(write, ids.next(), now, who, Action.LOCK, subject, Detail.NONE.with(Detail.Name.TIME, until));
            person.filter(_ -> mail).ifPresent(owner -> tell(write, owner, now));
        });
    }

    /** Tells somebody that their account is locked; once, as long as what they were sent is good, however often it is. */
    private void tell(Handle write, Person owner, Instant now) {
        if (!LetterStore.isWaiting(write, owner.id(), Purpose.UNLOCK)
                && !SessionStore.hasLink(write, owner.id(), Purpose.UNLOCK, now)) {
            LetterStore.insert(write, new Letters.Letter(ids.next(), owner, Purpose.UNLOCK, now, 0));
        }
    }

    static void remember(Handle write, Ids ids, Instant now, Who who, Action action, Person person, Detail detail) {
        Audit.append(write, ids.next(), now, who, action, Subject.person(person.id(), person.name()), detail);
    }

    /** Compares two tokens without telling by its duration where they differ. */
    public static boolean same(String one, String other) {
        return Secret.same(one, other);
    }
}
