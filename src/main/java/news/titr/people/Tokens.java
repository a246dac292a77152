package news.titr.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.titr.audit.Action;
import news.titr.audit.Audit;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.db.Database;
import news.titr.db.Ids;

/** The tokens of other programs: made and revoked by administrators, and known again when one comes in. */
public final class Tokens {

    /** What every token begins with, so that whoever finds one in a file knows what it is. */
    public static final String PREFIX = "titr_";

    private static final int LONGEST_NAME = 120;
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/=-]{1,200})");

    /** A token that is used all day is not written all day. */
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;

    public Tokens(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param secret what the other program is given; it is not to be had again */
    public record Issued(Token token, String secret) {}

    /**
     * Makes a token for a program that acts for a person.
     *
     * @param name what it is for, so that somebody knows later whom they revoke
     * @param expiresAt when it ends; empty for one that ends when it is revoked
     */
    public Verdict<Issued> issue(
            Actor actor, String name, String person, Set<Scope> scopes, Optional<Instant> expiresAt) {
        if (!actor.may(Permission.ADMINISTER)) {
            return Verdict.refused(Verdict.Reason.NOT_ALLOWED);
        }
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            return Verdict.refused(Verdict.Reason.NO_NAME);
        }
        if (scopes.isEmpty()) {
            return Verdict.refused(Verdict.Reason.NO_SCOPE);
        }
        Instant now = clock.instant();
        if (expiresAt.filter(end -> !end.isAfter(now)).isPresent()) {
            return Verdict.refused(Verdict.Reason.TIME_IS_PAST);
        }
        String secret = PREFIX + Ids.secret();
        return database.write(write -> {
            var owner = PersonStore.byId(write, person).filter(found -> !found.disabled());
            if (owner.isEmpty()) {
                return Verdict.refused(Verdict.Reason.NO_SUCH_PERSON);
            }
            var token = new Token(
                    ids.next(),
                    name.strip(),
                    owner.get(),
                    scopes,
                    now,
                    actor.id(),
                    expiresAt,
                    Optional.empty(),
                    "",
                    Optional.empty());
            TokenStore.insert(write, token, Secret.hash(secret));
            Audit.append(
                    write,
                    ids.next(),
                    now,
                    actor,
                    Action.ADD,
                    Subject.token(token.id(), token.name()),
                    Detail.of(Detail.Name.TO, owner.get().name()).with(Detail.Name.SCOPES, Pass.text(scopes)));
            return new Verdict.Done<>(new Issued(token, secret));
        });
    }

    /** Ends a token at once, on all servers. */
    public Verdict<Token> revoke(Actor actor, String id) {
        if (!actor.may(Permission.ADMINISTER)) {
            return Verdict.refused(Verdict.Reason.NOT_ALLOWED);
        }
        return database.write(write -> {
            var token = TokenStore.byId(write, id);
            if (token.isEmpty()) {
                return Verdict.refused(Verdict.Reason.NO_SUCH_TOKEN);
            }
            if (TokenStore.revoke(write, id, clock.instant())) {
                Audit.append(
                        write,
                        ids.next(),
                        clock.instant(),
                        actor,
                        Action.REMOVE,
                        Subject.token(id, token.get().name()),
                        Detail.of(Detail.Name.TO, token.get().person().name()));
            }
            return new Verdict.Done<>(TokenStore.byId(write, id).orElseThrow());
        });
    }

    /** All tokens, the newest first, those that are over among them; empty for one who may not see them. */
    public Optional<List<Token>> all(Actor actor) {
        return actor.may(Permission.ADMINISTER) ? Optional.of(database.read(TokenStore::all)) : Optional.empty();
    }

    /** The token that an {@code Authorization} header names, if it names one: {@code Bearer titr_…}. */
    public static Optional<String> bearer(String authorization) {
        return Optional.of(BEARER.matcher(authorization.strip()))
                .filter(Matcher::matches)
                .map(found -> found.group(1));
    }

    /** Whoever has this token, with what it is good for; empty for one that is unknown, over or revoked. */
    public Optional<Actor.AtDesk> enter(String secret, String address) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        var found = database.read(read -> TokenStore.byHash(read, Secret.hash(secret)))
                .filter(token -> token.isGood(now));
        found.filter(token -> token.lastUsedAt()
                        .filter(at -> at.plus(SEEN_EVERY).isAfter(now))
                        .isEmpty())
                .ifPresent(token -> database.write(write -> {
                    TokenStore.use(write, token.id(), now, address);
                    return null;
                }));
        return found.map(token -> new Actor.AtDesk(
                token.person(), address, Optional.of(new Pass(token.id(), token.name(), token.scopes()))));
    }
}
