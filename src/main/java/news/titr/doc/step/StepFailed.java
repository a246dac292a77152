package news.titr.doc.step;

/** Thrown where a step or a document does not fit: it names positions or nodes that cannot be, or would leave such. */
public final class StepFailed extends RuntimeException {

    public StepFailed(String message) {
        super(message, null, false, false);
    }
}
