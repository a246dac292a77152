package news.titr.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be done. Each has its words in the messages, {@code audit.did.publish}: {0} is who did it, {1} what it was
 * done to.
 */
public enum Action {

    // a story on its way to readers
    PUBLISH,
    UPDATE,
    SCHEDULE,
    UNSCHEDULE,
    EMBARGO,
    LIFT_EMBARGO,
    CORRECT,
    WITHDRAW,
    MISS,
    ACKNOWLEDGE,

    // a story in the newsroom
    BEGIN,
    REVISE,
    MOVE,
    ASSIGN,
    CLAIM,
    LET_GO,
    RETURN,
    PRIORITISE,
    RESTORE,
    NAME_REVISION,
    NOTE,
    TRANSLATE,
    UNTIE,

    // a live coverage
    WRITE_ENTRY,
    CHANGE_ENTRY,
    MARK_ENTRY,
    REMOVE_ENTRY,
    FINISH_COVERAGE,
    REOPEN_COVERAGE,

    // people
    SIGN_IN,
    SIGN_IN_FAILED,
    SIGN_OUT,
    LOCK,
    UNLOCK,
    INVITE,
    SET_ROLE,
    TRUST,
    DISABLE,
    ENABLE,
    ASK_RESET,
    SET_PASSWORD,
    ADD_PASSKEY,
    REMOVE_PASSKEY,
    TURN_ON_CODES,
    TURN_OFF_CODES,
    END_SESSION,

    // pictures
    UPLOAD,
    CROP,
    REPLACE,

    // front page and site
    PLACE,
    RELEASE_FRONT,
    MERGE,

    // whatever it is
    ADD,
    CHANGE,
    REMOVE,
    EXPORT;

    /** As it is stored: {@code lift-embargo}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Action> of(String id) {
        return Arrays.stream(values()).filter(action -> action.id().equals(id)).findFirst();
    }
}
