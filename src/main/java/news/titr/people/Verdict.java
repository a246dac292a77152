package news.titr.people;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a door about people answers. */
public sealed interface Verdict<T> {

    record Done<T>(T value) implements Verdict<T> {}

    /** Nothing was changed, for every one of these reasons. */
    record Refused<T>(List<Reason> reasons) implements Verdict<T> {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** Each has its words in the messages: {@code people.refused.taken}. */
    enum Reason {
        NOT_ALLOWED,
        NO_SUCH_PERSON,
        NOT_AN_ADDRESS,
        TAKEN,
        NO_NAME,
        LAST_ADMINISTRATOR,
        /** Who sits at the screen must first show again who they are. */
        NOT_PROVED,
        LINK_IS_USED,
        WRONG_PASSWORD,
        WRONG_CODE,
        WRONG_PASSKEY,
        WAIT,
        NO_SCOPE,
        NO_SUCH_TOKEN,
        NO_SUCH_WEBHOOK,
        NO_SUCH_DELIVERY,
        NOT_A_WEB_ADDRESS,
        NO_EVENT,
        NO_SUCH_SOURCE,
        NOT_A_SOURCE_ADDRESS,
        NOT_A_WIRE_FOLDER,
        NO_SUCH_SECTION,
        UNFIT_MINUTES,
        UNFIT_NUMBER,
        UNFIT_MAPPING,
        MAY_NOT_PUBLISH,
        TIME_IS_PAST,
        BUSY,
        PASSWORD_TOO_SHORT,
        PASSWORD_TOO_LONG,
        PASSWORD_PERSONAL,
        PASSWORD_TOO_COMMON;

        public String messageKey() {
            return "people.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Reason of(PasswordStrength.Problem problem) {
            return switch (problem) {
                case TOO_SHORT -> PASSWORD_TOO_SHORT;
                case TOO_LONG -> PASSWORD_TOO_LONG;
                case PERSONAL -> PASSWORD_PERSONAL;
                case TOO_COMMON -> PASSWORD_TOO_COMMON;
            };
        }
    }

    static <T> Verdict<T> refused(Reason... reasons) {
        return new Refused<>(List.of(reasons));
    }

    static <T> Verdict<T> refused(Set<PasswordStrength.Problem> problems) {
        return new Refused<>(problems.stream().map(Reason::of).toList());
    }
}
