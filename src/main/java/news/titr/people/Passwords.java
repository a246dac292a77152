package news.titr.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Keeps passwords as Argon2id (RFC 9106) in the PHC string format, {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}, and
 * knows them again.
 */
public final class Passwords {

    /** Each hashing takes 19 MB for as long as it runs: a flood of sign-ins must not take them all at once. */
    private static final int MOST_AT_ONCE = 2;

    private static final int PATIENCE_SECONDS = 10;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=([0-9]{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private static final Base64.Encoder TO_TEXT = Base64.getEncoder().withoutPadding();

    private final Cost cost;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);
    private final SecureRandom random = new SecureRandom();
    private final String nobodys;

    /**
     * What one hashing costs.
     *
     * @param memory in KiB
     */
    public record Cost(int memory, int passes, int lanes) {

        /** What OWASP asks for at least; 70 ms of one core where it was measured. */
        public static final Cost OWASP = new Cost(19_456, 2, 1);
    }

    /** More people than this program can serve want to sign in at this moment. */
    public static final class Busy extends RuntimeException {
        Busy() {
            super("Too many passwords are being looked at");
        }
    }

    public Passwords(Cost cost) {
        this.cost = cost;
        nobodys = phc(cost, new byte[SALT_BYTES], new byte[HASH_BYTES]);
    }

    /** @throws Busy when too many others are at it */
    public String hash(String password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return phc(cost, salt, digest(cost, salt, HASH_BYTES, password));
    }

    /**
     * Whether this is the password that was hashed. Takes as long when there is nothing to compare with, so that nobody
     * learns by the clock who has an account.
     *
     * @param hashed empty for an account without a password, or for no account at all
     * @throws Busy when too many others are at it
     */
    public boolean matches(String password, Optional<String> hashed) {
        var found = PHC.matcher(hashed.filter(text -> !text.isEmpty()).orElse(nobodys));
        if (!found.matches()) {
            throw new IllegalStateException("A password is stored in a form that is not known");
        }
        var kept = Base64.getDecoder().decode(found.group(5));
        var digest = digest(costOf(found), Base64.getDecoder().decode(found.group(4)), kept.length, password);
        return MessageDigest.isEqual(kept, digest)
                && hashed.filter(text -> !text.isEmpty()).isPresent();
    }

    /** True when it was made at another cost than is asked for today: the next sign-in makes it anew. */
    public boolean isOutdated(String hashed) {
        var found = PHC.matcher(hashed);
        return !found.matches() || !costOf(found).equals(cost);
    }

    private static Cost costOf(java.util.regex.Matcher found) {
        return new Cost(
                Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3)));
    }

    private byte[] digest(Cost cost, byte[] salt, int length, String password) {
        // the same password from another keyboard: composed and decomposed letters are one
        var typed = Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(cost.memory())
                    .withIterations(cost.passes())
                    .withParallelism(cost.lanes())
                    .withSalt(salt)
                    .build());
            var digest = new byte[length];
            generator.generateBytes(typed, digest);
            return digest;
        } finally {
            places.release();
        }
    }

    private static String phc(Cost cost, byte[] salt, byte[] hash) {
        return "$argon2id$v=19$m=" + cost.memory() + ",t=" + cost.passes() + ",p=" + cost.lanes() + "$"
                + TO_TEXT.encodeToString(salt) + "$" + TO_TEXT.encodeToString(hash);
    }
}
