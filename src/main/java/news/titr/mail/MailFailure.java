package news.titr.mail;

import jakarta.mail.MessagingException;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;

/** What to make of a mail that could not be sent. */
public final class MailFailure {

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(2);

    private MailFailure() {}

    /** How long to wait before the next try, after so many. */
    public static Duration waitAfter(int tries) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries - 1, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** Status codes 5.1.x (RFC 3463) speak of the address itself; every other refusal may pass. */
    public static boolean isNobodyThere(MessagingException problem) {
        for (Exception next = problem; next instanceof MessagingException known; next = known.getNextException()) {
            if (known instanceof SMTPAddressFailedException address
                    && address.getReturnCode() >= 550
                    && String.valueOf(address.getMessage()).contains("5.1.")) {
                return true;
            }
        }
        return false;
    }

    /** The kind of problem alone: servers repeat addresses in what they say, and a log is no place for those. */
    public static String reason(MessagingException problem) {
        var deepest = problem;
        while (deepest.getNextException() instanceof MessagingException next) {
            deepest = next;
        }
        var cause = deepest.getNextException();
        return deepest.getClass().getSimpleName()
                + (cause == null ? "" : ", " + cause.getClass().getSimpleName());
    }
}
