package news.titr.people;

import java.time.Instant;

/** The app on somebody's phone. */
public final class Authenticator {

    private Authenticator() {}

    public static String code(String secret, Instant now) {
        return Totp.code(secret, Totp.step(now));
    }
}
