package news.titr.media;

/** Thrown for a file that is not a picture we can show. */
public final class NotAPicture extends RuntimeException {

    private final transient MediaProblem problem;

    NotAPicture(MediaProblem.Kind kind, String detail) {
        super(kind + (detail.isEmpty() ? "" : ": " + detail));
        problem = new MediaProblem(kind, detail);
    }

    NotAPicture(MediaProblem.Kind kind) {
        this(kind, "");
    }

    public MediaProblem problem() {
        return problem;
    }
}
