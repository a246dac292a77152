package news.titr.media;

import java.util.Locale;

/**
 * Why a file was not taken in, or a change not made.
 *
 * @param detail what it is about (a number, a name), or the empty string
 */
public record MediaProblem(Kind kind, String detail) {

    public enum Kind {
        NOT_ALLOWED,
        NO_SUCH_PICTURE,
        EMPTY,
        UNKNOWN_FORMAT,
        DAMAGED,
        CUT_OFF,
        TOO_MANY_PIXELS,
        TOO_MANY_FRAMES,
        TOO_LARGE,
        TOO_SLOW,
        NEEDS_LIBVIPS,
        OTHER_KIND,
        NOT_WHOLE,
        NO_SUCH_UPLOAD,
        DATE_NOT_UNDERSTOOD;

        /** The name of its message: {@code picture.problem.damaged}. */
        public String messageKey() {
            return "picture.problem." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static MediaProblem of(Kind kind) {
        return new MediaProblem(kind, "");
    }
}
