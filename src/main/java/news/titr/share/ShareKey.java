package news.titr.share;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import news.titr.db.Database;
import news.titr.db.Ids;

/**
 * The key of one newspaper for sending to friends: it signs forms and links (HMAC-SHA256), and makes the hashes under
 * which addresses and networks are counted. Tokens are lower-case letters, digits and dots.
 */
public final class ShareKey {

    private static final String ALGORITHM = "HmacSHA256";

    /** Of an IPv4 address, a /24; of an IPv6 address, a /48: what one household or small office is given, about. */
    private static final int IPV4_BYTES = 3;

    private static final int IPV6_BYTES = 6;

    private final byte[] key;

    private ShareKey(byte[] key) {
        this.key = key;
    }

    /** The newspaper's key, made on the first call and the same ever after, in every process. */
    public static ShareKey of(Database database) {
        var known = database.read(SendStore::key);
        String key = known.orElseGet(() -> database.write(write -> SendStore.keepKey(write, Ids.secret())));
        return new ShareKey(HexFormat.of().parseHex(key));
    }

    /** A token that carries a value (without dots) and can be read back by {@link #open} for the same purpose only. */
    String seal(String purpose, String value) {
        return value + "." + sign(purpose, value);
    }

    /** The value of a token, if this key sealed it for this purpose. */
    Optional<String> open(String purpose, String token) {
        int dot = token.lastIndexOf('.');
        if (dot < 1 || token.length() > 300) {
            return Optional.empty();
        }
        String value = token.substring(0, dot);
        return same(sign(purpose, value), token.substring(dot + 1)) ? Optional.of(value) : Optional.empty();
    }

    /** What stands for an address where the address itself need not be known. */
    String hash(MailAddress address) {
        return sign("address", address.mailbox());
    }

    /** What stands for the network that an address belongs to. Everything that is no address is one network. */
    String networkHash(String address) {
        return sign("network", network(address));
    }

    private static String network(String address) {
        try {
            var parsed = InetAddress.ofLiteral(address);
            var bytes = parsed.getAddress();
            return HexFormat.of()
                    .formatHex(Arrays.copyOf(bytes, parsed instanceof Inet4Address ? IPV4_BYTES : IPV6_BYTES));
        } catch (IllegalArgumentException e) {
            return "unknown";
        }
    }

    private String sign(String purpose, String value) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal((purpose + ":" + value).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
