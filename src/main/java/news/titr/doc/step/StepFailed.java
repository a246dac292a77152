package news.titr.doc.step;

/** Thrown where a step or a document does not fit: it names positions or nodes that cannot be, or would leave such. */
public final class StepFailed extends RuntimeException {

    private final String reason;

    public StepFailed(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** What does not fit, in words for a log or a window that asks. */
    public String reason() {
        return reason;
    }
}
