package news.titr.fediverse;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import news.titr.db.Database;

/** The newspaper's own key, made when it is needed first; and the keys of others, as they write them. */
final class FediverseKeys {

    private static final int BITS = 2_048;
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    private final Database database;
    private final InstantSource clock;

    FediverseKeys(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    private FediverseStore.Pair pair() {
        return database.read(FediverseStore::key).orElseGet(() -> {
            var made = made();
            return database.write(write -> {
                // of two servers that make one at the same time, one is the first
                FediverseStore.insertKey(write, made, clock.instant());
                return FediverseStore.key(write).orElseThrow();
            });
        });
    }

    private static FediverseStore.Pair made() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            var pair = generator.generateKeyPair();
            var base64 = Base64.getEncoder();
            return new FediverseStore.Pair(
                    base64.encodeToString(pair.getPrivate().getEncoded()),
                    base64.encodeToString(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has RSA", e);
        }
    }

    PrivateKey privateKey() {
        try {
            byte[] encoded = Base64.getDecoder().decode(pair().privateKey());
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of the newspaper is damaged", e);
        }
    }

    /** As others read it. */
    String publicKey() {
        return BEGIN + "\n" + pair().publicKey().replaceAll("(.{64})(?=.)", "$1\n") + "\n" + END + "\n";
    }

    /** What somebody else has written; empty for what is no RSA key, or a weak one. */
    static Optional<PublicKey> read(String pem) {
        try {
            String base64 = pem.replace(BEGIN, "").replace(END, "").replaceAll("\\s", "");
            var key = KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
            return key instanceof java.security.interfaces.RSAPublicKey rsa
                            && rsa.getModulus().bitLength() >= BITS
                            && rsa.getModulus().bitLength() <= 8 * BITS
                    ? Optional.of(key)
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
