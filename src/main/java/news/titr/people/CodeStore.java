package news.titr.people;

import java.time.Instant;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** Where authenticator apps and recovery codes are kept. */
final class CodeStore {

    private CodeStore() {}

    /** Empty for whoever has no authenticator app. */
    static String secret(Handle read, String person) {
        return read.createQuery("SELECT code_secret FROM person WHERE id = :person")
                .bind("person", person)
                .mapTo(String.class)
                .findOne()
                .orElse("");
    }

    static long lastStep(Handle read, String person) {
        return read.createQuery("SELECT code_step FROM person WHERE id = :person")
                .bind("person", person)
                .mapTo(Long.class)
                .one();
    }

    static void setSecret(Handle write, String person, String secret, long step) {
        write.createUpdate("UPDATE person SET code_secret = :secret, code_step = :step WHERE id = :person")
                .bind("secret", secret)
                .bind("step", step)
                .bind("person", person)
                .execute();
    }

    static void setLastStep(Handle write, String person, long step) {
        write.createUpdate("UPDATE person SET code_step = :step WHERE id = :person")
                .bind("step", step)
                .bind("person", person)
                .execute();
    }

    static void putRecoveryCodes(Handle write, String person, Collection<String> hashes) {
        write.createUpdate("DELETE FROM recovery_code WHERE person = :person")
                .bind("person", person)
                .execute();
        for (String hash : hashes) {
            write.createUpdate("INSERT INTO recovery_code (person, code_hash) VALUES (:person, :hash)")
                    .bind("person", person)
                    .bind("hash", hash)
                    .execute();
        }
    }

    static int recoveryCodesLeft(Handle read, String person) {
        return read.createQuery("SELECT COUNT(*) FROM recovery_code WHERE person = :person AND used_at IS NULL")
                .bind("person", person)
                .mapTo(Integer.class)
                .one();
    }

    static boolean useRecoveryCode(Handle write, String person, String hash, Instant now) {
        return write.createUpdate("UPDATE recovery_code SET used_at = :now"
                                + " WHERE person = :person AND code_hash = :hash AND used_at IS NULL")
                        .bind("now", now.toEpochMilli())
                        .bind("person", person)
                        .bind("hash", hash)
                        .execute()
                == 1;
    }
}
