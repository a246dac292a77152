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
import news.titr.db.Database;
import news.titr.db.Ids;
import org.jdbi.v3.core.Handle;

/** Who is signed in where: rows that can be looked at and ended, one by one or all. */
public final class Sessions {

    public static final Duration LONGEST = Duration.ofDays(90);
    static final Duration LONGEST_IDLE = Duration.ofDays(14);

    /** How long a proof of who sits at the screen is good for acts that matter. */
    private static final Duration PROVED_FOR = Duration.ofMinutes(15);

    /** A session that is used all day is not written all day. */
    private static final Duration SEEN_EVERY = Duration.ofMinutes(5);

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;

    public Sessions(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A session in the list of them.
     *
     * @param id names it to {@link #end}, and opens nothing
     */
    public record Open(String id, Instant createdAt, Instant seenAt, String address, String agent) {}

    static SignIn.Session open(Handle write, Person person, Instant now, Visit visit) {
        String token = Ids.secret();
        SessionStore.insert(write, Secret.hash(token), person.id(), now, now.plus(LONGEST), visit);
        return session(token, person, now);
    }

    private static SignIn.Session session(String token, Person person, Instant provedAt) {
        return new SignIn.Session(token, person, Secret.hash("csrf:" + token), provedAt);
    }

    /** The session that a cookie names, if it is still open, seen now from this address. */
    public Optional<SignIn.Session> find(String token, String address) {
        String hash = Secret.hash(token);
        Instant now = clock.instant();
        var row = database.read(read -> SessionStore.session(read, hash, now, idleSince()))
                .filter(found -> !found.person().disabled());
        if (row.filter(found -> found.seenAt().plus(SEEN_EVERY).isBefore(now)).isPresent()) {
            database.write(write -> {
                SessionStore.see(write, hash, now, address);
                return null;
            });
        }
        return row.map(found -> session(token, found.person(), found.provedAt()));
    }

    private Instant idleSince() {
        return clock.instant().minus(LONGEST_IDLE);
    }

    /** Whether acts that matter may be done without asking again who sits there. */
    public boolean isProved(SignIn.Session session) {
        return session.provedAt().plus(PROVED_FOR).isAfter(clock.instant());
    }

    public List<Open> all(Person person) {
        return database.read(read -> SessionStore.all(read, person.id(), clock.instant(), idleSince()));
    }

    /** When this person was last at the desk, as far as their open sessions tell. */
    public Optional<Instant> lastSeen(Person person) {
        return database.read(read -> SessionStore.lastSeen(read, person.id()));
    }

    /** The id of a session, as its list has it. */
    public static String id(SignIn.Session session) {
        return Secret.hash(session.token());
    }

    /** Ends one of one's own sessions. */
    public void end(Actor.AtDesk actor, String id) {
        database.write(write -> {
            if (SessionStore.delete(write, actor.person().id(), id)) {
                remember(write, actor, actor.person(), 1);
            }
            return null;
        });
    }

    /** Ends all of one's own sessions but the one that is looking. */
    public void endOthers(Actor.AtDesk actor, SignIn.Session but) {
        database.write(write -> {
            remember(
                    write,
                    actor,
                    actor.person(),
                    SessionStore.deleteAll(write, actor.person().id(), id(but)));
            return null;
        });
    }

    /** Ends all sessions of somebody else. */
    public Verdict<Integer> endAll(Actor actor, String person) {
        return database.write(write -> {
            if (!actor.may(Permission.MANAGE_PEOPLE)) {
                return Verdict.refused(Verdict.Reason.NOT_ALLOWED);
            }
            var owner = PersonStore.byId(write, person);
            if (owner.isEmpty()) {
                return Verdict.refused(Verdict.Reason.NO_SUCH_PERSON);
            }
            int ended = SessionStore.deleteAll(write, person, "");
            remember(write, actor, owner.get(), ended);
            return new Verdict.Done<>(ended);
        });
    }

    private void remember(Handle write, Actor actor, Person owner, int count) {
        Audit.append(
                write,
                ids.next(),
                clock.instant(),
                actor,
                Action.END_SESSION,
                Subject.person(owner.id(), owner.name()),
                Detail.of(Detail.Name.COUNT, Integer.toString(count)));
    }

    public void signOut(String token) {
        database.write(write -> {
            SessionStore.delete(write, Secret.hash(token));
            return null;
        });
    }

    /** Throws away sessions, links and failures that are over. */
    public void sweep() {
        Instant now = clock.instant();
        database.write(write -> {
            SessionStore.sweep(write, now, idleSince());
            AttemptStore.deleteBefore(write, now.minus(Attempts.FORGOTTEN_AFTER));
            return null;
        });
    }
}
