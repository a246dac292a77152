package news.titr.people;

import java.time.Instant;

/** What somebody who wants to come in is answered. */
public sealed interface Entry {

    record Entered(SignIn.Session session) implements Entry {}

    /** So far it was right; now the code of their authenticator app is asked for, with this token. */
    record CodeWanted(String step) implements Entry {}

    /** Wrong, whatever it was that was wrong. */
    record Wrong() implements Entry {}

    /** Nothing was looked at: there were too many failures. */
    record Wait(Instant until) implements Entry {}

    /** The step before is too long ago, or was never made. */
    record TooLate() implements Entry {}

    /** Nothing was looked at: too many others are being looked at. */
    record Busy() implements Entry {}
}
