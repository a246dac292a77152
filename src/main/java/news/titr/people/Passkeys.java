package news.titr.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.titr.audit.Action;
import news.titr.audit.Detail;
import news.titr.db.Database;
import news.titr.db.Ids;

/**
 * Passkeys (WebAuthn): added by who is signed in and has just shown who they are, never by a stranger; they sign in without
 * a name, a password or a code, because the phone or key itself asks for a finger, a face or a PIN.
 */
public final class Passkeys {

    private static final Duration CHALLENGE_LIFE = Duration.ofMinutes(5);
    private static final String ENTER = "passkey";
    private static final String ADD = "passkey-add";
    private static final int LONGEST_NAME = 60;

    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);

    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder FROM_TEXT = Base64.getUrlDecoder();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;
    private final Sessions sessions;
    private final URI site;
    private final String siteName;
    private final WebAuthnManager verifier = WebAuthnManager.createNonStrictWebAuthnManager();
    private final AttestedCredentialDataConverter converter =
            new AttestedCredentialDataConverter(new ObjectConverter());

    /** @param site the address that people have the desk under: a passkey belongs to its host and to no other */
    public Passkeys(Database database, Ids ids, InstantSource clock, Sessions sessions, URI site, String siteName) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.sessions = sessions;
        this.site = site;
        this.siteName = siteName;
    }

    /**
     * A passkey as it is kept.
     *
     * @param id of the credential, base64url
     * @param credential its public key and origin, base64url
     * @param counter how often it signed, zero where it does not count
     */
    public record Passkey(
            String id,
            String person,
            String name,
            String credential,
            long counter,
            Instant createdAt,
            Optional<Instant> usedAt) {}

    public List<Passkey> all(Person person) {
        return database.read(read -> PasskeyStore.all(read, person.id()));
    }

    // ---- adding one

    /** What the browser is asked when a passkey is to be made, as JSON. */
    public Verdict<String> askToAdd(SignIn.Session session) {
        if (!sessions.isProved(session)) {
            return Verdict.refused(Verdict.Reason.NOT_PROVED);
        }
        var person = session.person();
        var there = all(person).stream()
                .map(passkey -> Map.of("type", "public-key", "id", passkey.id()))
                .toList();
        return new Verdict.Done<>(json(Map.of(
                "challenge", challenge(ADD, Optional.of(person.id())),
                "rp", Map.of("id", host(), "name", siteName),
                "user",
                        Map.of(
                                "id", TO_TEXT.encodeToString(person.id().getBytes(StandardCharsets.UTF_8)),
                                "name", person.email(),
                                "displayName", person.name()),
                "pubKeyCredParams",
                        ALGORITHMS.stream()
                                .map(algorithm -> Map.of("type", "public-key", "alg", algorithm.getValue()))
                                .toList(),
                "excludeCredentials", there,
                "authenticatorSelection", Map.of("residentKey", "required", "userVerification", "required"),
                "attestation", "none",
                "timeout", CHALLENGE_LIFE.toMillis())));
    }

    /** Keeps the passkey that the browser made. */
    public Verdict<Passkey> add(SignIn.Session session, Actor actor, String answer, String name) {
        if (!sessions.isProved(session)) {
            return Verdict.refused(Verdict.Reason.NOT_PROVED);
        }
        var person = session.person();
        Instant now = clock.instant();
        RegistrationData made;
        try {
            made = verifier.parseRegistrationResponseJSON(answer);
            var client = made.getCollectedClientData();
            if (client == null || !useChallenge(client.getChallenge(), ADD, Optional.of(person.id()))) {
                return Verdict.refused(Verdict.Reason.WRONG_PASSKEY);
            }
            var allowed = ALGORITHMS.stream()
                    .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                    .toList();
            verifier.verify(made, new RegistrationParameters(server(client.getChallenge()), allowed, true, true));
        } catch (DataConversionException | VerificationException | IllegalArgumentException e) {
            return Verdict.refused(Verdict.Reason.WRONG_PASSKEY);
        }
        var attestation = made.getAttestationObject();
        var credential =
                attestation == null ? null : attestation.getAuthenticatorData().getAttestedCredentialData();
        if (attestation == null || credential == null) {
            return Verdict.refused(Verdict.Reason.WRONG_PASSKEY);
        }
        var passkey = new Passkey(
                TO_TEXT.encodeToString(credential.getCredentialId()),
                person.id(),
                shortName(name),
                TO_TEXT.encodeToString(converter.convert(credential)),
                attestation.getAuthenticatorData().getSignCount(),
                now,
                Optional.empty());
        return database.write(write -> {
            if (PasskeyStore.byId(write, passkey.id()).isPresent()) {
                return Verdict.refused(Verdict.Reason.WRONG_PASSKEY);
            }
            PasskeyStore.insert(write, passkey);
            SignIn.remember(
                    write, ids, now, actor, Action.ADD_PASSKEY, person, Detail.of(Detail.Name.NOTE, passkey.name()));
            return new Verdict.Done<>(passkey);
        });
    }

    private static String shortName(String name) {
        String stripped = name.isBlank() ? "passkey" : name.strip();
        return stripped.substring(0, Math.min(stripped.length(), LONGEST_NAME));
    }

    /** Gives one of one's own passkeys another name. */
    public void rename(Person owner, String id, String name) {
        database.write(write -> PasskeyStore.rename(write, owner.id(), id, shortName(name)));
    }

    /** Takes away one of one's own passkeys. */
    public Verdict<Person> remove(SignIn.Session session, Actor actor, String id) {
        if (!sessions.isProved(session)) {
            return Verdict.refused(Verdict.Reason.NOT_PROVED);
        }
        return database.write(write -> {
            var passkey = PasskeyStore.byId(write, id);
            if (passkey.isEmpty()
                    || !PasskeyStore.delete(write, session.person().id(), id)) {
                return Verdict.refused(Verdict.Reason.WRONG_PASSKEY);
            }
            SignIn.remember(
                    write,
                    ids,
                    clock.instant(),
                    actor,
                    Action.REMOVE_PASSKEY,
                    session.person(),
                    Detail.of(Detail.Name.NOTE, passkey.get().name()));
            return new Verdict.Done<>(session.person());
        });
    }

    // ---- coming in with one

    /** What the browser is asked when somebody wants to come in, as JSON; it names nobody. */
    public String ask() {
        return json(Map.of(
                "challenge", challenge(ENTER, Optional.empty()),
                "rpId", host(),
                "userVerification", "required",
                "timeout", CHALLENGE_LIFE.toMillis()));
    }

    /** Comes in with a passkey; also where passwords must wait, because a signature cannot be guessed. */
    public Entry enter(String answer, Visit visit) {
        Instant now = clock.instant();
        var used = verified(answer);
        if (used.isEmpty()) {
            return new Entry.Wrong();
        }
        return database.write(write -> {
            var person = PersonStore.byId(write, used.get().passkey().person()).filter(found -> !found.disabled());
            if (person.isEmpty() || !isUsed(write, used.get(), now)) {
                return new Entry.Wrong();
            }
            Attempts.forget(write, Attempts.account(person.get().email()));
            return new Entry.Entered(SignIn.enter(write, ids, person.get(), now, visit));
        });
    }

    /** Shows again, with a passkey of their own, who sits at the screen. */
    public Verdict<Person> prove(SignIn.Session session, String answer) {
        Instant now = clock.instant();
        var used = verified(answer)
                .filter(found ->
                        found.passkey().person().equals(session.person().id()));
        if (used.isEmpty()) {
            return Verdict.refused(Verdict.Reason.WRONG_PASSKEY);
        }
        return database.write(write -> {
            if (!isUsed(write, used.get(), now)) {
                return Verdict.refused(Verdict.Reason.WRONG_PASSKEY);
            }
            SessionStore.prove(write, Sessions.id(session), now);
            return new Verdict.Done<>(session.person());
        });
    }

    private record Used(Passkey passkey, long counter) {}

    private static boolean isUsed(org.jdbi.v3.core.Handle write, Used used, Instant now) {
        return PasskeyStore.use(write, used.passkey().id(), used.passkey().counter(), used.counter(), now);
    }

    /** The passkey that signed a challenge of ours; each challenge is good once, whatever comes of it. */
    private Optional<Used> verified(String answer) {
        try {
            AuthenticationData signed = verifier.parseAuthenticationResponseJSON(answer);
            var client = signed.getCollectedClientData();
            if (client == null || !useChallenge(client.getChallenge(), ENTER, Optional.empty())) {
                return Optional.empty();
            }
            var found =
                    database.read(read -> PasskeyStore.byId(read, TO_TEXT.encodeToString(signed.getCredentialId())));
            if (found.isEmpty() || !isOwners(signed, found.get())) {
                return Optional.empty();
            }
            var passkey = found.get();
            var credential = new CredentialRecordImpl(
                    new NoneAttestationStatement(),
                    null,
                    null,
                    null,
                    passkey.counter(),
                    converter.convert(FROM_TEXT.decode(passkey.credential())),
                    null,
                    null,
                    null,
                    null);
            verifier.verify(
                    signed, new AuthenticationParameters(server(client.getChallenge()), credential, null, true, true));
            var authenticator = signed.getAuthenticatorData();
            return authenticator == null
                    ? Optional.empty()
                    : Optional.of(new Used(passkey, authenticator.getSignCount()));
        } catch (DataConversionException | VerificationException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The key says whose it is; it must be who we gave it to. */
    private static boolean isOwners(AuthenticationData signed, Passkey passkey) {
        var handle = signed.getUserHandle();
        return handle != null && new String(handle, StandardCharsets.UTF_8).equals(passkey.person());
    }

    // ---- challenges

    private String challenge(String kind, Optional<String> person) {
        String challenge = TO_TEXT.encodeToString(new DefaultChallenge().getValue());
        database.write(write -> {
            SessionStore.insertStep(
                    write, Secret.hash(challenge), kind, person, clock.instant().plus(CHALLENGE_LIFE));
            return null;
        });
        return challenge;
    }

    private boolean useChallenge(Challenge challenge, String kind, Optional<String> person) {
        String hash = Secret.hash(TO_TEXT.encodeToString(challenge.getValue()));
        Instant now = clock.instant();
        return database.write(write -> {
            boolean theirs = person.isEmpty()
                    || SessionStore.stepOwner(write, hash, kind, now)
                            .map(Person::id)
                            .equals(person);
            return theirs && SessionStore.useStep(write, hash, kind, now);
        });
    }

    private ServerProperty server(Challenge challenge) {
        return new ServerProperty(new Origin(origin()), host(), challenge);
    }

    private String host() {
        return site.getHost();
    }

    private String origin() {
        return site.getScheme() + "://" + site.getAuthority();
    }

    private static String json(Map<String, Object> value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
