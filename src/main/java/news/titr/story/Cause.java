package news.titr.story;

import java.util.Arrays;
import java.util.Locale;

/** Why a revision was made. */
public enum Cause {
    /** The story was begun with it. */
    BEGUN,
    /** A whole content was handed in: by an import, a command, a form. */
    SAVED,
    /** What an earlier revision held was wanted back. */
    RESTORED,
    /** Whoever typed has paused. */
    PAUSE,
    /** Somebody else has typed on. */
    HAND_OVER,
    /** The story has gone to another stage. */
    STAGE,
    /** It was wanted for readers. */
    PUBLICATION,
    /** Somebody has asked for it, by name. */
    NAMED;

    /** The name used in storage and in the names of messages. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Cause of(String id) {
        return Arrays.stream(values())
                .filter(cause -> cause.id().equals(id))
                .findFirst()
                .orElse(SAVED);
    }
}
