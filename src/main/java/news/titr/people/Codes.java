package news.titr.people;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import news.titr.audit.Action;
import news.titr.audit.Detail;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.language.Digits;

/** The second factor: an authenticator app on a phone, and recovery codes for the day when the phone is lost. */
public final class Codes {

    private static final int RECOVERY_CODES = 10;
    /** 80 bits: nobody tries them all, even with a copy of the hashes. */
    private static final int RECOVERY_BYTES = 10;

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;
    private final Sessions sessions;
    private final String site;

    /** @param site the newspaper's name, as the app shows it */
    public Codes(Database database, Ids ids, InstantSource clock, Sessions sessions, String site) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.sessions = sessions;
        this.site = site;
    }

    /**
     * What an app needs to know.
     *
     * @param secret to be typed in, in groups of four
     * @param address the same, to be read from a QR code
     */
    public record Setup(String secret, String address) {}

    /** A new secret; nothing is kept of it until {@link #turnOn}. */
    public Setup begin(Person person) {
        return setup(person, Totp.newSecret());
    }

    /** The same secret once more, after a code that was not right. */
    public Setup setup(Person person, String secret) {
        return new Setup(
                secret,
                "otpauth://totp/" + encoded(site) + ":" + encoded(person.email()) + "?secret=" + secret + "&issuer="
                        + encoded(site));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Whether a secret is of the form that {@link #begin} makes; it comes back from a form. */
    private static boolean isSecret(String secret) {
        return secret.matches("[A-Z2-7]{32}");
    }

    /** Turns the second factor on when the app shows the right code; answers the recovery codes, this once. */
    public Verdict<List<String>> turnOn(SignIn.Session session, Actor actor, String secret, String typed) {
        Instant now = clock.instant();
        if (!sessions.isProved(session)) {
            return Verdict.refused(Verdict.Reason.NOT_PROVED);
        }
        var step = isSecret(secret)
                ? Totp.stepOf(Digits.ascii(typed).replaceAll("[\\s\\u200C-]", ""), secret, now, 0)
                : java.util.OptionalLong.empty();
        if (step.isEmpty()) {
            return Verdict.refused(Verdict.Reason.WRONG_CODE);
        }
        var person = session.person();
        var recovery = recoveryCodes();
        return database.write(write -> {
            CodeStore.setSecret(write, person.id(), secret, step.getAsLong());
            CodeStore.putRecoveryCodes(
                    write, person.id(), recovery.stream().map(Codes::hash).toList());
            SessionStore.deleteAll(write, person.id(), Sessions.id(session));
            SignIn.remember(write, ids, now, actor, Action.TURN_ON_CODES, person, Detail.NONE);
            return new Verdict.Done<>(recovery);
        });
    }

    /** New recovery codes in place of the old ones. */
    public Verdict<List<String>> renewRecoveryCodes(SignIn.Session session, Actor actor) {
        if (!sessions.isProved(session)) {
            return Verdict.refused(Verdict.Reason.NOT_PROVED);
        }
        var person = session.person();
        var recovery = recoveryCodes();
        return database.write(write -> {
            CodeStore.putRecoveryCodes(
                    write, person.id(), recovery.stream().map(Codes::hash).toList());
            SignIn.remember(write, ids, clock.instant(), actor, Action.CHANGE, person, Detail.NONE);
            return new Verdict.Done<>(recovery);
        });
    }

    /** Turns one's own second factor off. */
    public Verdict<Person> turnOff(SignIn.Session session, Actor actor) {
        return sessions.isProved(session)
                ? turnOff(actor, session.person().id(), true)
                : Verdict.refused(Verdict.Reason.NOT_PROVED);
    }

    /** Turns somebody's second factor off, who has lost their phone and their recovery codes. */
    public Verdict<Person> turnOff(Actor actor, String person) {
        return turnOff(actor, person, actor.may(Permission.MANAGE_PEOPLE));
    }

    private Verdict<Person> turnOff(Actor actor, String person, boolean allowed) {
        if (!allowed) {
            return Verdict.refused(Verdict.Reason.NOT_ALLOWED);
        }
        return database.write(write -> {
            var owner = PersonStore.byId(write, person);
            if (owner.isEmpty()) {
                return Verdict.refused(Verdict.Reason.NO_SUCH_PERSON);
            }
            CodeStore.setSecret(write, person, "", 0);
            CodeStore.putRecoveryCodes(write, person, List.of());
            SignIn.remember(write, ids, clock.instant(), actor, Action.TURN_OFF_CODES, owner.get(), Detail.NONE);
            return new Verdict.Done<>(owner.get());
        });
    }

    public boolean isOn(Person person) {
        return !database.read(read -> CodeStore.secret(read, person.id())).isEmpty();
    }

    public int recoveryCodesLeft(Person person) {
        return database.read(read -> CodeStore.recoveryCodesLeft(read, person.id()));
    }

    private static List<String> recoveryCodes() {
        var random = new SecureRandom();
        return Stream.generate(() -> {
                    var bytes = new byte[RECOVERY_BYTES];
                    random.nextBytes(bytes);
                    return Totp.base32(bytes).replaceAll("(....)(?=.)", "$1-");
                })
                .limit(RECOVERY_CODES)
                .toList();
    }

    /** However it was typed: small letters, with the strokes or without. */
    static String hash(String code) {
        return Secret.hash("recovery:" + code.replace("-", "").toUpperCase(Locale.ROOT));
    }
}
