package news.titr.people;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The codes of authenticator apps (RFC 6238): six digits, SHA-1, a new one every 30 seconds, as every app knows them. */
final class Totp {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECRET_BYTES = 20;
    private static final int SECONDS = 30;
    private static final int MODULUS = 1_000_000;
    /** A clock may be this many steps off. */
    private static final int DRIFT = 1;

    private Totp() {}

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS);
    }

    static String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return base32(bytes);
    }

    /**
     * The step whose code this is, if it is near enough and newer than the last that was used.
     *
     * @param lastUsed the newest step whose code was used
     */
    static OptionalLong stepOf(String code, String secret, Instant now, long lastUsed) {
        for (long step = step(now) - DRIFT; step <= step(now) + DRIFT; step++) {
            if (step > lastUsed && Secret.same(code, code(secret, step))) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    static String code(String secret, long step) {
        return String.format(Locale.ROOT, "%06d", number(fromBase32(secret), step, "HmacSHA1") % MODULUS);
    }

    /** The number that codes are the last digits of. */
    static int number(byte[] key, long step, String algorithm) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, "RAW"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xF;
            return ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }

    static String base32(byte[] bytes) {
        var text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte next : bytes) {
            held = held << 8 | next & 0xFF;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt(held >>> bits & 0x1F));
            }
        }
        if (bits > 0) {
            text.append(BASE32.charAt(held << (5 - bits) & 0x1F));
        }
        return text.toString();
    }

    static byte[] fromBase32(String text) {
        var bytes = ByteBuffer.allocate(text.length() * 5 / 8);
        int held = 0;
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            held = held << 5 | BASE32.indexOf(text.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >>> bits));
            }
        }
        return bytes.array();
    }
}
