package news.titr.archive;

/** An archive cannot be written or taken in; the message is one line that says why, and what to do. */
public final class ArchiveProblem extends RuntimeException {

    ArchiveProblem(String message) {
        super(message);
    }

    ArchiveProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
